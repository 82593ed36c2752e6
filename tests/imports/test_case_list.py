"""The team's case list from upload to what is saved, and back."""

from datetime import date
from pathlib import Path

import pytest
from django.db import ProgrammingError, transaction

from apps.accounts.models import Role
from apps.caseload.models import ListedCase
from apps.core.access import WEB, assume
from apps.imports import services
from apps.imports.models import BatchState, Outcome
from tests.cast import make_person
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
    assert batch.about["missing"] == ["E2"]
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
