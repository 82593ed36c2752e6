"""Cases about to pass day 140, and what clearing the overdue plans does to the 20-week figure."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from apps.caseload.clock import CaseFacts, Decision, backlog, forecast
from apps.caseload.clock.outlook import Passing, per_cent

ON = date(2026, 6, 1)


def due(reference, days, **facts):
    """A case whose day 140 is so many days after the date asked for."""
    return CaseFacts(reference=reference, received_on=ON + timedelta(days=days - 140), **facts)


def test_a_case_passes_on_day_141():
    cases = [due("late", -1), due("today", 0), due("sixth", 6), due("seventh", 7), due("last", 27), due("beyond", 28)]
    found = forecast(cases, ON, 4)
    assert found.passing == (
        Passing("today", ON, 1),
        Passing("sixth", date(2026, 6, 7), 1),
        Passing("seventh", date(2026, 6, 8), 2),
        Passing("last", date(2026, 6, 28), 4),
    )
    assert found.by_week == (2, 1, 0, 1)
    assert found.overdue == ("late",)


def test_only_cases_on_the_clock_are_forecast():
    past = ON - timedelta(days=1)
    cases = [
        due("issued", 3, final_on=past),
        due("withdrawn", 3, withdrawn_on=past),
        due("no plan", 3, no_plan_notice_on=past),
        due("refused", 3, decision_on=past, decision=Decision.DO_NOT_ASSESS),
        due("not yet received", 150),
        CaseFacts(reference="plan only", plan_made_on=past),
        due("assessing", 3, decision_on=past, decision=Decision.ASSESS),
        due("issued tomorrow", 4, final_on=ON + timedelta(days=1)),
    ]
    found = forecast(cases, ON, 30)
    assert [case.reference for case in found.passing] == ["assessing", "issued tomorrow"]
    assert found.overdue == ()


def test_cases_are_in_the_order_in_which_they_pass():
    found = forecast(iter([due("c", 5), due("b", 2), due("a", 5)]), ON, 1)
    assert [case.reference for case in found.passing] == ["b", "a", "c"]


def test_clearing_the_overdue_plans_lowers_the_figure():
    found = backlog(323, 113, 12)
    assert (found.share_now, found.share_then) == (Decimal("74.1"), Decimal("72.1"))
    assert found.sentence == (
        "If all 12 overdue plans are issued this year, this year's figure moves from 74.1% to 72.1%."
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            (9, 1, 1),
            "If the one overdue plan is issued this year, this year's figure moves from 90.0% to 81.8%.",
        ),
        ((9, 1, 0), "No plan is overdue; this year's figure stays at 90.0%."),
        ((0, 0, 0), "No plan is overdue; no plan has been issued this year."),
        (
            (0, 0, 3),
            "If all 3 overdue plans are issued this year, this year's figure, for which no plan counts yet, "
            "starts at 0.0%.",
        ),
        ((0, 5, 3), "If all 3 overdue plans are issued this year, this year's figure stays at 0.0%."),
        ((5, 0, 5), "If all 5 overdue plans are issued this year, this year's figure moves from 100.0% to 50.0%."),
    ],
)
def test_the_sentence_in_every_case(counts, sentence):
    assert backlog(*counts).sentence == sentence


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (1, 800, "0.1"),  # 0.125
        (3, 2000, "0.2"),  # 0.15, which a float and a half-to-even rule put at 0.1
        (1, 2000, "0.1"),  # 0.05
        (9, 2000, "0.5"),  # 0.45
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (293, 296, "99.0"),
        (82, 302, "27.2"),
        (0, 7, "0.0"),
        (7, 7, "100.0"),
    ],
)
def test_a_half_is_rounded_up(part, whole, share):
    assert per_cent(part, whole) == Decimal(share)


def test_no_share_of_nothing_and_no_negative_counts():
    assert per_cent(0, 0) is None
    with pytest.raises(ValueError, match="can't be negative"):
        backlog(1, -1, 0)
