"""What would turn a red or amber green: the steps that are named are enough, and are shown where it is red or amber."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.plans import services
from apps.plans.codes import IN_TROUBLE
from apps.plans.greening import facts_of, steps_of_action, steps_of_strand, strand_turns_green, turns_green
from apps.plans.models import Thresholds
from apps.plans.rules import ActionFacts, Limits, MilestoneFact, Tally, rate_action, roll_up
from apps.plans.standing import refresh
from apps.plans.strands import StrandPicture
from tests import factories
from tests.cast import client_of
from tests.factories import TODAY
from tests.plans.test_standing import _facts_on, records, standings_of

ON = date(2026, 6, 1)
days = st.integers(-200, 200).map(lambda n: ON + timedelta(days=n))
past = st.integers(-200, 0).map(lambda n: ON + timedelta(days=n))
facts_in_any_state = st.builds(
    ActionFacts,
    state=st.sampled_from(["open", "said_done"]),
    state_since=past,
    done_on=past,
    start_on=st.none() | days,
    due_on=days,
    rating=st.sampled_from([None, "not_started", "off_track", "at_risk", "on_track"]),
    touched_on=st.none() | past,
    times_extended=st.integers(0, 3),
    days_extended=st.integers(0, 120),
    milestones=st.lists(st.builds(MilestoneFact, st.none() | days, st.none() | days), max_size=3).map(tuple),
)


def done(facts, step):
    """The facts once one step was taken."""
    if step.kind in ("accept", "only_finish"):
        return replace(facts, state="accepted", state_since=ON)
    if step.kind == "new_date":
        moved = (step.about - facts.due_on).days
        return replace(
            facts,
            due_on=step.about,
            times_extended=facts.times_extended + 1,
            days_extended=facts.days_extended + moved,
        )
    if step.kind == "milestone":
        rest = list(facts.milestones)
        rest[rest.index(step.about)] = replace(step.about, done_on=ON)
        return replace(facts, milestones=tuple(rest))
    return replace(facts, rating="on_track", touched_on=ON)


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(facts_in_any_state)
def test_the_named_steps_turn_it_green_and_none_of_them_is_spare(facts):
    limits = Limits()
    if rate_action(facts, limits, ON).rating not in IN_TROUBLE:
        return
    steps = steps_of_action(facts, limits, ON)
    for spare in (None, *steps):
        after = facts
        for step in steps:
            after = done(after, step) if step is not spare else after
        assert (rate_action(after, limits, ON).rating in IN_TROUBLE) == (spare is not None)


@settings(max_examples=100, derandomize=True, deadline=None, database=None)
@given(records(), st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n)))
def test_a_standing_says_the_same_as_the_facts_of_its_day(record, on):
    (holding,) = (s for s in standings_of(record) if s.starts_on <= on and (s.ends_on is None or s.ends_on > on))
    if holding.rule_rating in IN_TROUBLE:
        facts, limits = _facts_on(record, on)
        words = [step.words for step in steps_of_action(facts, limits, on)]
        assert [step.words for step in steps_of_action(facts_of(holding), limits, on)] == words


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(st.lists(st.integers(0, 12), min_size=5, max_size=5), st.integers(1, 100), st.booleans())
def test_as_many_actions_as_are_named_turn_a_strand_and_no_fewer(counts, share, is_critical):
    off_track, at_risk, on_track, not_started, complete = counts
    tally = Tally(*counts, critical=1 if is_critical and off_track else 0)
    if roll_up(tally, 25, share).rating not in IN_TROUBLE:
        return
    names = ("off_track", "at_risk", "on_track", "not_started", "complete")
    off, risk = steps_of_strand(dict(zip(names, counts, strict=True)), share)
    after = Tally(off_track - off, at_risk - risk, on_track + off + risk, not_started, complete)
    assert roll_up(after, 25, share).rating not in IN_TROUBLE
    if risk:
        fewer = replace(after, at_risk=after.at_risk + 1, on_track=after.on_track - 1)
        assert roll_up(fewer, 25, share).rating in IN_TROUBLE


DUE = replace(ActionFacts(), start_on=date(2026, 1, 1), due_on=date(2026, 5, 1), rating="on_track", touched_on=ON)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {},
            ["Agree a later date, 30 July 2026 at the latest, or finish it: it was due on 1 May 2026."],
        ),
        (
            {"due_on": date(2026, 8, 1), "milestones": (MilestoneFact(date(2026, 5, 3), None, "Hire"),)},
            ["Complete the milestone “Hire”: it was due on 3 May 2026."],
        ),
        ({"due_on": date(2026, 8, 1), "touched_on": date(2026, 4, 21)}, ["Report on it: nobody has for 41 days."]),
        (
            {"due_on": date(2026, 8, 1), "times_extended": 2},
            ["Nothing but finishing it, and a second person accepting it: its date was moved twice."],
        ),
        (
            {"due_on": date(2026, 8, 1), "times_extended": 1, "days_extended": 91},
            ["Nothing but finishing it, and a second person accepting it: its date was moved by 91 days in all."],
        ),
    ],
)
def test_the_words_of_the_steps(changes, words):
    assert [step.words for step in steps_of_action(replace(DUE, **changes), Limits(), ON)] == words


def test_how_many_of_a_strand_must_turn():
    counts = {"off_track": 1, "at_risk": 3, "on_track": 4}
    rule = roll_up(Tally(off_track=1, at_risk=3, on_track=4), 25, 25)
    picture = StrandPicture(strand_id=1, on=ON, rule=rule, rated={}, by_dates=counts, rating="off_track")
    assert strand_turns_green(picture, Thresholds()) == (
        "1 action that is {off_track} by the dates must turn.",
        "Of 3 actions that are {at_risk} by the dates, 2 must turn.",
        "Then the accountable officer’s next rating changes the one above.",
    )


def test_what_only_the_owner_can_change(action, lead_officer):
    services.record_update(
        action=action,
        by=lead_officer,
        on=TODAY,
        narrative="Slow.",
        rating="at_risk",
        why="Few.",
        being_done="Hiring.",
        back_on=date(2027, 1, 1),
        board_ask="Nothing",
    )
    (standing,) = action.standings.on(TODAY)
    (step,) = turns_green(standing, Thresholds(), TODAY)
    assert step.words == "Only its owner’s next report changes this rating: the dates say nothing against it."


def test_pages_say_it_under_each_red_or_amber(action, lead_officer):
    late = factories.ActionFactory(
        strand=action.strand, start_on=date(2026, 1, 1), original_due_on=date(2026, 11, 1), reference="PA1.2"
    )
    factories.ActionLeadFactory(action=late, post=action.leads.get())
    refresh([late])
    client = client_of(lead_officer)
    step = "Agree a later date, 30 January 2027 at the latest, or finish it: it was due on 1 November 2026."
    for address in (late.get_absolute_url(), late.strand.get_absolute_url(), "/my-actions/"):
        page = client.get(address).content.decode()
        assert page.count("What would turn this green?") >= 1
        assert step in page
    strand = client.get(late.strand.get_absolute_url()).content.decode()
    assert "1 action that is off track by the dates must turn: PA1.2." in strand
    board = client.get("/on-track/").content.decode()
    assert "1 action that is off track by the dates must turn." in board
    services.record_update(action=action, by=lead_officer, on=TODAY, narrative="Begun.", rating="on_track")
    assert "What would turn this green?" not in client.get(action.get_absolute_url()).content.decode()
