"""What the clock is told of a case: record by record, and with what the team added."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.caseload import clock, models
from apps.caseload.facts import facts_of
from apps.caseload.figures import open_cases
from tests import factories
from tests.caseload import sen2
from tests.caseload.cases import DAY, a_case, a_plan, an_active_plan, an_assessment, an_extract, before

pytestmark = pytest.mark.usefixtures("as_cases")


def facts(request):
    return facts_of([request])[request.pk]


def test_a_request_that_waits_has_only_its_day():
    request = a_case(before(10), key="R7")
    assert facts(request) == clock.CaseFacts(reference="R7", received_on=before(10))


def test_a_refusal():
    request = a_case(before(50), "N", outcome_on=before(9))
    assert facts(request) == clock.CaseFacts(
        reference=request.key,
        received_on=before(50),
        decision=clock.Decision.DO_NOT_ASSESS,
        decision_on=before(9),
    )


def test_a_refusal_with_an_assessment_went_ahead():
    request = a_case(before(50), "N", outcome_on=before(9))
    an_assessment(request)
    assert (facts(request).decision, facts(request).decision_on) == (clock.Decision.ASSESS, before(9))


@pytest.mark.parametrize(
    ("outcome", "assessed", "ended_on"),
    [("W", None, before(100)), ("Y", "W", before(60))],
)
def test_what_ended_on_a_day_that_is_not_known_ended_on_the_last_day_known(outcome, assessed, ended_on):
    request = a_case(before(100), outcome, outcome_on=before(60) if assessed else None)
    if assessed:
        an_assessment(request, assessed)
    assert facts(request).withdrawn_on == ended_on
    assert not clock.is_waiting_for_plan(facts(request), DAY)


def test_a_child_who_moved_away_before_the_assessment_ended_waits_for_no_plan():
    assert facts(a_case(before(30), exported="1")).withdrawn_on == before(30)
    assert facts(a_case(before(30), exported="0")).withdrawn_on is None


def test_no_plan_ends_the_clock_on_its_day_and_not_without_one():
    request = a_case(before(100), "Y", outcome_on=before(60))
    assessment = an_assessment(request, "N", outcome_on=before(5))
    assert facts(request).no_plan_notice_on == before(5)
    models.Assessment.objects.filter(pk=assessment.pk).update(outcome_on=None)
    assert clock.is_waiting_for_plan(facts(request), DAY)


def test_decided_before_the_collection_period():
    with_plan = a_case(before(400), "H")
    a_plan(with_plan, before(200))
    models.Assessment.objects.filter(request=with_plan).update(outcome="H")
    assert (facts(with_plan).received_on, facts(with_plan).final_on) == (before(400), before(200))
    assert facts(a_case(before(400), "H")) == clock.CaseFacts(reference=models.Request.objects.last().key)


def test_a_plan_its_end_and_records_that_are_gone():
    request = a_case(before(300), "Y", outcome_on=before(260))
    plan = a_plan(request, before(160), ceased_on=before(1), cease_reason="2")
    assert (facts(request).final_on, facts(request).ceased_on) == (before(160), before(1))
    models.NamedPlan.objects.filter(pk=plan.pk).update(missing_since=an_extract())
    assert (facts(request).final_on, facts(request).ceased_on) == (None, None)


def test_the_review_of_the_return_and_those_recorded_here():
    request = a_case(before(900), "Y", outcome_on=before(860))
    a_plan(request, before(800))
    an_active_plan(request, review_meeting_on=before(100), decided_on=before(90), review_outcome="A")
    found = facts(request)
    assert (found.review_meeting_on, found.review_decision_on, found.last_review_on) == (
        before(100),
        before(90),
        before(90),
    )
    assert (found.review_outcome, found.amendment_notice_on) == (None, None)
    models.Review.objects.create(request=request, meeting_on=before(20))
    found = facts(request)
    assert (found.review_meeting_on, found.review_decision_on, found.last_review_on) == (before(20), None, before(90))


def test_a_meeting_after_the_decision_of_the_return_is_not_decided():
    request = a_case(before(900), "Y", outcome_on=before(860))
    an_active_plan(request, review_meeting_on=before(10), decided_on=before(90))
    found = facts(request)
    assert (found.review_meeting_on, found.review_decision_on, found.last_review_on) == (before(10), None, before(90))


def test_a_review_recorded_here_says_more_of_the_one_in_the_return():
    request = a_case(before(900), "Y", outcome_on=before(860))
    an_active_plan(request, review_meeting_on=before(50), decided_on=before(40))
    models.Review.objects.create(request=request, meeting_on=before(50), outcome="amend", notice_on=before(40))
    found = facts(request)
    assert (found.review_decision_on, found.review_outcome) == (before(40), clock.ReviewOutcome.AMEND)
    assert (found.amendment_notice_on, found.amended_final_on) == (before(40), None)


def test_amendments_that_are_not_finished_stay_while_the_next_meeting_is_planned():
    request = a_case(before(900), "Y", outcome_on=before(860))
    models.Review.objects.create(
        request=request, meeting_on=before(70), decided_on=before(60), outcome="amend", notice_on=before(60)
    )
    models.Review.objects.create(request=request, meeting_on=DAY + timedelta(days=200))
    assert (facts(request).review_meeting_on, facts(request).amendment_notice_on) == (before(70), before(60))


@pytest.mark.parametrize(
    ("due_on", "kind"),
    [
        (date(2025, 3, 31), clock.TransferKind.SECONDARY_TO_POST_16),
        (date(2025, 2, 15), clock.TransferKind.OTHER_PHASE),
        (date(2025, 4, 1), clock.TransferKind.BETWEEN_POST_16),
    ],
)
def test_a_transfer_of_the_return_is_due_on_its_own_day(due_on, kind):
    request = a_case(before(900), "Y", outcome_on=before(860))
    an_active_plan(request, transfer_due_on=due_on)
    found = facts(request)
    assert found.transfer.kind == kind
    assert due_on in [d.due_on for d in clock.deadlines(found, DAY) if d.key.startswith("transfer")]


def test_what_the_team_adds():
    request = a_case(before(120), "Y", outcome_on=before(90))
    person = factories.PersonFactory()
    models.AdviceRequest.objects.create(request=request, service="ep", asked_on=before(80), received_on=before(40))
    for kind, days, note in (
        ("draft_issued", 30, ""),
        ("consultation_sent", 29, "A school"),
        ("consultation_sent", 28, "Another school"),
        ("consultation_answered", 20, "Another school"),
    ):
        models.Step.objects.create(request=request, kind=kind, on=before(days), note=note)
    models.StatutoryException.objects.create(
        request=request, ground="10(4)(c)", reason="Illness.", starts_on=before(60), authorised_by=person
    )
    models.Transfer.objects.create(request=request, kind="post_16", transfer_on=date(2026, 9, 1))
    models.Dispute.objects.create(request=request, kind="mediation", started_on=before(12))
    models.Dispute.objects.create(request=request, kind="appeal", started_on=before(70), ended_on=before(65))
    found = facts(request)
    assert found.advice == (clock.AdviceRequest("Educational psychology", before(80), before(40)),)
    assert found.draft_on == before(30)
    assert found.consultations == (
        clock.Consultation("A school", before(29), None),
        clock.Consultation("Another school", before(28), before(20)),
    )
    assert [(e.regulation, e.limits) for e in found.exceptions] == [
        ("10(4)(c)", frozenset({"no_plan_notice", "final_plan"}))
    ]
    assert found.transfer == clock.PhaseTransfer(clock.TransferKind.SECONDARY_TO_POST_16, date(2026, 9, 1))
    assert [(d.kind, d.mediation_asked_on, d.appeal_on) for d in found.disputes] == [
        (clock.DisputeKind.REFUSED_TO_ASSESS, before(12), None)
    ]


def test_the_clock_and_the_figures_agree_on_the_demonstration():
    sen2.load()
    on = date(2025, 1, 16)
    found = facts_of(models.Request.objects.values_list("pk", flat=True))
    waiting = [f for f in found.values() if clock.is_waiting_for_plan(f, on)]
    assert len(waiting) == open_cases([on])[on].open
    assert sum(on > clock.plan_due_on(f) for f in waiting) == open_cases([on])[on].overdue


def test_ten_cases_take_as_many_queries_as_one():
    requests = [a_case() for _ in range(10)]
    with CaptureQueriesContext(connection) as one:
        facts_of(requests[:1])
    with CaptureQueriesContext(connection) as ten:
        assert len(facts_of(requests)) == 10
    assert len(one) == len(ten) == 7
