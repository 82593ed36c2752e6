"""Evidence: what may be added, who sees it, how its files are handed out."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.core.dates import today
from apps.plans import services
from apps.plans.models import Evidence
from tests.cast import client_of

PDF = b"%PDF-1.7\n%minutes"


def office(part):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "<x/>")
    return out.getvalue()


def form(**fields):
    return {"title": "Board minutes", "shows": "done", "effective_on": "1/11/2026"} | fields


def file(name, content):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def add(action):
    return reverse("plans:evidence-add", args=[action.pk])


@pytest.fixture
def evidence(action, lead_officer, media):
    return services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Minutes",
        shows="done",
        effective_on=today(),
        file=file("minutes.pdf", PDF),
        content_type="application/pdf",
    )


FOR_OFFICERS = "<strong>Only officers see it until it is released</strong> to the Board and to families."


def test_the_forms_and_the_page_say_who_sees_evidence_and_who_releases_it(
    action, add, evidence, lead_officer, other_officer
):
    releasing = "until its lead, who answers for it or a programme manager releases it"
    for page in (add, reverse("plans:action-update", args=[action.pk])):
        assert FOR_OFFICERS in client_of(lead_officer).get(page).text
    for person in (lead_officer, other_officer):
        assert releasing in client_of(person).get(action.get_absolute_url()).text
    services.release_evidence(evidence=evidence, by=lead_officer, on=today())
    assert releasing not in client_of(other_officer).get(action.get_absolute_url()).text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.pdf", PDF),
        ("list.docx", office("word/document.xml")),
        ("list.xlsx", office("xl/workbook.xml")),
        ("notes.txt", b"What was said."),
    ],
)
def test_files_that_are_what_they_say_are_kept(action, lead_officer, media, add, name, content):
    client_of(lead_officer).post(add, form(file=file(name, content)))
    row = Evidence.objects.get()
    assert (row.file_name, row.size, row.recorded_by) == (name, len(content), lead_officer)
    assert row.file.read() == content


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"file": file("minutes.pdf", b"MZ\x90 a program")}, "with the matching ending"),
        ({"file": file("run.exe", b"MZ\x90")}, "with the matching ending"),
        ({"file": file("page.txt", b"<html><script>")}, "with the matching ending"),
        ({"file": file("list.xlsx", b"PK\x03\x04broken")}, "with the matching ending"),
        ({"file": file("empty.pdf", b"")}, "The file is empty"),
        ({"link": "javascript:alert(1)"}, "The link must be"),
        ({"link": "ftp://example.org/x"}, "must begin with https"),
        ({}, "Choose a file or enter a link"),
        ({"file": file("minutes.pdf", PDF), "link": "https://example.org/"}, "not both"),
        ({"link": "https://example.org/", "effective_on": "1/1/2050"}, "cannot be in the future"),
        ({"link": "https://example.org/", "title": ""}, "Say what the evidence is"),
        ({"link": "https://example.org/", "shows": ""}, "Choose what it shows"),
    ],
)
def test_bad_evidence_is_refused_in_words(action, lead_officer, media, add, fields, message):
    response = client_of(lead_officer).post(add, form(**fields))
    assert message in response.text
    assert not Evidence.objects.exists()


def test_too_large_a_file_is_refused(action, lead_officer, media, add, settings):
    settings.EVIDENCE_MAX_BYTES = 2**20
    response = client_of(lead_officer).post(add, form(file=file("large.pdf", PDF + b"x" * 2**20)))
    assert "It may have up to 1 MB" in response.text
    assert not Evidence.objects.exists()


def test_the_file_is_handed_out_as_an_attachment(evidence, lead_officer):
    response = client_of(lead_officer).get(reverse("plans:evidence-file", args=[evidence.pk]))
    assert response["Content-Disposition"] == 'attachment; filename="minutes.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == PDF


def test_evidence_is_for_officers_until_it_is_released(evidence, lead_officer, other_officer, board_member, parent):
    address = reverse("plans:evidence-file", args=[evidence.pk])
    assert client_of(other_officer).get(address).status_code == 200
    assert {client_of(person).get(address).status_code for person in (board_member, parent)} == {404}
    client_of(lead_officer).post(reverse("plans:evidence-release", args=[evidence.pk]), {"releases": "True"})
    assert {client_of(person).get(address).status_code for person in (board_member, parent)} == {200}
    close = reverse("plans:evidence-release", args=[evidence.pk])
    assert "Say why the evidence is closed again" in client_of(lead_officer).post(close, {"reason": ""}).text
    client_of(lead_officer).post(close, {"reason": "A child can be recognised."})
    assert client_of(parent).get(address).status_code == 404


def test_a_file_that_is_gone_is_not_found(evidence, lead_officer):
    evidence.file.storage.delete(evidence.file.name)
    assert client_of(lead_officer).get(reverse("plans:evidence-file", args=[evidence.pk])).status_code == 404
