"""The one way in which a view refuses."""

from django.core.exceptions import PermissionDenied


def require(condition):
    """403 unless the condition holds: the person may see this, but not do that."""
    if not condition:
        raise PermissionDenied
