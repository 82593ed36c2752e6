"""Addresses of the core pages."""

app_name = "core"
urlpatterns = []
