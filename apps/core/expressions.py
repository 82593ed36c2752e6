"""Parts of queries that Django has no words for."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, BooleanField, Expression, Func, IntegerField, Subquery, TextField, Value


class _Condition(Func):
    """A condition made of its compiled parts by a template with a place for each."""

    output_field = BooleanField()
    parts = ""

    def as_sql(self, compiler, connection, **context):
        compiled = [compiler.compile(part) for part in self.source_expressions]
        return self.parts.format(*(text for text, _ in compiled)), [p for _, params in compiled for p in params]


class IsOneOf(_Condition):
    """Whether an id is in a list, which is sent as one array: a long IN takes longer to read than its rows."""

    parts = "{} = ANY ({})"
    of = BigIntegerField

    def __init__(self, column, values):
        super().__init__(column, Value(list(values), output_field=ArrayField(self.of())))


class IsOneOfTexts(IsOneOf):
    """The same for texts."""

    of = TextField


class RowAfter(_Condition):
    """Whether a row comes after another one in the order of two columns; an index over both leads straight there."""

    parts = "({}, {}) > ({}, {})"


class RowBefore(_Condition):
    parts = "({}, {}) < ({}, {})"


class Unnest(Func):
    """A row for each id of an array."""

    function = "unnest"
    output_field = BigIntegerField()
    set_returning = True


class RowCount(Subquery):
    """How many rows a query gives, as one value of another query; cap it by slicing the query."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


class _Written(Expression):
    """SQL that was written before, with the values for its places."""

    def __init__(self, sql, values, output_field):
        super().__init__(output_field=output_field)
        self.sql, self.values = sql, values

    def as_sql(self, compiler, connection):
        return self.sql, self.values


# Stands for the day while SQL is made; a day that nobody asks for.
SOME_DAY = date.min


def rows_written_once(build):
    """``rows(on)``: the rows that ``build(on)``, a query of a model's whole rows, gives; with its SQL written once a
    process, as for ``written_once``."""
    written = []

    def rows(on):
        if not written:
            made = build(SOME_DAY)
            written.append((made.model, *made.query.sql_with_params()))
        ((model, sql, values),) = written
        return list(model.objects.raw(sql, [on if value == SOME_DAY else value for value in values]))

    return rows


def written_once(model, build):
    """``build(on)``, which makes an annotation for a query of the model, with its SQL written once a process.

    To write the SQL of a large subquery takes longer than to answer it. All but the day must be the same each time, and
    the query must be of the model's own table: columns are named as they were when the SQL was written.
    """
    written = []

    def annotation(on):
        if not written:
            query = model.objects.annotate(made=build(SOME_DAY)).query
            made = query.annotation_select["made"]
            written.append((*query.get_compiler(connection=connection).compile(made), made.output_field))
        ((sql, values, output_field),) = written
        return _Written(sql, [on if value == SOME_DAY else value for value in values], output_field)

    return annotation


def execute(cursor, statement, values):
    """Run a composed statement as the text that those who listen to statements, such as the history, expect."""
    cursor.execute(statement.as_string(cursor.cursor), values)
