"""Background work of the Board: reminders by e-mail."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from apps.board.models import Chase
from apps.board.rounds import reported_round
from apps.core.access import WEB, working_as
from apps.core.dates import long_date
from apps.core.jobs import job
from apps.core.words import plural

REFERENCES = 10


@job("board.send_chase")
def send_chase(progress, chase):
    """Send the one e-mail of a reminder: it is marked as sent before it goes out, so that it never goes out twice."""
    row = Chase.objects.select_for_update(of=("self",), no_key=True).select_related("holder", "meeting").get(pk=chase)
    if row.sent_at or not row.holder.is_active:
        return
    subject, text = message_of(row)
    Chase.objects.filter(pk=row.pk).update(sent_at=timezone.now())
    transaction.on_commit(lambda: _send(row, subject, text))


def _send(row, subject, text):
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [row.holder.email])
    except Exception:
        with working_as(WEB):
            Chase.objects.filter(pk=row.pk).update(sent_at=None)
        raise


def message_of(row):
    """Subject and text of a reminder, as its holder's actions stand on the day of it."""
    meeting = row.meeting
    owed = [group for group in reported_round(meeting, row.chased_on).owed if group.holder == row.holder]
    references = [standing.action.reference for group in owed for standing in group.actions][:REFERENCES]
    what = plural(row.action_count, "action")
    lines = [
        f"The {meeting.body} meets on {long_date(meeting.held_on)} and reads updates made by "
        f"{long_date(meeting.updates_by)}.",
        "",
        f"Of what you lead, {what} {'has' if row.action_count == 1 else 'have'} no report since the meeting before: "
        f"{', '.join(references)}{' and more' if row.action_count > len(references) else ''}.",
        "",
        "Please sign in to SEND Tracker and open “My actions”.",
    ]
    return f"{what} to report on before {long_date(meeting.held_on)}", "\n".join(lines)
