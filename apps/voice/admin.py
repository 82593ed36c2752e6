"""Voices for administrators: whose they are, never what they say."""

from django.contrib import admin

from apps.core.admin import KeptAdmin
from apps.voice.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(KeptAdmin):
    list_display = ("name", "kind", "organisation", "is_demonstration")
    list_filter = ("kind",)

    def has_change_permission(self, request, obj=None):
        """Whose voice it is never changes once it has been heard; before that a wrong one may be mended."""
        return super().has_change_permission(request, obj) and (obj is None or not obj.rounds.exists())
