"""Who may load the case system's files, and who may see what is to be corrected in it."""

from functools import wraps

from apps.accounts.models import Role
from apps.core.access import WEB_CASES, assume
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in

LOADERS = frozenset({Role.EHC_MANAGER, Role.DATA_OFFICER})
CORRECTORS = LOADERS | {Role.EHC_CASEWORKER}


def can_load(user):
    """Upload, look at reports, load."""
    return user.role in LOADERS


def can_see_queries(user):
    """Read what is to be corrected at source."""
    return user.role in CORRECTORS


def for_those_who(may):
    """A page for people of whom ``may(user)`` is true; only then is the role taken up that sees single children."""

    def of_view(view):
        @signed_in
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            require_page(may(request.user))
            assume(WEB_CASES)
            return view(request, *args, **kwargs)

        return wrapper

    return of_view
