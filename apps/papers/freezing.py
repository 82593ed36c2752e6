"""Draft packs, which are not kept, and the frozen pack of a meeting, which is."""

import hashlib

from django.db import transaction
from django.utils import timezone

from apps.accounts.titles import title_of
from apps.board.models import Meeting
from apps.board.services import close_meeting
from apps.core.changes import Refused
from apps.core.dates import LONDON
from apps.papers.models import Pack
from apps.papers.pack.gather import gather
from apps.papers.pack.pdf import board_pack
from apps.plans.models import Action

# The largest plan of which a pack is made while somebody waits; real plans have some hundred actions.
MOST_ACTIONS = 1500
TOO_LARGE = (
    "This plan has {count} actions; papers are made of up to {most}. Use the spreadsheet of all actions instead, or "
    "choose another plan."
)


def draft(*, plan, on, meeting=None):
    """The bytes of a pack as things stand; nothing is kept."""
    return _made(plan, on, meeting, is_draft=True)


@transaction.atomic
def freeze(*, meeting, plan, by, token=None):
    """Close the meeting, unless it is, and keep the pack of its last day; sent twice, it is kept once.

    Whoever comes second waits for the meeting and gets the pack that is there.
    """
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    kept = Pack.objects.defer("content").filter(meeting=meeting).first()
    if kept:
        return kept
    if not meeting.is_closed:
        meeting = close_meeting(meeting, by, token)
    on = meeting.closed_at.astimezone(LONDON).date()
    content = _made(plan, on, meeting, is_draft=False)
    return Pack.objects.create(
        meeting=meeting,
        plan=plan,
        as_at=on,
        made_by=by,
        made_by_title=title_of(by),
        content=content,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def require_moderate(plan):
    """Refused where a paper of the plan would take longer than somebody waits."""
    count = Action.objects.filter(plan=plan).count()
    if count > MOST_ACTIONS:
        raise Refused(TOO_LARGE.format(count=f"{count:,}", most=f"{MOST_ACTIONS:,}"))


def _made(plan, on, meeting, is_draft):
    require_moderate(plan)
    made_at = timezone.now()
    return board_pack(gather(plan, on, made_at, meeting, is_draft), made_at)
