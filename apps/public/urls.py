"""Addresses of what lies in this app."""

app_name = "public"
urlpatterns = []
