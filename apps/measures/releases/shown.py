"""Releases as readers see them, the same for the page, the CSV file and the workbook."""

import csv
import io
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from apps.measures.models import ReleaseState

HIDDEN = "hidden"
EXPLANATION = (
    "Some numbers are hidden so that nobody can be recognised: every number from 1 to {most}, and further ones from "
    "which a small one could be worked out. 0 is always shown."
)
HEADINGS = ("Release", "Please note", "Table", "Who is counted", "Rows", "Row", "Columns", "Column", "Is a total")
HEADINGS += ("Number", "Shown because published in")
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Grid:
    """A stored table with its cells by row; ``marks`` is ``{publication: letter}`` of the exempt numbers in it."""

    table: object
    rows: list
    marks: dict


def grids(release):
    """Every table of a release in order; two queries."""
    return [_grid(table) for table in release.tables.prefetch_related("cells")]


def _grid(table):
    rows = [[] for _ in table.row_labels]
    for cell in table.cells.all():
        rows[cell.row].append(cell)
    names = dict.fromkeys(cell.published_by for cells in rows for cell in cells if cell.published_by)
    return Grid(table, list(zip(table.row_labels, rows, strict=True)), dict(zip(names, "abcdefghij", strict=False)))


def explanation(release):
    return EXPLANATION.format(most=release.threshold - 1)


def warnings(release):
    """What must stand beside every number of a release."""
    words = []
    if release.is_synthetic:
        words.append("Synthetic: made from invented records, about nobody.")
    if release.is_draft:
        words.append("Draft: not released.")
    if release.state == ReleaseState.WITHDRAWN:
        words.append(f"Withdrawn, do not use: {release.end_reason}")
    return words


def _lines(release):
    """One line for each cell, as in ``HEADINGS``."""
    note = " ".join(warnings(release))
    for grid in grids(release):
        table = grid.table
        for label, cells in grid.rows:
            for column, cell in zip(table.column_labels, cells, strict=True):
                number = HIDDEN if cell.value is None else cell.value
                yield (release.title, note, table.title, table.population, table.row_subject, label) + (
                    table.column_subject, column, "Yes" if cell.is_total else "No", number, cell.published_by,
                )  # fmt: skip


def as_csv(release):
    """UTF-8 with a mark at the start, so that Excel reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows(_harmless(line) for line in _lines(release))
    return out.getvalue().encode("utf-8-sig")


def _harmless(line):
    """A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs it."""
    return [
        f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value for value in line
    ]


def as_workbook(release):
    """A sheet that says what this is, then one for each table."""
    book = Workbook()
    about = book.active
    about.title = "About"
    for line in _about(release):
        _write(about, [line])
    about.column_dimensions["A"].width = 100
    for number, grid in enumerate(grids(release), 1):
        _write_table(book.create_sheet(f"Table {number}"), grid)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about(release):
    yield release.title
    yield from warnings(release)
    yield explanation(release)
    if release.note:
        yield release.note
    yield f"Source: records of the council’s case system up to {release.extract_as_at:%-d %B %Y}."


def _write_table(sheet, grid):
    table = grid.table
    _write(sheet, [f"{table.title}. {table.population}."], is_bold=True)
    _write(sheet, [table.definition])
    _write(sheet, [table.row_subject, *table.column_labels], is_bold=True)
    for label, cells in grid.rows:
        _write(sheet, [label, *(HIDDEN if cell.value is None else cell.value for cell in cells)])
    published = [
        (label, column, cell)
        for label, cells in grid.rows
        for column, cell in zip(table.column_labels, cells, strict=True)
        if cell.published_by
    ]
    if published:
        _write(sheet, [])
        _write(sheet, ["Shown because published elsewhere", "", "Published in"], is_bold=True)
    for label, column, cell in published:
        _write(sheet, [label, column, cell.published_by])
    sheet.column_dimensions["A"].width = 50
    for column in range(2, len(table.column_labels) + 2):
        sheet.column_dimensions[get_column_letter(column)].width = 16


def _write(sheet, values, is_bold=False):
    """A line; text is written as text, whatever it begins with."""
    number = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 1
    for column, value in enumerate(values or [""], 1):
        cell = sheet.cell(number, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        cell.font = Font(bold=is_bold)
        cell.alignment = Alignment(wrap_text=column == 1, vertical="top")
