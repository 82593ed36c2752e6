"""What a spreadsheet of one kind looks like: its columns, their other headings and what their cells hold.

An app declares its sheets in a module ``sheets``; nothing here knows a model.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column hold, and how they are cleaned."""

    REFERENCE = "reference"
    TEXT = "text"
    # A name that is the same in other capitals; the commonest spelling stands for all.
    NAME = "name"
    INITIALS = "initials"
    # Several names in one cell, each on its own line or parted by "/" or ";".
    LIST = "list"
    DATE = "date"
    # When something is due: gives ``<field>_on``, ``<field>_text`` and ``<field>_precision``.
    DUE = "due"
    # A word, a letter or the fill: gives ``<field>`` and ``<field>_source``.
    RATING = "rating"
    PERCENT = "percent"
    NUMBER = "number"
    CHOICE = "choice"
    EMAIL = "email"
    LINK = "link"
    # A figure with its date, "74.1% (Dec 2023)": gives ``<field>_text``, ``_value``, ``_on`` and ``_suppressed``.
    BASELINE = "baseline"
    # A figure to be reached: gives ``<field>_text`` and ``<field>_value``.
    TARGET = "target"


@dataclass(frozen=True)
class Column:
    """One column; ``synonyms`` are the other headings by which councils call it, the surest first."""

    field: str
    heading: str
    kind: Kind = Kind.TEXT
    synonyms: tuple = ()
    # A sheet without this column is not of this layout.
    is_required: bool = False
    # How a blank cell is reported (``error``, ``warning`` or ``note``); not at all where empty.
    if_blank: str = ""
    # How a cell that is not understood is reported.
    if_unknown: str = "warning"
    # What problems of this column are called, as in ``lead_missing``; the field where empty.
    code: str = ""
    # For choices and ratings: {code: words that mean it in a cell}.
    choices: dict = field(default_factory=dict)
    # For ratings: {code: phrases that mean it in the legend of a sheet}.
    meanings: dict = field(default_factory=dict)
    # For ratings: {colour: code}, where the sheet has no legend.
    colours: dict = field(default_factory=dict)
    # Colours that councils use in more than one sense: asked about where the sheet does not say.
    doubtful_colours: tuple = ()
    # A blank cell under a filled one means the same again.
    is_carried: bool = False
    # The field of a second such column where the first says that it is the original.
    later: str = ""
    is_upper: bool = False
    # A month or a quarter counts as its last day.
    takes_months: bool = False
    # For numbers: the least and the greatest that can be.
    limits: tuple = ()

    @property
    def name(self):
        """What problems of this column are called."""
        return self.code or self.field


@dataclass(frozen=True)
class Band:
    """Rows across the whole width, or whole sheets, that say what the rows below them belong to."""

    field: str
    reason: str
    # {pattern at the beginning of the words: how the reference is made of its group}.
    patterns: tuple = ()
    ref_field: str = ""
    # The title of a sheet may stand for a band.
    is_sheet: bool = False


@dataclass(frozen=True)
class Pairs:
    """Columns in pairs or rows that repeat for each period, as in "Milestone Jul 24" and "Actual Jul 24"."""

    field: str
    # {kind: words of the heading that mean it}.
    kinds: dict
    # A column with a period alone counts as this.
    default: str = "actual"


@dataclass(frozen=True)
class Layout:
    """A kind of sheet, by its ``name`` in addresses and commands."""

    name: str
    title: str
    columns: tuple
    # What one row is, for messages: "action", "case".
    noun: str = "row"
    # The same of several, where that is more than an s.
    nouns: str = ""
    # A row that has something in one of these columns is an item; all required ones where empty.
    item_fields: tuple = ()
    band: Band | None = None
    pairs: Pairs | None = None
    # Fields which together no two rows may share.
    unique: tuple = ("reference",)
    # Date fields of what has already happened: the latest is the date of a list that does not say its own.
    happened: tuple = ()
    # (earlier, later) date fields; the later may not come before.
    order: tuple = ()
    # Date fields that cannot lie after the date of the list.
    past: tuple = ()
    # (product, factor, factor) number fields.
    products: tuple = ()

    @property
    def many(self):
        """What several rows are."""
        return self.nouns or f"{self.noun}s"

    def column(self, name):
        """The column of a field, None where there is none."""
        return next((column for column in self.columns if column.field == name), None)


LAYOUTS = {}
LANDINGS = {}


def register(layout, landing=None):
    """Make a layout known by its name, and where its rows go (``apps.core.landing``)."""
    LAYOUTS[layout.name] = layout
    if landing is not None:
        LANDINGS[layout.name] = landing
    return layout
