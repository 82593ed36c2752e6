"""Plans in force on census day: ages, sex, need, where they came from, their start; annual reviews; rows held."""

from dataclasses import dataclass
from datetime import date

from apps.caseload.figures.counting import NONE_RECORDED, percentage, query, read, span

BANDS = (("under 5", 0, 4), ("5 to 10", 5, 10), ("11 to 15", 11, 15), ("16 to 25", 16, 25))
OLDER = "26 and over"
REVIEW_DAYS = 28  # four weeks from the meeting: R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)

# PostgreSQL's age() counts a birthday on 29 February from 1 March in other years.
_CENSUS = query(
    """
    SELECT fact.kind, fact.value, count(*) AS plans
      FROM caseload_activeplan AS active
      JOIN caseload_request AS request ON request.id = active.request_id
      JOIN caseload_child AS child ON child.id = request.child_id
      LEFT JOIN caseload_need AS need ON need.active_plan_id = active.id AND need.rank = 1 AND {need_stands}
      LEFT JOIN LATERAL (
          SELECT plan.starts_on
            FROM caseload_assessment AS assessment
            JOIN caseload_namedplan AS plan ON plan.assessment_id = assessment.id AND {plan_stands}
           WHERE assessment.request_id = request.id
           ORDER BY (plan.ceased_on IS NULL OR plan.ceased_on > %(on)s) DESC, plan.starts_on DESC NULLS LAST
           LIMIT 1
      ) AS in_force ON true
     CROSS JOIN LATERAL (
         VALUES ('age_before', extract(year FROM age(greatest(%(age_day)s, child.birth_on), child.birth_on))::text),
                ('age', extract(year FROM age(greatest(%(on)s, child.birth_on), child.birth_on))::text),
                ('sex', child.sex),
                ('need', need.type),
                ('transferred', (active.transferred_from <> '')::text),
                ('start_year', extract(year FROM in_force.starts_on)::text)
     ) AS fact (kind, value)
     WHERE {active_stands}
     GROUP BY 1, 2
    """,
    "need",
    "plan",
    "active",
)

_REVIEWS = query(
    """
    SELECT count(*) AS meetings,
           count(decided_on) AS decisions,
           count(*) FILTER (WHERE decided_on - review_meeting_on <= %(days)s) AS in_time
      FROM caseload_activeplan AS active
     WHERE review_meeting_on >= %(first)s AND review_meeting_on < %(after)s AND {active_stands}
    """,
    "active",
)

# Where cases are kept here, a plan may have had several reviews in a year; one of the same day is told once.
_REVIEWS_KEPT_HERE = query(
    """
    WITH told AS (
        SELECT request_id, review_meeting_on AS met_on, decided_on
          FROM caseload_activeplan AS active
         WHERE {active_stands}
         UNION ALL
        SELECT review.request_id, review.meeting_on, review.decided_on
          FROM caseload_review AS review
          JOIN caseload_request AS request ON request.id = review.request_id AND {request_stands}
         WHERE {review_counts}
    ), met AS (
        SELECT met_on, max(decided_on) AS decided_on FROM told
         WHERE met_on >= %(first)s AND met_on < %(after)s GROUP BY request_id, met_on
    )
    SELECT count(*) AS meetings,
           count(decided_on) AS decisions,
           count(*) FILTER (WHERE decided_on - met_on <= %(days)s) AS in_time
      FROM met
    """,
    "active",
    "request",
    added=("review",),
)

_ROWS = query(
    """
    SELECT (SELECT count(*) FROM caseload_child AS child WHERE {child_stands}) AS person,
           (SELECT count(*) FROM caseload_request AS request WHERE {request_stands}) AS requests,
           (SELECT count(*) FROM caseload_assessment AS assessment WHERE {assessment_stands}) AS assessment,
           (SELECT count(*) FROM caseload_namedplan AS plan WHERE {plan_stands}) AS namedplan,
           (SELECT count(*) FROM caseload_plandetail AS detail WHERE {detail_stands}) AS plandetail,
           (SELECT count(*) FROM caseload_activeplan AS active WHERE {active_stands}) AS activeplans,
           (SELECT count(*) FROM caseload_placement AS placement WHERE {placement_stands}) AS placementdetail,
           (SELECT count(*) FROM caseload_need AS need WHERE {need_stands}) AS senneed
    """,
    "child",
    "request",
    "assessment",
    "plan",
    "detail",
    "active",
    "placement",
    "need",
)


@dataclass(frozen=True)
class Census:
    """Plans in force on ``on``, by completed years of age, sex, main need and year of the plan.

    Ages stand twice: on ``age_day``, the 31 August before, and on ``on``. Each dict has what occurs, in order, and
    "none recorded" last; a child born after the age day counts as 0.
    """

    on: date
    age_day: date
    active_plans: int
    ages_at_age_day: dict
    ages_at_census: dict
    sexes: dict
    needs: dict
    transferred_in: int
    start_years: dict

    @property
    def bands_at_age_day(self):
        return in_bands(self.ages_at_age_day)

    @property
    def bands_at_census(self):
        return in_bands(self.ages_at_census)


@dataclass(frozen=True)
class Reviews:
    """Review meetings of a year, those with a decision, and decisions within 28 days of the meeting."""

    meetings: int
    decisions: int
    in_time: int

    @property
    def late(self):
        return self.decisions - self.in_time

    @property
    def in_time_percentage(self):
        return percentage(self.in_time, self.decisions)


def age_day_before(on):
    """The last 31 August before a day."""
    this_year = date(on.year, 8, 31)
    return this_year if this_year < on else date(on.year - 1, 8, 31)


def in_bands(ages):
    """Counts by single year as counts by age band; the four bands always, what lies outside them where it occurs."""
    bands = {name: sum(ages.get(age, 0) for age in range(low, high + 1)) for name, low, high in BANDS}
    older = sum(count for age, count in ages.items() if age != NONE_RECORDED and age > BANDS[-1][2])
    unknown = ages.get(NONE_RECORDED, 0)
    return bands | ({OLDER: older} if older else {}) | ({NONE_RECORDED: unknown} if unknown else {})


def census(on):
    """``Census`` of the plans in force, with ages on ``on`` and on the 31 August before it."""
    age_day = age_day_before(on)
    facts = {}
    for row in read(_CENSUS, on=on, age_day=age_day):
        facts.setdefault(row["kind"], {})[row["value"] or NONE_RECORDED] = row["plans"]
    transferred = facts.get("transferred", {})
    return Census(
        on=on,
        age_day=age_day,
        active_plans=sum(transferred.values()),
        ages_at_age_day=_by_number(facts.get("age_before", {})),
        ages_at_census=_by_number(facts.get("age", {})),
        sexes=_unknown_last(sorted(facts.get("sex", {}).items())),
        needs=_unknown_last(sorted(facts.get("need", {}).items(), key=lambda need: (-need[1], need[0]))),
        transferred_in=transferred.get("true", 0),
        start_years=_by_number(facts.get("start_year", {})),
    )


def _by_number(counts):
    numbers = {int(value): count for value, count in counts.items() if value != NONE_RECORDED}
    unknown = {NONE_RECORDED: counts[NONE_RECORDED]} if NONE_RECORDED in counts else {}
    return dict(sorted(numbers.items())) | unknown


def _unknown_last(counts):
    return dict(sorted(counts, key=lambda item: item[0] == NONE_RECORDED))


def annual_reviews(year, are_kept_here=False):
    """``Reviews`` of the plans in force whose last meeting was in a calendar year, as the return tells them.

    With ``are_kept_here`` all review meetings of that year, those recorded on cases too.
    """
    return Reviews(**read(_REVIEWS_KEPT_HERE if are_kept_here else _REVIEWS, days=REVIEW_DAYS, **span([year]))[0])


def row_counts():
    """How many records there are, by the module of the return."""
    return read(_ROWS)[0]
