"""Meetings for administrators."""

from django.contrib import admin

from apps.board.models import Meeting
from apps.core.admin import KeptAdmin


@admin.register(Meeting)
class MeetingAdmin(KeptAdmin):
    list_display = ("body", "held_on", "updates_by", "is_demonstration")
