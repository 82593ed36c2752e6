"""Addresses of the Board's meetings and of the risk register."""

from django.urls import path

from apps.board import risk_views, views

app_name = "board"
urlpatterns = [
    path("", views.meeting_list, name="meeting-list"),
    path("add/", views.meeting_add, name="meeting-add"),
    path("<int:pk>/edit/", views.meeting_edit, name="meeting-edit"),
    path("risks/", risk_views.risk_list, name="risk-list"),
    path("risks/add/", risk_views.risk_plan, name="risk-plan"),
    path("risks/add/<int:pk>/", risk_views.risk_add, name="risk-add"),
    path("risks/<int:pk>/", risk_views.risk, name="risk"),
    path("risks/<int:pk>/edit/", risk_views.risk_edit, name="risk-edit"),
]
