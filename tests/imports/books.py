"""Workbooks for tests of reading: those kept as files, and those that a test writes itself."""

from pathlib import Path

import openpyxl

from apps.imports.grid import Book, Sheet

SHEETS = Path(__file__).parent / "sheets"
# Theme colours of the files kept here, which openpyxl leaves as numbers.
THEME = {4: "4F81BD", 9: "F79646"}


def kept(name):
    return loaded(openpyxl.load_workbook(SHEETS / name))


def loaded(workbook):
    return Book([_sheet(sheet) for sheet in workbook.worksheets])


def _sheet(sheet):
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return Sheet(
        sheet.title,
        rows,
        fills={(cell.row, cell.column): _fill(cell) for cell in cells if cell.fill.patternType == "solid"},
        percents={(cell.row, cell.column) for cell in cells if cell.number_format.endswith("%")},
        merges=[(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges],
        hidden_rows={row for row, kept in sheet.row_dimensions.items() if kept.hidden},
        is_hidden=sheet.sheet_state != "visible",
    )


def _fill(cell):
    colour = cell.fill.fgColor
    return THEME[colour.theme] if colour.type == "theme" else colour.rgb[-6:]
