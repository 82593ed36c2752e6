"""A workbook as cells that nothing more has to be asked about: values, fills, merged ranges, what is hidden.

Numbers of rows and columns begin with 1, as on the sheet. A value is None, bool, int, float, str, date or datetime;
a formula is never worked out: its stored value stands.
"""

from dataclasses import dataclass, field


@dataclass
class Sheet:
    """``rows`` are all rows up to the last that holds something; each is a list of values, trailing ones left out."""

    name: str
    rows: list
    # Solid fills as they are seen, theme and tint worked out: {(row, column): "RRGGBB"}.
    fills: dict = field(default_factory=dict)
    # (row, column) of each number that is shown as a percentage: its value 0.9 reads 90%.
    percents: set = field(default_factory=set)
    # (first row, first column, last row, last column) of each merged range.
    merges: list = field(default_factory=list)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    is_hidden: bool = False

    def value(self, row, column):
        """The value of a cell, None outside of the sheet."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return values[column - 1] if 0 < column <= len(values) else None


@dataclass
class Book:
    """A workbook, or a CSV file, which has one sheet."""

    sheets: list


class Unreadable(Exception):
    """The file cannot be read; the message says what is wrong with it and what to do."""
