"""Bury's real data and the demonstration beside it: exact, repeatable, and told apart."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from apps.accounts.models import Person
from apps.dashboards import bury, demonstration
from apps.inspections.models import Finding, Judgement, LocalClaim
from apps.plans.models import Action, Plan, Standing, StatusUpdate, Strand
from tests.tables import rows_everywhere


def test_everything_is_loaded_once(db):
    counts = bury.load_all()
    assert counts == {
        "inspections": 3,
        "findings": 17,
        "judgements": 8,
        "local claims": 9,
        "plans": 4,
        "actions": 20,
        "dated updates": 29,
        "abbreviations": 137,
    }
    before = rows_everywhere()
    bury.load_all()
    assert rows_everywhere() == before


def test_the_inspectors_words_are_exact(db):
    bury.load_all()
    assert Finding.objects.get(reference="A7").text == (
        "the ignorance of children and young people's EHC plans by some key health practitioners"
    )
    third = Finding.objects.get(reference="PA3")
    assert [part.letter for part in third.parts.all()] == ["a", "b", "c"]
    assert third.tail.startswith("Leaders across the partnership should also ensure that young people aged up to 25")
    judged = dict(Judgement.objects.values_list("finding__reference", "verdict"))
    assert {ref for ref, verdict in judged.items() if verdict == "not_sufficient"} == {"A4", "A7", "A8"}
    assert (
        "All too often, the EHC plans were education plans only." in Judgement.objects.get(finding__reference="A7").text
    )


def test_repeats_are_marked_as_our_reading(db):
    bury.load_all()
    pairs = {(r.later.reference, r.earlier.reference) for f in Finding.objects.all() for r in f.repeats.all()}
    assert pairs == {("AFI1", "A5"), ("PA2", "A6"), ("PA6", "A7")}


def test_updates_of_2019_stand_in_2019_without_a_rating(db):
    bury.load_all()
    updates = StatusUpdate.objects.all()
    assert set(updates.values_list("effective_on", "rating")) == {(date(2019, 1, 21), None)}
    by_area = {s.reference: s.actions.count() for s in Strand.objects.filter(plan__type__code="wsoa")}
    assert by_area == {"A1": 1, "A2": 1, "A3": 0, "A4": 0, "A5": 1, "A6": 1, "A7": 0, "A8": 1}
    assert "Not reported to Members" in Strand.objects.get(plan__type__code="wsoa", reference="A3").note


@pytest.mark.parametrize("on", [date(2019, 6, 19), date(2026, 11, 24)])
def test_nothing_in_a_closed_plan_is_overdue(db, on):
    bury.load_all()
    closed = Standing.objects.on(on).filter(action__plan__type__code="wsoa")
    assert set(closed.values_list("rule_reason", "rating")) == {("plan_closed", None)}
    assert not closed.overdue(on).exists()


def test_what_cabinet_noted_and_approved_has_no_status(db):
    bury.load_all()
    actions = Action.objects.filter(plan__name="Priority Impact Plan")
    assert set(actions.values_list("rating", flat=True)) == {None}
    assert actions.filter(title__startswith="Cabinet noted:").count() == 4
    assert actions.filter(title__startswith="Cabinet approved:").count() == 4
    dated = actions.exclude(original_due_on=None).get()
    assert (dated.original_due_on, dated.due_precision) == (date(2024, 12, 31), "month")


def test_nobody_is_named(db):
    bury.load_all()
    assert not Person.objects.exists()
    said_by = set(LocalClaim.objects.values_list("said_by", flat=True))
    assert said_by == {
        "Cabinet Member for Children and Young People (report to Overview and Scrutiny)",
        "Bury Council, press release",
        "Minutes of the Children and Young People Scrutiny Committee",
        "Executive Director (Health and Adult Care)",
    }


@pytest.mark.parametrize(
    ("on", "thursday"),
    [
        (date(2026, 11, 24), date(2026, 11, 19)),
        (date(2026, 11, 19), date(2026, 11, 19)),
        (date(2028, 2, 29), date(2028, 2, 24)),
    ],
)
def test_the_position_date_is_the_last_thursday(on, thursday):
    assert demonstration.last_thursday(on) == thursday


def test_the_demonstration_is_moved_by_whole_weeks_and_marked(db):
    bury.load_all()
    on = date(2026, 11, 24)
    assert demonstration.load(on) == 60
    plan = Plan.objects.get(is_demonstration=True)
    first = Action.objects.get(plan=plan, reference="PA1.1")
    assert first.original_due_on == date(2025, 2, 3) + timedelta(weeks=105)
    counted = {}
    for rating in Standing.objects.on(on).filter(action__plan=plan).values_list("rating", flat=True):
        counted[rating] = counted.get(rating, 0) + 1
    assert counted == {"not_started": 39, "on_track": 10, "complete": 6, "off_track": 3, "at_risk": 2}
    before = rows_everywhere()
    demonstration.load(on + timedelta(days=30))
    assert rows_everywhere() == before


def test_no_report_of_the_demonstration_lies_in_the_future(db):
    bury.load_all()
    demonstration.load(date(2026, 11, 24))
    assert not StatusUpdate.objects.filter(effective_on__gt=date(2026, 11, 19)).exists()
    assert not Standing.objects.filter(state="accepted", starts_on__gt=date(2026, 11, 24)).exists()


def test_clearing_is_for_the_owner(db):
    with pytest.raises(CommandError, match="set DATABASE_OWNER_URL"):
        call_command("clear_demonstration")
