"""Writing SEN2 files: what is written reads as what was loaded, and a kept extract comes back byte for byte."""

import csv
import io

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from apps.caseload.models import Assessment, Extract, ExtractFile
from apps.caseload.sen2.layout import HEADER, MODULES
from apps.caseload.sen2.loading import Refused, load
from apps.caseload.sen2.reading import read_files, read_folder
from apps.caseload.sen2.writing import as_came, written
from tests.caseload.uploads import HEADINGS, files, person, table

FOLDER = settings.BASE_DIR / "fixtures" / "demonstration" / "sen2"
# One record of each module with every column filled.
FULL = {
    "person": {
        "persontableid": "P-1",
        "surname": 'O"Test, é',
        "forename": "=Child",
        "personbirthdate": "2010-02-28",
        "sex": "F",
        "ethnicity": "WBRI",
        "postcode": "ZZ99 9ZZ",
        "upn": "Z999000000001",
        "uniquelearnernumber": "9000000001",
        "upnunknown": "UN3",
    },
    "requests": {
        "requeststableid": "R-1",
        "persontableid": "P-1",
        "receiveddate": "2024-01-02",
        "requestsource": "2",
        "rya": "1",
        "requestoutcomedate": "2024-02-01",
        "requestoutcome": "Y",
        "requestmediation": "1",
        "requesttribunal": "1",
        "exported": "1",
    },
    "assessment": {
        "assessmenttableid": "A-1",
        "requeststableid": "R-1",
        "assessmentoutcome": "Y",
        "assessmentoutcomedate": "2024-05-01",
        "assessmentmediation": "1",
        "assessmenttribunal": "1",
        "othermediation": "1",
        "othertribunal": "1",
        "week20": "1",
    },
    "namedplan": {
        "namedplantableid": "N-1",
        "assessmenttableid": "A-1",
        "startdate": "2024-05-01",
        "planres": "A",
        "planwbp": "S",
        "pb": "1",
        "oa": "1",
        "dp": "Y",
        "ceasedate": "2024-12-31",
        "ceasereason": "9",
    },
    "plandetail": {
        "plandetailtableid": "D-1",
        "namedplantableid": "N-1",
        "urn": "990001",
        "ukprn": "19990001",
        "sensetting": "OTH",
        "sensettingother": "Type only,\nnamed",
        "placementrank": "2",
        "senunitindicator": "1",
        "resourcedprovisionindicator": "1",
    },
    "activeplans": {
        "activeplanstableid": "V-1",
        "requeststableid": "R-1",
        "transferla": "352",
        "reviewmeeting": "2024-09-01",
        "reviewoutcome": "A",
        "lastreview": "2024-09-20",
        "reviewdraft": "2024-09-21",
        "phasetransferduedate": "2025-02-15",
        "phasetransferfinaldate": "2025-02-14",
    },
    "placementdetail": {
        "placementdetailtableid": "L-1",
        "activeplanstableid": "V-1",
        "urn": "990002",
        "ukprn": "19990002",
        "sensetting": "EYP",
        "sensettingother": "Nursery",
        "placementrank": "1",
        "entrydate": "2024-09-03",
        "leavingdate": "2025-07-20",
        "senunitindicator": "1",
        "resourcedprovisionindicator": "1",
        "res": "B",
        "wbp": "T",
    },
    "senneed": {"senneedtableid": "S-1", "activeplanstableid": "V-1", "sentype": "DS", "sentyperank": "2"},
}


def cells(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def of_modules(found):
    """``{module: (file name, bytes)}`` of ``{file name: bytes}``."""
    return {name.removesuffix(".csv"): (name, content) for name, content in found.items()}


def nothing_moved(result):
    return {(c["new"], c["changed"], c["missing"], c["set_aside"]) for c in result.counts.values()} == {(0, 0, 0, 0)}


def test_the_demonstration_set_is_written_cell_by_cell_as_it_was_read(as_cases):
    extract = load(read_folder(FOLDER)).extract
    found = written(extract)
    for name in ("sen2", *(module.name for module in MODULES)):
        assert cells(found[f"{name}.csv"]) == cells((FOLDER / f"{name}.csv").read_bytes())
    again = read_files(of_modules(found))
    assert again.problems == []
    assert nothing_moved(load(again))


def test_every_column_comes_back_and_loads_without_a_change(as_cases):
    assert {name: set(row) for name, row in FULL.items()} == {m.name: {c.name for c in m.all_columns} for m in MODULES}
    header = ",".join(HEADER) + "\r\nSEN2,2025,2025-01-16,L,351,X,1,7,2025-04-01T09:00:00,Yes,No,Recruiting\r\n"
    came = {name: (f"{name}.csv", table(name, [row])) for name, row in FULL.items()}
    came |= {"sen2": ("sen2.csv", header.encode())}
    found = written(load(read_files(came)).extract)
    assert {name: cells(content) for name, content in found.items()} == {
        f"{name}.csv": cells(content) for name, (_, content) in came.items()
    }
    assert nothing_moved(load(read_files(of_modules(found))))


def test_a_record_that_is_missing_or_set_aside_is_not_written(as_cases):
    load(read_files(files(person=[person(), person(persontableid="2")])))
    extract = load(read_files(files(person=[person(), person(persontableid="3", sex="X")]))).extract
    assert [row[0] for row in cells(written(extract)["person.csv"])] == ["persontableid", "1"]


def test_a_kept_extract_is_written_as_it_came(db, tmp_path, capsys):
    earlier, later = tmp_path / "earlier", tmp_path / "later"
    for folder, day, name in ((earlier, b"2025-02-01", "TEST1"), (later, b"2025-04-01", "TEST2")):
        folder.mkdir()
        for module, (_, content) in files(person=[person(surname=name)]).items():
            (folder / f"Blade-Export_{module}.csv").write_bytes(content.replace(b"2025-04-01", day))
        call_command("import_sen2", str(folder), "--apply")
    call_command("export_sen2", str(tmp_path / "out"), "--as-came", "--on", "2025-03-01")
    out = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert out == {path.name: path.read_bytes() for path in earlier.iterdir()}
    assert f"Wrote 9 files of the extract as at 2025-02-01 to {tmp_path / 'out'}" in capsys.readouterr().out
    with pytest.raises(CommandError, match="No extract was held on 2025-01-01"):
        call_command("export_sen2", str(tmp_path / "none"), "--as-came", "--on", "2025-01-01")


def test_a_folder_that_is_not_empty_is_not_written_over_unasked(db, tmp_path):
    with pytest.raises(CommandError, match="No extract has been loaded"):
        call_command("export_sen2", str(tmp_path / "out"))
    folder = tmp_path / "in"
    folder.mkdir()
    for module, (_, content) in files().items():
        (folder / f"{module}.csv").write_bytes(content)
    call_command("import_sen2", str(folder), "--apply")
    (folder / "person.csv").write_bytes(b"other")
    with pytest.raises(CommandError, match="is not empty. Name another folder, or add --overwrite"):
        call_command("export_sen2", str(folder))
    assert (folder / "person.csv").read_bytes() == b"other"
    call_command("export_sen2", str(folder), "--overwrite")
    assert cells((folder / "person.csv").read_bytes())[1][:2] == ["1", "TEST1"]
    with pytest.raises(CommandError, match="is a file. Name a folder"):
        call_command("export_sen2", str(folder / "person.csv"))


def test_what_is_kept_is_what_came(as_cases):
    came = files()
    extract = load(read_files(came)).extract
    assert as_came(extract) == dict(came.values())
    assert (Extract.objects.count(), ExtractFile.objects.count()) == (1, 9)


def test_a_system_that_numbers_its_records_anew_is_followed(as_cases):
    """Assessments, active plans and needs swap ids, and one that went gave its id to another."""
    rows = {
        "person": [person(), person(persontableid="2"), person(persontableid="3")],
        "requests": [_request(n) for n in "123"],
        "assessment": [_assessment(f"a{n}", n) for n in "123"],
        "namedplan": [_plan(n, f"a{n}") for n in "123"],
        "plandetail": [],
        "activeplans": [_active(f"v{n}", n) for n in "123"],
        "placementdetail": [],
        "senneed": [_need("s1", "v1", 1), _need("s2", "v1", 2), _need("s3", "v2", 1)],
    }
    load(read_files(files(**rows)))
    rows |= {
        "person": rows["person"][:2],
        "requests": rows["requests"][:2],
        "assessment": [_assessment("a2", "1"), _assessment("a3", "2")],
        "namedplan": [_plan("1", "a2"), _plan("2", "a3")],
        "activeplans": [_active("v2", "1"), _active("v1", "2")],
        "senneed": [_need("s2", "v2", 1), _need("s1", "v2", 2), _need("s9", "v1", 1)],
    }
    extract = load(read_files(files(**rows))).extract
    found = written(extract)
    for name in HEADINGS:
        assert sorted(_kept(name, cells(found[f"{name}.csv"])[1:])) == sorted(
            _kept(name, [[row.get(c, "") for c in HEADINGS[name]] for row in rows[name]])
        )
    assert dict(Assessment.objects.filter(missing_since__isnull=False).values_list("key", "request__key")) == {
        "a1": "3"
    }
    assert nothing_moved(load(read_files(of_modules(found))))


def _kept(name, lines):
    """Ids alone: what a record is and what it hangs on."""
    return [line[:2] + (line[2:] if name == "senneed" else []) for line in lines]


def _request(key):
    return {
        "requeststableid": key,
        "persontableid": key,
        "receiveddate": "2024-02-01",
        "requestoutcome": "Y",
        "requestoutcomedate": "2024-03-01",
    }


def _assessment(key, request):
    return {
        "assessmenttableid": key,
        "requeststableid": request,
        "assessmentoutcome": "Y",
        "assessmentoutcomedate": "2024-06-01",
    }


def _plan(key, assessment):
    return {"namedplantableid": key, "assessmenttableid": assessment, "startdate": "2024-06-01"}


def _active(key, request):
    return {"activeplanstableid": key, "requeststableid": request}


def _need(key, active, rank):
    return {"senneedtableid": key, "activeplanstableid": active, "sentype": "SLCN", "sentyperank": str(rank)}


def header_of_council(lea, day="2025-04-01", collection="SEN2 (synthetic)"):
    text = f"year,referencedate,lea,datetime,collection\n2025,2025-01-16,{lea},{day}T09:00:00,{collection}\n"
    return {"sen2": ("sen2.csv", text.encode())}


def test_made_up_records_and_real_ones_are_never_mixed(as_cases):
    load(read_files(files()))
    with pytest.raises(Refused, match="the records here are made up, and these files are real. Run “manage.py clear"):
        load(read_files(files() | header_of_council("351", collection="SEN2")))
    Extract.objects.update(is_synthetic=False)
    with pytest.raises(Refused, match="the records here are real, and these files are made up"):
        load(read_files(files() | header_of_council("351", day="2025-05-01")))
    assert Extract.objects.count() == 1


def test_real_records_of_another_council_are_refused_made_up_ones_follow(as_cases):
    load(read_files(files()))
    other = load(read_files(files() | header_of_council("352", day="2024-04-01"))).extract
    assert Extract.objects.newest() == other
    Extract.objects.update(is_synthetic=False)
    with pytest.raises(Refused, match="of the local authority 351, and the records here are of 352"):
        load(read_files(files() | header_of_council("351", collection="SEN2")))
