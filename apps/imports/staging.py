"""Writes what was read into the staging tables, and works out what saving it would do.

Rows go through in portions, so that memory stays bounded: each portion is compared with what one query found, and
written by one COPY.
"""

import io
import json
from itertools import islice

from django.db import connection
from django.db.models import Count

from apps.core.landing import problem
from apps.imports.comparing import compare
from apps.imports.exporting.keys import pk_of
from apps.imports.models import CaseRow, Outcome, StagedRow

PORTION = 5000
COPIED = "batch_id, position, sheet, number, key, fields, edits, base, exported_key, exported_version, problems, "
COPIED += "has_problems, outcome, matched, matched_version, changes, clashes, moved, settled, is_skipped"
WORKED_OUT = ("key", "problems", "has_problems", "outcome", "matched", "matched_version", "changes", "clashes", "moved")
NULL = "\\N"
ENCODE = json.JSONEncoder(ensure_ascii=False).encode
COPIED_KEY = "If this row was copied to add a new one, empty its row key and version."
KEY_UNKNOWN = (
    "The row key or the version is not as it was when the file was made here, so that nobody can tell which row it is. "
    "Export the list again; in a row that is new, leave both empty."
)
KEY_ELSEWHERE = (
    "By its row key this row is not in the list into which the file is loaded: it belongs to another one, or was "
    "removed since. Choose the right place, or empty row key and version if it is to be added here."
)
BASE_UNKNOWN = (
    "This row changed here since the file was made, and the file no longer says how it was then: look at each change."
)
# What the text form of COPY would take for its own signs.
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def kind_of(batch):
    """The staging table that is meant for what a batch holds."""
    return CaseRow if batch.holds_children else StagedRow


def portions(items, size=PORTION):
    """Lists of up to ``size`` items."""
    items = iter(items)
    while portion := list(islice(items, size)):
        yield portion


class Comparing:
    """Goes through the rows of a batch, portion by portion, in the order of the file."""

    def __init__(self, batch, landing):
        self.batch, self.landing = batch, landing
        # Where each key was seen first: (sheet, number).
        self.seen = {}

    def work_out(self, rows):
        """Fill in key, match, outcome, changes and clashes of rows; problems that reading found stay."""
        shown = [row.fields | row.edits if row.edits else row.fields for row in rows]
        said = [self.landing.key_of(fields)[:300] for fields in shown]
        exported = Exported(self.batch, self.landing, rows)
        for row, own in zip(rows, said, strict=True):
            row.key = exported.key_of(row) or own
        found = self.landing.find(self.batch, list({key for key in (*said, *(row.key for row in rows)) if key}))
        for row, fields, own in zip(rows, shown, said, strict=True):
            self._work_out_row(row, fields, found, list(exported.problems(row, own, found)))

    def _work_out_row(self, row, fields, found, of_export):
        existing = found.existing.get(row.key) if row.key else None
        row.matched, row.matched_version = (existing.pk, existing.version) if existing else (None, None)
        compared, added = self.landing.prepare(fields, existing, found, self.batch)
        added = [item | {"of_database": True} for item in (*added, *self._twice(row), *of_export)]
        row.problems = [item for item in row.problems if not item.get("of_database")] + added
        row.has_problems = bool(row.problems)
        if row.has_problems and any(item["severity"] == "error" for item in row.problems):
            row.outcome, row.changes, row.clashes, row.moved = Outcome.PROBLEM, {}, {}, []
            return
        left_out = self.landing.dated_fields if is_older(existing, self.batch) else frozenset()
        result = compare(compared, existing, row.base, row.settled, left_out)
        row.outcome, row.changes, row.clashes = result.outcome, result.changes, result.clashes
        row.moved = result.moved

    def _twice(self, row):
        """A key that an earlier row has, unless reading has said so already."""
        first = self.seen.setdefault(row.key, (row.sheet, row.number)) if row.key else (row.sheet, row.number)
        if first == (row.sheet, row.number) or any(item["code"] == "duplicate_reference" for item in row.problems):
            return
        words = f"The same is there already: row {first[1]} of {first[0]}."
        yield problem("duplicate_reference", "reference", f"{words} {COPIED_KEY}" if row.exported_key else words)


class Exported:
    """Which rows of the database the row keys of a file name, whatever their references are by now."""

    def __init__(self, batch, landing, rows):
        self.pks = {
            row.exported_key: pk_of(batch.layout, row.exported_key, row.exported_version)
            for row in rows
            if row.exported_key
        }
        wanted = {pk for pk in self.pks.values() if pk}
        self.keys = landing.keys_of(batch, wanted) if wanted else {}

    def key_of(self, row):
        """The key that the row of the database has now; empty where the file names none that is there."""
        return self.keys.get(self.pks.get(row.exported_key), "")[:300]

    def problems(self, row, own, found):
        """``own`` is the key that the cells of the row give by themselves."""
        if not row.exported_key:
            return
        pk = self.pks[row.exported_key]
        if pk is None:
            yield problem("row_key_unknown", "", KEY_UNKNOWN)
        elif pk not in self.keys:
            yield problem("row_key_elsewhere", "", KEY_ELSEWHERE)
        else:
            yield from self._of_row(row, own, found)

    def _of_row(self, row, own, found):
        other, existing = found.existing.get(own), found.existing.get(row.key)
        if other and existing and other.pk != existing.pk:
            yield problem("reference_taken", "reference", "Something else here has this reference already.")
        if existing and row.base is None and existing.version != row.exported_version:
            yield problem("base_unknown", "", BASE_UNKNOWN, "warning")


def is_older(existing, batch):
    """Whether the database holds a newer report than the file: what the file tells of its day is then left out."""
    return bool(existing and existing.reported_on and batch.position_on and existing.reported_on > batch.position_on)


def stage(batch, rows):
    """Write new rows by COPY."""
    begin = f"{batch.pk}\t"
    text = io.StringIO("".join([begin + _line(row) for row in rows]))
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {kind_of(batch)._meta.db_table} ({COPIED}) FROM STDIN", text)


def _line(row):
    """A row in the text form of COPY."""
    key, sheet = row.key.translate(ESCAPES), row.sheet.translate(ESCAPES)
    found = "\\N\t\\N" if row.matched is None else f"{row.matched}\t{row.matched_version}"
    return (
        f"{row.position}\t{sheet}\t{row.number}\t{key}\t{_json(row.fields)}\t{{}}\t"
        f"{_json(row.base) if row.base else NULL}\t{row.exported_key.translate(ESCAPES)}\t"
        f"{NULL if row.exported_version is None else row.exported_version}\t"
        f"{_json(row.problems) if row.problems else '[]'}\t"
        f"{'t' if row.has_problems else 'f'}\t{row.outcome}\t{found}\t{_json(row.changes) if row.changes else '{}'}\t"
        f"{_json(row.clashes) if row.clashes else '{}'}\t{_json(row.moved) if row.moved else '[]'}\t{{}}\tf\n"
    )


def _json(value):
    """JSON writes its own signs for tabs and line ends."""
    return ENCODE(value).replace("\\", "\\\\")


def store(batch, rows, names=WORKED_OUT):
    """Write again what was worked out of rows that are staged already."""
    kind_of(batch).objects.bulk_update(rows, names, batch_size=1000)


def count(batch):
    """How many rows each tab of the preview holds; rows left out are counted apart, whatever saving them would do."""
    counts = {row["outcome"]: row["n"] for row in _counted(batch.rows.filter(is_skipped=False))}
    return counts | {"all": batch.rows.count(), "skipped": batch.rows.filter(is_skipped=True).count()}


def _counted(rows):
    return rows.order_by().values("outcome").annotate(n=Count("pk"))


def added_values(batch, landing, rows):
    """``{place in the file: {field: value}}`` of all that saving writes for those of the rows that are new."""
    new = [row for row in rows if row.outcome == Outcome.NEW and not row.is_skipped]
    if not new:
        return {}
    found = landing.find(batch, [row.key for row in new])
    return {row.position: landing.added(row.shown, found, batch) for row in new}
