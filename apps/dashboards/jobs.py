"""Background work of the dashboards: the weekly e-mail."""

import logging
from datetime import date
from functools import partial

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from apps.accounts.models import Membership, Person
from apps.core.access import WEB, working_as
from apps.core.jobs import daily
from apps.core.once import wait_for_token
from apps.dashboards.digest import letter_of, week_of
from apps.dashboards.models import Digest, DigestWeek
from apps.plans.legend import thresholds

log = logging.getLogger(__name__)


@daily("dashboards.digest")
def send_digests(progress, on):
    """Write this week's e-mails, once; a week whose day was missed is made up for on the next day that a worker runs.

    A mail server that cannot be reached stops the job before anything is written, so that the next day tries again.
    Every e-mail is committed as a row and only then sent: it is sent at most once, and whoever dies in between leaves
    a row without ``sent_at``.
    """
    on = date.fromisoformat(on)
    wait_for_token("dashboards.digest")
    if DigestWeek.objects.filter(week_on=week_of(on)).exists():
        return
    letters = letters_of(on)
    if letters:
        with get_connection():
            pass
    week = DigestWeek.objects.create(week_on=week_of(on))
    for letter in letters:
        row = Digest.objects.create(week=week, person=letter.person, matters=letter.count)
        transaction.on_commit(partial(send, row.pk, letter), robust=True)


def letters_of(on):
    """The e-mails of those who have something, want them and have a role on a date; nobody made up is written to."""
    current = Prefetch("memberships", Membership.objects.current(on), to_attr="current")
    people = Person.objects.filter(is_active=True, wants_digest=True, is_demonstration=False)
    people = people.prefetch_related(current).order_by("pk")
    limits = thresholds(on)
    letters = [letter_of(person, person.current, on, limits) for person in people if person.current]
    return [letter for letter in letters if letter.count]


def send(key, letter):
    """Send one e-mail whose row is committed, and note what became of it."""
    text, html = letter.bodies()
    message = EmailMultiAlternatives(letter.subject, text, to=[letter.person.email])
    message.attach_alternative(html, "text/html")
    try:
        message.send()
    except Exception as error:  # noqa: BLE001 - one address that is refused must not keep the others from theirs
        log.warning("A weekly e-mail was not sent: %s", type(error).__name__)
        values = {"error": f"{type(error).__name__}: {error}"[:500]}
    else:
        values = {"sent_at": timezone.now()}
    with working_as(WEB):
        Digest.objects.filter(pk=key).update(**values)
