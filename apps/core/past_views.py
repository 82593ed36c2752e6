"""The schemas of views through which pages look back; made anew after every migration from what the models say."""

from django.db import connections

from apps.core import as_known, as_stood
from apps.core.access import WEB, WEB_CASES
from apps.core.grants import require_owner


def schemas():
    """``{schema: {table: the query that stands in its place}}``; a later schema may read an earlier one."""
    return {as_stood.SCHEMA: as_stood.views(), as_known.SCHEMA: as_known.views()}


def drop_before_migrate(using, **kwargs):
    """A column that a view shows cannot be changed: the views go before a migration, and come again after it."""
    with connections[using].cursor() as cursor:
        require_owner(cursor)
        _drop(cursor)


def make_after_migrate(using, **kwargs):
    """Make every view; does nothing while some app's tables are still missing (a migration to an earlier state)."""
    existing = set(connections[using].introspection.table_names())
    if not {table for views in schemas().values() for table in views} <= existing:
        return
    with connections[using].cursor() as cursor:
        _drop(cursor)
        for schema, views in schemas().items():
            cursor.execute(f"CREATE SCHEMA {schema}")
            for table, select in views.items():
                cursor.execute(f'CREATE VIEW {schema}."{table}" WITH (security_invoker = true) AS {select}')
            cursor.execute(f"GRANT USAGE ON SCHEMA {schema} TO {WEB}, {WEB_CASES}")
            cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {WEB}, {WEB_CASES}")


def _drop(cursor):
    for schema in schemas():
        cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
