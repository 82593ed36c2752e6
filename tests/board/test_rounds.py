"""The reporting round: who owes a report, reminders, challenges, signatures and the quarterly return."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from apps.board import reading, rounds, services
from apps.board.jobs import send_chase
from apps.board.models import Challenge, Chase, SignOff
from apps.board.quarters import Quarter, quarter_asked
from apps.core.dates import today
from apps.plans import services as plans
from apps.plans.models import StrandRating
from apps.plans.standing import refresh
from tests import factories
from tests.board import meetings
from tests.cast import client_of

ROUND = reverse("board:round")


@pytest.fixture
def coming(db):
    return meetings.a_meeting(7)


@pytest.fixture
def owed(action, coming):
    refresh([action])
    return action


def rated(action, rating):
    plans.record_update(action=action, by=None, on=today(), narrative="So far.", rating=rating, board_ask="Help.")


def test_a_reminder_is_one_email_a_day(
    owed, coming, lead_officer, programme_manager, django_capture_on_commit_callbacks
):
    second = factories.PostFactory(holder=lead_officer, title="Second post")
    other = factories.ActionFactory(strand=owed.strand, reference="PA1.2")
    factories.ActionLeadFactory(action=other, post=second)
    factories.ActionLeadFactory(action=owed, post=second)
    refresh([other])
    client, ticked = client_of(programme_manager), {"posts": [owed.leads.first().pk, second.pk]}
    page = client.post(reverse("board:round-chase"), ticked, follow=True)
    assert "1 reminder will be sent by e-mail: Lead officer." in page.text
    again = client.post(reverse("board:round-chase"), ticked, follow=True)
    assert "Nobody was reminded" in again.text
    chase = Chase.objects.get()
    assert (chase.action_count, chase.sent_at) == (2, None)
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            send_chase(None, chase.pk)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject.split(" to ")[0]) == ([lead_officer.email], "2 actions")
    assert "PA1.1" in sent.body
    assert "PA1.2" in sent.body
    assert "Tick at least one post" in client.post(reverse("board:round-chase"), {}, follow=True).text


def test_an_officer_sees_only_their_own_part(owed, coming, lead_officer, other_officer, board_member):
    text = client_of(lead_officer).get(ROUND).text
    assert "1 action that you lead has no report yet." in text
    assert "Of everybody’s, 1 action of 1 has no report yet." in text
    assert owed.get_absolute_url() in client_of(lead_officer).get(ROUND).text
    assert "You owe no report." in client_of(other_officer).get(ROUND).text
    assert "Who has not reported" not in client_of(board_member).get(ROUND).text


def test_my_actions_and_the_round_each_say_what_they_count(owed, coming, lead_officer, council):
    second = factories.PostFactory(holder=lead_officer, organisation=council)
    factories.ActionLeadFactory(action=owed, post=second)
    client, mine = client_of(lead_officer), reverse("dashboards:my-actions")
    text = client.get(mine).text
    assert "No report this month" in text
    assert (
        "and in no group above. Reports for the next meeting are counted from one meeting to the next instead." in text
    )
    assert "<strong>1 action</strong> that you lead has none yet" in text
    text = client.get(ROUND).text
    assert "1 action that you lead has no report yet." in text
    assert "one that several of your posts lead stands in the row of each" in text
    assert "shows each action once, under the first thing that it needs" in text
    rated(owed, "on_track")
    text = client.get(mine).text
    assert "No report this month" not in text
    assert "that you lead" not in text
    text = client.get(ROUND).text
    assert "You owe no report." in text
    assert "Of everybody’s, every action has a report." in text


def test_a_challenge_is_answered_by_another_with_the_rating_kept(owed, coming, lead_officer, board_member):
    rated(owed, "on_track")
    board = client_of(board_member)
    board.post(reverse("board:challenge-add", args=[owed.pk]), {"words": "Three dates were missed."})
    challenge = Challenge.objects.get()
    assert (challenge.rating, challenge.meeting, challenge.author_title) == ("on_track", coming, "Board member")
    address = reverse("board:challenge-answer", args=[challenge.pk])
    assert board.post(address, {"is_changed": "no", "words": "No."}).status_code == 403
    officer = client_of(lead_officer)
    assert "1 challenge to a rating" in officer.get(reverse("dashboards:my-actions")).text
    assert "Report the new rating first" in officer.post(address, {"is_changed": "yes", "words": "Yes."}).text
    officer.post(address, {"is_changed": "no", "words": "All are back in time."})
    (row,) = reading.challenges_of(coming)
    assert (row.answer.is_changed, row.answer.rating) == (False, "on_track")
    for page in (board.get(ROUND), board.get(owed.get_absolute_url())):
        assert "<strong>The rating stays:</strong> All are back in time." in page.text
    assert "challenge to a rating" not in officer.get(reverse("dashboards:my-actions")).text
    assert "already answered" in officer.post(address, {"is_changed": "no", "words": "Again."}).text


def test_the_round_is_that_of_the_board_though_another_body_meets_first(owed, coming, lead_officer, board_member):
    meetings.a_meeting(2, body="Cabinet")
    challenge = services.challenge_rating(action=owed, by=board_member, on=today(), words="Is it?")
    assert (rounds.next_board(today()), challenge.meeting) == (coming, coming)


def test_a_changed_rating_is_said_to_be_changed(owed, coming, lead_officer, board_member):
    rated(owed, "on_track")
    challenge = services.challenge_rating(action=owed, by=board_member, on=today(), words="Is it?")
    rated(owed, "at_risk")
    with pytest.raises(services.Refused, match="no longer the one that was challenged"):
        services.answer_challenge(challenge=challenge, by=lead_officer, on=today(), is_changed=False, words="No.")
    answer = services.answer_challenge(challenge=challenge, by=lead_officer, on=today(), is_changed=True, words="Yes.")
    assert answer.rating == "at_risk"


def test_scrutiny_and_families_take_no_part_in_rounds(owed, coming, board_member, parent, scrutiny_member):
    services.challenge_rating(action=owed, by=board_member, on=today(), words="Is it?")
    for person in (parent, scrutiny_member):
        client = client_of(person)
        assert client.get(ROUND).status_code == 403
        assert "Challenges to the rating" not in client.get(owed.get_absolute_url()).text


def test_the_accountable_officer_signs_for_what_the_page_showed(
    owed, coming, council, icb, accountable_officer, programme_manager
):
    strand = owed.strand
    strand.accountable_council = factories.PostFactory(title="Director", organisation=icb, holder=accountable_officer)
    strand.accountable_icb = factories.PostFactory(title="Nobody yet", organisation=icb)
    strand.save()
    StrandRating.objects.create(strand=strand, effective_on=today(), rating="at_risk", narrative="So.")
    address = reverse("board:strand-sign", args=[strand.pk])
    assert client_of(programme_manager).get(address).status_code == 403
    client = client_of(accountable_officer)
    unseen = client.post(address, {"seen_rating": "on_track", "seen_rule": ""})
    assert "The rating has changed since this page was opened." in unseen.text
    (row,) = reading.signoffs_of(coming, today())
    assert ([post.title for post in row.missing], row.signed, row.has_changed) == (
        ["Director", "Nobody yet"],
        None,
        False,
    )
    seen = {"seen_rating": "at_risk", "seen_rule": row.picture.rule.rating or ""}
    client.post(address, seen | {"note": "Money is short."})
    (row,) = reading.signoffs_of(coming, today())
    assert ([post.title for post in row.missing], row.signed.rating, row.has_changed) == (
        ["Nobody yet"],
        "at_risk",
        False,
    )
    StrandRating.objects.create(strand=strand, effective_on=today(), rating="off_track", narrative="Worse.")
    text = client_of(programme_manager).get(ROUND).text
    assert ("Changed since it was signed" in text, "Nobody yet has not signed" in text) == (True, True)
    client.post(address, seen | {"seen_rating": "off_track"})
    (row,) = reading.signoffs_of(coming, today())
    assert (row.signed.rating, row.has_changed, SignOff.objects.standing().count()) == ("off_track", False, 1)


def test_without_a_meeting_there_is_no_round(legend, programme_manager):
    assert "No meeting is planned." in client_of(programme_manager).get(ROUND).text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2026-Q3", Quarter(2026, 3)),
        ("2026-Q4", Quarter(2026, 4)),
        ("2027-Q1", Quarter(2026, 3)),
        ("2019-Q4", Quarter(2026, 3)),
        ("nonsense", Quarter(2026, 3)),
        ("9999-Q4", Quarter(2026, 3)),
    ],
)
def test_a_quarter_is_asked_for_by_its_code(asked, expected):
    assert quarter_asked(asked, date(2026, 11, 27), date(2021, 3, 25)) == expected


def test_a_quarter_lasts_three_months():
    assert (Quarter(2026, 4).starts_on, Quarter(2026, 4).ends_on) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (Quarter(2026, 1).before.code, Quarter(2026, 4).after.code) == ("2025-Q4", "2027-Q1")


def test_a_quarterly_return_says_what_changed_and_what_nobody_reported(legend, board_member):
    plan = factories.PlanFactory(starts_on=date(2026, 1, 1))
    said = factories.StrandFactory(plan=plan, reference="Condition 1", kind="condition")
    factories.StrandFactory(plan=plan, reference="Workstream 1", kind="workstream")
    for day, rating in (
        (date(2026, 6, 30), "on_track"),
        (date(2026, 8, 5), "at_risk"),
        (date(2026, 10, 2), "off_track"),
    ):
        StrandRating.objects.create(strand=said, effective_on=day, rating=rating, narrative="Money is short.")
    text = client_of(board_member).get(reverse("board:quarter", args=[plan.pk]), {"quarter": "2026-Q3"}).text
    assert "1 of 2 parts was reported on." in text
    condition, workstream = text.split("<h2 ")[1:3]
    assert "5 August 2026: " in condition
    assert "On track" in condition.split("Before:")[1].split("<br>")[0]
    assert ("2 October 2026" in condition, "Not reported" in workstream) == (False, True)
