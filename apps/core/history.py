"""How the history records rows that come by the thousand."""

import pghistory


def tracked_by_statement(model):
    """History as everywhere, but one statement of it for one statement of rows: a file brings thousands of rows."""
    kinds = (pghistory.InsertEvent, pghistory.UpdateEvent, pghistory.DeleteEvent)
    return pghistory.track(*(kind(level=pghistory.Statement) for kind in kinds))(model)
