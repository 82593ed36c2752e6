"""Addresses of the board pages."""

app_name = "board"
urlpatterns = []
