"""The register of schools: what is read of DfE's file, what is refused, and who sees it."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction

from apps.caseload.models import School, SchoolRegister
from apps.caseload.schools import Unreadable, load, read
from apps.core.access import WEB, WEB_CASES, assume

HEAD = "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name)\n"
TWO = HEAD + (
    "990001,351,Bury,Synthetic school,Community school,Local authority maintained schools\n"
    "990002,99,Elsewhere,Synthetic “special” school,Other independent special school,Independent schools\n"
)


@pytest.fixture
def cases(db):
    assume(WEB_CASES)


def test_schools_are_read_from_windows_signs_and_from_utf_8():
    for encoding in ("cp1252", "utf-8-sig"):
        first, second = read(TWO.encode(encoding))
        assert (first.urn, first.is_independent, first.authority) == ("990001", False, "351")
        assert (second.urn, second.name, second.is_independent) == ("990002", "Synthetic “special” school", True)
        assert second.authority == "099"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The first line lacks the columns URN, EstablishmentName, TypeOfEstablishment (name)"),
        ("URN,LA (code)\n1,2\n", "The first line lacks the columns EstablishmentName"),
        (HEAD, "There is no school in the file."),
        (TWO + "990001,351,Bury,Again,x,y\n", "Line 4: URN 990001 is in line 2 already."),
        (HEAD + "abc,351,Bury,A,x,y\n990001,35x,Bury,B,x,y\n", "Line 2: “abc” is no URN; it has 5 or 6 digits. Line 3"),
        (HEAD + "990001,351\n", "Line 2 has only 2 cells."),
        (HEAD + '990001,351,"Bury,A,x,y\n', "this is no CSV file"),
        (TWO + "\0", "it holds bytes that no text has"),
    ],
)
def test_what_is_no_register_is_refused_with_the_line(text, words):
    with pytest.raises(Unreadable, match=words.replace("(", r"\(").replace(")", r"\)")):
        read(text.encode())


def test_of_many_problems_the_first_are_named_and_the_others_counted():
    with pytest.raises(Unreadable, match="Line 21: “x” is no URN; it has 5 or 6 digits. And 5 more.$"):
        read((HEAD + "x,351,Bury,A,x,y\n" * 25).encode())


def test_the_newest_register_counts_and_the_same_file_is_taken_once(cases):
    first, added = load(TWO.encode(), name="edubase.csv", as_at=date(2026, 2, 1))
    assert (added, load(TWO.encode(), name="again.csv", as_at=date(2026, 3, 1))) == (2, (first, 0))
    later, _ = load((TWO + "990003,351,Bury,Third,x,y\n").encode(), name="edubase.csv", as_at=date(2026, 3, 1))
    load((TWO + "990004,351,Bury,Made up,x,y\n").encode(), name="x.csv", as_at=date(2026, 4, 1), is_synthetic=True)
    assert SchoolRegister.objects.newest(is_synthetic=False) == later
    assert (first.schools.count(), later.schools.count()) == (2, 3)
    assert School.pgh_event_model.objects.count() == School.objects.count() == 8


def test_a_register_is_not_changed_and_only_those_who_count_children_read_it(cases):
    load(TWO.encode(), name="edubase.csv", as_at=date(2026, 2, 1))
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        School.objects.update(is_independent=True)
    assume(WEB)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        School.objects.exists()


def test_the_command_loads_a_file_and_says_so(db, tmp_path, capsys):
    file = tmp_path / "edubase.csv"
    file.write_bytes(TWO.encode("cp1252"))
    call_command("load_schools", str(file), "--as-at", "2026-02-01")
    call_command("load_schools", str(file), "--as-at", "2026-02-01")
    assert capsys.readouterr().out.splitlines() == [
        "Register of schools as at 1 February 2026: 2 schools added.",
        "Register of schools as at 1 February 2026 was loaded before.",
    ]


@pytest.mark.parametrize(
    ("name", "as_at", "words"),
    [
        ("edubase.csv", "2126-02-01", "2126-02-01 is in the future. Nothing was loaded."),
        ("missing.csv", "2026-02-01", "missing.csv cannot be read: No such file or directory. Nothing was loaded."),
        ("edubase.csv", "2026-02-01", "The first line lacks the columns .* Nothing was loaded."),
    ],
)
def test_the_command_says_what_is_wrong_and_loads_nothing(db, tmp_path, name, as_at, words):
    (tmp_path / "edubase.csv").write_text("x\n1\n")
    with pytest.raises(CommandError, match=words):
        call_command("load_schools", str(tmp_path / name), "--as-at", as_at)
    assume(WEB_CASES)
    assert not SchoolRegister.objects.exists()
