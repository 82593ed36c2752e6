"""Lists other than trackers go out and come back: untouched, nothing changes."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from apps.accounts.models import Membership
from apps.imports.exporting.files import MAKERS
from apps.imports.exporting.gathering import export_of
from tests.cast import client_of
from tests.imports import batches
from tests.imports.batches import sheet_of

PEOPLE = (
    ("Name or job title", "E-mail address", "Role", "Organisation", "From", "Until"),
    ("Therapy lead", "therapy.lead@example.org", "Officer", "Bury Council", date(2026, 9, 1), None),
    ("Data lead", "data.lead@example.org", "Data officer", "Bury Council", date(2026, 9, 1), date(2099, 3, 31)),
)
RISKS = (
    ("Ref", "Risk", "Likelihood", "Impact", "Mitigation", "Status", "Reviewed on"),
    ("R1", "Therapists cannot be found", 4, 5, "Work with colleges", "Open", date(2026, 9, 1)),
    ("R2", "The data feed stops", 2, 3, "A second person", "Closed", date(2026, 9, 1)),
)
EVIDENCE = (
    ("Action reference", "Title", "Link", "Date", "What it shows", "Note"),
    ("PA1.1", "Board minutes", "https://example.org/minutes", date(2026, 9, 4), "done", "Item 4"),
)
LISTS = {"users": (PEOPLE, 2), "risks": (RISKS, 2), "evidence": (EVIDENCE, 1)}


@pytest.fixture
def loaded(action, administrator):
    """Loads the rows of a layout; says who loaded them, and where they went."""

    def load(layout):
        rows, _ = LISTS[layout]
        target = {} if layout == "users" else {"plan": action.plan_id}
        batch = batches.saved(batches.uploaded(layout, administrator, sheet_of(*rows), target=target), administrator)
        assert batch.state == "applied", batch.refusal
        return target

    return load


@pytest.mark.parametrize("layout", LISTS)
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_list_that_nobody_touched_changes_nothing(loaded, administrator, layout, kind):
    target = loaded(layout)
    export = export_of(layout, target, place="", exported_by="A test")
    content = MAKERS[kind][0](export)
    again = batches.uploaded(layout, administrator, content, target=target, file_name=f"list.{kind}")
    assert len(export.rows) == (Membership.objects.count() if layout == "users" else LISTS[layout][1])
    assert [row.problems for row in again.rows.filter(outcome="problem")] == []
    assert again.counts == {"unchanged": len(export.rows), "all": len(export.rows), "skipped": 0}


def test_a_changed_risk_is_a_change(loaded, administrator):
    target = loaded("risks")
    book = load_workbook(io.BytesIO(MAKERS["xlsx"][0](export_of("risks", target))))
    sheet = book.worksheets[0]
    place = next(cell.column for cell in sheet[1] if cell.value == "Mitigation")
    sheet.cell(2, place).value = "Work with two colleges"
    out = io.BytesIO()
    book.save(out)
    again = batches.uploaded("risks", administrator, out.getvalue(), target=target)
    assert again.rows.get(outcome="changed").changes == {"mitigation": ["Work with colleges", "Work with two colleges"]}


def test_a_scorecard_only_comes_in(db, administrator):
    client = client_of(administrator)
    assert client.get("/spreadsheets/export/kpis/").status_code == 404
    assert "export/kpis" not in client.get("/spreadsheets/").text
