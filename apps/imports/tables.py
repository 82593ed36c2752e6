"""Landings of flat sheets: one row of the sheet is one row of one table.

Nothing goes through Python row by row when a batch is saved: staged rows are inserted and updated by two statements,
which also note in the staging table what was written. A row whose version has moved on since it was compared stops all.
"""

from dataclasses import dataclass

from django.db import connection, models
from django.db.models.functions import Lower

from apps.core.changes import Refused
from apps.core.expressions import IsOneOfTexts
from apps.core.landing import Existing, Found, Landing, problem
from apps.core.words import were
from apps.imports.models import Outcome
from apps.imports.rows import plain_column
from apps.imports.staging import kind_of

MOVED = "{rows} changed here after this file was saved. Nothing was taken back."
TOO_LATE = "Rows changed here while the file was being saved. Nothing was saved: look at them once more, then save."


@dataclass(frozen=True)
class Foreign:
    """A field whose cells name a row of another table by its ``name``, whatever the capitals."""

    model: type
    name: str
    noun: str


class TableLanding(Landing):
    """Rows of ``model``, which has ``version``, ``position_on`` and, for each of ``fields``, an attribute of that name.

    ``key`` is the field that names a row, unique in the table by its small letters.
    """

    def __init__(self, model, fields, key="reference", foreign=None):
        self.model, self.fields, self.key, self.foreign = model, tuple(fields), key, foreign or {}
        self.dated_fields = frozenset(self.fields) - {key}
        self.longest = {}
        for name in set(self.fields) - set(self.foreign):
            longest = model._meta.get_field(name).max_length
            if longest and not model._meta.get_field(name).choices:
                self.longest[name] = longest

    def key_of(self, fields):
        return str(fields.get(self.key) or "").lower()

    # Comparing.

    def find(self, batch, keys):
        rows = self.model.objects.annotate(small_key=Lower(self.key)).filter(IsOneOfTexts(Lower(self.key), keys))
        paths = [f"{name}__{self.foreign[name].name}" if name in self.foreign else name for name in self.fields]
        found = list(rows.values_list("small_key", "pk", "version", "position_on", *paths))
        named = [row[:4] for row in found]
        columns = [_as_in_sheet(values) for values in list(zip(*found, strict=True))[4:]]
        existing = {
            key: Existing(pk, version, dict(zip(self.fields, values, strict=True)), position_on)
            for (key, pk, version, position_on), *values in zip(named, *columns, strict=True)
        }
        return Found(existing, {name: self._names(foreign) for name, foreign in self.foreign.items()})

    @staticmethod
    def _names(foreign):
        """``{small letters: name as it is written}``."""
        return {name.lower(): name for name in foreign.model.objects.values_list(foreign.name, flat=True)}

    def references(self, batch):
        return dict(self.model.objects.order_by(self.key).values_list(Lower(self.key), self.key))

    def prepare(self, fields, existing, found, batch):
        problems = list(self._too_long(fields))
        for name, foreign in self.foreign.items():
            value = fields.get(name)
            known = found.known[name].get(value.lower()) if value else None
            if value and known is None:
                problems.append(problem(f"{name}_unknown", name, f"No {foreign.noun} is called “{value}”."))
            elif value and known != value:
                fields = fields | {name: known}
        return fields, problems

    def _too_long(self, fields):
        for name, longest in self.longest.items():
            value = fields.get(name)
            if value and len(value) > longest:
                yield problem("too_long", name, f"{len(value)} characters are too many: {longest} fit.")

    # Saving.

    def moved(self, batch):
        staged, table = kind_of(batch)._meta.db_table, self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"""SELECT count(*) FROM {staged} r LEFT JOIN {table} t ON lower(t.{self.key}) = r.key
                WHERE r.batch_id = %s AND r.outcome IN ('new', 'changed') AND NOT r.is_skipped
                AND (t.id IS DISTINCT FROM r.matched OR t.version IS DISTINCT FROM r.matched_version)""",  # noqa: S608 - our own names
                [batch.pk],
            )
            return cursor.fetchone()[0]

    def apply(self, batch, rows, by, on):
        counts = dict(rows.order_by().values_list("outcome").annotate(n=models.Count("pk")))
        added, changed = self._insert(batch), self._update(batch)
        if (added, changed) != (counts.get(Outcome.NEW, 0), counts.get(Outcome.CHANGED, 0)):
            raise Refused(TOO_LATE)
        return added, changed

    def _insert(self, batch):
        columns = ", ".join(self._column(name) for name in self.fields)
        values = ", ".join(self._cast(name, f"v.{name}", f"f_{name}") for name in self.fields)
        read = ", ".join(f"{name} text" for name in self.fields)
        statement = f"""
            WITH v AS MATERIALIZED (
                SELECT r.position, cell.* FROM {kind_of(batch)._meta.db_table} r
                CROSS JOIN LATERAL jsonb_to_record(r.fields || r.edits) AS cell({read})
                WHERE r.batch_id = %s AND r.outcome = 'new' AND NOT r.is_skipped),
            added AS (
                INSERT INTO {self.model._meta.db_table} ({columns}, position_on, version)
                SELECT {values}, %s, 1 FROM v {self._joins("v.{name}")} ORDER BY v.position
                RETURNING id, lower({self.key}) AS key)
            UPDATE {kind_of(batch)._meta.db_table} r
            SET written = jsonb_build_object('is_new', true, 'pk', a.id, 'version', 1)
            FROM added a WHERE r.batch_id = %s AND r.key = a.key AND r.outcome = 'new' AND NOT r.is_skipped"""  # noqa: S608
        return self._run(statement, [batch.pk, batch.position_on, batch.pk])

    def _update(self, batch):
        statement = f"""
            WITH old AS (
                SELECT t.id, t.position_on FROM {self.model._meta.db_table} t
                JOIN {kind_of(batch)._meta.db_table} r ON r.matched = t.id AND r.matched_version = t.version
                WHERE r.batch_id = %s AND r.outcome = 'changed' AND NOT r.is_skipped
                ORDER BY t.id FOR NO KEY UPDATE OF t),
            changed AS (
                UPDATE {self.model._meta.db_table} t SET {", ".join(self._sets("->>1"))}, version = t.version + 1,
                    position_on = greatest(t.position_on, %s)
                FROM {kind_of(batch)._meta.db_table} r JOIN old ON old.id = r.matched
                {self._joins("r.changes->'{name}'->>1")}
                WHERE r.batch_id = %s AND r.outcome = 'changed' AND NOT r.is_skipped AND t.id = r.matched
                RETURNING t.id, t.version, old.position_on AS position_before)
            UPDATE {kind_of(batch)._meta.db_table} r
            SET written = jsonb_build_object('is_new', false, 'pk', c.id, 'version', c.version,
                'position_before', c.position_before)
            FROM changed c WHERE r.batch_id = %s AND r.matched = c.id AND r.outcome = 'changed'"""  # noqa: S608
        return self._run(statement, [batch.pk, batch.position_on, batch.pk, batch.pk])

    # Taking back.

    def undo(self, batch, rows, by, on, reason):
        wanted = rows.count()
        done = self._restore(batch) + self._delete(batch)
        if done != wanted:
            raise Refused(MOVED.format(rows=were(wanted - done, "row")))

    def _restore(self, batch):
        statement = f"""
            UPDATE {self.model._meta.db_table} t SET {", ".join(self._sets("->>0"))}, version = t.version + 1,
                position_on = (r.written->>'position_before')::date
            FROM {kind_of(batch)._meta.db_table} r {self._joins("r.changes->'{name}'->>0")}
            WHERE r.batch_id = %s AND t.id = r.matched AND r.written->>'is_new' = 'false'
                AND t.version = (r.written->>'version')::int"""  # noqa: S608
        return self._run(statement, [batch.pk])

    def _delete(self, batch):
        statement = f"""
            DELETE FROM {self.model._meta.db_table} t USING {kind_of(batch)._meta.db_table} r
            WHERE r.batch_id = %s AND r.written->>'is_new' = 'true' AND t.id = (r.written->>'pk')::bigint
                AND t.version = (r.written->>'version')::int"""  # noqa: S608
        return self._run(statement, [batch.pk])

    # The parts of statements; all names are those of our own models.

    def _column(self, name):
        return self.model._meta.get_field(name).column

    def _cast(self, name, expression, joined):
        """The value of a cell as the column takes it; a blank one is empty or NULL as the column allows."""
        field = self.model._meta.get_field(name)
        if name in self.foreign:
            return f"{joined}.id"
        if isinstance(field, models.CharField | models.TextField):
            return expression if field.null else f"coalesce({expression}, '')"
        return f"nullif({expression}, '')::{field.db_type(connection)}"

    def _sets(self, ending):
        """What each column becomes: the new (``->>1``) or the old (``->>0``) value of a change, else itself."""
        for name in self.fields:
            column = self._column(name)
            value = self._cast(name, f"r.changes->'{name}'{ending}", f"f_{name}")
            yield f"{column} = CASE WHEN r.changes ? '{name}' THEN {value} ELSE t.{column} END"

    def _joins(self, said):
        """A join for each field that names a row of another table; ``said`` is what the cell says of a ``{name}``."""
        joins = ""
        for name, foreign in self.foreign.items():
            table, of = foreign.model._meta.db_table, f"f_{name}"
            joins += f" LEFT JOIN {table} {of} ON lower({of}.{foreign.name}) = lower({said.format(name=name)})"
        return joins

    @staticmethod
    def _run(statement, parameters):
        """Rows were written a moment ago, and the database does not know yet how many: joined one by one, a hundred
        thousand of them would take hours."""
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_nestloop = off")
            cursor.execute(statement, parameters)
            count = cursor.rowcount
            cursor.execute("SET LOCAL enable_nestloop = on")
            return count


def _as_in_sheet(values):
    """Values of a column of the table as the sheet's fields hold them: nothing is written as None, not as ""."""
    values = plain_column(values)
    return [None if value == "" else value for value in values] if "" in values else values
