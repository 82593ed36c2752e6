"""Meetings, frozen packs and reports that came back, for tests."""

import hashlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from apps.board.services import close_meeting
from apps.core.dates import today
from apps.papers.models import EditedReport, Pack
from apps.papers.scrutiny import headings
from tests import factories

PDF = b"%PDF-1.7 made up"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def fingerprint(content):
    return hashlib.sha256(content).hexdigest()


def a_closed_meeting(by, **fields):
    meeting = factories.MeetingFactory(**{"held_on": today(), "updates_by": today()} | fields)
    return close_meeting(meeting, by, None)


def a_pack(plan, by, content=PDF, **fields):
    """A kept pack whose bytes are no document."""
    return Pack.objects.create(
        meeting=a_closed_meeting(by, **fields),
        plan=plan,
        as_at=today(),
        made_by=by,
        made_by_title="Programme manager",
        content=content,
        size=len(content),
        sha256=fingerprint(content),
    )


def a_report(meeting, by, content=b"PK made up"):
    return EditedReport.objects.create(
        meeting=meeting,
        recorded_by=by,
        effective_on=today(),
        file_name="report.docx",
        received=content,
        received_sha256=fingerprint(content),
        content=content,
        sha256=fingerprint(content),
    )


def a_document(areas=("Leadership",), without=(), style="Heading 1", made_with=None):
    """An edited report of ``areas``; ``without`` are the headings that the editor took out of every area."""
    document = Document()
    document.core_properties.keywords = headings.keywords_of(areas if made_with is None else made_with)
    document.add_heading("SCRUTINY REPORT", 0)
    document.add_paragraph("1. Background", style=style)
    for number, area in enumerate(areas, 2):
        document.add_paragraph(f"{number}. {area}", style=style)
        for heading in (f"{headings.DONE}:", *headings.REQUIRED):
            if heading not in without:
                document.add_heading(f"{number}.1 {heading}", 2)
                document.add_paragraph("Words.")
    document.add_paragraph("3. Performance", style=style)
    return bytes_of(document)


def bytes_of(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def as_file(content, name="report.docx"):
    return SimpleUploadedFile(name, content, content_type=DOCX)
