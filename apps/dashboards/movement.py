"""What moved between two dates, action by action."""

import json
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from apps.plans.codes import DROPPED_STATES, SEVERITY, is_greener

# How many rows of a list the page names.
LIMIT = 12

# The actions that are in some list of the Board's page on two dates; of them those that the page names, which alone are
# read whole: the days of all others are found in the index of where actions stood. The words of the latest report, the
# last one of the day that the standing says, are read where they are shown. There is always a row, for what is counted.
MOVED = """
WITH now AS (
    SELECT s.* FROM plans_standing s WHERE s.starts_on <= %(on)s AND coalesce(s.ends_on, '9999-12-31') > %(on)s
        AND NOT s.is_plan_closed AND s.state <> ALL(%(dropped)s)
), was AS (
    SELECT s.* FROM plans_standing s WHERE s.starts_on <= %(since)s AND coalesce(s.ends_on, '9999-12-31') > %(since)s
), compared AS (
    SELECT a.id, a.reference_key, a.strand_id, now.id AS now_id, was.id AS was_id, now.updated_on,
        now.rating IN ('off_track', 'at_risk') AS may_ask,
        was.id IS NOT NULL AND now.rating = 'off_track' AND was.rating IS DISTINCT FROM 'off_track' AS newly_off_track,
        was.rating IN ('off_track', 'at_risk') AND now.rating IN ('on_track', 'complete') AS recovered,
        now.due_on > was.due_on AS moved_later,
        now.state = 'accepted' AND was.state <> 'accepted' AS completed,
        now.state = 'said_done' AS waiting,
        now.state = 'open' AND now.was_sent_back AND (was.id IS NULL OR NOT was.was_sent_back) AS sent_back,
        now.state = 'open' AND now.touched_on < %(on)s - %(stale)s AS unreported,
        severity(now.rating) < severity(now.rule_rating) AS differing,
        was.rating = 'off_track' AND was.state <> ALL(%(dropped)s) AS was_off_track
    FROM plans_action a LEFT JOIN now ON now.action_id = a.id LEFT JOIN was ON was.action_id = a.id
    WHERE a.plan_id = %(plan)s
), stood AS MATERIALIZED (
    SELECT * FROM compared WHERE may_ask OR newly_off_track OR recovered OR moved_later OR completed OR waiting
        OR sent_back OR unreported OR differing OR was_off_track
), named AS MATERIALIZED (
    (SELECT id FROM stood WHERE recovered ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE completed ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE waiting ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE sent_back ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE unreported ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE differing ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM stood WHERE moved_later ORDER BY reference_key, id LIMIT %(limit)s)
    UNION (SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY strand_id ORDER BY reference_key, id) AS place
        FROM stood WHERE newly_off_track) AS of_strand WHERE place <= %(limit)s)
    UNION (SELECT u.action_id FROM plans_statusupdate u JOIN stood ON stood.id = u.action_id
        WHERE stood.may_ask AND u.effective_on = stood.updated_on AND u.board_ask <> '')
)
SELECT a.id, a.reference, a.title, a.strand_id, now.rating, was.rating, now.due_on, was.due_on, now.state, was.state,
    now.rule_rating, now.rule_reason, now.rule_date, now.start_on, now.touched_on, now.times_extended,
    now.days_extended, now.late_milestones::text, last.board_ask, last.reason_differs,
    array_remove(ARRAY[
        CASE WHEN newly_off_track THEN 'newly_off_track' END, CASE WHEN recovered THEN 'recovered' END,
        CASE WHEN moved_later THEN 'moved_later' END, CASE WHEN completed THEN 'completed' END,
        CASE WHEN waiting THEN 'waiting' END, CASE WHEN sent_back THEN 'sent_back' END,
        CASE WHEN unreported THEN 'unreported' END, CASE WHEN differing THEN 'differing' END,
        CASE WHEN may_ask THEN 'asks' END], NULL),
    (SELECT json_build_object(
        'newly_off_track', count(*) FILTER (WHERE newly_off_track), 'recovered', count(*) FILTER (WHERE recovered),
        'moved_later', count(*) FILTER (WHERE moved_later), 'completed', count(*) FILTER (WHERE completed),
        'waiting', count(*) FILTER (WHERE waiting), 'sent_back', count(*) FILTER (WHERE sent_back),
        'unreported', count(*) FILTER (WHERE unreported), 'differing', count(*) FILTER (WHERE differing))::text
        FROM stood),
    (SELECT json_object_agg(strand_id, n)::text FROM (
        SELECT strand_id, count(*) AS n FROM stood WHERE newly_off_track GROUP BY strand_id) AS of_strands),
    (SELECT count(*) FILTER (WHERE was_off_track) FROM stood)
FROM (VALUES (true)) AS always LEFT JOIN (
    plans_action a JOIN stood ON stood.id = a.id JOIN plans_standing now ON now.id = stood.now_id
) ON a.id = ANY(ARRAY(SELECT id FROM named))
LEFT JOIN plans_standing was ON was.id = stood.was_id
LEFT JOIN LATERAL (
    SELECT u.board_ask, u.reason_differs FROM plans_statusupdate u
    WHERE u.action_id = stood.id AND u.effective_on = stood.updated_on AND u.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_statusupdate v WHERE v.voids_id = u.id)
    ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1) AS last ON true
ORDER BY stood.reference_key, stood.id
"""
for column in ("now.rating", "now.rule_rating"):
    weights = " ".join(f"WHEN '{code}' THEN {weight}" for code, weight in SEVERITY.items())
    MOVED = MOVED.replace(f"severity({column})", f"CASE {column} {weights} END")


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
    start_on: object
    touched_on: object
    times_extended: int
    days_extended: int
    late_milestones: list
    board_ask: str | None
    reason_differs: str | None
    lists: list

    @property
    def days_moved(self):
        """Calendar days by which the agreed date moved later."""
        return (self.due_on - self.due_before).days if self.due_on and self.due_before else 0

    @property
    def is_greener(self):
        return is_greener(self.rating, self.rule_rating)


class Counted(list):
    """The first rows of a list of the Board's page; its length is that of the whole list.

    Rows are read as far as the page names them: all that ask for something, ``LIMIT`` of each strand that are newly off
    track, and ``LIMIT`` of each other list.
    """

    def __init__(self, rows=(), length=None):
        super().__init__(rows)
        self.length = length

    def __len__(self):
        return super().__len__() if self.length is None else self.length


@dataclass
class Movement:
    """The lists of the Board's page, each in the order of the references; ``newly_by_strand`` has those of strands.

    ``off_track_before`` counts the promises that their owners rated off track on the earlier date.
    """

    newly_off_track: Counted
    recovered: Counted
    moved_later: Counted
    completed: Counted
    waiting: Counted
    sent_back: Counted
    unreported: Counted
    differing: Counted
    asks: Counted
    newly_by_strand: dict
    off_track_before: int


LISTS = [name for name in Movement.__dataclass_fields__ if name not in ("newly_by_strand", "off_track_before")]


def movement(plan, on, since, stale_days):
    """What moved in a plan from ``since`` to ``on``, and what is not right on that day; one query."""
    values = {"plan": plan.pk, "on": on, "since": since, "stale": stale_days, "limit": LIMIT}
    values["dropped"] = [str(state) for state in DROPPED_STATES]
    with connection.cursor() as cursor:
        cursor.execute(MOVED, values)
        found = cursor.fetchall()
    *_, lengths, by_strand, off_track_before = found[0]
    lengths, by_strand = json.loads(lengths), json.loads(by_strand or "{}")
    lists = {name: Counted(length=lengths.get(name)) for name in LISTS}
    newly = {int(strand_id): Counted(length=count) for strand_id, count in by_strand.items()}
    for row in [_moved(values) for values in found if values[0] is not None]:
        for name in row.lists:
            if name != "asks" or _asks_something(row.board_ask):
                lists[name].append(row)
            if name == "newly_off_track":
                newly[row.strand_id].append(row)
    return Movement(**lists, newly_by_strand=newly, off_track_before=off_track_before)


def _moved(values):
    row = Moved._make(values[:-3])
    return row._replace(late_milestones=json.loads(row.late_milestones))


def _asks_something(words):
    return bool(words) and words.strip().rstrip(".").casefold() not in ("nothing", "none", "no", "n/a")
