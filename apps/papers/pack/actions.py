"""The actions of a plan as a pack shows them: the pages of the strands, and what is off track or at risk."""

from apps.core.dates import long_date
from apps.core.words import joined, titles
from apps.plans.codes import DROPPED_STATES, IN_TROUBLE, ActionState, Rating
from apps.plans.models import Standing, StatusUpdate
from apps.plans.rules import reason_words
from apps.plans.strands import is_late_by_first_date

NO_WORDS = "Nobody has reported on it."
NOT_SAID = "Not said"


def standings_of(plan, on):
    """Where each action stands that still counts as a promise, with its leads; three queries."""
    standings = Standing.objects.on(on).filter(action__plan=plan).exclude(state__in=DROPPED_STATES)
    standings = standings.select_related("action").prefetch_related("action__action_leads__post__organisation")
    return list(standings.order_by("action__reference_key", "pk"))


def reports_of(plan, on):
    """``{action id: its reports, oldest first}``; one query."""
    rows = StatusUpdate.objects.as_at(on).filter(action__plan=plan)
    found = {}
    for row in rows.order_by("effective_on", "recorded_at", "pk"):
        found.setdefault(row.action_id, []).append(row)
    return found


def action_row(standing, reports, on, rating):
    """One line of a strand's page; ``rating`` makes what the template shows of a code."""
    action = standing.action
    newest = reports[-1] if reports else None
    differs = standing.rule_rating and standing.rule_rating != standing.rating
    return {
        "reference": action.reference,
        "title": action.title,
        "leads": leads_of(action),
        "first_date": long_date(action.original_due_on) or action.due_text or "None",
        "date_now": long_date(standing.due_on) or "None",
        "rating": rating(standing.rating),
        "rule": rating(standing.rule_rating) if differs else None,
        "flag": flag_of(standing, on),
        "words": words_of(reports),
        "reported": f"{newest.author_title or 'Reported'}, {long_date(newest.effective_on)}" if newest else "",
    }


def leads_of(action):
    return joined(titles([lead.post for lead in action.action_leads.all()])) or "Nobody is named"


def flag_of(standing, on):
    """What stands beside both ratings."""
    said = []
    if standing.state == ActionState.SAID_DONE:
        said.append("Said to be done, waits for acceptance")
    if is_late_by_first_date(standing, on):
        said.append("Late by the first date promised")
    return ". ".join(said)


def words_of(reports):
    """The newest words of somebody; "no change" repeats nothing and so does not count as words."""
    said = next((row for row in reversed(reports) if not row.is_no_change), None)
    return said.narrative if said else NO_WORDS


def is_exception(standing):
    """Off track or at risk by its owner, or off track by the dates; nothing is owed on a closed plan."""
    if standing.is_plan_closed or standing.state == ActionState.ACCEPTED:
        return False
    return standing.rating in IN_TROUBLE or standing.rule_rating == Rating.OFF_TRACK


def exception(standing, reports, rating):
    """Why, what is done about it, back when, and what the Board must do, as the owner last said it."""
    told = next((row for row in reversed(reports) if row.why or row.being_done or row.board_ask), None)
    back = long_date(told.back_on) if told else ""
    differs = standing.rule_rating and standing.rule_rating != standing.rating
    answers = [
        ("Why", told.why if told else ""),
        ("What is being done", told.being_done if told else ""),
        ("Back on track", back),
        ("What the Board must do", told.board_ask if told else ""),
        ("First date promised, date now", f"{long_date(standing.action.original_due_on) or 'None'}, "
         f"{long_date(standing.due_on) or 'none'}"),
        ("Who leads it", leads_of(standing.action)),
    ]  # fmt: skip
    return {
        "reference": standing.action.reference,
        "title": standing.action.title,
        "rating": rating(standing.rating),
        "rule": rating(standing.rule_rating) if differs else None,
        "because": reason_words(standing.rule_reason, standing.rule_date),
        "answers": [[question, answer or NOT_SAID] for question, answer in answers],
    }
