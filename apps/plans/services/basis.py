"""What every change of an action stands on: the lock, the version, the token, and the refusals."""

from django.db import connection
from django.db.models import F

from apps.core.once import wait_for_token
from apps.plans.codes import CLOSED_STATES
from apps.plans.models import Action
from apps.plans.standing import refresh


class Refused(Exception):
    """A rule forbids the change; the message says what to do, and ``field`` names the form's field."""

    def __init__(self, message, field=None):
        super().__init__(message)
        self.message = message
        self.field = field


class Stale(Exception):
    """Somebody else changed the row meanwhile; ``row`` is as it stands now."""

    def __init__(self, row):
        super().__init__(f"{row} was changed meanwhile")
        self.row = row


def title_of(by, action=None, strand=None):
    """How a person signs what they say of an action or a strand.

    By the post that leads the action, else that which stands in for the lead, else that which answers for it; a
    person who holds none of these signs by their first post, or by the role acted in.
    """
    if by is None:
        return ""
    posts = {post.pk: post for post in by.posts.order_by("pk")}
    if posts:
        concerned = next((key for key in _concerned(action, strand) if key in posts), next(iter(posts)))
        return posts[concerned].title
    return by.acting.get_role_display() if by.acting else by.name


def _concerned(action, strand):
    """The posts that an action or a strand names, those that lead first."""
    if action:
        yield from action.action_leads.values_list("post", flat=True)
        yield from (action.deputy_id, action.accountable_council_id, action.accountable_icb_id)
        strand = action.strand
    if strand:
        yield from (strand.accountable_council_id, strand.accountable_icb_id)


def locked(row, version=None, related=()):
    """The row, locked until the end of the transaction; Stale where it has moved on from ``version``."""
    rows = type(row).objects.select_for_update(of=("self",), no_key=True)
    row = (rows.select_related(*related) if related else rows).get(pk=row.pk)
    if version is not None and row.version != version:
        raise Stale(row)
    return row


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
