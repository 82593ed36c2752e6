"""What stands in each cell of an exported list. Pure functions."""

from dataclasses import dataclass, field
from datetime import date

from apps.core.harmless import printable
from apps.core.landing import is_blank
from apps.core.sheets import Kind
from apps.core.workbooks import FILLS

# A cell of a workbook holds 32,767 characters.
MOST_CHARACTERS = 32_000
CUT = " … (cut here: the whole text is longer than a cell can hold)"
WHOLE = 100


@dataclass
class Line:
    """One row: a value for each column; those of a percentage lie between 0 and 1."""

    values: list
    rating: str | None = None


@dataclass
class Table:
    """The headings and lines of a list; ``columns`` has None where a heading is that of a period."""

    columns: list
    headings: list
    lines: list = field(default_factory=list)


def table_of(export):
    """All cells of an export, without the columns by which it comes back."""
    shown = [export.landing.shown(existing) for existing in export.rows]
    pairs = _pairs_in(export.layout, shown)
    columns = [*export.columns, *[None] * len(pairs)]
    headings = [*(column.heading for column in export.columns), *pairs.values()]
    lines = [_line(export, fields, pairs) for fields in shown]
    return Table(columns, headings, lines)


def _line(export, fields, pairs):
    values = [value_of(column, fields) for column in export.columns]
    if pairs:
        said = {_pair(item): item for item in fields.get(export.layout.pairs.field) or []}
        values += [_figure(said.get(pair)) for pair in pairs]
    rating = next((fields.get(column.field) for column in export.columns if column.kind == Kind.RATING), None)
    return Line(values, rating)


def _pairs_in(layout, shown):
    """``{(day, kind): heading}`` of the periods that any row has a figure of, in their order."""
    if not layout.pairs:
        return {}
    items = [item for fields in shown for item in fields.get(layout.pairs.field) or []]
    found = {_pair(item): f"{item['kind'].capitalize()} {item['period']}" for item in items}
    return dict(sorted(found.items()))


def _pair(item):
    return item["period_end"], item["kind"]


def _figure(item):
    if item is None:
        return None
    return item["value"] if item["value"] is not None else item["text"] or None


def value_of(column, fields):
    """The cell of a column; text is cut where a cell cannot hold it."""
    value = VALUES.get(column.kind, _plain)(column, fields)
    return _fitting(value) if isinstance(value, str) else value


def _fitting(text):
    text = printable(text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(CUT)] + CUT


def _plain(column, fields):
    value = fields.get(column.field)
    return None if is_blank(value) else value


def _day(column, fields):
    return _as_day(fields.get(column.field))


def _as_day(text):
    return date.fromisoformat(text) if text else None


def _due(column, fields):
    """The words of the plan where it has some, else the date."""
    return fields.get(f"{column.name}_text") or _as_day(fields.get(f"{column.name}_on"))


def _share(column, fields):
    value = fields.get(column.field)
    return None if value is None else round(value / WHOLE, 6)


def _names(column, fields):
    return "\n".join(fields.get(column.field) or []) or None


def _chosen(column, fields):
    code = fields.get(column.field)
    return word_of(column, code) if code else None


def _said(column, fields):
    text, value = fields.get(f"{column.field}_text"), fields.get(f"{column.field}_value")
    return text or value


VALUES = {
    Kind.DATE: _day,
    Kind.DUE: _due,
    Kind.PERCENT: _share,
    Kind.LIST: _names,
    Kind.RATING: _chosen,
    Kind.CHOICE: _chosen,
    Kind.BASELINE: _said,
    Kind.TARGET: _said,
}


def word_of(column, code):
    """The word that a column shows for a code: the first by which it is known; an abbreviation in capitals."""
    word = next(iter(column.choices.get(code, ())), str(code).replace("_", " "))
    return str(code) if word == str(code).lower() and str(code).isupper() else word[:1].upper() + word[1:]


def words_of(column):
    """What can be chosen in a column."""
    return [word_of(column, code) for code in column.choices if code]


def colours_of(column):
    """``{code: colour}`` of a column of ratings, as the layout has them where a sheet has no key."""
    return {str(code): colour for colour, code in column.colours.items() if colour in FILLS}


def percents_in(table):
    """``{(row, column)}`` of cells that are shown as percentages; the headings are row 1."""
    places = [place for place, column in enumerate(table.columns, 1) if column and column.kind == Kind.PERCENT]
    return {(row, place) for row in range(2, len(table.lines) + 2) for place in places}
