"""A scorecard from upload to measures and their figures, and back."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports.models import BatchState, Outcome
from apps.imports.permissions import layouts_of
from apps.imports.staging import added_values
from apps.imports.words import Wording
from apps.measures.models import Baseline, Measure, MeasureFinding, Target, Value, ValueState
from apps.measures.services import enter_value
from tests import factories
from tests.imports import batches
from tests.imports.batches import codes_of, sheet_of
from tests.measures.makers import a_measure, a_value, picture

POSITION = date(2025, 3, 31)
ON = date(2026, 11, 24)
HEAD = ("Ref", "KPI", "Unit", "Baseline", "Better is", "Target", "Milestone Jul 24", "Actual Jul 24", "About")


def uploaded(by, content=None, subject="conduct", **fields):
    content = content or batches.edited("app_kpis.xlsx", {})
    fields = {"position_on": POSITION, "target": {"subject": subject}} | fields
    return batches.uploaded("kpis", by, content, **fields)


def loaded(by, content=None, **fields):
    return batches.saved(uploaded(by, content, **fields), by)


def edited(changes):
    return batches.edited("app_kpis.xlsx", changes)


def row_of(batch, reference):
    return batch.rows.get(fields__reference=reference)


def actual(measure, ends_on):
    return measure.values.filter(voids=None, ends_on=ends_on).order_by("effective_on", "recorded_at", "pk").last()


def test_every_row_is_a_new_measure_and_nothing_is_saved_yet(programme_manager):
    batch = uploaded(programme_manager)
    assert (batch.state, batch.counts) == (BatchState.READ, {"new": 14, "all": 14, "skipped": 0})
    assert not Measure.objects.exists()
    row = row_of(batch, "K3")
    assert codes_of(row) == ["definition_missing"]
    added = added_values(batch, LANDINGS["kpis"], [row])[row.position]
    assert Wording(LAYOUTS["kpis"]).lines(added) == [
        ("Ref", "K3"),
        ("KPI", "Longest wait for an autism assessment, aged under 5 (months)"),
        ("Unit", "months"),
        ("Better is", "Lower"),
        ("About", "What services do"),
        ("Baseline, 29 February 2024", "6"),
        ("Target", "3"),
        ("Milestone, 31 July 2024", "6"),
        ("Actual, July 2024", "6"),
        ("Milestone, 30 November 2024", "5"),
        ("Actual, November 2024", "5"),
        ("Milestone, 31 March 2025", "4"),
        ("Actual, March 2025", "4"),
        ("Milestone, 31 July 2025", "3"),
    ]


def test_saving_adds_measures_with_their_figures(programme_manager):
    batch = loaded(programme_manager, reported_by="Head of SEND")
    assert (batch.state, batch.result["new"], batch.result["changed"]) == (BatchState.APPLIED, 14, 0)
    measure = Measure.objects.get(reference="K1")
    assert (measure.name, measure.slug) == (
        "Average wait for a first speech and language therapy appointment (weeks)",
        "average-wait-for-a-first-speech-and-language-thera",
    )
    assert (measure.kind, measure.subject, measure.unit, measure.good_direction) == (
        "manual",
        "conduct",
        "weeks",
        "down",
    )
    assert measure.definition == f"As in kpis.xlsx: {measure.name}"
    start = measure.baselines.get()
    assert (start.value, start.words, start.effective_on, start.source) == (
        Decimal(75),
        "",
        date(2024, 2, 29),
        "kpis.xlsx, KPI scorecard, row 6",
    )
    targets = measure.targets.order_by("due_on").values_list("due_on", "value", "effective_on")
    assert list(targets) == [
        (date(2024, 7, 31), Decimal(60), date(2024, 7, 31)),
        (date(2024, 11, 30), Decimal(45), date(2024, 11, 30)),
        (date(2025, 3, 31), Decimal(30), POSITION),
        (date(2025, 7, 31), Decimal(18), POSITION),
        (None, Decimal(18), POSITION),
    ]
    value = actual(measure, date(2024, 11, 30))
    assert (value.value, value.label, value.grain, value.starts_on) == (
        Decimal("48.5"),
        "November 2024",
        "month",
        date(2024, 11, 1),
    )
    assert (value.effective_on, value.source, value.batch, value.recorded_by, value.author_title) == (
        POSITION,
        "kpis.xlsx, KPI scorecard, row 6",
        batch,
        programme_manager,
        "Head of SEND",
    )
    assert measure.values.count() == 3


@pytest.mark.parametrize(
    ("reference", "day", "state", "words", "shown"),
    [
        ("K5", date(2024, 7, 31), ValueState.TOO_FEW, "<5", "Too few to show"),
        ("K2", date(2025, 3, 31), ValueState.NOT_APPLICABLE, "n/a", "Not applicable"),
        ("K14", date(2025, 3, 31), ValueState.UNAVAILABLE, "x", "Not available"),
        ("K4", date(2025, 3, 31), ValueState.NO_VALUE, "tbc", "No figure given"),
    ],
)
def test_what_is_no_number_is_kept_as_what_it_is(programme_manager, reference, day, state, words, shown):
    loaded(programme_manager)
    measure = Measure.objects.get(reference=reference)
    value = actual(measure, day)
    assert (value.state, value.words, value.value) == (state, words, None)
    seen = picture(measure, programme_manager, ON)
    assert shown in [seen.words_of(period.lead) for period in seen.periods]


def test_nothing_and_a_suppressed_baseline_are_told_apart(programme_manager):
    loaded(programme_manager)
    zero = actual(Measure.objects.get(reference="K14"), date(2024, 7, 31))
    assert (zero.state, zero.value) == (ValueState.NUMBER, Decimal(0))
    start = Baseline.objects.get(measure__reference="K12")
    assert (start.value, start.words, start.effective_on) == (None, "<5 (Sep 2023)", date(2023, 9, 30))
    assert not Baseline.objects.filter(measure__reference__in=("K5", "K10")).exists()


def test_a_period_to_come_gets_no_figure(programme_manager):
    batch = uploaded(programme_manager, edited({"M6": 17}))
    assert "period_not_over" in codes_of(row_of(batch, "K1"))
    batches.saved(batch, programme_manager)
    assert not Value.objects.filter(ends_on__gt=POSITION).exists()


def test_the_same_sheet_again_touches_nothing(programme_manager):
    loaded(programme_manager)
    for position in (POSITION, date(2025, 4, 15)):
        again = uploaded(programme_manager, position_on=position)
        assert again.counts == {"unchanged": 14, "all": 14, "skipped": 0}
        assert again.about["missing"] == []


def test_a_differing_figure_is_added_beside_the_older_one(programme_manager):
    loaded(programme_manager)
    batch = uploaded(programme_manager, edited({"K6": 34, "L6": 20, "E6": 16}), position_on=date(2025, 4, 15))
    assert batch.counts["changed"] == 1
    row = row_of(batch, "K1")
    assert row.changes == {
        "Target": [18, 16],
        "Actual, March 2025": [33, 34],
        "Milestone, 31 July 2025": [18, 20],
    }
    batches.saved(batch, programme_manager)
    measure = Measure.objects.get(reference="K1")
    march = measure.values.filter(ends_on=date(2025, 3, 31)).order_by("effective_on")
    assert list(march.values_list("value", "effective_on")) == [
        (Decimal(33), POSITION),
        (Decimal(34), date(2025, 4, 15)),
    ]
    seen = picture(measure, programme_manager, ON)
    assert (seen.latest.value, [aim.value for aim in seen.targets if aim.due_on is None]) == (
        Decimal(34),
        [Decimal(16)],
    )
    assert picture(measure, programme_manager, date(2025, 4, 14)).latest.value == Decimal(33)


def test_an_older_file_never_takes_the_place_of_a_newer_figure(programme_manager):
    loaded(programme_manager)
    content = edited({"I6": 50, "E6": 12, "H6": 44, "C6": "80 (Feb 2024)"})
    batch = uploaded(programme_manager, content, position_on=date(2024, 12, 6))
    row = row_of(batch, "K1")
    assert (row.outcome, row.changes) == (Outcome.UNCHANGED, {})
    assert [item["message"] for item in row.problems if item["code"] == "older_position"] == [
        "What is here is newer than the file: Baseline, 29 February 2024, Target, Milestone, 30 November 2024 and "
        "Actual, November 2024. Not taken over."
    ]


def test_a_figure_that_somebody_entered_since_stays(programme_manager):
    loaded(programme_manager)
    measure = Measure.objects.get(reference="K1")
    march = {"starts_on": date(2025, 3, 1), "ends_on": date(2025, 3, 31)}
    enter_value(measure=measure, by=programme_manager, on=ON, value=Decimal(31), source="Contract report", **march)
    batch = uploaded(programme_manager, edited({"K6": 34}))
    assert row_of(batch, "K1").outcome == Outcome.UNCHANGED
    assert "older_position" in codes_of(row_of(batch, "K1"))


def test_no_figure_yet_and_blank_cells_never_take_a_figure_away(programme_manager):
    loaded(programme_manager)
    changes = {"C6": None, "D6": None, "E6": None, "J6": None, "K6": "tbc", "I6": None}
    batch = uploaded(programme_manager, edited(changes), position_on=date(2025, 5, 1))
    assert row_of(batch, "K1").outcome == Outcome.UNCHANGED


def test_a_milestone_changed_after_its_day_is_told_and_both_stay(programme_manager):
    loaded(programme_manager)
    batch = uploaded(programme_manager, edited({"F6": 63}), position_on=date(2025, 4, 15))
    assert "milestone_moved" in codes_of(row_of(batch, "K1"))
    batches.saved(batch, programme_manager)
    set_for_july = Target.objects.filter(measure__reference="K1", due_on=date(2024, 7, 31)).order_by("pk")
    assert list(set_for_july.values_list("value", flat=True)) == [Decimal(60), Decimal(63)]


def test_a_row_finds_a_measure_by_its_name_and_leaves_its_reference(programme_manager):
    measure = a_measure(slug="wait", name="Wait for a first appointment", unit="weeks", good_direction="down")
    content = sheet_of(HEAD, ("W1", "wait for a FIRST appointment", "weeks", None, "Lower", 18, 60, 62, None))
    batch = uploaded(programme_manager, content)
    row = batch.rows.get()
    assert (row.outcome, row.matched) == (Outcome.CHANGED, measure.pk)
    assert row.changes["reference"] == [None, "W1"]
    batches.saved(batch, programme_manager)
    measure.refresh_from_db()
    assert (measure.reference, actual(measure, date(2024, 7, 31)).value) == ("W1", Decimal(62))
    renamed = sheet_of(HEAD, ("w1", "First appointment", "weeks", None, "Lower", 18, 60, 62, None))
    row = uploaded(programme_manager, renamed).rows.get()
    assert (row.matched, row.changes["name"]) == (measure.pk, ["wait for a FIRST appointment", "First appointment"])
    assert "name_differs" in codes_of(row)


def test_measures_of_the_case_records_and_made_up_ones_are_not_found(programme_manager):
    a_measure(slug="computed", name="Plans in time", kind="computed")
    a_measure(slug="made-up", name="Waits", is_demonstration=True, reference="W1")
    content = sheet_of(
        HEAD,
        ("P1", "Plans in time", "%", None, "Higher", 90, 80, 70, None),
        ("W1", "Waits", "weeks", None, "Lower", 9, 8, 7, None),
    )
    batch = uploaded(programme_manager, content)
    assert batch.counts["new"] == 2
    assert "name_computed" in codes_of(batch.rows.get(position=1))


def test_about_whom_a_measure_speaks_is_never_taken_for_granted(programme_manager):
    content = sheet_of(
        HEAD,
        ("C1", "Waits", "weeks", None, "Lower", 9, 8, 7, None),
        ("C2", "Children without a school place", "number", None, "Lower", 0, 0, 12, "Who the children are"),
        ("C3", "Visits made", "number", None, "Higher", 5, 5, 7, "What services do"),
    )
    batch = uploaded(programme_manager, content, subject="")
    by_reference = {row.fields["reference"]: row for row in batch.rows.all()}
    assert by_reference["C1"].outcome == Outcome.PROBLEM
    assert "subject_missing" in codes_of(by_reference["C1"])
    assert "about_children" in codes_of(by_reference["C2"])
    batches.saved(batch, programme_manager)
    assert not Measure.objects.filter(reference="C1").exists()
    about_children = Measure.objects.get(reference="C2")
    assert (about_children.subject, about_children.values.count(), about_children.targets.count()) == ("children", 0, 0)
    assert Measure.objects.get(reference="C3").values.get().value == Decimal(7)
    counted = uploaded(programme_manager, sheet_of(HEAD, ("C4", "Waiting", "number", None, "Lower", 0, 9, 9, None)))
    assert "subject_assumed" in codes_of(counted.rows.get())


@pytest.mark.parametrize(
    ("row", "code", "outcome"),
    [
        (("X1", "A" * 201, "weeks", None, "Lower", 1, 2, 3, None), "too_long", Outcome.PROBLEM),
        (("X1", "Waits", "weeks", None, "Lower", 1, 2, 12345678901, None), "too_big", Outcome.PROBLEM),
        (("X1", "Share", "%", None, "Higher", 90, 80, "104%", None), "percent_out_of_range", Outcome.NEW),
        (("X1", "Spent", "pounds", None, "Lower", 1, 2, 30, None), "unit_unknown", Outcome.NEW),
        (("X1", "Exclusions", "number", None, "Lower", 0, 0, 3, None), "small_number", Outcome.NEW),
        (("X1", "Requests", "number", None, None, None, None, 30, None), "better_missing", Outcome.NEW),
        (("K9", "Waits", "months", None, "Lower", 1, 2, 3, None), "unit_differs", Outcome.PROBLEM),
    ],
)
def test_what_cannot_be_right_is_told(programme_manager, row, code, outcome):
    a_measure(slug="there", name="There", unit="weeks", reference="K9")
    found = uploaded(programme_manager, sheet_of(HEAD, row)).rows.get()
    assert code in codes_of(found)
    assert found.outcome == outcome


def test_two_rows_do_not_find_the_same_measure(programme_manager):
    a_measure(slug="there", name="Waits", unit="weeks", reference="K1")
    rows = (("K1", "Other", "weeks"), ("K2", "Waits", "weeks"))
    batch = uploaded(programme_manager, sheet_of(HEAD[:3], *rows))
    assert [row.outcome for row in batch.rows.all()] == [Outcome.CHANGED, Outcome.PROBLEM]
    assert "measure_twice" in codes_of(batch.rows.get(position=2))


def test_a_measure_that_the_file_lacks_is_listed_and_stays(programme_manager):
    loaded(programme_manager)
    batch = uploaded(programme_manager, edited({"A6": "K99", "B6": "Another one"}))
    assert batch.about["missing"] == ["K1"]
    batches.saved(batch, programme_manager)
    assert Measure.objects.count() == 15


def test_what_changed_meanwhile_is_compared_anew_and_nothing_is_saved(programme_manager):
    loaded(programme_manager)
    batch = uploaded(programme_manager, edited({"K6": 34, "B7": "Other name"}), position_on=date(2025, 4, 15))
    a_value(Measure.objects.get(reference="K1"), date(2025, 2, 1), date(2025, 2, 28), 40)
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.refusal[:27]) == (BatchState.READ, "1 row was changed here afte")
    assert not Measure.objects.filter(name="Other name").exists()
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.result["changed"]) == (BatchState.APPLIED, 2)


def test_taking_a_scorecard_back_removes_what_it_added(programme_manager):
    batch = batches.taken_back(loaded(programme_manager), programme_manager)
    assert batch.state == BatchState.UNDONE
    for model in (Measure, Value, Target, Baseline):
        assert not model.objects.exists(), model
    assert uploaded(programme_manager).counts["new"] == 14


def test_taking_a_scorecard_back_restores_names_and_voids_figures(programme_manager):
    loaded(programme_manager)
    content = edited({"B6": "Wait for speech therapy (weeks)", "D6": "Higher", "K6": 34, "E6": 16})
    batch = loaded(programme_manager, content, position_on=date(2025, 4, 15))
    batches.taken_back(batch, programme_manager)
    measure = Measure.objects.get(reference="K1")
    assert (measure.name[:12], measure.good_direction) == ("Average wait", "down")
    seen = picture(measure, programme_manager, ON)
    assert (seen.latest.value, len(seen.targets)) == (Decimal(33), 5)
    voiding = measure.values.get(voids__isnull=False)
    assert voiding.void_reason == "kpis.xlsx was taken back: Loaded too early."
    assert uploaded(programme_manager).counts["unchanged"] == 14


def test_taking_back_is_refused_once_more_is_recorded(programme_manager):
    batch = loaded(programme_manager)
    measure = Measure.objects.get(reference="K1")
    a_value(measure, date(2025, 2, 1), date(2025, 2, 28), 40)
    batches.taken_back(batch, programme_manager)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 measure was changed after this file was saved, the first of them K1. Nothing was taken back.",
    )


def test_taking_back_is_refused_once_a_finding_is_measured_by_it(programme_manager):
    batch = loaded(programme_manager)
    MeasureFinding.objects.create(measure=Measure.objects.get(reference="K1"), finding=factories.FindingFactory())
    batches.taken_back(batch, programme_manager)
    assert batch.state == BatchState.APPLIED
    assert batch.refusal.startswith("Something was tied to the measures")
    assert Measure.objects.count() == 14


def test_programme_managers_and_administrators_load_scorecards(
    programme_manager, administrator, lead_officer, board_member, parent, adviser, scrutiny_member
):
    for person in (programme_manager, administrator):
        assert "kpis" in [layout.name for layout in layouts_of(person)]
    for person in (lead_officer, board_member, parent, adviser, scrutiny_member):
        assert "kpis" not in [layout.name for layout in layouts_of(person)]


def test_the_number_of_queries_does_not_grow_with_the_rows(programme_manager):
    def counted(count):
        rows = [(f"Q{n}", f"Measure {n}", "weeks", None, "Lower", 18, 60, 62, None) for n in range(count)]
        batch = uploaded(programme_manager, sheet_of(HEAD, *rows), file_name=f"{count}.xlsx")
        landing = LANDINGS["kpis"]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            landing.moved(batch)
            landing.apply(batch, batch.rows.filter(outcome=Outcome.NEW), programme_manager, ON)
        return len(queries)

    assert counted(3) == counted(40)


def test_every_change_is_in_the_history_with_its_file(programme_manager):
    batch = loaded(programme_manager)
    for model in (Measure, Value, Target, Baseline):
        events = model.pgh_event_model.objects.all()
        assert set(events.values_list("pgh_context__batch", "pgh_context__file")) == {(batch.pk, "kpis.xlsx")}
