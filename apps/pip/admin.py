"""Priority Impact Plans for administrators."""

from django.contrib import admin

from apps.core.admin import KeptAdmin
from apps.pip.models import ImpactAction, ImpactPlan, Stocktake


@admin.register(ImpactPlan)
class ImpactPlanAdmin(KeptAdmin):
    list_display = ("plan", "required_on", "submitted_on", "approved_on")


@admin.register(Stocktake)
class StocktakeAdmin(KeptAdmin):
    list_display = ("event", "impact_plan")


@admin.register(ImpactAction)
class ImpactActionAdmin(KeptAdmin):
    list_display = ("action", "intended_impact")
    raw_id_fields = ("action",)
