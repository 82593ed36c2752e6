"""From upload to load on the pages: checked first, loaded once, stale reports refused, nothing of it for others."""

import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role
from apps.caseload import loads
from apps.caseload.models import Case, CaseClosure, Child, Extract, Request, Trial, TrialFile, View
from apps.caseload.sen2 import uploads as limits
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import Unreadable, read_files
from apps.caseload.sen2.uploads import files_of_uploads
from tests.caseload.uploads import files, person, request, uploaded, zipped
from tests.cast import client_of, make_person
from tests.factories import ExtractFactory

# Two faults: a sex that is none is an error, a missing birth date a query.
FAULTY = {"person": [person(), person(persontableid="=2", sex="X", personbirthdate="")]}


@pytest.fixture
def data_officer(council):
    return make_person(Role.DATA_OFFICER, council)


@pytest.fixture
def trial(data_officer, as_cases):
    """An upload with one error, checked."""
    made = loads.stage(by=data_officer, files=files(**FAULTY))
    return check(made)


def check(made):
    loads.check_files(no_progress, made.pk)
    return Trial.objects.get(pk=made.pk)


def no_progress(done, total):
    pass


def in_words(response):
    return " ".join(response.text.split())


@pytest.mark.parametrize("choose", [uploaded, lambda made: [zipped(made, folder="SEN2 2025/")]])
def test_an_upload_is_kept_and_checked_by_the_worker(data_officer, choose):
    client = client_of(data_officer)
    response = client.post(reverse("loads:upload"), {"files": choose(files(**FAULTY))})
    made = Trial.objects.get()
    assert response.url == reverse("loads:check", args=[made.pk])
    assert (made.state, made.job.kind, TrialFile.objects.count()) == ("checking", "caseload.check_sen2", 9)
    waiting = client.get(response.url)
    assert "It waits for its turn" in waiting.text
    assert waiting["Refresh"] == "3"
    check(made)
    page = in_words(client.get(response.url))
    assert "Load, leaving out 1 record" in page
    assert "“X” is none of the codes F, M." in page
    assert "Checked, not loaded" in page
    assert not Child.objects.exists()


def test_the_same_sending_makes_one_upload(data_officer, as_cases):
    token = "6f1c1d0e-0000-4000-8000-000000000002"
    for _ in range(2):
        client_of(data_officer).post(reverse("loads:upload"), {"files": uploaded(files()), "token": token})
    assert Trial.objects.count() == 1


def test_what_was_checked_is_loaded_once(data_officer, trial):
    client, address = client_of(data_officer), reverse("loads:check-load", args=[trial.pk])
    assert client.post(address, {"token": str(trial.token)}).status_code == 302
    jobs = Trial.objects.get().job_id
    client.post(address, {"token": str(trial.token)})
    assert Trial.objects.get().job_id == jobs
    loads.load_files(no_progress, trial.pk)
    loads.load_files(no_progress, trial.pk)
    done = Trial.objects.get()
    assert (done.state, done.extract, done.loaded_by) == ("loaded", Extract.objects.get(), data_officer)
    assert (Extract.objects.get().loaded_by, Extract.objects.get().set_aside_count) == (data_officer, 1)
    assert (Child.objects.count(), TrialFile.objects.count(), done.problems.count()) == (1, 0, 0)
    again = client.post(address, {"token": str(trial.token)}, follow=True)
    assert "These files are loaded already." in again.text
    page = in_words(client.get(reverse("loads:load", args=[done.extract_id])))
    assert "<strong>1 record left out because of errors</strong>: no figure counts them." in page
    assert "person.csv" in page
    assert Extract.objects.get().digest in page


def test_a_report_that_a_newer_load_has_overtaken_is_refused(data_officer, trial):
    load(read_files(files()))
    response = client_of(data_officer).post(
        reverse("loads:check-load", args=[trial.pk]), {"token": str(trial.token)}, follow=True
    )
    assert "A newer extract was loaded after these files were checked." in response.text
    assert (Trial.objects.get().state, Extract.objects.count()) == ("checked", 1)


def test_a_load_that_was_overtaken_while_it_waited_is_refused(data_officer, trial):
    loads.ask_to_load(trial=trial, by=data_officer, token=str(trial.token))
    load(read_files(files()))
    loads.load_files(no_progress, trial.pk)
    overtaken = Trial.objects.get()
    assert (overtaken.state, overtaken.refusal) == ("refused", loads.STALE)
    client_of(data_officer).post(reverse("loads:check-again", args=[trial.pk]))
    assert check(overtaken).state == "checked"
    assert Trial.objects.get().base == Extract.objects.get()


def test_an_unknown_token_loads_nothing(data_officer, trial):
    response = client_of(data_officer).post(reverse("loads:check-load", args=[trial.pk]), {"token": "1"}, follow=True)
    assert "The page was too old. Nothing was loaded" in response.text
    assert Trial.objects.get().state == "checked"


def test_files_that_cannot_be_read_are_reported_line_by_line(data_officer, as_cases):
    broken = files() | {"person": ("person.csv", b""), "senneed": ("senneed.csv", b"sentype\n")}
    made = check(loads.stage(by=data_officer, files=broken))
    page = client_of(data_officer).get(reverse("loads:check", args=[made.pk])).text
    assert "person.csv is empty: its first line must name the columns." in page
    assert "senneed.csv lacks the column senneedtableid, activeplanstableid, sentyperank." in page
    assert "Load all records" not in page
    assert made.state == "refused"


def test_what_is_thrown_away_is_gone(data_officer, trial):
    client = client_of(data_officer)
    page = client.post(reverse("loads:check-discard", args=[trial.pk]), follow=True)
    assert "The files were thrown away. Nothing was loaded." in page.text
    assert (Trial.objects.get().state, TrialFile.objects.count()) == ("discarded", 0)
    assert Trial.objects.get().problems.count() == 0
    refused = client.post(reverse("loads:check-discard", args=[trial.pk]), follow=True)
    assert "These files cannot be thrown away: not loaded, thrown away." in refused.text


def lines_of(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_problems_are_filtered_and_given_as_a_harmless_file(data_officer, trial):
    client, address = client_of(data_officer), reverse("loads:check-problems", args=[trial.pk])
    assert lines_of(client.get(address, {"kind": "error"}))[1:] == [
        ["Error", "Person", "3", "'=2", "sex", "unknown_code", "“X” is none of the codes F, M."]
    ]
    queries = lines_of(client.get(address, {"kind": "query", "table": "person", "rule": "birth_on_missing"}))
    assert queries[1:] == [
        ["Query", "Person", "3", "'=2", "personbirthdate", "birth_on_missing", "There is no date of birth."]
    ]
    page = in_words(client.get(reverse("loads:check", args=[trial.pk]), {"rule": "birth_on_missing"}))
    assert "1 problem shown" in page
    assert "There is no date of birth." in page
    assert "“X” is none" not in page
    assert (
        "No problem fits these filters."
        in client.get(reverse("loads:check", args=[trial.pk]), {"table": "senneed", "kind": "error"}).text
    )


def test_queries_are_listed_by_caseworker(council, as_cases):
    worker = make_person(Role.EHC_CASEWORKER, council)
    people = [person(sex=""), person(persontableid="2", sex="")]
    load(read_files(files(person=people, requests=[request(receiveddate="")])))
    Case.objects.create(request=Request.objects.get(), caseworker=worker)
    client = client_of(worker)
    page = in_words(client.get(reverse("loads:queries")))
    assert "There is no sex." in page
    assert "EHC caseworker" in page
    lines = lines_of(client.get(reverse("loads:queries-file"), {"caseworker": worker.pk}))
    assert ["EHC caseworker", "Person", "2", "1", "sex", "sex_missing", "There is no sex."] in lines
    assert {line[0] for line in lines[1:]} == {"EHC caseworker"}
    assert [view.requests for view in View.objects.filter(person=worker)] == [[Request.objects.get().pk]] * 2
    nobody = lines_of(client.get(reverse("loads:queries-file"), {"caseworker": "0"}))
    assert {line[0] for line in nobody[1:]} == {"No caseworker"}


def test_a_query_of_a_case_that_is_closed_to_a_person_is_not_theirs_to_see(council, as_cases):
    worker = make_person(Role.EHC_CASEWORKER, council)
    load(read_files(files(person=[person(sex="")])))
    CaseClosure.objects.create(request=Request.objects.get(), person=worker, reason="Their own child.")
    assert "There is no sex." not in client_of(worker).get(reverse("loads:queries")).text


def counted(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_three_rows_take_as_many_queries_as_one(data_officer, trial):
    extract = load(read_files(files(**FAULTY))).extract
    client = client_of(data_officer)
    addresses = [reverse("loads:list"), reverse("loads:queries"), reverse("loads:check", args=[trial.pk])]
    addresses.append(reverse("loads:load", args=[extract.pk]))
    before = [counted(client, address) for address in addresses]
    for number in range(2):
        loads.stage(by=make_person(Role.EHC_MANAGER, data_officer.acting.organisation, f"M{number}"), files=files())
        for problem in (trial.problems.first(), extract.problems.first()):
            type(problem).objects.bulk_create([type(problem)(**_copied(problem), pk=None)])
    assert [counted(client, address) for address in addresses] == before
    for number in range(2):
        ExtractFactory(loaded_by=data_officer, return_year=2025 + number)
    assert counted(client, addresses[0]) == before[0]


def _copied(row):
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}


# What a person may choose by mistake, or to do harm.


def refused(*chosen):
    with pytest.raises(Unreadable) as told:
        files_of_uploads(list(chosen))
    return str(told.value)


def test_the_wrong_files_are_named():
    made = files()
    xml = SimpleUploadedFile("return.xml", b"<Message/>")
    assert refused(xml).startswith("These files are missing: sen2.csv, person.csv")
    assert "The XML and Excel forms of the return are not read" in refused(xml)
    twice = uploaded(made | {"more": ("Blade-Export_person.csv", b"x")})
    assert refused(*twice) == "person.csv and Blade-Export_person.csv are both the module person. Keep one of them."
    renamed = uploaded({name: (f"{name}.txt", content) for name, (_, content) in made.items()})
    assert "Not known as one of them: “person.txt”" in refused(*renamed)


def test_hostile_zips_are_refused():
    assert "is no ZIP file that can be read" in refused(SimpleUploadedFile("return.zip", b"PK\x03\x04 broken"))
    many = {str(n): (f"{n}.csv", b"") for n in range(limits.MAX_ENTRIES + 1)}
    assert "holds 31 files" in refused(zipped(many))
    bomb = {"person": ("person.csv", b"0" * (limits.MAX_FILE + 1))}
    assert len(zipped(bomb).read()) < 100_000
    assert "person.csv in the ZIP is larger than 20 MB" in refused(zipped(bomb))
    parts = {str(n): (f"{n}.csv", b"0" * limits.MAX_FILE) for n in range(4)}
    assert "together are larger than 60 MB" in refused(zipped(parts))
    outside = zipped({name: (f"../../etc/{file}", content) for name, (file, content) in files().items()})
    assert files_of_uploads([outside])["person"] == files()["person"]


def test_a_locked_zip_is_refused():
    content = bytearray(zipped(files()).read())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    assert "is locked with a password" in refused(SimpleUploadedFile("return.zip", bytes(content)))


def test_notes_that_a_mac_adds_are_left_alone():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files().values():
            archive.writestr(f"return/{name}", content)
            archive.writestr(f"__MACOSX/return/._{name}", b"\x00")
        archive.writestr("return/.DS_Store", b"\x00")
    assert set(files_of_uploads([SimpleUploadedFile("return.zip", out.getvalue())])) == set(files())
