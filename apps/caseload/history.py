"""What happened to the records of a case, from the history that the database keeps: who changed what, and when."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from psycopg2 import sql

from apps.accounts.models import Person
from apps.caseload import models
from apps.caseload.models.listed import SORTED_BY
from apps.core.dates import long_date
from apps.core.expressions import execute

MOST = 200
# The models whose history is shown, and how each hangs on the request.
BY_REQUEST = (
    models.Assessment,
    models.ActivePlan,
    models.Case,
    models.AdviceRequest,
    models.Step,
    models.StatutoryException,
    models.Review,
    models.Transfer,
    models.Dispute,
    models.Feedback,
    models.PlanAudit,
)
# Those that hang on it through others.
BY_OTHERS = {
    models.NamedPlan: "SELECT plan.id FROM caseload_namedplan AS plan"
    " JOIN caseload_assessment AS assessment ON assessment.id = plan.assessment_id"
    " WHERE assessment.request_id = %(request)s",
    models.PlanDetail: "SELECT detail.id FROM caseload_plandetail AS detail"
    " JOIN caseload_namedplan AS plan ON plan.id = detail.named_plan_id"
    " JOIN caseload_assessment AS assessment ON assessment.id = plan.assessment_id"
    " WHERE assessment.request_id = %(request)s",
    models.Placement: "SELECT placement.id FROM caseload_placement AS placement"
    " JOIN caseload_activeplan AS active ON active.id = placement.active_plan_id"
    " WHERE active.request_id = %(request)s",
    models.Need: "SELECT need.id FROM caseload_need AS need"
    " JOIN caseload_activeplan AS active ON active.id = need.active_plan_id"
    " WHERE active.request_id = %(request)s",
}
FOR_MANAGERS = (models.CaseClosure,)
UNTOLD = {
    *SORTED_BY,
    "id",
    "request",
    "child",
    "assessment",
    "named_plan",
    "active_plan",
    "version",
    "recorded_by",
    "recorded_at",
    "key",
    "first_extract",
    "token",
    "advice",
}


@dataclass(frozen=True)
class Entry:
    """One change; ``changes`` are ``(field, before, after)`` in words, ``by`` is empty for a load.

    ``batch`` is the id of the spreadsheet's load that made it, if one did.
    """

    at: datetime
    what: str
    by: str
    changes: list
    reason: str
    batch: int | None = None


def history_of(request, *, with_closures=False):
    """The newest changes of a case first, at most ``MOST``; two queries."""
    kinds = [*BY_REQUEST, *(FOR_MANAGERS if with_closures else ())]
    parts = [_part(model, sql.SQL("request_id = %(request)s")) for model in kinds]
    parts += [_part(model, sql.SQL("pgh_obj_id IN ({})").format(sql.SQL(ids))) for model, ids in BY_OTHERS.items()]
    parts.append(_part(models.Request, sql.SQL("pgh_obj_id = %(request)s")))
    parts.append(_part(models.Child, sql.SQL("pgh_obj_id = %(child)s")))
    return _entries(parts, {"request": request.pk, "child": request.child_id})


def history_of_listed(line):
    """The same of one line of the team's list; two queries."""
    return _entries([_part(models.ListedCase, sql.SQL("pgh_obj_id = %(listed)s"))], {"listed": line.pk})


def _entries(parts, ids):
    statement = sql.SQL("SELECT * FROM ({}) AS entry ORDER BY kind, object, event").format(
        sql.SQL(" UNION ALL ").join(parts)
    )
    with connection.cursor() as cursor:
        execute(cursor, statement, ids)
        rows = [(*row, json.loads(context or "{}"), json.loads(values)) for *row, context, values in cursor.fetchall()]
    people = _people(rows)
    entries = [_entry(row, before, people) for row, before in _with_before(rows)]
    return sorted((e for e in entries if e), key=lambda e: e.at, reverse=True)[:MOST]


def _part(model, condition):
    return sql.SQL(
        "SELECT {kind} AS kind, pgh_obj_id AS object, pgh_id AS event, pgh_created_at, pgh_label, pgh_context,"
        " to_jsonb(changed) FROM {table} AS changed WHERE {condition}"
    ).format(
        kind=sql.Literal(model.__name__),
        table=sql.Identifier(model.pgh_event_model._meta.db_table),
        condition=condition,
    )


def _people(rows):
    """The names of all who are named in the rows, as those who changed something or as what was chosen."""
    ids = {context.get("user") for *_, context, _ in rows}
    for kind, *_, values in rows:
        ids |= {values[f.attname] for f in _fields(kind) if f.related_model is Person}
    return dict(Person.objects.filter(pk__in=ids - {None}).values_list("pk", "name"))


def _with_before(rows):
    """Each row beside the values of the same object before it."""
    before = {}
    for row in rows:
        kind, key, *_, values = row
        yield row, before.get((kind, key))
        before[kind, key] = values


def _entry(row, before, people):
    kind, _, _, at, label, context, values = row
    model = getattr(models, kind)
    changes = [] if label == "delete" else list(_changes(kind, values, before or {}, people))
    if label == "update" and not changes:
        return None
    verb = {"insert": "added", "update": "changed", "delete": "removed"}[label]
    if values.get("taken_back_on") and not (before or {}).get("taken_back_on"):
        verb = "taken back"
    name = str(model._meta.verbose_name)
    by = people.get(context.get("user"), "")
    said = context.get("reason", ""), context.get("batch")
    return Entry(at, f"{name[0].upper()}{name[1:]} {verb}", by, changes, *said)


def _fields(kind):
    return [f for f in getattr(models, kind)._meta.concrete_fields if f.name not in UNTOLD]


def _changes(kind, values, before, people):
    for field in _fields(kind):
        old, new = before.get(field.attname), values[field.attname]
        if (old or None) != (new or None):
            label = str(field.verbose_name)
            yield f"{label[0].upper()}{label[1:]}", _in_words(field, old, people), _in_words(field, new, people)


def _in_words(field, value, people):
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field.get_internal_type() == "DateField":
        return long_date(date.fromisoformat(value))
    if field.related_model is Person:
        return people.get(value, "")
    return str(dict(field.flatchoices).get(value, value))
