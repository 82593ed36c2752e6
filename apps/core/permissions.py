"""The ways in which a view refuses, each with what the person is told."""

from django.core.exceptions import PermissionDenied

NOT_TO_CHANGE = "You may see this, but not change it. The programme manager can tell you who may."
NOT_TO_SEE = "This page is not for your role. The programme manager can tell you whose it is."


def require(condition, why=NOT_TO_CHANGE):
    """403 unless the condition holds: the person may see this, but not do that."""
    if not condition:
        raise PermissionDenied(why)


def require_page(condition):
    """403 unless the condition holds: the whole page is for other roles."""
    require(condition, NOT_TO_SEE)
