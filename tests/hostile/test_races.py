"""Two people, or one person's double click, at the same moment: nothing twice, nothing lost, no error page."""

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.board.models import Meeting
from apps.core.access import working_as
from apps.core.dates import today
from apps.plans import editing, services
from apps.plans.jobs import refresh_all
from apps.plans.models import (
    Action,
    ActionDecision,
    Evidence,
    EvidenceRelease,
    Extension,
    ExtensionDecision,
    Plan,
    Publication,
    SavedFilter,
    Standing,
    StatusUpdate,
    Strand,
    StrandRating,
)
from apps.plans.standing import CONTENT, records_of, standings_of
from tests.addresses import hidden_fields
from tests.hostile.conftest import at_once, in_transaction, signed_in

pytestmark = pytest.mark.long
REPORT = {"rating": "on_track", "narrative": "Two schools have joined.", "percent_complete": "40"}
PROMISE = {"reference": "PA1.77", "title": "Another promise", "start_on": "1/9/2026", "reason": "As agreed."}
PART = {"kind": "priority", "reference": "PA77", "position": "3", "title": "Another part", "reason": "As agreed."}
MEETING = {"body": "SEND Partnership Board", "held_on": "4/3/2027", "updates_by": "25/2/2027"}
PROOF = {"title": "Minutes", "shows": "done", "effective_on": "1/11/2026"}


def stands_as_computed(action):
    """Whether what is stored of where an action stands is what its dated rows give."""
    names = [*CONTENT, "starts_on", "ends_on"]
    with working_as():
        stored = [[getattr(row, name) for name in names] for row in Standing.objects.filter(action=action)]
        fresh = standings_of(next(iter(records_of([Action.objects.get(pk=action.pk)]))))
    return stored == [[getattr(row, name) for name in names] for row in fresh]


def count(model, **filters):
    with working_as():
        return model.objects.filter(**filters).count()


def send_eight_times(person, name, keys, fields, files=dict):
    """The form of a page as it was opened, sent by eight threads with the same session; the statuses."""
    address = reverse(name, args=keys)
    browsers = [signed_in(person) for _ in range(8)]
    page = browsers[0].get(address)
    hidden = hidden_fields(page.text) if page.status_code == 200 else {}

    def work(browser):
        return lambda: browser.post(address, hidden | fields | files())

    return [response.status_code for response in at_once(*map(work, browsers))]


@pytest.mark.parametrize(
    ("name", "fields", "model"),
    [
        ("plans:action-update", REPORT, StatusUpdate),
        ("plans:extension-ask", {"to_due_on": "30/6/2028", "reason": "Late."}, Extension),
        ("plans:action-done", {"done_on": "1/11/2026", "reason": "Done."}, ActionDecision),
        ("plans:action-close", {"kind": "withdrawn", "reason": "No longer needed."}, ActionDecision),
    ],
)
def test_a_form_about_an_action_sent_eight_times_counts_once(committed, name, fields, model):
    assert set(send_eight_times(committed.manager, name, [committed.action.pk], fields)) <= {302, 403}
    assert count(model) == 1
    assert stands_as_computed(committed.action)


def test_evidence_sent_eight_times_is_kept_once(committed):
    def files():
        return {"file": SimpleUploadedFile("minutes.txt", b"What was said.")}

    statuses = send_eight_times(committed.lead, "plans:evidence-add", [committed.action.pk], PROOF, files)
    assert statuses == [302] * 8
    assert count(Evidence, title="Minutes") == 1
    assert len([path for path in committed.media.rglob("*") if path.is_file()]) == 1


def test_a_strand_rating_sent_eight_times_counts_once(committed):
    fields = {"rating": "off_track", "narrative": "Two are late."}
    assert send_eight_times(committed.manager, "plans:strand-rate", [committed.strand.pk], fields) == [302] * 8
    assert count(StrandRating) == 1


def test_a_note_on_several_actions_sent_eight_times_counts_once(committed):
    fields = {"actions": [committed.action.pk, committed.other.pk], "narrative": "All of them.", "rating": ""}
    assert send_eight_times(committed.lead, "plans:bulk-update", [], fields) == [302] * 8
    assert count(StatusUpdate) == 2


def test_no_change_sent_eight_times_counts_once(committed):
    with working_as():
        services.record_update(action=committed.action, by=committed.lead, on=today(), narrative="So far.")
        version = Action.objects.get(pk=committed.action.pk).version
    fields = {"version": version, "token": str(uuid.UUID(int=7))}
    assert send_eight_times(committed.lead, "plans:action-no-change", [committed.action.pk], fields) == [302] * 8
    assert count(StatusUpdate, is_no_change=True) == 1


@pytest.mark.parametrize(
    ("name", "fields", "model"),
    [
        ("plans:action-add", PROMISE, Action),
        ("plans:strand-add", PART, Strand),
        ("plans:plan-add", {"name": "Another plan", "starts_on": "1/9/2026", "reason": "As agreed."}, Plan),
        ("board:meeting-add", MEETING, Meeting),
        ("plans:filter-save", {"name": "Mine", "query": "flag=mine"}, SavedFilter),
    ],
)
def test_a_new_row_sent_eight_times_is_made_once_and_refused_in_words(committed, name, fields, model):
    keys = {"plans:action-add": [committed.strand.pk], "plans:strand-add": [committed.plan.pk]}.get(name, [])
    if name == "plans:plan-add":
        fields = fields | {"type": committed.plan.type_id}
    before = count(model)
    statuses = send_eight_times(committed.manager, name, keys, fields)
    assert set(statuses) <= {200, 302}
    assert 302 in statuses
    assert count(model) == before + 1


@pytest.mark.parametrize("is_published", [True, False])
def test_publishing_sent_eight_times_publishes_and_does_not_take_back(committed, is_published):
    with working_as():
        services.publish(plan=committed.plan, by=None, on=date(2026, 1, 1), is_published=not is_published)
    before = count(Publication)
    fields = {"effective_on": "1/11/2026"}
    statuses = send_eight_times(committed.manager, "plans:plan-publish", [committed.plan.pk], fields)
    assert set(statuses) <= {200, 302}
    with working_as():
        assert Plan.objects.get(pk=committed.plan.pk).is_published is is_published
    assert count(Publication) == before + 1


def test_evidence_is_released_and_closed_once(committed):
    with working_as():
        evidence = Evidence.objects.get()
    assert set(send_eight_times(committed.lead, "plans:evidence-release", [evidence.pk], {})) <= {200, 302}
    assert count(EvidenceRelease) == 1
    reason = {"reason": "A child can be recognised."}
    send_eight_times(committed.lead, "plans:evidence-release", [evidence.pk], reason)
    with working_as():
        voiding = EvidenceRelease.objects.filter(voids__isnull=False)
        assert voiding.count() >= 1
        assert len(set(voiding.values_list("voids", flat=True))) == voiding.count()


def test_a_report_is_taken_back_once(committed):
    with working_as():
        row = services.record_update(action=committed.action, by=committed.lead, on=today(), narrative="So far.")
    statuses = send_eight_times(committed.lead, "plans:update-withdraw", [row.pk], {"reason": "Wrong action."})
    assert set(statuses) <= {200, 302, 404}
    assert count(StatusUpdate, voids=row) == 1
    assert stands_as_computed(committed.action)


def test_of_two_reports_on_the_same_version_one_is_saved_and_the_other_shown(committed):
    address = reverse("plans:action-update", args=[committed.action.pk])
    browsers = [signed_in(person) for person in (committed.lead, committed.manager)]
    forms = [hidden_fields(browser.get(address).text) | REPORT for browser in browsers]
    for number, form in enumerate(forms):
        form["narrative"] = f"What person {number} saw."

    def work(number):
        return lambda: browsers[number].post(address, forms[number])

    responses = at_once(work(0), work(1))
    assert sorted(response.status_code for response in responses) == [302, 409]
    lost = next(number for number, response in enumerate(responses) if response.status_code == 409)
    text = responses[lost].text
    assert "What person 0 saw." in text
    assert "What person 1 saw." in text
    with working_as():
        assert StatusUpdate.objects.get().narrative == f"What person {1 - lost} saw."


def report(committed, words, **values):
    values = {"action": committed.action, "by": committed.lead, "on": today(), "narrative": words} | values
    return in_transaction(services.record_update, **values)


def test_of_eight_reports_with_one_version_one_is_recorded(committed):
    version = committed.action.version
    results = at_once(*[report(committed, f"Report {n}", version=version) for n in range(8)])
    assert sum(isinstance(result, services.Stale) for result in results) == 7
    assert count(StatusUpdate) == 1


def test_reports_at_once_leave_what_a_fresh_computation_gives(committed):
    ratings = ("on_track", None, "on_track", None)
    works = [report(committed, f"Report {n}", rating=rating) for n, rating in enumerate(ratings)]
    results = at_once(*works, *works)
    assert [result.narrative for result in results] == [f"Report {n}" for n in range(4)] * 2
    assert count(StatusUpdate) == 8
    assert stands_as_computed(committed.action)


def edit_plan(committed, **fields):
    kept = {name: getattr(committed.plan, name) for name in editing.PLAN_FIELDS}
    return in_transaction(editing.save_plan, plan=committed.plan, reason="As agreed.", **kept | fields)


def test_a_report_a_changed_plan_and_the_nightly_work_do_not_meet(committed):
    works = [report(committed, f"Report {n}") for n in range(3)]
    works += [in_transaction(services.record_update, action=committed.other, by=None, on=today(), narrative="Other.")]
    works += [edit_plan(committed, note=f"Note {n}") for n in range(2)]
    works += [in_transaction(refresh_all, progress=lambda done, total: None) for _ in range(2)]
    at_once(*works)
    assert count(StatusUpdate) == 4
    assert stands_as_computed(committed.action)
    assert stands_as_computed(committed.other)


def test_notes_on_several_actions_and_the_nightly_work_do_not_block_each_other(committed):
    """References in an order that is not the one in which the rows were made."""
    with working_as():
        Action.objects.filter(pk=committed.action.pk).update(reference_key="z")
    address = reverse("plans:bulk-update")
    fields = {"actions": [committed.action.pk, committed.other.pk], "narrative": "All of them.", "rating": ""}
    browsers = [signed_in(committed.lead) for _ in range(3)]

    def note(browser):
        return lambda: browser.post(address, fields).status_code

    nightly = [in_transaction(refresh_all, progress=lambda done, total: None) for _ in range(3)]
    results = at_once(*map(note, browsers), *nightly)
    assert results[:3] == [302] * 3
    assert count(StatusUpdate) == 6
    assert stands_as_computed(committed.action)
    assert stands_as_computed(committed.other)


def test_two_people_decide_on_one_new_date(committed):
    ask = in_transaction(
        services.ask_extension,
        action=committed.action,
        by=committed.lead,
        on=today(),
        to_due_on=date(2028, 1, 31),
        reason="Late.",
    )
    extension = ask()
    decide = {"extension": extension, "on": today(), "reason": "As agreed."}
    results = at_once(
        in_transaction(services.decide_extension, by=committed.manager, is_approved=True, **decide),
        in_transaction(services.decide_extension, by=committed.second, is_approved=False, **decide),
    )
    assert sum(isinstance(result, services.Refused) for result in results) == 1
    with working_as():
        due_on = date(2028, 1, 31) if ExtensionDecision.objects.get().is_approved else date(2027, 3, 31)
        assert Action.objects.get(pk=committed.action.pk).due_on == due_on
    assert stands_as_computed(committed.action)


@pytest.mark.parametrize("is_versioned", [True, False])
def test_accepting_and_sending_back_at_once_is_one_decision(committed, is_versioned):
    with working_as():
        services.say_done(action=committed.action, by=committed.lead, on=today(), reason="Done.")
        version = Action.objects.get(pk=committed.action.pk).version if is_versioned else None
    values = {"action": committed.action, "on": today(), "reason": "Looked at.", "version": version}
    results = at_once(
        in_transaction(services.accept, by=committed.manager, **values),
        in_transaction(services.send_back, by=committed.second, **values),
    )
    assert [isinstance(r, (services.Refused, services.Stale)) for r in results].count(True) == 1
    made = next(result for result in results if isinstance(result, ActionDecision))
    with working_as():
        kinds = set(ActionDecision.objects.values_list("kind", flat=True))
        state = Action.objects.get(pk=committed.action.pk).state
    assert kinds == {"said_done", made.kind}
    assert state == {"accepted": "accepted", "sent_back": "open"}[made.kind]
    assert stands_as_computed(committed.action)


def say_done(committed, **values):
    values = {"action": committed.action, "by": committed.lead, "on": today(), "reason": "Done."} | values
    return in_transaction(services.say_done, **values)


def test_saying_done_and_reporting_at_once_loses_neither(committed):
    results = at_once(say_done(committed), report(committed, "Nearly there."))
    assert [type(result) for result in results] == [ActionDecision, StatusUpdate]
    with working_as():
        assert Action.objects.get(pk=committed.action.pk).state == "said_done"
    assert stands_as_computed(committed.action)


def test_saying_done_and_reporting_on_one_version_is_one_of_them(committed):
    version = committed.action.version
    results = at_once(say_done(committed, version=version), report(committed, "Nearly there.", version=version))
    assert sum(isinstance(result, services.Stale) for result in results) == 1
    assert count(ActionDecision) + count(StatusUpdate) == 1
    assert stands_as_computed(committed.action)


def test_two_actions_that_take_each_others_place_do_not_block_each_other(committed):
    values = {"by": committed.manager, "on": today(), "kind": "merged", "reason": "The same."}
    pairs = [(committed.action, committed.other), (committed.other, committed.action)]
    works = [in_transaction(services.drop, action=one, takes_its_place=two, **values) for one, two in pairs]
    results = at_once(*works)
    assert {type(result) for result in results} == {ActionDecision, services.Refused}
    assert count(ActionDecision) == 1


@pytest.mark.parametrize("reference", ["PA1.50", "pa1.50"])
def test_two_people_give_one_reference_and_one_is_refused_in_words(committed, reference):
    works = []
    for words, name in (("PA1.50", "First"), (reference, "Second")):
        action = Action(plan=committed.plan, strand=committed.strand)
        fields = {"reference": words, "title": name, "reason": "As agreed.", "on": today()}
        works.append(in_transaction(editing.save_action, action=action, **fields))
    results = at_once(*works)
    refused = [result for result in results if isinstance(result, services.Refused)]
    assert [(one.message, one.field) for one in refused] == [
        ("This plan already has an action with this reference.", "reference")
    ]
    assert count(Action, reference_key="pa 00000001 00000050") == 1


def test_two_new_dates_asked_for_at_once_are_one(committed):
    values = {"action": committed.action, "on": today(), "to_due_on": date(2028, 1, 31), "reason": "Late."}
    people = (committed.lead, committed.manager)
    results = at_once(*[in_transaction(services.ask_extension, by=person, **values) for person in people])
    assert sum(isinstance(result, services.Refused) for result in results) == 1
    assert count(Extension) == 1
