"""What workbooks made for people share: texts that are never run, dates, and the fills of ratings."""

import re

from openpyxl.styles import Alignment, Font, PatternFill

from apps.core.harmless import RUNNABLE, printable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
DATE_FORMAT = "d mmm yyyy"
# The fill of each colour of a rating; amber is yellow, never orange.
FILLS = {"red": "F4CDC6", "amber": "FFF3B0", "green": "CFEADB", "blue": "D2E2F1", "grey": "F3F2F1"}
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
TOP = Alignment(vertical="top")
# What Excel would take for the number of a character.
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def fill_of(colour):
    """The fill that stands for a colour."""
    return PatternFill("solid", fgColor=FILLS[colour])


def set_text(cell, text):
    """Write a text as text, whatever it begins with: it is shown and never run."""
    cell.value = ESCAPE.sub("_x005F_", printable(text))
    cell.data_type = "s"
    if text.startswith(RUNNABLE):
        cell.quotePrefix = True
