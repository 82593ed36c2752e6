"""Addresses of the wsoa pages."""

app_name = "wsoa"
urlpatterns = []
