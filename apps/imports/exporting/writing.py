"""A list as a workbook to edit and load again, or as CSV: headings, rows, lists to choose from, and what it is."""

import csv
import io
from datetime import date

from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from apps.core.harmless import harmless
from apps.core.sheets import Kind
from apps.core.workbooks import BOLD, DATE_FORMAT, FILLS, TOP, WRAPPED, fill_of, set_text
from apps.imports.exporting import about, carrying
from apps.imports.exporting.cells import CUT, colours_of, table_of, word_of
from apps.imports.exporting.choosing import Lists
from apps.imports.exporting.keys import KEY_HEADING, VERSION_HEADING, row_key

LONGEST_TITLE = 31
GREY = Font(color="6F777B")
NARROW, MIDDLE, WIDE = 14, 30, 50
WIDTHS = {Kind.REFERENCE: NARROW, Kind.DATE: NARROW, Kind.DUE: NARROW, Kind.RATING: NARROW, Kind.PERCENT: 12}
WIDTHS |= {Kind.NUMBER: 12, Kind.INITIALS: 12, Kind.TEXT: WIDE, Kind.LINK: WIDE}
# How the cells of a whole column are shown, so that rows which people add look the same.
FORMATS = {Kind.DATE: DATE_FORMAT, Kind.DUE: DATE_FORMAT, Kind.PERCENT: "0%", Kind.REFERENCE: "@"}
WIDTH_OF_KEY = 24


def workbook_of(export):
    """The bytes of a workbook; a template has no rows and nothing to come back by."""
    table = table_of(export)
    book = Workbook()
    book.properties.creator = "SEND Tracker"
    sheet = book.active
    sheet.title = export.layout.title[:LONGEST_TITLE].strip()
    _write_headings(sheet, export, table)
    _write_lines(sheet, export, table)
    if not export.is_template:
        _write_keys(sheet, export, table)
    _finish(sheet)
    about.write(book.create_sheet(about.TITLE), export)
    Lists(export).write(book, sheet)
    if not export.is_template:
        _write_base(book, export, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_headings(sheet, export, table):
    for place, (column, heading) in enumerate(zip(table.columns, table.headings, strict=True), 1):
        _head(sheet, place, heading)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = WIDTHS.get(column.kind, MIDDLE) if column else NARROW
        if column and column.kind in FORMATS:
            dimension.number_format = FORMATS[column.kind]


def _head(sheet, place, heading):
    cell = sheet.cell(1, place)
    set_text(cell, heading)
    cell.font, cell.alignment = BOLD, WRAPPED


def _write_lines(sheet, export, table):
    place_of_rating = next(
        (place for place, column in enumerate(table.columns, 1) if column and column.kind == Kind.RATING), None
    )
    colours = colours_of(table.columns[place_of_rating - 1]) if place_of_rating else {}
    fills = {code: fill_of(colour) for code, colour in colours.items()}
    for number, line in enumerate(table.lines, 2):
        for place, (column, value) in enumerate(zip(table.columns, line.values, strict=True), 1):
            if value is not None:
                _write(sheet.cell(number, place), value, column)
        if line.rating in fills:
            sheet.cell(number, place_of_rating).fill = fills[line.rating]
    if place_of_rating:
        _colour_as_chosen(sheet, place_of_rating, table.columns[place_of_rating - 1], colours, len(table.lines))


def _write(cell, value, column):
    if isinstance(value, str):
        set_text(cell, value)
        cell.alignment = WRAPPED
    else:
        cell.value, cell.alignment = value, TOP
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT
    elif column and column.kind in (Kind.PERCENT, Kind.REFERENCE):
        cell.number_format = FORMATS[column.kind]


def _colour_as_chosen(sheet, place, column, colours, count):
    """The fill follows the word that a person chooses."""
    letter = get_column_letter(place)
    for code, colour in colours.items():
        rule = CellIsRule("equal", [f'"{word_of(column, code)}"'], fill=PatternFill("solid", bgColor=FILLS[colour]))
        sheet.conditional_formatting.add(f"{letter}2:{letter}{count + 1 + Lists.ROWS_TO_ADD}", rule)


def _write_keys(sheet, export, table):
    first = len(table.headings) + 1
    for place, heading in enumerate((KEY_HEADING, VERSION_HEADING), first):
        _head(sheet, place, heading)
        sheet.cell(1, place).font = GREY
    for number, existing in enumerate(export.rows, 2):
        key, version = sheet.cell(number, first), sheet.cell(number, first + 1)
        set_text(key, row_key(export.layout.name, existing.pk, existing.version))
        version.value = existing.version
        key.font = version.font = GREY
        key.alignment = version.alignment = TOP
    sheet.column_dimensions[get_column_letter(first)].width = WIDTH_OF_KEY
    sheet.column_dimensions[get_column_letter(first + 1)].width = NARROW


def _finish(sheet):
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _write_base(book, export, table):
    """The values as exported, on a sheet that no menu of a spreadsheet program shows."""
    sheet = book.create_sheet(carrying.BASE_SHEET)
    sheet.sheet_state = "veryHidden"
    set_text(sheet.cell(1, 1), "The rows as they were when this file was made. Leave this sheet as it is.")
    for number, (key, carried) in enumerate(carrying.carried_rows(export, table), 2):
        for place, text in enumerate(carrying.packed(key, carried), 1):
            set_text(sheet.cell(number, place), text)


def csv_of(export):
    """The same columns as CSV in UTF-8 with a mark at the start; a text that is too long for a cell is left empty."""
    table = table_of(export)
    out = io.StringIO()
    writer = csv.writer(out)
    heading = [*table.headings] if export.is_template else [*table.headings, KEY_HEADING, VERSION_HEADING]
    writer.writerow(heading)
    for existing, line in zip(export.rows, table.lines, strict=True):
        texts = [harmless(_in_csv(column, value)) for column, value in zip(table.columns, line.values, strict=True)]
        writer.writerow([*texts, row_key(export.layout.name, existing.pk, existing.version), existing.version])
    return out.getvalue().encode("utf-8-sig")


def _in_csv(column, value):
    if isinstance(value, str) and value.endswith(CUT):
        return None
    if value is not None and column and column.kind == Kind.PERCENT:
        return f"{round(value * 100, 4):g}%"
    return value
