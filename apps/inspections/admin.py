"""Inspections, findings, judgements and monitoring for administrators."""

from django.contrib import admin

from apps.core.admin import DatedAdmin, KeptAdmin
from apps.inspections import models


class PartInline(admin.TabularInline):
    model = models.FindingPart
    extra = 0
    can_delete = False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(models.Inspection)
class InspectionAdmin(KeptAdmin):
    list_display = ("name", "started_on", "framework", "published_on")
    prepopulated_fields = {"key": ("name",)}
    search_fields = ("name",)


@admin.register(models.Finding)
class FindingAdmin(KeptAdmin):
    inlines = (PartInline,)
    list_display = ("reference", "title", "inspection", "kind")
    list_filter = ("inspection", "kind")
    search_fields = ("reference", "title", "text")

    def get_readonly_fields(self, request, obj=None):
        """What inspectors wrote is entered once and never changed."""
        return ("inspection", "kind", "number", "reference", "text", "tail") if obj else ()


@admin.register(models.FindingRepeat)
class FindingRepeatAdmin(KeptAdmin):
    list_display = ("later", "earlier", "reading")


@admin.register(models.Judgement)
class JudgementAdmin(DatedAdmin):
    list_display = ("finding", "inspection", "verdict", "effective_on", "recorded_at")
    exclude = ("recorded_by",)


@admin.register(models.LocalClaim)
class LocalClaimAdmin(DatedAdmin):
    list_display = ("said_by", "effective_on", "recorded_at")
    exclude = ("recorded_by",)
    filter_horizontal = ("findings",)


@admin.register(models.AdviserRating)
class AdviserRatingAdmin(DatedAdmin):
    list_display = ("event", "finding", "rating", "effective_on")
    exclude = ("recorded_by",)


class RecommendationInline(admin.StackedInline):
    model = models.Recommendation
    extra = 0
    can_delete = False


class LetterInline(admin.StackedInline):
    model = models.Letter
    extra = 0
    can_delete = False


@admin.register(models.MonitoringEvent)
class MonitoringEventAdmin(KeptAdmin):
    inlines = (RecommendationInline, LetterInline)
    list_display = ("name", "kind", "inspection", "held_on", "is_restricted")
    list_filter = ("kind", "is_restricted")


@admin.register(models.GlossaryEntry)
class GlossaryEntryAdmin(KeptAdmin):
    list_display = ("abbreviation", "expansion", "is_general_knowledge")
    search_fields = ("abbreviation", "expansion")
