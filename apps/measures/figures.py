"""Figures of a measure and what stands beside them: periods, targets, starting points and announced falls."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.core.charts import number_words
from apps.core.dates import long_date
from apps.measures.models import Grain, MeasureKind, Unit, ValueState

MONTHS_DIFFER_BY = 3


@dataclass(frozen=True)
class Figure:
    """One value of one source for one period."""

    label: str
    grain: str
    starts_on: date
    ends_on: date
    state: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    words: str
    is_break: bool
    break_note: str
    is_computed: bool
    extract_as_at: date | None
    is_synthetic: bool
    set_aside: int
    left_out: int
    source: str
    effective_on: date
    recorded_at: str
    pk: int

    @property
    def is_number(self):
        return self.state == ValueState.NUMBER

    @property
    def origin(self):
        """Where it comes from, in words."""
        if not self.is_computed:
            return self.source
        kind = "the synthetic case records" if self.is_synthetic else "the case records"
        return f"Worked out from {kind} as at {long_date(self.extract_as_at)}"

    def exact(self, unit):
        """The value as exactly as it is known."""
        if unit == Unit.PERCENT and self.numerator is not None and self.denominator:
            return self.numerator * 100 / self.denominator
        return self.value


@dataclass(frozen=True)
class Period:
    """A period: the figure that leads, and what other sources say of the same time."""

    lead: Figure
    others: tuple = ()


@dataclass(frozen=True)
class Aim:
    """A target as it stands on a date."""

    value: Decimal
    due_on: date | None
    tolerance: Decimal | None
    is_statutory: bool
    reason: str
    effective_on: date


@dataclass(frozen=True)
class Start:
    """A baseline."""

    value: Decimal | None
    words: str
    date_words: str
    source: str
    effective_on: date


@dataclass(frozen=True)
class Dip:
    """A worse figure that was announced."""

    starts_on: date
    until: date | None
    words: str
    author_title: str
    source: str
    effective_on: date

    def covers(self, figure):
        """Whether it was announced for the time of a figure; without an end, for the time of its first day only."""
        return self.starts_on <= figure.ends_on and (self.until or self.starts_on) >= figure.starts_on


def comparable(now, before, unit):
    """Whether two figures may be read as a change.

    They may not where there is a break between them, where they come from different kinds of source, or where they
    count something over times of different length (months aside).
    """
    if now.is_break or any(getattr(now, name) != getattr(before, name) for name in ("is_computed", "is_synthetic")):
        return False
    lengths = [(figure.ends_on - figure.starts_on).days for figure in (now, before)]
    return unit != Unit.COUNT or now.denominator is not None or abs(lengths[0] - lengths[1]) <= MONTHS_DIFFER_BY


def amount_words(value, unit):
    if value is None:
        return ""
    if unit == Unit.PERCENT:
        return f"{value:.1f}%"
    words = number_words(value)
    if unit in (Unit.COUNT, Unit.WORDS):
        return words
    return f"{words} {Unit(unit).label.removesuffix('s') if value == 1 else Unit(unit).label}"


def figure_words(figure, unit):
    if figure is None:
        return "No figure yet"
    if figure.state == ValueState.WORDS:
        return figure.words
    if not figure.is_number:
        return ValueState(figure.state).label
    words = amount_words(figure.value, unit)
    if figure.denominator is None:
        return words
    whole = f"{figure.denominator:,.0f}"
    return f"{words} ({figure.numerator:,.0f} of {whole})" if unit == Unit.PERCENT else f"{words} of {whole}"


def without_few(figure, minimum):
    """The figure, or that there are too few cases to show it; nothing at all is no secret."""
    if figure.is_number and figure.denominator is not None and 0 < figure.denominator < minimum:
        shown = {"state": ValueState.TOO_FEW, "value": None, "numerator": None, "denominator": None}
        return Figure(**{**vars(figure), **shown})
    return figure


def periods(figures, kind):
    """Figures by period, newest first; the kind of source that the measure is made for leads, its newest row first.

    Of the loads of case records only the newest is a source of its own; what older loads said stays on the measure's
    own page.
    """
    by_period = defaultdict(list)
    for figure in figures:
        by_period[period_of(figure)].append(figure)
    is_made_for = {True: MeasureKind.COMPUTED, False: MeasureKind.MANUAL}
    found = []
    for rows in by_period.values():
        rows.sort(key=lambda row: (row.effective_on, row.recorded_at, row.pk), reverse=True)
        computed = [row for row in rows if row.is_computed][:1]
        manual = [row for row in rows if not row.is_computed]
        ordered = sorted([*computed, *manual], key=lambda row: is_made_for[row.is_computed] != kind)
        found.append(Period(ordered[0], tuple(ordered[1:])))
    return sorted(found, key=lambda period: (period.lead.ends_on, period.lead.starts_on), reverse=True)


def period_of(figure):
    """What two figures of one period share; a year that was not over yet is the same year once it is."""
    is_whole = figure.grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
    return (figure.grain, figure.starts_on) if is_whole else (figure.grain, figure.starts_on, figure.ends_on)


def newest_targets(aims):
    """The newest target of each due date; ``aims`` come newest first."""
    newest = {}
    for aim in aims:
        newest.setdefault(aim.due_on, aim)
    return list(newest.values())
