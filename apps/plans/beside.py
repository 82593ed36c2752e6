"""What apps above plans show on the page of an action.

Each registers ``show(user, action, on)``, which gives the name of a template and what it shows, or None.
"""

BESIDE_ACTION = []


def beside_action(show):
    BESIDE_ACTION.append(show)
    return show


def parts_beside(user, action, on):
    """``[(template, context)]`` for the page of an action as it stood on a date."""
    parts = [show(user, action, on) for show in BESIDE_ACTION]
    return [part for part in parts if part]
