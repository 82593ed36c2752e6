"""The date that a workbook says its position is of: "Last updated: 14 November 2024", "Position at end of May 2025"."""

import re
from datetime import date, datetime

from apps.imports.reading import dates
from apps.imports.reading.around import around
from apps.imports.reading.wording import tidy

SAID = re.compile(
    r"\b(?:last updated(?: on)?|updated(?: on)?|position(?: as)? (?:at|on)|data as (?:at|of)|as (?:at|of)|"
    r"correct (?:at|as at|as of)|position date|date of (?:update|report|position)|update date|report(?:ing)? date|"
    r"snapshot date|extract(?:ed)? (?:date|on)|status date)\b\s*[:\-–]?\s*(.*)$",
    re.IGNORECASE,
)
# The longest date in words, "Wednesday 14 November 2024".
WORDS_OF_A_DATE = 5


def find(book, regions):
    """The first date said, looking first at the sheets with the rows; None where none is."""
    for sheet in sorted(book.sheets, key=lambda sheet: sheet.name not in regions):
        items = regions.get(sheet.name, range(0))
        for _, values in around(sheet, items):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    found = _said(tidy(value) or "", values[column + 1 : column + 4])
                    if found:
                        return found
    return None


def _said(text, beside):
    said = SAID.search(text)
    if not said:
        return None
    if said[1].strip():
        return _leading_date(said[1])
    value = next((value for value in beside if tidy(value)), None)
    if isinstance(value, datetime | date):
        return dates.from_cell(value).on
    return _leading_date(value) if isinstance(value, str) else None


def _leading_date(text):
    """The date with which a text begins, whatever follows it."""
    words = re.split(r"\s+", text.strip(), maxsplit=WORDS_OF_A_DATE)[:WORDS_OF_A_DATE]
    for count in range(len(words), 0, -1):
        found = dates.from_text(" ".join(words[:count]).rstrip(" .,;)"))
        if found.on:
            return found.on
    return None
