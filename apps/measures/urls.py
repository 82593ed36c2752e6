"""Addresses of the pages of figures."""

from django.urls import path

from apps.measures import views

app_name = "measures"
urlpatterns = [path("benchmarks/", views.benchmarks, name="benchmarks")]
