"""What a return says otherwise than the records that are here already: queries beside those of the return alone."""

from apps.caseload.models import Extract, Request
from apps.caseload.sen2.checks import check, in_order
from apps.caseload.sen2.reading import Problem

MOVED = "In the earlier extract this request belonged to another child ({}): is it now that of {}?"


def all_problems(made):
    """All problems of a Return, those against the records of the newest load among them; one query of its own."""
    return in_order([*check(made), *_moved_requests(made)])


def _moved_requests(made):
    """Requests that have gone to another child since the newest load.

    A child with the same UPN under a new id is the same child. Ids of another council's set say nothing.
    """
    newest = Extract.objects.newest()
    if newest is None or newest.local_authority != made.local_authority:
        return
    upns = {row.key: row.values["upn"] for row in made.rows["person"]}
    before = {key: child for key, *child in _children()}
    for row in made.rows["requests"]:
        child, upn = before.get(row.key, (row.parent, ""))
        if child != row.parent and not (upn and upn == upns.get(row.parent)):
            words = MOVED.format(child, row.parent)
            yield Problem("requests", row.line, row.key, "persontableid", "child_changed", words, is_error=False)


def _children():
    rows = Request.objects.filter(first_extract__isnull=False).order_by()
    return rows.values_list("key", "child__key", "child__upn").iterator()
