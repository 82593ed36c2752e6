"""Addresses of the pip pages."""

app_name = "pip"
urlpatterns = []
