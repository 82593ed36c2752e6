"""New dates: extensions, which one asks for and another decides, and milestones."""

from datetime import timedelta

import pghistory
from django.db import connection, transaction

from apps.accounts.titles import title_of
from apps.core.once import refusing
from apps.plans.codes import CLOSED_STATES
from apps.plans.models import Extension, ExtensionDecision, Milestone, MilestoneChange
from apps.plans.services.basis import (
    Refused,
    already,
    changed,
    locked_action,
    require_open_plan,
    require_reporting,
)

# Five years, leap day or not.
MOVED_AHEAD_DAYS = 5 * 365 + 1


@transaction.atomic
def ask_extension(*, action, by, on, to_due_on, reason, version=None, token=None):
    """Ask for a later date; it changes nothing until somebody else approves it."""
    existing = already(Extension, token)
    if existing:
        return existing
    action = locked_action(action, version)
    require_reporting(action, on, on)
    if action.due_on is None:
        raise Refused("This action has no date that could be moved. Ask the programme manager to agree one.")
    if to_due_on <= action.due_on:
        raise Refused(f"The new date must be later than {action.due_on:%-d %B %Y}, the date now agreed.", "to_due_on")
    if to_due_on > _latest_date(on):
        raise Refused(
            f"Choose a date up to {_latest_date(on):%-d %B %Y}: no later than five years from now.", "to_due_on"
        )
    if open_extension(action):
        raise Refused("A new date was already asked for and waits for a decision.")
    row = Extension.objects.create(
        action=action,
        recorded_by=by,
        effective_on=on,
        from_due_on=action.due_on,
        to_due_on=to_due_on,
        reason=reason,
        author_title=title_of(by, action),
        token=token,
    )
    changed(action)
    return row


def _latest_date(on):
    """The last day to which a date may be moved; what is promised for later is no promise."""
    return on + timedelta(days=MOVED_AHEAD_DAYS)


def open_extension(action):
    """The request for a new date that waits for a decision, or None."""
    return Extension.objects.undecided().filter(action=action).first()


@transaction.atomic
def decide_extension(*, extension, by, on, is_approved, reason=""):
    """Approve or refuse a new date; the person who asked cannot decide."""
    action = locked_action(extension.action)
    require_open_plan(action)
    if action.state in CLOSED_STATES:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}: it needs no new date.")
    _require_undecided(extension)
    if by is not None and extension.recorded_by_id == by.pk:
        raise Refused("Somebody other than the person who asked must decide.")
    if not is_approved and not reason.strip():
        raise Refused("Say why the new date is refused.", "reason")
    row = ExtensionDecision.objects.create(
        extension=extension,
        recorded_by=by,
        effective_on=on,
        is_approved=is_approved,
        reason=reason,
        author_title=title_of(by, action),
    )
    changed(action)
    return row


@transaction.atomic
def withdraw_extension_decision(*, decision, by, on, reason):
    """Take a decision on a new date back; the request waits again, and the decision stays in the record, marked."""
    action = locked_action(decision.extension.action)
    require_open_plan(action)
    if open_extension(action):
        raise Refused("Another new date was asked for meanwhile. Decide on that one first.")
    row = ExtensionDecision.objects.create(
        extension=decision.extension,
        recorded_by=by,
        effective_on=on,
        is_approved=decision.is_approved,
        reason=decision.reason or reason,
        author_title=title_of(by, action),
        voids=decision,
        void_reason=reason,
    )
    changed(action)
    return row


@transaction.atomic
def withdraw_extension(*, extension, by, on, reason):
    """Whoever asked for a new date takes the request back before it is decided; it stays in the record, marked."""
    action = locked_action(extension.action)
    require_open_plan(action)
    _require_undecided(extension)
    if extension.recorded_by_id != by.pk:
        raise Refused("Only the person who asked takes the request back. You can refuse the new date.")
    row = Extension.objects.create(
        action=action,
        recorded_by=by,
        effective_on=on,
        from_due_on=extension.from_due_on,
        to_due_on=extension.to_due_on,
        reason=extension.reason,
        author_title=title_of(by, action),
        voids=extension,
        void_reason=reason,
    )
    changed(action)
    return row


def _require_undecided(extension):
    if Extension.objects.filter(voids=extension).exists():
        raise Refused("The request was taken back by the person who asked.")
    existing = ExtensionDecision.objects.standing().filter(extension=extension).first()
    if existing:
        raise Refused(f"This was already {'approved' if existing.is_approved else 'refused'}.")


@transaction.atomic
def set_milestones(*, action, by, on, milestones, reason, version=None):
    """Bring the milestones of an action in line with ``[(Milestone or None, title, due_on)]``; others are dropped.

    A new date, and that one is no longer needed, hold from ``on`` and carry the reason; earlier days stay as they were.
    """
    action = locked_action(action, version)
    dropped = {row.title: row for row in action.milestones.filter(is_dropped=True)}
    kept = []
    twice = Refused("Nothing was saved: two milestones would have the same words. Change one of them first.")
    with refusing("plans_milestone_title_once", twice), pghistory.context(reason=reason):
        for position, (milestone, title, due_on) in enumerate(milestones, 1):
            if milestone and milestone.title != title and title in dropped:
                raise Refused(f"“{title}” was a milestone before and was dropped. Enter it again, or use other words.")
            row = milestone or dropped.get(title)
            row = row or Milestone(action=action, added_on=on, original_due_on=due_on, due_on=due_on)
            is_changed = bool(row.pk) and (row.is_dropped or row.due_on != due_on)
            row.title, row.due_on, row.position, row.is_dropped = title, due_on, position, False
            row.save()
            kept.append(row.pk)
            if is_changed:
                _change_milestone(row, by, on, reason)
        # Two milestones may swap their words, which is why the constraint waits; here it must hold.
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS plans_milestone_title_once IMMEDIATE")
        for row in action.milestones.filter(is_dropped=False).exclude(pk__in=kept):
            row.is_dropped = True
            row.save()
            _change_milestone(row, by, on, reason)
        return changed(action)


def _change_milestone(row, by, on, reason):
    MilestoneChange.objects.create(
        milestone=row, recorded_by=by, effective_on=on, due_on=row.due_on, is_dropped=row.is_dropped, reason=reason
    )
