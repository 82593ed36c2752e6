"""Loads a checked return: one transaction, set by set; what is the same already is not touched.

Records are matched by their own ids. A record of an earlier load that this one no longer has is marked
(``missing_since``), never deleted; one that comes back is unmarked. The files are kept as they came.
"""

import json
import zlib
from dataclasses import dataclass, field

from django.db import connection, transaction
from psycopg2 import sql

from apps.caseload.models import Extract, SetAside
from apps.caseload.sen2.checks import left_out
from apps.caseload.sen2.earlier import all_problems
from apps.caseload.sen2.layout import MODULES
from apps.caseload.sen2.reading import day_of
from apps.caseload.standing import refresh_all
from apps.core.jobs import enqueue

BATCH = 5000
# What is worked out from the records lies above this app, which therefore asks for it by name.
AFTER_LOAD = "measures.compute"
# What, beside the record that it hangs on, makes a record the only one of its place.
PLACES = {"assessment": (), "activeplans": (), "senneed": ("rank",)}


class Refused(Exception):
    """Nothing was loaded; the message says why."""


@dataclass
class Loaded:
    """What a load did: for each module how many records are new, changed, unchanged, missing and set aside."""

    extract: Extract | None
    problems: list
    counts: dict = field(default_factory=dict)

    @property
    def errors(self):
        return [problem for problem in self.problems if problem.is_error]


class _NotKept(Exception):
    """Takes a trial back."""


def load(made, *, by=None, is_strict=False, is_synthetic=False, keeps=True, progress=None):
    """Load a Return; with ``keeps=False`` only says what it would do.

    ``is_strict`` refuses the whole return for a single error; else records with an error are left out, with what hangs
    on them. A return that is older than the newest load, or of another council, is refused; so are made-up records over
    real ones and the other way round. ``progress(done, total)`` is told after each module.
    """
    problems = all_problems(made)
    errors = [problem for problem in problems if problem.is_error]
    if is_strict and errors:
        raise Refused(f"Nothing was loaded: {len(errors)} errors, and strict loading allows none.")
    result = Loaded(None, problems)
    is_synthetic = is_synthetic or made.says_synthetic
    try:
        with transaction.atomic():
            is_new = _load(made, result, by, is_strict, is_synthetic, progress or _tell_nobody)
            if not keeps:
                raise _NotKept
            if is_new:
                _know_sizes()
                refresh_all()
    except _NotKept:
        result.extract = None
    return result


def hold_records():
    """Keep the records as they are until the end of the transaction: waits for a load, and lets none begin."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(hashtext('caseload_extract'))")


def _know_sizes():
    """Let the database look at what was loaded before it plans the queries that follow."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT caseload_know_sizes()")


def _tell_nobody(done, total):
    pass


def lock_loads():
    """One load at a time: the next one waits until this transaction has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('caseload_extract'))")


def _load(made, result, by, is_strict, is_synthetic, progress):
    """Says whether anything was loaded: the same files again change nothing."""
    lock_loads()
    newest = Extract.objects.newest()
    if newest and newest.digest == made.digest:
        result.extract = newest
        result.counts = {m.name: _unchanged(len(made.rows[m.name]), newest.counts.get(m.name, {})) for m in MODULES}
        return False
    if newest:
        _refuse_what_does_not_follow(made, newest, is_synthetic)
    extract = _extract(made, result, by, is_strict, is_synthetic)
    out = left_out(made, result.problems)
    for number, module in enumerate(MODULES, 1):
        rows = [row for row in made.rows[module.name] if row.line not in out[module.name]]
        result.counts[module.name] = _write(module, rows, made.rows[module.name], extract)
        result.counts[module.name]["set_aside"] = len(out[module.name])
        progress(number, len(MODULES))
    extract.counts = result.counts
    extract.set_aside_count = sum(len(lines) for lines in out.values())
    extract.save(update_fields=["counts", "set_aside_count"])
    enqueue(AFTER_LOAD, by=by)
    result.extract = extract
    return True


def _refuse_what_does_not_follow(made, newest, is_synthetic):
    """Records of two councils, or real and made-up ones, would be taken for one another by their ids."""
    if is_synthetic != newest.is_synthetic:
        here, coming = ("made up", "real") if newest.is_synthetic else ("real", "made up")
        mend = " Run “manage.py clear_demonstration” first." if newest.is_synthetic else ""
        raise Refused(f"Nothing was loaded: the records here are {here}, and these files are {coming}.{mend}")
    if made.local_authority != newest.local_authority:
        if not is_synthetic:
            raise Refused(
                f"Nothing was loaded: these files are of the local authority {made.local_authority}, "
                f"and the records here are of {newest.local_authority}."
            )
    elif made.as_at < newest.as_at:
        raise Refused(
            f"Nothing was loaded: these files are of {made.as_at}, and records of {newest.as_at} are here already."
        )


def _unchanged(count, before):
    set_aside = before.get("set_aside", 0)
    return {"new": 0, "changed": 0, "unchanged": count - set_aside, "missing": 0, "set_aside": set_aside}


def _extract(made, result, by, is_strict, is_synthetic):
    extract = Extract.objects.create(
        return_year=made.return_year,
        reference_on=made.reference_on,
        as_at=made.as_at,
        local_authority=made.local_authority,
        is_synthetic=is_synthetic,
        is_strict=is_strict,
        query_count=sum(not problem.is_error for problem in result.problems),
        digest=made.digest,
        loaded_by=by,
    )
    for module, (name, content) in made.files.items():
        extract.files.create(module=module, name=name, sha256=made.sha256(module), content=zlib.compress(content))
    SetAside.objects.bulk_create(
        (
            SetAside(
                extract=extract,
                table=p.table,
                record=p.record[:40],
                row=p.row,
                field=p.field[:40],
                code=p.code,
                message=p.message,
                is_error=p.is_error,
            )
            for p in result.problems
        ),
        batch_size=BATCH,
    )
    return extract


def _write(module, rows, came, extract):
    """Add, change and mark the records of one module; returns how many of each.

    One that came but was set aside is marked, too, so that no figure counts its earlier values; it is not missing.
    """
    new = changed = 0
    _give_places(module, rows)
    for start in range(0, len(rows), BATCH):
        added, touched = _upsert(module, rows[start : start + BATCH], extract)
        new, changed = new + added, changed + touched
    gone = _mark_missing(module, [row.key for row in rows], extract)
    missing = gone - {row.key for row in came}
    return {"new": new, "changed": changed, "unchanged": len(rows) - new - changed, "missing": len(missing)}


def _give_places(module, rows):
    """Where a record has the place of one that is here under another id, it is that record: it gets the id.

    Only one assessment and one active plan belong to a request, only one need of each rank to an active plan; systems
    that number their records anew with every export would else be refused.
    """
    if module.name not in PLACES:
        return
    place = PLACES[module.name]
    parents = dict(
        module.model._meta.get_field(module.parent_field).related_model.objects.values_list("key", "pk").iterator()
    )
    wanted = {(parents[row.parent], *(row.values[name] for name in place)): row.key for row in rows}
    here = {
        (parent, *rest): (pk, key)
        for pk, key, parent, *rest in module.model.objects.values_list("pk", "key", f"{module.parent_field}_id", *place)
    }
    renamed = {pk: wanted[at] for at, (pk, key) in here.items() if at in wanted and wanted[at] != key}
    if not renamed:
        return
    keys = {pk: key for pk, key in here.values()}
    freed = sorted({keys[pk] for pk in renamed} - set(renamed.values()))
    taken = set(renamed.values())
    displaced = sorted(pk for pk, key in keys.items() if key in taken and pk not in renamed)
    _rename(module, renamed | dict(zip(displaced, freed, strict=False)))


def _rename(module, keys):
    """Give records other ids, in two steps, so that two of them may change places."""
    table = sql.Identifier(module.model._meta.db_table)
    with connection.cursor() as cursor:
        _run(cursor, sql.SQL("UPDATE {} SET key = 'renamed ' || id WHERE id = ANY(%s)").format(table), [list(keys)])
        _run(
            cursor,
            sql.SQL(
                "UPDATE {} record SET key = given.key FROM unnest(%s::bigint[], %s::text[]) AS given(id, key)"
                " WHERE record.id = given.id"
            ).format(table),
            [list(keys), list(keys.values())],
        )


def _columns(module):
    return [module.model._meta.get_field(column.field) for column in module.columns]


def _upsert(module, rows, extract):
    """One statement, in the order of the file; a row that is the same is not touched. Returns ``(added, changed)``."""
    own = [f.column for f in _columns(module)]
    parent = module.model._meta.get_field(module.parent_field) if module.parent else None
    # What a load brings counts, though it was marked as missing or taken back before.
    written = [*own, *([parent.column] if parent else []), "missing_since_id", "taken_back_on"]
    types = {f.column: f.db_type(connection) for f in _columns(module)}
    taken = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(types[column])) for column in own
    )
    statement = sql.SQL(
        "INSERT INTO {table} (key, first_extract_id, {written}) SELECT x.key, %(extract)s, {own}{parent_id}, NULL, NULL"
        " FROM jsonb_to_recordset(%(rows)s::jsonb) AS x(place int, key text, parent text, {taken}) {join}"
        " ORDER BY x.place"
        " ON CONFLICT (key) DO UPDATE SET {sets}"
        " WHERE ({old}) IS DISTINCT FROM ({fresh}) RETURNING xmax = 0"
    ).format(
        table=sql.Identifier(module.model._meta.db_table),
        written=_names(written),
        own=_names(own, "x"),
        parent_id=sql.SQL(", parent.id") if parent else sql.SQL(""),
        taken=taken,
        join=sql.SQL("JOIN {} parent ON parent.key = x.parent").format(
            sql.Identifier(parent.related_model._meta.db_table)
        )
        if parent
        else sql.SQL(""),
        sets=sql.SQL(", ").join(sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(c)) for c in written),
        old=_names(written, module.model._meta.db_table),
        fresh=_names(written, "excluded"),
    )
    values = [
        {"place": place, "key": row.key, "parent": row.parent}
        | {c.column: day_of(row.values[f.field]) for c, f in zip(_columns(module), module.columns, strict=True)}
        for place, row in enumerate(rows)
    ]
    with connection.cursor() as cursor:
        _run(cursor, statement, {"extract": extract.pk, "rows": json.dumps(values)})
        outcomes = [is_new for (is_new,) in cursor.fetchall()]
    return sum(outcomes), len(outcomes) - sum(outcomes)


def _run(cursor, statement, values):
    # As text: the history adds to a statement who is behind it, and knows no composed one.
    cursor.execute(statement.as_string(cursor.cursor), values)


def _names(columns, table=None):
    names = [sql.Identifier(table, column) if table else sql.Identifier(column) for column in columns]
    return sql.SQL(", ").join(names)


def _mark_missing(module, keys, extract):
    """Mark what an earlier load had and this one has not; returns the ids. What was entered here stays as it is."""
    statement = sql.SQL(
        "UPDATE {} SET missing_since_id = %s WHERE missing_since_id IS NULL AND first_extract_id IS NOT NULL"
        " AND NOT EXISTS (SELECT FROM unnest(%s::text[]) AS present(key) WHERE present.key = {}.key)"
        " RETURNING key"
    ).format(*[sql.Identifier(module.model._meta.db_table)] * 2)
    with connection.cursor() as cursor:
        _run(cursor, statement, [extract.pk, keys])
        return {key for (key,) in cursor.fetchall()}
