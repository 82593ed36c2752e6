"""Where an action stands on every date: the stored intervals against the rule itself."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.plans import services
from apps.plans.models import Action, ActionDecision, Extension, ExtensionDecision, Plan, Standing, StatusUpdate
from apps.plans.rules import Limits, rate_action
from apps.plans.standing import MilestonePath, Record, _facts_on, records_of, refresh, standings_of
from tests import factories
from tests.factories import TODAY

DAY_0 = date(2026, 1, 1)
days = st.integers(0, 400).map(lambda n: DAY_0 + timedelta(days=n))
ratings = st.sampled_from([None, "not_started", "off_track", "at_risk", "on_track"])


@st.composite
def milestone_paths(draw):
    """Milestones that are added late, moved and dropped."""
    changes = st.tuples(days, st.none() | days, st.booleans())
    dates = [(draw(days), draw(st.none() | days), False), *draw(st.lists(changes, max_size=2))]
    return MilestonePath(tuple(sorted(dates, key=lambda change: change[0])), draw(st.none() | days))


@st.composite
def records(draw):
    """Any history of one action, each list in order of effect."""
    start, due = draw(days), draw(st.none() | days)
    action = Action(pk=1, added_on=DAY_0, start_on=start, original_due_on=due)
    updates = [
        StatusUpdate(effective_on=day, rating=draw(ratings), percent_complete=draw(st.none() | st.integers(0, 100)))
        for day in sorted(draw(st.lists(days, max_size=4)))
    ]
    kinds = st.sampled_from(["said_done", "accepted", "sent_back", "withdrawn", "reopened"])
    decisions = [ActionDecision(effective_on=day, kind=draw(kinds)) for day in sorted(draw(st.lists(days, max_size=3)))]
    extensions = []
    for day in sorted(draw(st.lists(days, max_size=2))) if due else []:
        asked = Extension(from_due_on=due, to_due_on=due + timedelta(days=draw(st.integers(1, 100))))
        extensions.append(ExtensionDecision(effective_on=day, extension=asked))
    milestones = draw(st.lists(milestone_paths(), max_size=2))
    closed = draw(st.none() | days)
    return Record(action, closed, updates, decisions, extensions, milestones, [(DAY_0, Limits())])


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(records(), days)
def test_the_interval_of_a_date_says_what_the_rule_says_on_it(record, on):
    holding = [s for s in standings_of(record) if s.starts_on <= on and (s.ends_on is None or s.ends_on > on)]
    facts, limits = _facts_on(record, on)
    assert len(holding) == 1
    assert (holding[0].rule_rating, holding[0].rule_reason, holding[0].rule_date) == (
        (result := rate_action(facts, limits, on)).rating,
        result.reason,
        result.about_on,
    )
    assert (holding[0].state, holding[0].due_on) == (facts.state, facts.due_on)


@settings(max_examples=100, derandomize=True, deadline=None, database=None)
@given(records())
def test_intervals_leave_no_gap_and_only_the_last_has_no_end(record):
    rows = standings_of(record)
    assert [row.ends_on for row in rows[:-1]] == [row.starts_on for row in rows[1:]]
    assert rows[-1].ends_on is None


def test_a_report_of_the_past_stands_in_the_past(action):
    services.record_update(
        action=action, by=None, on=TODAY, narrative="Began.", rating="at_risk", effective_on=date(2026, 10, 1)
    )
    standing = Standing.objects.on
    assert standing(date(2026, 9, 30)).get(action=action).rating is None
    assert standing(date(2026, 10, 1)).get(action=action).rating == "at_risk"
    assert standing(TODAY).get(action=action).updated_on == date(2026, 10, 1)


def test_as_known_then_leaves_out_what_was_recorded_later(action):
    moment = datetime(2026, 11, 1, tzinfo=ZoneInfo("Europe/London"))
    services.record_update(
        action=action, by=None, on=TODAY, narrative="Began.", rating="at_risk", effective_on=date(2026, 10, 1)
    )
    action = Action.objects.select_related("plan").get(pk=action.pk)
    (known,) = records_of([action], known_at=moment)
    assert [row.rating for row in known.updates] == []
    (now,) = records_of([action])
    assert [row.rating for row in now.updates] == ["at_risk"]


def test_a_report_that_is_taken_back_no_longer_counts(action):
    first = services.record_update(action=action, by=None, on=TODAY, narrative="One.", rating="on_track")
    second = services.record_update(action=action, by=None, on=TODAY, narrative="Two.", rating="off_track")
    services.withdraw_update(update=second, by=None, on=TODAY, reason="Wrong action.")
    action.refresh_from_db()
    assert action.rating == first.rating == "on_track"
    assert StatusUpdate.objects.filter(action=action).count() == 3


def test_closing_a_plan_ends_what_is_overdue(legend):
    action = factories.ActionFactory(start_on=date(2026, 9, 1), original_due_on=date(2026, 10, 1))
    assert Standing.objects.on(TODAY).overdue(TODAY).get().action == action
    Plan.objects.filter(pk=action.plan_id).update(closed_on=date(2026, 11, 1), closed_reason="Judged.")
    refresh([action])
    assert not Standing.objects.on(TODAY).overdue(TODAY).exists()
    assert not Standing.objects.on(TODAY).late_by_first_date(TODAY).exists()
    assert Standing.objects.on(TODAY).get().rule_reason == "plan_closed"


@pytest.mark.parametrize(("on", "is_late"), [(date(2027, 3, 31), False), (date(2027, 4, 1), True)])
def test_no_extension_clears_lateness_by_the_first_date(action, lead_officer, programme_manager, on, is_late):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=TODAY, to_due_on=date(2027, 6, 30), reason="More time."
    )
    services.decide_extension(extension=asked, by=programme_manager, on=TODAY, is_approved=True)
    standing = Standing.objects.on(on)
    assert standing.late_by_first_date(on).exists() is is_late
    assert not standing.overdue(on).exists()
    action.refresh_from_db()
    assert (action.original_due_on, action.due_on) == (date(2027, 3, 31), date(2027, 6, 30))


def test_refreshing_many_takes_the_same_queries_as_one(legend, django_assert_max_num_queries):
    actions = [factories.ActionFactory() for _ in range(3)]
    with django_assert_max_num_queries(12):
        refresh(actions[:1])
    with django_assert_max_num_queries(12):
        refresh(actions)
