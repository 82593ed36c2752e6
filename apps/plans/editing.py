"""What changes the shape of plans: plans, strands, actions and who leads them; each change with its reason.

As in ``services``: one transaction, the row locked, where actions stand worked out anew.
"""

import pghistory
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from apps.accounts.models import Membership, Post
from apps.core.once import refusing
from apps.plans.models import Action, ActionFinding, ActionLead, PlanShare
from apps.plans.services import Refused, Stale
from apps.plans.standing import refresh

PLAN_FIELDS = ("type", "name", "inspection", "starts_on", "closed_on", "closed_reason", "note")
STRAND_FIELDS = (
    "kind",
    "reference",
    "position",
    "title",
    "plain_title",
    "note",
    "accountable_council",
    "accountable_icb",
)
ACTION_FIELDS = (
    "reference",
    "title",
    "plain_title",
    "description",
    "success_criteria",
    "accountable_council",
    "accountable_icb",
    "deputy",
    "is_critical",
    "start_on",
)


@transaction.atomic
def save_plan(*, plan, reason, **fields):
    """Add or change a plan; closing one ends what the dates say of its actions."""
    twice = Refused("There is already a plan with this name.", "name")
    with refusing("plans_plan_name_once", twice), pghistory.context(reason=reason):
        _assign(plan, PLAN_FIELDS, fields)
        plan.save()
        refresh(plan.actions.all())
    return plan


@transaction.atomic
def save_strand(*, strand, reason, findings=(), **fields):
    """Add or change a strand; its reference is unique in its plan, whatever the capitals."""
    twice = Refused("This plan already has a strand with this reference.", "reference")
    with refusing("plans_strand_reference_once", twice), pghistory.context(reason=reason):
        _assign(strand, STRAND_FIELDS, fields)
        strand.save()
        strand.findings.set(findings)
    return strand


@transaction.atomic
def save_action(*, action, reason, on, leads=(), findings=(), version=None, original_due_on=None, **fields):
    """Add or change an action. The first date promised may be set once; later dates come from extensions."""
    if action.pk:
        action = Action.objects.select_for_update(no_key=True).get(pk=action.pk)
        if version is not None and version != action.version:
            raise Stale(action)
    _set_first_date(action, original_due_on, fields.get("start_on"))
    twice = Refused("This plan already has an action with this reference.", "reference")
    with refusing("plans_action_reference_once", twice), pghistory.context(reason=reason):
        _assign(action, ACTION_FIELDS, fields)
        action.added_on = action.added_on or on
        action.save()
        _set_links(action, leads, findings)
        Action.objects.filter(pk=action.pk).update(version=F("version") + 1)
        refresh([action])
    action.refresh_from_db()
    return action


def _set_first_date(action, original_due_on, start_on):
    if action.original_due_on is None:
        action.original_due_on = original_due_on
    elif original_due_on not in (None, action.original_due_on):
        raise Refused("The first date promised never changes. Ask for a new date instead.", "original_due_on")
    if start_on and action.original_due_on and action.original_due_on < start_on:
        raise Refused("The date promised cannot be before the start.", "original_due_on")


def _set_links(action, leads, findings):
    _keep_only(action.action_leads, "post", leads, lambda post: ActionLead(action=action, post=post))
    _keep_only(
        action.action_findings, "finding", findings, lambda finding: ActionFinding(action=action, finding=finding)
    )


def _keep_only(rows, name, wanted, make):
    present = {getattr(row, f"{name}_id"): row for row in rows.all()}
    wanted = {item.pk: item for item in wanted}
    for key, row in present.items():
        if key not in wanted:
            row.delete()
    for key, item in wanted.items():
        if key not in present:
            make(item).save()


def _assign(row, names, fields):
    for name in names:
        if name in fields:
            setattr(row, name, fields[name])


@transaction.atomic
def share_plan(*, plan, person, on):
    """Let a named person read a plan that is not published; a second time changes nothing."""
    share, _ = PlanShare.objects.get_or_create(plan=plan, person=person, defaults={"shared_on": on})
    return share


@transaction.atomic
def hand_over(*, leaver, posts, on, ends_memberships, reason):
    """Give each post of a leaver to its new holder (``{post: person or None}``), and end what the leaver may do."""
    with pghistory.context(reason=reason):
        for post, holder in posts.items():
            Post.objects.filter(pk=post.pk, holder=leaver).update(holder=holder)
        if ends_memberships:
            # What has not begun yet ends on the day on which it would have begun.
            ends_on = Greatest("starts_on", Value(on))
            Membership.objects.filter(person=leaver, ends_on__isnull=True).update(ends_on=ends_on)
            leaver.is_active = False
            leaver.save(update_fields=["is_active"])
