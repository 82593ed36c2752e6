"""Reading a file: what it is by its content, then its cells."""

from pathlib import Path

from ..grid import Unreadable
from .limits import Limits
from .package import Package
from .refusals import EMPTY_FILE, megabytes
from .sniff import Form, form_of
from .spreadsheet import read_spreadsheet
from .table import read_table


def read_workbook(path_or_bytes, file_name="", *, limits=None, progress=None, with_fills=True):
    """The book that a file holds; raise Unreadable, with words for whoever sent it, if it is none.

    What the file is, is decided by its content: ``file_name`` only names the sheet of a CSV file. ``progress`` is
    called with (done, total) from time to time, in units that mean nothing else. Nothing is written to disk, no
    formula is worked out, nothing outside of the file is read.
    """
    limits = limits or Limits()
    content = _content(path_or_bytes, limits)
    if form_of(content) is Form.TEXT:
        book = read_table(content, file_name, limits, progress)
    else:
        book = read_spreadsheet(Package(content, limits), limits, progress, with_fills)
    _require_something(book)
    return book


def _content(path_or_bytes, limits):
    if isinstance(path_or_bytes, bytes | bytearray | memoryview):
        content = bytes(path_or_bytes)
    else:
        with Path(path_or_bytes).open("rb") as file:
            content = file.read(limits.upload + 1)
    if not content:
        raise Unreadable(EMPTY_FILE)
    if len(content) > limits.upload:
        raise Unreadable(
            f"The file is larger than {megabytes(limits.upload)}, which is the most that can be read. "
            "Take out the sheets and pictures that are not needed and try again."
        )
    return content


def _require_something(book):
    if not any(sheet.rows for sheet in book.sheets):
        names = [sheet.name for sheet in book.sheets]
        raise Unreadable(f"Nothing was found in {_any_of(names)}. Check that this is the right file and try again.")


def _any_of(names):
    shown = names if len(names) <= 5 else [*names[:4], f"{len(names) - 4} more sheets"]
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
