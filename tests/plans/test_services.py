"""What changes an action: every rule, who may not, and what a form sent twice does."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection

from apps.plans import editing, services
from apps.plans.models import ActionDecision, Evidence, ExtensionDecision, MilestoneCompletion, Plan, StatusUpdate
from apps.plans.services import Refused
from tests import factories
from tests.factories import TODAY


def report(action, by, **fields):
    return services.record_update(action=action, by=by, on=TODAY, **({"narrative": "It goes on."} | fields))


TROUBLE = {"why": "Nobody there.", "being_done": "Hire.", "back_on": date(2027, 1, 31), "board_ask": "Agree the post."}


@pytest.mark.parametrize("name", sorted(TROUBLE))
def test_red_and_amber_are_explained(action, lead_officer, name):
    with pytest.raises(Refused) as refused:
        report(action, lead_officer, rating="at_risk", **TROUBLE | {name: ""})
    assert refused.value.field == name
    with pytest.raises(IntegrityError, match="trouble_explained"):
        StatusUpdate.objects.create(
            action=action,
            recorded_by=lead_officer,
            narrative="Late.",
            effective_on=TODAY,
            rating="at_risk",
            **TROUBLE | {name: None if name == "back_on" else " "},
        )


def add_link(action, by=None):
    return services.add_evidence(
        action=action, by=by, on=TODAY, title="Minutes", shows="done", effective_on=TODAY, link="https://example.org/"
    )


def test_a_report_is_kept_with_its_author(action, lead_officer):
    row = report(action, lead_officer, rating="on_track", percent_complete=40)
    action.refresh_from_db()
    assert (row.author_title, row.recorded_by) == ("Project lead", lead_officer)
    assert (action.rating, action.percent_complete, action.updated_on, action.version) == ("on_track", 40, TODAY, 2)


def test_a_report_sent_twice_counts_once(action, lead_officer):
    token = uuid.uuid4()
    assert report(action, lead_officer, token=token) == report(action, lead_officer, token=token)
    assert StatusUpdate.objects.count() == 1


def test_a_stale_report_saves_nothing(action, lead_officer):
    report(action, lead_officer, version=1)
    with pytest.raises(services.Stale):
        report(action, lead_officer, version=1)
    assert StatusUpdate.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"effective_on": TODAY + timedelta(days=1)}, "effective_on"),
        ({"rating": "complete"}, "rating"),
    ],
)
def test_reports_that_are_refused(action, lead_officer, fields, field):
    with pytest.raises(services.Refused) as refused:
        report(action, lead_officer, **fields)
    assert refused.value.field == field
    assert not StatusUpdate.objects.exists()


def test_a_rating_greener_than_the_dates_needs_a_reason(legend, lead_officer):
    action = factories.ActionFactory(original_due_on=date(2026, 10, 31))
    with pytest.raises(services.Refused, match="Say why you rate it better than the dates do"):
        report(action, lead_officer, rating="on_track")
    assert not StatusUpdate.objects.exists()
    assert report(action, lead_officer, rating="on_track", reason_differs="New date agreed.").pk
    assert report(action, lead_officer, rating="off_track", **TROUBLE).pk


def test_milestones_are_ticked_and_unticked(action, lead_officer):
    milestone = factories.MilestoneFactory(action=action)
    report(action, lead_officer, milestones_done=[milestone])
    report(action, lead_officer, milestones_done=[milestone])
    assert MilestoneCompletion.objects.count() == 1
    report(action, lead_officer, milestones_not_done=[milestone])
    assert not MilestoneCompletion.objects.standing().exists()
    assert MilestoneCompletion.objects.count() == 2


def test_no_change_repeats_the_last_report_and_is_counted(action, lead_officer):
    report(action, lead_officer, rating="at_risk", percent_complete=30, **TROUBLE)
    for _ in range(3):
        row = services.record_no_change(action=action, by=lead_officer, on=TODAY)
    assert (row.rating, row.percent_complete, row.why, row.is_no_change) == ("at_risk", 30, "Nobody there.", True)
    assert action.standings.on(TODAY).get().times_unchanged == 3


def test_no_change_is_refused_before_the_first_report(action, lead_officer):
    with pytest.raises(services.Refused, match="no earlier report"):
        services.record_no_change(action=action, by=lead_officer, on=TODAY)


def test_done_accepted_and_reopened(action, lead_officer, programme_manager):
    report(action, lead_officer, rating="on_track")
    add_link(action, lead_officer)
    services.say_done(action=action, by=lead_officer, on=TODAY, reason="All done.", done_on=date(2026, 11, 20))
    action.refresh_from_db()
    assert (action.state, action.rating) == ("said_done", "on_track")
    services.accept(action=action, by=programme_manager, on=TODAY, reason="The minutes show it.")
    action.refresh_from_db()
    assert (action.state, action.rating) == ("accepted", "complete")
    assert action.standings.on(TODAY).get().finished_on == date(2026, 11, 20)
    services.reopen(action=action, by=programme_manager, on=TODAY, reason="It came undone.")
    action.refresh_from_db()
    assert (action.state, action.rating) == ("open", "on_track")


def test_done_wants_evidence(action, lead_officer):
    with pytest.raises(services.Refused, match="Add evidence first"):
        services.say_done(action=action, by=lead_officer, on=TODAY, reason="All done.")


def test_nobody_accepts_their_own_work(action, programme_manager):
    add_link(action)
    services.say_done(action=action, by=programme_manager, on=TODAY, reason="All done.")
    with pytest.raises(services.Refused, match="A second person"):
        services.accept(action=action, by=programme_manager, on=TODAY, reason="I say so.")


def test_sent_back_is_open_again(action, lead_officer, programme_manager):
    add_link(action)
    services.say_done(action=action, by=lead_officer, on=TODAY, reason="All done.")
    services.send_back(action=action, by=programme_manager, on=TODAY, reason="Page 2 is missing.")
    standing = action.standings.on(TODAY).get()
    assert (standing.state, standing.was_sent_back) == ("open", True)


@pytest.mark.parametrize("service", [services.accept, services.send_back])
def test_only_what_is_said_to_be_done_is_decided_on(action, programme_manager, service):
    with pytest.raises(services.Refused, match="it does not wait for acceptance"):
        service(action=action, by=programme_manager, on=TODAY, reason="Looked at it.")


def test_a_closed_action_takes_no_report(action, lead_officer, programme_manager):
    services.drop(action=action, by=programme_manager, on=TODAY, kind="withdrawn", reason="No longer needed.")
    with pytest.raises(services.Refused, match="PA1.1 is withdrawn. Reopen it"):
        report(action, lead_officer)


def test_merging_names_the_action_that_takes_its_place(action, programme_manager):
    other = factories.ActionFactory(strand=action.strand)
    elsewhere = factories.ActionFactory()
    for wrong in (None, action, elsewhere):
        with pytest.raises(services.Refused, match="Choose the other action"):
            services.drop(
                action=action, by=programme_manager, on=TODAY, kind="merged", reason="Same.", takes_its_place=wrong
            )
    services.drop(action=action, by=programme_manager, on=TODAY, kind="merged", reason="Same.", takes_its_place=other)
    action.refresh_from_db()
    assert (action.state, action.replaced_by) == ("merged", other)


def test_a_decision_sent_twice_counts_once(action, programme_manager):
    token = uuid.uuid4()
    for _ in range(2):
        services.drop(
            action=action, by=programme_manager, on=TODAY, kind="withdrawn", reason="Not needed.", token=token
        )
    assert ActionDecision.objects.count() == 1


def test_extensions_are_asked_for_once_and_decided_by_somebody_else(action, lead_officer, programme_manager):
    later = date(2027, 5, 1)
    asked = services.ask_extension(action=action, by=lead_officer, on=TODAY, to_due_on=later, reason="Late start.")
    with pytest.raises(services.Refused, match="already asked for"):
        services.ask_extension(action=action, by=lead_officer, on=TODAY, to_due_on=later, reason="Again.")
    with pytest.raises(services.Refused, match="Somebody other than the person who asked"):
        services.decide_extension(extension=asked, by=lead_officer, on=TODAY, is_approved=True)
    with pytest.raises(services.Refused, match="Say why"):
        services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=False)
    services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=True)
    with pytest.raises(services.Refused, match="already approved"):
        services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=True)
    assert ExtensionDecision.objects.count() == 1
    assert action.standings.on(TODAY).get().days_extended == 31


def test_a_new_date_must_be_later(action, lead_officer):
    with pytest.raises(services.Refused, match="later than 31 March 2027"):
        services.ask_extension(action=action, by=lead_officer, on=TODAY, to_due_on=date(2027, 3, 31), reason="Why.")


def test_evidence_is_released_once_and_closed_with_a_reason(action, lead_officer):
    evidence = add_link(action, lead_officer)
    first = services.release_evidence(evidence=evidence, by=lead_officer, on=TODAY)
    assert services.release_evidence(evidence=evidence, by=lead_officer, on=TODAY) == first
    services.close_evidence(evidence=evidence, by=lead_officer, on=TODAY, reason="A child can be recognised.")
    assert not evidence.releases.standing().exists()


def test_evidence_is_a_file_or_a_link(action, lead_officer):
    with pytest.raises(services.Refused, match="a file or a link"):
        services.add_evidence(action=action, by=None, on=TODAY, title="None", shows="done", effective_on=TODAY)
    assert not Evidence.objects.exists()


def test_a_strand_rated_better_than_its_actions_needs_a_reason(action, accountable_officer):
    rate = {"strand": action.strand, "by": accountable_officer, "on": TODAY, "narrative": "Good.", "rating": "on_track"}
    with pytest.raises(services.Refused, match="better than its actions"):
        services.rate_strand(**rate, rule_rating="off_track")
    assert services.rate_strand(**rate, rule_rating="off_track", reason_differs="Only one is late.").pk


def test_publishing_is_dated_and_repeated_on_the_plan(action, programme_manager):
    services.publish(plan=action.plan, by=programme_manager, on=TODAY, is_published=False, note="Taken back.")
    action.plan.refresh_from_db()
    assert action.plan.is_published is False
    assert action.plan.publications.get().effective_on == TODAY


def test_the_history_says_who_and_why(action, programme_manager):
    services.drop(action=action, by=programme_manager, on=TODAY, kind="withdrawn", reason="No longer needed.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgh_context->>'reason', state FROM plans_actionevent ORDER BY pgh_id DESC LIMIT 1")
        assert cursor.fetchone() == ("No longer needed.", "withdrawn")


def test_done_before_it_was_sent_back_waits_again(action, lead_officer, programme_manager):
    add_link(action, lead_officer)
    services.say_done(action=action, by=lead_officer, on=TODAY - timedelta(days=4), reason="Done.")
    services.send_back(action=action, by=programme_manager, on=TODAY - timedelta(days=2), reason="Not shown.")
    services.say_done(action=action, by=lead_officer, on=TODAY, reason="Now shown.", done_on=TODAY - timedelta(days=4))
    action.refresh_from_db()
    standing = action.standings.on(TODAY).get()
    assert (action.state, standing.finished_on) == ("said_done", TODAY - timedelta(days=4))


def test_a_report_from_before_the_action_existed_is_refused(action, lead_officer):
    with pytest.raises(Refused, match="is part of the plan since 1 September 2026"):
        report(action, lead_officer, effective_on=date(2026, 8, 31))


def test_one_note_keeps_what_the_last_report_still_says(action, lead_officer):
    trouble = {"why": "Ill.", "being_done": "Hire.", "back_on": date(2027, 1, 31), "board_ask": "Agree the post."}
    report(action, lead_officer, rating="off_track", percent_complete=40, **trouble)
    row = services.record_note(action=action, by=lead_officer, on=TODAY, narrative="As before.")
    assert (row.rating, row.percent_complete, row.narrative) == ("off_track", 40, "As before.")
    assert {name: getattr(row, name) for name in trouble} == trouble


def test_a_start_that_is_moved_was_not_moved_before(action, programme_manager):
    fields = {"reference": action.reference, "title": action.title, "is_critical": True}
    editing.save_action(
        action=action,
        reason="The Board agreed.",
        on=TODAY,
        by=programme_manager,
        version=action.version,
        start_on=date(2027, 1, 4),
        **fields,
    )
    before, now = action.standings.on(TODAY - timedelta(days=1)).get(), action.standings.on(TODAY).get()
    assert (before.rule_reason, before.is_critical) == ("start_missed", False)
    assert (now.rule_reason, now.is_critical) == ("not_due_to_start", True)


def test_a_decision_on_a_new_date_is_taken_back_and_made_again(action, lead_officer, programme_manager):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=TODAY, to_due_on=date(2027, 6, 30), reason="Hiring takes longer."
    )
    decision = services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=True)
    services.withdraw_extension_decision(decision=decision, by=programme_manager, on=TODAY, reason="Wrong action.")
    action.refresh_from_db()
    assert action.due_on == date(2027, 3, 31)
    services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=False, reason="Too late.")
    assert ExtensionDecision.objects.count() == 3


def test_nothing_is_decided_in_a_plan_that_is_closed(action, lead_officer, programme_manager):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=TODAY, to_due_on=date(2027, 6, 30), reason="Hiring takes longer."
    )
    Plan.objects.filter(pk=action.plan_id).update(closed_on=TODAY, closed_reason="Judged.")
    with pytest.raises(Refused, match="nothing more is decided in it"):
        services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=True)
    with pytest.raises(Refused, match="nothing more is decided in it"):
        services.drop(action=action, by=programme_manager, on=TODAY, kind="withdrawn", reason="No.")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda a, p: ActionDecision(action=a, kind="accepted", reason="Seen.", recorded_by=p), "Nothing was said"),
        (lambda a, p: StatusUpdate(action=a, narrative="  ", recorded_by=p), "says_something"),
        (
            lambda a, p: StatusUpdate(action=a, narrative="Later.", recorded_by=p, effective_on=date(2050, 1, 1)),
            "future",
        ),
        (lambda a, p: Evidence(action=a, title="x", shows="done", link="javascript:x"), "web_address"),
    ],
)
def test_the_database_itself_refuses(action, lead_officer, make, words):
    row = make(action, lead_officer)
    row.effective_on = row.effective_on or TODAY
    with pytest.raises(IntegrityError, match=words):
        row.save()


def test_a_row_takes_back_only_an_entry_about_the_same_action(action, lead_officer):
    other = report(factories.ActionFactory(strand=action.strand), lead_officer)
    with pytest.raises(IntegrityError, match="about the same thing"):
        StatusUpdate.objects.create(action=action, narrative="", effective_on=TODAY, voids=other, void_reason="Wrong.")


def test_when_it_was_recorded_is_the_databases_own_clock(action, lead_officer):
    past = datetime(2019, 1, 1, tzinfo=UTC)
    row = StatusUpdate.objects.create(action=action, narrative="Now.", effective_on=TODAY, recorded_at=past)
    row.refresh_from_db()
    assert row.recorded_at.year >= 2026
