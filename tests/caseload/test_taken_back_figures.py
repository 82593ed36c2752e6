"""What was taken back counts in no figure."""

from datetime import date, timedelta

import pytest

from apps.caseload import figures
from apps.caseload.figures import Audits, Disputes, Due
from apps.caseload.models import AdviceRequest, Dispute, Feedback, PlanAudit, Review, Transfer
from tests.caseload.cases import a_case, a_plan, an_active_plan

pytestmark = pytest.mark.usefixtures("as_cases")
ON = date(2024, 12, 31)
DAY = date(2024, 3, 1)
TAKEN_BACK = {"taken_back_on": ON, "taken_back_reason": "It belongs to another case."}


@pytest.fixture
def case(db):
    return a_case(DAY, "Y", outcome_on=DAY)


def both(model, request, **fields):
    """One row that counts and the same of another day taken back; ``day`` names the field of its day."""
    day = fields.pop("day")
    model.objects.create(request=request, **fields, **{day: DAY})
    model.objects.create(request=request, **fields, **{day: DAY + timedelta(days=1)}, **TAKEN_BACK)


def test_advice(case):
    both(AdviceRequest, case, service="ep", day="asked_on")
    assert figures.advice_in_time(ON) == {"ep": {2024: Due(1, 0)}}


def test_amended_plans(case):
    both(Review, case, outcome="amend", day="meeting_on")
    assert figures.amended_plans(ON) == {2024: Due(1, 0)}


def test_the_age_of_the_text(case):
    a_plan(case, DAY)
    an_active_plan(case)
    later = {"decided_on": date(2024, 10, 1), "notice_on": date(2024, 10, 1), "final_on": date(2024, 11, 1)}
    Review.objects.create(request=case, meeting_on=date(2024, 9, 1), outcome="amend", **later, **TAKEN_BACK)
    assert figures.plan_ages(ON).median_days == (ON - DAY).days


def test_transfers(case):
    both(Transfer, case, kind="phase", day="transfer_on")
    assert figures.transfers(ON) == {2024: Due(1, 0)}


def test_disputes(case):
    for kind in ("mediation", "appeal"):
        Dispute.objects.create(request=case, kind=kind, started_on=DAY, **TAKEN_BACK)
    assert figures.disputes([2024]) == {2024: Disputes(1, 0, 0)}


def test_complaints(case):
    both(Feedback, case, kind="complaint", day="received_on")
    assert figures.complaints(ON) == {2024: 1}


def test_audits(case):
    both(PlanAudit, case, grade=4, has_social_care=True, has_adulthood=True, day="audited_on")
    assert figures.audits(ON) == {2024: Audits(1, 1, 1, 1)}
