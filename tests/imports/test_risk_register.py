"""A risk register from upload to risks of a plan, and back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.board.models import Risk
from apps.board.services import FIELDS, save_risk
from apps.core.sheets import LANDINGS
from apps.imports.models import BatchState, Outcome
from apps.imports.permissions import layouts_of
from tests import factories
from tests.imports import batches
from tests.imports.batches import codes_of, sheet_of

ON = date(2026, 11, 24)
HEAD = ("Ref", "Risk", "Likelihood", "Impact", "Score before mitigation", "Score after mitigation", "Owner")
HEAD += ("Mitigation", "Linked strand", "Status", "Reviewed on")
R1 = ("R1", "Too few psychologists", 4, 5, 20, 12, "Head of SEND", "Recruit two", "PA1", "Open", date(2026, 10, 1))
R2 = ("R2", "Data is late", 2, 3, 6, 4, "Data lead", "Weekly check", None, "Closed", date(2026, 10, 1))


@pytest.fixture
def plan(db, council):
    plan = factories.PlanFactory()
    factories.StrandFactory(plan=plan, reference="PA1", title="Early identification")
    factories.PostFactory(title="Head of SEND", organisation=council)
    return plan


def uploaded(plan, by, *rows, **fields):
    return batches.uploaded("risks", by, sheet_of(HEAD, *rows), target={"plan": plan.pk}, **fields)


def loaded(plan, by, *rows, **fields):
    return batches.saved(uploaded(plan, by, *rows, **fields), by)


def with_cells(row, **changes):
    """The row with some cells changed, by the beginning of their headings in small letters."""
    names = {heading.lower().replace(" ", "_"): place for place, heading in enumerate(HEAD)}
    row = list(row)
    for name, value in changes.items():
        row[names[name]] = value
    return tuple(row)


def changed_by_hand(risk, **changes):
    risk.refresh_from_db()
    values = {name: getattr(risk, name) for name in FIELDS} | changes
    return save_risk(risk=risk, reason="As agreed.", version=risk.version, **values)


def test_every_row_of_an_empty_register_is_new(plan, programme_manager):
    batch = uploaded(plan, programme_manager, R1, R2)
    assert (batch.counts, Risk.objects.count()) == ({"new": 2, "all": 2, "skipped": 0}, 0)
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.result) == (BatchState.APPLIED, {"new": 2, "changed": 0})
    risk = Risk.objects.get(reference="R1")
    assert (risk.plan, risk.title, risk.mitigation, risk.status, risk.reviewed_on) == (
        plan,
        "Too few psychologists",
        "Recruit two",
        "open",
        date(2026, 10, 1),
    )
    assert (risk.likelihood, risk.impact, risk.score) == (4, 5, 20)
    assert (risk.likelihood_after, risk.impact_after, risk.score_after) == (None, None, 12)
    assert (risk.owner.title, risk.owner_words, risk.strand.reference) == ("Head of SEND", "", "PA1")
    other = Risk.objects.get(reference="R2")
    assert (other.status, other.owner, other.owner_words, other.strand) == ("closed", None, "Data lead", None)


def test_the_same_sheet_again_touches_nothing(plan, programme_manager):
    both = with_cells(R2, owner="Head of SEND / Data lead", likelihood=None, impact=None)
    loaded(plan, programme_manager, R1, both)
    again = uploaded(plan, programme_manager, R1, both)
    assert again.counts == {"unchanged": 2, "all": 2, "skipped": 0}
    assert Risk.objects.get(reference="R2").owner_words == "Head of SEND; Data lead"
    blank = with_cells(R1, **dict.fromkeys(("likelihood", "impact", "owner", "mitigation", "linked_strand", "status")))
    assert uploaded(plan, programme_manager, blank).counts["unchanged"] == 1


def test_what_differs_is_shown_cell_by_cell_and_saved(plan, programme_manager):
    loaded(plan, programme_manager, R1, R2)
    changes = {"likelihood": 3, "score_before_mitigation": 15, "score_after_mitigation": 8, "status": "Closed"}
    changes |= {"reviewed_on": date(2026, 11, 2), "risk": "No psychologists", "linked_strand": "Early identification"}
    batch = uploaded(plan, programme_manager, with_cells(R1, **changes))
    row = batch.rows.get()
    assert row.changes == {
        "risk": ["Too few psychologists", "No psychologists"],
        "status": ["open", "closed"],
        "likelihood": [4, 3],
        "score_after": [12, 8],
        "reviewed_on": ["2026-10-01", "2026-11-02"],
    }
    batches.saved(batch, programme_manager)
    risk = Risk.objects.get(reference="R1")
    assert (risk.title, risk.score, risk.score_after, risk.status, risk.version) == (
        "No psychologists",
        15,
        8,
        "closed",
        2,
    )
    assert risk.likelihood * risk.impact == 15


def test_a_score_that_is_not_the_product_is_told_and_the_product_kept(plan, programme_manager):
    batch = loaded(plan, programme_manager, with_cells(R1, score_before_mitigation=19))
    assert "score_differs" in codes_of(batch.rows.get())
    assert Risk.objects.get().score == 20
    assert uploaded(plan, programme_manager, with_cells(R1, score_before_mitigation=19)).counts["unchanged"] == 1


def test_one_factor_goes_with_the_other_that_is_here(plan, programme_manager):
    loaded(plan, programme_manager, R1)
    alone = {"likelihood": None, "score_before_mitigation": None}
    loaded(plan, programme_manager, with_cells(R1, impact=3, **alone))
    risk = Risk.objects.get()
    assert (risk.likelihood, risk.impact, risk.score) == (4, 3, 12)
    row = uploaded(plan, programme_manager, with_cells(R2, **alone)).rows.get()
    assert (row.outcome, "factor_alone" in codes_of(row)) == (Outcome.NEW, True)


def test_a_score_alone_takes_the_place_of_numbers_that_no_longer_make_it(plan, programme_manager):
    loaded(plan, programme_manager, R1)
    changed_by_hand(Risk.objects.get(), likelihood_after=3, impact_after=4)
    row = with_cells(R1, likelihood=None, impact=None, score_before_mitigation=16, score_after_mitigation=9)
    batch = loaded(plan, programme_manager, row)
    assert "factors_cleared" in codes_of(batch.rows.get())
    risk = Risk.objects.get()
    assert (risk.likelihood, risk.impact, risk.score) == (None, None, 16)
    assert (risk.likelihood_after, risk.impact_after, risk.score_after) == (None, None, 9)


def test_what_was_reviewed_later_here_stays(plan, programme_manager):
    loaded(plan, programme_manager, R1)
    changed_by_hand(Risk.objects.get(), reviewed_on=date(2026, 11, 10), status="issue")
    row = uploaded(plan, programme_manager, with_cells(R1, risk="Other words", score_after_mitigation=2)).rows.get()
    assert row.changes == {"risk": ["Too few psychologists", "Other words"]}
    assert "older_position" in codes_of(row)


@pytest.mark.parametrize(
    ("changes", "code", "outcome"),
    [
        ({"ref": None}, "missing_reference", Outcome.PROBLEM),
        ({"ref": "R" * 31}, "too_long", Outcome.PROBLEM),
        ({"risk": "A" * 501}, "too_long", Outcome.PROBLEM),
        ({"owner": "A" * 501}, "too_long", Outcome.PROBLEM),
        ({"reviewed_on": date(2099, 1, 1)}, "date_in_future", Outcome.PROBLEM),
        ({"likelihood": 6}, "number_out_of_range", Outcome.NEW),
        ({"impact": 3.5}, "not_whole", Outcome.NEW),
        ({"score_after_mitigation": "lots"}, "not_a_number", Outcome.NEW),
        ({"linked_strand": "PA9"}, "strand_unknown", Outcome.NEW),
        ({"owner": "Somebody else"}, "post_unknown", Outcome.NEW),
        ({"status": "perhaps"}, "status_not_recognised", Outcome.NEW),
    ],
)
def test_what_cannot_be_right_is_told(plan, programme_manager, changes, code, outcome):
    row = uploaded(plan, programme_manager, with_cells(R1, **changes)).rows.get()
    assert (code in codes_of(row), row.outcome) == (True, outcome)


def test_a_row_with_doubtful_numbers_can_be_saved_without_them(plan, programme_manager):
    loaded(plan, programme_manager, with_cells(R1, likelihood=6, score_before_mitigation=7))
    risk = Risk.objects.get()
    assert (risk.likelihood, risk.impact, risk.score) == (None, None, 7)


def test_a_risk_that_the_file_lacks_is_listed_and_stays_open(plan, programme_manager):
    loaded(plan, programme_manager, R1, R2)
    batch = loaded(plan, programme_manager, with_cells(R2, ref="R3"))
    assert batch.about["missing"] == ["R1 Too few psychologists"]
    assert Risk.objects.get(reference="R1").status == "open"


def test_each_plan_has_its_own_register(plan, programme_manager):
    factories.RiskFactory(reference="R1")
    assert uploaded(plan, programme_manager, R1).counts["new"] == 1


def test_what_changed_meanwhile_is_compared_anew_and_nothing_is_saved(plan, programme_manager):
    loaded(plan, programme_manager, R1, R2)
    batch = uploaded(plan, programme_manager, with_cells(R1, risk="Other words"), with_cells(R2, risk="And others"))
    changed_by_hand(Risk.objects.get(reference="R1"), mitigation="Recruit three")
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.refusal[:27]) == (BatchState.READ, "1 row was changed here afte")
    assert not Risk.objects.filter(title="And others").exists()


def test_a_closed_plan_takes_no_register(plan, programme_manager):
    batch = uploaded(plan, programme_manager, R1)
    type(plan).objects.filter(pk=plan.pk).update(closed_on=date(2026, 11, 1), closed_reason="Done.")
    batches.saved(batch, programme_manager)
    assert batch.refusal == f"{plan} was closed on 1 November 2026; its risks stay as they were."
    assert not Risk.objects.exists()


def test_taking_back_removes_what_it_added_and_restores_what_it_changed(plan, programme_manager):
    loaded(plan, programme_manager, R1)
    before = Risk.objects.values().get()
    changes = {"likelihood": 2, "score_before_mitigation": 10, "owner": "Nobody known", "linked_strand": None}
    batch = loaded(plan, programme_manager, with_cells(R1, reviewed_on=date(2026, 11, 2), **changes), R2)
    assert batch.result == {"new": 1, "changed": 1}
    batches.taken_back(batch, programme_manager)
    assert batch.state == BatchState.UNDONE
    assert Risk.objects.values().get() == before | {"version": 3}


def test_taking_back_is_refused_once_a_risk_was_changed(plan, programme_manager):
    batch = loaded(plan, programme_manager, R1, R2)
    changed_by_hand(Risk.objects.get(reference="R2"), status="open")
    batches.taken_back(batch, programme_manager)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 risk was changed after this file was saved, the first of them R2. Nothing was taken back.",
    )
    assert Risk.objects.count() == 2


def test_programme_managers_and_administrators_load_registers(
    programme_manager, administrator, lead_officer, board_member, parent, adviser, scrutiny_member
):
    for person in (programme_manager, administrator):
        assert "risks" in [layout.name for layout in layouts_of(person)]
    for person in (lead_officer, board_member, parent, adviser, scrutiny_member):
        assert "risks" not in [layout.name for layout in layouts_of(person)]


def test_the_number_of_queries_does_not_grow_with_the_rows(plan, programme_manager):
    def counted(count):
        rows = [with_cells(R1, ref=f"Q{count}.{n}") for n in range(count)]
        batch = uploaded(plan, programme_manager, *rows)
        with CaptureQueriesContext(connection) as queries:
            LANDINGS["risks"].moved(batch)
            LANDINGS["risks"].apply(batch, batch.rows.filter(outcome=Outcome.NEW), programme_manager, ON)
        return len(queries)

    assert counted(3) == counted(40)


def test_every_change_is_in_the_history_with_its_file(plan, programme_manager):
    batch = loaded(plan, programme_manager, R1)
    events = Risk.pgh_event_model.objects.values_list("pgh_context__batch", "pgh_context__file")
    assert list(events) == [(batch.pk, "risks.xlsx")]
