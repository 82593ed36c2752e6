"""The page of a Written Statement of Action: its life cycle, its areas and how they were judged."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.inspections.models import Judgement
from apps.plans.known import shown_day
from apps.plans.permissions import visible_plans
from apps.plans.views.edit_pages import edit_life_cycle
from apps.plans.views.plans import plan_context
from apps.wsoa.models import Statement

STEPS = (
    ("required_on", "Required"),
    ("document_on", "Final document"),
    ("submitted_on", "Submitted"),
    ("fit_for_purpose_on", "Declared fit for purpose"),
    ("judged_on", "Judged by inspectors"),
)


@shows_days
@require_safe
@signed_in
def statement(request, pk):
    on = shown_day(request)
    shown = get_object_or_404(
        Statement.objects.select_related("plan__type", "plan__inspection"), pk=pk, plan__in=visible_plans(request.user)
    )
    context = plan_context(request, shown.plan, on)
    judged = Judgement.objects.as_at(on).filter(finding__strands__plan=shown.plan)
    context |= {
        "statement": shown,
        "steps": [(label, getattr(shown, name)) for name, label in STEPS],
        "judgements": judged.select_related("finding").order_by("finding__number"),
    }
    return render(request, "wsoa/statement.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def statement_edit(request, pk):
    shown = get_object_or_404(Statement.objects.select_related("plan"), pk=pk, plan__in=visible_plans(request.user))
    return edit_life_cycle(request, shown, STEPS, needed=("required_on",))
