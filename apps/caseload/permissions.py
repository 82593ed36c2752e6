"""Who may see and work cases; the one place that answers. Nobody sees a child unless a rule here says so.

Every view first asks ``can_see_cases(user)`` (403), takes up the role of the database that sees children, and then
narrows its rows with ``visible_requests(user)`` or ``visible_standings(user)`` (404 for the rest).
"""

from django.db.models import Exists, OuterRef

from apps.accounts.models import Membership, Person, Role
from apps.caseload.models import CaseClosure, CaseStanding, ListedCase, Request
from apps.caseload.models.records import bare

CASE_ROLES = frozenset({Role.EHC_CASEWORKER, Role.EHC_MANAGER, Role.DATA_OFFICER})
WORKING_ROLES = frozenset({Role.EHC_CASEWORKER, Role.EHC_MANAGER})


def can_see_cases(user):
    return user.role in CASE_ROLES


def _without_closed(rows, user):
    if not can_see_cases(user):
        return rows.none()
    return rows.exclude(Exists(CaseClosure.objects.filter(request=OuterRef("pk"), person=user)))


def visible_requests(user):
    """Requests whose case is not closed to the person."""
    return _without_closed(Request.objects.all(), user)


def visible_standings(user):
    """Where those requests stand; the key of a standing is that of its request."""
    return _without_closed(CaseStanding.objects.all(), user)


def visible_listed(user):
    """Lines of the team's list but for those with the reference of a case that is closed to the person."""
    if not can_see_cases(user):
        return ListedCase.objects.none()
    return without_closed_references(ListedCase.objects.all(), user, "reference")


def without_closed_references(rows, user, field):
    """Of rows that name a case by a reference those whose case is not closed to the person."""
    closed = CaseClosure.objects.filter(person=user).annotate(bare=bare("request__key"))
    return rows.annotate(bare=bare(field)).exclude(Exists(closed.filter(bare=OuterRef("bare"))))


def can_work(user, request):
    """The manager works every case, a caseworker their own and those that nobody has."""
    if user.role == Role.EHC_MANAGER:
        return True
    return user.role == Role.EHC_CASEWORKER and caseworker_of(request) in (None, user.pk)


def caseworker_of(request):
    """The id of the caseworker, or None; one query unless the case was read with the request."""
    case = getattr(request, "case", None)
    return case.caseworker_id if case else None


def can_assign(user):
    return user.role == Role.EHC_MANAGER


def can_close(user):
    """Close a case to a person, and open it to them again."""
    return user.role == Role.EHC_MANAGER


def can_see_who_looked(user):
    return user.role in (Role.EHC_MANAGER, Role.DATA_OFFICER)


def people_with_cases(on, roles=CASE_ROLES):
    """People who hold one of the roles on a date."""
    held = Membership.objects.current(on).filter(person=OuterRef("pk"), role__in=roles)
    return Person.objects.filter(Exists(held), is_active=True).order_by("name", "pk")
