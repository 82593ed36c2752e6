"""All that is known of one measure: every figure of every source by period, what is published, and their charts."""

from dataclasses import dataclass, field
from datetime import date

from apps.core.charts import Line, line_chart, number_words
from apps.core.dates import short_month
from apps.measures import reading
from apps.measures.figures import Figure, amount_words, figure_words, period_of, periods, without_few
from apps.measures.levels import target_for
from apps.measures.models import ExpectedDip, Grain, MeasureKind, Subject, Target, Unit, Value
from apps.measures.services import period_of as period_words

BURY = "351"
MONTHS_DRAWN = 13
PERIODS_DRAWN = 10


@dataclass
class PeriodLine:
    """A period with every figure of ours, the leading one first, and what was published of it."""

    label: str
    starts_on: date
    ends_on: date
    figures: list = field(default_factory=list)
    published: list = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """A figure in words, with where it comes from; ``row`` is the entry that may be taken back."""

    figure: Figure
    words: str
    row: Value
    is_older_load: bool


@dataclass(frozen=True)
class Published:
    """What a publisher gives for the same period."""

    words: str
    source: object
    is_break: bool
    break_note: str
    value: object


@dataclass(frozen=True)
class Group:
    """Measures that belong together on the list."""

    title: str
    finding: object
    rows: list
    note: str = ""


def figure_of(row):
    """The figure of a saved value, hidden where its cases are too few."""
    names = [name for name in Figure.__dataclass_fields__ if name not in ("recorded_at",)]
    figure = Figure(**{name: getattr(row, name) for name in names}, recorded_at=row.recorded_at.isoformat())
    return without_few(figure, row.measure.minimum)


def entries(rows, measure):
    """``{period: [Entry]}``: what leads first, then other sources, then what older loads said."""
    found = {}
    by_key = {row.pk: row for row in rows}
    figures = [figure_of(row) for row in rows]
    for period in periods(figures, measure.kind):
        of_period = [figure for figure in figures if period_of(figure) == period_of(period.lead)]
        named = [period.lead, *period.others]
        kept = {figure.pk for figure in named}
        older = sorted((f for f in of_period if f.pk not in kept), key=lambda f: (f.effective_on, f.pk), reverse=True)
        found[period.lead] = [
            Entry(figure, figure_words(figure, measure.unit), by_key[figure.pk], figure.pk not in kept)
            for figure in [*named, *older]
        ]
    return found


def lines(measure, values, theirs):
    """Every period of the length that dashboards show, newest first, with what was published for it."""
    mine = [value for value in values if not measure.grain or value.grain == measure.grain]
    return _by_period(measure, mine, [row for row in theirs if not measure.grain or row[0] == measure.grain])


def months(measure, values, theirs):
    """The months of a measure whose dashboards show longer periods, newest first."""
    if measure.grain in ("", Grain.MONTH):
        return []
    monthly = [value for value in values if value.grain == Grain.MONTH]
    return _by_period(measure, monthly, [row for row in theirs if row[0] == Grain.MONTH])


def _by_period(measure, values, theirs):
    found = {}
    for lead, of_period in entries(values, measure).items():
        found[lead.starts_on, lead.ends_on] = PeriodLine(lead.label, lead.starts_on, lead.ends_on, of_period)
    for _, label, starts_on, ends_on, figure in theirs:
        line = found.setdefault((starts_on, ends_on), PeriodLine(label, starts_on, ends_on))
        line.published.append(figure)
    return sorted(found.values(), key=lambda line: (line.ends_on, line.starts_on), reverse=True)


def published(measure, on):
    """What was published of Bury's periods until ``on``: ``[(grain, label, first day, last day, Published)]``; a query.

    Two counts give a percentage; a count may be the sum of several series.
    """
    keys = keys_of(measure)
    return _published_in(reading.several(keys, [BURY]) if keys else {}, measure, on)


def newest_published(measures, on):
    """``{measure id: (label, Published)}`` of the newest number that was published of each; one query for all."""
    found = reading.several([key for measure in measures for key in keys_of(measure)], [BURY])
    newest = {}
    for measure in measures:
        numbers = [row for row in _published_in(found, measure, on) if row[4].value is not None]
        if numbers:
            _, label, _, _, figure = max(numbers, key=lambda row: row[3])
            newest[measure.pk] = label, figure
    return newest


def keys_of(measure):
    named = (measure.published_part, measure.published_whole, measure.published_also)
    return [key for keys in named for key in keys.split("+") if key]


def _published_in(found, measure, on):
    part, whole = _sum(measure.published_part, found), _sum(measure.published_whole, found)
    points = reading.shares(part, whole) if measure.published_whole else part
    return [
        (*_period_words(point), point.starts_on, point.ends_on, _published(point, measure))
        for point in [*points, *_sum(measure.published_also, found)]
        if point.ends_on <= on
    ]


def _sum(keys, found):
    lines = [found.get((key, BURY), []) for key in keys.split("+") if key]
    return reading.sums(lines) if len(lines) > 1 else next(iter(lines), [])


def _period_words(point):
    grain, words = period_words(point.starts_on, point.ends_on)
    return grain, words if grain == Grain.MONTH else point.period


def _published(point, measure):
    return Published(_published_words(point, measure), point.source, point.is_break, point.break_note, point.value)


def _published_words(point, measure):
    if not point.is_number:
        return point.state_words
    words = amount_words(point.value, measure.unit)
    return f"{words} ({point.raw})" if measure.published_whole and " of " in point.raw else words


def sources_of(lines):
    """The publications that the lines cite, each once."""
    return list({figure.source.pk: figure.source for line in lines for figure in line.published}.values())


def taken_back(measure, on, is_closed):
    """What was entered and taken back by ``on``: ``[(what, words, entry that took it back)]``."""
    kinds = ((Target, "Target"), (ExpectedDip, "Announcement"), *(() if is_closed else ((Value, "Figure"),)))
    rows = []
    for kind, word in kinds:
        voiding = kind.objects.filter(measure=measure, voids__isnull=False, effective_on__lte=on)
        rows += [(word, _words_of(row.voids, measure), row) for row in voiding.select_related("voids")]
    return sorted(rows, key=lambda row: row[2].recorded_at, reverse=True)


def _words_of(row, measure):
    if isinstance(row, Value):
        row.measure = measure
        return f"{row.label}: {figure_words(figure_of(row), measure.unit)}"
    if isinstance(row, Target):
        return amount_words(row.value, measure.unit).replace(".0%", "%")
    return row.words


# Charts.


def charts(measure, picture, lines, monthly):
    """Charts of the periods, and of the months where there are some; nothing for a single figure."""
    drawn = [chart(measure, picture, list(reversed(lines[:PERIODS_DRAWN])), _short)]
    drawn.append(
        chart(
            measure,
            picture,
            list(reversed(monthly[:MONTHS_DRAWN])),
            lambda line: f"{short_month(line.starts_on)} {line.starts_on:%y}",
        )
    )
    return [svg for svg in drawn if svg]


def chart(measure, picture, shown, label_of):
    """The leading figures, what was published first for each period, and the target; "" where no line has two."""
    name = "Records" if measure.kind == MeasureKind.COMPUTED else "Entered"
    ours = [line.figures[0].figure if line.figures else None for line in shown]
    theirs = [next(iter(line.published), None) for line in shown]
    found = [
        _line(name, [f.value if f and f.is_number else None for f in ours], ours),
        _line("Published", [p.value if p else None for p in theirs], theirs),
    ]
    found = [line for line in found if any(value is not None for value in line.values)]
    if measure.unit == Unit.WORDS or not any(sum(v is not None for v in line.values) > 1 for line in found):
        return ""
    aims = [target_for(picture.targets, line.ends_on) for line in shown]
    if any(aims):
        found.append(Line("Target", tuple(aim.value if aim else None for aim in aims)))
    labels = [label_of(line) for line in shown]
    title = f"{measure.name}, {labels[0]} to {labels[-1]}"
    unit = "%" if measure.unit == Unit.PERCENT else Unit(measure.unit).label.capitalize()
    return line_chart(found, labels, title=title, description=_description(found, labels, unit), unit=unit)


def _line(name, values, points):
    broken = {place for place, point in enumerate(points) if point and point.is_break and values[place] is not None}
    return Line(name, tuple(values), frozenset(broken - {0}))


def _description(found, labels, unit):
    told = []
    for line in found:
        pairs = zip(labels, line.values, strict=True)
        words = (f"{label} {'no figure' if v is None else number_words(v)}" for label, v in pairs)
        told.append(f"{line.name}: {', '.join(words)}")
    return f"{'Per cent' if unit == '%' else unit}. {'. '.join(told)}. The figures stand in the table below."


def _short(line):
    """A label that fits under a chart."""
    if line.starts_on == line.ends_on or (line.ends_on - line.starts_on).days < 32:
        return f"{short_month(line.starts_on)} {line.starts_on:%y}"
    if line.label == str(line.starts_on.year) or line.label.startswith(f"{line.starts_on.year}"):
        return str(line.starts_on.year)
    return f"{short_month(line.ends_on)} {line.ends_on:%y}"


# The list.


def grouped(found, links):
    """Pictures under the finding that they are first linked to, then the rest by subject, then what is made up."""
    by_key = {picture.pk: picture for picture in found}
    groups, placed = {}, set()
    for link in sorted(links, key=lambda link: not link.is_headline):
        picture = by_key.get(link.measure_id)
        if picture is None or picture.is_demonstration or picture.pk in placed:
            continue
        placed.add(picture.pk)
        groups.setdefault(link.finding, []).append((picture, link))
    order = list(dict.fromkeys(link.finding for link in links))
    shown = [Group(str(finding), finding, groups[finding]) for finding in order if finding in groups]
    for title, note, rows in _others(found, placed):
        if rows:
            shown.append(Group(title, None, [(picture, None) for picture in rows], note))
    return shown


def _others(found, placed):
    rest = [picture for picture in found if picture.pk not in placed]
    real = [picture for picture in rest if not picture.is_demonstration]
    yield "Other measures of what services do", "", [p for p in real if p.subject == Subject.CONDUCT]
    yield (
        "Who the children are",
        "Figures about children are shown here only once a release of them has been checked for small numbers.",
        [p for p in real if p.subject == Subject.CHILDREN],
    )
    yield (
        "Demonstration",
        "These measures and their figures are made up to show how the pages work.",
        [p for p in rest if p.is_demonstration],
    )
