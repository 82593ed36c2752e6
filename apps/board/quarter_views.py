"""The quarterly return of a plan, to be read and printed."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.board import permissions
from apps.board.quarters import parts_of, quarter_asked, quarter_of
from apps.core.dates import today
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in
from apps.measures.levels import SHAPES
from apps.plans.legend import legend
from apps.plans.permissions import visible_plans


@require_safe
@signed_in
def quarter(request, pk):
    require_page(permissions.sees_records(request.user))
    plan = get_object_or_404(visible_plans(request.user).select_related("type"), pk=pk)
    on = today()
    chosen = quarter_asked(request.GET.get("quarter", ""), on, plan.starts_on)
    parts = parts_of(plan, chosen, request.user, on)
    kinds = {}
    for part in parts:
        kinds.setdefault(part.strand.get_kind_display(), []).append(part)
    context = {
        "plan": plan,
        "quarter": chosen,
        "end": min(chosen.ends_on, on),
        "is_over": chosen.ends_on < on,
        "before": chosen.before if chosen.starts_on > quarter_of(plan.starts_on).starts_on else None,
        "after": chosen.after if chosen.after.starts_on <= on else None,
        "kinds": kinds,
        "reported": sum(part.is_reported for part in parts),
        "count": len(parts),
        "legend": legend(min(chosen.ends_on, on)),
        "shapes": SHAPES,
        "sees_risks": permissions.sees_risks(request.user),
    }
    return render(request, "board/quarter.html", context)
