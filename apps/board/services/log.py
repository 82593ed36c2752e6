"""Changes of an action log."""

from django.db import transaction

from apps.accounts.titles import title_of
from apps.board.models import LoggedAction, LogNote
from apps.board.services.meetings import made_before, open_meeting, require_held
from apps.core.changes import Refused, locked
from apps.core.dates import long_date


@transaction.atomic
def log_action(*, meeting, by, on, words, owner, due_on, agenda_item=None, token=None):
    """Record what a meeting asked for, of which post and by when."""
    existing = made_before(LoggedAction, token)
    if existing:
        return existing
    require_held(meeting, on)
    meeting = open_meeting(meeting)
    if due_on < meeting.held_on:
        raise Refused(f"It cannot be due before the meeting that asks for it ({long_date(meeting.held_on)}).", "due_on")
    return LoggedAction.objects.create(
        meeting=meeting,
        agenda_item=agenda_item,
        recorded_by=by,
        effective_on=meeting.held_on,
        words=words,
        owner=owner,
        due_on=due_on,
        token=token,
        author_title=title_of(by),
    )


@transaction.atomic
def note_progress(*, logged_action, by, on, words, effective_on=None, due_on=None, is_done=False, token=None):
    """Say how a logged action goes on: what happened, a later date, or that it is done."""
    existing = made_before(LogNote, token)
    if existing:
        return existing
    locked(logged_action.meeting)
    effective_on = effective_on or on
    if effective_on > on:
        raise Refused("The date of what happened cannot be in the future.", "effective_on")
    if effective_on < logged_action.effective_on:
        raise Refused(
            f"It was asked for on {long_date(logged_action.effective_on)}: choose a later date.", "effective_on"
        )
    if LoggedAction.objects.filter(voids=logged_action).exists():
        raise Refused("This was taken back. Nothing more is reported on it.")
    notes = LogNote.objects.standing().filter(logged_action=logged_action)
    newest = notes.order_by("effective_on", "recorded_at", "pk").last()
    if newest and newest.is_done:
        raise Refused(f"This was done on {long_date(newest.effective_on)}. Nothing more is reported on it.")
    if newest and effective_on < newest.effective_on:
        raise Refused(
            f"The last note is of {long_date(newest.effective_on)}: choose that day or a later one.", "effective_on"
        )
    if is_done and due_on:
        raise Refused("What is done needs no later date: leave one of them empty.", "due_on")
    agreed = next((d for d in notes.order_by("-effective_on", "-pk").values_list("due_on", flat=True) if d), None)
    if due_on and due_on <= (agreed or logged_action.due_on):
        raise Refused("The new date must be later than the date now agreed.", "due_on")
    return LogNote.objects.create(
        logged_action=logged_action,
        recorded_by=by,
        effective_on=effective_on,
        words=words,
        due_on=due_on,
        is_done=is_done,
        token=token,
        author_title=title_of(by),
    )
