"""Parts of queries that Django has no words for."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Func, IntegerField, Subquery, Value


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

    def __init__(self, column, ids):
        super().__init__(column, Value(list(ids), output_field=ArrayField(BigIntegerField())))


class RowAfter(_Condition):
    """Whether a row comes after another one in the order of two columns; an index over both leads straight there."""

    parts = "({}, {}) > ({}, {})"


class RowBefore(_Condition):
    parts = "({}, {}) < ({}, {})"


class RowCount(Subquery):
    """How many rows a query gives, as one value of another query; cap it by slicing the query."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def execute(cursor, statement, values):
    """Run a composed statement as the text that those who listen to statements, such as the history, expect."""
    cursor.execute(statement.as_string(cursor.cursor), values)
