"""Whether the database is as this code wants it, so that a start of the site need not migrate to find out.

Besides migrations there are the rights of the roles and the views of past days, which are made anew after every
migration from what the models say. What they were made from is kept as a fingerprint on the schemas of the views.
"""

import hashlib

from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from apps.core import grants, past_views

NOTED = "SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ANY(%s)"


def fingerprint():
    """Of everything that is made after a migration."""
    parts = [grants.IGNORE_ONLY_FOR_OWNER, *grants.statements(), str(past_views.schemas())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def note_after_migrate(using, **kwargs):
    """Note what rights and views were made from; does nothing where they were not made."""
    with connections[using].cursor() as cursor:
        for schema in _noted(cursor):
            cursor.execute(f"COMMENT ON SCHEMA {schema} IS '{fingerprint()}'")


def is_up_to_date():
    """Whether every migration was applied, and rights and views are those of this code."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    with connection.cursor() as cursor:
        return _noted(cursor) == dict.fromkeys(past_views.schemas(), fingerprint())


def _noted(cursor):
    """``{schema: what was noted on it}`` of the schemas of views that are there."""
    cursor.execute(NOTED, [list(past_views.schemas())])
    return dict(cursor.fetchall())
