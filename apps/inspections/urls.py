"""Addresses of the inspections pages."""

from django.urls import path

from apps.inspections import views

app_name = "inspections"
urlpatterns = [
    path("inspections/<int:pk>/", views.inspection, name="inspection"),
    path("monitoring/", views.event_list, name="event-list"),
    path("monitoring/<int:pk>/", views.event, name="event"),
    path("recommendations/<int:pk>/answer/", views.recommendation_answer, name="recommendation-answer"),
    path("words-explained/", views.glossary, name="glossary"),
]
