"""From what was read to the rows that are staged, and from what a person types to the values that a cell would give."""

from collections import defaultdict
from datetime import date

from apps.core.sheets import Kind
from apps.imports.grid import Book, Sheet
from apps.imports.reading import read

# What a column of a kind is called where its cell gives several fields.
SEVERAL = {
    Kind.DUE: ("_on", "_text", "_precision"),
    Kind.RATING: ("", "_source"),
    Kind.BASELINE: ("_text", "_value", "_on", "_suppressed"),
    Kind.TARGET: ("_text", "_value"),
}


def rows_of(reading):
    """The fields of each staged row, in the order of the file."""
    problems = defaultdict(list)
    for item in reading.problems:
        problems[item.sheet, item.row].append(as_kept(item))
    names, columns = list(reading.columns), [map(plain, values) for values in reading.columns.values()]
    for place, (sheet, number, *values) in enumerate(zip(reading.sheet_of, reading.numbers, *columns, strict=True), 1):
        yield {
            "position": place,
            "sheet": sheet[:100],
            "number": number,
            "fields": dict(zip(names, values, strict=True)),
            "problems": problems.get((sheet, number), []),
        }


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


def cleaned(layout, edits):
    """``(fields, problems, names of fields that were touched)`` of texts that a person typed over cells.

    They go through the same reading as a cell does: as the only row of a sheet with the layout's own headings.
    """
    columns = {_column_of(layout, name): text for name, text in edits.items()}
    columns.pop(None, None)
    headings = [column.heading for column in layout.columns]
    values = [columns.get(column.field) or None for column in layout.columns]
    sheet = Sheet(name="", rows=[headings, values])
    fields = {_letter(place): column.field for place, column in enumerate(layout.columns)}
    mapping = {"header_rows": {"": [1]}, "columns": {"": fields}}
    reading = read(Book([sheet]), layout, file_name="", mapping=mapping)
    record = next(reading.records(), {})
    names = {name for field in columns for name in _names_of(layout, field)}
    problems = [as_kept(item) for item in reading.problems if item.field in names | set(columns)]
    return {name: plain(record.get(name)) for name in names if name in record}, problems, names | set(columns)


def _column_of(layout, name):
    for column in layout.columns:
        if name in _names_of(layout, column.field):
            return column.field
    return None


def _names_of(layout, field):
    column = layout.column(field)
    return {f"{field}{ending}" for ending in SEVERAL.get(column.kind, ("",))}


def _letter(place):
    return chr(ord("A") + place) if place < 26 else f"A{chr(ord('A') + place - 26)}"  # noqa: PLR2004 - the alphabet
