"""Addresses of the pages of Priority Impact Plans."""

from django.urls import path

from apps.pip import views

app_name = "pip"
urlpatterns = [
    path("<int:pk>/", views.impact_plan, name="impact-plan"),
    path("<int:pk>/edit/", views.impact_plan_edit, name="impact-plan-edit"),
]
