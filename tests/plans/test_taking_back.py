"""What is taken back stays in the record, marked, and no longer counts; what is erased is gone."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.core.dates import long_date, today
from apps.plans import services
from apps.plans.models import EvidenceErasure, StatusUpdate
from tests.cast import client_of

BYTES = b"%PDF-1.7\n%minutes"


@pytest.fixture
def evidence(action, lead_officer, media):
    return services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Board minutes",
        shows="done",
        effective_on=today(),
        file=SimpleUploadedFile("minutes.pdf", BYTES),
        content_type="application/pdf",
    )


def send(visitor, name, key, **fields):
    return client_of(visitor).post(reverse(f"plans:{name}", args=[key]), fields, follow=True)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_evidence_is_taken_back_with_a_reason(action, evidence, lead_officer, accountable_officer, board_member):
    services.release_evidence(evidence=evidence, by=lead_officer, on=today())
    assert send(accountable_officer, "evidence-withdraw", evidence.pk, reason="No.").status_code == 403
    assert "Say why it is taken back" in send(lead_officer, "evidence-withdraw", evidence.pk, reason="").text
    text = send(lead_officer, "evidence-withdraw", evidence.pk, reason="Minutes of another board.").text
    assert f"Taken back on {long_date(today())} by Project lead: Minutes of another board." in text
    assert '<p class="voided">Board minutes' in text
    file = reverse("plans:evidence-file", args=[evidence.pk])
    assert {client_of(person).get(file).status_code for person in (lead_officer, board_member)} == {404}
    seen = client_of(board_member).get(action.get_absolute_url()).text
    assert "An item of evidence." in seen
    assert "Board minutes" not in seen
    assert "was already taken back" in send(lead_officer, "evidence-withdraw", evidence.pk, reason="Again.").text
    action.refresh_from_db()
    done = send(lead_officer, "action-done", action.pk, version=action.version, done_on="1/11/2026", reason="Done.")
    assert "Add evidence first" in done.text


def test_a_complete_action_says_that_its_evidence_was_taken_back(
    action, evidence, lead_officer, programme_manager, board_member
):
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.", done_on=date(2026, 11, 2))
    services.accept(action=action, by=programme_manager, on=today(), reason="Seen.")
    page = client_of(board_member).get(action.get_absolute_url()).text
    assert "The work was done on 2 November 2026." in page
    assert "on which it was accepted" not in page
    services.withdraw_evidence(evidence=evidence, by=programme_manager, on=today(), reason="A mistake.")
    page = client_of(board_member).get(action.get_absolute_url()).text
    assert "The evidence on which it was accepted was taken back: nothing that stands shows that it is done." in page


def test_nothing_is_accepted_on_evidence_that_was_taken_back(action, evidence, lead_officer, programme_manager):
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.")
    services.withdraw_evidence(evidence=evidence, by=lead_officer, on=today(), reason="A mistake.")
    with pytest.raises(services.Refused, match="Its evidence was taken back"):
        services.accept(action=action, by=programme_manager, on=today(), reason="Seen.")


def test_a_file_is_erased_for_good(
    action, evidence, lead_officer, programme_manager, media, django_capture_on_commit_callbacks
):
    assert [path.read_bytes() for path in files(media)] == [BYTES]
    assert send(lead_officer, "evidence-erase", evidence.pk, is_sure="on", reason="A name.").status_code == 403
    unsure = send(programme_manager, "evidence-erase", evidence.pk, reason="A name.").text
    assert "Tick that you know that the file cannot be brought back" in unsure
    with django_capture_on_commit_callbacks(execute=True):
        text = send(programme_manager, "evidence-erase", evidence.pk, is_sure="on", reason="A child is named.").text
    assert files(media) == []
    assert f"The file was erased on {long_date(today())} by Programme manager: A child is named." in text
    assert evidence.sha256 in text
    assert "Board minutes" not in text
    mark = EvidenceErasure.objects.get()
    assert (mark.evidence, mark.sha256, mark.recorded_by) == (evidence, evidence.sha256, programme_manager)
    assert client_of(programme_manager).get(reverse("plans:evidence-file", args=[evidence.pk])).status_code == 404


def test_a_refused_erasure_keeps_the_file(action, evidence, programme_manager, media):
    with pytest.raises(services.Refused, match="Say why the file is erased"):
        services.erase_evidence(evidence=evidence, by=programme_manager, on=today(), reason=" ")
    assert len(files(media)) == 1
    assert not EvidenceErasure.objects.exists()


def test_evidence_goes_back_with_its_report_where_that_is_chosen(action, lead_officer):
    fields = {"version": action.version, "rating": "on_track", "narrative": "Two schools.", "percent_complete": "40"}
    proof = {"title": "Minutes", "shows": "done", "effective_on": "1/10/2026", "link": "https://example.org/m"}
    fields |= {f"evidence-{name}": value for name, value in proof.items()}
    said = send(lead_officer, "action-update", action.pk, **fields).text
    report = StatusUpdate.objects.get()
    back = reverse("plans:update-withdraw", args=[report.pk])
    assert f'<a class="govuk-notification-banner__link" href="{back}">Take it back</a>' in said
    assert f'href="{action.get_absolute_url()}#update-{report.pk}">Look at it</a>' in said
    (item,) = action.evidence.all()
    page = client_of(lead_officer).get(back).text
    assert f'name="evidence" type="checkbox" value="{item.pk}"' in page
    again = {"reason": "Wrong school.", "evidence": item.pk, "writes_again": "on"}
    form = client_of(lead_officer).post(back, again, follow=True).text
    assert not action.evidence.standing().exists()
    assert "Two schools.</textarea>" in form
    assert "was already taken back" in client_of(lead_officer).post(back, again, follow=True).text


def test_a_request_for_a_new_date_is_taken_back_by_who_asked(action, lead_officer, accountable_officer):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=date(2027, 4, 30), reason="Late."
    )
    waiting = client_of(lead_officer).get(reverse("plans:approvals")).text
    assert "Nothing waits for you to decide" in waiting
    assert reverse("plans:extension-withdraw", args=[asked.pk]) in waiting
    ask = client_of(lead_officer).get(reverse("plans:extension-ask", args=[action.pk])).text
    assert "was already asked for" in ask
    assert 'name="to_due_on"' not in ask
    assert send(accountable_officer, "extension-withdraw", asked.pk, reason="No.").status_code == 403
    text = send(lead_officer, "extension-withdraw", asked.pk, reason="Not needed.").text
    assert "by the person who asked: Not needed." in text
    assert "Waiting for a decision" not in text
    assert services.open_extension(action) is None
    again = send(accountable_officer, "extension-decide", asked.pk, is_approved="yes").text
    assert "This request for a new date was already decided or taken back." in again
    with pytest.raises(services.Refused, match="taken back by the person who asked"):
        services.decide_extension(extension=asked, by=accountable_officer, on=today(), is_approved=True)


def test_a_decision_that_was_taken_back_stays_on_the_page(action, lead_officer, programme_manager):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=date(2027, 4, 30), reason="Late."
    )
    decided = services.decide_extension(extension=asked, by=programme_manager, on=today(), is_approved=True)
    text = send(programme_manager, "extension-undo", decided.pk, reason="Too soon.").text
    assert '<span class="voided">Agreed by Programme manager' in text
    assert f"Taken back on {long_date(today())} by Programme manager: Too soon." in text
    again = send(programme_manager, "extension-undo", decided.pk, reason="Too soon.").text
    assert "This decision was already taken back." in again


def test_that_it_is_done_is_taken_back_by_who_said_it(action, evidence, lead_officer, programme_manager):
    services.say_done(action=action, by=lead_officer, on=today(), reason="All finished.")
    action.refresh_from_db()
    assert reverse("plans:done-withdraw", args=[action.pk]) in client_of(lead_officer).get("/plans/waiting/").text
    fields = {"version": action.version, "reason": "One step is missing."}
    assert send(programme_manager, "done-withdraw", action.pk, **fields).status_code == 403
    text = send(lead_officer, "done-withdraw", action.pk, **fields).text
    assert f"Taken back on {long_date(today())}: One step is missing." in text
    action.refresh_from_db()
    assert action.state == "open"
    late = send(
        programme_manager, "action-accept", action.pk, version=action.version, decision="accepted", reason="Yes."
    )
    assert "PA1.1 does not wait for acceptance: it was already decided." in late.text
    assert late.redirect_chain == [(action.get_absolute_url(), 302)]


def test_a_second_sending_of_a_decision_leads_to_the_action(action, evidence, lead_officer, programme_manager):
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.")
    action.refresh_from_db()
    fields = {"version": action.version, "decision": "accepted", "reason": "Seen."}
    first = send(programme_manager, "action-accept", action.pk, **fields)
    assert first.redirect_chain == [("/plans/waiting/", 302)]
    assert f'href="{action.get_absolute_url()}">Look at PA1.1</a>' in first.text
    again = send(programme_manager, "action-accept", action.pk, **fields)
    assert "it was already decided" in again.text
    close = {"version": 99, "kind": "withdrawn", "reason": "Not needed."}
    action.refresh_from_db()
    send(programme_manager, "action-close", action.pk, **close | {"version": action.version})
    assert "already taken out of the plan" in send(programme_manager, "action-close", action.pk, **close).text


def test_items_that_are_for_officers_only_are_counted(action, evidence, board_member, parent):
    for person in (board_member, parent):
        text = client_of(person).get(action.get_absolute_url()).text
        assert "1 item, not open to you yet." in text
        assert "No evidence yet." not in text


def test_a_new_date_is_no_later_than_five_years_from_now(action, lead_officer):
    last = today() + timedelta(days=5 * 365 + 1)
    with pytest.raises(services.Refused, match="no later than five years from now"):
        services.ask_extension(
            action=action, by=lead_officer, on=today(), to_due_on=last + timedelta(days=1), reason="Late."
        )
    services.ask_extension(action=action, by=lead_officer, on=today(), to_due_on=last, reason="Late.")


@pytest.mark.parametrize(("to_due_on", "is_said"), [(date(2027, 6, 29), False), (date(2027, 6, 30), True)])
def test_the_decider_sees_what_the_dates_will_say(action, lead_officer, programme_manager, to_due_on, is_said):
    asked = services.ask_extension(action=action, by=lead_officer, on=today(), to_due_on=to_due_on, reason="Late.")
    page = client_of(programme_manager).get(reverse("plans:extension-decide", args=[asked.pk])).text
    assert ("moved by more than 90 days in all: the dates will then say at risk." in page) is is_said


def test_done_and_accept_show_what_speaks_against_it(action, evidence, lead_officer, programme_manager):
    action.milestones.create(title="Adverts out", due_on=date(2026, 12, 1), original_due_on=date(2026, 12, 1))
    wrong = services.record_update(action=action, by=lead_officer, on=today(), narrative="Wrong.", percent_complete=90)
    services.withdraw_update(update=wrong, by=lead_officer, on=today(), reason="Another action.")
    services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.", percent_complete=10)
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.")
    services.send_back(action=action, by=programme_manager, on=today(), reason="No minutes.")
    pages = [client_of(lead_officer).get(reverse("plans:action-done", args=[action.pk])).text]
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.", done_on=date(2026, 11, 2))
    pages.append(client_of(programme_manager).get(reverse("plans:action-accept", args=[action.pk])).text)
    for page in pages:
        assert "The last report said 10% complete." in page
        assert "1 milestone not ticked as reached:" in page
        assert "Adverts out, due on 1 December 2026" in page
        assert "by Programme manager: “No minutes.”" in page
        assert "“Another action.”" in page
    assert "the work on 2 November 2026" in pages[1]
    services.accept(action=action, by=programme_manager, on=today(), reason="Seen.")
    shown = client_of(lead_officer).get(action.get_absolute_url()).text
    panel = shown.split("What the officer says")[1].split("What the dates say")[0]
    assert "10% complete" not in panel


def test_reports_are_signed_with_the_post_that_leads(action, lead_officer, council):
    other = lead_officer.posts.get()
    other.pk, other.title = None, "Another post"
    other.save()
    led = action.action_leads.get()
    led.delete()
    action.action_leads.create(post=other)
    report = services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.")
    assert report.author_title == "Another post"


def test_a_refusal_says_what_is_true(action, board_member, other_officer):
    page = client_of(board_member).get(reverse("plans:hand-over")).text
    assert "This page is not for your role." in page
    report = client_of(other_officer).get(reverse("plans:action-update", args=[action.pk])).text
    assert "You may see this, but not change it." in report
