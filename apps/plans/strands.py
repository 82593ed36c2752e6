"""How the strands of a plan stand on dates: the accountable officer's rating beside what the actions say."""

from dataclasses import dataclass

from django.db import connection

from apps.plans.codes import DROPPED_STATES, Rating, is_greener
from apps.plans.rules import StrandResult, Tally, roll_up


@dataclass
class StrandPicture:
    """One strand on one date; counts are of its live actions (those that still count as promises)."""

    strand_id: int
    on: object
    rule: StrandResult
    rated: dict
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


# One row a strand and date: what its actions say, and the newest rating that had taken effect.
PICTURES = """
SELECT day.on_date, strand.id,
    count(s.id) FILTER (WHERE live) AS promised,
    count(s.id) FILTER (WHERE live AND s.state = 'accepted') AS complete,
    count(s.id) FILTER (WHERE s.state = 'said_done' AND NOT s.is_plan_closed) AS said_done,
    count(s.id) FILTER (WHERE s.state = 'open' AND NOT s.is_plan_closed AND s.due_on < day.on_date) AS overdue,
    count(s.id) FILTER (WHERE live AND a.original_due_on < day.on_date AND (
        s.finished_on > a.original_due_on OR (s.finished_on IS NULL AND NOT s.is_plan_closed))) AS late,
    count(s.id) FILTER (WHERE live AND severity(s.rating) < severity(s.rule_rating)) AS greener,
    count(s.id) FILTER (WHERE s.state = 'open' AND NOT s.is_plan_closed AND s.touched_on < day.on_date - %(stale)s)
        AS stale,
    count(s.id) FILTER (WHERE live AND s.rating = 'not_started'),
    count(s.id) FILTER (WHERE live AND s.rating = 'off_track'),
    count(s.id) FILTER (WHERE live AND s.rating = 'at_risk'),
    count(s.id) FILTER (WHERE live AND s.rating = 'on_track'),
    count(s.id) FILTER (WHERE live AND s.rating = 'complete'),
    count(s.id) FILTER (WHERE live AND s.rating IS NULL),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'off_track'),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'at_risk'),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'on_track'),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'not_started'),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'complete'),
    count(s.id) FILTER (WHERE live AND s.rule_rating = 'off_track' AND a.is_critical),
    officer.rating, officer.effective_on, officer.narrative, officer.reason_differs, officer.author_title
FROM unnest(%(days)s::date[]) AS day(on_date)
CROSS JOIN plans_strand strand
LEFT JOIN plans_action a ON a.strand_id = strand.id
LEFT JOIN plans_standing s ON s.action_id = a.id AND s.starts_on <= day.on_date
    AND (s.ends_on IS NULL OR s.ends_on > day.on_date)
LEFT JOIN LATERAL (SELECT s.state <> ALL(%(dropped)s) AS live) AS promise ON true
LEFT JOIN LATERAL (
    SELECT r.rating, r.effective_on, r.narrative, r.reason_differs, r.author_title FROM plans_strandrating r
    WHERE r.strand_id = strand.id AND r.effective_on <= day.on_date AND r.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_strandrating v WHERE v.voids_id = r.id)
    ORDER BY r.effective_on DESC, r.recorded_at DESC, r.id DESC LIMIT 1) AS officer ON true
WHERE strand.id = ANY(%(strands)s)
GROUP BY day.on_date, strand.id, officer.rating, officer.effective_on, officer.narrative, officer.reason_differs,
    officer.author_title
"""
SEVERITY_SQL = "CASE {} WHEN 'off_track' THEN 3 WHEN 'at_risk' THEN 2 WHEN 'complete' THEN 0 ELSE 1 END"


def _pictures_sql():
    text = PICTURES
    for column in ("s.rating", "s.rule_rating"):
        text = text.replace(f"severity({column})", SEVERITY_SQL.format(column))
    return text.replace(
        "FILTER (WHERE live AND CASE",
        "FILTER (WHERE live AND s.rating IS NOT NULL AND s.rule_rating IS NOT NULL AND CASE",
    )


PICTURES_SQL = _pictures_sql()


def strand_pictures(strands, days, limits):
    """``{day: {strand id: StrandPicture}}`` in one query; ``limits`` are the Thresholds whose shares roll up."""
    strands = list(strands)
    pictures = {day: {} for day in days}
    if not strands:
        return pictures
    values = {
        "days": sorted(set(days)),
        "strands": [strand.pk for strand in strands],
        "dropped": [str(state) for state in DROPPED_STATES],
        "stale": limits.stale_days,
    }
    with connection.cursor() as cursor:
        cursor.execute(PICTURES_SQL, values)
        for row in cursor.fetchall():
            picture = _picture(row, limits)
            pictures[picture.on][picture.strand_id] = picture
    return pictures


def _picture(row, limits):
    day, strand_id, *numbers = row[:9]
    promised, complete, said_done, overdue, late, greener, stale = numbers
    codes = [Rating.NOT_STARTED, Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK, Rating.COMPLETE, None]
    rated = dict(zip(codes, row[9:15], strict=True))
    off_track, at_risk, on_track, not_started, by_dates_complete, critical = row[15:21]
    tally = Tally(off_track, at_risk, on_track, not_started, by_dates_complete, critical)
    rule = roll_up(tally, limits.strand_off_track_share, limits.strand_at_risk_share)
    rating, rated_on, narrative, reason, author = row[21:26]
    return StrandPicture(
        strand_id, day, rule, rated, promised, complete, said_done, overdue, late, greener, stale,
        rating, rated_on, narrative or "", reason or "", author or "",
    )  # fmt: skip


def is_late_by_first_date(standing, on):
    """As ``StandingQuerySet.late_by_first_date``, for one row in hand: no new date takes this away."""
    first = standing.action.original_due_on
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
