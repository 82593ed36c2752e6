"""What saving a row would do: the sheet against the database, and against what was exported where that is known.

Pure functions. A blank cell never erases. With the exported value (``base``) known, a field that only the sheet changed
is a change, one that only the database changed stays as it is, and one that both changed differently is a clash that a
person settles.
"""

from dataclasses import dataclass, field

from apps.core.harmless import printable
from apps.core.landing import is_blank
from apps.imports.models import Outcome
from apps.imports.reading.cleaning import PARTS


@dataclass
class Comparison:
    """``changes`` is ``{field: [old, new]}``, ``clashes`` ``{field: [base, here, sheet]}``, ``moved`` what only the
    database changed since the export."""

    outcome: str
    changes: dict = field(default_factory=dict)
    clashes: dict = field(default_factory=dict)
    moved: list = field(default_factory=list)


def is_same(one, other):
    """Whether two values say the same: the order and the capitals of several in a cell make no difference, nor do the
    spaces and lines of a text, as a cell is read on one line."""
    if isinstance(one, list) and isinstance(other, list):
        return parts_of(one) == parts_of(other)
    if isinstance(one, str) and isinstance(other, str) and one != other:
        return printable(one).split() == printable(other).split()
    return one == other or (is_blank(one) and is_blank(other))


def parts_of(names):
    """Names as a cell would give them: one with a stroke or a semicolon in it is read as two."""
    parts = (" ".join(part.split()).casefold() for name in names for part in PARTS.split(name))
    return sorted(part for part in parts if part)


def compare(fields, existing, base=None, settled=None, left_out=frozenset()):
    """The comparison of a row that has no error; ``existing`` is None where the database has no such row."""
    if existing is None:
        return Comparison(Outcome.NEW)
    if not base and fields == existing.values:
        return Comparison(Outcome.UNCHANGED)
    result = Comparison(Outcome.UNCHANGED)
    for name, value in fields.items():
        if name not in existing.values or name in left_out:
            continue
        if is_blank(value):
            # An empty cell changes nothing, but what changed here since is told.
            if base and name in base and not is_same(base[name], existing.values[name]):
                result.moved.append(name)
            continue
        _compare_field(result, name, value, existing.values[name], base, (settled or {}).get(name))
    if result.clashes:
        result.outcome = Outcome.CONFLICT
    elif result.changes:
        result.outcome = Outcome.CHANGED
    return result


def _compare_field(result, name, value, here, base, choice):
    if is_same(value, here):
        return
    if base is None or name not in base or is_same(base[name], here):
        result.changes[name] = [here, value]
    elif is_same(base[name], value):
        result.moved.append(name)
    elif choice == "sheet":
        result.changes[name] = [here, value]
    elif choice != "here":
        result.clashes[name] = [base[name], here, value]
