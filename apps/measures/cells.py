"""What a cell of a published table says: a number, why there is none, or a period of time."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from apps.core.dates import MONTHS
from apps.measures.models import State

# DfE: z and x (data guidance, "File formats and conventions"); the others are the usual ones of official statistics.
CODES = {
    "": State.UNAVAILABLE,
    "x": State.UNAVAILABLE,
    ":": State.UNAVAILABLE,
    "..": State.UNAVAILABLE,
    "z": State.NOT_APPLICABLE,
    "n/a": State.NOT_APPLICABLE,
    "c": State.SUPPRESSED,
    "~": State.SUPPRESSED,
    "low": State.LOW,
}
NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s?%?|-?\d+(?:\.\d+)?\s?%?")
SMALL = re.compile(r"<\s*\d+")
FOUR_PLACES = Decimal("0.0001")
LARGEST = Decimal(10) ** 10


class ReadError(Exception):
    """A file that cannot be read; the message says where and why, for whoever sent the file."""


@dataclass
class Published:
    """What was read from one file: figures not yet saved, and what was left out."""

    publisher: str
    title: str
    figures: list = field(default_factory=list)
    left_out: list = field(default_factory=list)


def text_of(name, content):
    """The text of a file of published figures; raises where it is not UTF-8 (with or without a byte order mark)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: byte {error.start + 1} is not UTF-8 text. Save the file as CSV UTF-8.") from error
    if "\0" in text:
        raise ReadError(f"{name}: this is not a CSV file (it holds bytes that no text has).")
    return text


def cell(text):
    """``(state, value)`` of a cell that should hold a number; raises ``ValueError`` where it holds anything else."""
    text = text.strip()
    code = CODES.get(text.lower().strip("[]"))
    if code:
        return code, None
    if SMALL.fullmatch(text):
        return State.SUPPRESSED, None
    if not NUMBER.fullmatch(text):
        raise ValueError(f"“{text[:40]}” is neither a number nor one of the codes z, x, c, low")
    value = Decimal(text.replace(",", "").rstrip(" %"))
    if abs(value) >= LARGEST:
        raise ValueError(f"“{text[:40]}” is too large to be right")
    return State.NUMBER, value.quantize(FOUR_PLACES, ROUND_HALF_UP)


def words(text):
    """``(state, value)`` of a cell that holds words."""
    code = CODES.get(text.strip().lower())
    return (code, None) if code else (State.TEXT, None)


def period(text, identifier):
    """First and last day of a period: 2024 (calendar year), 202425 (academic or financial year), 2024 and a month.

    Raises ``ValueError`` where the two do not belong together.
    """
    kind = identifier.strip().lower()
    if kind in ("academic year", "financial year") and re.fullmatch(r"\d{6}", text):
        year = int(text[:4])
        if int(text[4:]) == (year + 1) % 100:
            month = 9 if kind == "academic year" else 4
            return date(year, month, 1), date(year + 1, month - 1, monthrange(year + 1, month - 1)[1])
    if re.fullmatch(r"\d{4}", text) and int(text):
        year = int(text)
        if kind == "calendar year":
            return date(year, 1, 1), date(year, 12, 31)
        if identifier.strip().title() in MONTHS:
            month = MONTHS.index(identifier.strip().title()) + 1
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    raise ValueError(f"“{text[:20]}” is not a period of the kind “{identifier[:30]}”")
