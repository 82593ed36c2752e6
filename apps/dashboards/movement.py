"""What moved between two dates, action by action."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from apps.plans.codes import Rating, is_greener

# How many rows of a list the page names.
LIMIT = 12

# Actions whose standing on two dates differs in what the Board asks about, or on which the Board must act; with the
# words of the latest report where they are shown: the last report of the day that the standing says.
MOVED = """
WITH moved AS MATERIALIZED (
    SELECT a.id, a.reference_key, a.reference, a.title, a.strand_id, now.rating, was.rating AS rating_before,
        now.due_on, was.due_on AS due_before, now.state, was.state AS state_before,
        now.rule_rating, now.rule_reason, now.rule_date, now.touched_on, now.updated_on, was.id IS NOT NULL AS was_there
    FROM plans_action a
    JOIN plans_standing now ON now.action_id = a.id AND now.starts_on <= %(on)s
        AND coalesce(now.ends_on, '9999-12-31') > %(on)s
    LEFT JOIN plans_standing was ON was.action_id = a.id AND was.starts_on <= %(since)s
        AND coalesce(was.ends_on, '9999-12-31') > %(since)s
    WHERE a.plan_id = %(plan)s AND NOT now.is_plan_closed AND (
        now.rating IS DISTINCT FROM was.rating OR now.due_on > was.due_on OR now.state IS DISTINCT FROM was.state
        OR now.state = 'said_done' OR (now.state = 'open' AND now.touched_on < %(on)s - %(stale)s)
        OR (now.rating IS DISTINCT FROM now.rule_rating AND now.rating IS NOT NULL AND now.rule_rating IS NOT NULL)
        OR now.rating IN ('off_track', 'at_risk'))
), latest AS (
    SELECT DISTINCT ON (u.action_id) u.action_id, u.board_ask, u.reason_differs
    FROM moved JOIN plans_statusupdate u ON u.action_id = moved.id AND u.effective_on = moved.updated_on
    WHERE (moved.rating IN ('off_track', 'at_risk') OR moved.rating IS DISTINCT FROM moved.rule_rating)
        AND u.voids_id IS NULL
        AND u.id NOT IN (SELECT v.voids_id FROM plans_statusupdate v WHERE v.voids_id IS NOT NULL)
    ORDER BY u.action_id, u.recorded_at DESC, u.id DESC
)
SELECT moved.id, reference, title, strand_id, rating, rating_before, due_on, due_before, state, state_before,
    rule_rating, rule_reason, rule_date, touched_on, was_there, board_ask, reason_differs
FROM moved LEFT JOIN latest ON latest.action_id = moved.id
ORDER BY reference_key, moved.id
"""


class Moved(NamedTuple):
    """One action on two dates; ``before`` values are None where it was not part of the plan yet."""

    pk: int
    reference: str
    title: str
    strand_id: int
    rating: str | None
    rating_before: str | None
    due_on: object
    due_before: object
    state: str
    state_before: str | None
    rule_rating: str | None
    rule_reason: str
    rule_date: object
    touched_on: object
    was_there: bool
    board_ask: str | None
    reason_differs: str | None

    @property
    def days_moved(self):
        """Calendar days by which the agreed date moved later."""
        return (self.due_on - self.due_before).days if self.due_on and self.due_before else 0

    @property
    def is_greener(self):
        return is_greener(self.rating, self.rule_rating)


@dataclass
class Movement:
    """The lists of the Board's page; each is in the order of the references."""

    newly_off_track: list
    recovered: list
    moved_later: list
    completed: list
    waiting: list
    sent_back: list
    unreported: list
    differing: list
    asks: list


def movement(plan, on, since, stale_days):
    """What moved in a plan from ``since`` to ``on``, and what is not right on that day; one query."""
    values = {"plan": plan.pk, "on": on, "since": since, "stale": stale_days}
    with connection.cursor() as cursor:
        cursor.execute(MOVED, values)
        rows = [Moved._make(row) for row in cursor.fetchall()]
    there = [row for row in rows if row.was_there]
    red, amber = Rating.OFF_TRACK, Rating.AT_RISK
    return Movement(
        newly_off_track=[r for r in there if r.rating == red and r.rating_before != red],
        recovered=[r for r in there if r.rating_before in (red, amber) and r.rating in ("on_track", "complete")],
        moved_later=[r for r in there if r.days_moved > 0],
        completed=[r for r in there if r.state == "accepted" and r.state_before != "accepted"],
        waiting=[r for r in rows if r.state == "said_done"],
        sent_back=[r for r in there if r.state == "open" and r.state_before == "said_done"],
        unreported=[r for r in rows if r.state == "open" and (on - r.touched_on).days > stale_days],
        differing=[r for r in rows if r.is_greener],
        asks=[r for r in rows if r.rating in (red, amber) and _asks_something(r.board_ask)],
    )


def _asks_something(words):
    return bool(words) and words.strip().rstrip(".").casefold() not in ("nothing", "none", "no", "n/a")
