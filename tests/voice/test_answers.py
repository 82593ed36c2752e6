"""You said, we did; words that are proposed; personal details that are taken out."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction
from django.urls import reverse

from apps.accounts.models import Role
from apps.core.dates import today
from apps.plans import services as plans
from apps.voice import services
from apps.voice.models import Answer, Issue, Place, ProposalAnswer, Redaction, VoiceRating, WordingProposal
from apps.voice.services import Refused
from tests import factories
from tests.cast import client_of, make_person
from tests.voice.makers import a_forum, a_round, a_speaker, an_issue
from tests.voice.test_rounds import everywhere, send

MARK = "[personal detail removed]"


@pytest.fixture
def issue(parent):
    return an_issue(a_speaker(organisation=parent.acting.organisation), by=parent)


def listed(person, **asked):
    return client_of(person).get(reverse("voice:issue-list"), asked).text


def test_an_officer_answers_with_promises_whose_state_families_read(issue, action, lead_officer, parent):
    plans.record_update(
        action=action, by=None, on=today(), narrative="N.", families_text="We ring back in a day.", rating="on_track"
    )
    page = send(client_of(lead_officer), "answer-add", issue.pk, text="We set up a line.", actions=[action.pk])
    assert page.url == issue.get_absolute_url()
    assert Answer.objects.get().author_title == "Project lead"
    text = listed(parent)
    for words in ("“Nobody rang us back.”", "We set up a line.", action.title, "On track", "We ring back in a day."):
        assert words in text
    assert "Nobody has answered yet." not in text


def test_answers_are_added_and_the_newest_counts(issue, lead_officer):
    for text in ("First answer.", "Second answer."):
        send(client_of(lead_officer), "answer-add", issue.pk, text=text)
    text = listed(lead_officer)
    assert text.index("Second answer.") < text.index("What was answered before") < text.index("First answer.")


def test_what_waits_for_an_answer_is_listed_apart(issue, lead_officer):
    other = an_issue(issue.round.speaker, "Letters are late.")
    services.answer(issue=other, by=lead_officer, on=today(), text="They are not any more.")
    text = listed(lead_officer, show="waiting")
    assert "Nobody rang us back." in text
    assert "Letters are late." not in text


def test_a_promise_of_a_draft_plan_is_never_named(issue, action, lead_officer, parent):
    hidden = factories.ActionFactory(strand__plan__is_published=False, title="A secret promise")
    page = send(client_of(lead_officer), "answer-add", issue.pk, text="Yes.", actions=[hidden.pk])
    assert "Choose promises of the list" in page.text
    services.answer(issue=issue, by=lead_officer, on=today(), text="Yes.", actions=[hidden])
    assert "A secret promise" not in listed(parent)


def test_real_issues_are_not_answered_with_made_up_promises(issue, action, lead_officer):
    made_up = factories.ActionFactory(strand__plan__is_demonstration=True)
    page = send(client_of(lead_officer), "answer-add", issue.pk, text="Yes.", actions=[made_up.pk])
    assert "Choose promises of the list" in page.text
    lead_officer.is_demonstration = True
    lead_officer.save()
    assert send(client_of(lead_officer), "answer-add", issue.pk, text="Yes.").status_code == 403


def test_only_officers_answer(issue, parent, board_member, adviser, scrutiny_member):
    for person in (parent, board_member, adviser, scrutiny_member):
        assert send(client_of(person), "answer-add", issue.pk, text="Yes.").status_code == 403
    assert Answer.objects.count() == 0


def test_issues_are_shown_as_at_a_date(issue, lead_officer):
    assert "Nobody rang us back." in listed(lead_officer, as_at="2026-10-31")
    before = listed(lead_officer, as_at="2026-10-30")
    assert "Families have raised no issue here yet." in before
    services.answer(issue=issue, by=lead_officer, on=today(), text="We ring back.")
    yesterday = (today() - timedelta(1)).isoformat()
    assert "Nobody has answered yet." in listed(lead_officer, as_at=yesterday)


# Words for families.


@pytest.fixture
def proposal(action, parent):
    client_of(parent).post(reverse("voice:proposal-add", args=[action.pk]), {"wording": "You get a call back."})
    return WordingProposal.objects.get()


def test_proposed_words_that_are_taken_stand_for_families(proposal, action, lead_officer, parent):
    plans.record_update(
        action=action, by=lead_officer, on=today(), narrative="N.", families_text="Old.", rating="on_track"
    )
    send(client_of(lead_officer), "proposal-answer", proposal.pk, is_accepted="yes")
    report = action.updates.standing().latest_first().first()
    assert (report.families_text, report.rating) == ("You get a call back.", "on_track")
    assert report.narrative == "Words for families as proposed by Bury2gether."
    assert ProposalAnswer.objects.get().report == report
    assert "<strong>Taken</strong>" in client_of(parent).get(reverse("voice:proposal-list")).text


def test_words_that_are_not_taken_get_a_reason(proposal, action, lead_officer, parent):
    client = client_of(lead_officer)
    assert "Say why the words are not taken" in send(client, "proposal-answer", proposal.pk, is_accepted="no").text
    send(client, "proposal-answer", proposal.pk, is_accepted="no", reason="It is not true yet.")
    assert "“It is not true yet.”" in client_of(parent).get(reverse("voice:proposal-list")).text
    again = send(client, "proposal-answer", proposal.pk, is_accepted="yes")
    assert "Somebody has answered this proposal already." in again.text
    assert action.updates.count() == 0


def test_who_proposes_and_who_answers(proposal, action, other_officer, board_member, lead_officer, parent):
    assert send(client_of(other_officer), "proposal-answer", proposal.pk, is_accepted="yes").status_code == 403
    assert send(client_of(parent), "proposal-answer", proposal.pk, is_accepted="yes").status_code == 403
    assert send(client_of(board_member), "proposal-answer", proposal.pk, is_accepted="yes").status_code == 404
    for person in (lead_officer, board_member):
        assert send(client_of(person), "proposal-add", action.pk, wording="Other.").status_code == 403
    others = make_person(Role.PARENT_REPRESENTATIVE, a_forum("Another forum"), "Another")
    assert "You get a call back." not in client_of(others).get(reverse("voice:proposal-list")).text
    assert "Say it in other words" in client_of(parent).get(action.get_absolute_url()).text
    assert "Say it in other words" not in client_of(lead_officer).get(action.get_absolute_url()).text


# Personal details.


@pytest.fixture
def told(parent):
    finding = factories.FindingFactory(reference="PA1")
    speaker = a_speaker(organisation=parent.acting.organisation)
    a_round(speaker, [(finding, "not_felt", "Examplename waits, and examplename is eight.")], by=parent)
    return VoiceRating.objects.get()


def take_out(person, place, row, detail="Examplename"):
    given = {"detail": detail, "kind": "name", "is_sure": "on"}
    return client_of(person).post(reverse("voice:detail-remove", args=[place, row.pk]), given)


def test_a_personal_detail_is_gone_for_good_and_leaves_a_mark(told, parent):
    assert take_out(parent, "comment", told).url == told.round.get_absolute_url()
    told.refresh_from_db()
    assert told.comment == f"{MARK} waits, and {MARK} is eight."
    assert [everywhere(word) for word in ("Examplename", "examplename")] == [[], []]
    mark = Redaction.objects.get()
    assert (mark.recorded_by, mark.kind, mark.effective_on) == (parent, "name", today())
    text = client_of(parent).get(reverse("voice:said")).text
    assert f"{MARK} waits" in text
    assert "by Parent representative, Bury2gether (a name)" in text


def test_who_takes_a_detail_out(told, administrator, programme_manager, lead_officer, board_member):
    for person in (programme_manager, lead_officer, board_member):
        assert take_out(person, "comment", told).status_code == 403
    others = make_person(Role.PARENT_REPRESENTATIVE, a_forum("Another forum"), "Another")
    assert take_out(others, "comment", told).status_code == 403
    assert take_out(administrator, "comment", told).status_code == 302
    assert take_out(administrator, "nowhere", told).status_code == 404


@pytest.mark.parametrize(
    ("detail", "message"),
    [
        ("Othername", "“Othername” does not stand in this text. Copy it from there."),
        ("E", "A detail has 2 to 100 characters."),
        ("E" * 101, "The words must be 100 characters or fewer: a detail, not a sentence"),
        ("", "Enter the words that are to be taken out"),
    ],
)
def test_only_a_detail_that_stands_there_is_taken_out(told, administrator, detail, message):
    assert message in take_out(administrator, "comment", told, detail).text
    assert Redaction.objects.count() == 0


def test_details_are_taken_out_of_every_kind_of_text(issue, proposal, lead_officer, administrator, parent):
    answer = services.answer(issue=issue, by=lead_officer, on=today(), text="We rang Examplename.")
    brought = a_round(a_speaker("Youth Forum"), issues=["Hm."], by=parent, brought_by="Examplename")
    declined = services.decline_wording(proposal=proposal, by=lead_officer, on=today(), reason="So Examplename said.")
    assert take_out(administrator, "issue", issue, "Nobody").status_code == 302
    assert take_out(administrator, "answer", answer).status_code == 302
    assert take_out(administrator, "brought_by", brought).status_code == 302
    assert take_out(administrator, "wording", proposal, "You").status_code == 302
    assert take_out(administrator, "reason", declined).status_code == 302
    texts = [Issue.objects.get(pk=issue.pk).words, Answer.objects.get().text, WordingProposal.objects.get().wording]
    assert texts == [f"{MARK} rang us back.", f"We rang {MARK}.", f"{MARK} get a call back."]
    brought.refresh_from_db()
    assert (brought.brought_by, ProposalAnswer.objects.get().reason) == (MARK, f"So {MARK} said.")
    assert everywhere("Examplename") == []


def test_the_procedure_changes_nothing_without_a_mark_of_the_same_moment(told, parent):
    for key in (0, 1):
        with (
            pytest.raises((IntegrityError, InternalError, ProgrammingError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("CALL voice_take_out(%s, ARRAY['waits'])", [key])
    told.refresh_from_db()
    assert told.comment == "Examplename waits, and examplename is eight."


def test_the_service_refuses_whole_sentences(told, parent):
    with pytest.raises(Refused, match="A detail has 2 to 100 characters"):
        services.take_out(
            place=Place.COMMENT, row=told, text="a" * 200, by=parent, on=today(), kind="name", detail="a" * 101
        )


def test_numbers_are_refused_and_names_asked_about(issue, lead_officer):
    client = client_of(lead_officer)
    page = send(client, "answer-add", issue.pk, text="We rang about 943 476 5919.")
    assert "“943 476 5919” looks like an NHS number: take it out." in page.text
    asked = send(client, "answer-add", issue.pk, text="We rang Examplename.")
    assert "This names no child or family member" in asked.text
    assert Answer.objects.count() == 0
    send(client, "answer-add", issue.pk, text="We rang Examplename.", names_nobody="on")
    assert Answer.objects.get().text == "We rang Examplename."


def test_dates_of_a_round_are_those_of_the_issue(issue):
    assert issue.effective_on == date(2026, 10, 31)
