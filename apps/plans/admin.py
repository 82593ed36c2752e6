"""Plans for administrators: what has pages of its own is only looked at here, and can be exported."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from import_export.resources import ModelResource

from apps.core.admin import ReadAdmin
from apps.imports.administration import SheetsMixin
from apps.plans import models


class ActionModelResource(ModelResource):
    """Every column of the actions, as the database has them."""

    class Meta:
        model = models.Action


@admin.register(models.Action)
class ActionAdmin(SheetsMixin, ReadAdmin):
    layouts = ("pip", "wsoa")
    resource_classes = (ActionModelResource,)
    list_display = ("reference", "title", "plan", "state", "rating", "due_on", "updated_on")
    list_filter = ("plan", "state", "rating")
    search_fields = ("reference", "title")


@admin.register(models.PlanType)
class PlanTypeAdmin(admin.ModelAdmin):
    list_display = ("name", "code", "strand_word")

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(models.Plan)
class PlanAdmin(ReadAdmin):
    list_display = ("name", "type", "starts_on", "closed_on", "is_published", "is_demonstration")


@admin.register(models.Strand)
class StrandAdmin(ReadAdmin):
    list_display = ("reference", "title", "plan", "kind")
    list_filter = ("plan",)


@admin.register(models.StatusUpdate)
class StatusUpdateAdmin(ReadAdmin):
    list_display = ("action", "effective_on", "rating", "author_title", "recorded_at")
    list_filter = ("rating", "action__plan")
    search_fields = ("action__reference", "narrative")


@admin.register(models.ActionDecision)
class ActionDecisionAdmin(ReadAdmin):
    list_display = ("action", "kind", "effective_on", "author_title", "recorded_at")
    list_filter = ("kind",)


@admin.register(models.RatingWord)
class RatingWordAdmin(ReadAdmin):
    list_display = ("code", "word", "shape", "effective_on", "reason", "where")

    @admin.display(description="where it is changed")
    def where(self, row):
        return format_html('<a href="{}">Change “{}”</a>', reverse("plans:legend-edit", args=[row.code]), row.word)


@admin.register(models.Thresholds)
class ThresholdsAdmin(ReadAdmin):
    list_display = ("effective_on", "stale_days", "extension_count", "extension_days", "reason", "where")

    @admin.display(description="where they are changed")
    def where(self, row):
        return format_html('<a href="{}">Change the numbers</a>', reverse("plans:thresholds"))
