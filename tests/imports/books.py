"""Workbooks for tests of reading: those kept as files, and those that a test writes itself."""

from io import BytesIO
from pathlib import Path

from openpyxl.styles import PatternFill

from apps.core.sheets import LAYOUTS
from apps.imports.reading import read
from apps.imports.workbook import read_workbook

SHEETS = Path(__file__).parent / "sheets"


def kept(name):
    """The book of a file that is kept for tests."""
    return read_workbook(SHEETS / name, name)


def saved(workbook):
    """The bytes of a workbook."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def book_of(workbook):
    """The book of a workbook as it is read again after saving."""
    return read_workbook(saved(workbook), "tracker.xlsx")


def fill(colour):
    return PatternFill("solid", fgColor=f"FF{colour}")


def reading_of(workbook, layout, **options):
    """What is read of a workbook that a test wrote."""
    return read(book_of(workbook), LAYOUTS[layout], file_name="tracker.xlsx", **options)


def column(reading, field):
    """The values of one field, row by row."""
    return reading.columns[field]


def problems(reading, *codes):
    """``[(row, code, field, severity)]`` of a reading, of some codes only."""
    return [(p.row, p.code, p.field, p.severity) for p in reading.problems if not codes or p.code in codes]


def skipped(reading):
    """``[(row, reason)]`` of the rows that are no items."""
    return [(row.row, row.reason) for row in reading.skipped]
