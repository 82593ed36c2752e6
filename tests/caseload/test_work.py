"""What a team records on a case: what counts, what is refused, what is corrected, and what is taken back."""

import uuid
from datetime import date

import pytest

from apps.accounts.models import Role
from apps.caseload import clock, models, services, work
from apps.caseload.facts import facts_of
from apps.caseload.figures import open_cases, plans_issued
from apps.caseload.history import history_of
from apps.caseload.models import Case, CaseStanding
from apps.core.changes import Refused, Stale
from tests import factories
from tests.caseload.cases import DAY, a_case, a_plan, an_assessment, an_extract, before
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases")


@pytest.fixture
def case(db):
    an_extract()
    request = a_case(before(60), "Y", outcome_on=before(30))
    an_assessment(request)
    return request


@pytest.fixture
def person(council):
    return make_person(Role.EHC_CASEWORKER, council)


@pytest.fixture
def manager(council):
    return make_person(Role.EHC_MANAGER, council)


def version(case):
    return Case.objects.filter(request=case).values_list("version", flat=True).first() or 0


def add(model, case, **fields):
    return work.add(model, request=case, by=None, version=version(case), recorded_on=DAY, **fields)


def change(row, reason="", **fields):
    return work.change(row, version=version(row.request), recorded_on=DAY, reason=reason, **fields)


def take_back(row, by=None, reason="It belongs to another case."):
    return work.take_back(row, by=by, version=version(row.request), recorded_on=DAY, reason=reason)


def refusal(model, case, **fields):
    with pytest.raises(Refused) as refused:
        add(model, case, **fields)
    return refused.value.message, refused.value.field


def facts(case):
    return facts_of([case])[case.pk]


def test_several_services_are_asked_at_once_and_a_double_click_counts_once(case, person):
    sent = {
        "request": case,
        "by": person,
        "version": 0,
        "recorded_on": DAY,
        "asked_on": before(20),
        "token": uuid.uuid4(),
    }
    rows = work.ask_advice(services=["ep", "health"], **sent)
    again = work.ask_advice(services=["ep", "health"], **sent)
    assert [row.pk for row in rows] == [row.pk for row in again]
    found = models.AdviceRequest.objects.values_list("service", "asked_on", "received_on", "recorded_by")
    assert sorted(found) == [("ep", before(20), None, person.pk), ("health", before(20), None, person.pk)]
    assert version(case) == 1


def test_a_row_that_is_sent_twice_counts_once(case):
    sent = {"request": case, "by": None, "version": 0, "recorded_on": DAY, "token": uuid.uuid4()}
    first = work.add(models.Step, kind="draft_issued", on=DAY, **sent)
    assert work.add(models.Step, kind="draft_issued", on=DAY, **sent) == first
    assert models.Step.objects.count() == 1


def test_somebody_who_looked_at_an_older_state_is_refused(case):
    add(models.Step, case, kind="draft_issued", on=before(3))
    with pytest.raises(Stale) as stale:
        work.add(models.Step, request=case, by=None, version=0, recorded_on=DAY, kind="representations", on=before(1))
    assert (stale.value.row.version, models.Step.objects.count()) == (1, 1)


def test_the_standing_follows_in_the_same_transaction(case):
    assert CaseStanding.objects.get(request=case).stage == "assessing"
    row = add(models.Step, case, kind="draft_issued", on=before(3))
    assert CaseStanding.objects.get(request=case).stage == "drafting"
    take_back(row)
    assert CaseStanding.objects.get(request=case).stage == "assessing"


@pytest.mark.parametrize(
    ("model", "fields", "words", "field"),
    [
        (
            models.AdviceRequest,
            {"service": "ep", "asked_on": before(61)},
            "The request was received on 17 November 2024: choose that day or a later one.",
            "asked_on",
        ),
        (
            models.AdviceRequest,
            {"service": "ep", "asked_on": before(9), "received_on": before(10)},
            "Advice cannot arrive before it was asked for.",
            "received_on",
        ),
        (
            models.AdviceRequest,
            {"service": "ep", "asked_on": before(-1)},
            "The date of what happened cannot be in the future.",
            "asked_on",
        ),
        (
            models.Step,
            {"kind": "consultation_sent", "on": before(1)},
            "Enter the school or setting that was consulted.",
            "note",
        ),
        (
            models.Step,
            {"kind": "consultation_answered", "on": before(1), "note": "A school"},
            "Choose a setting that was consulted on that day or before it.",
            "note",
        ),
        (
            models.Review,
            {"meeting_on": before(9), "decided_on": before(3)},
            "Enter both the decision and the day on which the council wrote with it.",
            "outcome",
        ),
        (
            models.Review,
            {"meeting_on": before(9), "decided_on": before(10), "outcome": "amend"},
            "It cannot be decided before the meeting.",
            "decided_on",
        ),
        (
            models.Review,
            {"meeting_on": before(9), "notice_on": before(5), "final_on": before(6)},
            "The final plan cannot be sent before the notice.",
            "final_on",
        ),
        (
            models.Review,
            {"meeting_on": before(9), "not_amending_on": before(1)},
            "Enter the notice of amendments that came before it.",
            "notice_on",
        ),
        (
            models.Dispute,
            {"kind": "appeal", "notified_on": before(3), "started_on": before(4)},
            "It cannot start before the family was told of the decision.",
            "started_on",
        ),
        (
            models.Feedback,
            {"kind": "complaint", "received_on": before(3), "answered_on": before(4)},
            "It cannot be answered before it came.",
            "answered_on",
        ),
        (
            models.PlanAudit,
            {"audited_on": before(3), "grade": 5, "has_social_care": True, "has_adulthood": False},
            "Choose a grade from 1 to 4.",
            "grade",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(case, model, fields, words, field):
    assert refusal(model, case, **fields) == (words, field)
    assert model.objects.count() == 0


@pytest.mark.parametrize(
    ("model", "fields", "words"),
    [
        (
            models.AdviceRequest,
            {"service": "ep", "asked_on": before(9)},
            "This advice was asked for on that day already.",
        ),
        (models.Review, {"meeting_on": before(9)}, "A review with this meeting is recorded already."),
        (models.Transfer, {"kind": "phase", "transfer_on": before(-90)}, "A move on this day is recorded already."),
    ],
)
def test_the_same_is_recorded_once_and_anew_after_it_was_taken_back(case, model, fields, words):
    row = add(model, case, **fields)
    assert refusal(model, case, **fields)[0] == words
    take_back(row)
    assert add(model, case, **fields).pk != row.pk


def an_exception(case, manager, **fields):
    fields = {"ground": "10(4)(c)", "reason": "Illness.", "starts_on": before(20), "authorised_by": manager} | fields
    return add(models.StatutoryException, case, **fields)


def test_an_exception_excuses_and_moves_no_date(case, manager):
    due_on = CaseStanding.objects.get(request=case).next_due_on
    an_exception(case, manager)
    standing = CaseStanding.objects.get(request=case)
    assert (standing.has_exception, standing.next_due_on, standing.is_open) == (True, due_on, True)
    deadline = next(d for d in clock.deadlines(facts(case), DAY) if d.key == "final_plan")
    assert (deadline.is_excused, deadline.due_on) == (True, before(-80))


def test_an_exception_for_the_decision_within_six_weeks(manager):
    case = a_case(before(10))
    add(
        models.StatutoryException,
        case,
        ground="5(4)(a)",
        reason="The school is closed.",
        starts_on=before(9),
        ends_on=before(-19),
        authorised_by=manager,
    )
    excused = {d.key: d.is_excused for d in clock.deadlines(facts(case), DAY)}
    assert (excused["decision"], excused["final_plan"]) == (True, False)


def test_shortage_of_staff_is_no_ground(case, manager):
    with pytest.raises(Refused) as refused:
        an_exception(case, manager, ground="staff")
    assert refused.value.message == "Choose one of the grounds of the regulations. Shortage of staff is not one."


@pytest.mark.parametrize("ground", ["10(4)(a)", "10(4)(b)", "10(4)(d)", "5(4)(a)"])
def test_what_must_last_four_weeks_lasts_28_days(case, manager, ground):
    with pytest.raises(Refused) as refused:
        an_exception(case, manager, ground=ground, ends_on=before(-6))
    assert refused.value.field == "ends_on"
    assert an_exception(case, manager, ground=ground, ends_on=before(-7)).pk


def test_only_who_is_an_ehc_manager_on_the_day_authorises(case, person, manager):
    for somebody in (person, make_person(Role.DATA_OFFICER, factories.OrganisationFactory())):
        with pytest.raises(Refused) as refused:
            an_exception(case, somebody)
        assert refused.value.field == "authorised_by"
    row = an_exception(case, manager)
    manager.memberships.update(ends_on=before(1))
    with pytest.raises(Refused):
        an_exception(case, manager, starts_on=before(19))
    # Whoever authorised it did; it can still be given an end.
    assert change(row, ends_on=before(1)).ends_on == before(1)


def test_filling_in_asks_for_no_reason_and_correcting_does(case):
    row = add(models.AdviceRequest, case, service="health", asked_on=before(20))
    change(row, received_on=before(5))
    with pytest.raises(Refused) as refused:
        change(row, received_on=before(4))
    assert (refused.value.field, refused.value.message) == ("why", "Say why what was recorded is corrected.")
    change(row, reason="It came a day later.", received_on=before(4))
    changes = [(entry.reason, entry.changes) for entry in history_of(case) if entry.what == "Advice request changed"]
    assert changes == [
        ("It came a day later.", [("Received on", "11 January 2025", "12 January 2025")]),
        ("", [("Received on", "", "11 January 2025")]),
    ]


def test_a_change_that_is_sent_twice_counts_once(case):
    row = add(models.AdviceRequest, case, service="health", asked_on=before(20))
    sent = {"version": 1, "recorded_on": DAY, "received_on": before(5)}
    work.change(row, **sent)
    work.change(row, **sent)
    assert version(case) == 2
    with pytest.raises(Stale):
        work.change(row, **sent | {"received_on": before(4)}, reason="Another day.")


def test_what_is_taken_back_stays_in_sight_and_counts_no_more(case, person, manager):
    rows = [
        an_exception(case, manager),
        add(models.AdviceRequest, case, service="ep", asked_on=before(20)),
        add(models.Step, case, kind="draft_issued", on=before(3)),
        add(models.Review, case, meeting_on=before(9)),
        add(models.Transfer, case, kind="phase", transfer_on=before(-90)),
        add(models.Dispute, case, kind="appeal", started_on=before(2)),
    ]
    plain = clock.CaseFacts(
        reference=case.key,
        received_on=before(60),
        decision=clock.Decision.ASSESS,
        decision_on=before(30),
    )
    figures = open_cases([DAY]), plans_issued([2025])
    for row in rows:
        assert facts(case) != plain
        take_back(row, by=person)
    assert facts(case) == plain
    assert not CaseStanding.objects.get(request=case).has_exception
    assert (open_cases([DAY]), plans_issued([2025])) == figures
    row = models.AdviceRequest.objects.get()
    assert (row.taken_back_on, row.taken_back_by, row.taken_back_reason) == (DAY, person, "It belongs to another case.")
    with pytest.raises(Refused):
        change(row, received_on=before(1))
    assert take_back(row, by=person) == row
    entry = next(entry for entry in history_of(case) if entry.what == "Advice request taken back")
    assert entry.reason == "It belongs to another case."
    with pytest.raises(Refused):
        take_back(row, by=manager)


def test_what_the_clock_is_told_of_a_review_and_of_the_requests_comments(case):
    add(models.Step, case, kind="comments_invited", on=before(50))
    add(models.Step, case, kind="comments_received", on=before(40))
    add(
        models.Review,
        case,
        papers_on=before(30),
        meeting_on=before(9),
        report_on=before(8),
        decided_on=before(7),
        outcome="amend",
        notice_on=before(7),
        not_amending_on=before(2),
    )
    found = facts(case)
    assert (found.comments_invited_on, found.comments_received_on) == (before(50), before(40))
    assert (found.review_papers_on, found.review_report_on, found.not_amending_on) == (before(30), before(8), before(2))


def test_what_the_clock_is_told_of_a_dispute(case):
    add(
        models.Dispute,
        case,
        kind="mediation",
        against="refused_to_amend",
        notified_on=before(30),
        started_on=before(20),
        held_on=before(10),
        mediation_ended_on=before(9),
        certificate_on=before(8),
    )
    add(
        models.Dispute,
        case,
        kind="appeal",
        against="content",
        is_placement_only=True,
        notified_on=before(30),
        started_on=before(7),
        response_on=before(6),
        conceded_on=before(7),
        told_on=before(5),
    )
    assert facts(case).disputes == (
        clock.Dispute(
            clock.DisputeKind.REFUSED_TO_AMEND,
            before(30),
            contact_on=before(20),
            mediation_asked_on=before(20),
            mediation_on=before(10),
            mediation_ended_on=before(9),
            certificate_on=before(8),
        ),
        clock.Dispute(
            clock.DisputeKind.CONTENT,
            before(30),
            is_placement_only=True,
            appeal_on=before(7),
            response_on=before(6),
            conceded_on=before(7),
            told_will_assess_on=before(5),
        ),
    )


def test_who_declined_mediation_did_not_ask_for_it(case):
    add(models.Dispute, case, kind="mediation", started_on=before(20), declined_on=before(19))
    (dispute,) = facts(case).disputes
    assert (dispute.contact_on, dispute.mediation_asked_on, dispute.declined_on) == (before(20), None, before(19))


def test_advice_of_another_case_is_not_chased(case):
    row = add(models.AdviceRequest, case, service="ep", asked_on=before(20))
    other = a_case(before(60))
    words = refusal(models.Step, other, kind="chased", on=before(1), note="Called.", advice=row)
    assert words == ("Choose advice that was asked for in this case.", "advice")


def test_dates_are_said_as_people_say_them(case):
    assert str(add(models.AdviceRequest, case, service="ep", asked_on=date(2024, 12, 3))) == (
        "Educational psychology, asked 3 December 2024"
    )
    assert str(add(models.Step, case, kind="draft_issued", on=before(3))) == "Draft plan sent, 13 January 2025"


def test_giving_a_case_to_somebody_notices_what_was_added(case, person):
    add(models.Step, case, kind="draft_issued", on=before(3))
    with pytest.raises(Stale):
        services.assign(requests=[case], caseworker=person, versions={case.pk: 0})


def test_a_plan_that_was_issued_is_counted_with_its_exception_of_the_records_alone(case, manager):
    """What is recorded here excuses a deadline; the published figures read the return."""
    a_plan_of = a_case(before(200), "Y", outcome_on=before(170))
    a_plan(a_plan_of, date(2025, 1, 2))
    an_exception(a_plan_of, manager)
    assert (plans_issued([2025])[2025].issued, plans_issued([2025])[2025].without_exception) == (1, 1)
