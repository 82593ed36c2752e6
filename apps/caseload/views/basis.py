"""What every page of a case begins with: the permission, then the database's role, then the clock."""

from functools import wraps

from django.shortcuts import get_object_or_404

from apps.caseload.mode import clock
from apps.caseload.permissions import can_see_cases, visible_requests
from apps.core.access import WEB_CASES, assume
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in


def cases_only(view):
    """403 without access to single children; only then does the request go on under the role that sees them.

    The view finds the clock as ``request.clock``.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        require_page(can_see_cases(request.user))
        assume(WEB_CASES)
        request.clock = clock()
        return view(request, *args, **kwargs)

    return signed_in(wrapper)


def visible_or_404(request, pk, *related):
    """The request that a page is about, with the child and what else is named."""
    rows = visible_requests(request.user).select_related("child", *related)
    return get_object_or_404(rows, pk=pk)
