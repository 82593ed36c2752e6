"""Finds the header of a sheet under titles and keys, in one row or two, and which column holds which field."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from apps.imports.reading import dates
from apps.imports.reading.wording import full_key, heading_key, heading_text, letter_of, word_key

# How far down a header is looked for, and how wide a sheet can be.
DEEPEST = 60
WIDEST = 500
LONGEST_HEADING = 120
# Merged cells come in the order of their rows: those of headers are among the first.
MOST_MERGES = 2_000
# How much of a heading a known heading must make up to be proposed for it.
ENOUGH = 0.5
MOST_WORDS = 12
FEWEST = 3
# Of two columns for one thing, the one that says so came first.
ORIGINAL = "original"
NUMBERS = re.compile(r"20\d\d|\d\d?")
# An earlier state is read only where nothing else is there that is surely known.
EARLIER = re.compile(r"\b(?:previous|prior|last (?:month|quarter|period|time|meeting))\b")
LATE = 1_000
# Words that by themselves say too little to know a longer heading by.
VAGUE = frozenset(
    [
        "action",
        "area",
        "comment",
        "date",
        "description",
        "end",
        "from",
        "id",
        "item",
        "l",
        "i",
        "measure",
        "no",
        "note",
        "number",
        "outcome",
        "partner",
        "service",
        "start",
        "status",
        "step",
        "target",
        "theme",
        "title",
        "what",
        "when",
        "who",
        "will",
        "by",
        "%",
    ]
)


@dataclass
class Heading:
    """One column of a header: its words as they stand, and the field that it is taken for."""

    column: int
    text: str
    key: str
    field: str | None = None
    is_certain: bool = True
    # Of the columns of one field by months, the last day of the month; of pairs, the period too.
    period: str = ""
    period_end: date | None = None
    kind: str = ""
    # Why it is not read although its words are known.
    reason: str = ""

    @property
    def letter(self):
        return letter_of(self.column)


@dataclass
class Header:
    """The header of one sheet; ``of`` gives ``{field: Heading}`` of what is read."""

    sheet: str
    rows: list
    headings: list
    score: float = 0
    questions: list = field(default_factory=list)

    @property
    def of(self):
        return {heading.field: heading for heading in self.headings if heading.field and not heading.kind}

    @property
    def pairs(self):
        return [heading for heading in self.headings if heading.kind]

    @property
    def keys(self):
        return [heading.key for heading in self.headings]


class Known:
    """The headings that a layout knows: ``{key: [(field, rank)]}``, the surest with rank 0."""

    def __init__(self, layout):
        self.layout = layout
        self.exact = {}
        for column in layout.columns:
            for place, words in enumerate((column.heading, *column.synonyms)):
                key = heading_key(words)
                names = self.exact.setdefault(key, [])
                if column.field not in dict(names):
                    names.append((column.field, -1 if key.startswith(ORIGINAL) else place))
        self.in_any_order = {}
        self.by_word = {}
        for key in self.exact:
            words = frozenset(key.split())
            self.in_any_order.setdefault(words, key)
            for word in words if words - VAGUE else ():
                self.by_word.setdefault(word, []).append(key)
        self.kinds = {}
        if layout.pairs:
            self.kinds = {word: kind for kind, words in layout.pairs.kinds.items() for word in words}
        self.close = {}

    def fields(self, key):
        """``[(field, rank)]`` of a heading that is known just so, in another order, or but for a number or year."""
        if key in self.exact:
            return self.exact[key]
        if key.count(" ") >= MOST_WORDS:
            return ()
        words = [word for word in key.split() if not NUMBERS.fullmatch(word)]
        return self.exact.get(self.in_any_order.get(frozenset(words)), ())

    def ranked(self, heading):
        """``[(field, rank)]`` of a heading with what stands in its brackets, else without."""
        whole = full_key(heading.text)
        found = self.fields(whole) or self.fields(heading.key.partition("#")[0])
        late = LATE if EARLIER.search(whole) else 0
        return [(name, rank + late) for name, rank in found]

    def nearest(self, key):
        """``[(field, share)]`` of known headings whose words all occur in this one."""
        if key not in self.close:
            self.close[key] = self._nearest(key)
        return self.close[key]

    def _nearest(self, key):
        words = key.split()
        if len(words) > MOST_WORDS or EARLIER.search(key):
            return []
        there = set(words)
        maybe = {known for word in there for known in self.by_word.get(word, ())}
        found = {}
        for known in maybe:
            parts = known.split()
            share = len(parts) / len(words)
            if share >= ENOUGH and len(known) > 2 and there.issuperset(parts):
                for name, _ in self.exact[known]:
                    found[name] = max(found.get(name, 0), share)
        return sorted(found.items(), key=lambda item: -item[1])


def find(sheet, layout, known, mapping=None, is_guess=False):
    """The header of a sheet, None where no row of it looks like one of this layout; at all, for a guess."""
    best = None
    rows = _rows_said(sheet, mapping)
    for row in rows[:1] or range(1, min(len(sheet.rows), DEEPEST) + 1):
        for texts, numbers in _candidates(sheet, row, rows, known):
            if not (mapping or is_guess or any(known.fields(heading_key(text)) for text in texts.values())):
                continue
            header = _header(sheet, texts, numbers, layout, known, mapping)
            if header and (best is None or header.score > best.score):
                best = header
    if best is None or rows or is_guess or is_enough(best, layout, (mapping or {}).get("columns")):
        return best
    return None


def is_enough(header, layout, said=None):
    """Whether the headings show that a sheet is of this layout, or of the shape that a person confirmed."""
    if said:
        return len(set(said).intersection(header.keys)) * 2 > len(said)
    certain = {heading.field for heading in header.headings if heading.field and heading.is_certain}
    needed = [column.field for column in layout.columns if column.is_required]
    if not all(name in header.of for name in needed):
        return False
    return len(certain) + bool(header.pairs) >= min(FEWEST, len(layout.columns))


def _rows_said(sheet, mapping):
    """The rows of the header that a person confirmed."""
    rows = (mapping or {}).get("header_rows", {}).get(sheet.name) or []
    return [row for row in rows if 0 < row <= len(sheet.rows)]


def _candidates(sheet, row, said, known):
    """``(texts by column, rows)``: the row as a header by itself, and with the row under it; as was said, if it was."""
    upper = _texts(sheet, row)
    if len(upper) < 2 and not said:
        return
    if len(said) < 2:
        yield upper, [row]
    lower = _texts(sheet, row + 1) if row < len(sheet.rows) and len(said) != 1 else {}
    if lower and (said or _is_second_row(sheet, row, upper, lower, known)):
        yield _joined(sheet, row, upper, lower, known), [row, row + 1]


def _texts(sheet, row):
    """``{column: words}`` of a row that could be a header; the words of merged cells stand for all their columns."""
    texts = {}
    for column, value in enumerate(sheet.rows[row - 1][:WIDEST], 1):
        if isinstance(value, str | datetime | date):
            text = heading_text(value)
            if text:
                texts[column] = text[:LONGEST_HEADING]
    for first_row, first, last_row, last in _merges_at(sheet, row):
        if first_row == row and first in texts and last > first and last - first < WIDEST:
            texts |= dict.fromkeys(range(first + 1, last + 1), texts[first])
        elif first_row < row <= last_row:
            texts.pop(first, None)
    return texts


def _merges_at(sheet, row):
    return [merge for merge in sheet.merges[:MOST_MERGES] if merge[0] <= row <= merge[2]]


def _is_second_row(sheet, row, upper, lower, known):
    """Whether the row under a header goes on with it: short words, most of them headings by themselves or joined."""
    values = [value for value in sheet.rows[row][:WIDEST] if heading_text(value)]
    if len(values) != len([value for value in values if isinstance(value, str | datetime | date)]):
        return False
    if any(len(text) > 60 for text in lower.values()):
        return False
    groups = [merge for merge in _merges_at(sheet, row) if merge[0] == row]
    if not groups and len(lower) >= len(upper) and not set(lower) - set(upper):
        return False
    heads = sum(
        1
        for column, text in lower.items()
        if known.fields(heading_key(text))
        or known.fields(heading_key(f"{upper.get(column, '')} {text}"))
        or dates.period_in(text)
        or word_key(text) in known.kinds
    )
    return heads * 2 >= len(lower)


def _joined(sheet, row, upper, lower, known):
    """The words of two rows for each column: both, or those that are known by themselves."""
    texts = {}
    for column in sorted({*upper, *lower}):
        above, below = upper.get(column, ""), lower.get(column, "")
        both = f"{above} {below}".strip()
        if above and below and not known.fields(heading_key(both)) and known.fields(heading_key(below)):
            both = below if not known.fields(heading_key(above)) or above != below else above
        texts[column] = both
    return texts


def _header(sheet, texts, rows, layout, known, mapping):
    headings = []
    seen = {}
    for column, text in sorted(texts.items()):
        key = heading_key(text)
        seen[key] = seen.get(key, 0) + 1
        headings.append(Heading(column, text, key if seen[key] == 1 else f"{key}#{seen[key]}"))
    said = (mapping or {}).get("columns") or {}
    if said and not any(heading.key in said for heading in headings):
        return None
    header = Header(sheet.name, rows, headings)
    _pair_up([heading for heading in headings if heading.key not in said], layout, known)
    open_headings = [heading for heading in headings if not heading.kind and heading.key not in said]
    _take_said(headings, said, layout)
    taken = {heading.field for heading in headings if heading.field}
    _assign(open_headings, known, taken)
    header.score = _score(header, layout, said)
    return header


def _take_said(headings, said, layout):
    """What a person confirmed stands before anything that the words of the headings say."""
    for heading in headings:
        name = said.get(heading.key)
        if name and layout.column(name):
            heading.field = name


def _pair_up(headings, layout, known):
    """Marks the columns that hold a figure of a period."""
    if not layout.pairs:
        return
    for heading in headings:
        found = dates.period_in(heading.text)
        if not found or heading.key in known.exact:
            continue
        rest, period, day = found
        kind = known.kinds.get(word_key(rest)) if rest else layout.pairs.default
        if kind:
            heading.kind, heading.period, heading.period_end = kind, period, day
            heading.is_certain = bool(rest)


def _assign(headings, known, taken):
    """The surest first: each field to one column, save where the columns differ by month."""
    choices = []
    for heading in headings:
        base = _without_period(heading, known)
        ranked = known.ranked(heading) if base is None else known.fields(heading_key(base))
        choices += [(0, rank, heading.column, name, heading, True) for name, rank in ranked]
        if not ranked:
            near = known.nearest(heading.key.partition("#")[0] if base is None else heading_key(base))
            choices += [(1, -share, heading.column, name, heading, False) for name, share in near]
    by_field = {}
    for _, _, _, name, heading, is_certain in sorted(choices, key=lambda choice: choice[:4]):
        if heading.field:
            continue
        if name in taken:
            rival = by_field.get(name)
            if not (rival and rival.period_end and heading.period_end and is_certain):
                heading.reason = heading.reason or name
                continue
        heading.field, heading.is_certain = name, is_certain
        taken.add(name)
        by_field.setdefault(name, heading)
    _give_to_later(headings, by_field, known, taken)


def _give_to_later(headings, by_field, known, taken):
    """Where a column says that it is the original, another of its kind is what it was changed to."""
    for heading in headings:
        first = by_field.get(heading.reason)
        later = known.layout.column(heading.reason).later if first else ""
        if heading.field is None and later and later not in taken and first.key.startswith(ORIGINAL):
            heading.field, heading.reason = later, ""
            taken.add(later)


def _without_period(heading, known):
    """A heading such as "RAG Oct 24" without its month, which is noted; None where it names none."""
    if known.fields(heading.key):
        return None
    found = dates.period_in(heading.text)
    if not found or not found[0]:
        return None
    heading.period, heading.period_end = found[1], found[2]
    return found[0]


def _score(header, layout, said):
    """How much a row looks like the header: known headings count, the needed ones more."""
    needed = {column.field for column in layout.columns if column.is_required}
    score = 0
    for heading in header.headings:
        if heading.key in said:
            score += 2
        elif heading.field:
            score += (1 if heading.is_certain else 0.4) + (heading.field in needed and heading.is_certain)
        elif heading.kind:
            score += 1 if heading.is_certain else 0.5
    # Of two readings of the same header that know as much, the one with fewer rows.
    return score - 0.1 * len(header.rows)
