"""Addresses of what lies in this app."""

app_name = "papers"
urlpatterns = []
