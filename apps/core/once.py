"""What must be there only once, when two people make it at the same moment."""

from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction


@contextmanager
def refusing(constraint, refusal):
    """Raises ``refusal`` where what is saved inside breaks the unique constraint; nothing inside is saved then.

    A look before saving cannot see what somebody else has not committed yet; PostgreSQL can.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if error.__cause__.diag.constraint_name != constraint:
            raise
        raise refusal from error


def wait_for_token(token):
    """Sendings of one form go on one after the other: the later ones then see what the first has made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(token)])
