"""Lists as workbooks that people edit and load again: only what they changed is a change."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from apps.accounts.models import Role
from apps.caseload.models import ListedCase
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports import services
from apps.imports.exporting.cells import CUT
from apps.imports.exporting.gathering import export_of, template_of
from apps.imports.exporting.writing import csv_of, workbook_of
from apps.imports.models import BatchState, Outcome
from apps.imports.reading import legends
from apps.imports.workbook import read_workbook
from apps.plans.models import Action, ActionLead, StatusUpdate
from apps.plans.services import record_update
from apps.wsoa.models import Item
from tests import factories
from tests.cast import make_person

HOSTILE = (
    "=cmd|' /C calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "'=quoted",
    "#REF!",
    "n/a",
    "Two\nlines  and   spaces",
    "Control \x01 sign",
    "Looks like _x0041_",
    "31/02/2027",
    "Priority 2: a band",
    "Total",
)


def unseen(done, total):
    """Nobody watches the progress."""


@pytest.fixture
def plan(action):
    """A plan with three actions; ``action`` is PA1.1 and led by an officer's post."""
    strand = action.strand
    action.reference = "PA1.1"
    Action.objects.filter(pk=action.pk).update(reference="PA1.1", reference_key="PA1.1", title="First promise")
    post = factories.PostFactory(title="Head of SEND / Inclusion; deputy")
    second = factories.ActionFactory(strand=strand, reference="PA1.2", title="Second promise", due_text="By Dec 26")
    ActionLead.objects.create(action=second, post=post)
    factories.ActionFactory(strand=strand, reference="PA1.3", title="Third promise", original_due_on=None)
    return action.plan


def target_of(plan):
    return {"plan": plan.pk}


def exported(plan, layout="pip"):
    return workbook_of(export_of(layout, target_of(plan)))


def uploaded(plan, by, content, file_name="edited.xlsx", layout="pip"):
    batch = services.upload(by=by, layout=layout, content=content, file_name=file_name, target=target_of(plan))
    services.read_batch(unseen, batch.pk)
    batch.refresh_from_db()
    return batch


def saved(batch, by):
    services.ask_to_apply(batch=batch, by=by, token=str(batch.token), knows_public=True)
    services.apply_batch(unseen, batch.pk)
    batch.refresh_from_db()
    return batch


def edited(content, changes):
    """A workbook with cells of its first sheet changed: ``{(row, heading): value}``."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    places = {cell.value: cell.column for cell in sheet[1]}
    for (row, heading), value in changes.items():
        sheet.cell(row, places[heading]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def headings_of(content):
    return [cell.value for cell in load_workbook(io.BytesIO(content)).worksheets[0][1]]


KEY, VERSION = "Row key (leave as it is)", "Version (leave as it is)"


def test_a_workbook_is_made_for_people(plan, programme_manager):
    action = plan.actions.get(reference="PA1.1")
    record_update(
        action=action, by=programme_manager, on=today(), narrative="So far.", rating="on_track", percent_complete=40
    )
    book = load_workbook(io.BytesIO(exported(plan)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Priority Impact Plan tracker", "visible"),
        ("About this list", "visible"),
        ("Lists", "hidden"),
        ("Exported values", "veryHidden"),
    ]
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    assert headings == [
        *("Ref", "Action", "Lead", "Accountable", "Organisation", "Start date", "Due date", "Revised due date"),
        *("Success measure", "Milestone", "% complete", "RAG", "Progress", "Evidence", "Priority", KEY, VERSION),
    ]
    cell = {heading: sheet.cell(2, place) for place, heading in enumerate(headings, 1)}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:Q4")
    assert (cell["Start date"].value.date(), cell["Start date"].number_format) == (action.start_on, "d mmm yyyy")
    assert (cell["RAG"].value, cell["RAG"].fill.fgColor.rgb) == ("On track", "00CFEADB")
    assert (cell["% complete"].value, cell["% complete"].number_format) == (0.4, "0%")
    assert cell["Progress"].alignment.wrap_text is True
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists["L2:L504"] == "'Lists'!$C$2:$C$6"
    words = [book["Lists"].cell(row, 3).value for row in range(2, 7)]
    assert words == ["Not started", "Off track", "At risk", "On track", "Complete"]


def test_it_says_what_it_is_and_its_key_is_read_as_one(plan, programme_manager):
    content = workbook_of(
        export_of("pip", target_of(plan), place="Plan A", exported_by="A manager", chosen_by=["Late"])
    )
    book = read_workbook(content, "edited.xlsx")
    about = {row[0]: row[1] for row in book.sheets[1].rows if len(row) > 1}
    assert (about["Of"], about["Made by"], about["Filter"], about["Rows"]) == ("Plan A", "A manager", "Late", 3)
    assert about["Made on"] == today()
    assert about["Row key and Version"].startswith("Leave these two columns as they are")
    rating = LAYOUTS["pip"].column("rating")
    assert legends.find(book, rating, {}).key == {
        "red": "off_track",
        "amber": "at_risk",
        "green": "on_track",
        "blue": "complete",
        "grey": "not_started",
    }


def test_an_untouched_workbook_changes_nothing(plan, programme_manager):
    batch = uploaded(plan, programme_manager, exported(plan))
    assert (batch.state, batch.counts) == (BatchState.READ, {"unchanged": 3, "all": 3, "skipped": 0})
    assert (batch.position_on, batch.about["missing"]) == (today(), [])
    assert [row.problems for row in batch.rows] == [[], [], []]


def test_what_a_person_edits_is_exactly_what_changes(plan, programme_manager):
    changes = {(2, "Action"): "First promise, reworded", (3, "RAG"): "At risk", (3, "Ref"): "PA1.2a"}
    batch = uploaded(plan, programme_manager, edited(exported(plan), changes))
    assert batch.counts == {"changed": 2, "unchanged": 1, "all": 3, "skipped": 0}
    first, second = batch.rows.filter(outcome=Outcome.CHANGED)
    assert first.changes == {"action": ["First promise", "First promise, reworded"]}
    assert second.changes == {"reference": ["PA1.2", "PA1.2a"], "rating": [None, "at_risk"]}
    saved(batch, programme_manager)
    assert (batch.state, batch.result["new"], batch.result["changed"]) == (BatchState.APPLIED, 0, 2)
    renamed = plan.actions.get(reference="PA1.2a")
    assert (renamed.rating, renamed.title, renamed.leads.get().title) == (
        "at_risk",
        "Second promise",
        "Head of SEND / Inclusion; deputy",
    )
    services.ask_to_undo(batch=batch, by=programme_manager, reason="Too early.")
    services.undo_batch(unseen, batch.pk)
    assert set(plan.actions.values_list("reference", "rating")) == {("PA1.1", None), ("PA1.2", None), ("PA1.3", None)}


def test_a_row_without_a_key_is_new(plan, programme_manager):
    changes = {(5, "Ref"): "PA1.4", (5, "Action"): "Fourth promise", (5, "Priority"): "PA1: Early help"}
    batch = uploaded(plan, programme_manager, edited(exported(plan), changes))
    assert batch.counts == {"new": 1, "unchanged": 3, "all": 4, "skipped": 0}


def test_what_changed_only_here_stays_and_is_said(plan, programme_manager):
    content = exported(plan)
    action = plan.actions.get(reference="PA1.1")
    record_update(action=action, by=programme_manager, on=today(), narrative="Newer words.", rating="on_track")
    batch = uploaded(plan, programme_manager, edited(content, {(2, "% complete"): 0.5}))
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert (row.changes, row.moved) == ({"percent_complete": [None, 50]}, ["rating", "progress"])
    saved(batch, programme_manager)
    report = StatusUpdate.objects.filter(batch=batch).get()
    assert (report.narrative, report.rating, report.percent_complete) == ("Newer words.", "on_track", 50)


@pytest.mark.parametrize(
    ("choice", "narrative"), [("sheet", "Words of the file."), ("here", "Newer words.")], ids=["sheet", "here"]
)
def test_what_both_changed_is_settled_either_way(plan, programme_manager, choice, narrative):
    action = plan.actions.get(reference="PA1.1")
    record_update(action=action, by=programme_manager, on=today(), narrative="Old words.")
    content = exported(plan)
    record_update(action=action, by=programme_manager, on=today(), narrative="Newer words.", rating="on_track")
    changes = {(2, "Progress"): "Words of the file.", (2, "Success measure"): "Families say so."}
    batch = uploaded(plan, programme_manager, edited(content, changes))
    row = batch.rows.get(outcome=Outcome.CONFLICT)
    assert row.clashes == {"progress": ["Old words.", "Newer words.", "Words of the file."]}
    assert (row.moved, row.problems) == (["rating"], [])
    services.settle(batch=batch, row=row, choices={"progress": choice})
    batch.refresh_from_db()
    saved(batch, programme_manager)
    action.refresh_from_db()
    newest = StatusUpdate.objects.filter(action=action).latest("recorded_at")
    assert (newest.narrative, newest.rating) == (narrative, "on_track")
    assert (action.success_criteria, action.rating) == ("Families say so.", "on_track")


def test_the_preview_says_what_changed_here_since(plan, programme_manager, client):
    action = plan.actions.get(reference="PA1.1")
    record_update(action=action, by=programme_manager, on=today(), narrative="Old words.")
    content = exported(plan)
    record_update(action=action, by=programme_manager, on=today(), narrative="Old words.", rating="on_track")
    batch = uploaded(plan, programme_manager, content)
    assert (batch.counts["unchanged"], batch.rows.get(number=2).moved) == (3, ["rating"])
    client.force_login(programme_manager)
    page = client.get(batch.get_absolute_url(), {"tab": "unchanged"}).text
    assert "Changed here since the file was made, and kept: RAG" in page


def test_what_a_file_does_not_change_is_said(plan, programme_manager):
    changes = {(2, "Priority"): "PA2: Other", (3, "Success measure"): None, (2, "RAG"): None}
    batch = uploaded(plan, programme_manager, edited(exported(plan), changes))
    assert batch.counts["unchanged"] == 3
    assert [item["code"] for item in batch.rows.get(number=2).problems] == ["not_taken_over"]


def test_an_emptied_cell_erases_nothing_and_is_said(plan, programme_manager):
    batch = uploaded(plan, programme_manager, edited(exported(plan), {(2, "Lead"): None}))
    row = batch.rows.get(number=2)
    assert row.outcome == Outcome.UNCHANGED
    assert [item["code"] for item in row.problems] == ["lead_missing", "blank_never_erases"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ({(2, KEY): "1-0000000000000000"}, "row_key_unknown"),
        ({(2, KEY): "anything"}, "row_key_unknown"),
        ({(2, VERSION): 77}, "row_key_unknown"),
        ({(2, VERSION): None}, "row_key_unknown"),
    ],
    ids=["forged", "words", "version", "no version"],
)
def test_a_tampered_key_is_a_plain_problem(plan, programme_manager, cell, code):
    batch = uploaded(plan, programme_manager, edited(exported(plan), cell | {(2, "Action"): "Other words"}))
    assert batch.counts["problem"] == 1
    row = batch.rows.get(outcome=Outcome.PROBLEM)
    (item,) = [item for item in row.problems if item["severity"] == "error"]
    assert item["code"] == code
    assert item["message"].startswith("The row key or the version is not as it was when the file was made here")


def test_a_key_of_another_plan_is_a_plain_problem_until_the_right_plan_is_chosen(plan, programme_manager):
    other = factories.StrandFactory(plan=factories.PlanFactory()).plan
    batch = uploaded(other, programme_manager, edited(exported(plan), {(2, "Action"): "Other words"}))
    assert batch.counts == {"problem": 3, "all": 3, "skipped": 0}
    assert "row_key_elsewhere" in [item["code"] for item in batch.rows.first().problems]
    services.describe(batch=batch, position_on=batch.position_on, reported_by="", target=target_of(plan))
    batch.refresh_from_db()
    assert batch.counts == {"changed": 1, "unchanged": 2, "all": 3, "skipped": 0}


def test_a_copied_row_and_a_reference_in_use_are_plain_problems(plan, programme_manager):
    content = exported(plan)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    places = {cell.value: cell.column for cell in sheet[1]}
    key, version = (sheet.cell(2, places[name]).value for name in (KEY, VERSION))
    copied = {(5, "Ref"): "PA1.9", (5, "Action"): "Copied", (5, KEY): key, (5, VERSION): version}
    batch = uploaded(plan, programme_manager, edited(content, copied))
    assert "duplicate_reference" in [item["code"] for item in batch.rows.get(number=5).problems]
    factories.ActionFactory(strand=plan.strands.get(), reference="PA1.7")
    batch = uploaded(plan, programme_manager, edited(content, {(2, "Ref"): "pa1.7"}))
    assert [item["code"] for item in batch.rows.get(number=2).problems] == ["reference_taken"]


def test_base_values_that_somebody_changed_are_not_believed(plan, programme_manager):
    book = load_workbook(io.BytesIO(exported(plan)))
    cell = book["Exported values"]["C2"]
    cell.value = cell.value.replace("First promise", "Another promise")
    out = io.BytesIO()
    book.save(out)
    batch = uploaded(plan, programme_manager, out.getvalue())
    row = batch.rows.get(outcome=Outcome.PROBLEM)
    assert [item["code"] for item in row.problems if item["severity"] == "error"] == ["export_damaged"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_never_run_and_comes_back_unchanged(plan, programme_manager, text):
    Action.objects.filter(plan=plan, reference="PA1.1").update(title=text, success_criteria=text, due_text=text)
    content = exported(plan)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert {cell.data_type for row in sheet["A2:O4"] for cell in row} <= {"s", "n", "d"}
    batch = uploaded(plan, programme_manager, content)
    assert batch.counts == {"unchanged": 3, "all": 3, "skipped": 0}


def test_a_text_longer_than_a_cell_is_cut_and_comes_back_whole(plan, programme_manager):
    Action.objects.filter(plan=plan, reference="PA1.1").update(success_criteria="Word " * 20_000)
    content = exported(plan)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    text = sheet["I2"].value
    assert len(text) == 32_000 and text.endswith(CUT)
    base = load_workbook(io.BytesIO(content))["Exported values"]
    assert max(len(cell.value or "") for row in base.rows for cell in row) == 32_000
    assert uploaded(plan, programme_manager, content).counts == {"unchanged": 3, "all": 3, "skipped": 0}
    shorter = uploaded(plan, programme_manager, edited(content, {(2, "Success measure"): f"Begins anew{CUT}"}))
    assert [item["code"] for item in shorter.rows.get(number=2).problems] == ["text_was_cut"]
    assert uploaded(plan, programme_manager, csv_of(export_of("pip", target_of(plan))), "a.csv").counts["all"] == 3


def test_csv_comes_back_by_its_keys(plan, programme_manager):
    Action.objects.filter(plan=plan, reference="PA1.1").update(title="=1+1")
    text = csv_of(export_of("pip", target_of(plan))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (rows[0]["Action"], rows[0][VERSION]) == ("'=1+1", "1")
    content = text.replace("Third promise", "Third promise reworded").replace("PA1.3", "PA1.30").encode()
    batch = uploaded(plan, programme_manager, content, "edited.csv")
    assert batch.counts == {"changed": 1, "unchanged": 2, "all": 3, "skipped": 0}
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert row.changes == {
        "reference": ["PA1.3", "PA1.30"],
        "action": ["Third promise", "Third promise reworded"],
    }
    Action.objects.filter(plan=plan, reference="PA1.3").update(version=9)
    batch = uploaded(plan, programme_manager, content, "edited.csv")
    assert "base_unknown" in [item["code"] for item in batch.rows.get(number=4).problems]


@pytest.mark.parametrize("layout", sorted(LANDINGS))
def test_every_template_has_headings_and_says_how_to_fill_them(db, layout):
    content = workbook_of(template_of(layout))
    book = load_workbook(io.BytesIO(content))
    assert headings_of(content) == [column.heading for column in LANDINGS[layout].columns(LAYOUTS[layout])]
    assert [sheet.title for sheet in book][1:] == ["About this list", "Lists"]
    about = {row[0].value for row in book["About this list"].rows}
    assert about >= set(headings_of(content))


def test_a_template_without_rows_says_so(plan, programme_manager):
    batch = uploaded(plan, programme_manager, workbook_of(template_of("pip")))
    assert batch.state == BatchState.REFUSED
    assert batch.refusal == "No actions found under the header of “Priority Impact Plan tracker”."


def test_a_list_that_is_too_long_is_refused_in_words(plan):
    with pytest.raises(Refused, match=r"The list has 3 actions; a file to edit and load again holds at most 2\."):
        export_of("pip", target_of(plan), most=2)


def test_the_list_of_cases_comes_back_unchanged(as_cases, council):
    by = make_person(Role.DATA_OFFICER, council)
    ListedCase.objects.create(
        reference="TEST-1",
        initials="T.E.",
        dob=date(2015, 5, 1),
        primary_need="ASD",
        status="issued",
        school="A / B; C",
        request_on=date(2025, 1, 6),
        notes="=1+1",
    )
    content = workbook_of(export_of("caseload"))
    batch = of_cases(content, by)
    assert (batch.counts, batch.position_on) == ({"unchanged": 1, "all": 1, "skipped": 0}, today())
    batch = of_cases(edited(content, {(2, "Our ref"): "TEST-1A", (2, "Final issued"): today()}), by)
    assert batch.rows.get().changes == {"reference": ["TEST-1", "TEST-1A"], "final_on": [None, today().isoformat()]}
    saved(batch, by)
    case = ListedCase.objects.get()
    assert (case.reference, case.final_on, case.school) == ("TEST-1A", today(), "A / B; C")


def of_cases(content, by):
    batch = services.upload(by=by, layout="caseload", content=content, file_name="cases.xlsx")
    services.read_batch(unseen, batch.pk)
    batch.refresh_from_db()
    return batch


def test_a_tracker_of_a_statement_comes_back_with_what_only_it_keeps(plan, programme_manager):
    plan.type.code = "wsoa"
    plan.type.save()
    action = plan.actions.get(reference="PA1.1")
    item = Item.objects.create(action=action, objective="Timely plans", intended_impact="Plans\n\nin time")
    content = exported(plan, "wsoa")
    assert {"Objective", "Impact"} <= set(headings_of(content)) and "Milestone" not in headings_of(content)
    batch = uploaded(plan, programme_manager, content, layout="wsoa")
    assert batch.counts == {"unchanged": 3, "all": 3, "skipped": 0}
    Item.objects.filter(pk=item.pk).update(intended_impact="Newer words")
    batch = uploaded(plan, programme_manager, edited(content, {(2, "Objective"): "Plans in 20 weeks"}), layout="wsoa")
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert (row.changes, row.moved) == ({"objective": ["Timely plans", "Plans in 20 weeks"]}, ["impact"])
    saved(batch, programme_manager)
    item.refresh_from_db()
    assert (item.objective, item.intended_impact) == ("Plans in 20 weeks", "Newer words")
