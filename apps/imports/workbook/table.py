"""Reading a CSV file: its encoding, its delimiter, its rows. Whatever stands in it is text."""

import csv
import re
from collections import Counter
from itertools import islice
from pathlib import PurePosixPath

from ..grid import Book, Unreadable
from .cells import MOST_ROWS, Budget, Collected

DELIMITERS = ",;\t|"
# By how many rows, and characters, of a file its delimiter is told.
SAMPLE_ROWS = 50
SAMPLE_TEXT = 100_000
# More delimiters in a line than any sheet has columns, or a cell characters.
MOST_DELIMITERS = 100_000
LINES_BETWEEN_NEWS = 5_000

MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
# A first line by which Excel is told the delimiter.
TOLD = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)
SAVE_AS_UTF8 = "Open it in Excel, save it as “CSV UTF-8” and try again."


def read_table(content, file_name, limits, progress):
    """The book that a CSV file is, of one sheet; raise Unreadable naming the row where it cannot be read."""
    text = _text(content).replace("\r\n", "\n").replace("\r", "\n")
    told = TOLD.match(text)
    collected = Collected(_sheet_name(file_name), Budget(limits))
    if told:
        _collect(text[told.end() :], told[1], 1, collected, progress)
    else:
        _collect(text, _delimiter(text), 0, collected, progress)
    return Book([collected.finish()])


def _sheet_name(file_name):
    stem = PurePosixPath(file_name.replace("\\", "/")).stem
    return "".join(letter for letter in stem if letter.isprintable())[:100].strip() or "CSV"


def _text(content):
    for mark, encoding, name in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252", "Windows-1252")


def _decoded(content, encoding, name):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        row = content[: error.start].decode(encoding, "replace").count("\n") + 1
        raise Unreadable(
            f"The file holds characters that are neither UTF-8 nor {name} (row {row:,}). {SAVE_AS_UTF8}"
            if name == "Windows-1252"
            else f"The file begins as {name}, but holds characters that are not (row {row:,}). {SAVE_AS_UTF8}"
        ) from error


def _delimiter(text):
    """The delimiter by which the first rows have most alike columns; a comma if none has."""
    lines = text[:SAMPLE_TEXT].split("\n")
    return max(DELIMITERS, key=lambda delimiter: _alike(lines, delimiter))


def _alike(lines, delimiter):
    """How many rows have as many columns as most have, then how many columns those are; (0, 0) for a single one."""
    widths = Counter()
    try:
        for row in islice(csv.reader(lines, delimiter=delimiter), SAMPLE_ROWS):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        # What is read until then tells enough.
        pass
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (rows, width) if rows else (0, 0)


def _collect(text, delimiter, row_before, collected, progress):
    lines = _lines(text, delimiter, progress)
    number = row_before
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), row_before + 1):
            if number > MOST_ROWS:
                raise Unreadable(
                    f"The file has more than {MOST_ROWS:,} rows, empty ones among them, which is more than a sheet "
                    "can have. Take out those that are not needed and try again."
                )
            _require_sound(number, row, collected.limits)
            collected.add_row(number, [value or None for value in row])
    except csv.Error as error:
        if "\0" in text:
            raise _nul_bytes(number + 1) from error
        raise Unreadable(_what_is_wrong(error, number + 1, collected.limits)) from error


def _require_sound(number, row, limits):
    joined = "".join(row)
    if "\0" in joined:
        raise _nul_bytes(number)
    if len(joined) > limits.text and any(len(value) > limits.text for value in row):
        raise Unreadable(
            f"Row {number:,} has a cell with more than {limits.text:,} characters. Shorten it, or look for a quotation "
            "mark that is not closed, and try again."
        )


def _nul_bytes(row):
    return Unreadable(f"The file contains NUL bytes (row {row:,}). {SAVE_AS_UTF8}")


def _what_is_wrong(error, row, limits):
    if str(error).startswith("field larger"):
        return (
            f"A quotation mark is not closed, or a cell has more than {limits.text:,} characters (row {row:,}). "
            "Correct the row and try again."
        )
    return (
        f"A quotation mark is not closed (row {row:,}), or stands undoubled in a cell that is itself in quotation "
        "marks. Correct the row and try again."
    )


def _lines(text, delimiter, progress):
    """The lines of a text, each with its end."""
    at, number = 0, 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end]
        if line.count(delimiter) > MOST_DELIMITERS:
            raise Unreadable(
                f"A row has more than {MOST_DELIMITERS:,} columns. Take out those that are not needed and try again."
            )
        yield line
        at = end
        number += 1
        if progress is not None and (number % LINES_BETWEEN_NEWS == 0 or at == len(text)):
            progress(at, len(text))
