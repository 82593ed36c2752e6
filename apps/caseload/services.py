"""What changes a case: who works it, and to whom it is closed. Each is one transaction and refreshes the standing."""

import pghistory
from django.db import transaction

from apps.caseload.models import Case, CaseClosure
from apps.caseload.standing import refresh
from apps.core.changes import Refused, Stale
from apps.core.once import refusing


@transaction.atomic
def assign(*, requests, caseworker, versions):
    """Give cases to a caseworker (None: to nobody). All or none: ``versions`` are those the form was opened with, by
    the id of the request, 0 where there was no case yet; Stale names the first case that has moved on.

    A case that the caseworker has already is left as it is, so that a form sent twice counts once.
    """
    ordered = sorted(requests, key=lambda request: request.pk)
    Case.objects.bulk_create([Case(request=r, version=0) for r in ordered], ignore_conflicts=True)
    cases = Case.objects.select_for_update(of=("self",), no_key=True).select_related("request").order_by("request")
    moved = []
    for case in cases.filter(request__in=ordered):
        if case.caseworker == caseworker:
            continue
        if versions.get(case.request_id) != case.version:
            raise Stale(case)
        case.caseworker = caseworker
        case.version += 1
        moved.append(case)
    Case.objects.bulk_update(moved, ["caseworker", "version"])
    refresh([case.request_id for case in moved])
    return moved


@transaction.atomic
def close_to(*, request, person, reason):
    """Close a case to a person: to them it is not there any more."""
    already = Refused("The case is closed to this person already.", "person")
    with refusing("caseload_caseclosure_once", already):
        return CaseClosure.objects.create(request=request, person=person, reason=reason)


@transaction.atomic
def open_to(*, closure, reason):
    """Open it to them again; the closure and both reasons stay in the history."""
    with pghistory.context(reason=reason):
        closure.delete()
