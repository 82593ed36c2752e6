"""Plans issued and how long they took, assessments that ended without one, and plans that ceased, by calendar year."""

from dataclasses import dataclass, field
from decimal import Decimal

from apps.caseload.figures.counting import (
    NONE_RECORDED,
    PLAN_DAYS,
    YEAR_DAYS,
    percentage,
    query,
    read,
    rounded,
    span,
)

MONTHS = range(1, 13)

_ISSUED = query(
    """
    WITH issued AS (
        SELECT extract(year FROM plan.starts_on)::int AS year,
               extract(month FROM plan.starts_on)::int AS month,
               plan.starts_on - request.received_on AS days,
               assessment.has_exception,
               request.had_mediation OR request.had_tribunal
                   OR assessment.had_mediation OR assessment.had_tribunal AS was_disputed
          FROM caseload_namedplan AS plan
          JOIN caseload_assessment AS assessment ON assessment.id = plan.assessment_id
          JOIN caseload_request AS request ON request.id = assessment.request_id
         WHERE plan.starts_on >= %(first)s AND plan.starts_on < %(after)s
           AND assessment.outcome = 'Y' AND {plan_stands}
    )
    SELECT year,
           month,
           count(days) AS issued,
           count(*) FILTER (WHERE days <= %(limit)s) AS in_time,
           count(days) FILTER (WHERE NOT has_exception) AS without_exception,
           count(*) FILTER (WHERE NOT has_exception AND days <= %(limit)s) AS without_exception_in_time,
           count(days) FILTER (WHERE NOT was_disputed) AS undisputed,
           count(*) FILTER (WHERE NOT was_disputed AND days <= %(limit)s) AS undisputed_in_time,
           count(*) FILTER (WHERE days > %(year)s) AS over_a_year,
           count(*) FILTER (WHERE days = %(limit)s) AS on_last_day,
           count(*) FILTER (WHERE days = %(limit)s + 1) AS a_day_late,
           coalesce(sum(days), 0) AS days,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
           count(*) - count(days) AS not_received
      FROM issued
     GROUP BY GROUPING SETS ((year), (year, month))
    """,
    "plan",
)

_NO_PLAN = query(
    """
    SELECT extract(year FROM outcome_on)::int AS year, count(*) AS ended
      FROM caseload_assessment AS assessment
     WHERE outcome = 'N' AND outcome_on >= %(first)s AND outcome_on < %(after)s AND {assessment_stands}
     GROUP BY 1
    """,
    "assessment",
)

_CEASED = query(
    """
    SELECT extract(year FROM ceased_on)::int AS year, cease_reason AS reason, count(*) AS ceased
      FROM caseload_namedplan AS plan
     WHERE ceased_on >= %(first)s AND ceased_on < %(after)s AND {plan_stands}
     GROUP BY 1, 2
     ORDER BY 1, cease_reason = '', 2
    """,
    "plan",
)


_FIRST_ISSUED = query(
    """
    SELECT extract(year FROM plan.starts_on)::int AS year
      FROM caseload_namedplan AS plan
      JOIN caseload_assessment AS assessment ON assessment.id = plan.assessment_id
      JOIN caseload_request AS request ON request.id = assessment.request_id
     WHERE assessment.outcome = 'Y' AND plan.starts_on >= request.received_on AND {plan_stands}
     ORDER BY plan.starts_on
     LIMIT 1
    """,
    "plan",
)


@dataclass(frozen=True)
class Month:
    """Plans issued in a month and those of them that took 140 days or fewer; the same without exceptions."""

    issued: int = 0
    in_time: int = 0
    without_exception: int = 0
    without_exception_in_time: int = 0

    @property
    def in_time_percentage(self):
        return percentage(self.in_time, self.issued)


@dataclass(frozen=True)
class Issued:
    """Plans issued in a year, by the days from the day the request was received (day 140 is in time).

    Historical plans are never counted; ``not_received`` are left out of all other counts for want of a day received.
    ``without_exception`` leaves out cases with an exception, ``undisputed`` those with mediation or an appeal.
    """

    issued: int = 0
    in_time: int = 0
    without_exception: int = 0
    without_exception_in_time: int = 0
    undisputed: int = 0
    undisputed_in_time: int = 0
    over_a_year: int = 0
    on_last_day: int = 0
    a_day_late: int = 0
    days: int = 0
    median: float | None = None
    not_received: int = 0
    months: dict[int, Month] = field(default_factory=lambda: {month: Month() for month in MONTHS})

    @property
    def late_within_a_year(self):
        """141 to 365 days."""
        return self.issued - self.in_time - self.over_a_year

    @property
    def in_time_percentage(self):
        return percentage(self.in_time, self.issued)

    @property
    def without_exception_in_time_percentage(self):
        """The headline of the Department for Education."""
        return percentage(self.without_exception_in_time, self.without_exception)

    @property
    def undisputed_in_time_percentage(self):
        return percentage(self.undisputed_in_time, self.undisputed)

    @property
    def mean_days(self):
        """To two decimals; None where no plan was issued."""
        return rounded(Decimal(self.days) / self.issued, "0.01") if self.issued else None

    @property
    def median_days(self):
        """A whole number where one plan stands in the middle, else the mean of the two, to one decimal."""
        if self.median is None:
            return None
        return int(self.median) if self.issued % 2 else rounded(self.median, "0.1")


@dataclass(frozen=True)
class Ceased:
    """Plans that ceased in a year, historical ones included, by the code of the reason; only reasons that occur."""

    by_reason: dict[str, int] = field(default_factory=dict)

    @property
    def ceased(self):
        return sum(self.by_reason.values())


def years_covered(last):
    """The calendar years from the first in which a plan was issued up to ``last``, which is always there.

    Earlier years have only the requests that led to later plans: their figures would not be whole.
    """
    first = [row["year"] for row in read(_FIRST_ISSUED)]
    return list(range(min([*first, last]), last + 1))


def plans_issued(years):
    """``Issued`` of each calendar year asked for, with its twelve months."""
    if not years:
        return {}
    totals, months = {}, {}
    for row in read(_ISSUED, limit=PLAN_DAYS, year=YEAR_DAYS, **span(years)):
        year, month = row.pop("year"), row.pop("month")
        if month is None:
            totals[year] = row
        else:
            months[year, month] = Month(**{name: row[name] for name in Month.__dataclass_fields__})
    return {
        year: Issued(**totals.get(year, {}), months={month: months.get((year, month), Month()) for month in MONTHS})
        for year in years
    }


def assessments_ended_no_plan(years):
    """How many assessments ended without a plan, by the calendar year in which that was told."""
    if not years:
        return {}
    found = {row["year"]: row["ended"] for row in read(_NO_PLAN, **span(years))}
    return {year: found.get(year, 0) for year in years}


def plans_ceased(years):
    """``Ceased`` of each calendar year asked for."""
    if not years:
        return {}
    found = {year: {} for year in years}
    for row in read(_CEASED, **span(years)):
        found.setdefault(row["year"], {})[row["reason"] or NONE_RECORDED] = row["ceased"]
    return {year: Ceased(found[year]) for year in years}
