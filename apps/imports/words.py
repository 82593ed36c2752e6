"""How fields, values and outcomes of a batch are said on pages and in workbooks."""

from datetime import date

from apps.core.dates import long_date
from apps.core.sheets import Kind
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
PARTS = {"on": "", "text": ", as written", "precision": ", how exact", "source": ", where from", "value": ""}


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


def in_words(value):
    """A normalised value for people: dates written out, several in a cell one after the other."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":  # noqa: PLR2004 - 2025-03-31
        try:
            return long_date(date.fromisoformat(value))
        except ValueError:
            return value
    return str(value)
