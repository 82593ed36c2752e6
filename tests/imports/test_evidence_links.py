"""A sheet of evidence links from upload to what stands at the actions, and back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.core.sheets import LANDINGS
from apps.imports.models import BatchState, Outcome
from apps.imports.permissions import layouts_of
from apps.plans.models import Evidence
from apps.plans.services import add_evidence, record_update, release_evidence, say_done
from tests import factories
from tests.imports import batches
from tests.imports.batches import codes_of, sheet_of

ON = date(2026, 11, 24)
HEAD = ("Action reference", "Title", "Link", "Date", "What it shows", "Note")
MINUTES = ("PA1.1", "Board minutes", "https://example.org/minutes", date(2026, 9, 4), "done", "Item 4")
SURVEY = ("PA1.1", "Parent survey", "https://example.org/survey", date(2026, 10, 1), "families feel it", None)


def uploaded(plan, by, *rows, **fields):
    return batches.uploaded("evidence", by, sheet_of(HEAD, *rows), target={"plan": plan.pk}, **fields)


def loaded(plan, by, *rows, **fields):
    return batches.saved(uploaded(plan, by, *rows, **fields), by)


@pytest.fixture
def plan(action):
    return action.plan


def test_links_are_saved_as_evidence_of_their_actions(plan, action, programme_manager):
    batch = uploaded(plan, programme_manager, MINUTES, SURVEY)
    assert (batch.counts, Evidence.objects.count()) == ({"new": 2, "all": 2, "skipped": 0}, 0)
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.result) == (BatchState.APPLIED, {"new": 2, "changed": 0})
    evidence = Evidence.objects.get(title="Board minutes")
    assert (evidence.action, evidence.link, evidence.effective_on, evidence.shows, evidence.note) == (
        action,
        "https://example.org/minutes",
        date(2026, 9, 4),
        "done",
        "Item 4",
    )
    assert (evidence.recorded_by, evidence.author_title) == (programme_manager, "Reported in evidence.xlsx")
    assert Evidence.objects.get(title="Parent survey").shows == "felt"
    before = action.version
    action.refresh_from_db()
    assert action.version == before + 1


def test_the_same_link_at_the_same_action_is_there_already(plan, programme_manager):
    other = factories.ActionFactory(strand=factories.StrandFactory(plan=plan), reference="PA1.2")
    loaded(plan, programme_manager, MINUTES)
    again = ("pa1.1", "Minutes of September", *MINUTES[2:])
    elsewhere = ("PA1.2", *MINUTES[1:])
    batch = uploaded(plan, programme_manager, again, elsewhere)
    assert [row.outcome for row in batch.rows.all()] == [Outcome.UNCHANGED, Outcome.NEW]
    assert codes_of(batch.rows.get(position=1)) == ["evidence_there"]
    batches.saved(batch, programme_manager)
    assert Evidence.objects.get(action=other).title == "Board minutes"
    assert uploaded(plan, programme_manager, MINUTES, elsewhere).counts["unchanged"] == 2


def test_what_stands_here_and_not_in_the_file_is_listed(plan, programme_manager):
    loaded(plan, programme_manager, MINUTES, SURVEY)
    assert uploaded(plan, programme_manager, SURVEY).about["missing"] == ["PA1.1: Board minutes"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({0: "PA9.9"}, "action_unknown"),
        ({1: "A" * 201}, "too_long"),
        ({2: "Shared drive, folder 4"}, "link_is_no_address"),
        ({2: "javascript:alert(1)"}, "link_is_no_address"),
        ({2: "https://example.org/" + "a" * 1000}, "too_long"),
        ({2: None}, "link_missing"),
        ({3: None}, "date_missing"),
        ({3: date(2099, 1, 1)}, "date_in_future"),
        ({4: None}, "shows_missing"),
        ({4: "perhaps"}, "shows_missing"),
    ],
)
def test_what_is_wrong_keeps_the_row_out(plan, programme_manager, changes, code):
    row = tuple(changes.get(place, value) for place, value in enumerate(MINUTES))
    found = uploaded(plan, programme_manager, row).rows.get()
    assert found.outcome == Outcome.PROBLEM
    assert code in codes_of(found)


def test_nothing_is_added_to_an_action_that_was_withdrawn(plan, action, programme_manager):
    type(action).objects.filter(pk=action.pk).update(state="withdrawn")
    row = uploaded(plan, programme_manager, MINUTES).rows.get()
    assert (row.outcome, codes_of(row)) == (Outcome.PROBLEM, ["action_gone"])


def test_two_rows_of_one_link_are_one_too_many(plan, programme_manager):
    batch = uploaded(plan, programme_manager, MINUTES, MINUTES)
    assert [row.outcome for row in batch.rows.all()] == [Outcome.NEW, Outcome.PROBLEM]
    assert "duplicate_reference" in codes_of(batch.rows.get(position=2))


def test_a_link_added_meanwhile_is_not_added_twice(plan, action, programme_manager):
    batch = uploaded(plan, programme_manager, MINUTES, SURVEY)
    fields = {"title": "Minutes", "shows": "done", "link": MINUTES[2], "effective_on": date(2026, 9, 4)}
    add_evidence(action=action, by=programme_manager, on=ON, **fields)
    batches.saved(batch, programme_manager)
    assert (batch.state, batch.refusal[:27]) == (BatchState.READ, "1 row was changed here afte")
    assert batch.counts == {"new": 1, "unchanged": 1, "all": 2, "skipped": 0}


def test_only_open_plans_take_evidence(plan, programme_manager):
    factories.PlanFactory(closed_on=date(2026, 11, 1), closed_reason="Done.")
    landing = LANDINGS["evidence"]
    assert landing.targets(programme_manager) == landing.all_targets() == [(str(plan.pk), plan.name)]


def test_taking_back_voids_what_it_added(plan, action, programme_manager):
    batch = loaded(plan, programme_manager, MINUTES, SURVEY)
    record_update(action=action, by=programme_manager, on=ON, narrative="Going on.")
    batches.taken_back(batch, programme_manager)
    assert batch.state == BatchState.UNDONE
    assert not Evidence.objects.standing().exists()
    voiding = Evidence.objects.get(voids__title="Board minutes")
    assert (voiding.recorded_by, voiding.author_title, voiding.void_reason) == (
        programme_manager,
        "Programme manager",
        "evidence.xlsx was taken back: Loaded too early.",
    )
    assert uploaded(plan, programme_manager, MINUTES, SURVEY).counts["new"] == 2


def test_taking_back_is_refused_once_evidence_was_opened(plan, programme_manager):
    batch = loaded(plan, programme_manager, MINUTES, SURVEY)
    release_evidence(evidence=Evidence.objects.get(title="Parent survey"), by=programme_manager, on=ON)
    batches.taken_back(batch, programme_manager)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 piece was opened to others since, the first of them “Parent survey”. Nothing was taken back: close them "
        "first.",
    )
    assert Evidence.objects.standing().count() == 2


def test_taking_back_is_refused_once_an_action_was_said_to_be_done_on_it(plan, action, programme_manager):
    batch = loaded(plan, programme_manager, MINUTES)
    say_done(action=action, by=programme_manager, on=ON, reason="See the minutes.")
    batches.taken_back(batch, programme_manager)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 action was said to be done or accepted since, the first of them PA1.1. Nothing was taken back.",
    )


def test_programme_managers_and_administrators_load_evidence(
    programme_manager, administrator, lead_officer, board_member, parent, adviser, scrutiny_member
):
    for person in (programme_manager, administrator):
        assert "evidence" in [layout.name for layout in layouts_of(person)]
    for person in (lead_officer, board_member, parent, adviser, scrutiny_member):
        assert "evidence" not in [layout.name for layout in layouts_of(person)]


def test_the_number_of_queries_does_not_grow_with_the_rows(plan, programme_manager):
    def counted(count):
        rows = [("PA1.1", f"Paper {n}", f"https://example.org/{count}/{n}", *MINUTES[3:]) for n in range(count)]
        batch = uploaded(plan, programme_manager, *rows)
        with CaptureQueriesContext(connection) as queries:
            LANDINGS["evidence"].moved(batch)
            LANDINGS["evidence"].apply(batch, batch.rows.filter(outcome=Outcome.NEW), programme_manager, ON)
        return len(queries)

    assert counted(3) == counted(40)


def test_every_change_is_in_the_history_with_its_file(plan, programme_manager):
    batch = loaded(plan, programme_manager, MINUTES)
    events = Evidence.pgh_event_model.objects.all()
    assert list(events.values_list("pgh_context__batch", "pgh_context__file")) == [(batch.pk, "evidence.xlsx")]
