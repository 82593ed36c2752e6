"""An officer's own page: what they owe, most pressing first."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.board.models import Meeting
from apps.core.dates import today
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.dashboards.my_actions import mine_on
from apps.plans import permissions
from apps.plans.forms.updates import NoChangeForm
from apps.plans.legend import legend, thresholds


@require_safe
@signed_in
def my_actions(request):
    require(permissions.is_officer(request.user))
    on = today()
    standings = permissions.visible_standings(request.user)
    groups, others = mine_on(request.user, standings, on, thresholds(on))
    pressing = groups[0].items[0].standing.action if groups else None
    context = {
        "on": on,
        "groups": groups,
        "others": others,
        "open_count": len(others) + sum(len(group.items) for group in groups),
        "pressing_count": sum(len(group.items) for group in groups),
        "meeting": Meeting.objects.next_after(on),
        "legend": legend(on),
        "no_change": NoChangeForm,
        "pressing": pressing,
        "finding": pressing.findings.select_related("inspection").first() if pressing else None,
        "is_demonstration": any(i.standing.action.plan.is_demonstration for g in groups for i in g.items)
        or any(i.standing.action.plan.is_demonstration for i in others),
    }
    return render(request, "dashboards/my_actions.html", context)
