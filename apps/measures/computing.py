"""Turns the figures of the case records into values of the computed measures; it works under the role that sees cases.

``compute`` adds a row only where a figure is new or differs from what the same load gave before; a newer load adds its
own rows beside the older ones. Measures about children are never written here: their values would be readable by people
who may not see cases.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection, transaction

from apps.caseload import figures
from apps.caseload.figures.counting import percentage
from apps.caseload.mode import can_edit_records
from apps.caseload.models import Extract, Request
from apps.core.dates import MONTHS, long_date
from apps.measures.models import Grain, Measure, MeasureKind, Subject, Unit, Value, ValueState

# Measures of advice, by the service asked.
ADVICE = {
    "ep": "advice-educational-psychology",
    "health": "advice-health",
    "social_care": "advice-social-care",
    "setting": "advice-setting",
    "adulthood": "advice-adulthood",
}


@dataclass(frozen=True)
class Reading:
    """One figure of one period; without ``whole`` a number that is no part of anything."""

    grain: str
    starts_on: date
    ends_on: date
    label: str
    part: int | Decimal | None = None
    whole: int | None = None
    state: str = ValueState.NUMBER
    left_out: int = 0


@dataclass(frozen=True)
class LiveRecords:
    """The records of live mode as they stand at the end of a day, in the place of a load; ``pk`` is that of no load."""

    as_at: date
    is_synthetic: bool
    pk: int = 0
    set_aside_count: int = 0

    @property
    def reference_on(self):
        return self.as_at

    @property
    def return_year(self):
        return self.as_at.year


def in_year(year, part, whole=None, *, until=None, left_out=0):
    """A reading of a calendar year; one that goes on after ``until`` says how far it goes."""
    ends_on = date(year, 12, 31)
    label = str(year)
    if until and until < ends_on:
        ends_on, label = until, f"{year}, to {until.day} {MONTHS[until.month - 1]}"
    return Reading(Grain.YEAR, date(year, 1, 1), ends_on, label, part, whole, left_out=left_out)


def in_month(year, month, part, whole):
    last = date(year, month, monthrange(year, month)[1])
    return Reading(Grain.MONTH, last.replace(day=1), last, f"{MONTHS[month - 1]} {year}", part, whole)


def on_day(day, part, whole=None, left_out=0):
    return Reading(Grain.DAY, day, day, long_date(day), part, whole, left_out=left_out)


def nothing_recorded(grain, on):
    starts_on = on.replace(month=1, day=1) if grain == Grain.YEAR else on
    label = str(on.year) if grain == Grain.YEAR else long_date(on)
    return Reading(grain, starts_on, on, label, state=ValueState.NO_RECORDS)


@transaction.atomic
def compute(extract, on):
    """Write the values that the records give at the end of ``on``; returns how many rows were added."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('measures_compute'))")
    measures = Measure.objects.filter(kind=MeasureKind.COMPUTED, subject=Subject.CONDUCT, is_demonstration=False)
    by_slug = {measure.slug: measure for measure in measures}
    found = readings(extract, on)
    rows = [
        _value(by_slug[slug], reading, extract, on)
        for slug, of_measure in found.items()
        if slug in by_slug
        for reading in without_few(of_measure, by_slug[slug].minimum)
    ]
    known = _known(extract, by_slug.values())
    new = [row for row in rows if known.get(_period(row)) != _said(row)]
    Value.objects.bulk_create(new)
    return len(new)


def compute_newest(on=None, latest=None):
    """Compute from the newest load, up to its own day or ``on``, not after ``latest``; None where there is no load.

    In live mode from the records as they stand, up to ``on`` or ``latest``; None where there is none.
    """
    extract = Extract.objects.newest()
    if can_edit_records():
        is_synthetic = extract is not None and extract.is_synthetic
        extract = LiveRecords(on or latest, is_synthetic) if Request.objects.exists() else None
    if extract is None:
        return None
    day = on or extract.as_at
    return compute(extract, min(day, latest) if latest else day)


def readings(extract, on):
    """``{slug: [Reading]}`` of every computed measure."""
    years = figures.years_covered(extract.return_year - 1)
    return {
        **_issued(years),
        **_requests(years),
        **_due(on),
        **_audited(on),
        **_of_a_day(extract, years, on),
        "review-decisions-4-weeks": _review_decisions(extract.return_year - 1, isinstance(extract, LiveRecords)),
        "complaints": _counted(figures.complaints(on), on),
    }


def _issued(years):
    found = figures.plans_issued(years)
    months = [(year, number, month) for year, issued in found.items() for number, month in issued.months.items()]
    every = [in_year(y, n.in_time, n.issued, left_out=n.not_received) for y, n in found.items()]
    without = [in_year(y, n.without_exception_in_time, n.without_exception) for y, n in found.items()]
    return {
        "plans-20-weeks": every + [in_month(y, m, n.in_time, n.issued) for y, m, n in months],
        "plans-20-weeks-without-exceptions": without
        + [in_month(y, m, n.without_exception_in_time, n.without_exception) for y, m, n in months],
        "plans-20-to-52-weeks": [in_year(y, n.late_within_a_year, n.issued) for y, n in found.items()],
        "plans-over-a-year": [in_year(y, n.over_a_year, n.issued) for y, n in found.items()],
    }


def _requests(years):
    received, disputed = figures.requests_received(years), figures.disputes(years)
    disputed = {year: disputed.get(year, figures.Disputes()) for year in years}
    return {
        "decisions-6-weeks": [in_year(y, n.decided_in_time, n.decided) for y, n in received.items()],
        "requests-refused": [in_year(y, n.refused, n.received) for y, n in received.items()],
        "mediation": [in_year(y, n.with_mediation, n.decided) for y, n in disputed.items()],
        "tribunal": [in_year(y, n.with_tribunal, n.decided) for y, n in disputed.items()],
    }


def _due(on):
    """What had to be done by a date, by the year of that date."""
    advice = figures.advice_in_time(on)
    found = {slug: advice.get(service, {}) for service, slug in ADVICE.items()}
    found |= {"amended-plans-12-weeks": figures.amended_plans(on), "transfers-by-their-dates": figures.transfers(on)}
    return {
        slug: [in_year(y, n.in_time, n.due, until=on) for y, n in _filled(years, on, figures.Due()).items()]
        or [nothing_recorded(Grain.YEAR, on)]
        for slug, years in found.items()
    }


def _audited(on):
    found = _filled(figures.audits(on), on, figures.Audits())
    parts = {"audits-good": "good", "audits-social-care": "with_social_care", "audits-adulthood": "with_adulthood"}
    return {
        slug: [in_year(y, getattr(n, name), n.audited, until=on) for y, n in found.items()]
        or [nothing_recorded(Grain.YEAR, on)]
        for slug, name in parts.items()
    }


def _counted(found, on):
    return [in_year(y, n, until=on) for y, n in _filled(found, on, 0).items()] or [nothing_recorded(Grain.YEAR, on)]


def _filled(found, on, nothing):
    """Every year from the first of which there is a record up to ``on``; before that nobody knows."""
    return {year: found.get(year, nothing) for year in range(min(found), on.year + 1)} if found else {}


def _of_a_day(extract, years, on):
    days = {date(year, 12, 31) for year in years} | {on}
    cases = figures.open_cases(days)
    ages = figures.plan_ages(extract.reference_on)
    day = extract.reference_on
    older = on_day(day, ages.over_a_year, ages.dated, ages.undated)
    median = on_day(day, ages.median_days, left_out=ages.undated)
    reviewed = on_day(day, ages.up_to_date, ages.reviewable, ages.not_reviewable)
    return {
        "open-overdue": [on_day(d, cases[d].overdue, cases[d].open) for d in sorted(days) if cases[d].open]
        or [nothing_recorded(Grain.DAY, on)],
        "plan-text-over-a-year": [older] if ages.dated else [nothing_recorded(Grain.DAY, day)],
        "plan-text-age": [median] if ages.dated else [nothing_recorded(Grain.DAY, day)],
        "reviews-up-to-date": [reviewed] if ages.reviewable else [nothing_recorded(Grain.DAY, day)],
    }


def _review_decisions(year, are_kept_here):
    reviews = figures.annual_reviews(year, are_kept_here)
    if not reviews.meetings:
        return [nothing_recorded(Grain.YEAR, date(year, 12, 31))]
    return [in_year(year, reviews.in_time, reviews.decisions)]


def without_few(readings, minimum):
    """Readings in which small numbers are hidden, and as many months more as keep a year from telling them.

    A month with few cases could be worked out as the rest of its year; the smallest other months of that year are
    hidden with it until so many cases are hidden together that none stands alone.
    """
    hidden = {r for r in readings if _is_few(r, minimum)}
    for year in {r.starts_on.year for r in hidden if r.grain == Grain.MONTH}:
        months = [r for r in readings if r.grain == Grain.MONTH and r.starts_on.year == year and r.whole]
        few = [r for r in months if r in hidden]
        rest = sorted((r for r in months if r not in hidden), key=lambda r: (r.whole, r.starts_on))
        while rest and (len(few) < 2 or sum(r.whole for r in few) < minimum):
            few.append(rest.pop(0))
        hidden.update(few)
    return [_few(reading) if reading in hidden else reading for reading in readings]


def _is_few(reading, minimum):
    return reading.whole is not None and 0 < reading.whole < minimum


def _few(reading):
    return Reading(reading.grain, reading.starts_on, reading.ends_on, reading.label, state=ValueState.TOO_FEW)


def _value(measure, reading, extract, on):
    state, value = reading.state, None
    if state == ValueState.NUMBER:
        value = percentage(reading.part, reading.whole) if measure.unit == Unit.PERCENT else reading.part
        state = ValueState.NOTHING if value is None else state
    is_number = state == ValueState.NUMBER
    return Value(
        measure=measure,
        effective_on=on,
        grain=reading.grain,
        starts_on=reading.starts_on,
        ends_on=reading.ends_on,
        label=reading.label,
        state=state,
        numerator=reading.part if is_number and reading.whole is not None else None,
        denominator=reading.whole if is_number else None,
        value=value,
        extract_key=extract.pk,
        extract_as_at=extract.as_at,
        is_synthetic=extract.is_synthetic,
        set_aside=extract.set_aside_count,
        left_out=reading.left_out,
    )


def _known(extract, measures):
    """What this load has given already, by measure and period: the newest row of each."""
    rows = Value.objects.standing().filter(extract_key=extract.pk, measure__in=measures)
    return {_period(row): _said(row) for row in rows.order_by("effective_on", "recorded_at", "pk")}


def _period(row):
    return row.measure_id, row.grain, row.starts_on, row.ends_on


def _said(row):
    numbers = (row.numerator, row.denominator, row.value)
    return row.state, *(None if n is None else Decimal(n) for n in numbers), row.left_out, row.set_aside
