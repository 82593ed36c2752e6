"""CSV files for people: text that a spreadsheet could run is made harmless."""

import csv
import io
import re

RUNNABLE = ("=", "+", "-", "@", "\t", "\r")
# Control characters but for a tab and the end of a line, half characters, and what is no character.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(value):
    """A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs it."""
    if isinstance(value, str) and value.startswith(RUNNABLE):
        return f"'{value}"
    return value


def as_was(value):
    """The text of a cell that ``harmless`` wrote."""
    if isinstance(value, str) and value.startswith("'") and value[1:].startswith(RUNNABLE):
        return value[1:]
    return value


def printable(text):
    """Without the control characters that a workbook cannot hold."""
    return UNPRINTABLE.sub("", text)


def as_csv(heading, lines):
    """UTF-8 with a mark at the start, so that Excel reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    writer.writerows([harmless(value) for value in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")
