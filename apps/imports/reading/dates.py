"""Dates as people type them: a day, a month, a quarter of the financial year, or words that are no date."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from apps.core.dates import FIRST_DAY, LAST_DAY, MONTHS
from apps.imports.reading.wording import tidy

# Day 0 of the serial numbers in which spreadsheets keep dates.
DAY_ZERO = date(1899, 12, 30)
SERIALS = range((FIRST_DAY - DAY_ZERO).days, (LAST_DAY - DAY_ZERO).days + 1)

# No date takes more characters.
LONGEST = 60

DAY = "day"
MONTH = "month"
QUARTER = "quarter"

MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH_WORD = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
YEAR = r"'?(\d{4}|\d{2})"

# Words that lead up to a date and do not move it.
LEAD_IN = re.compile(
    r"(?:to be )?(?:(?:completed?|due|delivered|in place|deadline|target)\b:? ?)?"
    r"(?:(?:by|no later than|not later than|on)\b:? ?)?"
)
END_OF = re.compile(r"(?:the )?(?:very )?(?:end|late)\b(?: of)?[ -]?")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
NUMERIC = re.compile(rf"(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-]{YEAR}")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?")
DAY_FIRST = re.compile(rf"(?:{WEEKDAY}\.? )?(\d{{1,2}})[ \-./]?(?:of )?({MONTH_WORD})\.?[ \-./]?{YEAR}")
MONTH_FIRST = re.compile(rf"({MONTH_WORD})\.? (\d{{1,2}}) (\d{{4}})")
OF_MONTH = re.compile(rf"({MONTH_WORD})\.?[ \-/.]?{YEAR}")
MONTH_NUMBER = re.compile(r"(\d{1,2})[/\-](\d{4})|(\d{4})-(\d{2})")
QUARTER_FIRST = re.compile(r"(?:q|qtr|quarter) ?([1-4])(?: of)?[ ,]*(?:fy ?)?(\d{4}|\d{2}) ?[/\-] ?(\d{4}|\d{2})")
QUARTER_LAST = re.compile(r"(?:fy ?)?(\d{4}|\d{2}) ?[/\-] ?(\d{4}|\d{2})[ ,:\-]*(?:q|qtr|quarter) ?([1-4])")


class Found(NamedTuple):
    """What a text gives: ``on`` with its ``precision``, or none and whether it was meant as a date that cannot be."""

    on: date | None = None
    precision: str | None = None
    is_impossible: bool = False
    is_serial: bool = False


NOTHING = Found()
IMPOSSIBLE = Found(is_impossible=True)


def from_text(text):
    """The date in a tidy text; day before month, a month or quarter by its last day."""
    return _from_text(text) if text and len(text) <= LONGEST else NOTHING


@lru_cache(maxsize=50_000)
def _from_text(text):
    plain = ORDINAL.sub("", text.casefold().replace("’", "'").replace("–", "-").replace(",", " "))
    plain = " ".join(plain.split()).rstrip(" .;:")
    if len(plain) == 5 and plain.isascii() and plain.isdecimal():
        return _serial(int(plain))
    return _exact(plain) or _in_words(plain)


def _in_words(plain):
    """The same after "by", "no later than", "end of"; an end of something is never a day."""
    plain = plain[LEAD_IN.match(plain).end() :]
    found = _exact(plain)
    if found:
        return found
    end = END_OF.match(plain)
    if end:
        return _month(plain[end.end() :]) or _quarter(plain[end.end() :]) or NOTHING
    return NOTHING


def _exact(plain):
    return _day(plain) or _month(plain) or _quarter(plain)


def _day(plain):
    """A single day; None where the text has another form."""
    found = NUMERIC.fullmatch(plain)
    if found:
        return _of(found[3], found[2], found[1])
    found = ISO.fullmatch(plain)
    if found:
        return _of(found[1], found[2], found[3])
    found = DAY_FIRST.fullmatch(plain)
    if found:
        return _of(found[3], MONTH_NUMBERS[found[2]], found[1])
    found = MONTH_FIRST.fullmatch(plain)
    if found:
        return _of(found[3], MONTH_NUMBERS[found[1]], found[2])
    return None


def _month(plain):
    found = OF_MONTH.fullmatch(plain)
    if found:
        return _last_day(year_of(found[2]), MONTH_NUMBERS[found[1]], MONTH)
    found = MONTH_NUMBER.fullmatch(plain)
    if found:
        year, month = int(found[2] or found[3]), int(found[1] or found[4])
        return _last_day(year, month, MONTH) if 1 <= month <= 12 else IMPOSSIBLE
    return None


def _quarter(plain):
    """A quarter of a financial year that is written with both its years; else nobody can tell which is meant."""
    found = QUARTER_FIRST.fullmatch(plain)
    if found:
        quarter, first, second = int(found[1]), found[2], found[3]
    else:
        found = QUARTER_LAST.fullmatch(plain)
        if not found:
            return None
        quarter, first, second = int(found[3]), found[1], found[2]
    year = year_of(first)
    if (year + 1) % 100 != int(second) % 100:
        return IMPOSSIBLE
    return _last_day(year + (quarter == 4), quarter * 3 % 12 + 3, QUARTER)


def year_of(text):
    """Two figures up to 79 are of this century."""
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 80 else 1900)


def _of(year, month, day):
    try:
        return within(date(year_of(str(year)), int(month), int(day)))
    except ValueError:
        return IMPOSSIBLE


def _last_day(year, month, precision):
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return IMPOSSIBLE
    return Found(date(year, month, monthrange(year, month)[1]), precision)


def within(on):
    """A day, unless it lies where nothing of ours can."""
    return Found(on, DAY) if FIRST_DAY <= on <= LAST_DAY else IMPOSSIBLE


def _serial(number):
    if number not in SERIALS:
        return NOTHING
    return Found(DAY_ZERO + timedelta(days=number), DAY, is_serial=True)


def from_cell(value):
    """What any value of a cell gives as a date."""
    if isinstance(value, datetime):
        return within(value.date())
    if isinstance(value, date):
        return within(value)
    if isinstance(value, bool):
        return NOTHING
    if isinstance(value, int | float):
        return _serial(int(value)) if abs(value) < 10_000_000 else NOTHING
    return from_text(tidy(value))


PERIODS = re.compile(
    rf"\b(?:{MONTH_WORD})\.?[ \-/']{{0,2}}(?:\d{{4}}|\d{{2}})\b"
    r"|\bq(?:uarter|tr)? ?[1-4] ?(?:of )?(?:\d{4}|\d{2}) ?[/\-] ?\d{2,4}",
    re.IGNORECASE,
)


def period_in(text):
    """``(rest, period, last day)`` of a heading that names a month or a quarter; None where it names none."""
    found = PERIODS.search(text)
    if not found:
        return None
    day = from_text(found[0]).on
    if day is None:
        return None
    rest = tidy(f"{text[: found.start()]} {text[found.end() :]}".replace(" - ", " ").replace(" – ", " "))
    return (rest or "").strip(" -–:()/"), found[0], day
