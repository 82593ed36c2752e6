"""Which rows of a sheet are items, which are bands that say what the rows below belong to, and why others are none."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from apps.imports.reading.results import NOTE, WARNING, Problem, Skipped
from apps.imports.reading.wording import heading_text, quoted, tidy

TOTAL = re.compile(
    r"(?:(?:grand |sub-?|overall )?totals?|count|average|mean|sum|number of \w+)(?:[ :]+\w+){0,3}[ :]*", re.IGNORECASE
)
FOOTNOTE = re.compile(r"(?:\*|†|‡|\[\d|notes?\b|source\b|key\b|legend\b)", re.IGNORECASE)
# A row with this many filled cells is an item, whatever its words.
MANY = 4
LONGEST_BAND = 200


@dataclass
class Band:
    """A row that says what the rows under it belong to."""

    row: int
    text: str
    ref: str | None


@dataclass
class Rows:
    """``items`` are the numbers of the rows; ``bands`` are in order, ``title`` is that of the sheet."""

    items: list = field(default_factory=list)
    bands: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    title: Band | None = None

    def band_of(self):
        """The band of each item, None where it stands under none."""
        starts = [band.row for band in self.bands]
        places = (bisect_right(starts, row) for row in self.items)
        return [self.bands[place - 1] if place else None for place in places]


class References:
    """Finds the reference of a band in its words: "PRIORITY ACTION 1: …" is PA1."""

    def __init__(self, band):
        patterns = band.patterns if band else ()
        self.patterns = [(re.compile(rf"\W*{pattern}", re.IGNORECASE), ref) for pattern, ref in patterns]
        self.found = {}

    def __call__(self, text):
        if not text:
            return None
        if text not in self.found:
            matches = ((pattern.match(text), ref) for pattern, ref in self.patterns)
            self.found[text] = next((ref.format(int(match[1])) for match, ref in matches if match), None)
        return self.found[text]


class Sorter:
    """Sorts the rows of one sheet; each question about a row is a method."""

    def __init__(self, sheet, header, layout, legend_rows, references):
        self.sheet, self.header, self.layout = sheet, header, layout
        self.legend_rows, self.references = legend_rows, references
        self.mapped = [heading.column - 1 for heading in header.headings if heading.field or heading.kind]
        of = header.of
        names = layout.item_fields or [column.field for column in layout.columns if column.is_required]
        self.keys = [of[name].column - 1 for name in names if name in of]
        self.width = max((heading.column for heading in header.headings), default=1)
        self.merges = {}
        for first_row, first, last_row, last in sheet.merges:
            if first_row == last_row:
                self.merges[first_row] = max(self.merges.get(first_row, 0), last - first + 1)
        self.header_rows = [sheet.rows[row - 1] for row in header.rows]
        self.first_key = self.header_rows[-1][self.keys[0]] if self._has(self.header_rows[-1], self.keys[:1]) else None

    def sort(self):
        rows = Rows()
        self._above(rows)
        waiting = []
        for number, values in enumerate(self.sheet.rows[self.header.rows[-1] :], self.header.rows[-1] + 1):
            if self._is_plainly_item(values):
                self._settle(waiting, rows, is_followed=True)
                rows.items.append(number)
            else:
                self._consider(number, values, waiting, rows)
        self._settle(waiting, rows, is_followed=False)
        rows.skipped.sort(key=lambda skipped: skipped.row)
        if any(band.ref for band in rows.bands):
            self._keep_numbered(rows)
        return rows

    def _above(self, rows):
        """Title, notes and keys above the header, which is skipped too; a header in the first row needs no mention."""
        if self.header.rows == [1]:
            return
        for number, values in enumerate(self.sheet.rows[: self.header.rows[-1]], 1):
            filled = filled_cells(values)
            if number in self.header.rows:
                reason = "header"
            elif not filled:
                reason = "blank"
            elif (self.sheet.name, number) in self.legend_rows:
                reason = "legend"
            elif rows.title is None:
                rows.title = self._band(number, filled)
                reason = "title"
            elif self._is_numbered_band(filled):
                rows.bands.append(self._band(number, filled))
                reason = self.layout.band.reason
            else:
                reason = "note"
            rows.skipped.append(Skipped(self.sheet.name, number, reason))

    def _is_plainly_item(self, values):
        """Quick and without doubt: something in a column that makes an item, and enough beside it."""
        width = len(values)
        key = next((values[place] for place in self.keys if place < width and values[place] is not None), None)
        if key is None or key == self.first_key:
            return False
        if isinstance(key, str) and not key.strip():
            return False
        filled = 0
        for place in self.mapped:
            if place < width and values[place] is not None and values[place] != "":
                filled += 1
                if filled == MANY:
                    return not self._looks_total(values)
        return False

    @staticmethod
    def _looks_total(values):
        first = next((value for value in values if value is not None and value != ""), None)
        return isinstance(first, str) and len(first) < 60 and TOTAL.fullmatch(first.strip()) is not None

    def _consider(self, number, values, waiting, rows):
        """A row that has to be looked at more closely; those that depend on what follows wait."""
        filled = filled_cells(values)
        if not filled:
            waiting.append((number, filled, False))
        elif self._is_repeated(values, filled):
            rows.skipped.append(Skipped(self.sheet.name, number, "repeated_header"))
        elif self._is_total(filled):
            rows.skipped.append(Skipped(self.sheet.name, number, "total"))
        elif self._is_numbered_band(filled):
            self._settle(waiting, rows, is_followed=True)
            rows.bands.append(self._band(number, filled))
            rows.skipped.append(Skipped(self.sheet.name, number, self.layout.band.reason))
        elif self._is_item(number, filled):
            self._settle(waiting, rows, is_followed=True)
            rows.items.append(number)
        else:
            waiting.append((number, filled, self._may_be_item(number, filled)))

    def _settle(self, waiting, rows, is_followed):
        """Decide on rows that waited: with items under them they may be bands, with none they are footnotes."""
        after_blank = False
        for number, filled, may_be_item in waiting:
            after_blank = after_blank or not filled
            if may_be_item and (is_followed or not after_blank):
                rows.items.append(number)
            else:
                rows.skipped.append(Skipped(self.sheet.name, number, self._reason(number, filled, rows, is_followed)))
        waiting.clear()

    def _reason(self, number, filled, rows, is_followed):
        """Why a row is no item; a band is kept, and a row whose words are left aside is told of."""
        if not filled:
            return "blank"
        if (self.sheet.name, number) in self.legend_rows:
            return "legend"
        if is_followed and self._is_band(number, filled):
            rows.bands.append(self._band(number, filled))
            return self.layout.band.reason
        if is_followed and not self._is_footnote(filled):
            rows.problems.append(self._not_read(number, filled))
            return "note"
        return "footnote"

    def _not_read(self, number, filled):
        said = quoted(" ".join(text for _, text in filled))
        message = f"The row has too little for {self._a_noun()} and is not read: {said}."
        return Problem("row_not_read", WARNING, message, self.sheet.name, number, text=filled[0][1])

    def _a_noun(self):
        noun = self.layout.noun
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    def _is_repeated(self, values, filled):
        """The same words in the same columns as a row of the header."""
        for header in self.header_rows:
            same = sum(1 for place, text in filled if place < len(header) and heading_text(header[place]) == text)
            if same > 1 and same * 5 >= len(filled) * 4:
                return True
        return False

    def _is_total(self, filled):
        return len(filled) <= MANY + 2 and len(filled[0][1]) < 60 and TOTAL.fullmatch(filled[0][1]) is not None

    def _is_numbered_band(self, filled):
        if not self.layout.band or len(filled) > 2 or not self.references(filled[0][1]):
            return False
        return len(filled[0][1]) <= LONGEST_BAND and filled[0][0] <= max(self.mapped, default=0)

    def _is_item(self, number, filled):
        places = {place for place, _ in filled}
        beside = len(places.intersection(self.mapped))
        if any(place in places for place in self.keys) and beside > 1:
            return not self._is_wide(number)
        return beside >= MANY - 1

    def _may_be_item(self, number, filled):
        """One cell in a column that makes an item, which nothing marks as a band or a footnote."""
        if len(filled) > 1 or filled[0][0] not in self.keys or self.merges.get(number, 0) > 1:
            return False
        return not self._is_footnote(filled) and not self._is_filled(number, filled)

    def _is_band(self, number, filled):
        """One cell, wide or coloured, with items under it."""
        if not self.layout.band or len(filled) > 2 or len(filled[0][1]) > LONGEST_BAND:
            return False
        return self._is_wide(number) or (self._is_filled(number, filled) and not self._is_footnote(filled))

    def _is_wide(self, number):
        return self.merges.get(number, 0) * 2 >= self.width

    def _is_filled(self, number, filled):
        return (number, filled[0][0] + 1) in self.sheet.fills

    @staticmethod
    def _is_footnote(filled):
        return len(filled) == 1 and FOOTNOTE.match(filled[0][1]) is not None

    def _band(self, number, filled):
        text = " ".join(text for _, text in filled[:2])
        return Band(number, text, self.references(text))

    def _keep_numbered(self, rows):
        """Where bands have numbers, one without is a heading inside of one."""
        for band in [band for band in rows.bands if not band.ref]:
            rows.bands.remove(band)
            place = next(place for place, skipped in enumerate(rows.skipped) if skipped.row == band.row)
            rows.skipped[place] = Skipped(self.sheet.name, band.row, "section_band")
            message = f"{quoted(band.text)} is taken for a heading inside of the band above it."
            rows.problems.append(
                Problem("band_without_number", NOTE, message, self.sheet.name, band.row, text=band.text)
            )

    @staticmethod
    def _has(values, places):
        return bool(places) and places[0] < len(values)


def filled_cells(values):
    """``[(place, text)]`` of the cells of a row that hold something."""
    filled = []
    for place, value in enumerate(values):
        text = heading_text(value) if isinstance(value, str) else tidy(value)
        if text:
            filled.append((place, text))
    return filled
