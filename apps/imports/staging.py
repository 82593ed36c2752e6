"""Writes what was read into the staging tables, and works out what saving it would do; both in a few statements.

Comparing reads the target once and all rows of the batch once, so that its cost grows with the rows and not with the
number of questions asked of the database.
"""

import io
import json
from collections import Counter

from django.db import connection

from apps.imports.comparing import compare
from apps.imports.models import Outcome

COPIED = (
    "batch_id",
    "position",
    "sheet",
    "number",
    "key",
    "fields",
    "edits",
    "base",
    "problems",
    "has_problems",
    "outcome",
    "matched",
    "matched_version",
    "changes",
    "clashes",
    "settled",
    "is_skipped",
)
WORKED_OUT = (
    "key",
    "problems",
    "has_problems",
    "outcome",
    "matched",
    "matched_version",
    "changes",
    "clashes",
)
JSON_COLUMNS = frozenset({"fields", "edits", "base", "problems", "changes", "clashes", "settled"})
# What the text form of COPY would take for its own signs.
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def work_out(batch, landing, rows):
    """Fill in key, match, outcome, changes and clashes of rows (unsaved or saved); the rows are changed in place.

    Problems that reading found stay; those that only the database knows are added anew.
    """
    found = landing.find(batch)
    seen = {}
    for row in rows:
        _work_out_row(row, batch, landing, found, seen)
    return found


def _work_out_row(row, batch, landing, found, seen):
    fields = row.fields | row.edits
    row.key = landing.key_of(fields)[:300]
    existing = found.existing.get(row.key) if row.key else None
    row.matched, row.matched_version = (existing.pk, existing.version) if existing else (None, None)
    read = [item for item in row.problems if not item.get("of_database")]
    compared, added = landing.prepare(fields, existing, found, batch)
    if row.key and row.key in seen and not any(item["code"] == "duplicate_reference" for item in read):
        added.append(_twice(seen[row.key]))
    elif row.key:
        seen.setdefault(row.key, row)
    row.problems = read + [item | {"of_database": True} for item in added]
    row.has_problems = bool(row.problems)
    if any(item["severity"] == "error" for item in row.problems):
        row.outcome, row.changes, row.clashes = Outcome.PROBLEM, {}, {}
        return
    left_out = landing.dated_fields if is_older(existing, batch) else frozenset()
    result = compare(compared, existing, row.base, row.settled, left_out)
    row.outcome, row.changes, row.clashes = result.outcome, result.changes, result.clashes


def is_older(existing, batch):
    """Whether the database holds a newer report than the file: what the file tells of its day is then left out."""
    return bool(existing and existing.reported_on and batch.position_on and existing.reported_on > batch.position_on)


def _twice(first):
    return {
        "code": "duplicate_reference",
        "field": "reference",
        "severity": "error",
        "message": f"This row is there already: row {first.number} of {first.sheet}.",
    }


def stage(batch, rows):
    """Write new rows by COPY."""
    table = (type(batch).caserow_set if batch.holds_children else type(batch).stagedrow_set).rel.related_model._meta
    text = io.StringIO()
    for row in rows:
        text.write("\t".join(_cell(row, name) for name in COPIED) + "\n")
    text.seek(0)
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table.db_table} ({', '.join(COPIED)}) FROM STDIN", text)


def _cell(row, name):
    value = getattr(row, name)
    if value is None:
        return "\\N"
    if name in JSON_COLUMNS:
        value = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, bool):
        return "t" if value else "f"
    return str(value).translate(ESCAPES)


def store(batch, rows, names=WORKED_OUT):
    """Write again what was worked out of rows that are staged already."""
    batch.rows.bulk_update(rows, names, batch_size=1000)


def count(rows):
    """How many rows each tab of the preview holds; skipped rows are counted apart, whatever saving them would do."""
    counts = Counter("skipped" if row.is_skipped else str(row.outcome) for row in rows)
    return {"all": len(rows)} | dict(counts)
