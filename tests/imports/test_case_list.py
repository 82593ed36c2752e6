"""The team's case list from upload to what is saved, and back."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction

from apps.accounts.models import Role
from apps.caseload.models import ListedCase, View
from apps.core.access import WEB, WEB_CASES, assume
from apps.imports import services
from apps.imports.models import Batch, BatchState, Outcome
from tests.caseload.cases import a_case
from tests.cast import client_of, make_person
from tests.imports.test_trackers import nothing, saved, taken_back

SHEET = Path(__file__).parent / "sheets" / "caseload_officer.xlsx"
HEADINGS = "Our ref,Initials,DOB,Primary need,Date request received,Final issued,Status\n"


@pytest.fixture
def data_officer(council):
    return make_person(Role.DATA_OFFICER, council)


def listed(by, text=None, day=date(2025, 1, 16), name="list.csv"):
    content = (HEADINGS + text).encode() if text else SHEET.read_bytes()
    batch = services.upload(by=by, layout="caseload", content=content, file_name=name, position_on=day)
    services.read_batch(nothing, batch.pk)
    batch.refresh_from_db()
    return batch


ONE = "E1,MA,09/03/2015,ASD,24/08/2024,,Assessing\nE2,BW,26/02/2016,SLCN,11/02/2024,01/07/2024,Final\n"


def test_the_whole_list_is_saved_but_for_rows_with_an_error(as_cases, data_officer):
    batch = listed(data_officer, name="list.xlsx")
    assert batch.counts == {"new": 2078, "problem": 22, "all": 2100, "skipped": 0}
    batch = saved(batch, data_officer)
    assert (batch.state, batch.result["new"], ListedCase.objects.count()) == (BatchState.APPLIED, 2078, 2078)
    first = ListedCase.objects.get(reference="EHC-10001")
    assert (first.initials, first.school, first.primary_need, first.status) == ("MA", "Test High 12", "SEMH", "issued")
    assert (first.final_on, first.position_on, first.version) == (date(2021, 12, 27), date(2025, 1, 16), 1)
    again = listed(data_officer, name="list.xlsx")
    assert again.counts == {"unchanged": 2078, "problem": 22, "all": 2100, "skipped": 0}


def test_a_changed_row_changes_only_what_differs_and_is_taken_back(as_cases, data_officer):
    saved(listed(data_officer, ONE), data_officer)
    later = "E1,,,,,30/01/2025,Final\nE3,TD,30/10/2013,MLD,09/10/2024,,\n"
    batch = listed(data_officer, later, date(2025, 2, 1))
    assert batch.rows.get(outcome=Outcome.CHANGED).changes == {
        "final_on": [None, "2025-01-30"],
        "status": ["assessing", "issued"],
    }
    assert (batch.about["missing"], batch.about["missing_count"]) == ([], 1)
    batch = saved(batch, data_officer)
    case = ListedCase.objects.get(reference="E1")
    assert (case.initials, case.final_on, case.version, case.position_on) == (
        "MA",
        date(2025, 1, 30),
        2,
        date(2025, 2, 1),
    )
    taken_back(batch, data_officer)
    case.refresh_from_db()
    assert (case.final_on, case.status, case.position_on) == (None, "assessing", date(2025, 1, 16))
    assert list(ListedCase.objects.values_list("reference", flat=True)) == ["E1", "E2"]


def test_an_older_list_changes_nothing(as_cases, data_officer):
    saved(listed(data_officer, ONE), data_officer)
    batch = listed(data_officer, "E1,,,,,30/12/2024,Final\n", date(2025, 1, 1))
    assert batch.counts["unchanged"] == 1


def test_taking_back_is_refused_once_a_row_moved_on(as_cases, data_officer):
    batch = saved(listed(data_officer, ONE), data_officer)
    saved(listed(data_officer, "E1,,,,,30/01/2025,Final\n", date(2025, 2, 1)), data_officer)
    taken_back(batch, data_officer)
    assert (batch.state, batch.refusal) == (
        BatchState.APPLIED,
        "1 row was changed here after this file was saved. Nothing was taken back.",
    )
    assert ListedCase.objects.count() == 2


def test_without_the_role_of_cases_neither_rows_nor_list_can_be_read(as_cases, data_officer):
    batch = listed(data_officer, ONE)
    assume(WEB)
    for rows in (batch.rows, batch.files, ListedCase.objects.all()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(rows)


def test_a_list_is_loaded_on_the_pages_by_those_who_may(db, data_officer):
    client = client_of(data_officer)
    file = SimpleUploadedFile("list.csv", (HEADINGS + ONE).encode())
    sent = client.post("/spreadsheets/new/caseload/", {"file": file, "position_on": "16/1/2025"})
    batch = Batch.objects.get()
    assert (sent.status_code, sent.url) == (302, batch.get_absolute_url())
    services.read_batch(nothing, batch.pk)
    assume(WEB)
    for name in ("", "rows/1/", "questions/", "about/", "problems/"):
        assert client.get(f"{batch.get_absolute_url()}{name}").status_code == 200, name
    assert client.post(f"{batch.get_absolute_url()}leave-out/", {"row": "1"}).status_code == 302
    client.post(f"{batch.get_absolute_url()}save/", {"token": str(batch.token)})
    services.apply_batch(nothing, batch.pk)
    assert list(ListedCase.objects.values_list("reference", flat=True)) == ["E2"]
    assume(WEB)
    client.post(f"{batch.get_absolute_url()}take-back/", {"reason": "Too early."})
    services.undo_batch(nothing, batch.pk)
    assert not ListedCase.objects.exists()


def test_nobody_else_sees_that_a_list_was_loaded(as_cases, data_officer, programme_manager):
    batch = listed(data_officer, ONE)
    assume(WEB)
    client = client_of(programme_manager)
    assert client.get(batch.get_absolute_url()).status_code == 404
    assert "list.csv" not in client.get("/spreadsheets/").text
    assert client.get("/spreadsheets/new/caseload/").status_code == 404


def test_the_open_table_of_batches_and_its_history_hold_nothing_of_a_child(as_cases, data_officer):
    saved(listed(data_officer, ONE), data_officer)
    batch = saved(listed(data_officer, "E1,,,,,30/01/2025,Final\n", date(2025, 2, 1)), data_officer)
    rows = [*Batch.objects.values(), *Batch.pgh_event_model.objects.filter(pgh_obj=batch).values()]
    told = str([row | {"sha256": "", "token": ""} for row in rows])
    for secret in ("E1", "E2", "MA", "09/03/2015", "2015-03-09", "2016-02-26", "ASD", "SLCN"):
        assert f"'{secret}" not in told, secret


def test_rows_of_a_case_that_is_closed_to_a_person_are_counted_and_not_shown(as_cases, data_officer, council):
    saved(listed(data_officer, ONE), data_officer)
    reader = make_person(Role.DATA_OFFICER, council, name="Second data officer")
    a_case(key="e 1").closures.create(person=reader, reason="A relative.")
    batch = listed(data_officer, "E1,MA,,,,,Final\nE2,BW,,,,,Ceased\n", date(2025, 2, 1))
    page, closed, other = batch.get_absolute_url(), *batch.rows.order_by("position")
    client = client_of(reader)
    text = client.get(page).text
    assert "1 row is about a case that is closed to you: it is counted and saved with the others" in text
    assert ("<strong>E1</strong>" in text, "<strong>E2</strong>" in text) == (False, True)
    for address in (f"{page}rows/{closed.position}/", f"{page}rows/{other.position}/"):
        assert client.get(address).status_code == (404 if f"/{closed.position}/" in address else 200)
    assert client.post(f"{page}rows/{closed.position}/settle/", {"status": "here"}).status_code == 404
    client.post(f"{page}leave-out/", {"row": [closed.position, other.position]})
    assume(WEB_CASES)
    assert list(batch.rows.filter(is_skipped=True)) == [other]
    answer = client.get(f"{page}problems/", follow=True)
    assert "The file holds rows of cases that are closed to you. Somebody else has to download it." in answer.text
    assert "<strong>E1</strong>" in client_of(data_officer).get(page).text


def test_who_looked_at_a_row_of_a_case_that_is_listed_is_written_down(as_cases, data_officer):
    saved(listed(data_officer, ONE), data_officer)
    one, two = ListedCase.objects.order_by("reference")
    batch = listed(data_officer, "E1,MA,,,,,Final\nE2,BW,,,,,Ceased\nE3,TD,,,,,\n", date(2025, 2, 1))
    row = batch.rows.get(matched=two.pk)
    client = client_of(data_officer)
    client.get(f"{batch.get_absolute_url()}?tab=all")
    client.get(f"{batch.get_absolute_url()}rows/{row.position}/")
    assume(WEB_CASES)
    looks = View.objects.filter(page__startswith="imports:").order_by("pk").values_list("page", "listed", "person")
    assert list(looks) == [
        ("imports:batch", [one.pk, two.pk], data_officer.pk),
        ("imports:row", [two.pk], data_officer.pk),
    ]


def test_cases_that_a_newer_list_lacks_are_listed_but_for_those_closed_to_the_person(as_cases, data_officer):
    saved(listed(data_officer, ONE + "E3,TD,,,,,\nE4,RK,,,,,\n"), data_officer)
    a_case(key="E4").closures.create(person=data_officer, reason="A relative.")
    batch = listed(data_officer, "e1,MA,,,,,Final\n", date(2025, 2, 1))
    client = client_of(data_officer)
    assert f'<a class="govuk-link" href="{batch.get_absolute_url()}missing/">not in the file</a>' in (
        client.get(batch.get_absolute_url()).text
    )
    text = client.get(f"{batch.get_absolute_url()}missing/").text
    assume(WEB_CASES)
    two, three = ListedCase.objects.filter(reference__in=["E2", "E3"]).order_by("reference")
    assert [part.split("</a>")[0] for part in text.split('<li><a class="govuk-link" href="')[1:]] == [
        f'{two.get_absolute_url()}">E2',
        f'{three.get_absolute_url()}">E3',
    ]
    assert View.objects.get(page="imports:missing").listed == [two.pk, three.pk]
