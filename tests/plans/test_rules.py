"""What the dates say of an action, and what the actions say of a strand: every branch and every boundary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from apps.plans.codes import is_greener
from apps.plans.references import sort_key
from apps.plans.rules import (
    REASON_WORDS,
    ActionFacts,
    Limits,
    MilestoneFact,
    Tally,
    rate_action,
    reason_words,
    roll_up,
    turning_dates,
)

START, DUE = date(2026, 9, 1), date(2026, 12, 18)
OPEN = ActionFacts(start_on=START, due_on=DUE, rating="on_track", updated_on=START, touched_on=date(2026, 11, 20))


def said(facts, on, limits=None):
    result = rate_action(facts, limits or Limits(), on)
    return result.rating, result.reason


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 8, 31), ("not_started", "not_due_to_start")),
        (START, ("on_track", "in_time")),
        (DUE, ("on_track", "in_time")),
        (DUE + timedelta(days=1), ("off_track", "overdue")),
    ],
)
def test_dates_of_an_open_action(on, expected):
    assert said(OPEN, on) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ("on_track", "in_time")),
        (1, ("at_risk", "milestone_overdue")),
        (28, ("at_risk", "milestone_overdue")),
        (29, ("off_track", "milestone_long_overdue")),
    ],
)
def test_a_late_milestone(days, expected):
    facts = replace(OPEN, milestones=(MilestoneFact(date(2026, 11, 1), None),))
    assert said(facts, date(2026, 11, 1) + timedelta(days=days)) == expected


WAITING = replace(OPEN, state="said_done", state_since=date(2026, 11, 20), done_on=date(2026, 11, 18))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due_on": date(2026, 11, 18)}, ("on_track", "said_done")),
        ({"due_on": date(2026, 11, 17)}, ("at_risk", "done_late")),
        ({"times_extended": 2}, ("at_risk", "extended")),
        ({"days_extended": 91}, ("at_risk", "extended")),
        ({"state_since": date(2026, 11, 1), "done_on": date(2026, 11, 1)}, ("at_risk", "acceptance_overdue")),
    ],
)
def test_saying_that_it_is_done_makes_nothing_green_that_was_late(changes, expected):
    assert said(replace(WAITING, **changes), date(2026, 11, 21)) == expected


def test_a_strand_is_not_complete_while_an_action_without_a_date_is_open():
    result = roll_up(Tally(complete=1, undated=1), 25, 25)
    assert (result.rating, result.said()) == (
        None,
        "The rest is complete, but 1 action is open without an agreed date.",
    )


def test_a_milestone_counts_as_late_until_the_day_on_which_it_was_reached():
    facts = replace(OPEN, milestones=(MilestoneFact(date(2026, 11, 1), date(2026, 11, 10)),))
    assert said(facts, date(2026, 11, 9)) == ("at_risk", "milestone_overdue")
    assert said(facts, date(2026, 11, 10)) == ("on_track", "in_time")


@pytest.mark.parametrize(
    ("times", "days", "expected"),
    [
        (1, 90, ("on_track", "in_time")),
        (1, 91, ("at_risk", "extended")),
        (2, 2, ("at_risk", "extended")),
    ],
)
def test_extensions_are_never_better_than_at_risk(times, days, expected):
    assert said(replace(OPEN, times_extended=times, days_extended=days), date(2026, 11, 24)) == expected


@pytest.mark.parametrize(("days", "expected"), [(14, ("on_track", "in_time")), (15, ("at_risk", "start_missed"))])
def test_an_action_that_should_have_started(days, expected):
    facts = replace(OPEN, rating="not_started", touched_on=START + timedelta(days=days))
    assert said(facts, START + timedelta(days=days)) == expected


@pytest.mark.parametrize(("days", "expected"), [(35, ("on_track", "in_time")), (36, ("at_risk", "stale"))])
def test_an_action_that_nobody_has_reported_on(days, expected):
    assert said(replace(OPEN, touched_on=START), START + timedelta(days=days)) == expected


@pytest.mark.parametrize(
    ("days", "expected"), [(14, ("on_track", "said_done")), (15, ("at_risk", "acceptance_overdue"))]
)
def test_an_action_that_waits_for_acceptance(days, expected):
    facts = replace(OPEN, state="said_done", state_since=date(2026, 11, 1))
    assert said(facts, date(2026, 11, 1) + timedelta(days=days)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (replace(OPEN, state="accepted", state_since=START), ("complete", "accepted")),
        (replace(OPEN, state="withdrawn", state_since=START), (None, "dropped")),
        (replace(OPEN, plan_closed_on=date(2026, 11, 24)), (None, "plan_closed")),
        (replace(OPEN, plan_closed_on=date(2026, 11, 25)), ("on_track", "in_time")),
        (replace(OPEN, due_on=None), (None, "no_date")),
    ],
)
def test_actions_that_dates_do_not_rate(facts, expected):
    assert said(facts, date(2026, 11, 24)) == expected


def test_the_numbers_of_the_rule_can_be_changed():
    facts = replace(OPEN, touched_on=date(2026, 11, 1))
    assert said(facts, date(2026, 11, 24), Limits(stale_days=22)) == ("at_risk", "stale")
    assert said(facts, date(2026, 11, 24), Limits(stale_days=23)) == ("on_track", "in_time")


def test_the_rule_turns_only_on_its_turning_dates():
    facts = replace(
        OPEN,
        rating="not_started",
        times_extended=1,
        milestones=(MilestoneFact(date(2026, 10, 5), date(2026, 10, 20)), MilestoneFact(date(2026, 11, 1), None)),
    )
    turns = turning_dates(facts, Limits())
    day = date(2026, 8, 1)
    while day < date(2027, 2, 1):
        before, day = day, day + timedelta(days=1)
        if rate_action(facts, Limits(), day) != rate_action(facts, Limits(), before):
            assert day in turns


def test_every_reason_has_words_that_name_its_date():
    words = {reason: reason_words(reason, date(2026, 10, 31)) for reason in REASON_WORDS}
    assert words["overdue"] == "the date agreed was 31 October 2026"
    assert words["no_date"] == "no date has been agreed"
    assert all("31 October 2026" in text for reason, text in words.items() if reason != "no_date")


@pytest.mark.parametrize(
    ("tally", "rating", "words"),
    [
        (Tally(), None, "No action of this part of the plan can be rated by its dates."),
        (Tally(complete=3), "complete", "All its actions are complete."),
        (Tally(not_started=4), "not_started", "None of its actions is due to start yet."),
        (Tally(not_started=3, complete=1), "on_track", "By the dates none of its actions is off track or at risk."),
        (Tally(off_track=1, on_track=3), "off_track", "1 action is off track by the dates, of 4 open."),
        (Tally(off_track=1, on_track=4), "at_risk", "1 action is off track by the dates, of 5 open."),
        (Tally(off_track=1, on_track=9, critical=1), "off_track", "1 action is off track by the dates and critical."),
        (Tally(at_risk=1, on_track=3), "at_risk", "1 action is at risk by the dates, of 4 open."),
        (Tally(at_risk=1, on_track=4), "on_track", "By the dates none is off track; 1 of 5 open at risk."),
        (Tally(at_risk=2, on_track=5, complete=3), "at_risk", "2 actions are at risk by the dates, of 7 open."),
    ],
)
def test_the_roll_up_of_a_strand(tally, rating, words):
    result = roll_up(tally, 25, 25)
    assert (result.rating, result.said()) == (rating, words)


@pytest.mark.parametrize(
    ("rating", "rule", "expected"),
    [
        ("on_track", "at_risk", True),
        ("at_risk", "off_track", True),
        ("not_started", "at_risk", True),
        ("on_track", "on_track", False),
        ("off_track", "on_track", False),
        (None, "off_track", False),
        ("on_track", None, False),
    ],
)
def test_what_counts_as_greener(rating, rule, expected):
    assert is_greener(rating, rule) is expected


def test_references_sort_as_people_count():
    wanted = ["2.9", "2.10", "PA1.2", "pa1.10", "PA2.1", "PA10.1"]
    assert sorted(reversed(wanted), key=sort_key) == wanted
