"""What must hold for any dates whatever: tried on many cases, the same ones each time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.caseload.clock import (
    ANYONE,
    COUNCIL_ONLY,
    GROUNDS,
    LIMITS,
    AdviceRequest,
    CaseFacts,
    Consultation,
    Decision,
    Dispute,
    DisputeKind,
    LimitException,
    MoveIn,
    PhaseTransfer,
    ReviewOutcome,
    Stage,
    TransferKind,
    deadlines,
    is_waiting_for_plan,
    next_deadline,
    position_on_track,
    stage,
)
from apps.caseload.clock.days import add_days, add_months, add_working_days, is_working_day

tried = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# A few years around leap days and the ends of months, close enough together that dates meet.
DAYS = st.one_of(
    st.dates(date(2023, 9, 1), date(2025, 3, 31)),
    st.sampled_from([date(2024, 2, 29), date(2023, 12, 31), date(2024, 1, 31), date(2024, 8, 31), date(2024, 12, 25)]),
)
MAYBE = st.none() | DAYS


def filled(cls, **known):
    """A strategy for one kind of facts: what is not named is a date or unknown."""
    fields = cls.__dataclass_fields__
    return st.builds(cls, **{name: known.get(name, MAYBE) for name in fields})


@st.composite
def exceptions(draw):
    ground = draw(st.sampled_from(list(GROUNDS.values())))
    limits = draw(st.sets(st.sampled_from(sorted(ground.limits)), min_size=1))
    starts_on = draw(DAYS)
    length = draw(st.none() | st.integers(0, 90))
    ends_on = None if length is None else add_days(starts_on, length)
    return LimitException(frozenset(limits), ground.regulation, ground.reason_code, starts_on, ends_on)


def few(strategy, **how):
    return st.lists(strategy, max_size=2, **how).map(tuple)


DISPUTES = filled(Dispute, kind=st.sampled_from(DisputeKind), notified_on=DAYS, is_placement_only=st.booleans())
CASES = filled(
    CaseFacts,
    reference=st.just("a case"),
    decision=st.sampled_from(Decision),
    exceptions=few(exceptions()),
    advice=few(st.builds(AdviceRequest, st.sampled_from(["Therapy", "Nursing"]), DAYS, MAYBE)),
    consultations=few(st.builds(Consultation, st.just("A school"), DAYS, MAYBE)),
    review_outcome=st.sampled_from(ReviewOutcome),
    transfer=st.none() | st.builds(PhaseTransfer, st.sampled_from(TransferKind), DAYS, MAYBE),
    move_in=st.none() | filled(MoveIn, moved_on=DAYS),
    disputes=few(DISPUTES, unique_by=lambda dispute: dispute.kind),
)
ONS = st.dates(date(2023, 9, 1), date(2026, 12, 31))


@tried
@given(CASES, ONS)
def test_a_due_date_is_never_before_its_trigger_unless_the_limit_counts_back(facts, on):
    for deadline in deadlines(facts, on):
        # A transfer early in a year falls before the fixed date of that year.
        if not deadline.limit.counts_back:
            assert deadline.due_on >= deadline.trigger_on


@tried
@given(CASES, ONS)
def test_what_is_met_is_neither_open_nor_overdue_from_that_day_on(facts, on):
    for deadline in deadlines(facts, on):
        if deadline.met_on is not None:
            assert deadline.met_on <= on
            for day in (deadline.met_on, on):
                assert not deadline.is_overdue(day)
                assert not deadline.is_open(day)


@tried
@given(CASES, ONS)
def test_overdue_is_open_and_past_its_day(facts, on):
    for deadline in deadlines(facts, on):
        if deadline.is_overdue(on):
            assert deadline.is_open(on)
            assert deadline.days_left(on) < 0
        if deadline.limit.lapses:
            assert not deadline.is_overdue(on)


@tried
@given(CASES, ONS)
@pytest.mark.parametrize("whose", [COUNCIL_ONLY, ANYONE])
def test_the_next_deadline_is_the_smallest_open_one(whose, facts, on):
    open_days = [d.due_on for d in deadlines(facts, on) if d.is_statutory and d.whose in whose and d.is_open(on)]
    found = next_deadline(facts, on, whose)
    assert (found and found.due_on) == min(open_days, default=None)


def due_dates(facts, on):
    return {(d.key, d.about, d.trigger_on): d.due_on for d in deadlines(facts, on)}


@tried
@given(CASES, ONS, ONS)
def test_the_date_asked_for_never_changes_a_due_date(facts, one, other):
    first, second = due_dates(facts, one), due_dates(facts, other)
    shared = first.keys() & second.keys()
    assert {key: first[key] for key in shared} == {key: second[key] for key in shared}


@tried
@given(CASES, exceptions(), ONS)
def test_an_exception_changes_no_due_date_and_nothing_that_was_met(facts, exception, on):
    with_it = replace(facts, exceptions=(*facts.exceptions, exception))
    assert due_dates(with_it, on) == due_dates(facts, on)
    assert [d.state(on) for d in deadlines(with_it, on)] == [d.state(on) for d in deadlines(facts, on)]


@tried
@given(CASES, ONS)
def test_an_exception_is_shown_only_with_a_limit_that_it_covers(facts, on):
    for deadline in deadlines(facts, on):
        if deadline.exception:
            assert deadline.key in deadline.exception.limits
            assert deadline.exception.regulation in LIMITS[deadline.key].may_be_excepted


@tried
@given(CASES, ONS)
def test_a_case_that_waits_for_its_plan_has_day_140_open(facts, on):
    final = [d for d in deadlines(facts, on) if d.key == "final_plan" and d.is_open(on)]
    assert bool(final) == is_waiting_for_plan(facts, on)


@tried
@given(CASES, ONS)
def test_every_case_has_a_stage_and_a_line_in_order(facts, on):
    assert stage(facts, on) in Stage
    days = [point.day for point in position_on_track(facts, on)]
    assert days == sorted(days)


# What begins each limit that runs forwards from one day, alone.
STARTS = {
    "comments_on_request": lambda day: CaseFacts(comments_invited_on=day),
    "decision": lambda day: CaseFacts(received_on=day),
    "draft_target": lambda day: CaseFacts(received_on=day),
    "no_plan_notice": lambda day: CaseFacts(received_on=day),
    "final_plan": lambda day: CaseFacts(received_on=day),
    "advice": lambda day: CaseFacts(advice=(AdviceRequest("Therapy", day),)),
    "first_review": lambda day: CaseFacts(plan_made_on=day),
    "next_review": lambda day: CaseFacts(last_review_on=day),
    "review_advice": lambda day: CaseFacts(review_meeting_on=day),
    "review_decision": lambda day: CaseFacts(review_meeting_on=day),
    "amended_plan": lambda day: CaseFacts(amendment_notice_on=day),
    "plan_transfer": lambda day: CaseFacts(move_in=MoveIn(day, day)),
    "mediation_contact": lambda day: CaseFacts(disputes=(Dispute(DisputeKind.CONTENT, day),)),
    "mediation_certificate": lambda day: CaseFacts(disputes=(Dispute(DisputeKind.CONTENT, day, declined_on=day),)),
    "appeal_response": lambda day: CaseFacts(disputes=(Dispute(DisputeKind.CONTENT, day, appeal_on=day),)),
    "transfer_other": lambda day: CaseFacts(transfer=PhaseTransfer(TransferKind.OTHER_PHASE, day)),
    "transfer_between_post_16": lambda day: CaseFacts(transfer=PhaseTransfer(TransferKind.BETWEEN_POST_16, day)),
}


@tried
@given(DAYS, st.integers(0, 400))
@pytest.mark.parametrize("key", STARTS)
def test_a_later_trigger_never_makes_an_earlier_due_date(key, day, later):
    def due_on(trigger_on):
        return next(d.due_on for d in deadlines(STARTS[key](trigger_on), date(2027, 1, 1)) if d.key == key)

    assert due_on(day) <= due_on(add_days(day, later))


@tried
@given(st.dates(date(2014, 9, 1), date(2040, 12, 31)), st.integers(1, 40))
def test_working_days_end_on_a_working_day_and_are_as_many_as_asked_for(day, count):
    end = add_working_days(day, count)
    between = [add_days(day, ahead) for ahead in range(1, (end - day).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, between)) == count


@tried
@given(st.dates(date(2014, 9, 1), date(2040, 12, 31)), st.integers(-60, 60))
def test_months_keep_the_day_or_end_with_the_month(day, months):
    end = add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)
