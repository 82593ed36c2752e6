"""Addresses of the dashboards pages."""

app_name = "dashboards"
urlpatterns = []
