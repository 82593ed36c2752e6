"""The page of a Written Statement of Action: its life cycle, its areas and how they were judged."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.core.sign_in import signed_in
from apps.inspections.models import Judgement
from apps.plans.permissions import visible_plans
from apps.plans.views.structure import plan_context
from apps.wsoa.models import Statement


@require_safe
@signed_in
def statement(request, pk):
    shown = get_object_or_404(
        Statement.objects.select_related("plan__type", "plan__inspection"), pk=pk, plan__in=visible_plans(request.user)
    )
    context = plan_context(request, shown.plan)
    judged = Judgement.objects.as_at(context["on"]).filter(finding__strands__plan=shown.plan)
    context |= {
        "statement": shown,
        "steps": [
            ("Required", shown.required_on),
            ("Final document", shown.document_on),
            ("Submitted", shown.submitted_on),
            ("Declared fit for purpose", shown.fit_for_purpose_on),
            ("Judged by inspectors", shown.judged_on),
        ],
        "judgements": judged.select_related("finding").order_by("finding__number"),
    }
    return render(request, "wsoa/statement.html", context)
