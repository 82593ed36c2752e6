"""The sheet that says what a workbook is, what its ratings mean and how its columns are filled.

The key of the ratings is written so that the reader of spreadsheets finds it: a colour, and its meaning to the right.
"""

from datetime import date

from apps.core.sheets import Kind
from apps.core.workbooks import BOLD, DATE_FORMAT, TOP, WRAPPED, fill_of, set_text
from apps.imports.exporting.cells import colours_of, word_of
from apps.imports.exporting.wording import LEAVE, how_to_fill

TITLE = "About this list"
WIDTHS = {"A": 32, "B": 90}
EDIT = (
    "Change cells, add rows below, then load the file on the page “Spreadsheets”. You are shown what it would change "
    "before anything is saved. An empty cell never erases, and a row that you delete here stays on the site."
)
FILL = "Fill in rows under the headings, then load the file on the page “Spreadsheets”."


def write(sheet, export):
    for name, value in _lines(export):
        _add(sheet, name, value)
    _write_key(sheet, export)
    _heading(sheet, "How to fill the columns")
    for column in export.columns:
        _add(sheet, column.heading, how_to_fill(column))
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width


def _lines(export):
    yield (
        f"{export.layout.title}, SEND Tracker",
        "Template" if export.is_template else "Workbook to edit and load again",
    )
    if export.place:
        yield "Of", export.place
    yield "Made on", export.on
    if export.exported_by:
        yield "Made by", export.exported_by
    if export.is_template:
        yield "What to do", FILL
        return
    yield "Rows", len(export.rows)
    yield "Filter", "; ".join(export.chosen_by) or "None: the whole list"
    yield "What to do", EDIT
    yield "Row key and Version", LEAVE


def _write_key(sheet, export):
    for column in export.columns:
        if column.kind == Kind.RATING and column.colours:
            _heading(sheet, f"Key of {column.heading}")
            for code, colour in colours_of(column).items():
                row = _add(sheet, colour.capitalize(), word_of(column, code))
                sheet.cell(row, 1).fill = fill_of(colour)


def _heading(sheet, words):
    _add(sheet, "", "")
    _add(sheet, words, "")


def _add(sheet, name, value):
    """One line below those that are there; says its number."""
    row = sheet.max_row + 1 if sheet["A1"].value else 1
    name_cell, cell = sheet.cell(row, 1), sheet.cell(row, 2)
    set_text(name_cell, name)
    name_cell.font, name_cell.alignment = BOLD, TOP
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT
    cell.alignment = WRAPPED
    return row
