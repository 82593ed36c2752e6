"""The weekly e-mail: who gets it, what it says, and that it is sent once."""

from datetime import date, timedelta

import pytest
from django.core import mail

from apps.dashboards.digest import week_of
from apps.dashboards.jobs import send_digests
from apps.dashboards.models import Digest
from apps.plans import services
from tests import factories
from tests.cast import client_of

MONDAY = date(2026, 11, 23)


@pytest.fixture
def mailed(django_capture_on_commit_callbacks, settings):
    """Runs the job of a day; the e-mails that were sent in it, by address."""

    def run(on):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            send_digests(None, on.isoformat())
        return {message.to[0]: message for message in mail.outbox}

    return run


@pytest.fixture
def late(action, lead_officer):
    """An action of the lead officer's that was due on 1 November, <b>bold</b> in its title."""
    late = factories.ActionFactory(
        strand=action.strand, reference="PA1.2", title="Train <b>staff</b>", original_due_on=date(2026, 11, 1)
    )
    factories.ActionLeadFactory(action=late, post=action.leads.get())
    return late


def test_the_week_begins_on_the_day_that_is_set(settings):
    assert [week_of(MONDAY + timedelta(days=n)) for n in (-1, 0, 6)] == [date(2026, 11, 16), MONDAY, MONDAY]
    settings.DIGEST_WEEKDAY = 3
    assert week_of(MONDAY) == date(2026, 11, 19)


def test_what_it_says_in_text_and_html(late, action, mailed, settings):
    settings.SITE_ADDRESS = "https://send.example/"
    message = mailed(MONDAY)["lead.officer@example.org"]
    assert message.subject == "SEND Tracker: 2 things this week"
    assert message.body == (
        "This is what needs you in SEND Tracker this week.\n\n"
        "Overdue (1)\n\n"
        "* PA1.2 Train <b>staff</b>\n"
        "  It was due on 1 November 2026, 22 days ago.\n"
        f"  https://send.example{late.get_absolute_url()}\n\n"
        "No report for more than 35 days (1)\n\n"
        f"* PA1.1 {action.title}\n"
        "  Nobody has reported on it for 83 days.\n"
        f"  https://send.example{action.get_absolute_url()}\n\n"
        "All of it: https://send.example/\n"
        "Do you not want this e-mail? Switch it off on your account page: https://send.example/people/me/\n"
    )
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    assert f'<a href="https://send.example{late.get_absolute_url()}">PA1.2 Train &lt;b&gt;staff&lt;/b&gt;</a>' in html


def test_once_a_week_and_a_missed_day_is_made_up_for(late, mailed):
    assert list(mailed(MONDAY + timedelta(days=1))) == ["lead.officer@example.org"]
    assert mailed(MONDAY + timedelta(days=2)) == {}
    assert list(mailed(MONDAY + timedelta(days=7))) == ["lead.officer@example.org"]
    assert Digest.objects.filter(sent_at__isnull=False).count() == 2


def said_done(action, by):
    services.add_evidence(
        action=action, by=by, on=MONDAY, title="Link", shows="done", effective_on=MONDAY, link="https://x.example/"
    )
    services.say_done(action=action, by=by, on=MONDAY, reason="Done.")


def test_what_waits_for_acceptance_and_approval(late, lead_officer, accountable_officer, programme_manager, mailed):
    said_done(late, lead_officer)
    asked = factories.ActionFactory(strand=late.strand, reference="PA1.3", original_due_on=date(2027, 2, 1))
    services.ask_extension(action=asked, by=lead_officer, on=MONDAY, to_due_on=date(2027, 3, 1), reason="Late.")
    body = mailed(MONDAY)["programme.manager@example.org"].body
    assert "Waiting for you to accept (1)\n\n* PA1.2 Train <b>staff</b>\n  It was said to be done on 23 Nov" in body
    assert "New dates waiting for you (1)\n\n* PA1.3" in body
    assert "1 March 2027 was asked for on 23 November 2026." in body


def test_nobody_accepts_or_approves_their_own(late, programme_manager, mailed):
    said_done(late, programme_manager)
    other = factories.ActionFactory(strand=late.strand, reference="PA1.3")
    services.ask_extension(action=other, by=programme_manager, on=MONDAY, to_due_on=date(2028, 3, 1), reason="Late.")
    assert "programme.manager@example.org" not in mailed(MONDAY)


@pytest.mark.parametrize("why", ["off", "inactive", "no role", "demonstration"])
def test_who_gets_none(why, late, lead_officer, mailed):
    if why == "no role":
        lead_officer.memberships.update(ends_on=date(2026, 11, 1))
    lead_officer.wants_digest = why != "off"
    lead_officer.is_active = why != "inactive"
    lead_officer.is_demonstration = why == "demonstration"
    lead_officer.save()
    assert mailed(MONDAY) == {}


def test_a_server_that_cannot_be_reached_leaves_the_week_for_the_next_day(late, mailed, settings):
    printed = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(ConnectionRefusedError):
        mailed(MONDAY)
    settings.EMAIL_BACKEND = printed
    assert list(mailed(MONDAY + timedelta(days=1))) == ["lead.officer@example.org"]


def test_what_is_lost_on_its_way_is_noted_and_not_sent_again(late, mailed, settings, lead_officer):
    lead_officer.email = "two\nlines@example.org"
    lead_officer.save()
    assert mailed(MONDAY) == {}
    row = Digest.objects.get()
    assert (row.sent_at, row.error.split(":")[0]) == (None, "BadHeaderError")
    assert mailed(MONDAY + timedelta(days=1)) == {}


def test_switching_it_off_and_on(lead_officer):
    client = client_of(lead_officer)
    for wants, word in (("no", "off"), ("no", "off"), ("yes", "on")):
        page = client.post("/people/me/weekly-e-mail/", {"wants": wants}, follow=True)
        lead_officer.refresh_from_db()
        assert lead_officer.wants_digest == (wants == "yes")
        assert f"The weekly e-mail is {word}." in page.content.decode()
