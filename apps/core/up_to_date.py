"""Whether the database is as this code wants it, so that a start of the site need not migrate to find out.

Besides migrations there are the rights of the roles and the views of past knowledge, which are made anew after every
migration from what the models say. What they were made from is kept as a fingerprint on the schema of the views.
"""

import hashlib

from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from apps.core import as_known, grants

NOTED = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'as_known'"


def fingerprint():
    """Of everything that is made after a migration."""
    parts = [grants.IGNORE_ONLY_FOR_OWNER, *grants.statements(), *map(str, as_known.views().items())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def note_after_migrate(using, **kwargs):
    """Note what rights and views were made from; does nothing where they were not made."""
    with connections[using].cursor() as cursor:
        cursor.execute(NOTED)
        if cursor.fetchone():
            cursor.execute(f"COMMENT ON SCHEMA as_known IS '{fingerprint()}'")


def is_up_to_date():
    """Whether every migration was applied, and rights and views are those of this code."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    with connection.cursor() as cursor:
        cursor.execute(NOTED)
        return cursor.fetchone() == (fingerprint(),)
