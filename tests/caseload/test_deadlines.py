"""Every limit at its boundary: the due day is in time, the day after is late."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from apps.caseload.clock import (
    ANYONE,
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
    Status,
    TransferKind,
    Whose,
    deadlines,
    is_waiting_for_plan,
    next_deadline,
    plan_due_on,
)
from apps.caseload.clock.deadlines import appeal_due_on

DAY_0 = date(2026, 1, 5)
MEETING = date(2026, 2, 2)
NOTICE = date(2026, 3, 2)
FAR = date(2030, 1, 1)
REQUEST = CaseFacts(received_on=DAY_0)
DISPUTE = Dispute(DisputeKind.CONTENT, DAY_0)


def after(day, days):
    return day + timedelta(days=days)


def found(facts, on=FAR):
    return {d.key: d for d in deadlines(facts, on)}


def keys(facts, on):
    return [d.key for d in deadlines(facts, on)]


def review(**facts):
    return CaseFacts(plan_made_on=date(2025, 2, 3), review_meeting_on=MEETING, **facts)


def amending(**facts):
    return review(review_decision_on=NOTICE, review_outcome=ReviewOutcome.AMEND, amendment_notice_on=NOTICE, **facts)


def disputing(**facts):
    return CaseFacts(disputes=(replace(DISPUTE, **facts),))


def conceding(kind, **facts):
    dispute = Dispute(kind, DAY_0, appeal_on=DAY_0, conceded_on=NOTICE)
    return CaseFacts(disputes=(dispute,), **facts)


def transfer(kind, day):
    return CaseFacts(transfer=PhaseTransfer(kind, day))


DECIDED_TO_AMEND = review(review_decision_on=MEETING, review_outcome=ReviewOutcome.AMEND)

# Facts, the key, the day it is due.
EVERY_LIMIT = [
    (CaseFacts(comments_invited_on=DAY_0), "comments_on_request", after(DAY_0, 15)),
    (REQUEST, "decision", after(DAY_0, 42)),
    (CaseFacts(advice=(AdviceRequest("Therapy", DAY_0),)), "advice", after(DAY_0, 42)),
    (REQUEST, "draft_target", after(DAY_0, 98)),
    (REQUEST, "no_plan_notice", after(DAY_0, 112)),
    (REQUEST, "final_plan", after(DAY_0, 140)),
    (CaseFacts(draft_on=DAY_0), "draft_comments", after(DAY_0, 14)),
    (CaseFacts(consultations=(Consultation("A school", DAY_0),)), "consultation", after(DAY_0, 15)),
    (CaseFacts(plan_made_on=date(2024, 2, 29)), "first_review", date(2025, 2, 28)),
    (CaseFacts(final_on=date(2025, 3, 1)), "first_review", date(2026, 3, 1)),
    (CaseFacts(plan_made_on=DAY_0, last_review_on=date(2027, 1, 31)), "next_review", date(2028, 1, 31)),
    (review(), "review_advice", after(MEETING, -14)),
    (review(), "review_report", after(MEETING, 14)),
    (review(), "review_decision", after(MEETING, 28)),
    (DECIDED_TO_AMEND, "amendment_notice", after(MEETING, 28)),
    (amending(), "amendment_comments", after(NOTICE, 15)),
    (amending(), "amended_plan", after(NOTICE, 56)),
    (amending(), "amended_plan_from_meeting", after(MEETING, 84)),
    (amending(), "not_amending", after(NOTICE, 56)),
    (transfer(TransferKind.SECONDARY_TO_POST_16, date(2027, 9, 1)), "transfer_to_post_16", date(2027, 3, 31)),
    (transfer(TransferKind.OTHER_PHASE, date(2027, 9, 1)), "transfer_other", date(2027, 2, 15)),
    (transfer(TransferKind.BETWEEN_POST_16, date(2027, 9, 1)), "transfer_between_post_16", date(2027, 4, 1)),
    (transfer(TransferKind.BETWEEN_POST_16, date(2027, 7, 31)), "transfer_between_post_16", date(2027, 2, 28)),
    (CaseFacts(move_in=MoveIn(date(2026, 6, 1))), "plan_transfer", date(2026, 6, 1)),
    (CaseFacts(move_in=MoveIn(date(2026, 6, 1), date(2026, 6, 1))), "plan_transfer", date(2026, 6, 22)),
    (CaseFacts(move_in=MoveIn(date(2026, 6, 1), date(2026, 3, 2))), "plan_transfer", date(2026, 6, 1)),
    (CaseFacts(move_in=MoveIn(DAY_0, transferred_on=DAY_0)), "new_council_tells", after(DAY_0, 42)),
    (disputing(), "mediation_contact", date(2026, 3, 5)),
    (disputing(mediation_asked_on=DAY_0), "mediation_arranged", after(DAY_0, 30)),
    (disputing(declined_on=date(2026, 4, 2)), "mediation_certificate", date(2026, 4, 9)),
    (disputing(mediation_ended_on=date(2026, 12, 24)), "mediation_certificate", date(2026, 12, 31)),
    (disputing(mediation_asked_on=date(2026, 5, 2)), "mediation_certificate", date(2026, 6, 4)),
    (disputing(), "appeal", date(2026, 3, 5)),
    (disputing(appeal_on=date(2026, 6, 1)), "appeal_response", date(2026, 7, 13)),
    (conceding(DisputeKind.REFUSED_TO_ASSESS), "conceded_assess", after(NOTICE, 14)),
    (conceding(DisputeKind.REFUSED_TO_ASSESS), "conceded_no_plan", after(NOTICE, 70)),
    (conceding(DisputeKind.REFUSED_TO_ASSESS), "conceded_final", after(NOTICE, 98)),
    (conceding(DisputeKind.CONTENT), "conceded_amended", after(NOTICE, 35)),
    (conceding(DisputeKind.REFUSED_TO_AMEND), "conceded_amended", after(NOTICE, 35)),
]


@pytest.mark.parametrize(("facts", "key", "due_on"), EVERY_LIMIT)
def test_every_limit_is_due_on_its_day_and_late_the_day_after(facts, key, due_on):
    deadline = found(facts)[key]
    assert deadline.due_on == due_on
    assert not deadline.is_overdue(due_on)
    assert deadline.is_open(due_on)
    lapses = LIMITS[key].lapses
    assert deadline.is_overdue(after(due_on, 1)) is not lapses
    assert deadline.is_open(after(due_on, 1)) is not lapses
    assert deadline.state(due_on) == "open"
    assert deadline.state(after(due_on, 1)) == ("lapsed" if lapses else "overdue")
    assert (deadline.days_left(due_on), deadline.days_left(after(due_on, 1))) == (0, -1)


def test_the_table_of_examples_has_every_limit():
    assert {key for _, key, _ in EVERY_LIMIT} == set(LIMITS)


@pytest.mark.parametrize(
    ("field", "key", "limit"),
    [("decision_on", "decision", 42), ("no_plan_notice_on", "no_plan_notice", 112), ("final_on", "final_plan", 140)],
)
@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_the_three_days_around_each_limit_from_receipt(field, key, limit, offset):
    met_on = after(DAY_0, limit + offset)
    deadline = found(replace(REQUEST, **{field: met_on}))[key]
    assert (deadline.met_on, deadline.is_met_late) == (met_on, offset == 1)
    assert deadline.state(met_on) == ("met late" if offset == 1 else "met")
    assert deadline.days_left(met_on) is None


def test_a_date_after_the_day_asked_for_has_not_happened_yet():
    facts = replace(REQUEST, decision_on=after(DAY_0, 50), decision=Decision.ASSESS)
    before, then = found(facts, after(DAY_0, 49))["decision"], found(facts, after(DAY_0, 50))["decision"]
    assert (before.met_on, before.is_overdue(after(DAY_0, 49))) == (None, True)
    assert (then.met_on, then.is_overdue(after(DAY_0, 50)), then.is_met_late) == (after(DAY_0, 50), False, True)
    assert then.is_overdue(after(DAY_0, 49))


def test_nothing_runs_before_receipt_and_all_three_clocks_from_that_day():
    assert keys(REQUEST, after(DAY_0, -1)) == []
    assert keys(REQUEST, DAY_0) == ["decision", "draft_target", "no_plan_notice", "final_plan"]


def test_a_refusal_ends_the_clocks_but_the_decision_stays():
    facts = replace(
        REQUEST,
        decision_on=after(DAY_0, 30),
        decision=Decision.DO_NOT_ASSESS,
        advice=(AdviceRequest("Therapy", DAY_0, after(DAY_0, 20)), AdviceRequest("Nursing", DAY_0)),
    )
    assert [d.label for d in deadlines(facts, after(DAY_0, 30))] == [
        "Decision whether to assess",
        "Advice for the assessment: Therapy",
    ]
    assert "final_plan" in keys(facts, after(DAY_0, 29))


def test_a_notice_of_no_plan_ends_the_clock_of_the_plan():
    facts = replace(REQUEST, decision_on=DAY_0, decision=Decision.ASSESS, no_plan_notice_on=after(DAY_0, 100))
    assert keys(facts, after(DAY_0, 100)) == ["decision", "no_plan_notice"]


def test_a_withdrawal_ends_what_is_open_and_keeps_what_was_met():
    facts = replace(REQUEST, decision_on=after(DAY_0, 42), decision=Decision.ASSESS, withdrawn_on=after(DAY_0, 60))
    assert keys(facts, after(DAY_0, 60)) == ["decision"]
    assert keys(replace(REQUEST, withdrawn_on=after(DAY_0, 10)), after(DAY_0, 10)) == []


def test_a_draft_rules_out_the_notice_of_no_plan():
    facts = replace(REQUEST, draft_on=after(DAY_0, 90))
    assert "no_plan_notice" in keys(facts, after(DAY_0, 89))
    assert "no_plan_notice" not in keys(facts, after(DAY_0, 90))


def test_advice_has_one_deadline_for_each_service():
    facts = CaseFacts(
        advice=(AdviceRequest("Psychology", DAY_0, after(DAY_0, 43)), AdviceRequest("Therapy", after(DAY_0, 7)))
    )
    assert [(d.about, d.due_on, d.is_met_late) for d in deadlines(facts, after(DAY_0, 44))] == [
        ("Psychology", after(DAY_0, 42), True),
        ("Therapy", after(DAY_0, 49), False),
    ]


def test_what_is_asked_only_later_does_not_run_yet_and_stops_when_the_plan_is_out():
    facts = CaseFacts(
        received_on=DAY_0,
        final_on=after(DAY_0, 130),
        advice=(AdviceRequest("Therapy", after(DAY_0, 44)),),
        consultations=(Consultation("A school", after(DAY_0, 100)),),
        disputes=(Dispute(DisputeKind.CONTENT, after(DAY_0, 130)),),
    )
    later = {"advice", "consultation", "appeal", "mediation_contact"}
    assert later & set(found(facts, after(DAY_0, 43))) == set()
    assert later & set(found(facts, after(DAY_0, 44))) == {"advice"}
    assert later & set(found(facts, after(DAY_0, 100))) == {"advice", "consultation"}
    assert later & set(found(facts, after(DAY_0, 130))) == {"appeal", "mediation_contact"}


def test_the_next_deadline_is_the_first_of_the_councils_own_that_the_law_sets():
    facts = replace(REQUEST, decision_on=after(DAY_0, 40), decision=Decision.ASSESS)
    facts = replace(facts, advice=(AdviceRequest("Therapy", after(DAY_0, 41)),))
    on = after(DAY_0, 42)
    assert next_deadline(facts, on).key == "no_plan_notice"
    assert next_deadline(facts, on, ANYONE).key == "advice"
    assert next_deadline(facts, on, {Whose.ADVISER}).due_on == after(DAY_0, 83)
    assert next_deadline(facts, after(DAY_0, 112)).key == "no_plan_notice"
    assert next_deadline(facts, after(DAY_0, 113)).key == "final_plan"
    assert next_deadline(facts, after(DAY_0, 300)).key == "final_plan"
    assert next_deadline(CaseFacts(), on) is None


def test_a_chance_to_appeal_is_not_the_councils_next_deadline():
    facts = CaseFacts(plan_made_on=DAY_0, disputes=(DISPUTE,))
    assert next_deadline(facts, DAY_0).key == "first_review"
    assert next_deadline(facts, DAY_0, ANYONE).due_on == date(2026, 3, 5)


def test_plan_due_on_and_whether_the_clock_runs():
    assert plan_due_on(REQUEST) == after(DAY_0, 140)
    assert plan_due_on(CaseFacts()) is None
    assert [is_waiting_for_plan(REQUEST, day) for day in (after(DAY_0, -1), DAY_0, FAR)] == [False, True, True]
    for ended in (
        {"final_on": FAR},
        {"withdrawn_on": FAR},
        {"no_plan_notice_on": FAR},
        {"decision_on": FAR, "decision": Decision.DO_NOT_ASSESS},
    ):
        assert not is_waiting_for_plan(replace(REQUEST, **ended), FAR)
        assert is_waiting_for_plan(replace(REQUEST, **ended), after(FAR, -1))


def test_a_review_is_met_by_the_councils_decision_and_the_next_year_counts_from_it():
    decided = review(review_decision_on=NOTICE, review_outcome=ReviewOutcome.KEEP)
    assert (found(decided)["first_review"].due_on, found(decided)["first_review"].met_on) == (date(2026, 2, 3), NOTICE)
    rolled = replace(decided, last_review_on=NOTICE)
    assert (found(rolled)["next_review"].due_on, found(rolled)["next_review"].met_on) == (date(2027, 3, 2), None)
    assert "first_review" not in found(rolled)
    earlier = replace(decided, last_review_on=date(2025, 2, 20))
    assert (found(earlier)["next_review"].due_on, found(earlier)["next_review"].met_on) == (date(2026, 2, 20), NOTICE)


def test_a_planned_meeting_asks_for_papers_before_it_and_for_nothing_after_it_yet():
    facts = review()
    assert keys(facts, after(MEETING, -1)) == ["review_advice", "first_review"]
    assert keys(facts, MEETING) == ["review_advice", "first_review", "review_report", "review_decision"]


def test_dates_of_an_earlier_review_do_not_meet_the_limits_of_this_one():
    facts = review(review_decision_on=after(MEETING, -300), review_outcome=ReviewOutcome.AMEND)
    assert found(facts)["review_decision"].met_on is None
    assert "amendment_notice" not in found(facts)


@pytest.mark.parametrize(("days", "is_late"), [(28, False), (29, True)])
def test_decision_and_notice_of_amendments_share_the_four_week_point(days, is_late):
    day = after(MEETING, days)
    facts = review(review_decision_on=day, review_outcome=ReviewOutcome.AMEND, amendment_notice_on=day)
    late = {key: found(facts)[key].is_met_late for key in ("review_decision", "amendment_notice")}
    assert late == {"review_decision": is_late, "amendment_notice": is_late}


def test_a_notice_sent_at_the_meeting_starts_its_clocks_without_a_recorded_decision():
    assert {"amendment_notice", "amended_plan_from_meeting"} <= set(found(review(amendment_notice_on=MEETING)))
    assert "amendment_notice" not in found(review(amendment_notice_on=after(MEETING, -1)))


def test_keeping_the_plan_asks_for_no_notice():
    facts = review(review_decision_on=NOTICE, review_outcome=ReviewOutcome.KEEP)
    assert "amendment_notice" not in found(facts)
    assert "amended_plan_from_meeting" not in found(facts)


@pytest.mark.parametrize(
    ("notice_after", "final_after", "late"),
    [(28, 84, (False, False)), (28, 85, (True, True)), (20, 77, (True, False)), (35, 91, (False, True))],
)
def test_the_amended_plan_has_eight_weeks_from_the_notice_and_twelve_from_the_meeting(notice_after, final_after, late):
    notice_on = after(MEETING, notice_after)
    facts = review(
        review_decision_on=after(MEETING, 20),
        review_outcome=ReviewOutcome.AMEND,
        amendment_notice_on=notice_on,
        amended_final_on=after(MEETING, final_after),
    )
    by_key = found(facts)
    assert (by_key["amended_plan"].is_met_late, by_key["amended_plan_from_meeting"].is_met_late) == late
    assert "not_amending" not in by_key


def test_deciding_not_to_amend_ends_the_clocks_of_the_amended_plan():
    by_key = found(amending(not_amending_on=after(NOTICE, 56)))
    assert not by_key["not_amending"].is_met_late
    assert not {"amended_plan", "amended_plan_from_meeting"} & set(by_key)
    assert found(amending(not_amending_on=after(NOTICE, 57)))["not_amending"].is_met_late


def test_a_ceased_plan_has_no_open_review():
    facts = replace(review(), ceased_on=after(MEETING, 5), transfer=PhaseTransfer(TransferKind.OTHER_PHASE, FAR))
    assert keys(facts, after(MEETING, 5)) == []


@pytest.mark.parametrize(("final_on", "is_late"), [(date(2027, 3, 31), False), (date(2027, 4, 1), True)])
def test_a_plan_for_post_16_on_31_march_is_in_time(final_on, is_late):
    facts = CaseFacts(transfer=PhaseTransfer(TransferKind.SECONDARY_TO_POST_16, date(2027, 9, 1), final_on))
    assert found(facts)["transfer_to_post_16"].is_met_late is is_late


@pytest.mark.parametrize(
    ("notified_on", "certificate_on", "due_on"),
    [
        (date(2026, 3, 10), None, date(2026, 5, 10)),
        (date(2026, 3, 10), date(2026, 4, 9), date(2026, 5, 10)),  # the certificate's month ends a day earlier
        (date(2026, 3, 10), date(2026, 4, 11), date(2026, 5, 11)),
        (date(2025, 12, 31), None, date(2026, 2, 28)),
        (date(2026, 5, 31), None, date(2026, 7, 31)),
        (date(2026, 6, 1), None, date(2026, 9, 1)),  # 1 August
        (date(2026, 6, 30), None, date(2026, 9, 1)),  # 30 August
        (date(2024, 6, 30), None, date(2024, 9, 2)),  # 1 September 2024 was a Sunday
        (date(2026, 7, 1), None, date(2026, 9, 1)),
        (date(2024, 7, 1), None, date(2024, 9, 1)),  # the rule as we have it moves no other Sunday
        (date(2026, 6, 1), date(2026, 8, 20), date(2026, 9, 20)),
        (date(2026, 10, 24), None, date(2026, 12, 24)),
        (date(2026, 10, 25), None, date(2027, 1, 4)),  # 25 December; 1 January 2027 is a Friday
        (date(2026, 10, 31), None, date(2027, 1, 4)),  # 31 December
        (date(2026, 11, 1), None, date(2027, 1, 4)),  # 1 January
        (date(2026, 11, 2), None, date(2027, 1, 2)),
        (date(2027, 10, 28), None, date(2028, 1, 4)),  # 1 January 2028 is a Saturday, kept on Monday 3
    ],
)
def test_the_time_to_appeal(notified_on, certificate_on, due_on):
    assert appeal_due_on(notified_on, certificate_on) == due_on
    facts = disputing(notified_on=notified_on, certificate_on=certificate_on, appeal_on=due_on)
    assert (found(facts)["appeal"].due_on, found(facts)["appeal"].is_met_late) == (due_on, False)


def test_an_appeal_about_placement_alone_needs_no_mediation_adviser():
    assert "mediation_contact" not in found(disputing(is_placement_only=True))


def test_mediation_arranged_in_time_leaves_the_certificate_to_its_end():
    asked = {"mediation_asked_on": DAY_0, "mediation_on": after(DAY_0, 30)}
    assert "mediation_certificate" not in found(disputing(**asked))
    late = {"mediation_asked_on": DAY_0, "mediation_on": after(DAY_0, 31)}
    assert found(disputing(**late))["mediation_certificate"].trigger_on == after(DAY_0, 30)


def test_conceding_before_the_response_replaces_it():
    facts = conceding(DisputeKind.CONTENT)
    assert "appeal_response" in keys(facts, after(NOTICE, -1))
    assert keys(facts, NOTICE) == ["mediation_contact", "appeal", "conceded_amended"]


def test_conceding_after_the_response_has_no_limit_that_we_know():
    dispute = Dispute(DisputeKind.CONTENT, DAY_0, appeal_on=DAY_0, response_on=NOTICE, conceded_on=NOTICE)
    assert "conceded_amended" not in found(CaseFacts(disputes=(dispute,)))


@pytest.mark.parametrize("kind", [DisputeKind.NO_PLAN, DisputeKind.REFUSED_TO_REASSESS, DisputeKind.CEASING])
def test_other_appeals_conceded_have_no_limit_that_we_know(kind):
    assert not [key for key in found(conceding(kind)) if key.startswith("conceded")]


def test_a_conceded_refusal_is_met_by_the_plan_that_follows():
    facts = conceding(
        DisputeKind.REFUSED_TO_ASSESS,
        received_on=date(2025, 10, 1),
        decision_on=date(2025, 11, 1),
        decision=Decision.DO_NOT_ASSESS,
        final_on=after(NOTICE, 99),
    )
    assert found(facts)["conceded_final"].is_met_late
    assert "conceded_no_plan" not in found(facts)
    assert "final_plan" not in found(facts)


def absence(**changes):
    facts = {
        "limits": frozenset({"final_plan"}),
        "regulation": "10(4)(d)",
        "reason_code": "absent",
        "starts_on": after(DAY_0, 50),
        "ends_on": after(DAY_0, 77),
    }
    return LimitException(**{**facts, **changes})


def test_one_exception_may_concern_every_limit_of_its_ground():
    facts = replace(REQUEST, exceptions=(absence(limits=frozenset({"final_plan", "no_plan_notice"})),))
    assert [key for key, deadline in found(facts).items() if deadline.is_excused] == ["no_plan_notice", "final_plan"]


def test_an_exception_stands_beside_the_deadline_and_moves_nothing():
    facts = replace(REQUEST, exceptions=(absence(),))
    deadline = found(facts)["final_plan"]
    assert (deadline.due_on, deadline.exception, deadline.is_excused) == (after(DAY_0, 140), absence(), True)
    assert deadline.is_overdue(after(DAY_0, 141))
    assert not found(facts)["no_plan_notice"].is_excused
    assert not found(facts)["decision"].is_excused


@pytest.mark.parametrize(
    ("changes", "is_excused"),
    [
        ({"ends_on": after(DAY_0, 76)}, False),  # 27 days: not 4 continuous weeks
        ({"ends_on": None}, True),
        ({"starts_on": after(DAY_0, 140), "ends_on": None}, True),
        ({"starts_on": after(DAY_0, 141), "ends_on": None}, False),
        ({"starts_on": after(DAY_0, -60), "ends_on": DAY_0}, True),
        ({"starts_on": after(DAY_0, -60), "ends_on": after(DAY_0, -1)}, False),
        ({"regulation": "10(4)(c)", "reason_code": "personal_circumstances", "ends_on": after(DAY_0, 50)}, True),
    ],
)
def test_an_exception_counts_if_it_touches_the_time_that_the_limit_ran(changes, is_excused):
    facts = replace(REQUEST, exceptions=(absence(**changes),))
    assert found(facts)["final_plan"].is_excused is is_excused


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason_code": "staff_shortage"}, "shortage of staff never is one"),
        ({"regulation": "staff shortage"}, "shortage of staff never is one"),
        ({"regulation": "10(4)(e)"}, "is not an exception in the regulations"),
        ({"limits": frozenset({"decision"})}, r"10\(4\)\(d\) covers only: final_plan, no_plan_notice"),
        ({"limits": frozenset({"review_decision"})}, "covers only"),
        ({"limits": frozenset()}, "covers only"),
        ({"ends_on": after(DAY_0, 49)}, "can't end before it starts"),
        ({"regulation": "5(4)(a)", "reason_code": "school_closed"}, r"5\(4\)\(a\) covers only: decision"),
    ],
)
def test_what_is_no_exception_cannot_be_recorded_as_one(changes, message):
    with pytest.raises(ValueError, match=message):
        absence(**changes)


def test_the_window_in_which_advice_must_have_been_asked_of_a_closed_school():
    closed = absence(
        regulation="10(4)(a)", reason_code="school_closed", starts_on=date(2026, 7, 20), ends_on=date(2026, 8, 31)
    )
    assert closed.advice_window == (date(2026, 7, 13), date(2026, 8, 25))  # reopening on 1 September
    assert replace(closed, ends_on=None).advice_window == (date(2026, 7, 13), None)
    assert absence().advice_window is None


def test_a_deadline_says_which_exceptions_may_apply_and_how_sure_that_is():
    by_key = found(REQUEST)
    assert by_key["decision"].possible_exceptions == (
        ("5(4)(a)", Status.READ),
        ("5(4)(b)", Status.CONFIRM),
        ("5(4)(c)", Status.CONFIRM),
        ("5(4)(d)", Status.CONFIRM),
    )
    assert [regulation for regulation, _ in by_key["final_plan"].possible_exceptions] == [
        "10(4)(a)",
        "10(4)(b)",
        "10(4)(c)",
        "10(4)(d)",
    ]
    assert by_key["final_plan"].may_be_excepted
    assert not by_key["draft_target"].may_be_excepted
    advice = found(CaseFacts(advice=(AdviceRequest("Therapy", DAY_0),)))["advice"]
    assert advice.possible_exceptions == (
        ("8 (missed appointment in that time; others for some bodies)", Status.CONFIRM),
    )


def test_a_working_target_is_not_statutory_and_never_the_next_deadline():
    draft = found(REQUEST)["draft_target"]
    assert (draft.is_statutory, draft.status, draft.label) == (
        False,
        "practice",
        "Draft plan sent (working target)",
    )
    assert [key for key, limit in LIMITS.items() if not limit.is_statutory] == ["draft_target", "consultation"]
    facts = replace(REQUEST, decision_on=DAY_0, decision=Decision.ASSESS)
    assert next_deadline(facts, after(DAY_0, 90)).key == "no_plan_notice"


def test_a_deadline_repeats_its_limit_in_words():
    final = found(REQUEST)["final_plan"]
    assert final.needs == "Send the final plan to the family, the setting and the health commissioner"
    assert (final.regulation, final.status, final.whose) == (
        "reg 13(2); exceptions by reg 13(3)",
        "read",
        "the council",
    )


def test_the_document_shows_every_limit_as_the_code_has_it():
    text = (Path(__file__).parents[2] / "docs" / "statutory-clock.md").read_text()
    for limit in LIMITS.values():
        assert f"| {limit.label} | {limit.whose} | {limit.time} | {limit.regulation} | {limit.status} |" in text
