"""Addresses of the Board's meetings."""

from django.urls import path

from apps.board import views

app_name = "board"
urlpatterns = [
    path("", views.meeting_list, name="meeting-list"),
    path("add/", views.meeting_add, name="meeting-add"),
    path("<int:pk>/edit/", views.meeting_edit, name="meeting-edit"),
]
