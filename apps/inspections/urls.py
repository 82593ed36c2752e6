"""Addresses of the inspections pages."""

app_name = "inspections"
urlpatterns = []
