"""Evidence of an action, and who may see it."""

import hashlib
from pathlib import Path

from django.db import transaction

from apps.accounts.titles import title_of
from apps.plans.models import Evidence, EvidenceRelease
from apps.plans.services.basis import Refused, already, changed, locked_action, require_past


@transaction.atomic
def add_evidence(*, action, by, on, title, shows, effective_on, link="", file=None, note="", token=None, **fields):
    """Keep a file or a link as evidence; the file's SHA-256 is kept with it."""
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
        author_title=title_of(by),
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
