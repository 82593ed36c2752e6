"""What every change of an action stands on: the lock, the version, the token, and the refusals."""

from django.db import connection
from django.db.models import F

from apps.core.changes import Refused, Stale, locked
from apps.core.once import wait_for_token
from apps.plans.codes import CLOSED_STATES
from apps.plans.models import Action
from apps.plans.standing import refresh

__all__ = [
    "Refused",
    "Stale",
    "already",
    "changed",
    "locked",
    "locked_action",
    "require_open_plan",
    "require_past",
    "require_reporting",
]


def locked_action(action, version=None):
    """An action, locked after its plan is held as it is, so that a plan is not closed while somebody reports on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM plans_plan WHERE id = %s FOR SHARE", [action.plan_id])
    return locked(action, version, ("plan", "strand"))


def changed(action):
    Action.objects.filter(pk=action.pk).update(version=F("version") + 1)
    refresh([action])
    action.refresh_from_db()
    return action


def already(model, token):
    """What an earlier sending of the same form has made, or None; waits for one that is still being saved."""
    if not token:
        return None
    wait_for_token(token)
    return model.objects.filter(token=token).first()


def require_reporting(action, on, effective_on):
    if action.plan.closed_on:
        raise Refused(f"{action.plan} was closed on {action.plan.closed_on:%-d %B %Y}; nothing more is reported on it.")
    if action.state in CLOSED_STATES:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}. Reopen it before you report on it.")
    require_past(on, effective_on)
    if effective_on < action.added_on:
        since = f"{action.added_on:%-d %B %Y}"
        raise Refused(f"{action.reference} is part of the plan since {since}: choose a later date.", "effective_on")


def require_open_plan(action):
    if action.plan.closed_on:
        raise Refused(f"{action.plan} was closed on {action.plan.closed_on:%-d %B %Y}; nothing more is decided in it.")


def require_past(on, effective_on, field="effective_on"):
    if effective_on > on:
        raise Refused("The date of what happened cannot be in the future.", field)
