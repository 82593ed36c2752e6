"""Addresses of the accounts pages."""

from django.urls import path

from apps.accounts import views

app_name = "accounts"
urlpatterns = [
    path("me/", views.account, name="account"),
    path("me/weekly-e-mail/", views.digest, name="digest"),
    path("role/", views.switch, name="switch"),
]
