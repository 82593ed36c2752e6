"""What fell due and whether it was done, at every boundary by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.caseload import figures
from apps.caseload.figures import Ages, Audits, Disputes, Due
from apps.caseload.models import AdviceRequest, Dispute, Feedback, PlanAudit, Review, Transfer
from tests.caseload.cases import a_plan_in_force, a_plan_of, a_request, assessed
from tests.caseload.test_figures import of_2024

ON = date(2024, 12, 31)
ASKED = date(2024, 3, 1)


def after(days, start=ASKED):
    return start + timedelta(days=days)


def advice(received=None, asked_on=ASKED, service="ep", **of_request):
    return AdviceRequest.objects.create(
        request=a_request(**of_request),
        service=service,
        asked_on=asked_on,
        received_on=None if received is None else after(received, asked_on),
    )


def test_advice_of_day_42_is_in_time_and_of_day_43_late(as_cases):
    for days in (41, 42, 43, None):
        advice(days)
    assert figures.advice_in_time(ON) == {"ep": {2024: Due(4, 2)}}
    assert figures.advice_in_time(ON)["ep"][2024].in_time_percentage == Decimal("50.0")


@pytest.mark.parametrize(("days", "expected"), [(41, {}), (42, {"ep": {2024: Due(1, 0)}})])
def test_advice_counts_once_its_day_42_has_come(as_cases, days, expected):
    advice()
    assert figures.advice_in_time(after(days)) == expected


def test_advice_is_told_by_service_and_by_the_year_it_was_due(as_cases):
    advice(10, asked_on=date(2023, 11, 19), service="health")
    advice(10, asked_on=date(2023, 11, 20), service="health")
    advice(50, service="social_care")
    assert figures.advice_in_time(ON) == {
        "health": {2023: Due(1, 1), 2024: Due(1, 1)},
        "social_care": {2024: Due(1, 0)},
    }


def a_review(final=None, outcome="amend", meeting_on=ASKED, request=None):
    return Review.objects.create(
        request=request or a_request(),
        meeting_on=meeting_on,
        outcome=outcome,
        final_on=None if final is None else after(final, meeting_on),
    )


def test_amended_plan_of_day_84_is_in_time_and_of_day_85_late(as_cases):
    for days in (83, 84, 85, None):
        a_review(days)
    a_review(84, outcome="maintain")
    assert figures.amended_plans(ON) == {2024: Due(4, 2)}
    assert [figures.amended_plans(after(days)) for days in (83, 84)] == [{}, {2024: Due(4, 2)}]


@pytest.mark.parametrize(
    ("kind", "transfer_on", "due_on"),
    [
        ("phase", date(2024, 9, 1), date(2024, 2, 15)),
        ("post_16", date(2024, 9, 1), date(2024, 3, 31)),
        ("between_post_16", date(2024, 9, 1), date(2024, 4, 1)),
        ("between_post_16", date(2024, 7, 31), date(2024, 2, 29)),
    ],
)
def test_transfers_by_their_dates(as_cases, kind, transfer_on, due_on):
    for days in (0, 1, None):
        final_on = None if days is None else due_on + timedelta(days=days)
        Transfer.objects.create(request=a_request(), kind=kind, transfer_on=transfer_on, final_on=final_on)
    assert figures.transfers(due_on - timedelta(days=1)) == {}
    assert figures.transfers(due_on) == {2024: Due(3, 1)}


def test_transfers_of_the_return_count_unless_they_are_entered_here_too(as_cases):
    due = {"transfer_due_on": date(2024, 2, 15)}
    a_plan_in_force(transfer_final_on=date(2024, 2, 15), **due)
    twice = a_plan_in_force(transfer_final_on=date(2024, 2, 16), **due)
    a_plan_in_force()
    assert figures.transfers(ON) == {2024: Due(2, 1)}
    Transfer.objects.create(
        request=twice.request, kind="phase", transfer_on=date(2024, 9, 1), final_on=date(2024, 2, 15)
    )
    assert figures.transfers(ON) == {2024: Due(2, 2)}


def test_mediation_and_appeals_about_any_decision(as_cases):
    assessed(a_request(had_mediation=True))
    assessed(a_request(), had_tribunal=True)
    assessed(a_request(), had_other_mediation=True, had_other_tribunal=True)
    Dispute.objects.create(request=a_request(outcome="N"), kind="mediation", started_on=ASKED)
    appealed = a_request(outcome="N", had_tribunal=True)
    for day in (ASKED, after(9)):
        Dispute.objects.create(request=appealed, kind="appeal", started_on=day)
    a_request(outcome="A", had_mediation=True)
    a_request(received_on=date(2022, 12, 31))
    assert figures.disputes([2022, 2023]) == {2022: Disputes(1, 0, 0), 2023: Disputes(5, 3, 3)}
    assert figures.disputes([]) == {}


def test_complaints_by_the_year_they_came(as_cases):
    for kind, day in (
        ("complaint", date(2023, 12, 31)),
        ("complaint", date(2024, 1, 1)),
        ("complaint", date(2024, 12, 31)),
        ("compliment", date(2024, 5, 1)),
        ("complaint", date(2025, 1, 1)),
    ):
        Feedback.objects.create(request=a_request(), kind=kind, received_on=day)
    assert figures.complaints(ON) == {2023: 1, 2024: 2}


def test_audits_with_grade_social_care_and_adulthood(as_cases):
    for grade, care, adulthood in ((1, True, False), (2, True, False), (3, False, True), (4, True, False)):
        PlanAudit.objects.create(
            request=a_request(), audited_on=ON, grade=grade, has_social_care=care, has_adulthood=adulthood
        )
    PlanAudit.objects.create(
        request=a_request(), audited_on=after(1, ON), grade=4, has_social_care=True, has_adulthood=True
    )
    assert figures.audits(ON) == {2024: Audits(4, 2, 3, 1)}


@pytest.mark.parametrize(
    ("issued", "on", "is_old"),
    [
        (date(2023, 1, 18), date(2024, 1, 18), 0),
        (date(2023, 1, 17), date(2024, 1, 18), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
    ],
)
def test_a_text_is_old_after_twelve_months(as_cases, issued, on, is_old):
    a_plan_of(assessed(a_plan_in_force().request), starts_on=issued)
    ages = figures.plan_ages(on)
    assert (ages.dated, ages.over_a_year, ages.up_to_date) == (1, is_old, 1 - is_old)


def test_a_final_amendment_makes_the_text_new_and_a_decision_the_review(as_cases):
    on = date(2024, 1, 18)
    amended, kept, undated = a_plan_in_force(), a_plan_in_force(decided_on=date(2023, 1, 18)), a_plan_in_force()
    for active in (amended, kept):
        a_plan_of(assessed(active.request), starts_on=date(2020, 1, 1))
    Review.objects.create(
        request=amended.request, meeting_on=date(2023, 9, 1), decided_on=date(2023, 9, 20), final_on=date(2023, 10, 10)
    )
    Review.objects.create(request=amended.request, meeting_on=date(2024, 1, 1), final_on=date(2024, 1, 19))
    assert undated.decided_on is None
    assert figures.plan_ages(on) == Ages(
        dated=2,
        undated=1,
        over_a_year=1,
        median_days=Decimal("789.0"),
        reviewable=2,
        not_reviewable=1,
        up_to_date=2,
    )


def test_nothing_recorded_is_nothing_and_not_zero(as_cases):
    assert figures.advice_in_time(ON) == figures.amended_plans(ON) == figures.transfers(ON) == {}
    assert figures.complaints(ON) == figures.audits(ON) == {}
    assert figures.plan_ages(ON) == Ages(0, 0, 0, None, 0, 0, 0)


def test_records_that_the_newest_load_no_longer_has_do_not_count(as_cases):
    gone = of_2024()
    advice(42, missing_since=gone)
    request = a_request(missing_since=gone, had_mediation=True)
    a_review(84, request=request)
    Transfer.objects.create(request=request, kind="phase", transfer_on=date(2024, 9, 1))
    Feedback.objects.create(request=request, kind="complaint", received_on=ASKED)
    PlanAudit.objects.create(request=request, audited_on=ASKED, grade=4, has_social_care=True, has_adulthood=True)
    test_nothing_recorded_is_nothing_and_not_zero(None)
    assert figures.disputes([2023]) == {}


def test_each_figure_is_one_query(as_cases):
    with CaptureQueriesContext(connection) as queries:
        figures.advice_in_time(ON)
        figures.amended_plans(ON)
        figures.transfers(ON)
        figures.disputes([2023, 2024])
        figures.complaints(ON)
        figures.audits(ON)
        figures.plan_ages(ON)
    assert len(queries) == 7
