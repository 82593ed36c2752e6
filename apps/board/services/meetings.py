"""Changes of meetings, agendas, papers, declarations and decisions, and the closing of a meeting's record."""

import hashlib
from pathlib import Path

import pghistory
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from apps.accounts.titles import title_of
from apps.board.models import AgendaItem, Decision, Declaration, MeetingCorrection, Paper, PaperOrigin
from apps.core.changes import Refused, locked
from apps.core.dates import LONDON, long_date
from apps.core.once import refusing, wait_for_token

MEETING_FIELDS = ("body", "held_on", "place", "updates_by", "papers_by", "questions_by", "is_public")
ITEM_FIELDS = ("position", "title", "purpose", "presenter", "presenter_words")
TWICE = Refused("This body already meets on that day", "held_on")


def made_before(model, token):
    """What an earlier sending of the same form has made, or None; waits for one that is still being saved."""
    if not token:
        return None
    wait_for_token(token)
    return model.objects.filter(token=token).first()


def open_meeting(meeting, version=None):
    """The meeting, locked; refuses where its record is closed."""
    meeting = locked(meeting, version)
    if meeting.is_closed:
        raise Refused(
            f"The record of this meeting was closed on {long_date(meeting.closed_at)}. "
            "It can only be corrected, with a reason."
        )
    return meeting


def require_held(meeting, on):
    if meeting.held_on > on:
        raise Refused(f"The meeting is on {long_date(meeting.held_on)}. This can be recorded from that day on.")


@transaction.atomic
def save_meeting(*, meeting, version=0, **fields):
    """Add or change a meeting. Its body and day stay once something was recorded of it as of that day."""
    if meeting.pk:
        meeting = open_meeting(meeting, version)
        moves = any(getattr(meeting, name) != fields[name] for name in ("body", "held_on"))
        if moves and (meeting.decisions.exists() or meeting.logged_actions.exists()):
            raise Refused("Decisions or actions are recorded of this meeting: its body and day stay.", "held_on")
        meeting.version += 1
    for name in MEETING_FIELDS:
        setattr(meeting, name, fields[name])
    with refusing("board_meeting_once_a_day", TWICE):
        meeting.save()
    return meeting


@transaction.atomic
def close_meeting(meeting, by, token):
    """Close the record of a meeting that has been held; sent twice, it is closed once.

    From then on agenda, papers, declarations, decisions and what was asked for stay as they are; what was wrong is
    taken back or put right by later rows.
    """
    meeting = locked(meeting)
    if meeting.is_closed:
        if token and meeting.close_token == token:
            return meeting
        raise Refused(f"The record of this meeting was already closed on {long_date(meeting.closed_at)}.")
    closed_at = timezone.now()
    require_held(meeting, closed_at.astimezone(LONDON).date())
    meeting.closed_at, meeting.closed_by, meeting.close_token = closed_at, by, token
    meeting.version += 1
    meeting.save()
    return meeting


@transaction.atomic
def save_item(*, item, reason, version=None, token=None, **fields):
    """Add or change an item of an agenda."""
    existing = made_before(AgendaItem, token) if not item.pk else None
    if existing:
        return existing
    open_meeting(item.meeting)
    if item.pk:
        item = locked(item, version)
        item.version += 1
    else:
        item.token = token
    for name in ITEM_FIELDS:
        setattr(item, name, fields[name])
    with pghistory.context(reason=reason):
        item.save()
    return item


@transaction.atomic
def delete_item(*, item, version):
    """Take an item off the agenda; refused once a paper, decision or question hangs on it."""
    open_meeting(item.meeting)
    item = locked(item, version)
    try:
        item.delete()
    except ProtectedError as error:
        raise Refused("Papers, decisions or questions belong to this item, so that it stays on the agenda.") from error


@transaction.atomic
def add_paper(*, meeting, by, on, title, file, agenda_item=None, is_public=False, token=None, **fields):
    """Lay a paper before a meeting; the file's SHA-256 is kept with it. ``origin`` says whether the site made it."""
    existing = made_before(Paper, token)
    if existing:
        return existing
    meeting = open_meeting(meeting)
    row = Paper(
        meeting=meeting,
        agenda_item=agenda_item,
        recorded_by=by,
        effective_on=on,
        title=title,
        is_public=is_public,
        token=token,
        author_title=title_of(by),
        **({"origin": PaperOrigin.UPLOADED} | fields),
    )
    row.size, row.sha256, row.file_name = file.size, _sha256(file), file.name
    # What the person calls it is shown; on the disk it has a name that fits every disk.
    file.name = f"{row.sha256}{Path(file.name).suffix.lower()}"
    row.file = file
    row.save()
    return row


def _sha256(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


@transaction.atomic
def declare(*, meeting, by, on, who, words, agenda_item=None, token=None):
    """Record an interest that somebody declared."""
    return _recorded(Declaration, meeting, by, on, token, agenda_item=agenda_item, who=who, words=words)


@transaction.atomic
def decide(*, meeting, by, on, words, agenda_item=None, token=None):
    """Record what the body decided; it is true from the day of the meeting."""
    require_held(meeting, on)
    return _recorded(Decision, meeting, by, meeting.held_on, token, agenda_item=agenda_item, words=words)


def _recorded(model, meeting, by, effective_on, token, **fields):
    existing = made_before(model, token)
    if existing:
        return existing
    meeting = open_meeting(meeting)
    return model.objects.create(
        meeting=meeting, recorded_by=by, effective_on=effective_on, token=token, author_title=title_of(by), **fields
    )


@transaction.atomic
def reword_decision(*, decision, by, on, words, reason, token=None):
    """Take a decision's wording back and put the right one in its place, also after the record was closed."""
    existing = made_before(Decision, token)
    if existing:
        return existing
    take_back(row=decision, by=by, on=on, reason=reason)
    return Decision.objects.create(
        meeting_id=decision.meeting_id,
        agenda_item_id=decision.agenda_item_id,
        recorded_by=by,
        effective_on=decision.effective_on,
        words=words,
        corrects=decision,
        token=token,
        author_title=title_of(by),
    )


@transaction.atomic
def take_back(*, row, by, on, reason):
    """Take back something that was recorded of a meeting; it stays in the record, marked, and no longer counts."""
    locked(row.meeting)
    if not reason.strip():
        raise Refused("Say why it is taken back.", "reason")
    if type(row).objects.filter(voids=row).exists():
        raise Refused("This was already taken back.")
    kept = {"asker": row.asker} if hasattr(row, "asker") else {"author_title": title_of(by)}
    return type(row).objects.create(
        meeting_id=row.meeting_id, recorded_by=by, effective_on=on, voids=row, void_reason=reason, **kept
    )


@transaction.atomic
def correct_record(*, meeting, by, on, words, token=None):
    """Say what the record of a closed meeting should say; the record itself stays."""
    existing = made_before(MeetingCorrection, token)
    if existing:
        return existing
    meeting = locked(meeting)
    if not meeting.is_closed:
        raise Refused("The record of this meeting is still open: change it instead.")
    return MeetingCorrection.objects.create(
        meeting=meeting, recorded_by=by, effective_on=on, words=words, token=token, author_title=title_of(by)
    )
