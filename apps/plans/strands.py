"""How the strands of a plan stand on dates: the accountable officer's rating beside what the actions say."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection

from apps.plans.codes import DROPPED_STATES, ActionState, Rating, is_greener
from apps.plans.rules import StrandResult, Tally, roll_up


@dataclass
class StrandPicture:
    """One strand on one date; counts are of its live actions (those that still count as promises)."""

    strand_id: int
    on: object
    rule: StrandResult
    rated: dict
    by_dates: dict
    promised: int = 0
    complete: int = 0
    said_done: int = 0
    overdue: int = 0
    late_by_first_date: int = 0
    greener: int = 0
    stale: int = 0
    rating: str | None = None
    rated_on: object = None
    narrative: str = ""
    reason_differs: str = ""
    author_title: str = ""

    @property
    def shown(self):
        """The accountable officer's rating; where nobody gave one, the rule's."""
        return self.rating or self.rule.rating

    @property
    def differs(self):
        return bool(self.rating and self.rule.rating and self.rating != self.rule.rating)

    @property
    def is_greener(self):
        return is_greener(self.rating, self.rule.rating)


# The newest rating of a strand's officer that had taken effect on a day.
OFFICER = """
LEFT JOIN LATERAL (
    SELECT r.rating, r.effective_on, r.narrative, r.reason_differs, r.author_title FROM plans_strandrating r
    WHERE r.strand_id = strand.id AND r.effective_on <= day.on_date AND r.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_strandrating v WHERE v.voids_id = r.id)
    ORDER BY r.effective_on DESC, r.recorded_at DESC, r.id DESC LIMIT 1) AS officer ON true
"""
# One row a strand and day: its actions in groups that are alike in all that is counted, and its officer's rating.
PICTURES = """
WITH alike AS (
    SELECT day.on_date, a.strand_id, s.state, s.rating, s.rule_rating, s.is_critical, s.is_plan_closed,
        s.due_on < day.on_date AS is_past_due,
        s.touched_on < day.on_date - day.stale AS is_untouched,
        a.original_due_on < day.on_date AND (
            s.finished_on > a.original_due_on OR (s.finished_on IS NULL AND NOT s.is_plan_closed)) AS is_late,
        count(*) AS n
    FROM unnest(%(days)s::date[], %(stale)s::int[]) AS day(on_date, stale)
    JOIN plans_standing s ON s.starts_on <= day.on_date AND coalesce(s.ends_on, '9999-12-31') > day.on_date
    JOIN plans_action a ON a.id = s.action_id AND a.strand_id = ANY(%(strands)s)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
), gathered AS (SELECT on_date, strand_id, json_agg(alike) AS groups FROM alike GROUP BY 1, 2)
SELECT day.on_date, strand.id, gathered.groups,
    officer.rating, officer.effective_on, officer.narrative, officer.reason_differs, officer.author_title
FROM unnest(%(days)s::date[]) AS day(on_date)
CROSS JOIN plans_strand strand
LEFT JOIN gathered ON gathered.on_date = day.on_date AND gathered.strand_id = strand.id
{OFFICER}
WHERE strand.id = ANY(%(strands)s)
""".replace("{OFFICER}", OFFICER)
# The same for a trail: actions are counted only on days on which some strand has no rating of its officer.
TRAILS = """
WITH said AS MATERIALIZED (
    SELECT day.on_date, strand.id AS strand_id, officer.rating
    FROM unnest(%(days)s::date[]) AS day(on_date) CROSS JOIN plans_strand strand {OFFICER}
    WHERE strand.id = ANY(%(strands)s)
), alike AS (
    SELECT day.on_date, a.strand_id, s.state, s.rule_rating, s.is_critical, count(*) AS n
    FROM unnest(ARRAY(SELECT DISTINCT on_date FROM said WHERE rating IS NULL)) AS day(on_date)
    JOIN plans_standing s ON s.starts_on <= day.on_date AND coalesce(s.ends_on, '9999-12-31') > day.on_date
    JOIN plans_action a ON a.id = s.action_id
        AND a.strand_id = ANY(ARRAY(SELECT DISTINCT strand_id FROM said WHERE rating IS NULL))
    GROUP BY 1, 2, 3, 4, 5
), gathered AS (SELECT on_date, strand_id, json_agg(alike) AS groups FROM alike GROUP BY 1, 2)
SELECT said.on_date, said.strand_id, said.rating, gathered.groups
FROM said LEFT JOIN gathered ON gathered.on_date = said.on_date AND gathered.strand_id = said.strand_id
""".replace("{OFFICER}", OFFICER)


def strand_pictures(strands, days, limits):
    """``{day: {strand id: StrandPicture}}`` in one query; ``limits`` are Thresholds, or ``{day: Thresholds}``."""
    pictures = {day: {} for day in days}
    for row in _rows(PICTURES, strands, days, limits):
        picture = _picture(row, _of_day(limits, row[0]))
        pictures[picture.on][picture.strand_id] = picture
    return pictures


def strand_trails(strands, days, limits):
    """``{day: {strand id: rating}}`` as ``StrandPicture.shown``, in one query that counts no more than it must."""
    trails = {day: {} for day in days}
    for day, strand_id, rating, groups in _rows(TRAILS, strands, days, limits):
        trails[day][strand_id] = rating or _rolled_up(_live(groups), _of_day(limits, day)).rating
    return trails


def _of_day(limits, day):
    return limits[day] if isinstance(limits, dict) else limits


def _rows(sql, strands, days, limits):
    ids = [strand.pk for strand in strands]
    if not ids:
        return []
    days = sorted(set(days))
    stale = [_of_day(limits, day).stale_days for day in days]
    with connection.cursor() as cursor:
        cursor.execute(sql, {"days": days, "strands": ids, "stale": stale})
        return cursor.fetchall()


def _live(groups):
    """The groups of actions that still count as promises."""
    return [group for group in groups or () if group["state"] not in DROPPED_STATES]


def _rolled_up(live, limits):
    """What the rule says of a strand, from the groups of its live actions."""
    by_dates, critical = Counter(), 0
    for group in live:
        by_dates[group["rule_rating"]] += group["n"]
        if group["is_critical"] and group["rule_rating"] == Rating.OFF_TRACK:
            critical += group["n"]
    tally = Tally(*(by_dates[code] for code in TALLIED), critical, undated=by_dates[None])
    return roll_up(tally, limits.strand_off_track_share, limits.strand_at_risk_share)


# In the order of the Tally's fields.
TALLIED = (Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK, Rating.NOT_STARTED, Rating.COMPLETE)


def _picture(row, limits):
    day, strand_id, groups, rating, rated_on, narrative, reason, author = row
    live = _live(groups)
    owed = [group for group in groups or () if not group["is_plan_closed"]]
    still_open = [group for group in owed if group["state"] == ActionState.OPEN]
    rated, by_dates = dict.fromkeys((*Rating, None), 0), dict.fromkeys((*Rating, None), 0)
    for group in live:
        rated[group["rating"]] += group["n"]
        by_dates[group["rule_rating"]] += group["n"]
    return StrandPicture(
        strand_id=strand_id,
        on=day,
        rule=_rolled_up(live, limits),
        rated=rated,
        by_dates=by_dates,
        promised=sum(group["n"] for group in live),
        complete=sum(group["n"] for group in live if group["state"] == ActionState.ACCEPTED),
        said_done=sum(group["n"] for group in owed if group["state"] == ActionState.SAID_DONE),
        overdue=sum(group["n"] for group in still_open if group["is_past_due"]),
        late_by_first_date=sum(group["n"] for group in live if group["is_late"]),
        greener=sum(group["n"] for group in live if is_greener(group["rating"], group["rule_rating"])),
        stale=sum(group["n"] for group in still_open if group["is_untouched"]),
        rating=rating,
        rated_on=rated_on,
        narrative=narrative or "",
        reason_differs=reason or "",
        author_title=author or "",
    )


def is_late_by_first_date(standing, on):
    """As ``StandingQuerySet.late_by_first_date``, for one row in hand: no new date takes this away."""
    return is_late(standing.action.original_due_on, standing, on)


def is_late(first, standing, on):
    """Whether what was promised for ``first`` was not done by then, as far as ``standing`` says."""
    if first is None or first >= on or standing.state in DROPPED_STATES:
        return False
    if standing.finished_on:
        return standing.finished_on > first
    return not standing.is_plan_closed


def total(pictures, name):
    """The sum of one count over several pictures."""
    return sum(getattr(picture, name) for picture in pictures)


def total_rated(pictures, code):
    """How many live actions their officers rate so; None counts those not reported."""
    return sum(picture.rated[code] for picture in pictures)


def total_by_dates(pictures, code):
    """How many live actions the dates rate so."""
    return sum(picture.by_dates[code] for picture in pictures)
