"""Addresses of the dashboards."""

from django.urls import path

from apps.dashboards.views import board, families, findings, home, officer

app_name = "dashboards"
urlpatterns = [
    path("", home.home, name="home"),
    path("my-actions/", officer.my_actions, name="my-actions"),
    path("my-actions/work-through/", officer.work_through, name="work-through"),
    path("on-track/", board.board, name="board"),
    path("promises/", families.families, name="families"),
    path("findings/", findings.finding_list, name="finding-list"),
    path("findings/<int:pk>/", findings.finding, name="finding"),
]
