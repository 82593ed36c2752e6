"""What the colours, letters and words of the ratings mean: by the key that the workbook shows, else by the usual one.

A key is looked for in cells such as "Red – off track", in tables of a colour or letter beside its meaning, and in
sentences such as "Red = off track; Amber = at risk".
"""

import re
from dataclasses import dataclass, field

from apps.imports.reading.around import around
from apps.imports.reading.colours import LETTERS, NAMES, family_of, hue_distance
from apps.imports.reading.wording import letter_of, tidy, word_key

LONGEST_MEANING = 160
LONGEST_SENTENCE = 2_000
MARK = "|".join((*NAMES, *LETTERS))
MARKED = re.compile(rf"({MARK})(?: rated| rating)? ?(?:[-=:]+|\bmeans\b) ?(.+)")
BEGINS_WITH_MARK = re.compile(rf"\s*(?:{MARK})\b", re.IGNORECASE)
NAMES_COLOUR = re.compile("|".join(NAMES), re.IGNORECASE)
SENTENCE = re.compile(rf"\b({'|'.join(NAMES)}) ?(?:[-=:]+|\bmeans\b|\bis\b) ?([^;,.|\n]+)")
ON_HOLD = ("on hold", "paused", "deferred", "suspended", "superseded", "no longer required", "withdrawn")
# A meaning that the system has no rating for.
NO_RATING = ""


@dataclass
class Legend:
    """``words`` and ``fills`` give the code of a word or of a shade exactly; ``families`` that of a colour."""

    families: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)
    fills: dict = field(default_factory=dict)
    # {mark as written: code}, as the sheet shows it in cells; and where each colour is explained.
    key: dict = field(default_factory=dict)
    cells: dict = field(default_factory=dict)
    # The rows that are nothing but key: {(sheet, row)}.
    rows: set = field(default_factory=set)

    def said(self, family):
        """Whether the workbook or the person who confirmed it says what a colour means."""
        return family in self.families or any(family_of(fill) == family for fill in self.fills)

    def of_fill(self, fill):
        """``(family, code)`` of a fill; ``(None, None)`` for white and faint tints."""
        family = family_of(fill)
        if family is None:
            return None, None
        if fill in self.fills:
            return family, self.fills[fill]
        near = [shade for shade in self.fills if family_of(shade) == family]
        if near and family not in ("grey", "black"):
            nearest = min(near, key=lambda shade: hue_distance(shade, fill))
            return family, self.fills[nearest]
        return family, self.families.get(family, self.fills[near[0]] if near else None)


@dataclass
class _Entry:
    mark: str
    family: str | None
    fill: str | None
    code: str
    meaning: str
    sheet: str
    row: int
    column: int


class Meanings:
    """Finds the code that a phrase of a legend means; the phrase that says most decides."""

    def __init__(self, column):
        phrases = {word_key(phrase): str(code) for code, said in column.meanings.items() for phrase in said}
        phrases |= dict.fromkeys(ON_HOLD, NO_RATING)
        longest_first = sorted(phrases, key=len, reverse=True)
        self.phrases = [(re.compile(rf"\b{re.escape(phrase)}s?\b"), phrases[phrase]) for phrase in longest_first]
        self.any = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b")
        self.found = {}

    def __call__(self, text):
        """The code, empty where the system has no such rating, None where the text is no meaning."""
        key = word_key(text)
        if key not in self.found:
            self.found[key] = self._look_up(key)
        return self.found[key]

    def _look_up(self, key):
        if not 3 < len(key) <= LONGEST_MEANING or not self.any.search(key):
            return None
        return next(code for phrase, code in self.phrases if phrase.search(key))


def find(book, column, regions):
    """The legend of a book; ``regions`` is ``{sheet name: rows of the items}``, which are left aside."""
    legend = Legend()
    if column is None:
        return legend
    meanings = Meanings(column)
    # The sheets with the rows speak before the others.
    sheets = sorted(book.sheets, key=lambda sheet: sheet.name not in regions)
    for sheet in sheets:
        entries = _entries(sheet, meanings, regions.get(sheet.name, range(0)))
        if len({entry.code for entry in entries}) > 1:
            _take(legend, entries)
    for sheet in sheets:
        _take_sentences(legend, sheet, meanings, regions.get(sheet.name, range(0)))
    return legend


def _take(legend, entries):
    for entry in entries:
        mark = entry.mark.lower() if entry.mark.casefold() in NAMES else entry.mark or entry.family
        if mark and mark not in legend.key:
            legend.key[mark] = entry.code or None
        if entry.fill and family_of(entry.fill):
            legend.fills.setdefault(entry.fill, entry.code)
        if entry.family:
            legend.families.setdefault(entry.family, entry.code)
            where = (entry.sheet, f"{letter_of(entry.column)}{entry.row}")
            legend.cells.setdefault(entry.family, where)
        if entry.mark:
            legend.words.setdefault(word_key(entry.mark), entry.code)
        legend.words.setdefault(word_key(entry.meaning), entry.code)
        legend.rows.add((entry.sheet, entry.row))


def _entries(sheet, meanings, items):
    """Every cell that explains a colour or a letter, by its own words, its fill or the cell to its left."""
    found = []
    for row, values in around(sheet, items):
        for column, value in enumerate(values, 1):
            if isinstance(value, str) and _may_explain(sheet, row, column, value):
                entry = _entry(sheet, row, column, value, meanings)
                if entry:
                    found.append(entry)
    return found


def _may_explain(sheet, row, column, value):
    """Whether a cell has a fill, begins with a mark, or stands right of a fill or a mark."""
    if (row, column) in sheet.fills or (row, column - 1) in sheet.fills or BEGINS_WITH_MARK.match(value):
        return True
    beside = sheet.value(row, column - 1)
    return isinstance(beside, str) and _is_mark(tidy(beside) or "")


def _is_mark(text):
    text = text.casefold()
    return text in NAMES or text in LETTERS or text == "n"


def _entry(sheet, row, column, value, meanings):
    text = tidy(value)
    if not text or len(text) > LONGEST_MEANING:
        return None
    fill = sheet.fills.get((row, column))
    marked = MARKED.fullmatch(word_key(text))
    if marked:
        code = meanings(marked[2])
        mark = text[: len(marked[1])]
        return code is not None and _Entry(mark, _family(mark), fill, code, marked[2], sheet.name, row, column) or None
    code = meanings(text)
    if code is None:
        return None
    beside = tidy(sheet.value(row, column - 1)) or ""
    if _is_mark(beside):
        fill = sheet.fills.get((row, column - 1)) or fill
        return _Entry(beside, _family(beside), fill, code, text, sheet.name, row, column - 1)
    if not beside and fill is None:
        fill = sheet.fills.get((row, column - 1))
    family = family_of(fill) if fill else None
    return _Entry("", family, fill, code, text, sheet.name, row, column) if family else None


def _family(mark):
    mark = mark.casefold()
    return NAMES.get(mark) or LETTERS.get(mark)


def _take_sentences(legend, sheet, meanings, items):
    for row, values in around(sheet, items):
        said = [value for value in values if isinstance(value, str) and NAMES_COLOUR.search(value)]
        if any([_take_sentence(legend, value, meanings) for value in said]):
            legend.rows.add((sheet.name, row))


def _take_sentence(legend, text, meanings):
    """Take what a sentence says of two colours or more; whether it does."""
    said = SENTENCE.findall(word_key(text[:LONGEST_SENTENCE]))
    said = [(NAMES[mark], meanings(meaning)) for mark, meaning in said]
    said = [(family, code) for family, code in said if code is not None]
    if len(said) < 2:
        return False
    for family, code in said:
        legend.families.setdefault(family, code)
    return True


def override(legend, answers, column):
    """Apply what a person confirmed: ``{colour, letter or word: code}``; raises ``ValueError`` for an unknown code."""
    for said, answer in (answers or {}).items():
        key, code = word_key(said), _confirmed(answer, column)
        family = NAMES.get(key)
        if family:
            legend.families[family] = code
            legend.fills = {fill: old for fill, old in legend.fills.items() if family_of(fill) != family}
            for same in (*LETTERS, *NAMES):
                if family in (LETTERS.get(same), NAMES.get(same)):
                    legend.words.pop(same, None)
        legend.words[key] = code
    return legend


def _confirmed(answer, column):
    code = str(answer or NO_RATING)
    if code.replace("_", " ") in ON_HOLD:
        return NO_RATING
    if code and code not in column.choices:
        known = ", ".join(column.choices)
        raise ValueError(f"“{code}” is not a rating. Use one of: {known}, or on_hold for none.")
    return code
