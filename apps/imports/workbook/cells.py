"""Collecting the cells of a sheet within the limits, and finishing the sheet."""

import re
from copy import copy

from ..grid import Sheet, Unreadable
from .refusals import damaged

REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384


def column_letters(number):
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


COLUMNS = {column_letters(number): number for number in range(1, MOST_COLUMNS + 1)}
# LETTERS[0] is A; after the last there is none.
LETTERS = [*COLUMNS, ""]


def place(reference):
    """(row, column) of a reference such as B7, None if it is none that a sheet has."""
    match = REFERENCE.fullmatch(reference)
    if not match:
        return None
    row, column = int(match[2]), COLUMNS.get(match[1])
    return (row, column) if row <= MOST_ROWS and column else None


class Budget:
    """What all sheets of a workbook together may still hold."""

    def __init__(self, limits):
        self.limits = limits
        self.cells = limits.cells
        self.fills = limits.fills
        self.merges = limits.merges

    def copy(self):
        """As much again: what is taken from the copy is not taken from this."""
        return copy(self)

    def take_cells(self, count):
        """Count cells that hold something."""
        self.cells -= count
        if self.cells < 0:
            raise _too_many(f"more than {self.limits.cells:,} cells that hold something")

    def take_fills(self, count):
        """Count cells with a fill."""
        self.fills -= count
        if self.fills < 0:
            raise _too_many(f"more than {self.limits.fills:,} coloured cells")

    def take_merge(self):
        """Count a merged range."""
        self.merges -= 1
        if self.merges < 0:
            raise _too_many(f"more than {self.limits.merges:,} merged ranges")


def _too_many(what):
    return Unreadable(f"The workbook has {what}, which is too many. Split it into smaller workbooks and try again.")


class Collected:
    """The cells of one sheet as they come."""

    def __init__(self, name, budget):
        self.sheet = Sheet(name=name, rows=[])
        self.budget = budget
        self.limits = budget.limits
        self._width = 0

    def add_row(self, number, values):
        """Keep the values of a row, from its first column on; a row without any is passed by."""
        while values and values[-1] is None:
            values.pop()
        if not values:
            return
        rows = self.sheet.rows
        if number > self.limits.rows:
            raise Unreadable(
                f"Too many rows in {self.sheet.name}: something stands in row {number:,}; at most "
                f"{self.limits.rows:,} rows can be read. Split the sheet into smaller ones and try again."
            )
        if len(values) > self.limits.columns:
            raise Unreadable(
                f"Too many columns ({len(values):,}) in {self.sheet.name}; at most {self.limits.columns:,} can be "
                "read. Take out those that are not needed and try again."
            )
        self.budget.take_cells(len(values) - values.count(None))
        self._width = max(self._width, len(values))
        if number > len(rows):
            rows.extend([] for _ in range(number - len(rows)))
        elif rows[number - 1]:
            raise damaged(f"{self.sheet.name} has two rows {number}")
        rows[number - 1] = values

    def add_fill(self, row, column, colour):
        """Keep the fill of a cell, if something can stand there."""
        if row <= self.limits.rows and column <= self.limits.columns:
            self.budget.take_fills(1)
            self.sheet.fills[row, column] = colour

    def add_percent(self, row, column):
        """Keep that a number is shown as a percentage; such cells count with the coloured ones."""
        if row <= self.limits.rows and column <= self.limits.columns:
            self.budget.take_fills(1)
            self.sheet.percents.add((row, column))

    def hide_row(self, number):
        """Keep that a row is hidden."""
        if number <= self.limits.rows:
            self.sheet.hidden_rows.add(number)

    def hide_columns(self, first, last):
        """Keep that columns are hidden."""
        self.sheet.hidden_columns.update(range(max(first, 1), min(last, self.limits.columns) + 1))

    def add_merge(self, reference):
        """Keep a merged range."""
        first, _, last = reference.replace("$", "").partition(":")
        corners = place(first), place(last or first)
        if None in corners:
            raise damaged(f"a merged range of {self.sheet.name} is not on the sheet")
        (top, left), (bottom, right) = corners
        self.budget.take_merge()
        self.sheet.merges.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))

    def finish(self):
        """The sheet, with what lies beyond the last row and column that hold something cut off."""
        sheet, height, width = self.sheet, len(self.sheet.rows), self._width
        for at in [at for at in sheet.fills if at[0] > height or at[1] > width]:
            del sheet.fills[at]
        sheet.hidden_rows = {row for row in sheet.hidden_rows if row <= height}
        sheet.hidden_columns = {column for column in sheet.hidden_columns if column <= width}
        sheet.merges = self._merges(height, width)
        return sheet

    def _merges(self, height, width):
        merges = sorted(
            (top, left, min(bottom, height), min(right, width))
            for top, left, bottom, right in self.sheet.merges
            if top <= height and left <= width
        )
        merges = [merge for merge in merges if merge[:2] != merge[2:]]
        if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merges) > height * width:
            raise damaged(f"merged ranges of {self.sheet.name} overlap")
        return merges
