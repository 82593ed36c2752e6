"""The Board's page: are we on track?"""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.board.models import Meeting
from apps.core.dates import as_at, month_ends
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.dashboards.movement import movement
from apps.dashboards.sentences import answer
from apps.plans import permissions
from apps.plans.codes import Rating
from apps.plans.legend import legend, thresholds
from apps.plans.rules import reason_words
from apps.plans.strands import strand_pictures, total, total_rated

MONTHS_SHOWN = 6


def chosen_plan(request, plans):
    """The plan that is asked for, else the first that is open; None where there is none."""
    asked = request.GET.get("plan", "")
    by_key = {str(plan.pk): plan for plan in plans}
    still_open = [plan for plan in plans if plan.closed_on is None]
    return by_key.get(asked) or next(iter(still_open or plans), None)


@require_safe
@signed_in
def board(request):
    require(request.user.role != Role.PARENT_REPRESENTATIVE)
    on = as_at(request)
    plans = list(permissions.visible_plans(request.user).newest_first())
    plan = chosen_plan(request, plans)
    if plan is None:
        return render(request, "dashboards/board.html", {"plan": None, "on": on})
    return render(request, "dashboards/board.html", board_context(plan, plans, on))


def board_context(plan, plans, on):
    """All figures of the page, from a fixed number of queries."""
    limits = thresholds(on)
    meeting = Meeting.objects.last_before(on)
    since = meeting.held_on if meeting else month_ends(on, 1)[0]
    months = month_ends(on, MONTHS_SHOWN - 1)
    strands = list(
        plan.strands.select_related("accountable_council", "accountable_icb").order_by("position", "reference_key")
    )
    pictures = strand_pictures(strands, [*months, since, on], limits)
    now, before = pictures[on].values(), pictures[since].values()
    moved = movement(plan, on, since, limits.stale_days)
    figures = figures_of(now, before if meeting else None)
    return {
        "plan": plan,
        "plans": plans,
        "on": on,
        "since": since,
        "meeting": meeting,
        "legend": legend(on),
        "limits": limits,
        "figures": figures,
        "answer": answer(**{name: figures[name] for name in ANSWERED}),
        "rows": [_row(strand, pictures, [*months, on], moved) for strand in strands],
        "moved": moved,
        "differing": [(row, reason_words(row.rule_reason, row.rule_date)) for row in moved.differing],
        "differing_strands": [(s, pictures[on][s.pk]) for s in strands if pictures[on][s.pk].differs],
    }


ANSWERED = ("promised", "complete", "off_track", "at_risk", "not_reported", "off_track_before")


def figures_of(now, before):
    """The key figures; ``before`` are the pictures at the last Board, or None."""
    return {
        "promised": total(now, "promised"),
        "complete": total(now, "complete"),
        "off_track": total_rated(now, Rating.OFF_TRACK),
        "at_risk": total_rated(now, Rating.AT_RISK),
        "not_reported": total_rated(now, None),
        "off_track_before": total_rated(before, Rating.OFF_TRACK) if before is not None else None,
        "late": total(now, "late_by_first_date"),
        "overdue": total(now, "overdue"),
        "greener": total(now, "greener"),
        "waiting": total(now, "said_done"),
        "stale": total(now, "stale"),
    }


def _row(strand, pictures, days, moved):
    """A strand of the table: now, the trail of months, and what is newly off track in it."""
    return {
        "strand": strand,
        "picture": pictures[days[-1]][strand.pk],
        "trail": [(day, pictures[day][strand.pk].shown) for day in days],
        "newly_off_track": [row for row in moved.newly_off_track if row.strand_id == strand.pk],
    }
