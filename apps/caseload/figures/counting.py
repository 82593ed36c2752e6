"""What all figures share: reading rows, the span of years, percentages and which records count."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import connection
from psycopg2 import sql

from apps.core.expressions import execute

DECISION_DAYS = 42  # six weeks (regulation 5(1))
PLAN_DAYS = 140  # twenty weeks (regulation 13(2))
YEAR_DAYS = 365
NONE_RECORDED = "none recorded"

_STANDING = sql.SQL("{table}.missing_since_id IS NULL AND {table}.taken_back_on IS NULL")
_COUNTING = sql.SQL("{table}.taken_back_on IS NULL")


def standing(table):
    """The condition that a record was entered here or is in the newest load, and was not taken back; ``table`` is its
    name in the query."""
    return _STANDING.format(table=sql.Identifier(table))


def query(text, *tables, added=()):
    """SQL in which ``{name_stands}`` asks that the record of each table named here counts, and ``{name_counts}`` that
    a row ``added`` here by the team was not taken back."""
    conditions = {f"{table}_stands": standing(table) for table in tables}
    conditions |= {f"{table}_counts": _COUNTING.format(table=sql.Identifier(table)) for table in added}
    return sql.SQL(text).format(**conditions)


def read(statement, **values):
    """The rows of one query as dicts."""
    with connection.cursor() as cursor:
        execute(cursor, statement, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def span(years):
    """From 1 January of the earliest year up to, not including, 1 January after the latest."""
    return {"first": date(min(years), 1, 1), "after": date(max(years) + 1, 1, 1)}


def percentage(part, whole):
    """Rounded half up to one decimal; None where there is nothing to divide by."""
    return rounded(Decimal(100 * part) / whole, "0.1") if whole else None


def rounded(value, step):
    """Rounded half up to a step like 0.1."""
    return Decimal(value).quantize(Decimal(step), ROUND_HALF_UP)
