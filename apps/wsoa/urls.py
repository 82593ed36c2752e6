"""Addresses of the pages of Written Statements of Action."""

from django.urls import path

from apps.wsoa import views

app_name = "wsoa"
urlpatterns = [
    path("<int:pk>/", views.statement, name="statement"),
    path("<int:pk>/edit/", views.statement_edit, name="statement-edit"),
]
