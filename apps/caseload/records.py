"""Which records belong to a case: those gone from the newest load, and those that it has a query about."""

from functools import lru_cache

from django.db import connection
from psycopg2 import sql

from apps.caseload.models import SetAside
from apps.caseload.sen2.layout import BY_NAME, MODULES, REQUESTS
from apps.core.expressions import execute

_MARKS = """
SELECT request_id, bool_or(is_request AND is_missing), bool_or(is_missing), bool_or(has_query)
  FROM ({records}) AS record
 WHERE is_missing OR has_query
 GROUP BY request_id
"""
_RECORDS = """
SELECT {request}.id AS request_id, {is_request} AS is_request,
       {record}.missing_since_id IS NOT NULL OR ({is_request} AND {record}.taken_back_on IS NOT NULL) AS is_missing,
       {record}.key IN (
           SELECT problem.record FROM caseload_setaside AS problem
            WHERE problem.extract_id = %(extract)s AND problem.table = {name}
       ) AS has_query
  FROM {joins}
 WHERE {request}.id = ANY(%(ids)s)
"""
_QUERIES = """
SELECT problem.id
  FROM ({keys}) AS record
  JOIN caseload_setaside AS problem
    ON problem.extract_id = %(extract)s AND problem.table = record.module AND problem.record = record.key
"""
_KEYS = "SELECT {name}::text AS module, {record}.key FROM {joins} WHERE {request}.id = ANY(%(ids)s)"


def records_of_requests(ids, extract_id):
    """``{id of the request: (is it missing, is some record of it missing, is there a query)}``; one query."""
    with connection.cursor() as cursor:
        execute(cursor, _united(_MARKS, "records", _RECORDS), {"ids": list(ids), "extract": extract_id})
        return {key: tuple(marks) for key, *marks in cursor.fetchall()}


def data_queries(request_id, extract_id):
    """What the newest load found about the records of one case, in the order of the files; two queries."""
    with connection.cursor() as cursor:
        execute(cursor, _united(_QUERIES, "keys", _KEYS), {"ids": [request_id], "extract": extract_id})
        found = [key for (key,) in cursor.fetchall()]
    return list(SetAside.objects.filter(pk__in=found))


@lru_cache(maxsize=4)
def _united(text, place, part):
    """One statement over all modules of the return."""
    parts = [
        sql.SQL(part).format(
            record=sql.Identifier(module.name),
            request=sql.Identifier(REQUESTS.name),
            name=sql.Literal(module.name),
            is_request=sql.Literal(module is REQUESTS),
            joins=_joins(module),
        )
        for module in MODULES
    ]
    return sql.SQL(text).format(**{place: sql.SQL(" UNION ALL ").join(parts)})


def _joins(module):
    """A module's table with those between it and the request; a child is above its requests."""
    table = _named(module)
    if module.parent and module is not REQUESTS:
        return sql.SQL("{} JOIN {} ON {}").format(_joins(BY_NAME[module.parent]), table, _link(module))
    if module is REQUESTS:
        return table
    return sql.SQL("{} JOIN {} ON {}").format(table, _named(REQUESTS), _link(REQUESTS))


def _named(module):
    return sql.SQL("{} AS {}").format(sql.Identifier(module.model._meta.db_table), sql.Identifier(module.name))


def _link(module):
    column = module.model._meta.get_field(module.parent_field).column
    return sql.SQL("{} = {}").format(sql.Identifier(module.name, column), sql.Identifier(module.parent, "id"))
