"""SEN2 files as other systems write them, and folders that are broken or meant to break: named, and nothing changed."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from apps.caseload.models import Child, Extract, NamedPlan, PlanDetail, Request
from apps.caseload.sen2.layout import MODULES
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import MAX_BYTES, Unreadable, module_of, read_files, read_folder
from tests.caseload.uploads import files, person, request, table
from tests.tables import our_tables, rows_everywhere

PERSON = table("person", [person(surname="Tést–€")])


def changed(**contents):
    """The small return with other bytes for some modules."""
    return files() | {name: (f"{name}.csv", content) for name, content in contents.items()}


def problems(**contents):
    return [(p.row, p.field, p.code, p.is_error) for p in read_files(changed(**contents)).problems]


def refusal(**contents):
    with pytest.raises(Unreadable) as told:
        read_files(changed(**contents))
    return str(told.value)


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("person.csv", "person"),
        ("PERSON.CSV", "person"),
        ("Blade-Export_01-04-2025_person.csv", "person"),
        ("Blade-Export_01-04-2025_sen2.csv", "sen2"),
        ("Header.csv", "sen2"),
        ("SEN Need Records.csv", "senneed"),
        ("Named Plan.csv", "namedplan"),
        ("placement_detail.csv", "placementdetail"),
        ("plandetail.csv", "plandetail"),
        ("Requests Records.csv", "requests"),
        ("nperson.csv", None),
        ("person.txt", None),
        ("person.csv.bak", None),
    ],
)
def test_a_file_is_known_by_its_name(name, module):
    assert module_of(name) == module


@pytest.mark.parametrize(
    "content",
    [
        PERSON.decode().encode("utf-8-sig"),
        PERSON.decode().encode("utf-16"),
        PERSON.decode().encode("cp1252"),
        PERSON.replace(b",", b";"),
        PERSON.replace(b",", b"\t"),
        PERSON.replace(b"\r\n", b"\n"),
        PERSON + b"\r\n,,,,,,,,,\r\n",
    ],
    ids=["mark", "utf-16", "windows", "semicolons", "tabs", "unix", "blank lines"],
)
def test_letters_and_separators_of_other_systems(content):
    made = read_files(changed(person=content))
    assert [(row.key, row.values["surname"]) for row in made.rows["person"]] == [("1", "Tést–€")]
    assert made.problems == []


def test_every_heading_of_the_field_list_is_known():
    """The tags of the XML and the headings of the Excel template, whatever their capitals and signs."""
    for module in MODULES:
        for number in range(max(len(column.aliases) for column in module.all_columns)):
            names = [c.aliases[min(number, len(c.aliases) - 1)] if c.aliases else c.name for c in module.all_columns]
            line = ",".join(f'"{name.upper()}"' for name in names)
            made = read_files(changed(**{module.name: line.encode()}))
            assert [p for p in made.problems if p.code != "year_differs"] == []


def test_columns_in_another_order_missing_and_unknown():
    content = b"sex,persontableid,surname,personbirthdate,hair\nF,1,TEST1,2015-05-06,red\n"
    made = read_files(changed(person=content))
    assert made.rows["person"][0].values["sex"] == "F"
    absent = ("forename", "ethnicity", "postcode", "upn", "uniquelearnernumber", "upnunknown")
    assert [(p.field, p.code) for p in made.problems] == [
        ("hair", "unknown_column"),
        *((name, "column_missing") for name in absent),
    ]
    renamed = PERSON.replace(b"personbirthdate", b"born")
    assert refusal(person=renamed) == (
        "person.csv lacks the column personbirthdate. Name the columns in line 1 as the return does."
    )
    twice = PERSON.replace(b"forename", b"Surname")
    assert refusal(person=twice) == "person.csv, line 1, has the column surname twice. Keep the one that is right."


@pytest.mark.parametrize("day", ["2024-02-01", "2024-02-01T00:00:00", "2024-02-01 00:00:00", "2024-Feb-01 00:00:00"])
def test_dates_as_they_come(day):
    made = read_files(changed(requests=table("requests", [request(receiveddate=day)])))
    assert made.rows["requests"][0].values["received_on"].isoformat() == "2024-02-01"


@pytest.mark.parametrize("day", ["01/02/2024", "2024-02-30", "45000", "2024-02-01Tea", "2024-13-01", "yesterday"])
def test_what_is_no_date_is_named(day):
    content = table("requests", [request(receiveddate=day)])
    assert problems(requests=content) == [(2, "receiveddate", "not_a_date", True)]


def test_the_day_of_the_export_comes_from_the_header_else_from_the_names():
    header = b"collection,year,referencedate,lea\nSEN2 (synthetic),2025,2025-01-16,351\n"
    assert read_files(changed(sen2=header)).as_at.isoformat() == "2025-01-16"
    named = {name: (f"Blade-Export_03-04-2025_{file}", content) for name, (file, content) in files().items()}
    named["sen2"] = (named["sen2"][0], header)
    assert read_files(named).as_at.isoformat() == "2025-04-03"
    excel = b"Collection Name,Year,Reference Date,LA Number,Date & Time (ccyy-mm-ddThh:mm:ss)\n"
    excel += b"SEN2,2025,2025-01-16,351,2025-04-02T09:00:00\n"
    assert read_files(changed(sen2=excel)).as_at.isoformat() == "2025-04-02"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"25,2025-01-16,351", "sen2.csv, line 2, gives no year of the return"),
        (b"2025,2025-01-32,351", "sen2.csv, line 2, column referencedate: “2025-01-32” is not a date"),
        (b"2025,2025-01-16,Bury", "sen2.csv, line 2, gives no local authority in its column “lea”"),
        (b"2025,2025-01-16,351\n2025,2025-01-16,351", "sen2.csv has 2 lines below its heading"),
    ],
)
def test_a_header_that_cannot_be_right_is_refused(line, words):
    assert words in refusal(sen2=b"year,referencedate,lea\n" + line + b"\n")


def test_lines_that_do_not_fit_their_heading_are_named():
    longer = PERSON.rstrip(b"\r\n") + b",too,many\r\n"
    assert problems(person=longer) == [(2, "persontableid", "line_too_long", True)]
    shorter = b"\r\n".join([PERSON.split(b"\r\n")[0], b"1,TEST1,,2015-05-06,F"])
    assert problems(person=shorter) == [(2, "persontableid", "line_too_short", False)]


def test_lines_are_those_of_the_file_where_a_cell_has_several():
    rows = [person(surname="Two\nlines"), person(persontableid="2", sex="X")]
    assert problems(person=table("person", rows)) == [(4, "sex", "unknown_code", True)]


def test_long_cells_are_named_and_their_records_left_out(as_cases):
    long_ago = person(persontableid="2", surname="X" * 10_000)
    rows = [
        person(),
        long_ago,
        person(persontableid="3" * 10_000),
        person(persontableid="4", personbirthdate="0215-05-06"),
    ]
    result = load(read_files(changed(person=table("person", rows))))
    assert [(p.row, p.field, p.code) for p in result.errors] == [
        (3, "surname", "too_long"),
        (4, "persontableid", "too_long"),
        (5, "personbirthdate", "impossible_date"),
    ]
    assert max(len(p.message) for p in result.problems) < 200
    assert list(Child.objects.values_list("key", flat=True)) == ["1"]


def test_every_broken_file_is_named_at_once():
    told = refusal(person=b"", requests=b'requeststableid\n1,"open\n2,x\n', senneed=b"\x89PNG\r\n\x1a\n\x00\x00")
    assert told.split("\n") == [
        "person.csv is empty: its first line must name the columns.",
        "requests.csv, line 2: it cannot be read as CSV from here on (unexpected end of data). "
        "A quotation mark may be left open.",
        "senneed.csv is no CSV file: line 3 holds a byte that no text has. Export it again as CSV.",
    ]
    assert "line 2: the letters are neither UTF-8 nor Windows-1252" in refusal(person=b"surname\n\x81\x8d\xff\n")
    huge = PERSON.replace("Tést".encode(), b"X" * 200_000)
    assert "line 2: it cannot be read as CSV from here on (field larger than field limit" in refusal(person=huge)


def missing_file(folder):
    (folder / "senneed.csv").unlink()
    return "These files are missing: senneed.csv."


def folder_in_its_place(folder):
    (folder / "person.csv").unlink()
    (folder / "person.csv").mkdir()
    return "person.csv is a folder, not a file. Put the CSV file itself in its place."


def too_large(folder):
    with (folder / "person.csv").open("ab") as file:
        file.truncate(50 * 1024 * 1024)
    return f"person.csv is larger than {MAX_BYTES // 2**20} MB: no module of a council's return is."


def empty_file(folder):
    (folder / "person.csv").write_bytes(b"")
    return "person.csv is empty: its first line must name the columns."


def binary(folder):
    (folder / "person.csv").write_bytes(bytes(range(256)))
    return "person.csv is no CSV file: line 1 holds a byte that no text has. Export it again as CSV."


def two_of_one_module(folder):
    (folder / "Blade-Export_01-04-2025_person.csv").write_bytes(PERSON)
    return "Blade-Export_01-04-2025_person.csv and person.csv are both the module person. Keep one of them."


def xml_instead(folder):
    (folder / "person.csv").rename(folder / "return.xml")
    return "These files are missing: person.csv. The XML and Excel forms of the return are not read,"


def another_heading(folder):
    (folder / "namedplan.csv").write_bytes(b"a,b,c\n1,2,3\n")
    return "namedplan.csv lacks the column namedplantableid, assessmenttableid, startdate, ceasedate."


BREAKERS = (missing_file, folder_in_its_place, too_large, empty_file, binary)
BREAKERS += (two_of_one_module, xml_instead, another_heading)


@pytest.mark.parametrize("breaks", BREAKERS)
def test_a_broken_folder_is_refused_in_words_and_changes_nothing(as_cases, tmp_path, breaks):
    load(read_files(files()))
    for name, content in files(person=[person(surname="OTHER")]).values():
        (tmp_path / name).write_bytes(content)
    words = breaks(tmp_path)
    out = StringIO()
    with pytest.raises(CommandError) as told:
        call_command("import_sen2", str(tmp_path), "--apply", "--json", stdout=OutputWrapper(out))
    assert str(told.value).startswith(words)
    assert json.loads(out.getvalue()) == {"applied": False, "refused": str(told.value)}
    assert (Child.objects.get().surname, Extract.objects.count()) == ("TEST1", 1)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unreadable, match="nowhere is no folder"):
        read_folder(tmp_path / "nowhere")


def test_everything_wrong_with_a_set_is_said_at_once_and_the_rest_is_loaded(as_cases):
    people = [person(persontableid=str(n)) for n in (1, 2, 3)]
    requests = [
        request(),
        request(requeststableid="2", persontableid="2", requestoutcome="A", requestoutcomedate=""),
        request(requeststableid="3", persontableid="2", requestoutcome="A", requestoutcomedate=""),
        request(requeststableid="3", persontableid="3"),
        request(requeststableid="4", persontableid="9"),
        request(requeststableid="5", persontableid="3", receiveddate="2024-02-30", requestoutcome="Q"),
    ]
    plans = [
        {"namedplantableid": "1", "assessmenttableid": "1", "startdate": "2024-01-31"},
        {"namedplantableid": "2", "assessmenttableid": "1", "startdate": "2024-06-01"},
        {"namedplantableid": "3", "assessmenttableid": "8", "startdate": "2024-06-01"},
    ]
    others = [name for name in our_tables() if not name.startswith(("caseload_", "core_job"))]
    before = rows_everywhere(others)
    result = load(read_files(files(person=people, requests=requests, namedplan=plans)))
    assert [(p.table, p.record, p.code) for p in result.errors] == [
        ("requests", "3", "two_open_requests"),
        ("requests", "3", "duplicate_key"),
        ("requests", "4", "orphan"),
        ("requests", "5", "not_a_date"),
        ("requests", "5", "unknown_code"),
        ("namedplan", "1", "date_order"),
        ("namedplan", "3", "orphan"),
    ]
    assert sorted(Request.objects.values_list("key", flat=True)) == ["1", "2"]
    assert list(NamedPlan.objects.values_list("key", flat=True)) == ["2"]
    assert not PlanDetail.objects.exists()
    assert rows_everywhere(others) == before
