"""Addresses of the pages on which the case system's files are loaded."""

from django.urls import path

from apps.caseload.views import loads

app_name = "loads"
urlpatterns = [
    path("", loads.load_list, name="list"),
    path("new/", loads.upload, name="upload"),
    path("queries/", loads.queries, name="queries"),
    path("queries.csv", loads.queries_file, name="queries-file"),
    path("checks/<int:pk>/", loads.check, name="check"),
    path("checks/<int:pk>/problems.csv", loads.check_problems, name="check-problems"),
    path("checks/<int:pk>/load/", loads.check_load, name="check-load"),
    path("checks/<int:pk>/again/", loads.check_again, name="check-again"),
    path("checks/<int:pk>/discard/", loads.check_discard, name="check-discard"),
    path("<int:pk>/", loads.load, name="load"),
    path("<int:pk>/problems.csv", loads.load_problems, name="load-problems"),
]
