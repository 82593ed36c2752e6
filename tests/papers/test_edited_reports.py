"""Edited scrutiny reports that come back: what is missing is said on their first page, and nothing unsafe is opened."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse
from docx import Document

from apps.core.changes import Refused
from apps.papers.models import EditedReport
from apps.papers.scrutiny import headings, returned
from tests import factories
from tests.cast import client_of
from tests.papers.makers import a_document, a_report, as_file, bytes_of, fingerprint


def missing(content):
    return returned.missing_headings(returned.opened(content))


def test_nothing_is_missing_in_a_report_as_it_was_made():
    assert missing(a_document(("Leadership", "Local Offer"))) == []


@pytest.mark.parametrize("heading", headings.REQUIRED)
def test_each_heading_that_was_taken_out_is_named(heading):
    found = missing(a_document(("Leadership", "Local Offer"), without=(heading,)))
    assert found == [f"Under “{area}”, the editor took out “{heading}”." for area in ("Leadership", "Local Offer")]


def test_headings_are_found_however_they_are_written():
    document = Document(BytesIO(a_document(without=(headings.UNKNOWN,))))
    before = next(p for p in document.paragraphs if p.text.endswith("Performance"))
    before.insert_paragraph_before("2.9  WHAT WE DON'T KNOW: ")
    assert missing(bytes_of(document)) == []


def test_a_report_without_areas_says_so():
    assert missing(a_document(areas=())) == [returned.NO_AREA]
    assert missing(a_document(style="Normal")) == [returned.NO_AREA]


def test_a_whole_area_that_was_taken_out_is_named():
    areas = ["Leadership; and trust", *(f"Area {number} of the inspectors’ long letter" for number in range(2, 12))]
    kept = [area for area in areas if "Area 7" not in area]
    assert missing(a_document(areas)) == []
    assert missing(a_document(kept, made_with=areas)) == ["The whole part about “Area 7 of the insp” was taken out."]


def test_a_document_that_does_not_say_what_it_was_made_with_says_that():
    document = Document(BytesIO(a_document()))
    document.core_properties.keywords = ""
    assert missing(bytes_of(document)) == [returned.UNTOLD]


def upload(client, meeting, content, name="report.docx"):
    return client.post(reverse("papers:report-upload", args=[meeting.pk]), {"file": as_file(content, name)})


def test_what_is_missing_stands_on_the_first_page(db, lead_officer, board_member):
    meeting = factories.MeetingFactory()
    content = a_document(without=(headings.LATE, headings.FAMILIES))
    assert upload(client_of(lead_officer), meeting, content).status_code == 302
    kept = EditedReport.objects.get()
    said = "Under “Leadership”, the editor took out “Late against its first date”, “What families say”."
    assert (kept.missing, bytes(kept.received), kept.received_sha256) == ([said], content, fingerprint(content))
    assert kept.author_title == "Officer"
    handed_out = client_of(board_member).get(reverse("papers:report-file", args=[kept.pk])).content
    assert fingerprint(handed_out) == kept.sha256
    assert [p.text for p in Document(BytesIO(handed_out)).paragraphs[:4]] == [
        returned.HEAD_OF_NOTICE,
        said,
        returned.END_OF_NOTICE,
        "SCRUTINY REPORT",
    ]
    page = client_of(board_member).get(reverse("papers:meeting-pack", args=[meeting.pk])).text
    assert f"<li>{said}</li>" in page
    assert kept.sha256 in page


def test_a_whole_report_is_handed_out_as_it_came(db, lead_officer):
    meeting, content = factories.MeetingFactory(), a_document()
    upload(client_of(lead_officer), meeting, content)
    kept = EditedReport.objects.get()
    assert (bytes(kept.content), kept.sha256, kept.missing) == (content, fingerprint(content), [])


def changed(content, parts=(), texts=()):
    """A document with further parts, and with words of its parts replaced: ``(part, from, to)``."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for of, before, after in texts:
                part = part.replace(before, after) if of == name else part
            new.writestr(name, part)
        for name, part in parts:
            new.writestr(name, part)
    return out.getvalue()


RELATIONSHIPS = "word/_rels/document.xml.rels"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def fetching(kind):
    row = b'<Relationship Id="rId99" Type="' + OFFICE + kind + b'" Target="https://x.example/" TargetMode="External"/>'
    return ((RELATIONSHIPS, b"</Relationships>", row + b"</Relationships>"),)


UNSAFE = {
    "no zip": (lambda d: b"{\\rtf1 Words}", returned.TOO_LARGE_OPENED),
    "another zip": (lambda d: changed(b"PK\x05\x06" + bytes(18), [("a.txt", b"x")]), returned.NO_DOCUMENT),
    "macros": (lambda d: changed(d, [("word/vbaProject.bin", b"x")]), returned.ACTIVE),
    "an embedded file": (lambda d: changed(d, [("word/embeddings/one.bin", b"x")]), returned.ACTIVE),
    "a template from elsewhere": (lambda d: changed(d, texts=fetching(b"attachedTemplate")), returned.OUTSIDE),
    "a picture from elsewhere": (lambda d: changed(d, texts=fetching(b"image")), returned.OUTSIDE),
    "a declaration": (
        lambda d: changed(d, [("word/more.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")]),
        returned.TOO_LARGE_OPENED,
    ),
    "a bomb": (lambda d: changed(d, [("word/media/a.png", bytes(9_000_000))]), returned.TOO_LARGE_OPENED),
    "cut off": (lambda d: d[:-200], returned.TOO_LARGE_OPENED),
    "text that is no XML": (
        lambda d: changed(d, texts=[("word/document.xml", b"<w:body>", b"<w:body")]),
        returned.NO_DOCUMENT,
    ),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_not_safe_is_refused(name):
    make, said = UNSAFE[name]
    with pytest.raises(Refused) as refused:
        returned.opened(make(a_document()))
    assert refused.value.message == said


def test_a_link_that_a_reader_may_follow_is_no_danger():
    assert missing(changed(a_document(), texts=fetching(b"hyperlink"))) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "The file is empty. Choose the edited report again"), (b"words", returned.TOO_LARGE_OPENED)],
)
def test_the_page_says_what_to_do(db, lead_officer, content, said):
    page = upload(client_of(lead_officer), factories.MeetingFactory(), content)
    assert re.search(rf'<a href="#id_file">{re.escape(said)}</a>', page.text)
    assert not EditedReport.objects.exists()


def test_a_form_sent_twice_keeps_one_report(db, lead_officer):
    meeting, client = factories.MeetingFactory(), client_of(lead_officer)
    token = "6f1c1d0e-0000-4000-8000-0000000000aa"
    for _ in range(2):
        form = {"file": as_file(a_document()), "token": token}
        assert client.post(reverse("papers:report-upload", args=[meeting.pk]), form).status_code == 302
    assert EditedReport.objects.count() == 1


def test_a_kept_report_is_never_changed(db, lead_officer):
    a_report(factories.MeetingFactory(), lead_officer)
    with (
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("UPDATE papers_editedreport SET file_name = 'x'")
    with pytest.raises(IntegrityError, match="fingerprint_is_of_bytes"), transaction.atomic():
        a_report(factories.MeetingFactory(held_on="2026-12-05"), lead_officer).__class__.objects.create(
            meeting=factories.MeetingFactory(held_on="2026-12-06"), effective_on="2026-01-01", file_name="x",
            received=b"a", received_sha256=fingerprint(b"a"), content=b"b", sha256=fingerprint(b"a"), missing=["x"],
        )  # fmt: skip


@pytest.mark.parametrize(("is_public", "status"), [(True, 200), (False, 404)])
def test_families_get_the_report_of_a_public_meeting_only(db, lead_officer, parent, is_public, status):
    report = a_report(factories.MeetingFactory(is_public=is_public), lead_officer)
    assert client_of(parent).get(reverse("papers:report-file", args=[report.pk])).status_code == status
