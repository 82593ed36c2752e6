"""Takes a tracker back: what it added goes, what it changed is as before, what it reported is voided.

Refused as soon as something later depends on any of it.
"""

from datetime import date

from django.db import IntegrityError, connection, transaction

from apps.core.changes import Refused
from apps.core.words import were
from apps.plans.models import Action, ActionChange, ActionDecision, ActionLead, Extension, StatusUpdate
from apps.plans.standing import lock_in_order, refresh

# A first date, once promised, stays.
KEPT = frozenset({"original_due_on", "dated_on", "due_precision"})
RECORDED_SINCE = (
    "Something was recorded about the actions that this file added. Nothing was taken back: take that back first."
)
LATER = "{actions} changed after this file was saved, the first of them {first}. Nothing was taken back."


def undo_rows(landing, batch, rows, by, on, reason):
    """Take back all rows of a batch. Raises Refused where an action has moved on since."""
    lock_in_order([Action(pk=row.written["action"]) for row in rows])
    actions = Action.objects.in_bulk([row.written["action"] for row in rows])
    _require_untouched(rows, actions)
    changed = [row for row in rows if not row.written["is_new"]]
    _restore(changed, actions)
    _void(changed, by, on, reason)
    if landing.extras:
        landing.extras.undo(rows)
    refresh([actions[row.written["action"]] for row in changed])
    _remove_added(batch)


def _require_untouched(rows, actions):
    moved = [row for row in rows if actions[row.written["action"]].version != row.written["version"]]
    if moved:
        first = actions[moved[0].written["action"]].reference
        raise Refused(LATER.format(actions=were(len(moved), "action"), first=first))


def _restore(rows, actions):
    names, links = {"version"}, []
    for row in rows:
        action = actions[row.written["action"]]
        for name, value in row.written["before"].items():
            if name not in KEPT:
                setattr(action, name, date.fromisoformat(value) if value and name == "start_on" else value)
                names.add(name)
        action.version += 1
        if "leads_before" in row.written:
            ActionLead.objects.filter(action=action).delete()
            links += [ActionLead(action=action, post_id=post) for post in row.written["leads_before"]]
    Action.objects.bulk_update([actions[row.written["action"]] for row in rows], sorted(names), batch_size=500)
    ActionLead.objects.bulk_create(links)


def _void(rows, by, on, reason):
    for model, name in ((StatusUpdate, "update"), (ActionDecision, "decision"), (Extension, "extension")):
        _void_rows(model, [row.written[name] for row in rows if name in row.written], by, on, reason)
    _void_rows(ActionChange, [key for row in rows for key in row.written.get("starts", [])], by, on, reason)


def _void_rows(model, keys, by, on, reason):
    """Each row gets one that voids it: a copy that says who took it back, and why."""
    made = []
    for row in model.objects.filter(pk__in=keys):
        copy = model.objects.model(
            **{
                field.attname: getattr(row, field.attname)
                for field in model._meta.concrete_fields
                if field.name not in ("id", "recorded_at", "token")
            }
        )
        copy.voids, copy.void_reason, copy.recorded_by, copy.effective_on = row, reason, by, on
        made.append(copy)
    model.objects.bulk_create(made)


def _remove_added(batch):
    """Actions that only this batch knows are removed by the owner of the tables; the history keeps them."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CALL public.plans_take_back_batch(%s)", [batch.pk])
    except IntegrityError:
        raise Refused(RECORDED_SINCE) from None
