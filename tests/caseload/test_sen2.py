"""Loading SEN2 files: every fault at once, nothing half-saved, and the same figures as the set is known to have."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from apps.caseload.models import ActivePlan, Child, Extract, ExtractFile, NamedPlan, Need, Request, SetAside
from apps.caseload.sen2.checks import check
from apps.caseload.sen2.loading import Refused, load
from apps.caseload.sen2.reading import Unreadable, read_files, read_folder
from tests.caseload.uploads import HEADER, files, person, request

FOLDER = settings.BASE_DIR / "fixtures" / "demonstration" / "sen2"


def found(**rows):
    """``(table, line, field, code, is an error)`` of every problem that was not there before the change."""
    usual = {problem_of(p) for p in check(read_files(files()))}
    return sorted({problem_of(p) for p in check(read_files(files(**rows)))} - usual)


def problem_of(problem):
    return problem.table, problem.row, problem.field, problem.code, problem.is_error


def test_the_whole_set_is_loaded_and_loading_it_again_touches_nothing(as_cases):
    made = read_folder(FOLDER)
    result = load(made)
    assert result.errors == []
    counts = {name: (c["new"], c["set_aside"]) for name, c in result.counts.items()}
    assert counts == {
        "person": (4566, 0),
        "requests": (4676, 0),
        "assessment": (3646, 0),
        "namedplan": (3384, 0),
        "plandetail": (3384, 0),
        "activeplans": (2804, 0),
        "placementdetail": (2864, 0),
        "senneed": (3886, 0),
    }
    expected = json.loads((settings.BASE_DIR / "tests" / "caseload" / "expected.json").read_text())
    out = StringIO()
    call_command("measures", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert {name: told[name] for name in ("years", "annual_reviews", "row_counts")} == {
        name: expected[name] for name in ("years", "annual_reviews", "row_counts")
    }
    again = load(read_folder(FOLDER))
    assert {c["unchanged"] for c in again.counts.values()} == {4566, 4676, 3646, 3384, 2804, 2864, 3886}
    assert {c["new"] + c["changed"] + c["missing"] for c in again.counts.values()} == {0}
    assert (Extract.objects.count(), ExtractFile.objects.count()) == (1, 9)
    assert Extract.objects.get().is_synthetic


def test_a_trial_says_the_same_and_keeps_nothing(as_cases):
    result = load(read_files(files()), keeps=False)
    assert {c["new"] for c in result.counts.values()} == {1}
    assert not Child.objects.exists()
    assert not Extract.objects.exists()


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({"person": [person(), person(persontableid="1")]}, ("person", 3, "persontableid", "duplicate_key", True)),
        ({"person": [person(personbirthdate="2015-02-31")]}, ("person", 2, "personbirthdate", "not_a_date", True)),
        ({"person": [person(sex="X")]}, ("person", 2, "sex", "unknown_code", True)),
        ({"person": [person(personbirthdate="1998-01-01")]}, ("person", 2, "personbirthdate", "age_over_25", True)),
        ({"person": [person(personbirthdate="1999-12-01")]}, ("person", 2, "personbirthdate", "age_25", False)),
        ({"person": [person(personbirthdate="2026-01-01")]}, ("person", 2, "personbirthdate", "date_in_future", True)),
        ({"requests": [request(persontableid="9")]}, ("requests", 2, "persontableid", "orphan", True)),
        (
            {"requests": [request(requestoutcomedate="2024-01-31")]},
            ("requests", 2, "requestoutcomedate", "date_order", True),
        ),
        ({"requests": [request(receiveddate="")]}, ("requests", 2, "receiveddate", "received_missing", False)),
        ({"requests": [request(rya="2")]}, ("requests", 2, "rya", "not_yes_or_no", True)),
        ({"requests": [request(requestoutcome="")]}, ("requests", 2, "requestoutcome", "missing", True)),
        (
            {"namedplan": [{"namedplantableid": "1", "assessmenttableid": "1", "startdate": "2024-01-31"}]},
            ("namedplan", 2, "startdate", "date_order", True),
        ),
        (
            {"senneed": [{"senneedtableid": "1", "activeplanstableid": "1", "sentype": "XX", "sentyperank": "1"}]},
            ("senneed", 2, "sentype", "unknown_code", True),
        ),
        (
            {"plandetail": [{"plandetailtableid": "1", "namedplantableid": "1"}]},
            ("plandetail", 2, "urn", "setting_missing", False),
        ),
    ],
)
def test_each_fault_is_named_with_its_line_and_field(rows, problem):
    assert problem in found(**rows)


def test_two_open_requests_of_one_person_are_an_error():
    rows = [request(requestoutcome="A", requestoutcomedate="", requeststableid=str(n)) for n in (1, 2)]
    assert ("requests", 3, "persontableid", "two_open_requests", True) in found(requests=rows, assessment=[])


def test_a_record_with_an_error_is_left_out_with_all_that_hangs_on_it(as_cases):
    rows = [request(requestoutcomedate="2024-01-31")]
    result = load(read_files(files(requests=rows)))
    assert [(p.table, p.code) for p in result.errors] == [("requests", "date_order")]
    assert (Child.objects.count(), Request.objects.count(), NamedPlan.objects.count()) == (1, 0, 0)
    assert (Need.objects.count(), Extract.objects.get().set_aside_count) == (0, 7)
    assert SetAside.objects.filter(is_error=True).count() == 1


def test_strict_loading_refuses_everything(as_cases):
    with pytest.raises(Refused, match="1 errors, and strict loading allows none"):
        load(read_files(files(person=[person(sex="X")])), is_strict=True)
    assert not Child.objects.exists()


def test_what_changed_is_changed_and_what_is_missing_is_marked(as_cases):
    load(read_files(files(person=[person(), person(persontableid="2")])))
    result = load(read_files(files(person=[person(surname="TEST9")])))
    assert result.counts["person"] == {"new": 0, "changed": 1, "unchanged": 0, "missing": 1, "set_aside": 0}
    assert dict(Child.objects.values_list("key", "surname")) == {"1": "TEST9", "2": "TEST1"}
    assert Child.objects.get(key="2").missing_since == result.extract
    back = load(read_files(files(person=[person(surname="TEST9"), person(persontableid="2")])))
    assert (back.counts["person"]["changed"], Child.objects.get(key="2").missing_since) == (1, None)


def test_what_is_set_aside_is_no_longer_counted_and_not_called_missing(as_cases):
    load(read_files(files(person=[person(), person(persontableid="2")])))
    result = load(read_files(files(person=[person(), person(persontableid="2", sex="X")])))
    assert result.counts["person"] == {"new": 0, "changed": 0, "unchanged": 1, "missing": 0, "set_aside": 1}
    assert Child.objects.get(key="2").missing_since == result.extract


def test_older_files_never_overwrite_newer_ones(as_cases):
    load(read_files(files()))
    older = files() | {"sen2": ("sen2.csv", HEADER.replace(b"2025-04-01", b"2025-02-01"))}
    with pytest.raises(Refused, match="records of 2025-04-01 are here already"):
        load(read_files(older))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("person", b"", "person.csv is empty"),
        ("person", b"\x00\x01", "person.csv is no CSV file"),
        ("person", b'persontableid\n"1\n', "A quotation mark may be left open"),
        (
            "requests",
            b"requeststableid,persontableid,receiveddate,requestoutcomedate\n1,1,,\n",
            "lacks the column requestoutcome",
        ),
        ("sen2", b"year,referencedate\nabc,2025-01-16\n", "gives no year"),
        ("sen2", b"year,referencedate\n2025,\n", "gives no census day"),
    ],
)
def test_files_that_cannot_be_read_are_refused_in_words(name, content, words):
    with pytest.raises(Unreadable, match=words):
        read_files(files() | {name: (f"{name}.csv", content)})


def test_missing_files_are_named(tmp_path):
    with pytest.raises(Unreadable, match="These files are missing: sen2.csv, person.csv"):
        read_folder(tmp_path)


def test_names_dates_and_headings_as_other_systems_export_them(as_cases, tmp_path):
    for name, (_, content) in files().items():
        text = content.decode().replace("requestsource", "rquestsource").replace("2024-02-01", "2024-Feb-01 00:00:00")
        (tmp_path / f"Blade-Export_01-04-2025_{name}.csv").write_text(text, encoding="utf-8-sig")
    made = read_folder(tmp_path)
    assert [p.code for p in made.problems] == []
    load(made)
    assert Request.objects.get().received_on.isoformat() == "2024-02-01"
    assert ActivePlan.objects.count() == 1


def test_the_command_checks_and_loads(db, tmp_path):
    for name, (_, content) in files().items():
        (tmp_path / f"{name}.csv").write_bytes(content)
    out = StringIO()
    call_command("import_sen2", str(tmp_path), "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert (told["applied"], told["counts"]["person"]["new"]) == (False, 1)
    assert {p["severity"] for p in told["problems"]} == {"query"}
    call_command("import_sen2", str(tmp_path), "--apply", stdout=out)
    assert "person: 1 new, 0 changed, 0 unchanged, 0 missing, 0 set aside" in out.getvalue()
    (tmp_path / "senneed.csv").unlink()
    with pytest.raises(CommandError, match="These files are missing: senneed.csv"):
        call_command("import_sen2", str(tmp_path), stdout=out)
