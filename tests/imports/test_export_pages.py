"""Where lists are exported: the pages, the list of actions, the page of a plan, and the shell."""

import io
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook

from apps.accounts.models import Role
from apps.caseload.models import ListedCase
from apps.core.dates import today
from apps.core.workbooks import XLSX
from tests import factories
from tests.cast import client_of, make_person


@pytest.fixture
def manager(programme_manager):
    return client_of(programme_manager)


def book_of(response):
    assert (response.status_code, response["Content-Type"]) == (200, XLSX)
    return load_workbook(io.BytesIO(b"".join(response.streaming_content)))


def references_of(book):
    return [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)]


def about_of(book):
    return {row[0].value: row[1].value for row in book["About this list"].rows}


def test_a_list_is_chosen_and_downloaded(manager, action, programme_manager):
    page = manager.get(reverse("imports:list")).text
    assert reverse("imports:export", args=["pip"]) in page and reverse("imports:template", args=["pip"]) in page
    assert "Download the file" in manager.get(reverse("imports:export", args=["pip"])).text
    response = manager.get(reverse("imports:export", args=["pip"]), {"target": action.plan_id, "format": "xlsx"})
    assert response["Content-Disposition"] == f'attachment; filename="{_slug(action)}-{today().isoformat()}.xlsx"'
    book = book_of(response)
    assert references_of(book) == ["PA1.1"]
    about = about_of(book)
    assert (about["Of"], about["Made by"]) == (action.plan.marked_name, programme_manager.name)


def _slug(action):
    return action.plan.marked_name.lower().replace(" ", "-")


def test_csv_is_downloaded_too(manager, action):
    response = manager.get(reverse("imports:export", args=["pip"]), {"target": action.plan_id, "format": "csv"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Ref,Action,Lead") and lines[1].startswith("PA1.1,")


def test_without_a_list_the_page_says_what_to_do(manager, action):
    page = manager.get(reverse("imports:export", args=["pip"]), {"format": "xlsx"}).text
    assert "Choose which list" in page
    page = manager.get(reverse("imports:export", args=["pip"]), {"target": "0", "format": "ods"})
    assert page.status_code == 200 and "There is a problem" in page.text


def test_a_template_has_no_rows(manager, action):
    response = manager.get(reverse("imports:template", args=["pip"]))
    assert 'filename="priority-impact-plan-tracker-template.xlsx"' in response["Content-Disposition"]
    assert references_of(book_of(response)) == []


def test_a_layout_that_is_not_theirs_is_not_there(manager, action):
    for name in ("imports:export", "imports:template"):
        assert manager.get(reverse(name, args=["caseload"])).status_code == 404
        assert manager.get(reverse(name, args=["nothing"])).status_code == 404


def test_the_list_of_cases_goes_out_from_its_own_page(as_cases, council):
    ListedCase.objects.create(reference="TEST-1", initials="T.E.", dob=date(2015, 5, 1))
    client = client_of(make_person(Role.DATA_OFFICER, council))
    response = client.get(reverse("imports:export", args=["caseload"]), {"format": "xlsx"})
    assert response["Location"] == reverse("caseload:listed-list")
    assert references_of(book_of(client.get(reverse("caseload:listed-export")))) == ["TEST-1"]


def test_the_list_of_actions_exports_what_is_filtered(manager, action):
    factories.ActionFactory(strand=action.strand, reference="PA1.2", title="Something else")
    factories.ActionFactory(reference="PA9.1", title="Of another plan")
    address = reverse("plans:export-to-edit")
    assert address in manager.get(reverse("plans:action-list")).text
    book = book_of(manager.get(address, {"plan": action.plan_id, "q": "Something"}))
    assert references_of(book) == ["PA1.2"]
    assert "Something" in about_of(book)["Filter"]
    response = manager.get(address, follow=True)
    assert "Filter the list to one plan first" in response.text
    response = manager.get(address, {"plan": action.plan_id, "as_at": "2026-10-01"}, follow=True)
    assert "Leave the date empty" in response.text


def test_a_plan_links_to_its_workbook_for_those_who_may_load_it(manager, action, lead_officer):
    address = f"{reverse('imports:export', args=['pip'])}?target={action.plan_id}&amp;format=xlsx"
    assert address in manager.get(action.plan.get_absolute_url()).text
    officer = client_of(lead_officer)
    assert address not in officer.get(action.plan.get_absolute_url()).text
    assert reverse("plans:export-to-edit") not in officer.get(reverse("plans:action-list")).text
    assert officer.get(reverse("plans:export-to-edit")).status_code == 403


def test_a_closed_plan_is_not_exported_to_edit(manager, action):
    action.plan.closed_on, action.plan.closed_reason = today(), "Ended."
    action.plan.save()
    response = manager.get(reverse("plans:export-to-edit"), {"plan": action.plan_id}, follow=True)
    assert "are not loaded from spreadsheets" in response.text
    response = manager.get(reverse("imports:export", args=["pip"]), {"target": action.plan_id, "format": "xlsx"})
    assert response["Content-Type"].startswith("text/html")


def told(*arguments, **options):
    out = StringIO()
    call_command("export_sheet", *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", ["number", "name"])
def test_the_shell_writes_a_plan(action, tmp_path, name):
    factories.PlanFactory(type=action.plan.type)
    said = str(action.plan_id) if name == "number" else action.plan.marked_name
    path = tmp_path / "plan.xlsx"
    assert told("pip", str(path), plan=said) == f"1 action written to {path}.\n"
    assert references_of(load_workbook(path)) == ["PA1.1"]


def test_the_shell_asks_which_plan_and_where(action, tmp_path):
    factories.PlanFactory(type=action.plan.type)
    with pytest.raises(CommandError, match="Say which plan by --plan"):
        told("pip", str(tmp_path / "plan.xlsx"))
    with pytest.raises(CommandError, match=r"The file ends in \.xlsx or \.csv"):
        told("pip", str(tmp_path / "plan.ods"))
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        told("pip", str(tmp_path / "nowhere" / "plan.csv"), plan=str(action.plan_id))
    assert told("pip", str(tmp_path / "empty.csv"), template=True).startswith("0 actions written to ")
