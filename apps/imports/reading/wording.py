"""Headings and words brought to one form, so that the same thing written differently compares equal."""

import re
from datetime import date, datetime
from functools import lru_cache

from apps.core.dates import MONTHS

PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "&": " and ", "\u200b": None}
)
IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
TOKEN = re.compile(r"[a-z0-9%#↑↓]+")
# Longer texts are no words to look up, and are not kept for the next time.
LONGEST_WORDS = 200
FILLERS = frozenset(("the", "a", "an", "of", "for", "to", "please"))


def tidy(value):
    """The text of a cell on one line, None where it holds nothing."""
    if value is None:
        return None
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _tidy_date(value) if isinstance(value, date) else str(value)


def _tidy_date(value):
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat()


def heading_text(value):
    """What a heading says; a date on the first of a month names the month, as such headings do."""
    if isinstance(value, datetime | date):
        return f"{MONTHS[value.month - 1][:3]} {value.year}"
    return tidy(value) or ""


@lru_cache(maxsize=20_000)
def heading_key(text):
    """A heading without brackets, capitals, plural, signs and filler words: "Lead(s)" and "LEAD" are "lead"."""
    plain = _plain(text)
    return _key(TOKEN.findall(IN_BRACKETS.sub(" ", plain)) or TOKEN.findall(plain))


@lru_cache(maxsize=20_000)
def full_key(text):
    """The same with what stands in brackets: "Due date (revised)" is "due date revised"."""
    return _key(TOKEN.findall(_plain(text)))


def _plain(text):
    return text.translate(PLAIN).casefold().replace("'", "").replace("(s)", "")


def _key(tokens):
    return " ".join(_singular(token) for token in tokens if token not in FILLERS) or " ".join(tokens)


def _singular(token):
    return token[:-1] if len(token) > 3 and token.endswith("s") and not token.endswith(("ss", "us")) else token


def word_key(text):
    """A word or phrase in a cell for looking it up: one line, small letters, plain signs."""
    return _word_key(text) if len(text) <= LONGEST_WORDS else _word_key.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _word_key(text):
    return " ".join(text.translate(PLAIN).replace("'", "").casefold().split())


def letter_of(column):
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_of(letters):
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def quoted(text, limit=60):
    """What a cell says, for a message."""
    text = str(text)
    return f"“{text[:limit]}…”" if len(text) > limit else f"“{text}”"
