"""What is to be corrected in the case system: the queries of the newest load, by caseworker."""

from dataclasses import dataclass

from apps.caseload.models import Case, CaseClosure, Extract, Request
from apps.caseload.sen2.layout import BY_NAME

NOBODY = "No caseworker"


@dataclass(frozen=True)
class Query:
    """One query and the request that it belongs to; ``caseworker`` is a name, or says that there is none."""

    fault: object
    request: object
    caseworker_id: int | None
    caseworker: str


def queries_for(user):
    """``(extract, [Query])`` of the newest load, by caseworker, table and line; none of a case closed to the person.

    A query about a file as a whole, and one whose record hangs on no request, belongs to nobody.
    """
    extract = Extract.objects.newest()
    if extract is None:
        return None, []
    faults = list(extract.problems.filter(is_error=False).order_by("table", "row", "pk"))
    requests = _requests_of(faults)
    closed = set(CaseClosure.objects.filter(person=user).values_list("request_id", flat=True))
    given = Case.objects.filter(request__in=set(requests.values()), caseworker__isnull=False)
    workers = dict(given.values_list("request_id", "caseworker_id"))
    names = dict(given.values_list("caseworker_id", "caseworker__name"))
    found = []
    for fault in faults:
        request = requests.get((fault.table, fault.record))
        worker = workers.get(request)
        if request not in closed:
            found.append(Query(fault, request, worker, names.get(worker, NOBODY)))
    return extract, sorted(found, key=lambda q: (q.caseworker == NOBODY, q.caseworker, q.fault.table, q.fault.row))


def _requests_of(faults):
    """``{(table, record): id of its request}``; of a person it is the latest request."""
    found = {}
    for table in {fault.table for fault in faults} & set(BY_NAME):
        keys = {fault.record for fault in faults if fault.table == table}
        found |= {(table, key): request for key, request in _of_table(table, keys)}
    return found


def _of_table(table, keys):
    """``(record's own id, id of the request)``, the latest request last."""
    if table == "person":
        return Request.objects.filter(child__key__in=keys).order_by("received_on", "pk").values_list("child__key", "pk")
    path = _path_to_request(BY_NAME[table])
    return BY_NAME[table].model.objects.filter(key__in=keys).values_list("key", path)


def _path_to_request(module):
    """The lookup that leads from a record to the id of its request."""
    if module.name == "requests":
        return "pk"
    names = []
    while module.name != "requests":
        names.append(module.parent_field)
        module = BY_NAME[module.parent]
    return "__".join([*names, "pk"])
