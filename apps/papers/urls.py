"""Addresses of packs, scrutiny reports and evidence packs."""

from django.urls import path

from apps.papers.views import findings, packs, reports

app_name = "papers"
urlpatterns = [
    path("", packs.paper_list, name="paper-list"),
    path("packs/draft/", packs.draft, name="draft"),
    path("meetings/<int:pk>/", packs.meeting_pack, name="meeting-pack"),
    path("meetings/<int:pk>/pack/", packs.pack_file, name="pack-file"),
    path("meetings/<int:pk>/report/", reports.report_upload, name="report-upload"),
    path("reports/make/", reports.scrutiny_report, name="scrutiny-report"),
    path("reports/<int:pk>/", reports.report_file, name="report-file"),
    path("findings/<int:pk>/", findings.evidence, name="evidence"),
    path("findings/<int:pk>/evaluate/", findings.evaluate, name="evaluate"),
]
