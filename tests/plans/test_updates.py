"""Reporting in the browser: the happy path, every bad form, two people at once, a session that ran out."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.core.dates import long_date, today
from apps.plans import services
from apps.plans.models import Evidence, StatusUpdate
from apps.plans.standing import refresh
from tests import factories
from tests.cast import client_of


@pytest.fixture
def page(action):
    return reverse("plans:action-update", args=[action.pk])


def form(action, **fields):
    return {
        "token": str(uuid.uuid4()),
        "version": action.version,
        "rating": "on_track",
        "narrative": "Two schools have joined.",
        "percent_complete": "40",
    } | fields


LATER = today() + timedelta(days=60)
RED = {
    "rating": "off_track",
    "why": "Nobody to do it.",
    "being_done": "Hiring.",
    "back_on": f"{LATER:%d/%m/%Y}",
    "board_ask": "Nothing",
}


def test_update_is_recorded_and_said(action, lead_officer, page):
    response = client_of(lead_officer).post(page, form(action), follow=True)
    assert "Update recorded for PA1.1." in response.text
    update = StatusUpdate.objects.get()
    assert (update.rating, update.percent_complete, update.effective_on) == ("on_track", 40, today())


def test_update_form_shows_last_time(action, lead_officer, page):
    services.record_update(action=action, by=None, on=today(), narrative="One school so far.", rating="at_risk")
    text = client_of(lead_officer).get(page).text
    assert "One school so far." in text
    assert 'value="at_risk" checked' in text


def test_red_is_recorded_with_its_four_answers(action, lead_officer, page):
    client_of(lead_officer).post(page, form(action, **RED))
    update = StatusUpdate.objects.get()
    assert (update.why, update.back_on, update.board_ask) == ("Nobody to do it.", LATER, "Nothing")


def test_a_sign_of_per_cent_is_understood(action, lead_officer, page):
    client_of(lead_officer).post(page, form(action, percent_complete="30 %"))
    assert StatusUpdate.objects.get().percent_complete == 30


def test_back_on_track_after_the_date_agreed_suggests_a_new_date(action, lead_officer, page):
    text = client_of(lead_officer).post(page, form(action, **RED | {"back_on": "30/4/2027"}), follow=True).text
    assert "It will be back on track only after 31 March 2027, the date agreed." in text
    assert f'href="/plans/actions/{action.pk}/new-date/">Ask for a new date</a>' in text


def test_a_chosen_file_is_asked_for_again(action, lead_officer, page, media):
    typed = form(action, narrative="", **EVIDENCE, **{"evidence-file": pdf()})
    text = client_of(lead_officer).post(page, typed).text
    assert '<a href="#id_evidence-file">Choose the file again' in text
    assert not Evidence.objects.exists()


def test_the_date_of_evidence_is_left_to_the_person(action, lead_officer, page):
    text = client_of(lead_officer).get(page).text
    (field,) = [part for part in text.split("<input ") if 'name="evidence-effective_on"' in part]
    assert 'value=""' in field.split(">")[0]


def test_no_change_does_not_repeat_the_words_for_families_and_is_undone(action, lead_officer, parent):
    services.record_update(
        action=action, by=lead_officer, on=today(), narrative="So far.", families_text="For you.", rating="on_track"
    )
    action.refresh_from_db()
    address = reverse("plans:action-no-change", args=[action.pk])
    text = client_of(lead_officer).post(address, {"version": action.version}, follow=True).text
    newest = StatusUpdate.objects.latest_first().first()
    assert (newest.is_no_change, newest.families_text) == (True, "")
    assert f'href="/plans/updates/{newest.pk}/take-back/">Take it back</a>' in text
    promised = client_of(parent).get(reverse("dashboards:families")).text
    assert "For you." in promised
    assert "Nobody has written this for families yet." not in promised


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"rating": ""}, "Choose how it is going"),
        ({"rating": "complete"}, "Choose one of the ratings shown"),
        ({"narrative": " "}, "Say what has happened since the last report"),
        ({"narrative": "x" * 5001}, "must be 5,000 characters or fewer"),
        ({"percent_complete": "101"}, "Per cent complete must be from 0 to 100"),
        ({"percent_complete": "-1"}, "Per cent complete must be from 0 to 100"),
        ({"percent_complete": "half"}, "Per cent complete must be from 0 to 100"),
        ({"effective_on": "1/1/2050"}, "cannot be in the future"),
        ({"effective_on": "31/2/2026"}, "must be a real date"),
        (RED | {"why": ""}, "Say why it is off track or at risk"),
        (RED | {"being_done": ""}, "Say what is being done about it"),
        (RED | {"back_on": ""}, "Enter the date by which it will be back on track"),
        (RED | {"back_on": "1/2/2020"}, "cannot be before the report"),
        ({"narrative": "A child (born 3/4/2015) got a plan."}, "looks like a date of birth: take it out"),
        (RED | {"board_ask": ""}, "Say what the Board must do, or write “Nothing”"),
        ({"milestones": "999999"}, None),
    ],
)
def test_bad_update_says_what_to_do_and_keeps_what_was_typed(action, lead_officer, page, fields, message):
    factories.MilestoneFactory(action=action)
    response = client_of(lead_officer).post(page, form(action, **fields))
    assert response.status_code == 200
    assert "<title>Error: Report on PA1.1 – SEND Tracker</title>" in response.text
    assert "There is a problem" in response.text
    assert (message or "Choose milestones of this action only") in response.text
    assert not StatusUpdate.objects.exists()


def test_the_error_summary_leads_to_the_field(action, lead_officer, page):
    text = client_of(lead_officer).post(page, form(action, narrative="")).text
    assert '<a href="#id_narrative">Say what has happened since the last report</a>' in text
    assert 'id="id_narrative"' in text


def test_a_greener_rating_is_asked_for_its_reason(legend, lead_officer, council):
    action = factories.ActionFactory(reference="PA9.1", original_due_on=date(2026, 10, 31))
    factories.ActionLeadFactory(action=action, post=factories.PostFactory(organisation=council, holder=lead_officer))
    address = reverse("plans:action-update", args=[action.pk])
    response = client_of(lead_officer).post(address, form(action))
    assert '<a href="#id_reason_differs">Say why you rate it better than the dates do</a>' in response.text
    client_of(lead_officer).post(address, form(action, reason_differs="Agreed with the partners."))
    assert StatusUpdate.objects.get().reason_differs == "Agreed with the partners."


def test_the_reason_is_asked_for_together_with_all_else(legend, lead_officer, council):
    action = factories.ActionFactory(reference="PA9.1", original_due_on=date(2026, 10, 31))
    factories.ActionLeadFactory(action=action, post=factories.PostFactory(organisation=council, holder=lead_officer))
    address = reverse("plans:action-update", args=[action.pk])
    typed = form(action, narrative="", percent_complete="400", effective_on="31/8/2026")
    text = client_of(lead_officer).post(address, typed).text
    for field, message in (
        ("narrative", "Say what has happened since the last report"),
        ("percent_complete", "Per cent complete must be from 0 to 100"),
        ("reason_differs", "Say why you rate it better than the dates do"),
        (
            "effective_on",
            "The date that this report speaks of cannot be before 1 September 2026, since when it is part of the plan",
        ),
    ):
        assert f'<a href="#id_{field}">{message}</a>' in text


def test_a_milestone_that_is_ticked_now_needs_no_reason(action, lead_officer, page):
    late = factories.MilestoneFactory(action=action, due_on=today() - timedelta(days=3))
    refresh([action])
    owed = "Say why you rate it better than the dates do"
    assert owed in client_of(lead_officer).post(page, form(action, narrative="")).text
    assert owed not in client_of(lead_officer).post(page, form(action, narrative="", milestones=late.pk)).text
    client_of(lead_officer).post(page, form(action, milestones=late.pk))
    typed = form(action, version=action.version + 1, narrative="")
    assert owed in client_of(lead_officer).post(page, typed).text


def said_red(action, back_on=LATER):
    """Last time's report, as a person wrote it; its number."""
    words = {"why": "Nobody to do it.", "being_done": "Hiring.", "back_on": back_on, "board_ask": "Ask the ICB."}
    report = services.record_update(action=action, by=None, on=today(), narrative="Late.", rating="off_track", **words)
    action.refresh_from_db()
    return report.pk


def test_last_times_words_stand_beside_each_field(action, lead_officer, page):
    number = said_red(action)
    for address in (page, f"{reverse('dashboards:my-actions')}?report={action.pk}"):
        text = client_of(lead_officer).get(address).text
        for words in ("Nobody to do it.", "Hiring.", "Ask the ICB."):
            assert f"Last time: “{words}”" in text
        assert f"For example, 27/3/2026. Last time: {long_date(LATER)}\n" in text
        assert f'name="as_last_time" type="checkbox" value="{number}" aria-describedby' in text


def test_without_words_of_last_time_nothing_is_shown(action, lead_officer, page):
    services.record_update(action=action, by=None, on=today(), narrative="So far.", rating="on_track")
    text = client_of(lead_officer).get(page).text
    assert "As last time" not in text
    assert "Last time:" not in text


def test_one_tick_takes_last_times_words_over_where_nothing_is_typed(action, lead_officer, page):
    number = said_red(action)
    typed = form(action, rating="at_risk", being_done="Somebody starts in May.", as_last_time=number)
    client_of(lead_officer).post(page, typed)
    report = StatusUpdate.objects.latest_first().first()
    assert (report.rating, report.why, report.being_done) == ("at_risk", "Nobody to do it.", "Somebody starts in May.")
    assert (report.back_on, report.board_ask) == (LATER, "Ask the ICB.")


def test_a_day_that_has_passed_is_not_taken_over(action, lead_officer, page):
    number = said_red(action, back_on=date(2026, 10, 1))
    assert "Last time: 1 October 2026, which has passed" in client_of(lead_officer).get(page).text
    text = client_of(lead_officer).post(page, form(action, rating="off_track", as_last_time=number)).text
    assert '<a href="#id_back_on">Enter the date by which it will be back on track</a>' in text
    assert text.count('<a href="#id_') == 1
    assert "Nobody to do it.</textarea>" in text


def test_the_tick_leaves_a_green_report_and_other_actions_alone(action, lead_officer, page):
    stranger = said_red(factories.ActionFactory())
    number = said_red(action)
    client_of(lead_officer).post(page, form(action, as_last_time=number))
    assert StatusUpdate.objects.latest_first().first().why == ""
    action.refresh_from_db()
    text = client_of(lead_officer).post(page, form(action, rating="off_track", as_last_time=stranger)).text
    assert '<a href="#id_why">Say why it is off track or at risk</a>' in text


def test_words_of_a_report_that_was_taken_back_are_not_taken_over(action, lead_officer, page):
    number = said_red(action)
    services.withdraw_update(
        update=StatusUpdate.objects.get(pk=number), by=None, on=today(), reason="It names a child."
    )
    action.refresh_from_db()
    text = client_of(lead_officer).post(page, form(action, rating="off_track", as_last_time=number)).text
    assert '<a href="#id_why">Say why it is off track or at risk</a>' in text
    assert "Nobody to do it." not in text.split("<form")[-1]


def test_what_was_taken_over_is_as_it_was_shown_when_somebody_reports_meanwhile(
    action, lead_officer, programme_manager, page
):
    typed = form(action, rating="off_track", as_last_time=said_red(action))
    action.refresh_from_db()
    typed["version"] = action.version
    client_of(programme_manager).post(page, form(action, **RED | {"why": "Theirs."}))
    response = client_of(lead_officer).post(page, typed)
    assert response.status_code == 409
    assert '<input type="hidden" name="why" value="Nobody to do it.">' in response.text
    assert "as_last_time" not in response.text


def test_a_double_click_counts_once(action, lead_officer, page):
    typed = form(action)
    for _ in range(2):
        client_of(lead_officer).post(page, typed)
    assert StatusUpdate.objects.count() == 1


def test_two_people_at_once_are_shown_both_and_choose(action, lead_officer, programme_manager, page):
    typed = form(action, narrative="Mine.", families_text="For families.", percent_complete="50")
    client_of(programme_manager).post(page, form(action, narrative="Theirs.", percent_complete="60"))
    response = client_of(lead_officer).post(page, typed)
    assert response.status_code == 409
    for words in ("Mine.", "Theirs.", "For families.", "Programme manager saved a report"):
        assert words in response.text
    assert StatusUpdate.objects.count() == 1
    settled = typed | {"version": action.version + 1, "keep_narrative": "mine", "keep_percent_complete": "theirs"}
    client_of(lead_officer).post(page, settled)
    update = StatusUpdate.objects.latest_first().first()
    assert (update.narrative, update.families_text, update.percent_complete) == ("Mine.", "For families.", 60)


def test_a_file_is_asked_for_again_after_a_conflict(action, lead_officer, programme_manager, page, media):
    client_of(programme_manager).post(page, form(action, narrative="Theirs."))
    typed = form(action, **EVIDENCE, **{"evidence-file": pdf()})
    response = client_of(lead_officer).post(page, typed)
    assert "Choose the evidence file again" in response.text
    assert not Evidence.objects.exists()
    settled = typed | {"version": action.version + 1, "evidence-file": pdf()}
    client_of(lead_officer).post(page, settled)
    assert Evidence.objects.get().title == "Minutes"


EVIDENCE = {"evidence-title": "Minutes", "evidence-shows": "done", "evidence-effective_on": "1/10/2026"}


def pdf():
    return SimpleUploadedFile("minutes.pdf", b"%PDF-1.7 minutes")


def test_evidence_goes_with_the_report(action, lead_officer, page, media):
    client_of(lead_officer).post(page, form(action, **EVIDENCE, **{"evidence-file": pdf()}))
    evidence = Evidence.objects.get()
    assert (evidence.title, evidence.shows, evidence.effective_on) == ("Minutes", "done", date(2026, 10, 1))
    assert (evidence.file_name, evidence.content_type) == ("minutes.pdf", "application/pdf")
    assert StatusUpdate.objects.count() == 1


def test_a_report_with_evidence_that_is_sent_twice_counts_once(action, lead_officer, page):
    typed = form(action, **EVIDENCE, **{"evidence-link": "https://example.org/minutes"})
    typed["evidence-token"] = str(uuid.uuid4())
    for _ in range(2):
        client_of(lead_officer).post(page, typed)
    assert (StatusUpdate.objects.count(), Evidence.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"evidence-link": "https://example.org/a", "evidence-title": ""}, "title", "Say what the evidence is"),
        ({}, "file", "Choose a file or enter a link<"),
        ({"evidence-link": "javascript:alert(1)"}, "link", "The link must"),
        ({"evidence-link": "https://example.org", "evidence-shows": ""}, "shows", "Choose what it shows"),
    ],
)
def test_evidence_that_is_wrong_saves_nothing(action, lead_officer, page, fields, field, message):
    response = client_of(lead_officer).post(page, form(action, **EVIDENCE | fields))
    assert f'<a href="#id_evidence-{field}">{message}' in response.text
    assert not StatusUpdate.objects.exists()
    assert not Evidence.objects.exists()


def test_what_was_typed_survives_a_session_that_ran_out(client, action, lead_officer, page):
    lead_officer.set_password("long enough for us")
    lead_officer.save()
    response = client.post(page, form(action, narrative="Typed before."))
    assert response.status_code == 302
    assert "kept=1" in response.url
    response = client.post(
        response.url, {"login": lead_officer.email, "password": "long enough for us", "next": page}, follow=True
    )
    assert "What you typed before you were signed out is back in the form" in response.text
    assert "Typed before.</textarea>" in response.text
    assert not StatusUpdate.objects.exists()


def test_no_change_is_one_click(action, lead_officer):
    services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.", rating="on_track")
    action.refresh_from_db()
    address = reverse("plans:action-no-change", args=[action.pk])
    data = {"token": str(uuid.uuid4()), "version": action.version}
    for _ in range(2):
        response = client_of(lead_officer).post(address, data, follow=True)
    assert "“No change” recorded for PA1.1." in response.text
    assert StatusUpdate.objects.filter(is_no_change=True).count() == 1


def test_no_change_of_a_stale_page_saves_nothing(action, lead_officer):
    services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.", rating="on_track")
    address = reverse("plans:action-no-change", args=[action.pk])
    response = client_of(lead_officer).post(address, {"version": 1}, follow=True)
    assert "You saved a report on PA1.1 on" in response.text
    assert StatusUpdate.objects.count() == 1


def test_strangers_do_not_report(action, other_officer, board_member, parent, page):
    for person in (other_officer, board_member, parent):
        assert client_of(person).post(page, form(action)).status_code == 403
    assert not StatusUpdate.objects.exists()


def test_a_way_through_actions_goes_from_one_to_the_next(action, lead_officer):
    closed, second = (factories.ActionFactory(strand=action.strand, reference=name) for name in ("PA1.9", "PA1.10"))
    for other in (closed, second):
        factories.ActionLeadFactory(action=other, post=lead_officer.posts.get())
    services.drop(action=closed, by=None, on=today(), kind="withdrawn", reason="Not needed.")
    client = client_of(lead_officer)
    walk = f"work_through={action.pk}-{closed.pk}-{second.pk}"
    first, last = (f"/plans/actions/{key}/update/?{walk}" for key in (action.pk, second.pk))
    text = client.get(first).text
    assert "What needs you, one by one: 1 of 3." in text
    assert f'href="{last}">Skip this one</a>' in text
    assert "Save and go to the next" in text
    assert client.post(first, form(action)).url == last
    text = client.get(last).text
    assert "What needs you, one by one: 3 of 3." in text
    assert f'href="{reverse("dashboards:my-actions")}">Skip this one</a>' in text
    text = client.post(last, form(second), follow=True).text
    assert "That was the last of the actions that needed you." in text


def test_who_sent_it_back_stands_above_the_report(action, lead_officer, accountable_officer, page):
    services.add_evidence(
        action=action,
        by=None,
        on=today(),
        title="Link",
        shows="done",
        effective_on=today(),
        link="https://example.org/",
    )
    services.say_done(action=action, by=lead_officer, on=today(), reason="Done.")
    services.send_back(action=action, by=accountable_officer, on=today(), reason="Minutes are missing.")
    who = action.decisions.get(kind="sent_back").author_title
    text = client_of(lead_officer).get(page).text
    assert f"<strong>Sent back on {long_date(today())} by {who}:</strong> Minutes are missing." in text
    action.refresh_from_db()
    services.say_done(action=action, by=lead_officer, on=today(), reason="With minutes.")
    assert "Sent back on" not in client_of(lead_officer).get(page).text


def test_one_note_for_several_actions(action, lead_officer):
    second = factories.ActionFactory(strand=action.strand)
    factories.ActionLeadFactory(action=second, post=lead_officer.posts.get())
    data = {"token": str(uuid.uuid4()), "actions": [action.pk, second.pk], "narrative": "Both wait for the school."}
    for _ in range(2):
        response = client_of(lead_officer).post(reverse("plans:bulk-update"), data, follow=True)
    assert "The note was recorded for 2 actions." in response.text
    assert StatusUpdate.objects.count() == 2
    assert StatusUpdate.objects.values("bulk").distinct().count() == 1


def test_one_note_is_for_ones_own_actions_only(action, lead_officer):
    stranger = factories.ActionFactory()
    data = {"actions": [action.pk, stranger.pk], "narrative": "Both."}
    response = client_of(lead_officer).post(reverse("plans:bulk-update"), data)
    assert "Choose only actions of the list" in response.text
    assert not StatusUpdate.objects.exists()


def test_a_report_is_taken_back_by_its_author(action, lead_officer, accountable_officer):
    update = services.record_update(action=action, by=lead_officer, on=today(), narrative="Wrong.", rating="on_track")
    address = reverse("plans:update-withdraw", args=[update.pk])
    assert client_of(accountable_officer).get(address).status_code == 403
    assert "Say why it is taken back" in client_of(lead_officer).post(address, {"reason": ""}).text
    response = client_of(lead_officer).post(address, {"reason": "About another action."}, follow=True)
    assert "About another action." in response.text
    action.refresh_from_db()
    assert action.rating is None


def test_a_new_date_is_asked_for(action, lead_officer):
    address = reverse("plans:extension-ask", args=[action.pk])
    client = client_of(lead_officer)
    early = {"version": action.version, "to_due_on": "1/1/2027", "reason": "Why."}
    assert "later than 31 March 2027" in client.post(address, early).text
    late = early | {"to_due_on": "30/4/2027"}
    assert "A new date was asked for PA1.1." in client.post(address, late, follow=True).text
    assert action.extensions.get().days == 30
