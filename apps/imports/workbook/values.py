"""The stored text of a cell as a value; formulas are never worked out."""

import math
import re
from datetime import date, datetime, timedelta

from .refusals import damaged
from .strings import unescaped

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
WHOLE = re.compile(r"-?[0-9]{1,15}")
# Days before the first on which Excel's calendar of 1900, with its 29 February, agrees with everyone else's.
FIRST_SOUND_DAY = 61
LAST_DAY = date.max.toordinal()
EPOCH_1900 = date(1899, 12, 30).toordinal()
EPOCH_1900_EARLY = date(1899, 12, 31).toordinal()
EPOCH_1904 = date(1904, 1, 1).toordinal()
TRUTHS = {"1": True, "true": True, "0": False, "false": False}
MILLISECONDS = 86_400_000


def number(text):
    """A number as it is written: whole if it has neither point nor exponent. Text that is none stays text."""
    if WHOLE.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        value = float(text)
        if math.isfinite(value):
            return value
    return text


def moment(value, counts_from_1904):
    """The date, or date and time, that a number of days stands for; the number itself where no date has it."""
    if not isinstance(value, int | float):
        return value
    days = math.floor(value)
    thousandths = round((value - days) * MILLISECONDS)
    if thousandths == MILLISECONDS:
        days, thousandths = days + 1, 0
    ordinal = _ordinal(days, counts_from_1904)
    if ordinal is None:
        return value
    day = date.fromordinal(ordinal)
    if not thousandths:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(milliseconds=thousandths)


def _ordinal(days, counts_from_1904):
    if counts_from_1904:
        ordinal, first = EPOCH_1904 + days, 0
    elif days >= FIRST_SOUND_DAY:
        ordinal, first = EPOCH_1900 + days, 1
    else:
        ordinal, first = EPOCH_1900_EARLY + days, 1
        if days == FIRST_SOUND_DAY - 1:
            return None
    return ordinal if days >= first and ordinal <= LAST_DAY else None


def written_moment(text):
    """A date that is written in the way of ISO 8601, without its time zone; other text stays text."""
    try:
        when = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text
    return when if "T" in text else when.date()


class Values:
    """What cells hold, by how they say it: their type, their stored text and their style."""

    def __init__(self, strings, styles, counts_from_1904):
        self.strings = strings
        self.dates = styles.dates
        self.percents = styles.percents
        self.counts_from_1904 = counts_from_1904

    def is_date(self, style):
        """Whether a style shows numbers as dates."""
        return style < len(self.dates) and self.dates[style]

    def is_percent(self, style):
        """Whether a style shows numbers as percentages."""
        return style < len(self.percents) and self.percents[style]

    def value(self, kind, text, is_date):
        """The value of a cell; ``kind`` is its type as written, None if it says none. None if it holds nothing."""
        value = self._value(kind, text, is_date) if text else ""
        return None if value == "" else value

    def _value(self, kind, text, is_date):
        if kind is None or kind == "n":
            value = number(text.strip())
            return moment(value, self.counts_from_1904) if is_date else value
        if kind == "s":
            return self.shared(text)
        if kind == "b":
            return TRUTHS.get(text.strip().lower(), text)
        if kind == "d":
            return written_moment(text.strip())
        return unescaped(text)

    def shared(self, text):
        """The shared text of a number."""
        if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) >= len(self.strings):
            raise damaged("a cell points to a text that is not there")
        return self.strings[int(text)]
