"""Reading a CSV file: its encoding, its delimiter, its rows."""

import csv
import io

from ..grid import Book, Sheet

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 50
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_table(content, file_name, limits, progress):
    """The book that a CSV file is, of one sheet; raise Unreadable naming the row where it cannot be read."""
    text = _text(content)
    rows = [[value or None for value in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return Book([Sheet(name="CSV", rows=rows)])


def _text(content):
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")
