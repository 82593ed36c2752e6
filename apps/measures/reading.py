"""Published figures of an area over time, read the same way everywhere.

Where several sources give a figure for the same period, the one published last comes first and the others stay with it.
Percentages are worked out anew from their counts.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from apps.measures.models import Observation, Source, State

ONE_PLACE = Decimal("0.1")


@dataclass(frozen=True)
class Point:
    """One figure of a series; ``value`` is None unless ``state`` is a number. ``others`` are those of other sources."""

    period: str
    starts_on: date
    ends_on: date
    state: str
    value: Decimal | None
    raw: str
    source: Source
    is_break: bool = False
    break_note: str = ""
    population: str = ""
    others: tuple = ()

    @property
    def is_number(self):
        return self.state == State.NUMBER

    @property
    def state_words(self):
        return State(self.state).label


def several(keys, areas, *, topic="", breakdown=""):
    """``{(series, area code): points in the order of time}`` in one query; what has no figure has no points."""
    found = Observation.objects.filter(
        series__in=keys, area_code__in=areas, breakdown_topic=topic, breakdown=breakdown
    ).select_related("source")
    rows = {}
    for row in sorted(found, key=lambda row: (row.period_starts_on, row.period_ends_on, row.period)):
        periods = rows.setdefault((row.series, row.area_code), {})
        periods.setdefault((row.period_starts_on, row.period_ends_on), []).append(row)
    return {line: [_point(versions) for versions in periods.values()] for line, periods in rows.items()}


def series(key, area, *, topic="", breakdown=""):
    """The points of one series of one area in the order of time."""
    return several([key], [area], topic=topic, breakdown=breakdown).get((key, area), [])


def latest(key, area, *, topic="", breakdown=""):
    """The last point that is a number; None where there is none."""
    return last_number(series(key, area, topic=topic, breakdown=breakdown))


def last_number(points):
    return next((point for point in reversed(points) if point.is_number), None)


def compare(key, areas, *, topic="", breakdown=""):
    """``{area code: points}``, in the order of ``areas``; an area without figures has no points."""
    found = several([key], areas, topic=topic, breakdown=breakdown)
    return {area: found.get((key, area), []) for area in areas}


def percentage(numerator, denominator):
    """Per cent to one place, halves away from zero; None where there is nothing to take a part of."""
    if numerator is None or not denominator:
        return None
    return (Decimal(numerator) * 100 / Decimal(denominator)).quantize(ONE_PLACE, ROUND_HALF_UP)


def shares(parts, wholes):
    """Points of the percentage of ``parts`` in ``wholes``, period by period, worked out from the counts."""
    by_period = {(whole.starts_on, whole.ends_on): whole for whole in wholes}
    pairs = [(part, by_period.get((part.starts_on, part.ends_on))) for part in parts]
    return [_share(part, whole) for part, whole in pairs if whole is not None]


def sums(lines):
    """Points of the sum of several lines, for the periods in which each has a number."""
    first, *others = lines
    by_period = [{(point.starts_on, point.ends_on): point for point in line if point.is_number} for line in others]
    added = []
    for point in first:
        parts = [line.get((point.starts_on, point.ends_on)) for line in by_period]
        if point.is_number and all(parts):
            value = point.value + sum(part.value for part in parts)
            added.append(replace(point, value=value, raw=f"{value:.0f}", others=()))
    return added


def _share(part, whole):
    value = percentage(part.value, whole.value)
    if value is None:
        lacking = whole if part.is_number and not whole.is_number else part
        state = State.NOT_APPLICABLE if lacking.is_number else lacking.state
    else:
        state = State.NUMBER
    return Point(
        period=part.period,
        starts_on=part.starts_on,
        ends_on=part.ends_on,
        state=state,
        value=value,
        raw=f"{_counted(part)} of {_counted(whole)}",
        source=part.source,
        is_break=part.is_break or whole.is_break,
        break_note=part.break_note or whole.break_note,
    )


def _counted(point):
    return f"{point.value:,.0f}" if point.is_number else point.state_words.lower()


def _point(versions):
    newest, *others = sorted(versions, key=_published, reverse=True)
    return Point(
        period=newest.period,
        starts_on=newest.period_starts_on,
        ends_on=newest.period_ends_on,
        state=newest.state,
        value=newest.value,
        raw=newest.raw,
        source=newest.source,
        is_break=newest.is_break,
        break_note=newest.break_note,
        population=newest.population,
        others=tuple(others),
    )


def _published(row):
    """When a row's source was published, as far as that is known; a year counts as its last day."""
    source = row.source
    year_end = date(source.published_year, 12, 31) if source.published_year else date.min
    return source.published_on or year_end, source.loaded_at, source.pk
