"""Files that are not what they say: refused in words, and nothing of them stays."""

import io
import struct
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.plans.models import Evidence
from tests.cast import client_of
from tests.tables import rows_everywhere

MISMATCH = "The file must be a PDF, Word, Excel, PowerPoint, OpenDocument, picture (PNG, JPEG) or plain text file"
PDF = b"%PDF-1.7\n%minutes"
PROOF = {"title": "Board minutes", "shows": "done", "effective_on": "1/11/2026"}


def archive(parts):
    """A ZIP of ``{name: size of its zeros}``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, size in parts.items():
            made.writestr(name, bytes(size))
    return out.getvalue()


def patched(content, offset, form, value):
    """The ZIP with one number of its first entry in the list of contents changed."""
    start = content.index(b"PK\x01\x02") + offset
    packed = struct.pack(form, value)
    return content[:start] + packed + content[start + len(packed) :]


DOCX = archive({"word/document.xml": 10})
BOMB = archive({"word/document.xml": 10, "word/media/image1.png": 30_000_000})


@pytest.fixture
def add(action):
    return reverse("plans:evidence-add", args=[action.pk])


def stored(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("run.exe", b"MZ\x90\x00"),
        ("run.pdf", b"MZ\x90\x00" + b"\x00" * 60),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("drawing.pdf", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("drawing.txt", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("page.txt", b"\xef\xbb\xbf<html><body>"),
        ("page.csv", b"<!-- nothing --><script>alert(1)</script>"),
        ("photo.png", b"\xff\xd8\xff\xe0"),
        ("photo.jpg", b"\x89PNG\r\n\x1a\n"),
        ("binary.txt", b"text\x00more"),
        ("minutes", PDF),
        ("minutes.pdf.exe", PDF),
        ("minutes.", PDF),
        ("other.docx", archive({"payload.bin": 10})),
        ("sheet.docx", archive({"xl/workbook.xml": 10})),
        ("cut.docx", DOCX[:40]),
        ("broken.docx", b"PK\x05\x06" + b"\xff" * 18),
        ("later.docx", patched(DOCX, 6, "<H", 99)),
    ],
    # Archives carry the moment at which they were made, which no name of a test may.
    ids=lambda part: part if isinstance(part, str) else "content",
)
def test_a_file_that_is_not_what_it_says_leaves_nothing(action, lead_officer, media, add, name, content):
    before = rows_everywhere()
    response = client_of(lead_officer).post(add, PROOF | {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 200
    assert MISMATCH in response.text
    assert rows_everywhere() == before
    assert stored(media) == []


def test_a_file_that_fills_a_disk_when_it_is_unpacked_is_refused(action, lead_officer, media, add, settings):
    settings.EVIDENCE_MAX_BYTES = 2**20
    assert len(BOMB) < 2**20 / 10
    response = client_of(lead_officer).post(add, PROOF | {"file": SimpleUploadedFile("list.docx", BOMB)})
    assert MISMATCH in response.text
    assert not Evidence.objects.exists()
    assert stored(media) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "The file is empty. Choose the file again"), (PDF + b"x" * 2**20, "It may have up to 1 MB")],
)
def test_an_empty_or_too_large_file_leaves_nothing(action, lead_officer, media, add, settings, content, message):
    settings.EVIDENCE_MAX_BYTES = 2**20
    before = rows_everywhere()
    response = client_of(lead_officer).post(add, PROOF | {"file": SimpleUploadedFile("minutes.pdf", content)})
    assert message in response.text
    assert rows_everywhere() == before
    assert stored(media) == []


def multipart(name, content=PDF):
    """A body that names its file as a browser would not."""
    lines = [
        f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in PROOF.items()
    ]
    lines.append(f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n')
    return "".join(lines).encode() + content + b"\r\n--edge--\r\n"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/cron.d/minutes.pdf", "minutes.pdf"),
        ("C:\\Users\\me\\minutes.pdf", "minutes.pdf"),
        ("..%2f..%2fminutes.pdf", "..%2f..%2fminutes.pdf"),
        ("min\x01ut\x1b\x7fes.pdf", "minutes.pdf"),
        ("min\u202efdp.pdf", "minfdp.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"),
        ("é" * 300 + ".pdf", "é" * 251 + ".pdf"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("MINUTES.PDF", "MINUTES.PDF"),
    ],
)
def test_a_hostile_name_is_only_ever_shown(action, lead_officer, media, add, name, kept):
    client = client_of(lead_officer)
    for _ in range(2):
        response = client.post(add, multipart(name), content_type="multipart/form-data; boundary=edge")
        assert response.status_code == 302
    evidence = Evidence.objects.latest("pk")
    assert evidence.file_name == kept
    assert [path.parent for path in stored(media)] == [media / "evidence"] * 2
    assert {path.suffix for path in stored(media)} == {".pdf"}
    assert "onerror=alert(1)>.pdf" not in client.get(action.get_absolute_url()).text
    handed_out = client.get(reverse("plans:evidence-file", args=[evidence.pk]))
    assert handed_out["Content-Disposition"].startswith("attachment; filename")
    assert (handed_out["X-Content-Type-Options"], handed_out["Content-Type"]) == ("nosniff", "application/pdf")
    assert b"".join(handed_out.streaming_content) == PDF


def test_a_body_that_ends_too_early_leaves_nothing(action, lead_officer, media, add):
    body = multipart("minutes.pdf")[: -len(b"--edge--\r\n") - 8]
    response = client_of(lead_officer).post(add, body, content_type="multipart/form-data; boundary=edge")
    assert response.status_code in (200, 302)
    assert len(stored(media)) == Evidence.objects.count()


def test_evidence_sent_after_the_session_ran_out_leads_to_sign_in_and_is_not_kept(action, media, add):
    """With the check against forged forms, which reads the fields before anybody else does."""
    client = Client(enforce_csrf_checks=True)
    client.get(reverse("account_login"))
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    response = client.post(add, PROOF | token | {"file": SimpleUploadedFile("minutes.pdf", PDF)})
    assert (response.status_code, response.url.split("?")[0]) == (302, "/sign-in/")
    assert client.session["kept_form"]["fields"] == "title=Board+minutes&shows=done&effective_on=1%2F11%2F2026"
    assert stored(media) == []


def test_the_page_for_evidence_opens_without_errors(action, lead_officer, add):
    text = client_of(lead_officer).get(add).text
    assert "There is a problem" not in text
    assert 'name="token" value="' in text
