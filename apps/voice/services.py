"""All that changes what families say: each function is one transaction and locks what it changes.

``by`` is the person who does it, ``on`` the day on which it is done, ``version`` that of the row that the person was
looking at; where it has moved on, ``Stale`` is raised and nothing is saved. A ``token`` that was used before returns
the row made then. Who may do it was asked before (``permissions``).
"""

import re

from django.db import connection, transaction
from django.db.models import F

from apps.accounts.titles import title_of
from apps.core.changes import Refused, Stale, locked
from apps.core.once import refusing, wait_for_token
from apps.plans import services as plans
from apps.voice.models import (
    Answer,
    DraftEntry,
    DraftIssue,
    Issue,
    ProposalAnswer,
    Redaction,
    Round,
    State,
    VoiceRating,
    WordingProposal,
)

RELEASED = "This was released meanwhile. Nobody changes it any more: say more another time."
LONGEST_DETAIL = 100


def _already(model, token):
    """What an earlier sending of the same form has made, or None; waits for one that is still being saved."""
    if not token:
        return None
    wait_for_token(token)
    return model.objects.filter(token=token).first()


def locked_draft(draft, version=None):
    """The draft, locked; Refused once it was released."""
    draft = Round.objects.select_for_update(of=("self",), no_key=True).select_related("speaker").get(pk=draft.pk)
    if not draft.is_draft:
        raise Refused(RELEASED)
    if version is not None and draft.version != version:
        raise Stale(draft)
    return draft


def _moved_on(draft):
    """What a draft holds has changed, so that nobody releases what they have not seen."""
    Round.objects.filter(pk=draft.pk).update(version=F("version") + 1)


def _require_heard(heard_from, heard_to, on):
    if heard_to > on:
        raise Refused("The last day of listening cannot be in the future.", "heard_to")
    if heard_from > heard_to:
        raise Refused("The last day of listening cannot be before the first.", "heard_to")


@transaction.atomic
def begin_round(*, speaker, by, on, heard_from, heard_to, how, how_many, brought_by="", token=None):
    """A draft, which only those whose voice it is see; a voice that does not sign in says who brought it."""
    existing = _already(Round, token)
    if existing:
        return existing
    _require_heard(heard_from, heard_to, on)
    is_on_behalf = speaker.organisation_id is None
    if is_on_behalf and not brought_by.strip():
        raise Refused("Say who brought what was said.", "brought_by")
    return Round.objects.create(
        speaker=speaker,
        heard_from=heard_from,
        heard_to=heard_to,
        how=how,
        how_many=how_many,
        brought_by=brought_by if is_on_behalf else "",
        is_on_behalf=is_on_behalf,
        written_by=by,
        token=token,
    )


@transaction.atomic
def change_round(*, draft, on, version, heard_from, heard_to, how, how_many, brought_by=""):
    draft = locked_draft(draft, version)
    _require_heard(heard_from, heard_to, on)
    draft.heard_from, draft.heard_to, draft.how, draft.how_many = heard_from, heard_to, how, how_many
    draft.brought_by = brought_by if draft.is_on_behalf else ""
    draft.version += 1
    draft.save()
    return draft


@transaction.atomic
def drop_round(*, draft, version):
    """Throw a draft away with all that it holds; what was released stays for ever."""
    locked_draft(draft, version).delete()


@transaction.atomic
def say(*, draft, finding, version, rating, comment=""):
    """What the draft says of a finding; without a rating it says nothing. ``version`` is 0 where nothing was said."""
    draft = locked_draft(draft)
    entry = draft.draft_entries.filter(finding=finding).first()
    if version != (entry.version if entry else 0):
        raise Stale(entry or DraftEntry(round=draft, finding=finding, version=0))
    if entry and not rating:
        entry.delete()
    elif rating:
        entry = entry or DraftEntry(round=draft, finding=finding, version=0)
        entry.rating, entry.comment, entry.version = rating, comment, entry.version + 1
        entry.save()
    _moved_on(draft)


@transaction.atomic
def raise_issue(*, draft, words, how_many=None, finding=None, token=None):
    """Add an issue to a draft."""
    draft = locked_draft(draft)
    existing = _already(DraftIssue, token)
    if existing:
        return existing
    issue = DraftIssue.objects.create(round=draft, words=words, how_many=how_many, finding=finding, token=token)
    _moved_on(draft)
    return issue


@transaction.atomic
def change_issue(*, issue, version, words, how_many=None, finding=None, is_dropped=False):
    """Change an issue of a draft, or take it out."""
    draft = locked_draft(issue.round)
    issue = locked(issue, version)
    if is_dropped:
        issue.delete()
    else:
        issue.words, issue.how_many, issue.finding, issue.version = words, how_many, finding, issue.version + 1
        issue.save()
    _moved_on(draft)


@transaction.atomic
def release(*, draft, by, version):
    """What the draft holds becomes dated rows that nobody changes any more; a second time changes nothing."""
    row = Round.objects.select_for_update(no_key=True).get(pk=draft.pk)
    if not row.is_draft:
        return row
    if row.version != version:
        raise Stale(row)
    entries, issues = list(row.draft_entries.all()), list(row.draft_issues.all())
    if not entries and not issues:
        raise Refused("This draft says nothing yet. Write what was said of a finding, or an issue, first.")
    dated = {"round": row, "effective_on": row.heard_to, "recorded_by": by}
    VoiceRating.objects.bulk_create(
        VoiceRating(finding_id=e.finding_id, rating=e.rating, comment=e.comment, **dated) for e in entries
    )
    Issue.objects.bulk_create(
        Issue(finding_id=i.finding_id, words=i.words, how_many=i.how_many, **dated) for i in issues
    )
    row.draft_entries.all().delete()
    row.draft_issues.all().delete()
    row.state, row.released_by, row.version = State.RELEASED, by, row.version + 1
    row.save()
    row.refresh_from_db()
    return row


@transaction.atomic
def answer(*, issue, by, on, text, actions=(), token=None):
    """What an officer answers to an issue; earlier answers stay and the newest counts."""
    existing = _already(Answer, token)
    if existing:
        return existing
    row = Answer.objects.create(
        issue=issue, recorded_by=by, effective_on=on, text=text, author_title=title_of(by), token=token
    )
    row.actions.set(actions)
    return row


@transaction.atomic
def propose(*, action, by, on, wording, token=None):
    """Words that a representative proposes for what is said to families of an action."""
    existing = _already(WordingProposal, token)
    if existing:
        return existing
    if action.plan.closed_on:
        raise Refused("This plan is closed: nothing more is written in it.")
    return WordingProposal.objects.create(
        action=action,
        organisation=by.acting.organisation,
        recorded_by=by,
        effective_on=on,
        wording=wording,
        token=token,
    )


@transaction.atomic
def take_wording(*, proposal, by, on):
    """Take the proposed words: they stand for families from now on, in a report that leaves all else as it was."""
    _require_unanswered(proposal)
    narrative = f"Words for families as proposed by {proposal.organisation}."
    report = plans.record_note(
        action=proposal.action, by=by, on=on, narrative=narrative, families_text=proposal.wording
    )
    return _answered(proposal, by, on, is_accepted=True, report=report)


@transaction.atomic
def decline_wording(*, proposal, by, on, reason):
    _require_unanswered(proposal)
    if not reason.strip():
        raise Refused("Say why the words are not taken.", "reason")
    return _answered(proposal, by, on, is_accepted=False, reason=reason)


TWICE = Refused("Somebody has answered this proposal already.")


def _require_unanswered(proposal):
    """Waits for somebody who is answering it at this moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('voice_proposal', %s))", [proposal.pk])
    if ProposalAnswer.objects.filter(proposal=proposal).exists():
        raise TWICE


def _answered(proposal, by, on, **fields):
    with refusing("voice_proposalanswer_proposal_id_key", TWICE):
        return ProposalAnswer.objects.create(
            proposal=proposal, recorded_by=by, effective_on=on, author_title=title_of(by, proposal.action), **fields
        )


@transaction.atomic
def take_out(*, place, row, text, by, on, kind, detail):
    """Take a personal detail out of a released text for good, wherever it stands in it; a mark stays.

    Refused where the text does not have it, or where it is too long for a detail: whole sentences are no detail.
    """
    detail = detail.strip()
    if not 2 <= len(detail) <= LONGEST_DETAIL:
        raise Refused(
            f"A detail has 2 to {LONGEST_DETAIL} characters. Give only the words that point at one child.", "detail"
        )
    found = {match[0] for match in re.finditer(re.escape(detail), text, re.IGNORECASE)}
    if not found:
        raise Refused(f"“{detail}” does not stand in this text. Copy it from there.", "detail")
    redaction = Redaction.objects.create(
        place=place,
        row=row.pk,
        kind=kind,
        recorded_by=by,
        effective_on=on,
        author_title=f"{by.acting.get_role_display()}, {by.acting.organisation}",
    )
    with connection.cursor() as cursor:
        cursor.execute("CALL public.voice_take_out(%s, %s)", [redaction.pk, sorted(found)])
    return redaction
