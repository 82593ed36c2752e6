"""A request that goes to another child from one extract to the next: loaded, and asked about."""

import pytest
from django.urls import reverse

from apps.caseload import loads
from apps.caseload.models import Case, CaseStanding, Child, Extract, Request, SetAside, TrialProblem
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_files
from tests.caseload.people import opened, plain
from tests.caseload.uploads import HEADER, files, person, request

pytestmark = pytest.mark.usefixtures("as_cases")
WORDS = "In the earlier extract this request belonged to another child (1): is it now that of 2?"


MAY = HEADER.replace(b"2025-04-01", b"2025-05-01")


def later(upn="", second="", header=MAY):
    """The next extract, in which the request hangs on the child 2."""
    people = [person(upn=upn), person(persontableid="2", surname="TEST2", upn=second)]
    made = files(person=people, requests=[request(persontableid="2")])
    return made | {"sen2": ("sen2.csv", header)}


def changed(made):
    return [(p.table, p.row, p.record, p.field, p.message, p.is_error) for p in made if p.code == "child_changed"]


def test_it_is_loaded_with_the_child_it_has_now_and_asked_about(data_officer):
    load(read_files(files()))
    result = load(read_files(later()))
    assert changed(result.problems) == [("requests", 2, "1", "persontableid", WORDS, False)]
    assert changed(SetAside.objects.all()) == changed(result.problems)
    assert (Request.objects.get().child.key, CaseStanding.objects.get().has_query) == ("2", True)
    newest = Extract.objects.newest()
    assert newest.query_count == SetAside.objects.filter(extract=newest, is_error=False).count()


def test_it_stands_on_the_case_and_in_the_list_of_its_caseworker(caseworker, data_officer):
    load(read_files(files()))
    case = Request.objects.get()
    Case.objects.create(request=case, caseworker=caseworker)
    load(read_files(later()))
    assert WORDS in plain(opened(caseworker, case.get_absolute_url()))
    listed = opened(data_officer, reverse("loads:queries-file"), {"caseworker": caseworker.pk})
    text = b"".join(listed.streaming_content).decode() if listed.streaming else listed.text
    assert "EHC caseworker,Request,2,1,persontableid,child_changed" in text


def test_the_check_of_an_upload_says_so_before_it_is_loaded(data_officer):
    load(read_files(files()))
    trial = loads.stage(by=data_officer, files=later())
    loads.check_files(lambda done, total: None, trial.pk)
    assert changed(TrialProblem.objects.all()) == [("requests", 2, "1", "persontableid", WORDS, False)]


def test_the_next_extract_with_the_same_child_asks_no_more():
    load(read_files(files()))
    load(read_files(later()))
    result = load(read_files(later(header=HEADER.replace(b"2025-04-01", b"2025-06-01"))))
    assert changed(result.problems) == []


def test_the_same_upn_under_a_new_id_is_the_same_child():
    load(read_files(files(person=[person(upn="Z000000000001")])))
    assert changed(load(read_files(later(second="Z000000000001")), keeps=False).problems) == []
    assert len(changed(load(read_files(later(second="Z000000000002")), keeps=False).problems)) == 1


def test_ids_of_another_council_say_nothing():
    load(read_files(files()))
    other = HEADER.replace(b",351,", b",352,").replace(b"2025-04-01", b"2025-05-01")
    assert changed(load(read_files(later(header=other))).problems) == []


def test_a_first_load_and_a_new_request_ask_nothing():
    assert changed(load(read_files(files())).problems) == []
    more = files(requests=[request(), request(requeststableid="2", requestoutcome="W", requestoutcomedate="")])
    more["sen2"] = ("sen2.csv", MAY)
    assert changed(load(read_files(more)).problems) == []
    assert Child.objects.count() == 1
