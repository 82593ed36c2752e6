"""Reading the part of a sheet, whoever wrote it."""

from ..grid import Unreadable
from .cells import MOST_COLUMNS, MOST_ROWS, column_letters, place
from .markup import Reader, is_true
from .refusals import damaged


class SheetReader(Reader):
    """Tells ``collected`` what it finds; ``fills`` are the colours by style, empty if nobody asks for them."""

    def __init__(self, limits, collected, values, fills):
        super().__init__(limits)
        self.collected = collected
        self.values = values
        self.fills = fills
        self._row = 0
        self._is_row = False
        self._cells = {}
        self._column = 0
        self._is_cell = False
        self._kind = None
        self._style = 0
        self._words = []
        self._length = 0
        self._is_value = False
        self._is_sound = False
        self.has_rows = False
        self._are_rows = False
        self._begins = {
            "sheetData": self._begin_rows,
            "row": self._begin_row,
            "c": self._begin_cell,
            "v": self._begin_value,
            "t": self._begin_text,
            "rPh": self._begin_sound,
            "col": self._begin_columns,
            "mergeCell": self._begin_merge,
        }
        self._ends = {
            "sheetData": self._end_rows,
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "t": self._end_value,
            "rPh": self._end_sound,
        }

    def start(self, name, attributes):
        begin = self._begins.get(name)
        if begin is not None:
            begin(attributes)

    def end(self, name):
        end = self._ends.get(name)
        if end is not None:
            end()

    def text(self, words):
        if self._is_value:
            self._length += len(words)
            if self._length > self.limits.text:
                raise too_long(self.collected, self._row, self._column, self.limits)
            self._words.append(words)

    def _begin_rows(self, attributes):
        if self.has_rows:
            raise damaged(f"{self.collected.sheet.name} has its rows twice")
        self.has_rows = self._are_rows = True

    def _end_rows(self):
        self._are_rows = False

    def _begin_row(self, attributes):
        if self._is_row or not self._are_rows:
            raise damaged(f"{self.collected.sheet.name} has a row that is not among its rows")
        self._is_row = True
        self._row = row_number(attributes, self._row, self.collected)
        self._column = 0
        self._cells = {}
        if is_hidden(attributes):
            self.collected.hide_row(self._row)

    def _end_row(self):
        self._is_row = False
        if self._cells:
            values = [None] * max(self._cells)
            for column, value in self._cells.items():
                values[column - 1] = value
            self.collected.add_row(self._row, values)

    def _begin_cell(self, attributes):
        if not self._is_row or self._is_cell:
            raise damaged(f"{self.collected.sheet.name} has a cell outside of a row")
        self._is_cell = True
        self._column = self._column_of(attributes.get("r"))
        self._kind = attributes.get("t")
        self._style = style_number(attributes.get("s"))
        self._words = []
        self._length = 0

    def _column_of(self, reference):
        if reference is None:
            column = self._column + 1
            if column > MOST_COLUMNS:
                raise damaged(f"row {self._row} of {self.collected.sheet.name} has more cells than a sheet has columns")
            return column
        at = place(reference)
        if at is None or at[0] != self._row:
            raise damaged(f"a cell of {self.collected.sheet.name} is not where it says")
        return at[1]

    def _begin_value(self, attributes):
        self._is_value = self._is_cell and self._kind != "inlineStr"

    def _begin_text(self, attributes):
        self._is_value = self._is_cell and self._kind == "inlineStr" and not self._is_sound

    def _end_value(self):
        self._is_value = False

    def _begin_sound(self, attributes):
        self._is_sound = True

    def _end_sound(self):
        self._is_sound = False

    def _end_cell(self):
        self._is_cell = False
        value = self.values.value(self._kind, "".join(self._words), self.values.is_date(self._style))
        if value is not None:
            if self._column in self._cells:
                raise damaged(
                    f"cell {column_letters(self._column)}{self._row} of {self.collected.sheet.name} is there twice"
                )
            self._cells[self._column] = value
            if self._kind in (None, "n") and self.values.is_percent(self._style):
                self.collected.add_percent(self._row, self._column)
        if self._style < len(self.fills) and (colour := self.fills[self._style]):
            self.collected.add_fill(self._row, self._column, colour)

    def _begin_columns(self, attributes):
        if is_true(attributes.get("hidden")) or _is_zero(attributes.get("width")):
            first, last = style_number(attributes.get("min")), style_number(attributes.get("max"))
            self.collected.hide_columns(first, last)

    def _begin_merge(self, attributes):
        self.collected.add_merge(attributes.get("ref", ""))


def row_number(attributes, before, collected):
    """The number of a row: as it says, else the one after that before."""
    written = attributes.get("r")
    number = before + 1 if written is None else style_number(written)
    if not 0 < number <= MOST_ROWS:
        raise damaged(f"{collected.sheet.name} has a row that no sheet has")
    return number


def is_hidden(attributes):
    """Whether a row is hidden, by a person or a filter, or has no height."""
    return is_true(attributes.get("hidden")) or _is_zero(attributes.get("ht"))


def _is_zero(size):
    return size is not None and size.strip("0.") == "" and "0" in size


def style_number(text):
    """A number of up to nine digits that an attribute says; 0 if it says none."""
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def too_long(collected, row, column, limits):
    """The refusal of a cell with more text than Excel can hold."""
    return Unreadable(
        f"Cell {column_letters(column)}{row} of {collected.sheet.name} holds more than {limits.text:,} characters. "
        "Shorten it and try again."
    )
