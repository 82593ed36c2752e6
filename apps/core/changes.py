"""What every change stands on: the lock, the version, and the refusals."""


class Refused(Exception):
    """A rule forbids the change; the message says what to do, and ``field`` names the form's field."""

    def __init__(self, message, field=None):
        super().__init__(message)
        self.message = message
        self.field = field


class Stale(Exception):
    """Somebody else changed the row meanwhile; ``row`` is as it stands now."""

    def __init__(self, row):
        super().__init__(f"{row} was changed meanwhile")
        self.row = row


def locked(row, version=None, related=()):
    """The row, locked until the end of the transaction; Stale where it has moved on from ``version``."""
    rows = type(row).objects.select_for_update(of=("self",), no_key=True)
    row = (rows.select_related(*related) if related else rows).get(pk=row.pk)
    if version is not None and row.version != version:
        raise Stale(row)
    return row
