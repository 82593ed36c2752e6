"""Written Statements of Action for administrators."""

from django.contrib import admin

from apps.core.admin import KeptAdmin
from apps.wsoa.models import Item, Statement


@admin.register(Statement)
class StatementAdmin(KeptAdmin):
    list_display = ("plan", "required_on", "submitted_on", "fit_for_purpose_on", "judged_on")


@admin.register(Item)
class ItemAdmin(KeptAdmin):
    list_display = ("action", "objective")
    raw_id_fields = ("action",)
