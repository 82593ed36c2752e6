"""The Board's page: are we on track?"""

from django.db.models import Subquery
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.board.models import Meeting
from apps.board.models.meetings import BOARD
from apps.core.dates import long_date, month_ends
from apps.core.past_days import shows_days
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in
from apps.dashboards.lenses import Lenses, with_lenses
from apps.dashboards.measures_moved import moved_of
from apps.dashboards.movement import LIMIT, Counted, movement
from apps.dashboards.sentences import answer
from apps.measures.known import headlines_of, recorded_later
from apps.measures.levels import MEANINGS, SHAPES
from apps.measures.pictures import EVIDENCED_WORDS, Impact, of_strand
from apps.plans import permissions
from apps.plans.codes import Rating
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds_of
from apps.plans.rules import reason_words
from apps.plans.strands import strand_pictures, strand_trails, total, total_by_dates, total_rated
from apps.voice.models import MEANINGS as FELT_MEANINGS
from apps.voice.models import SHAPES as FELT_SHAPES
from apps.voice.reading import lived

MONTHS_SHOWN = 6


def chosen_plan(request, plans, on):
    """The plan that is asked for, else the first that was open on the day; None where there is none."""
    asked = request.GET.get("plan", "")
    by_key = {str(plan.pk): plan for plan in plans}
    still_open = [plan for plan in plans if plan.closed_on is None or plan.closed_on > on]
    return by_key.get(asked) or next(iter(still_open or plans), None)


def plans_and_last_board(user, on):
    """The plans that the person may see; each carries as ``last_board_on`` when the Board last met before a date."""
    met = Meeting.objects.of(BOARD).filter(held_on__lt=on).order_by("-held_on").values("held_on")[:1]
    return permissions.visible_plans(user).newest_first().select_related("type").annotate(last_board_on=Subquery(met))


@shows_days
@require_safe
@signed_in
def board(request):
    require_page(request.user.role != Role.PARENT_REPRESENTATIVE)
    on = shown_day(request)
    plans = list(plans_and_last_board(request.user, on))
    plan = chosen_plan(request, plans, on)
    if plan is None:
        return render(request, "dashboards/board.html", {"plan": None, "on": on})
    context = board_context(plan, plans, request.user, on)
    later = recorded_later(headlines_of(plan), request.user, on) if request.known_then else []
    if request.known_then and not context["figures"]["promised"]:
        context["answer"] = f"Nothing was recorded of this plan by the end of {long_date(on)}."
    return render(request, "dashboards/board.html", context | {"later": later})


def board_context(plan, plans, user, on):
    """All figures of the page, from a fixed number of queries."""
    since = plan.last_board_on or month_ends(on, 1)[0]
    months = month_ends(on, MONTHS_SHOWN - 1)
    limits_by_day = thresholds_of([*months, on])
    limits = limits_by_day[on]
    strands = plan.strands.select_related("accountable_council__organisation", "accountable_icb__organisation")
    strands = list(with_lenses(strands, on))
    pictures = strand_pictures(strands, [on], limits)[on]
    trails = strand_trails(strands, months, limits_by_day)
    moved = movement(plan, on, since, limits.stale_days)
    rows = [
        _row(strand, pictures[strand.pk], trails, moved.newly_by_strand.get(strand.pk, []))
        | {"lenses": _lenses(strand, pictures[strand.pk], user, plan)}
        for strand in strands
    ]
    figures, words = figures_of(pictures.values(), moved.off_track_before if plan.last_board_on else None), legend(on)
    return {
        "plan": plan,
        "plans": plans,
        "on": on,
        "since": since,
        "meeting": plan.last_board_on,
        "legend": words,
        "limits": limits,
        "figures": figures,
        "answer": answer(**{name: figures[name] for name in ANSWERED}, legend=words),
        "rows": rows,
        "disagreements": [row for row in rows if row["lenses"].disagree],
        "felt_meanings": FELT_MEANINGS,
        "felt_shapes": FELT_SHAPES,
        "meanings": MEANINGS,
        "shapes": SHAPES,
        "evidenced_words": EVIDENCED_WORDS,
        "moved": moved,
        "measures_moved": moved_of(strands, user, plan.is_demonstration, since),
        "differing": _with_reasons(moved.differing),
        "differing_strands": [(s, pictures[s.pk]) for s in strands if pictures[s.pk].differs],
    }


ANSWERED = (
    "promised",
    "complete",
    "off_track",
    "off_track_by_dates",
    "at_risk",
    "not_reported",
    "off_track_before",
)


def figures_of(now, off_track_before):
    """The key figures; ``off_track_before`` is the number at the last Board, or None."""
    return {
        "promised": total(now, "promised"),
        "complete": total(now, "complete"),
        "off_track": total_rated(now, Rating.OFF_TRACK),
        "off_track_by_dates": total_by_dates(now, Rating.OFF_TRACK),
        "at_risk": total_rated(now, Rating.AT_RISK),
        "not_reported": total_rated(now, None),
        "off_track_before": off_track_before,
        "late": total(now, "late_by_first_date"),
        "overdue": total(now, "overdue"),
        "greener": total(now, "greener"),
        "waiting": total(now, "said_done"),
        "stale": total(now, "stale"),
    }


def _row(strand, picture, trails, newly_off_track):
    """A strand of the table: now, the trail of months up to now, and what is newly off track in it."""
    months = [(month, shown[strand.pk]) for month, shown in trails.items()]
    return {
        "strand": strand,
        "picture": picture,
        "trail": [*months, (picture.on, picture.shown)],
        "newly_off_track": newly_off_track,
    }


def _lenses(strand, picture, user, plan):
    impact = Impact(tuple(of_strand(strand.headlines, user, plan.is_demonstration)))
    return Lenses(picture.shown, impact, lived(strand.voices, plan.is_demonstration), plan.is_demonstration)


def _with_reasons(rows):
    """Each row that the page names, and why the dates rate it so."""
    return Counted(((row, reason_words(row.rule_reason, row.rule_date)) for row in rows[:LIMIT]), len(rows))
