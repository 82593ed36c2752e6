"""The evidence pack of a finding: its index, its files, and that nobody gets more than they may see."""

import csv
import io
from datetime import date
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.core.dates import today
from apps.papers.evidence import pack
from apps.papers.models import SelfEvaluation
from apps.plans import services
from apps.plans.models import Evidence
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure, of_year


@pytest.fixture
def finding(action, media, lead_officer):
    """A finding with one action, a released file, an unreleased file, a link, a decision and a measure."""
    finding = factories.FindingFactory(reference="PA6")
    factories.ActionFindingFactory(action=action, finding=finding)
    services.record_update(action=action, by=None, on=today(), narrative="=cmd()", rating="at_risk")
    opened = evidence(action, "Minutes", date(2026, 10, 1), file=a_file("../..\\Minutes: final?.txt"))
    services.release_evidence(evidence=opened, by=None, on=today())
    evidence(action, "Notes", date(2026, 10, 2), file=a_file("notes.txt"))
    link = evidence(action, "Published report", date(2026, 10, 3), link="https://x.example/report")
    services.release_evidence(evidence=link, by=None, on=today())
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=date(2028, 1, 1), reason="Nobody may apply."
    )
    services.decide_extension(extension=asked, by=None, on=today(), is_approved=True)
    of_year(a_measure(finding=finding), 2025, part=60, whole=100)
    return finding


def a_file(name):
    return SimpleUploadedFile(name, b"What was said.")


def evidence(action, title, on, **of):
    return services.add_evidence(action=action, by=None, on=today(), title=title, shows="done", effective_on=on, **of)


def made(reader, finding, on=None):
    day = on or today()
    response = client_of(reader).get(reverse("papers:evidence", args=[finding.pk]), {"as_at": f"{day:%d/%m/%Y}"})
    assert response["Content-Type"] == "application/zip"
    return ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def rows(archive, name):
    return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_what_lies_in_a_pack(finding, action, lead_officer):
    archive = made(lead_officer, finding)
    assert archive.testzip() is None
    minutes = next(name for name in archive.namelist() if "Minutes" in name)
    notes = "evidence/PA1.1/2026-10-02 notes.txt"
    files = ["actions.csv", "decisions.csv", "index.csv", "index.html", "measures.csv"]
    assert sorted(archive.namelist()) == sorted([*files, minutes, notes])
    assert archive.read(minutes) == b"What was said."
    index = {row["Evidence"]: row for row in rows(archive, "index.csv")}
    assert index["Notes"]["Where"] == notes
    assert index["Notes"]["Date of the evidence"] == "2026-10-02"
    assert index["Notes"]["SHA-256"] == Evidence.objects.get(title="Notes").sha256
    assert index["Published report"]["Where"] == "Not held: a link to another place: https://x.example/report"
    (told,) = rows(archive, "actions.csv")
    assert (told["Rating by its owner"], told["Last report"]) == ("At risk", "'=cmd()")
    (decided,) = rows(archive, "decisions.csv")
    assert decided["Decision"] == "New date: 31 March 2027 to 1 January 2028"
    (figure,) = rows(archive, "measures.csv")
    assert (figure["Numerator"], figure["In words"]) == ("60.00", "60.0% (60 of 100)")
    page = archive.read("index.html").decode()
    assert '<html lang="en-GB">' in page
    assert f'<a href="{notes.replace(" ", "%20")}">{notes}</a>' in page


def test_a_pack_holds_what_stood_on_its_day(finding, lead_officer):
    archive = made(lead_officer, finding, date(2026, 10, 1))
    assert [row["Evidence"] for row in rows(archive, "index.csv")] == ["Minutes"]
    assert rows(archive, "decisions.csv") == []
    assert rows(archive, "actions.csv")[0]["Rating by its owner"] == "Not reported"


def test_evidence_that_was_not_released_is_for_officers(finding, board_member):
    archive = made(board_member, finding)
    assert sorted(row["Evidence"] for row in rows(archive, "index.csv")) == ["Minutes", "Published report"]
    assert not any("notes" in name for name in archive.namelist())


def test_actions_of_a_plan_that_is_not_published_are_nowhere(finding, action, scrutiny_member):
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    archive = made(scrutiny_member, finding)
    assert [rows(archive, name) for name in ("actions.csv", "index.csv", "decisions.csv")] == [[], [], []]
    assert action.title not in archive.read("index.html").decode()


def test_a_file_that_is_gone_is_not_held(finding, lead_officer):
    file = Evidence.objects.get(title="Notes").file
    file.storage.delete(file.name)
    index = {row["Evidence"]: row["Where"] for row in rows(made(lead_officer, finding), "index.csv")}
    assert index["Notes"] == pack.GONE


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\\b:c*?.txt", "a_b_c_.txt"),
        ("CON.txt", "_CON.txt"),
        ("Übersicht.docx", "_bersicht.docx"),
        ("...", "file"),
        ("", "file"),
        ("a" * 300 + ".txt", "a" * 80 + ".txt"),
    ],
)
def test_names_of_files_are_safe(name, safe):
    assert pack.safe_name(name) == safe


def test_two_files_of_one_name_both_lie_in_the_pack(finding, action, lead_officer):
    evidence(action, "Notes again", date(2026, 10, 2), file=a_file("NOTES.txt"))
    found = [name for name in made(lead_officer, finding).namelist() if "notes" in name.casefold()]
    assert sorted(found) == ["evidence/PA1.1/2026-10-02 NOTES (2).txt", "evidence/PA1.1/2026-10-02 notes.txt"]


def test_too_much_evidence_is_refused(finding, lead_officer, monkeypatch):
    monkeypatch.setattr(pack, "MOST_BYTES", 10)
    page = client_of(lead_officer).get(reverse("papers:evidence", args=[finding.pk]), {"as_at": "1/11/2026"})
    assert "Choose an earlier date, or ask for the files of single actions." in page.text


def test_what_officers_say_themselves_is_frozen_as_at_a_day(finding, lead_officer, board_member, scrutiny_member):
    address = reverse("papers:evaluate", args=[finding.pk])
    token = "6f1c1d0e-0000-4000-8000-0000000000ab"
    client = client_of(lead_officer)
    for _ in range(2):
        assert client.post(address, {"text": "We are half way.", "token": token}).status_code == 302
    row = SelfEvaluation.objects.get()
    assert (row.text, row.author_title, row.effective_on) == ("We are half way.", "Project lead", today())
    assert "We are half way." in made(board_member, finding).read("index.html").decode()
    assert "We are half way." not in made(board_member, finding, date(2026, 11, 1)).read("index.html").decode()
    assert "We are half way." not in made(scrutiny_member, finding).read("index.html").decode()
    assert "Fill in “What do we say" in client.post(address, {"text": " "}).text
