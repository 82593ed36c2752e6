"""The database roles under which every request, job and command works.

The login has no rights of its own: each transaction begins with SET LOCAL ROLE, and what the role was
not granted (``apps.core.grants``) is refused by PostgreSQL itself. ``docs/database-roles.md`` explains it.
"""

from contextlib import contextmanager

from django.db import connection, transaction

OWNER = "sendtracker_owner"
APP = "sendtracker_app"
WEB = "sendtracker_web"
WEB_CASES = "sendtracker_web_cases"


def assume(role):
    """Take up a role until the end of the running transaction; raises outside a transaction."""
    if role not in (WEB, WEB_CASES):
        raise ValueError(f"{role} is not a role that the site works under")
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A role is taken up inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")


@contextmanager
def working_as(role=WEB):
    """One transaction under a role, for jobs and commands."""
    with transaction.atomic():
        assume(role)
        yield
