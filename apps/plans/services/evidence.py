"""Evidence of an action, and who may see it."""

import hashlib
from pathlib import Path

from django.db import transaction

from apps.accounts.titles import title_of
from apps.plans.models import Evidence, EvidenceErasure, EvidenceRelease
from apps.plans.services.basis import Refused, already, changed, locked_action, require_past


@transaction.atomic
def add_evidence(*, action, by, on, title, shows, effective_on, link="", file=None, note="", token=None, **fields):
    """Keep a file or a link as evidence; the file's SHA-256 is kept with it.

    ``report`` may name the report that it goes with.
    """
    existing = already(Evidence, token)
    if existing:
        return existing
    action = locked_action(action)
    require_past(on, effective_on)
    if bool(link) == bool(file):
        raise Refused("Give a file or a link, not both.", "file")
    row = Evidence(
        action=action,
        recorded_by=by,
        effective_on=effective_on,
        title=title,
        shows=shows,
        link=link,
        note=note,
        token=token,
        author_title=title_of(by, action),
        **fields,
    )
    if file:
        row.size = file.size
        row.sha256 = _sha256(file)
        # What the person calls it is shown; on the disk it has a name that fits every disk.
        row.file_name, file.name = file.name, f"{row.sha256}{Path(file.name).suffix.lower()}"
        row.file = file
    row.save()
    changed(action)
    return row


def _sha256(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


@transaction.atomic
def release_evidence(*, evidence, by, on):
    """Open evidence to the Board and to families; a second time changes nothing."""
    locked_action(evidence.action)
    existing = evidence.releases.standing().first()
    return existing or EvidenceRelease.objects.create(evidence=evidence, recorded_by=by, effective_on=on)


@transaction.atomic
def close_evidence(*, evidence, by, on, reason):
    """Take the release of evidence back; where it is closed already, nothing changes."""
    locked_action(evidence.action)
    for row in evidence.releases.standing():
        EvidenceRelease.objects.create(
            evidence=evidence, recorded_by=by, effective_on=on, voids=row, void_reason=reason
        )


@transaction.atomic
def withdraw_evidence(*, evidence, by, on, reason):
    """Take evidence back: it stays in the record, marked, is no longer handed out and no longer counts."""
    action = locked_action(evidence.action)
    if not reason.strip():
        raise Refused("Say why the evidence is taken back.", "reason")
    if Evidence.objects.filter(voids=evidence).exists():
        raise Refused("This evidence was already taken back.")
    row = void_evidence(evidence, by, on, reason, title_of(by, action))
    changed(action)
    return row


def void_evidence(evidence, by, on, reason, author_title):
    """The row that takes evidence back; whoever calls holds the action."""
    return Evidence.objects.create(
        action_id=evidence.action_id,
        recorded_by=by,
        effective_on=on,
        title=evidence.title,
        shows=evidence.shows,
        author_title=author_title,
        voids=evidence,
        void_reason=reason,
    )


@transaction.atomic
def erase_evidence(*, evidence, by, on, reason):
    """Erase the bytes of a file for good, once this is saved, and take the evidence back; a mark stays.

    Asked for again, it erases what a failing disk may have kept the first time, and marks nothing anew.
    """
    action = locked_action(evidence.action)
    if not evidence.file:
        raise Refused("Only a file can be erased; a link is taken back.")
    if not reason.strip():
        raise Refused("Say why the file is erased.", "reason")
    author_title = title_of(by, action)
    if not Evidence.objects.filter(voids=evidence).exists():
        void_evidence(evidence, by, on, reason, author_title)
    mark = EvidenceErasure.objects.filter(evidence=evidence).first() or EvidenceErasure.objects.create(
        evidence=evidence,
        recorded_by=by,
        effective_on=on,
        sha256=evidence.sha256,
        reason=reason,
        author_title=author_title,
    )
    changed(action)
    # The name is that of the row's own file: no other row has its bytes there.
    storage, name = evidence.file.storage, evidence.file.name
    transaction.on_commit(lambda: storage.delete(name))
    return mark
