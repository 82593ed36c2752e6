"""Papers for administrators: looked at, never changed."""

from django.contrib import admin

from apps.core.admin import ReadAdmin
from apps.papers.models import EditedReport, Pack, SelfEvaluation


@admin.register(Pack)
class PackAdmin(ReadAdmin):
    list_display = ("meeting", "plan", "as_at", "made_at", "sha256")
    exclude = ("content",)


@admin.register(EditedReport)
class EditedReportAdmin(ReadAdmin):
    list_display = ("meeting", "file_name", "effective_on", "sha256")
    exclude = ("content", "received")


@admin.register(SelfEvaluation)
class SelfEvaluationAdmin(ReadAdmin):
    list_display = ("finding", "effective_on", "author_title")
    search_fields = ("text",)
