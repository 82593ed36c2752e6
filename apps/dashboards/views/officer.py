"""An officer's own page: what they owe, most pressing first."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.board.rounds import next_board, owed_by, waiting_for
from apps.core.dates import today
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in
from apps.dashboards.my_actions import mine_on
from apps.plans import permissions
from apps.plans.codes import ActionState
from apps.plans.forms.updates import NoChangeForm
from apps.plans.legend import legend, thresholds
from apps.plans.views.updates import MOST_IN_WALK, new_report, walk_address


@require_safe
@signed_in
def my_actions(request):
    require_page(permissions.is_officer(request.user))
    on = today()
    standings = permissions.visible_standings(request.user)
    limits, meeting = thresholds(on), next_board(on)
    groups, others = mine_on(request.user, standings, on, limits)
    items = [item for group in groups for item in group.items]
    chosen = _chosen(request, items, others)
    pressing = chosen or (items[0].standing.action if items else None)
    context = {
        "on": on,
        "groups": groups,
        "others": others,
        "opens_others": chosen and chosen.pk in {item.standing.action_id for item in others},
        "open_count": len(others) + len(items),
        "pressing_count": len(items),
        "meeting": meeting,
        "owed_to_round": owed_by(request.user, meeting, on) if meeting else 0,
        "challenged": waiting_for(request.user),
        "legend": legend(on),
        "limits": limits,
        "no_change": NoChangeForm,
        "report": new_report(chosen) if chosen else None,
        "pressing": pressing,
        "finding": _finding_of(pressing) if pressing else None,
        "is_demonstration": any(i.standing.action.plan.is_demonstration for i in (*items, *others)),
    }
    return render(request, "dashboards/my_actions.html", context)


@require_safe
@signed_in
def work_through(request):
    """The first report of the way through what needs the person today, in the order of the page.

    What was reported on today already comes last.
    """
    require_page(permissions.is_officer(request.user))
    on = today()
    groups, _ = mine_on(request.user, permissions.visible_standings(request.user), on, thresholds(on))
    items = sorted((item for group in groups for item in group.items), key=lambda item: item.is_reported_today)
    if not items:
        messages.success(request, "Nothing needs you today.")
        return redirect("dashboards:my-actions")
    walk = [item.standing.action_id for item in items][:MOST_IN_WALK]
    return redirect(walk_address(walk[0], walk))


def _chosen(request, items, others):
    """The action whose form is open: the one asked for, else the most pressing of those not reported on today."""
    open_ones = [i for i in (*items, *others) if i.standing.state == ActionState.OPEN]
    wanted = [i for i in open_ones if str(i.standing.action_id) == request.GET.get("report")]
    # Right after a report no form stands open, as if nothing had been saved.
    silent = [] if "saved" in request.GET else [i for i in items if i in open_ones and not i.is_reported_today]
    return next((i.standing.action for i in (*wanted, *silent)), None)


def _finding_of(action):
    """The first finding that an action answers, with its points."""
    return action.findings.select_related("inspection").prefetch_related("parts").first()
