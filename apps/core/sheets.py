"""What a spreadsheet of one kind looks like: its columns, their other headings and what their cells hold.

An app declares its sheets in a module ``sheets``; nothing here knows a model.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column hold, and how they are cleaned."""

    REFERENCE = "reference"
    TEXT = "text"
    LIST = "list"
    DATE = "date"
    DUE = "due"
    RATING = "rating"
    PERCENT = "percent"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """One column; ``synonyms`` are the other headings by which councils call it."""

    field: str
    heading: str
    kind: Kind = Kind.TEXT
    synonyms: tuple = ()
    is_required: bool = False


@dataclass(frozen=True)
class Layout:
    """A kind of sheet, by its ``name`` in addresses and commands."""

    name: str
    title: str
    columns: tuple


LAYOUTS = {}
LANDINGS = {}


def register(layout, landing=None):
    """Make a layout known by its name, and where its rows go (``apps.core.landing``)."""
    LAYOUTS[layout.name] = layout
    if landing is not None:
        LANDINGS[layout.name] = landing
    return layout
