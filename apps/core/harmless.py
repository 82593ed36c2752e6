"""CSV files for people: text that a spreadsheet could run is made harmless."""

import csv
import io

RUNNABLE = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """A text that begins like a formula gets an apostrophe in front, so that no spreadsheet runs it."""
    if isinstance(value, str) and value.startswith(RUNNABLE):
        return f"'{value}"
    return value


def as_csv(heading, lines):
    """UTF-8 with a mark at the start, so that Excel reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    writer.writerows([harmless(value) for value in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")
