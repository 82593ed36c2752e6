"""How the history records rows that come by the thousand."""

import pghistory


def tracked_by_statement(**options):
    """History as everywhere, but one statement of it for one statement of rows: a file brings thousands of rows.

    ``options`` are those of ``pghistory.track``.
    """
    kinds = (pghistory.InsertEvent, pghistory.UpdateEvent, pghistory.DeleteEvent)
    return pghistory.track(*(kind(level=pghistory.Statement) for kind in kinds), **options)
