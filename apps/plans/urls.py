"""Addresses of the plans pages."""

app_name = "plans"
urlpatterns = []
