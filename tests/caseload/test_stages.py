"""Where a case stands on a date, and the line against the 20 weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from apps.caseload.clock import (
    STAGE_WORDS,
    AdviceRequest,
    CaseFacts,
    Decision,
    Dispute,
    DisputeKind,
    ReviewOutcome,
    Stage,
    position_on_track,
    stage,
)

DAY_0 = date(2026, 1, 5)
MEETING = date(2026, 9, 1)


def day(count):
    return DAY_0 + timedelta(days=count)


WHOLE = CaseFacts(
    received_on=DAY_0,
    comments_invited_on=day(1),
    decision_on=day(42),
    decision=Decision.ASSESS,
    draft_on=day(100),
    final_on=day(140),
    plan_made_on=day(140),
    review_meeting_on=MEETING,
    review_decision_on=date(2026, 9, 29),
    review_outcome=ReviewOutcome.AMEND,
    amendment_notice_on=date(2026, 9, 29),
    amended_final_on=date(2026, 11, 24),
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (day(-1), "not_received"),
        (day(0), "requested"),
        (day(1), "deciding"),
        (day(41), "deciding"),
        (day(42), "assessing"),
        (day(99), "assessing"),
        (day(100), "drafting"),
        (day(139), "drafting"),
        (day(140), "issued"),
        (date(2026, 8, 31), "issued"),
        (MEETING, "reviewing"),
        (date(2026, 9, 28), "reviewing"),
        (date(2026, 9, 29), "amending"),
        (date(2026, 11, 23), "amending"),
        (date(2026, 11, 24), "issued"),
    ],
)
def test_a_case_from_request_to_amended_plan(on, expected):
    assert stage(WHOLE, on) == expected


REFUSED = CaseFacts(received_on=DAY_0, decision_on=day(40), decision=Decision.DO_NOT_ASSESS)
CONCEDED = Dispute(DisputeKind.REFUSED_TO_ASSESS, day(40), appeal_on=day(60), conceded_on=day(80))
PLAN = CaseFacts(plan_made_on=DAY_0, review_meeting_on=day(300), review_decision_on=day(320))


@pytest.mark.parametrize(
    ("facts", "on", "expected"),
    [
        (REFUSED, day(40), "refused"),
        (replace(REFUSED, disputes=(CONCEDED,)), day(79), "refused"),
        (replace(REFUSED, disputes=(CONCEDED,)), day(80), "assessing"),
        (replace(REFUSED, draft_on=day(150)), day(150), "drafting"),
        (CaseFacts(received_on=DAY_0, no_plan_notice_on=day(112)), day(112), "no_plan"),
        (CaseFacts(received_on=DAY_0, withdrawn_on=day(20)), day(19), "requested"),
        (CaseFacts(received_on=DAY_0, withdrawn_on=day(20)), day(20), "withdrawn"),
        (replace(PLAN, review_outcome=ReviewOutcome.KEEP), day(320), "issued"),
        (replace(PLAN, review_outcome=ReviewOutcome.CEASE), day(320), "ceasing"),
        (replace(PLAN, review_outcome=ReviewOutcome.CEASE, ceased_on=day(400)), day(399), "ceasing"),
        (replace(PLAN, review_outcome=ReviewOutcome.CEASE, ceased_on=day(400)), day(400), "ceased"),
        (replace(PLAN, review_outcome=ReviewOutcome.AMEND), day(320), "amending"),
        (replace(PLAN, amendment_notice_on=day(320), not_amending_on=day(350)), day(350), "issued"),
        (replace(PLAN, amendment_notice_on=day(320), amended_final_on=day(319)), day(350), "amending"),
        (replace(PLAN, amendment_notice_on=day(320), amended_final_on=day(320)), day(320), "issued"),
        (replace(PLAN, review_decision_on=day(300)), day(300), "issued"),
        (replace(PLAN, review_decision_on=day(299)), day(300), "reviewing"),
        (CaseFacts(), DAY_0, "not_received"),
    ],
)
def test_other_ways_that_a_case_goes(facts, on, expected):
    assert stage(facts, on) == expected


def test_every_stage_has_words():
    assert set(STAGE_WORDS) == set(Stage)


def line(facts, on):
    return [(p.week, p.day, p.label, p.state) for p in position_on_track(facts, on)]


def test_the_line_of_an_open_case():
    facts = CaseFacts(
        received_on=DAY_0,
        decision_on=day(43),
        decision=Decision.ASSESS,
        advice=(AdviceRequest("Therapy", day(44)),),
    )
    assert line(facts, day(90)) == [
        (0, 0, "Request received", "start"),
        (6, 43, "Decision whether to assess", "met late"),
        (12, 86, "Advice for the assessment: Therapy", "overdue"),
        (12, 90, "Today", "today"),
        (14, 98, "Draft plan sent (working target)", "open"),
        (16, 112, "Notice that no plan will be issued", "open"),
        (20, 140, "Final plan issued", "open"),
    ]


def test_the_line_of_an_issued_plan_keeps_planned_and_actual_dates_and_has_no_today():
    points = position_on_track(replace(WHOLE, final_on=day(147)), day(200))
    assert [(p.label, p.planned_on, p.actual_on, p.state) for p in points] == [
        ("Request received", DAY_0, DAY_0, "start"),
        ("Decision whether to assess", day(42), day(42), "met"),
        ("Draft plan sent (working target)", day(98), day(100), "met late"),
        ("Final plan issued", day(140), day(147), "met late"),
    ]
    assert points[-1].week == 21


def test_the_line_of_an_overdue_case_goes_on_to_today():
    assert line(CaseFacts(received_on=DAY_0, draft_on=day(98)), day(150))[-2:] == [
        (20, 140, "Final plan issued", "overdue"),
        (21, 150, "Today", "today"),
    ]


def test_the_line_of_a_refusal_ends_with_it_and_there_is_none_before_receipt():
    assert [point[2] for point in line(REFUSED, day(90))] == ["Request received", "Decision whether to assess"]
    assert line(REFUSED, day(-1)) == []
    assert line(CaseFacts(plan_made_on=DAY_0), day(1)) == []
