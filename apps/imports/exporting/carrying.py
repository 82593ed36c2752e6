"""What goes with each row so that it can be compared three ways when it comes back.

``base`` is the row as the database had it, ``shown`` what of the sheet differs from that, and ``read`` what the reader
makes of the untouched cells where that is something else (a text that was cut, a name with a stroke). A cell that still
reads so was not touched. All of it is marked, so that nobody can change it unseen.
"""

import json
from dataclasses import asdict, dataclass

from apps.core.landing import is_blank
from apps.imports.exporting.cells import percents_in
from apps.imports.exporting.keys import is_marked, marks, row_key
from apps.imports.grid import Book, Sheet
from apps.imports.reading import read
from apps.imports.rows import fields_of, plain

BASE_SHEET = "Exported values"
LISTS_SHEET = "Lists"
PART = 32_000
CARRIED = "carried_down"


@dataclass
class Carried:
    """``fixed`` are the fields that no sheet changes, ``problems`` what was said of the untouched row already."""

    base: dict
    shown: dict
    read: dict
    fixed: list
    problems: list

    @property
    def whole(self):
        """The row as the sheet shows it."""
        return self.base | self.shown


def carried_rows(export, table):
    """``(row key, what goes with it)`` of each row."""
    records, problems = _as_read(export, table)
    for number, existing in enumerate(export.rows, 2):
        key = row_key(export.layout.name, existing.pk, existing.version)
        base, whole = plain(existing.values), plain(export.landing.shown(existing))
        shown = {name: value for name, value in whole.items() if name not in base or base[name] != value}
        record = records.get(number, {})
        told = {name: value for name, value in record.items() if name in whole and not is_equal(value, whole[name])}
        yield key, Carried(base, shown, told, sorted(existing.beside), problems.get(number, []))


def _as_read(export, table):
    """What the reader makes of the cells as they are: ``{row: fields}`` and ``{row: [[code, field]]}``."""
    if not table.lines:
        return {}, {}
    sheet = Sheet("", [table.headings, *(line.values for line in table.lines)], percents=percents_in(table))
    mapping = {"sheets": [""], "header_rows": {"": [1]}}
    reading = read(Book([sheet]), export.layout, file_name="", mapping=mapping, on=export.on)
    problems = {}
    for item in reading.problems:
        problems.setdefault(item.row, []).append([item.code, item.field])
    records = {record["row"]: plain(record) for record in reading.records()}
    for row, record in records.items():
        record.update(not_carried_down(problems.get(row, []), export.layout))
    return records, problems


def not_carried_down(problems, layout):
    """The fields of blank cells that the reader filled from above: in a row from here a blank cell is blank.

    ``problems`` are ``(code, field)``.
    """
    return {name: None for code, field in problems if code == CARRIED for name in fields_of(layout, field)}


def is_equal(one, other):
    return one == other or (is_blank(one) and is_blank(other))


def packed(key, carried):
    """The cells of the hidden sheet for one row: key, mark, and the JSON in parts that a cell holds."""
    # No sign of it may look like what Excel writes for a character.
    text = json.dumps(asdict(carried), separators=(",", ":")).replace("_x", "\\u005fx")
    return [key, marks(f"{key}{text}")[0], *(text[place : place + PART] for place in range(0, len(text), PART))]


def unpacked(cells):
    """``(key, Carried)`` of the cells of one row; the second is None where they are not as they were exported."""
    key, mark, *parts = [cell if isinstance(cell, str) else "" for cell in cells]
    text = "".join(parts)
    return key, Carried(**json.loads(text)) if is_marked(f"{key}{text}", mark) else None


def take_out(book):
    """``{row key: Carried or None}`` of a workbook from here, whose hidden sheets are taken out; None of any other."""
    mine = next((sheet for sheet in book.sheets if sheet.is_hidden and sheet.name == BASE_SHEET), None)
    if mine is None:
        return None
    hidden = [sheet for sheet in book.sheets if sheet.is_hidden and sheet.name == LISTS_SHEET]
    book.sheets = [sheet for sheet in book.sheets if sheet is not mine and sheet not in hidden]
    return dict(unpacked(cells) for cells in mine.rows[1:] if len(cells) > 2)
