"""Cleans one column at a time; a value that comes again is cleaned once.

Each function takes the cells of a column and how it is declared, and gives ``{field: values}``. What it is not sure
of it tells ``cells.tell``.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time

from apps.core.sheets import Kind
from apps.imports.reading import dates
from apps.imports.reading.colours import LETTERS, NAMES, is_pale
from apps.imports.reading.legends import NO_RATING
from apps.imports.reading.results import ERROR, NOTE, WARNING, Problem
from apps.imports.reading.wording import letter_of, quoted, tidy, word_key

PARTS = re.compile(r"[/;\n\r]+")
TO_BE_SAID = frozenset(
    ("tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided", "to be determined", "vacant")
)
NOT_EXPECTED = frozenset(
    ("n/a", "na", "not applicable", "none", "nil", "-", "--", "not known to service", "not known", "not required")
)
ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"))
LIKE_FORMULA = ("=", "+", "-", "@")
EMAIL = re.compile(r"[^@\s<>\"'(),:;]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}")
LONGEST_EMAIL = 254
LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LARGEST = 1e15
NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


@dataclass
class Cells:
    """The cells of one column in the rows that are items; a merged cell stands in each of its rows."""

    sheet: object
    number: int
    rows: list
    values: list
    problems: list
    field: str
    references: list = field(default_factory=list)

    @property
    def letter(self):
        return letter_of(self.number)

    def tell(self, place, code, severity, message, text=""):
        """Report the cell at a place of the list."""
        row = self.rows[place]
        text = "" if text is None else str(text)
        self.problems.append(Problem(code, severity, message, self.sheet.name, row, self.field, self.letter, text))

    def fill(self, place):
        return self.sheet.fills.get((self.rows[place], self.number))

    def is_percent(self, place):
        return (self.rows[place], self.number) in self.sheet.percents


def each(cells, clean):
    """The cleaned value of every cell; ``clean`` gives ``(value, code, severity, message)``, once for each value."""
    values = keys = cells.values
    if len(set(map(type, values)) - {type(None)}) > 1:
        # 1, 1.0 and True are equal, but not the same in a cell.
        keys = [None if value is None else (type(value), value) for value in values]
    distinct = dict(zip(keys, values, strict=True))
    found = {key: _fine(None) if value is None else clean(value) for key, value in distinct.items()}
    if any(code for _, code, _, _ in found.values()):
        for place, key in enumerate(keys):
            _, code, severity, message = found[key]
            if code:
                cells.tell(place, code, severity, message, tidy(values[place]))
    cleaned = {key: value for key, (value, _, _, _) in found.items()}
    return [cleaned[key] for key in keys]


def report_blanks(cells, column, values, code=None):
    """Report the cells that hold nothing, as the column says."""
    if not column.if_blank:
        return
    if code is None:
        code = "missing_reference" if column.kind == Kind.REFERENCE else f"{column.name}_missing"
    for place, value in enumerate(values):
        if value is None and tidy(cells.values[place]) is None:
            cells.tell(place, code, column.if_blank, f"No {_said(column)}.")


def _said(column):
    """What a column is called in a message."""
    if column.kind == Kind.REFERENCE:
        return "reference"
    return column.heading if column.heading.isupper() else column.heading.lower()


def _fine(value):
    return value, "", "", ""


def text(cells, column):
    values = each(cells, _text)
    report_blanks(cells, column, values)
    return {column.field: values}


def _text(value):
    if type(value) is not str:
        return _fine(tidy(value))
    said = " ".join(value.split())
    if not said:
        return _fine(None)
    if said[0] in LIKE_FORMULA and len(said) > 1:
        return said, "formula_like_text", WARNING, f"{quoted(said)} begins like a formula; it is kept as text."
    if said in ERRORS:
        return None, "error_value", WARNING, f"{said} is an error of the spreadsheet, not a value."
    return _fine(said)


def name(cells, column):
    """The commonest spelling stands for all that differ only in capitals."""
    values = each(cells, _text)
    spellings = {}
    for spelling, count in Counter(value for value in values if value).items():
        spellings.setdefault(spelling.casefold(), []).append((-count, spelling))
    best = {key: min(found)[1] for key, found in spellings.items()}
    values = [value and best[value.casefold()] for value in values]
    report_blanks(cells, column, values)
    return {column.field: values}


def initials(cells, column):
    def clean(value):
        found = _text(value)
        return (found[0] and (found[0].replace(".", "").replace(" ", "").upper() or None), *found[1:])

    return {column.field: each(cells, clean)}


def reference(cells, column):
    def clean(value):
        if isinstance(value, date):
            said = tidy(value)
            message = f"The reference is a date ({said}); write it as text in the sheet."
            return said, "reference_is_date", WARNING, message
        found = _text(value)
        return (found[0].upper(), *found[1:]) if found[0] and column.is_upper else found

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def names(cells, column):
    """Several names in a cell."""
    cache = {}
    lists = []
    for place, value in enumerate(cells.values):
        if value not in cache:
            cache[value] = _names(value)
        found, said = cache[value]
        if not found and column.if_blank:
            extra = f" ({quoted(said)})" if said else ""
            cells.tell(place, f"{column.name}_missing", column.if_blank, f"No {_said(column)}{extra}.", said)
        elif said and said[0] in LIKE_FORMULA:
            message = f"{quoted(said)} begins like a formula; it is kept as text."
            cells.tell(place, "formula_like_text", WARNING, message, said)
        lists.append(list(found))
    return {column.field: lists}


def _names(value):
    said = tidy(value)
    if not said:
        return (), ""
    source = value if isinstance(value, str) else said
    if word_key(said) in NOT_EXPECTED:
        return (), said
    parts = (" ".join(part.split()) for part in PARTS.split(source))
    return tuple(dict.fromkeys(part for part in parts if part and word_key(part) not in TO_BE_SAID)), said


def on_date(cells, column):
    """A day; a month only where the column takes its last day."""

    def clean(value):
        said = tidy(value)
        return _fine(None) if said is None else _one_date(value, said, column.takes_months)

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def _one_date(value, said, takes_months):
    found = dates.NOTHING if isinstance(value, time) else dates.from_cell(value)
    result = _fine(found.on)
    if found.is_impossible:
        result = None, "impossible_date", ERROR, impossible(said)
    elif found.on is None:
        severity = NOTE if word_key(said) in NOT_EXPECTED else WARNING
        result = None, "not_a_date", severity, f"{quoted(said)} is not a date."
    elif found.is_serial:
        message = f"{said} has no date format; it is read as {_day(found.on)}."
        result = found.on, "serial_number_date", NOTE, message
    elif found.precision != dates.DAY and not takes_months:
        result = None, "not_a_date", WARNING, f"{quoted(said)} is a {found.precision}, not a day."
    elif found.precision != dates.DAY:
        result = found.on, "approximate_date", NOTE, f"{quoted(said)} is read as {_day(found.on)}."
    return result


def due(cells, column):
    """When something is due: the date, how exact it is, and the words where the cell holds no true date."""
    name = column.name

    def clean(value):
        said = tidy(value)
        if said is None:
            return _fine((None, None, None))
        if isinstance(value, date):
            found = dates.from_cell(value)
            said_text = None
        else:
            found = dates.NOTHING if isinstance(value, time) else dates.from_cell(value)
            said_text = said
        if found.is_impossible:
            return (None, said, None), f"{name}_impossible", ERROR, impossible(said)
        if found.is_serial:
            message = f"{said} has no date format; it is read as {_day(found.on)}."
            return (found.on, said_text, found.precision), f"{name}_serial_number", NOTE, message
        if found.on is None:
            return (None, said, None), f"{name}_not_a_date", WARNING, f"{quoted(said)} is not a date."
        if found.precision != dates.DAY:
            message = f"{quoted(said)} is read as its last day, {_day(found.on)}."
            return (found.on, said_text, found.precision), f"{name}_approximate", NOTE, message
        return _fine((found.on, said_text, found.precision))

    found = [value or (None, None, None) for value in each(cells, clean)]
    report_blanks(cells, column, [value[1] or value[0] for value in found])
    fields = (f"{name}_on", f"{name}_text", f"{name}_precision")
    return {name_: [value[place] for value in found] for place, name_ in enumerate(fields)}


def impossible(said):
    found = dates.NUMERIC.fullmatch(said)
    if found and int(found[1]) <= 12 < int(found[2]) <= 31:
        return f"{quoted(said)} is not a real date: the day comes before the month. Write it as {found[2]}/{found[1]}/…"
    return f"{quoted(said)} is not a real date."


def _day(on):
    return f"{on:%d/%m/%Y}"


def choice(cells, column):
    """A word that is known gives its code."""
    known = {word_key(word): code for code, words in column.choices.items() for word in (*words, code) if word}

    def clean(value):
        said = tidy(value)
        if said is None:
            return _fine(None)
        code = known.get(word_key(said))
        if code is None:
            message = f"{quoted(said)} is none of the words for {quoted(column.heading)}."
            return None, f"{column.name}_not_recognised", column.if_unknown, message
        return _fine(str(code) or None)

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def email(cells, column):
    def clean(value):
        said = (tidy(value) or "").lower().removeprefix("mailto:")
        if not said:
            return _fine(None)
        if len(said) > LONGEST_EMAIL or not EMAIL.fullmatch(said):
            return None, "email_not_recognised", column.if_unknown, f"{quoted(said)} is not an e-mail address."
        return _fine(said)

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def link(cells, column):
    """A web address; a place that is none is kept, since the evidence may lie in a folder."""

    def clean(value):
        said = tidy(value)
        if said and not LINK.fullmatch(said):
            return said, "link_not_recognised", WARNING, f"{quoted(said)} is not a web address (https://…)."
        return _fine(said)

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def number(cells, column):
    """A number, within its limits."""
    low, high = column.limits or (None, None)

    def clean(value):
        said = tidy(value)
        if said is None:
            return _fine(None)
        amount = as_number(value, said)
        if amount is None:
            return None, "not_a_number", column.if_unknown, f"{quoted(said)} is not a number."
        if low is not None and not low <= amount <= high:
            message = f"{said} is not between {low} and {high}."
            return None, "number_out_of_range", column.if_unknown, message
        return _fine(amount)

    values = each(cells, clean)
    report_blanks(cells, column, values)
    return {column.field: values}


def as_number(value, said):
    """A value as a number; None where it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return whole(value) if abs(value) < LARGEST else None
    if isinstance(value, str) and NUMBER.fullmatch(said) and len(said) < 20:
        return whole(float(said.replace(",", "")))
    return None


def whole(amount):
    """The number without the dust of its binary form, as an integer where it is one."""
    amount = round(amount, 6)
    return int(amount) if amount == int(amount) else amount


def percent(cells, column):
    """0 to 100; fractions count as percentages where they are shown so, or where no number in the column is above 1."""
    numbers = [value for value in cells.values if _is_number(value)]
    unshown = [value for place, value in enumerate(cells.values) if _is_number(value) and not cells.is_percent(place)]
    are_fractions = all(0 <= value <= 1 for value in numbers)
    values = []
    for place, value in enumerate(cells.values):
        said = tidy(value)
        amount = as_number(value, said) if _is_number(value) else _written_percent(said)
        if said is None:
            values.append(None)
            continue
        if amount is not None and _is_number(value) and (cells.is_percent(place) or (unshown and are_fractions)):
            amount = whole(amount * 100)
        if amount is None:
            cells.tell(place, "not_a_number", WARNING, f"{quoted(said)} is not a percentage.", said)
        elif not 0 <= amount <= 100:
            cells.tell(place, "number_out_of_range", WARNING, f"{said} is not between 0 and 100%.", said)
            amount = None
        elif 0 < amount < 1 and _is_number(value):
            message = f"{said} is read as {amount}%; other cells of the column go up to 100."
            cells.tell(place, "fraction_among_percentages", WARNING, message, said)
        values.append(amount)
    report_blanks(cells, column, values)
    return {column.field: values}


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _written_percent(said):
    if said is None:
        return None
    bare = said.removesuffix("%").removesuffix(" per cent").removesuffix(" percent").strip()
    return as_number(bare, bare)


class Ratings:
    """Reads ratings by the legend of the workbook, and keeps what has to be asked about them."""

    def __init__(self, column, legend):
        self.column, self.legend = column, legend
        self.words = {word_key(word): str(code) for code, words in column.choices.items() for word in words}
        # {colour: cells} of those that the usual key had to explain, and {word: cells} that no key explains.
        self.doubtful = {}
        self.unknown = {}

    def of_word(self, said):
        """The code of a word or letter: ``(code, colour)``; None where no key has it."""
        key = word_key(said)
        if key in self.legend.words:
            return self.legend.words[key], None
        family = self.colour_of(key)
        if family:
            return self.of_family(family), family
        if key == "n" and "not_started" in self.column.choices:
            return "not_started", None
        return self.words.get(key), None

    @staticmethod
    def colour_of(key):
        """The colour that a word or letter names, None where it names none."""
        return NAMES.get(key) or LETTERS.get(key)

    def of_family(self, family):
        if family in self.legend.families:
            return self.legend.families[family]
        code = self.column.colours.get(family)
        return str(code) if code else None

    def of_fill(self, fill):
        """``(code, colour)`` of a fill."""
        family, code = self.legend.of_fill(fill)
        if family is None:
            return None, None
        return self.of_family(family) if code is None else code, family


def ratings(cells, column, reader):
    """The rating of every row and whether the word or the fill gave it."""
    codes, sources = [], []
    plain = _banding(cells)
    words = {}
    for place, value in enumerate(cells.values):
        said = tidy(value)
        if said is not None and said not in words:
            words[said] = reader.of_word(said)
        fill = cells.fill(place)
        if fill in plain and cells.sheet.fills.get((cells.rows[place], plain[fill])) == fill:
            fill = None
        code, source = _rating(cells, place, said, words.get(said), fill, reader)
        codes.append(code)
        sources.append(source)
    return {column.field: codes, f"{column.field}_source": sources}


def _banding(cells):
    """``{fill: another column}`` of pale fills that go through whole rows: stripes, not ratings."""
    pale = {fill for fill in set(cells.sheet.fills.values()) if is_pale(fill)}
    beside = cells.number - 1 or cells.number + 1
    return dict.fromkeys(pale, beside)


def _rating(cells, place, said, word, fill, reader):
    """The rating of one row: the word stands before the fill."""
    by_fill, family = reader.of_fill(fill) if fill else (None, None)
    if said is None:
        return _by_fill(cells, place, by_fill, family, reader)
    code, colour = word
    if code is None:
        _unknown(cells, place, said, reader)
        return None, None
    if colour:
        _doubt(cells, place, colour, reader)
    if code == NO_RATING:
        _held(cells, place, said, said)
        return None, None
    if by_fill and by_fill != code:
        message = f"The word says {quoted(said)} and the fill is {family}; the word is used."
        cells.tell(place, "rating_conflict", WARNING, message, said)
    return code, "word"


def _by_fill(cells, place, code, family, reader):
    if family is None:
        if reader.column.if_blank:
            cells.tell(place, f"{reader.column.name}_missing", reader.column.if_blank, "No word and no colour.")
        return None, None
    _doubt(cells, place, family, reader)
    if code == NO_RATING:
        _held(cells, place, family, f"the colour {family}")
        return None, None
    if code is None:
        _unknown(cells, place, family, reader)
        return None, None
    return code, "fill"


def _held(cells, place, text, said):
    message = f"{said[:1].upper()}{said[1:]} means on hold, or something like it, which is not a rating."
    cells.tell(place, "rating_not_recognised", WARNING, message, text)


def _unknown(cells, place, said, reader):
    reader.unknown.setdefault(word_key(said), []).append((cells.sheet.name, f"{cells.letter}{cells.rows[place]}"))
    cells.tell(place, "rating_not_recognised", WARNING, f"{quoted(said)} is not in the key of the ratings.", said)


def _doubt(cells, place, family, reader):
    if family in reader.column.doubtful_colours and not reader.legend.said(family):
        where = (cells.sheet.name, f"{cells.letter}{cells.rows[place]}")
        reader.doubtful.setdefault(family, []).append(where)


CLEANERS = {
    Kind.REFERENCE: reference,
    Kind.TEXT: text,
    Kind.NAME: name,
    Kind.INITIALS: initials,
    Kind.LIST: names,
    Kind.DATE: on_date,
    Kind.DUE: due,
    Kind.PERCENT: percent,
    Kind.NUMBER: number,
    Kind.CHOICE: choice,
    Kind.EMAIL: email,
    Kind.LINK: link,
}
