"""Decisions that end an action or open it again, and the publication of a plan."""

import pghistory
from django.db import transaction

from apps.accounts.titles import title_of
from apps.plans.codes import CLOSED_STATES, DROPPED_STATES, ActionState, DecisionKind
from apps.plans.models import Action, ActionDecision, Publication
from apps.plans.services.basis import (
    Refused,
    already,
    changed,
    locked,
    locked_action,
    require_open_plan,
    require_past,
    require_reporting,
)
from apps.plans.standing import lock_in_order


def _decide(action, kind, by, reason, on, token=None, takes_its_place=None, done_on=None):
    if not reason.strip():
        raise Refused("Give the reason.", "reason")
    row = ActionDecision.objects.create(
        action=action,
        kind=kind,
        recorded_by=by,
        reason=reason,
        effective_on=on,
        done_on=done_on,
        takes_its_place=takes_its_place,
        author_title=title_of(by, action),
        token=token,
    )
    with pghistory.context(reason=reason):
        changed(action)
    return row


@transaction.atomic
def say_done(*, action, by, on, reason, done_on=None, version=None, token=None):
    """The lead says that the work was done on ``done_on``; it is complete only when a second person accepts it."""
    existing = already(ActionDecision, token)
    if existing:
        return existing
    action = locked_action(action, version)
    require_reporting(action, on, on)
    require_past(on, done_on or on, "done_on")
    if action.state == ActionState.SAID_DONE:
        raise Refused("It was already said to be done and waits for acceptance.")
    if not action.evidence.standing().exists():
        raise Refused("Add evidence first: a file or a link that shows that it was done.")
    return _decide(action, DecisionKind.SAID_DONE, by, reason, on, token, done_on=done_on or on)


@transaction.atomic
def accept(*, action, by, on, reason, version=None, token=None):
    """A second person looked at the evidence and accepts the action as complete."""
    existing = already(ActionDecision, token)
    if existing:
        return existing
    action = locked_action(action, version)
    _require_said_done(action)
    said = action.decisions.standing().latest_first().first()
    if by is not None and said.recorded_by_id == by.pk:
        raise Refused("You said yourself that it is done. A second person must look at the evidence.")
    if not action.evidence.standing().exists():
        raise Refused("Its evidence was taken back, so that nothing shows that it is done. Send it back instead.")
    return _decide(action, DecisionKind.ACCEPTED, by, reason, on, token)


@transaction.atomic
def send_back(*, action, by, on, reason, version=None, token=None):
    """The evidence does not show that it is done: the action is open again, with what is missing."""
    existing = already(ActionDecision, token)
    if existing:
        return existing
    action = locked_action(action, version)
    _require_said_done(action)
    return _decide(action, DecisionKind.SENT_BACK, by, reason, on, token)


@transaction.atomic
def withdraw_said_done(*, action, by, on, reason, version=None):
    """Whoever said that it is done takes that back before a second person decides; it stays in the record, marked."""
    action = locked_action(action, version)
    _require_said_done(action)
    said = action.decisions.standing().latest_first().first()
    if said.recorded_by_id != by.pk:
        raise Refused("Only the person who said that it is done takes that back. You can send it back.")
    row = ActionDecision.objects.create(
        action=action,
        kind=said.kind,
        recorded_by=by,
        reason=said.reason,
        effective_on=on,
        author_title=title_of(by, action),
        voids=said,
        void_reason=reason,
    )
    with pghistory.context(reason=reason):
        changed(action)
    return row


def _require_said_done(action):
    require_open_plan(action)
    if action.state != ActionState.SAID_DONE:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}; it does not wait for acceptance.")


@transaction.atomic
def drop(*, action, by, on, kind, reason, takes_its_place=None, version=None, token=None):
    """Withdraw, merge or replace an action; the row stays, with the reason and who decided."""
    existing = already(ActionDecision, token)
    if existing:
        return existing
    # Both in one order, so that two people who merge two actions into each other do not wait for one another.
    lock_in_order([one for one in (action, takes_its_place) if one is not None])
    action = locked_action(action, version)
    require_open_plan(action)
    if action.state in DROPPED_STATES:
        raise Refused(f"{action.reference} is already {action.get_state_display().lower()}.")
    if kind == DecisionKind.WITHDRAWN:
        takes_its_place = None
    elif takes_its_place is None or takes_its_place.pk == action.pk or takes_its_place.plan_id != action.plan_id:
        raise Refused("Choose the other action of the same plan that takes its place.", "takes_its_place")
    elif locked(takes_its_place).state in DROPPED_STATES:
        raise Refused(f"{takes_its_place.reference} is no longer part of the plan. Choose another.", "takes_its_place")
    Action.objects.filter(pk=action.pk).update(replaced_by=takes_its_place)
    return _decide(action, kind, by, reason, on, token, takes_its_place)


@transaction.atomic
def reopen(*, action, by, on, reason, version=None, token=None):
    """Open a closed action again."""
    existing = already(ActionDecision, token)
    if existing:
        return existing
    action = locked_action(action, version)
    require_open_plan(action)
    if action.state not in CLOSED_STATES:
        raise Refused(f"{action.reference} is open already.")
    row = _decide(action, DecisionKind.REOPENED, by, reason, on, token)
    Action.objects.filter(pk=action.pk).update(replaced_by=None)
    return row


@transaction.atomic
def publish(*, plan, by, on, is_published=True, note=""):
    """Publish a plan from a date on, or take it back from the public."""
    plan = locked(plan)
    if plan.is_published == is_published:
        return plan.publications.standing().latest_first().first()
    row = Publication.objects.create(plan=plan, recorded_by=by, effective_on=on, is_published=is_published, note=note)
    plan.is_published = is_published
    plan.save(update_fields=["is_published"])
    return row
