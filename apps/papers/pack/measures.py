"""The headline measures of a plan's strands as a pack shows them, each with its source and date, and their charts."""

from apps.core.charts import FONT, Line, line_chart, number_words
from apps.core.dates import long_date, short_month
from apps.measures.levels import SHAPES, Movement
from apps.measures.models import Unit

PERIODS_DRAWN = 10
# The pack knows only the fonts that come with the compiler.
FONT_OF_PACK = "Libertinus Serif"
NOT_SHOWN = "Not shown to the Board"


def measure_row(strand, picture):
    latest = picture.latest
    figure = picture.words_of(latest)
    if latest is None and picture.start_words:
        figure = f"{figure}. Starting point: {picture.start_words} ({picture.start.date_words})"
    return {
        "name": picture.name,
        "strand": f"{strand.reference} {strand.title}",
        "figure": NOT_SHOWN if picture.is_closed else f"{figure}\n{latest.label}" if latest else figure,
        "level": level_of(picture),
        "target": f"{target_of(picture)}\n{direction_of(picture)}",
        "source": source_of(picture),
    }


def level_of(picture):
    if picture.is_closed or picture.level is None:
        return {"shape": "–", "word": "No level"}
    return {"shape": SHAPES[picture.level], "word": picture.level.label}


def target_of(picture):
    aim = picture.target
    if aim is None:
        return "No target"
    due = f" by {long_date(aim.due_on)}" if aim.due_on else ""
    return f"{picture.aim_words(aim.value)}{due}{', set by law' if aim.is_statutory else ''}"


def direction_of(picture):
    """Which way it moved and from where; a fall that was announced says so."""
    if picture.is_closed or picture.latest is None:
        return ""
    words = picture.movement.label
    if picture.before is not None and picture.movement != Movement.SAME:
        words += f": {picture.words_of(picture.before)} in {picture.before.label}"
    if picture.dip:
        words += f". Announced beforehand: {picture.dip.words}"
    return words


def source_of(picture):
    if picture.is_closed:
        return ""
    if picture.latest is not None:
        return f"{picture.latest.origin}\nAs at {long_date(picture.latest.ends_on)}"
    return picture.start.source if picture.start else "No source"


def chart_of(picture):
    """The chart of the newest periods, with its words for those who do not see it; None for fewer than two figures."""
    shown = [period.lead for period in picture.periods[:PERIODS_DRAWN]][::-1]
    values = [figure.value if figure.is_number else None for figure in shown]
    if picture.unit == Unit.WORDS or sum(value is not None for value in values) < 2:
        return None
    breaks = {place for place, figure in enumerate(shown) if place and figure.is_break and values[place] is not None}
    lines = [Line("Figure", tuple(values), frozenset(breaks))]
    aim = picture.target
    if aim:
        lines.append(Line("Target", (aim.value,) * len(shown)))
    labels = [label_of(figure) for figure in shown]
    unit = "%" if picture.unit == Unit.PERCENT else Unit(picture.unit).label.capitalize()
    title = f"{picture.name}, {labels[0]} to {labels[-1]}"
    told = [f"{label} {'no figure' if v is None else number_words(v)}" for label, v in zip(labels, values, strict=True)]
    alt = f"{title}. {'Per cent' if unit == '%' else unit}: {', '.join(told)}."
    alt += f" Target {number_words(aim.value)}." if aim else ""
    svg = line_chart(lines, labels, title=title, description=alt, unit=unit)
    return {"svg": str(svg).replace(FONT, FONT_OF_PACK), "title": title, "alt": alt}


def label_of(figure):
    """A label that fits under a chart."""
    if (figure.ends_on - figure.starts_on).days < 32:
        return f"{short_month(figure.ends_on)} {figure.ends_on:%y}"
    return figure.label if len(figure.label) <= 8 else f"{short_month(figure.ends_on)} {figure.ends_on:%y}"
