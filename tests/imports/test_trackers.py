"""A tracker from upload to what is saved, and back."""

import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from apps.accounts.models import Post, Role
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports import services
from apps.imports.jobs import remove_old
from apps.imports.models import Batch, BatchFile, BatchState, Outcome
from apps.imports.rows import texts_of
from apps.imports.staging import added_values
from apps.imports.words import Wording
from apps.pip.models import ImpactAction
from apps.plans.models import Action, ActionDecision, Extension, Plan, Standing, StatusUpdate, Strand
from apps.plans.services import record_update
from tests import factories
from tests.cast import client_of, make_person

SHEETS = Path(__file__).parent / "sheets"
POSITION = date(2024, 11, 14)
ON = date(2026, 11, 24)


def nothing(done, total):
    """No one watches the progress of a test."""


@pytest.fixture
def plan(db, council):
    return factories.PlanFactory(starts_on=date(2024, 5, 7))


def uploaded(plan, by, content=None, **fields):
    content = content or (SHEETS / "pip_tracker_clean.xlsx").read_bytes()
    fields = {"file_name": "tracker.xlsx", "position_on": POSITION, "target": {"plan": plan.pk}} | fields
    batch = services.upload(by=by, layout="pip", content=content, **fields)
    services.read_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def saved(batch, by):
    services.ask_to_apply(batch=batch, by=by, token=str(batch.token), knows_public=True)
    services.apply_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def taken_back(batch, by, reason="Loaded too early."):
    services.ask_to_undo(batch=batch, by=by, reason=reason)
    services.undo_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


def edited(changes):
    """The clean tracker with some cells changed: ``{"C2": value}``."""
    book = load_workbook(SHEETS / "pip_tracker_clean.xlsx")
    for cell, value in changes.items():
        book.worksheets[0][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_row_of_an_empty_plan_is_new_and_nothing_is_saved_yet(plan, programme_manager):
    batch = uploaded(plan, programme_manager)
    assert (batch.state, batch.counts) == (BatchState.READ, {"new": 60, "all": 60, "skipped": 0})
    assert not Action.objects.exists() and not Post.objects.exists() and not Strand.objects.exists()


def test_saving_adds_what_the_sheet_says(plan, programme_manager):
    batch = saved(uploaded(plan, programme_manager), programme_manager)
    assert (batch.state, batch.result["new"], batch.result["changed"]) == (BatchState.APPLIED, 60, 0)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    assert action.title == "Refresh the SEND strategy delivery plan so that each commitment has one named owner"
    assert (action.original_due_on, action.due_on, action.start_on) == (
        date(2025, 2, 3),
        date(2025, 2, 3),
        date(2024, 8, 5),
    )
    assert (action.rating, action.percent_complete, action.updated_on) == ("on_track", 90, POSITION)
    assert [post.title for post in action.leads.all()] == ["Head of SEND and Inclusion"]
    assert action.accountable_council.title == "Director of Education and Skills"
    assert action.strand.reference == "PA1"
    assert ImpactAction.objects.get(action=action).first_milestone == "Delivery plan agreed by the Board"
    report = action.updates.get()
    assert (report.recorded_by, report.batch, report.source) == (
        programme_manager,
        batch,
        "tracker.xlsx, PIP tracker, row 2",
    )
    assert report.narrative == (
        "Progress as planned. Next step is due before the end of term.\n\n"
        "Evidence named in the tracker: Minutes of workstream meeting"
    )
    assert Standing.objects.on(POSITION).filter(action=action).get().rating == "on_track"


def test_complete_in_the_sheet_waits_for_a_second_person(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.2")
    decision = ActionDecision.objects.get(action=action)
    assert (action.state, decision.kind, decision.effective_on) == ("said_done", "said_done", POSITION)
    assert action.updates.get().rating is None


def test_the_same_sheet_again_touches_nothing(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    again = uploaded(plan, programme_manager)
    assert again.counts == {"unchanged": 60, "all": 60, "skipped": 0}
    assert list(again.rows.filter(outcome=Outcome.CHANGED)) == []
    with pytest.raises(Refused, match="nothing to save"):
        services.ask_to_apply(batch=again, by=programme_manager, token=str(again.token))


def test_what_differs_is_shown_cell_by_cell_and_saved(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    content = edited({"C2": "Refresh the plan", "D2": "SEND Programme Manager", "L2": 0.95, "M2": "Amber"})
    batch = uploaded(plan, programme_manager, content, position_on=date(2024, 12, 12))
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert row.changes == {
        "action": [
            "Refresh the SEND strategy delivery plan so that each commitment has one named owner",
            "Refresh the plan",
        ],
        "leads": [["Head of SEND and Inclusion"], ["SEND Programme Manager"]],
        "percent_complete": [90, 95],
        "rating": ["on_track", "at_risk"],
    }
    saved(batch, programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    assert (action.title, action.rating, action.percent_complete) == ("Refresh the plan", "at_risk", 95)
    assert [post.title for post in action.leads.all()] == ["SEND Programme Manager"]
    assert Standing.objects.on(date(2024, 12, 11)).get(action=action).rating == "on_track"


def test_a_later_due_date_is_asked_for_and_the_first_one_stays(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    batch = uploaded(plan, programme_manager, edited({"H2": date(2025, 5, 30)}), position_on=date(2024, 12, 12))
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert row.changes == {"revised_due_on": [None, "2025-05-30"]}
    assert [item["code"] for item in row.problems] == ["first_date_stays"]
    saved(batch, programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    asked = Extension.objects.get(action=action)
    assert (action.original_due_on, action.due_on) == (date(2025, 2, 3), date(2025, 2, 3))
    assert (asked.from_due_on, asked.to_due_on, asked.effective_on) == (
        date(2025, 2, 3),
        date(2025, 5, 30),
        date(2024, 12, 12),
    )
    assert uploaded(plan, programme_manager, edited({"H2": date(2025, 5, 30)})).counts["unchanged"] == 60


def test_a_blank_cell_never_erases(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    batch = uploaded(plan, programme_manager, edited({"D2": None, "J2": None, "L2": None, "N2": None}))
    assert batch.counts["unchanged"] == 60


def test_an_older_position_never_replaces_a_newer_report(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    record_update(action=action, by=programme_manager, on=ON, narrative="Done so far.")
    batch = uploaded(plan, programme_manager, edited({"M2": "Red", "C2": "Other words"}))
    row = batch.rows.get(outcome=Outcome.CHANGED)
    assert list(row.changes) == ["action"]
    assert "older_position" in [item["code"] for item in row.problems]


def test_a_row_that_is_missing_from_the_file_is_listed_and_stays(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    batch = uploaded(plan, programme_manager, edited({"A2": "PA1.99"}))
    assert batch.about["missing"] == ["PA1.1"]
    saved(batch, programme_manager)
    assert Action.objects.get(plan=plan, reference="PA1.1").state == "open"


def test_it_is_saved_once_however_often_the_form_is_sent(plan, programme_manager, administrator):
    batch = uploaded(plan, programme_manager)
    for person in (programme_manager, programme_manager, administrator):
        services.ask_to_apply(batch=batch, by=person, token=str(batch.token), knows_public=True)
    for _ in range(2):
        services.apply_batch(nothing, batch.pk)
    assert Action.objects.count() == 60


def test_a_page_that_is_too_old_saves_nothing(plan, programme_manager):
    batch = uploaded(plan, programme_manager)
    with pytest.raises(Refused, match="too old"):
        services.ask_to_apply(batch=batch, by=programme_manager, token="6f1c1d0e-0000-4000-8000-000000000001")


def test_what_changed_meanwhile_is_compared_anew_and_nothing_is_saved(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    batch = uploaded(plan, programme_manager, edited({"C2": "Other words", "C3": "And others"}))
    action = Action.objects.get(plan=plan, reference="PA1.1")
    record_update(action=action, by=programme_manager, on=ON, narrative="Meanwhile.")
    saved(batch, programme_manager)
    assert batch.state == BatchState.READ
    assert batch.refusal.startswith("1 row was changed here")
    assert not Action.objects.filter(title="And others").exists()
    saved(batch, programme_manager)
    assert (batch.state, batch.result["changed"]) == (BatchState.APPLIED, 2)


def test_taking_a_batch_back_removes_what_it_added(plan, programme_manager):
    batch = taken_back(saved(uploaded(plan, programme_manager), programme_manager), programme_manager)
    assert (batch.state, batch.undone_reason) == (BatchState.UNDONE, "Loaded too early.")
    for model in (Action, StatusUpdate, ActionDecision, Extension, Standing, Strand, Post, ImpactAction):
        assert not model.objects.exists(), model
    assert uploaded(plan, programme_manager).counts["new"] == 60


def test_taking_a_batch_back_restores_what_it_changed(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    content = edited({"C2": "Refresh the plan", "D2": "SEND Programme Manager", "M2": "Amber", "K2": "Other step"})
    batch = saved(uploaded(plan, programme_manager, content, position_on=date(2024, 12, 12)), programme_manager)
    taken_back(batch, programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    assert action.title == "Refresh the SEND strategy delivery plan so that each commitment has one named owner"
    assert [post.title for post in action.leads.all()] == ["Head of SEND and Inclusion"]
    assert (action.rating, action.updated_on) == ("on_track", POSITION)
    assert action.impact_action.first_milestone == "Delivery plan agreed by the Board"
    assert StatusUpdate.objects.filter(action=action, voids__isnull=False).count() == 1
    assert uploaded(plan, programme_manager).counts["unchanged"] == 60


def test_taking_back_is_refused_once_something_depends_on_it(plan, programme_manager):
    batch = saved(uploaded(plan, programme_manager), programme_manager)
    action = Action.objects.get(plan=plan, reference="PA1.1")
    record_update(action=action, by=programme_manager, on=ON, narrative="Since.")
    taken_back(batch, programme_manager)
    assert batch.state == BatchState.APPLIED
    assert batch.refusal == (
        "1 action was changed after this file was saved, the first of them PA1.1. Nothing was taken back."
    )
    assert Action.objects.count() == 60


def test_every_change_is_in_the_history_with_its_file(plan, programme_manager):
    batch = saved(uploaded(plan, programme_manager), programme_manager)
    events = Action.pgh_event_model.objects.filter(pgh_obj__plan=plan)
    contexts = set(events.values_list("pgh_context__batch", "pgh_context__file"))
    assert contexts == {(batch.pk, "tracker.xlsx")}


def from_the_shell(*arguments):
    out = io.StringIO()
    call_command("import_sheet", "pip", str(SHEETS / "pip_tracker_clean.xlsx"), *arguments, stdout=out)
    return out.getvalue()


def test_a_sheet_is_saved_from_the_shell_and_the_second_time_nothing_is(plan):
    assert from_the_shell("--apply", "--public").endswith(
        f"60 added, 0 changed, 0 unchanged. Batch {Batch.objects.get().pk}.\n"
    )
    said = json.loads(from_the_shell("--apply", "--json", "--into", plan.name))
    assert (said["state"], said["counts"], said["result"]) == ("read", {"unchanged": 60, "all": 60, "skipped": 0}, {})
    assert Action.objects.filter(plan=plan, updated_on=POSITION).count() == 60


def test_the_shell_saves_nothing_into_a_published_plan_unless_it_is_told_to(plan):
    with pytest.raises(CommandError) as refused:
        from_the_shell("--apply")
    assert str(refused.value) == (
        f"“{plan}” is published. Actions, dates and ratings that you save are on the public pages at once, "
        "where anybody can read them. Tick that you know this, then save. Nothing was saved. "
        "In the shell, --public is the tick."
    )
    assert not Batch.objects.exists() and not Action.objects.exists()


def test_the_shell_is_told_which_plans_there_are(plan):
    other = factories.PlanFactory()
    with pytest.raises(CommandError, match=f"Say with --into where the rows go: .*{other.name}"):
        from_the_shell("--apply")
    assert not Batch.objects.exists()


def test_a_file_that_cannot_be_read_says_so_and_keeps_nothing(plan, programme_manager):
    batch = uploaded(plan, programme_manager, b"<html><body>Sign in</body></html>", file_name="tracker.xlsx")
    assert batch.state == BatchState.REFUSED
    assert batch.refusal == "This is a web page, not a workbook. Open it in Excel, save it as .xlsx and try again."
    assert not batch.rows.exists()


def test_a_doubtful_word_is_asked_about_and_the_answer_is_remembered(plan, programme_manager):
    content = (SHEETS / "pip_tracker_messy.xlsx").read_bytes()
    batch = uploaded(plan, programme_manager, content)
    assert (batch.state, batch.rows.count()) == (BatchState.ASKING, 0)
    services.answer(batch=batch, by=programme_manager, answers={"mapping": {}, "legend": {"delayed": "at_risk"}})
    services.read_batch(nothing, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.rows.get(number=45).fields["rating"]) == (BatchState.READ, "at_risk")
    assert uploaded(plan, programme_manager, content).rows.get(number=45).fields["rating"] == "at_risk"


def test_a_cell_that_is_typed_over_is_read_as_a_cell(plan, programme_manager):
    content = (SHEETS / "pip_tracker_messy.xlsx").read_bytes()
    batch = uploaded(plan, programme_manager, content)
    services.answer(batch=batch, by=programme_manager, answers={"mapping": {}, "legend": {"delayed": "at_risk"}})
    services.read_batch(nothing, batch.pk)
    batch.refresh_from_db()
    row = batch.rows.get(number=58)
    assert (row.outcome, [item["code"] for item in row.problems if item["severity"] == "error"]) == (
        Outcome.PROBLEM,
        ["due_impossible"],
    )
    services.edit_row(
        batch=batch, row=row, edits={"due": "30 June 2025", "leads": "Local Offer Officer\nParticipation Lead"}
    )
    row.refresh_from_db()
    assert (row.outcome, row.edits) == (
        Outcome.NEW,
        {
            "due_on": "2025-06-30",
            "due_text": "30 June 2025",
            "due_precision": "day",
            "leads": ["Local Offer Officer", "Participation Lead"],
        },
    )


def test_rows_that_are_left_out_are_not_saved(plan, programme_manager):
    batch = uploaded(plan, programme_manager)
    services.skip_rows(batch=batch, rows=batch.rows.filter(position__in=[1, 2]))
    batch = saved(batch, programme_manager)
    assert batch.result["new"] == 58
    assert not Action.objects.filter(reference__in=["PA1.1", "PA1.2"]).exists()


def test_what_nobody_saved_goes_after_a_month_and_bytes_after_three(plan, programme_manager):
    waiting, kept = uploaded(plan, programme_manager), saved(uploaded(plan, programme_manager), programme_manager)
    for days, state, files in ((29, "read", 2), (31, "discarded", 1), (91, "discarded", 0)):
        remove_old(nothing, on=(today() + timedelta(days=days)).isoformat())
        waiting.refresh_from_db()
        assert (waiting.state, BatchFile.objects.count()) == (state, files)
    kept.refresh_from_db()
    assert (kept.state, kept.rows.count(), waiting.rows.count()) == ("applied", 60, 0)


def test_a_file_of_a_day_before_the_action_was_promised_changes_nothing(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    batch = uploaded(plan, programme_manager, edited({"C2": "Other words"}), position_on=date(2024, 11, 13))
    assert batch.counts == {"problem": 60, "all": 60, "skipped": 0}
    assert [item["message"] for item in batch.rows.first().problems] == [
        "This action is part of the plan from 14 November 2024: the file tells of an earlier day."
    ]


def test_a_part_is_found_by_its_words_too(plan, programme_manager):
    strand = factories.StrandFactory(plan=plan, reference="Theme 2", title="Waiting well")
    text = "Ref,Priority,Action\nT2.1,Theme 2: Waiting well,Offer a named contact\nT2.2,waiting well,Answer calls\n"
    batch = saved(uploaded(plan, programme_manager, text.encode(), file_name="tracker.csv"), programme_manager)
    assert (batch.result["new"], batch.result["strands"]) == (2, [])
    assert set(Action.objects.values_list("strand", flat=True)) == {strand.pk}


def test_where_no_plan_is_open_the_form_says_so(db, programme_manager):
    client = client_of(programme_manager)
    file = SimpleUploadedFile("tracker.csv", b"Ref,Action\n1.1,To do\n")
    page = client.post("/spreadsheets/new/pip/", {"file": file})
    assert "There is no open plan of this kind yet: add one under Plans first." in page.text
    assert page.text.count("Choose which plan these rows are for") == 2
    assert not Batch.objects.exists()


def test_a_published_plan_is_saved_into_only_with_the_tick(plan, programme_manager):
    batch, client = uploaded(plan, programme_manager), client_of(programme_manager)
    why = f"“{plan}” is published. Actions, dates and ratings that you save are on the public pages at once, "
    tick = '<input class="govuk-checkboxes__input" type="checkbox" id="knows-public" name="knows_public">'
    page = client.get(batch.get_absolute_url()).text
    assert why in page and tick in page
    page = client.post(f"/spreadsheets/{batch.pk}/save/", {"token": str(batch.token)}, follow=True).text
    assert f"{why}where anybody can read them. Tick that you know this, then save. Nothing was saved." in page
    batch.refresh_from_db()
    assert (batch.state, batch.result) == (BatchState.READ, {})
    client.post(f"/spreadsheets/{batch.pk}/save/", {"token": str(batch.token), "knows_public": "on"})
    services.apply_batch(nothing, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.result["new"]) == (BatchState.APPLIED, 60)


@pytest.mark.parametrize("unseen", [{"is_published": False}, {"is_published": True, "is_demonstration": True}])
def test_what_the_public_does_not_see_asks_for_no_tick(plan, programme_manager, unseen):
    Plan.objects.filter(pk=plan.pk).update(**unseen)
    batch = uploaded(plan, programme_manager)
    assert "knows_public" not in client_of(programme_manager).get(batch.get_absolute_url()).text
    services.ask_to_apply(batch=batch, by=programme_manager, token=str(batch.token))
    services.apply_batch(nothing, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, "knows_public" in batch.result) == (BatchState.APPLIED, False)


def test_a_plan_that_is_published_while_the_file_waits_is_not_saved_into(plan, programme_manager):
    Plan.objects.filter(pk=plan.pk).update(is_published=False)
    batch = uploaded(plan, programme_manager)
    services.ask_to_apply(batch=batch, by=programme_manager, token=str(batch.token))
    Plan.objects.filter(pk=plan.pk).update(is_published=True)
    services.apply_batch(nothing, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.refusal.startswith(f"“{plan}” is published.")) == (BatchState.READ, True)
    assert not Action.objects.exists()


def lines_of(batch, number):
    """What the preview shows of a new row, heading by heading."""
    row, landing = batch.rows.get(number=number), LANDINGS["pip"]
    return Wording(LAYOUTS["pip"], landing.columns(LAYOUTS["pip"])).lines(
        added_values(batch, landing, [row])[row.position]
    )


def test_a_new_row_shows_all_that_will_be_written(plan, programme_manager):
    batch = uploaded(plan, programme_manager)
    assert lines_of(batch, 2) == [
        ("Priority", "PA1 Strategy and shared governance"),
        ("Priority, reference", "PA1"),
        ("Ref", "PA1.1"),
        ("Action", "Refresh the SEND strategy delivery plan so that each commitment has one named owner"),
        ("Lead", "Head of SEND and Inclusion"),
        ("Accountable", "Director of Education and Skills"),
        ("Organisation", "Bury Council"),
        ("Start date", "5 August 2024"),
        ("Due date", "3 February 2025"),
        ("Success measure", "All commitments have an owner and a review date"),
        ("Milestone", "Delivery plan agreed by the Board"),
        ("% complete", "90"),
        ("RAG", "On track"),
        ("Progress", "Progress as planned. Next step is due before the end of term."),
        ("Evidence", "Minutes of workstream meeting"),
    ]
    page = client_of(programme_manager).get(batch.get_absolute_url()).text
    assert "<li><b>Start date</b>: 5 August 2024</li>" in page
    assert "<li><b>RAG</b>: On track</li>" in page


def test_dates_are_mended_as_people_write_them(plan, programme_manager):
    batch, client = uploaded(plan, programme_manager), client_of(programme_manager)
    address = f"/spreadsheets/{batch.pk}/rows/{batch.rows.get(number=2).position}/"
    assert 'value="5/8/2024"' in client.get(address).text and "2024-08-05" not in client.get(address).text
    for typed in ("6/8/2024", "06/08/2024", "6 August 2024", "2024-08-06"):
        client.post(address, {**typed_of(batch, 2), "start_on": typed})
        assert batch.rows.get(number=2).edits == {"start_on": "2024-08-06"}
        client.post(address, {**typed_of(batch, 2), "start_on": "5/8/2024"})
        assert batch.rows.get(number=2).edits == {"start_on": "2024-08-05"}


def typed_of(batch, number):
    """The form of a row as it is opened."""
    return texts_of(LAYOUTS["pip"], batch.rows.get(number=number).shown)


def test_the_result_leads_to_the_plan(plan, programme_manager):
    batch = saved(uploaded(plan, programme_manager), programme_manager)
    page = client_of(programme_manager).get(batch.get_absolute_url()).text
    assert f'<a class="govuk-link" href="{plan.get_absolute_url()}">Go to {plan}</a>' in page


@pytest.mark.parametrize(
    ("layout", "words", "address"),
    [
        ("pip", "{plan}", "/plans/{plan.pk}/"),
        ("wsoa", "{plan}", "/plans/{plan.pk}/"),
        ("evidence", "{plan}", "/plans/{plan.pk}/"),
        ("risks", "the risks of {plan}", "/meetings/risks/?plan={plan.pk}"),
        ("kpis", "the measures", "/measures/"),
        ("users", "people and their roles", "/administration/accounts/person/"),
        ("caseload", "the team's list", "/cases/team-list/"),
    ],
)
def test_each_kind_of_sheet_leads_to_what_it_wrote(plan, administrator, council, layout, words, address):
    batch = Batch(layout=layout, target={"plan": plan.pk})
    found = LANDINGS[layout].destination(batch)
    assert found == (words.format(plan=plan), address.format(plan=plan))
    loader = make_person(Role.DATA_OFFICER, council) if layout == "caseload" else administrator
    assert client_of(loader).get(found[1]).status_code == 200


@pytest.mark.parametrize(
    ("layout", "asked", "missing"),
    [
        ("pip", "Which plan are these rows for?", "Choose which plan these rows are for"),
        ("wsoa", "Which plan are these rows for?", "Choose which plan these rows are for"),
        (
            "evidence",
            "Which plan’s actions is this evidence for?",
            "Choose the plan whose actions this evidence is for",
        ),
        ("risks", "Which plan are these risks for?", "Choose which plan these risks are for"),
        ("kpis", "What do the measures in this file count?", "Choose what the measures in this file count"),
    ],
)
def test_each_kind_of_sheet_asks_in_its_own_words(plan, programme_manager, layout, asked, missing):
    page = client_of(programme_manager).post(f"/spreadsheets/new/{layout}/", {}).text
    assert asked in page and page.count(missing) == 2


def test_changes_are_shown_in_the_order_of_the_sheet(plan, programme_manager):
    saved(uploaded(plan, programme_manager), programme_manager)
    content = edited({"L2": 0.95, "C2": "Other words for the same action", "M2": "Red", "G2": date(2024, 9, 2)})
    batch = uploaded(plan, programme_manager, content, position_on=date(2024, 11, 21))
    page = client_of(programme_manager).get(batch.get_absolute_url()).text
    places = [page.find(f"<li><b>{heading}</b>: <del>") for heading in ("Action", "Start date", "% complete", "RAG")]
    assert places == sorted(places) and -1 not in places, places
