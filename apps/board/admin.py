"""Meetings and risks for administrators; what is recorded of meetings is only read here."""

from django.contrib import admin

from apps.board.models import Decision, LoggedAction, Meeting, Paper, Question, Risk
from apps.core.admin import KeptAdmin, ReadAdmin


@admin.register(Meeting)
class MeetingAdmin(KeptAdmin):
    list_display = ("body", "held_on", "updates_by", "closed_at", "is_demonstration")


@admin.register(Decision, LoggedAction, Paper, Question)
class RecordAdmin(ReadAdmin):
    list_display = ("__str__", "meeting", "effective_on")


@admin.register(Risk)
class RiskAdmin(ReadAdmin):
    list_display = ("reference", "title", "plan", "score", "score_after", "status")
    list_filter = ("status", "plan")
    search_fields = ("reference", "title")
