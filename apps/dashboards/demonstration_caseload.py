"""The made-up caseload beside the demonstration plan: loaded as any SEN2 return is, and removed without a trace.

Made-up and real records are never mixed (``apps.caseload.sen2.loading``), so all that hangs on a made-up child is
made up as well, also what was added here.
"""

from django.apps import apps as registry
from django.conf import settings
from django.db import connection

from apps.accounts.models import Role
from apps.caseload import schools
from apps.caseload.models import Case, Child, Extract, Request, SchoolRegister, Trial, View
from apps.caseload.permissions import people_with_cases
from apps.caseload.sen2.loading import load as load_return
from apps.caseload.sen2.reading import read_folder
from apps.caseload.services import assign

TENTH, NOBODY = 10, 3
FOLDER = settings.BASE_DIR / "fixtures" / "demonstration" / "sen2"
SCHOOLS = settings.BASE_DIR / "fixtures" / "demonstration" / "schools.csv"


def has_been_used():
    """Whether records were loaded, or the made-up ones cleared: their extract's history is kept to say so."""
    return Extract.objects.exists() or Extract.pgh_event_model.objects.exists()


def load():
    """Load the made-up return and register of schools; returns how many records there are."""
    result = load_return(read_folder(FOLDER), is_synthetic=True)
    schools.load(SCHOOLS.read_bytes(), name=SCHOOLS.name, as_at=Extract.objects.newest().as_at, is_synthetic=True)
    return sum(counts["new"] + counts["unchanged"] for counts in result.counts.values())


def share_out(on):
    """Give some of the made-up cases to the demonstration's caseworkers; returns how many.

    In turns, by number: each caseworker takes one, then three stay with nobody; of plans in force every tenth has a
    turn. Nothing happens once anybody has worked a case.
    """
    if Case.pgh_event_model.objects.exists():
        return 0
    people = list(people_with_cases(on, {Role.EHC_CASEWORKER}).filter(is_demonstration=True))
    made_up = Request.objects.filter(child__first_extract__is_synthetic=True, standing__is_missing=False).order_by("pk")
    waiting = list(made_up.filter(standing__is_open=True))
    in_force = list(made_up.filter(standing__is_open=False, standing__next_due_on__isnull=False))[::TENTH]
    turns = len(people) + NOBODY
    for number, person in enumerate(people):
        theirs = [*waiting[number::turns], *in_force[number::turns]]
        assign(requests=theirs, caseworker=person, versions=dict.fromkeys([request.pk for request in theirs], 0))
    return Case.objects.count()


def clear():
    """Remove made-up records, what hangs on them and their history; returns how many rows. For the owner alone."""
    removed = _clear_views()
    removed += sum(_remove(model, path) for model, path in _hanging_on(Child, "first_extract__is_synthetic"))
    # An upload of real files that was checked against made-up records is to be checked again.
    Trial.objects.filter(is_synthetic=False, base__is_synthetic=True).update(base=None)
    removed += sum(_remove(model, path) for model, path in _hanging_on(Trial, "is_synthetic"))
    removed += sum(_remove(model, path) for model, path in _hanging_on(SchoolRegister, "is_synthetic"))
    for model, path in _hanging_on(Extract, "is_synthetic"):
        removed += _remove(model, path, with_history=model is not Extract)
    return removed


def _clear_views():
    """Who looked at made-up records alone, and at no line of the team's list; no other row names a request without a
    link."""
    made_up = list(Request.objects.filter(child__first_extract__is_synthetic=True).values_list("pk", flat=True))
    views = View.objects.filter(requests__overlap=made_up, requests__contained_by=made_up, listed=[])
    keys = list(views.values_list("pk", flat=True))
    _delete(View, "id", keys)
    return len(keys)


def _hanging_on(root, condition):
    """``[(model, path to the condition)]`` of a model and of all that hangs on its rows, what hangs last first."""
    paths = {root: condition}
    waiting = [root]
    while waiting:
        parent = waiting.pop(0)
        for model in registry.get_models(include_auto_created=True):
            for field in model._meta.concrete_fields:
                if field.related_model is parent and not field.null and model not in paths and _is_ours(model):
                    paths[model] = f"{field.name}__{paths[parent]}"
                    waiting.append(model)
    return list(reversed(paths.items()))


def _is_ours(model):
    """A table of the site itself, no history of one."""
    return model._meta.managed and model.__module__.startswith("apps.") and not hasattr(model, "pgh_tracked_model")


def _remove(model, path, with_history=True):
    keys = list(model._base_manager.filter(**{path: True}).values_list("pk", flat=True))
    _delete(model, model._meta.pk.column, keys)
    if with_history and hasattr(model, "pgh_event_model"):
        _delete(model.pgh_event_model, "pgh_obj_id", keys)
    return len(keys)


def _delete(model, column, keys):
    # Django's own deletion would read every row first and refuse for PROTECT; the database still checks every link.
    name = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {name} WHERE {column} = ANY(%s)", [keys])  # noqa: S608 - names of our own tables
