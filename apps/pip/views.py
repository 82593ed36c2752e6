"""The page of a Priority Impact Plan: its life cycle, its priorities and its stocktakes."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.inspections.permissions import visible_events
from apps.pip.models import ImpactPlan
from apps.plans.known import shown_day
from apps.plans.permissions import visible_plans
from apps.plans.views.edit_pages import edit_life_cycle
from apps.plans.views.plans import plan_context

STEPS = (("required_on", "Required"), ("submitted_on", "Submitted"), ("approved_on", "Approved by Ofsted and CQC"))


@shows_days
@require_safe
@signed_in
def impact_plan(request, pk):
    on = shown_day(request)
    shown = get_object_or_404(
        ImpactPlan.objects.select_related("plan__type", "plan__inspection"), pk=pk, plan__in=visible_plans(request.user)
    )
    published = shown.plan.publications.standing().latest_first().first()
    stocktakes = shown.stocktakes.filter(event__in=visible_events(request.user)).select_related("event")
    context = plan_context(request, shown.plan, on) | {
        "impact_plan": shown,
        "steps": [
            *((label, getattr(shown, name)) for name, label in STEPS),
            # A publication with a note is one whose day the sources do not give.
            ("Published", published.effective_on if published and not published.note else None),
        ],
        "published_note": published.note if published else "",
        "restricted": shown.stocktakes.exclude(event__in=visible_events(request.user)).exists(),
        "stocktakes": stocktakes.order_by("event__held_on"),
    }
    return render(request, "pip/impact_plan.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def impact_plan_edit(request, pk):
    shown = get_object_or_404(ImpactPlan.objects.select_related("plan"), pk=pk, plan__in=visible_plans(request.user))
    return edit_life_cycle(request, shown, STEPS, has_note=True)
