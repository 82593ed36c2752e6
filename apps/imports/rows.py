"""From what was read to the rows that are staged, and from what a person types to the values that a cell would give."""

from collections import defaultdict
from datetime import date

from apps.core.dates import day_kept_as, typed_date
from apps.core.landing import is_blank
from apps.core.sheets import Kind
from apps.imports.grid import Book, Sheet
from apps.imports.reading import read

PLAIN = frozenset({str, int, float, bool, type(None)})
DAYS = frozenset({date, type(None)})
# What a column of a kind is called where its cell gives several fields.
SEVERAL = {
    Kind.DUE: ("_on", "_text", "_precision"),
    Kind.RATING: ("", "_source"),
    Kind.BASELINE: ("_text", "_value", "_on", "_suppressed"),
    Kind.TARGET: ("_text", "_value"),
}


def rows_of(reading):
    """Each row to be staged, in the order of the file."""
    problems = defaultdict(list)
    for item in reading.problems:
        problems[item.sheet, item.row].append(as_kept(item))
    names, columns = list(reading.columns), [plain_column(values) for values in reading.columns.values()]
    for place, (sheet, number, *values) in enumerate(zip(reading.sheet_of, reading.numbers, *columns, strict=True), 1):
        fields = dict(zip(names, values, strict=True))
        yield Unsaved(place, sheet[:100], number, fields, problems.get((sheet, number), []))


class Unsaved:
    """A row before it is staged: what the model of the staging table holds, without the cost of a model."""

    __slots__ = (
        "position",
        "sheet",
        "number",
        "key",
        "fields",
        "edits",
        "base",
        "exported_key",
        "exported_version",
        "problems",
        "has_problems",
        "outcome",
        "matched",
        "matched_version",
        "changes",
        "clashes",
        "moved",
        "settled",
    )

    def __init__(self, position, sheet, number, fields, problems):
        self.position, self.sheet, self.number = position, sheet, number
        self.fields, self.problems = fields, problems
        self.edits, self.settled, self.base = {}, {}, None
        self.exported_key, self.exported_version, self.moved = "", None, []


def plain_column(values):
    """The values of a column as JSON holds them; only one that holds more than texts and numbers is gone through."""
    kinds = set(map(type, values))
    if kinds <= PLAIN:
        return values
    if kinds <= DAYS:
        return [value.isoformat() if value else None for value in values]
    return [plain(value) for value in values]


def as_kept(item):
    """A problem of reading as a row keeps it."""
    kept = {"code": item.code, "field": item.field, "severity": item.severity, "message": item.message}
    return kept | {name: getattr(item, name) for name in ("column", "text") if getattr(item, name)}


def plain(value):
    """A value as JSON holds it; dates as 2025-03-31."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value


def about_of(reading):
    """What else the preview tells of a file: rows that were left out, what concerns the whole, and what was asked."""
    return {
        "skipped": [{"sheet": item.sheet, "row": item.row, "reason": item.reason} for item in reading.skipped],
        "general": [as_kept(item) for item in reading.problems if item.row is None],
        "questions": [plain(item._asdict()) for item in reading.questions],
        "sheets": [sheet.name for sheet in reading.sheets],
    }


def texts_of(layout, fields):
    """What a person would type into each column for these values: ``{column: text}``."""
    return {column.field: _text(column, fields) for column in layout.columns}


def _text(column, fields):
    for name in (f"{column.field}_text", f"{column.field}_on", f"{column.field}_value", column.field):
        value = fields.get(name)
        if not is_blank(value):
            return _said(column, value)
    return ""


def _said(column, value):
    if isinstance(value, list):
        return "\n".join(value)
    if column.kind == Kind.RATING:
        return value.replace("_", " ")
    day = day_kept_as(value) if column.kind in (Kind.DATE, Kind.DUE) else None
    return typed_date(day) if day else str(value)


def cleaned(layout, texts, changed):
    """``(fields, problems, names)`` of a row whose ``changed`` columns were typed over; ``texts`` are all its columns.

    They go through the same reading as cells do: as the only row of a sheet with the layout's own headings. ``names``
    are the fields that the changed columns give.
    """
    headings = [column.heading for column in layout.columns]
    sheet = Sheet(name="", rows=[headings, [texts.get(column.field) or None for column in layout.columns]])
    reading = read(Book([sheet]), layout, file_name="", mapping={"sheets": [""], "header_rows": {"": [1]}})
    record = next(reading.records(), {})
    names = {name for field in changed for name in fields_of(layout, field)}
    problems = [as_kept(item) for item in reading.problems if item.row is None or item.field in names | set(changed)]
    return {name: plain(record.get(name)) for name in names}, problems, names | set(changed)


def fields_of(layout, field):
    """The fields that the cells of a column give; a name that is no column stands for itself."""
    column, band = layout.column(field), layout.band
    if band and field == band.field:
        return {field, band.ref_field} - {""}
    if column is None:
        return {field}
    return {f"{field}{ending}" for ending in SEVERAL.get(column.kind, ("",))}
