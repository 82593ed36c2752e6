"""Decision pages: who decides, what they must say, and what the page then shows."""

from datetime import date

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.plans import services
from tests import factories
from tests.cast import client_of


@pytest.fixture
def waiting(action, lead_officer):
    """The action, said by its lead to be done."""
    services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Minutes",
        shows="done",
        effective_on=today(),
        link="https://example.org/minutes",
    )
    services.say_done(action=action, by=lead_officer, on=today(), reason="All steps are finished.")
    action.refresh_from_db()
    return action


def post(person, name, action, **fields):
    address = reverse(f"plans:{name}", args=[action.pk])
    return client_of(person).post(address, {"version": action.version} | fields, follow=True)


def test_done_without_evidence_is_refused_in_words(action, lead_officer):
    response = post(lead_officer, "action-done", action, done_on="1/11/2026", reason="Done.")
    assert "Add evidence first" in response.text


def test_done_in_the_future_is_refused(action, lead_officer):
    response = post(lead_officer, "action-done", action, done_on="1/1/2050", reason="Done.")
    assert "cannot be in the future" in response.text


@pytest.mark.parametrize(("decision", "state"), [("accepted", "accepted"), ("sent_back", "open")])
def test_acceptance_page_decides(waiting, programme_manager, decision, state):
    page = client_of(programme_manager).get(reverse("plans:action-accept", args=[waiting.pk])).text
    assert "https://example.org/minutes" in page
    assert "All steps are finished." in page
    post(programme_manager, "action-accept", waiting, decision=decision, reason="Looked at the minutes.")
    waiting.refresh_from_db()
    assert waiting.state == state


def test_acceptance_wants_a_decision_and_a_reason(waiting, programme_manager):
    text = post(programme_manager, "action-accept", waiting).text
    assert "Choose whether to accept it or to send it back" in text
    assert "Say what you looked at and what it shows" in text


def test_acceptance_is_closed_to_who_said_it_and_to_strangers(waiting, lead_officer, other_officer, board_member):
    for person in (lead_officer, other_officer, board_member):
        assert post(person, "action-accept", waiting, decision="accepted", reason="Yes.").status_code == 403


def test_the_accountable_officer_accepts(waiting, accountable_officer):
    post(accountable_officer, "action-accept", waiting, decision="accepted", reason="Looked at it.")
    waiting.refresh_from_db()
    assert waiting.state == "accepted"


def test_a_stale_decision_is_not_taken(waiting, programme_manager):
    response = post(programme_manager, "action-accept", waiting, decision="accepted", reason="Yes.", version=1)
    assert "Somebody else changed PA1.1" in response.text
    waiting.refresh_from_db()
    assert waiting.state == "said_done"


def test_what_waits_is_listed_for_who_decides(waiting, programme_manager, accountable_officer, other_officer):
    address = reverse("plans:approvals")
    for person in (programme_manager, accountable_officer):
        assert "Look at the evidence and decide" in client_of(person).get(address).text
    assert "Nothing waits for you to decide" in client_of(other_officer).get(address).text


def report_link(action):
    return f'href="{reverse("plans:action-update", args=[action.pk])}">Report<'


def test_what_is_rated_too_well_or_was_sent_back_is_reported_on_from_there(
    waiting, council, programme_manager, accountable_officer, legend
):
    """By the dates ``better`` is late; who answers for its strand alone decides on it, but does not report."""
    better = factories.ActionFactory(reference="PA9.1", original_due_on=date(2026, 10, 31))
    services.record_update(action=better, by=None, on=today(), narrative="Fine.", rating="on_track")
    better.strand.accountable_council = factories.PostFactory(organisation=council, holder=accountable_officer)
    better.strand.save()
    services.send_back(action=waiting, by=programme_manager, on=today(), reason="Not yet.")
    address = reverse("plans:approvals")
    text = client_of(programme_manager).get(address).text
    assert (text.count(report_link(better)), text.count(report_link(waiting))) == (1, 1)
    text = client_of(accountable_officer).get(address).text
    assert (text.count(report_link(better)), text.count(report_link(waiting))) == (0, 1)
    assert better.title in text


def test_taking_out_of_the_plan_and_opening_again(action, programme_manager):
    other = factories.ActionFactory(strand=action.strand)
    text = post(programme_manager, "action-close", action, kind="merged", reason="Same thing.").text
    assert "Choose the action that takes its place" in text
    post(programme_manager, "action-close", action, kind="merged", reason="Same thing.", takes_its_place=other.pk)
    action.refresh_from_db()
    assert (action.state, action.replaced_by) == ("merged", other)
    assert "Same thing." in client_of(programme_manager).get(action.get_absolute_url()).text
    post(programme_manager, "action-reopen", action, reason="Not the same after all.")
    action.refresh_from_db()
    assert action.state == "open"


@pytest.mark.parametrize(("answer", "due"), [("yes", "30 April 2027"), ("no", "31 March 2027")])
def test_a_new_date_is_decided(action, lead_officer, programme_manager, answer, due):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=today().replace(2027, 4, 30), reason="Late."
    )
    address = reverse("plans:extension-decide", args=[asked.pk])
    assert client_of(lead_officer).get(address).status_code == 403
    assert "Say why the date stays" in client_of(programme_manager).post(address, {"is_approved": "no"}).text
    client_of(programme_manager).post(address, {"is_approved": answer, "reason": "So it is."})
    text = client_of(programme_manager).get(action.get_absolute_url()).text
    assert f'<dd class="govuk-summary-list__value">{due}</dd>' in text
    assert '<dd class="govuk-summary-list__value">31 March 2027</dd>' in text
