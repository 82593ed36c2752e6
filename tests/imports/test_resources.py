"""Resources of the layouts, and what "Import" and "Export" of Django's administration lead to."""

import io
from datetime import date

import pytest
import tablib
from django.core.exceptions import ValidationError
from django.urls import reverse
from import_export.exceptions import ImportError as NotImported
from openpyxl import load_workbook

from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports.administration import SheetsMixin
from apps.imports.models import Batch
from apps.imports.resources import resource_of
from apps.plans.admin import ActionAdmin
from apps.plans.models import Action
from tests import factories
from tests.cast import client_of, make_person

EXPORT = "admin:plans_action_export"
XLSX, CSV = "0", "1"
TRACKER = "1"


@pytest.mark.parametrize("name", sorted(LANDINGS))
def test_a_resource_declares_the_columns_of_its_layout(name):
    resource = resource_of(name)()
    assert resource.get_export_headers() == [column.heading for column in LANDINGS[name].columns(LAYOUTS[name])]


def test_a_resource_cleans_cells_as_the_reader_does():
    fields = resource_of("pip")().fields
    row = {"Ref": "PA1.1", "Action": "To do", "Due date": "31/3/2027", "RAG": "Amber", "Lead": "One / Two"}
    row["Start date"] = "31/2/2027"
    assert fields["due"].clean(row) == {
        "due_on": "2027-03-31",
        "due_text": "31/3/2027",
        "due_precision": "day",
    }
    assert fields["rating"].clean(row) == {"rating": "at_risk", "rating_source": "word"}
    assert fields["leads"].clean(row) == {"leads": ["One", "Two"]}
    with pytest.raises(ValidationError, match="not a real date"):
        fields["start_on"].clean(row)


def test_a_resource_exports_rows_as_the_sheet_shows_them(action):
    Action.objects.filter(pk=action.pk).update(title="=1+1")
    data = resource_of("pip")().export(Action.objects.all())
    assert data.dict[0]["Ref"] == "PA1.1"
    assert (data.dict[0]["Action"], data.dict[0]["Lead"]) == ("'=1+1", "Project lead")
    assert data.dict[0]["Start date"] == date(2026, 9, 1)


def test_a_resource_loads_nothing_by_itself(action):
    data = tablib.Dataset(["PA1.1", "Another"], headers=["Ref", "Action"])
    with pytest.raises(NotImported, match="where each row is shown before anything is saved"):
        resource_of("pip")().import_data(data)
    assert Action.objects.get().title == action.title


def test_import_leads_to_the_staged_import(administrator, action):
    client = client_of(administrator)
    assert reverse("admin:plans_action_import") in client.get(reverse("admin:plans_action_changelist")).text
    for name in ("admin:plans_action_import", "admin:plans_action_process_import"):
        for send in (client.get, client.post):
            response = send(reverse(name), {"format": "0", "import_file": io.BytesIO(b"reference\nPA1.1\n")})
            assert (response.status_code, response.url) == (302, reverse("imports:list"))
    assert not Batch.objects.exists()


def test_import_of_one_kind_leads_to_its_upload(administrator, rf):
    class OneKind(SheetsMixin):
        layouts = ("pip",)

    request = rf.get("/")
    request.user = administrator
    assert OneKind.import_action(OneKind.__new__(OneKind), request).url == reverse("imports:upload", args=["pip"])


def test_export_gives_a_workbook_that_can_be_loaded_again(administrator, action):
    response = client_of(administrator).post(reverse(EXPORT), {"format": XLSX, "resource": TRACKER})
    book = load_workbook(io.BytesIO(response.content))
    assert [sheet.title for sheet in book][-1] == "Exported values"
    assert book.worksheets[0]["A2"].value == "PA1.1"
    response = client_of(administrator).post(reverse(EXPORT), {"format": CSV, "resource": TRACKER})
    assert response.content.decode("utf-8-sig").splitlines()[1].startswith("PA1.1,")


def test_export_of_several_plans_asks_for_one(administrator, action):
    factories.ActionFactory(reference="PA9.1")
    client = client_of(administrator)
    response = client.post(reverse(EXPORT), {"format": XLSX, "resource": TRACKER})
    assert "These rows are of several lists" in response.text
    response = client.post(f"{reverse(EXPORT)}?plan__id__exact={action.plan_id}", {"format": XLSX, "resource": TRACKER})
    assert load_workbook(io.BytesIO(response.content)).worksheets[0].max_row == 2


def test_every_column_as_the_database_has_it_is_still_exported(administrator, action):
    response = client_of(administrator).post(reverse(EXPORT), {"format": CSV, "resource": "0"})
    assert "reference_key" in response.text.splitlines()[0]


def test_others_are_refused(action, council, rf):
    officer = make_person("officer", council)
    assert client_of(officer).get(reverse("admin:plans_action_import")).status_code == 302
    request = rf.get("/")
    request.user = officer
    assert ActionAdmin.has_import_permission(ActionAdmin.__new__(ActionAdmin), request) is False
