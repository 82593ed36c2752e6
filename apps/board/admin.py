"""Meetings and risks for administrators."""

from django.contrib import admin

from apps.board.models import Meeting, Risk
from apps.core.admin import KeptAdmin, ReadAdmin


@admin.register(Meeting)
class MeetingAdmin(KeptAdmin):
    list_display = ("body", "held_on", "updates_by", "is_demonstration")


@admin.register(Risk)
class RiskAdmin(ReadAdmin):
    list_display = ("reference", "title", "plan", "score", "score_after", "status")
    list_filter = ("status", "plan")
    search_fields = ("reference", "title")
