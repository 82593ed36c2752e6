"""Figures of measures: a number, or why there is none; percentages as 0 to 100 throughout a row."""

import re
from dataclasses import dataclass

from apps.imports.reading import dates
from apps.imports.reading.cleaning import as_number, whole
from apps.imports.reading.results import NOTE, WARNING
from apps.imports.reading.wording import quoted, tidy, word_key

STATES = {
    "n/a": "not_applicable",
    "na": "not_applicable",
    "z": "not_applicable",
    "not applicable": "not_applicable",
    "x": "unavailable",
    ":": "unavailable",
    "..": "unavailable",
    "not available": "unavailable",
    "unavailable": "unavailable",
    "c": "suppressed",
    "~": "suppressed",
    "suppressed": "suppressed",
    "-": "no_value",
    "--": "no_value",
    "tbc": "no_value",
    "tba": "no_value",
    "tbd": "no_value",
    "not reported": "no_value",
    "not yet reported": "no_value",
    "not yet available": "no_value",
    "no data": "no_value",
    "nil return": "no_value",
    "awaited": "no_value",
    "awaiting data": "no_value",
    "pending": "no_value",
}
SMALL = re.compile(r"(?:<|less than|fewer than|under) ?\d+ ?%?", re.IGNORECASE)
WRITTEN = re.compile(
    r"([-+]?[\d,]*\.?\d+) ?(%|per ?cent|percent)?(?: ?(?:weeks?|months?|days?|years?|hours?|children|cases))?"
    r" ?([*†‡^]+|\[\d+\]|\(\w\))?",
    re.IGNORECASE,
)
BASELINE = re.compile(r"([^()]+?)\s*(?:\(([^()]+)\))?")
# No figure takes more characters.
LONGEST = 60
UNIT = re.compile(r"\((%|[a-z ]+?)\)\W*$", re.IGNORECASE)
UNITS = {
    "%": "percent",
    "percent": "percent",
    "percentage": "percent",
    "per cent": "percent",
    "week": "weeks",
    "weeks": "weeks",
    "month": "months",
    "months": "months",
    "day": "days",
    "days": "days",
    "working days": "working days",
    "year": "years",
    "years": "years",
    "hours": "hours",
    "number": "children",
    "children": "children",
    "cases": "children",
    "count": "children",
}
# What is counted where the sheet does not say.
COUNTED = "children"


@dataclass
class Figure:
    """What one cell says."""

    value: float | None = None
    text: str | None = None
    state: str = "blank"
    is_percent: bool = False
    has_mark: bool = False
    # A number in a cell without the format of a percentage.
    is_bare: bool = False


def figure(value, is_percent):
    """A cell as a figure; ``is_percent`` where the number is shown as a percentage."""
    said = tidy(value)
    if said is None:
        return Figure()
    if not isinstance(value, str):
        amount = as_number(value, said)
        if amount is None:
            return Figure(text=said, state="unknown")
        return Figure(whole(amount * 100) if is_percent else amount, None, "number", is_percent, is_bare=not is_percent)
    state = STATES.get(word_key(said).strip("[]"))
    if state or SMALL.fullmatch(said):
        return Figure(text=said, state=state or "suppressed", is_percent=said.endswith("%"))
    found = WRITTEN.fullmatch(said) if len(said) <= LONGEST else None
    amount = as_number(found[1], found[1]) if found else None
    if amount is None:
        return Figure(text=said, state="unknown")
    return Figure(amount, said, "number", bool(found[2]), bool(found[3]))


def baseline(value, is_percent):
    """``(figure, last day of its period)`` of "74.1% (Dec 2023)"."""
    said = tidy(value)
    if said is None or not isinstance(value, str):
        return figure(value, is_percent), None
    found = BASELINE.fullmatch(said)
    if not found:
        return Figure(text=said, state="unknown"), None
    read = figure(found[1], False)
    read.text = said
    return read, dates.from_text(found[2]).on if found[2] else None


def unit_of(name, said, figures):
    """The unit by its column, by the end of the name, by the cells; children are counted where nothing says."""
    if said:
        return UNITS.get(word_key(said), said)
    found = UNIT.search(name or "")
    if found and word_key(found[1]) in UNITS:
        return UNITS[word_key(found[1])]
    return "percent" if any(each.is_percent for each in figures) else COUNTED


def scale(figures):
    """Bring bare fractions in a row of percentages to 0 to 100, unless another bare number shows that they go so far.

    Gives ``({place: what stood there}, places left as they were)``.
    """
    bare = {place: each for place, each in enumerate(figures) if each.is_bare}
    fractions = [place for place, each in bare.items() if 0 < each.value <= 1]
    if any(each.value > 1 for each in bare.values()):
        return {}, [place for place in fractions if bare[place].value < 1]
    changed = {place: str(bare[place].value) for place in fractions}
    for place in fractions:
        bare[place].value = whole(bare[place].value * 100)
    return changed, []


def tell(cells, place, read):
    """Report what was unsure about a figure."""
    said = read.text
    if read.state == "suppressed":
        message = f"{quoted(said)} is a hidden small number and is not read as a number."
        cells.tell(place, "suppressed_value", NOTE, message, said)
    elif read.state == "unknown":
        cells.tell(place, "not_a_number", WARNING, f"{quoted(said)} is not a number.", said)
    elif read.state == "number" and said is not None:
        code = "footnote_mark" if read.has_mark else "text_number"
        cells.tell(place, code, NOTE, f"{quoted(said)} is text; it is read as {read.value}.", said)


def tell_scaled(cells, place, read, was):
    message = f"{was} is not shown as a percentage in a row of percentages; it is read as {read.value}%."
    cells.tell(place, "fraction_read_as_percent", WARNING, message, was)


def tell_left(cells, place, read):
    message = f"{read.value} is read as {read.value}%, since other numbers of the row go up to 100."
    cells.tell(place, "fraction_among_percentages", WARNING, message, str(read.value))
