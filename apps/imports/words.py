"""How fields, values and outcomes of a batch are said on pages and in workbooks."""

from apps.core.dates import day_kept_as, long_date
from apps.core.landing import is_blank
from apps.core.sheets import Kind
from apps.imports.exporting.cells import word_of
from apps.imports.models import Outcome

# The tabs of a preview, in order, with what saving does.
TABS = (
    (Outcome.NEW, "New", "Will be added"),
    (Outcome.CHANGED, "Changed", "Will be changed"),
    (Outcome.CONFLICT, "Conflict", "Changed here and in the file: settle each"),
    (Outcome.PROBLEM, "Problem", "Left out until mended"),
    (Outcome.UNCHANGED, "Unchanged", "Nothing happens"),
)
SEVERITIES = {"error": "Problem", "warning": "Please check", "note": "Note"}
# What cells give besides what they say: for the machine, not for people.
UNSAID = {Kind.DUE: ("_precision",), Kind.RATING: ("_source",), Kind.BASELINE: ("_value", "_on", "_suppressed")}
UNSAID |= {Kind.TARGET: ("_text",)}


def labels_of(layout):
    """``{field: heading}`` of what a row of a layout holds, in the order of its columns."""
    labels = {}
    if layout.band:
        labels[layout.band.field] = layout.band.field.replace("_", " ").capitalize()
        if layout.band.ref_field:
            labels[layout.band.ref_field] = f"{labels[layout.band.field]}, reference"
    for column in layout.columns:
        for name, words in _fields_of(column):
            labels.setdefault(name, words)
    return labels


def _fields_of(column):
    yield from {
        Kind.DUE: ((f"{column.field}_on", column.heading), (f"{column.field}_text", f"{column.heading}, as written")),
        Kind.BASELINE: ((f"{column.field}_text", column.heading),),
        Kind.TARGET: ((f"{column.field}_value", column.heading),),
    }.get(column.kind, ((column.field, column.heading),))


class Wording:
    """How fields of a layout and their values are said: dates written out, codes as the words that stand for them."""

    def __init__(self, layout, columns=None):
        """``columns`` are those that are taken over, where these are not all."""
        self.labels = labels_of(layout)
        self.columns = {column.field: column for column in layout.columns}
        left_out = [column for column in layout.columns if columns is not None and column not in columns]
        self.unsaid = {name for column in left_out for name, _ in _fields_of(column)}
        self.unsaid |= {
            f"{column.field}{ending}" for column in layout.columns for ending in UNSAID.get(column.kind, ())
        }

    def label(self, name):
        """The heading of a field, or of what its column is called in problems."""
        return self.labels.get(name) or self.labels.get(f"{name}_on") or name

    def value(self, name, value):
        """A normalised value for people; empty where there is none."""
        column = self.columns.get(name)
        if is_blank(value):
            return ""
        if isinstance(value, list):
            return "; ".join(str(item) for item in value)
        if column is not None and column.kind == Kind.RATING:
            return str(value).replace("_", " ").capitalize()
        if column is not None and column.kind == Kind.CHOICE:
            return word_of(column, value)
        day = day_kept_as(value)
        return long_date(day) if day else str(value)

    def in_order(self, names):
        """Names of fields in the order of the layout; what is not in it comes last."""
        return [name for name in self.labels if name in names] + [name for name in names if name not in self.labels]

    def lines(self, fields):
        """``[(heading, words)]`` of all that fields say, in the order of the layout."""
        unsaid = self.unsaid | {f"{name}_text" for name in self.columns if fields.get(f"{name}_precision") == "day"}
        said = (
            (self.label(name), self.value(name, fields[name])) for name in self.in_order(fields) if name not in unsaid
        )
        return [(label, words) for label, words in said if words]
