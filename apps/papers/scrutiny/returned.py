"""An edited report that comes back: opened safely, its headings looked for, and marked where some are missing."""

import hashlib
import re
from io import BytesIO

from django.db import transaction
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from apps.accounts.titles import title_of
from apps.board.models import Meeting
from apps.core.changes import Refused
from apps.core.once import wait_for_token
from apps.imports.grid import Unreadable
from apps.imports.workbook import Limits
from apps.imports.workbook.package import Package
from apps.papers.models import EditedReport
from apps.papers.scrutiny import headings

LIMITS = Limits(upload=10_000_000, expanded=60_000_000, ratio=100, always=5_000_000, parts=500)
# The text itself is read as a whole, so that it may be no larger; pictures may.
LARGEST_TEXT = 8_000_000
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
SAVE_AGAIN = "Save it in Word as a Word document (.docx) and upload it again."
TOO_LARGE = f"The file must be smaller than {LIMITS.upload // 1_000_000} MB"
TOO_LARGE_OPENED = f"The document is damaged, locked or too large when opened. {SAVE_AGAIN}"
NO_DOCUMENT = f"The file must be a Word document (.docx). {SAVE_AGAIN}"
ACTIVE = f"The document holds macros, embedded files or controls. Take them out. {SAVE_AGAIN}"
OUTSIDE = f"The document fetches parts from elsewhere. Paste these parts into it as text or pictures. {SAVE_AGAIN}"
# Parts that run, or that hold other files.
RUNS = ("vbaproject", "/activex/", "/embeddings/", "afchunk", "macrosheets", "/customui")
NUMBER = re.compile(r"^\s*\d+(\.\d+)*\.?\s+")
GONE = "The whole part about “{name}” was taken out."
UNTOLD = "Whether whole parts were taken out cannot be told: the document no longer says what it was made with."
NO_AREA = "No part between “Background” and “Performance” could be found: the headings of the areas are gone."


@transaction.atomic
def receive(*, meeting, by, on, file, token=None):
    """Keep an edited report as it came, and as it is handed out; sent twice, it is kept once."""
    Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if token:
        wait_for_token(token)
        existing = EditedReport.objects.filter(token=token).first()
        if existing:
            return existing
    if file.size > LIMITS.upload:
        raise Refused(TOO_LARGE, "file")
    received = file.read()
    document = opened(received)
    missing = missing_headings(document)
    content = with_notice(document, missing) if missing else received
    return EditedReport.objects.create(
        meeting=meeting,
        recorded_by=by,
        effective_on=on,
        author_title=title_of(by),
        file_name=file.name[-255:],
        received=received,
        received_sha256=hashlib.sha256(received).hexdigest(),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        missing=missing,
        token=token,
    )


def opened(content):
    """The document, once it was found to hold nothing that runs, fetches or expands without end; else Refused."""
    _require_safe(content)
    try:
        return Document(BytesIO(content))
    except (PackageNotFoundError, ValueError, KeyError, AttributeError, TypeError, etree.LxmlError) as error:
        raise Refused(NO_DOCUMENT, "file") from error


def _require_safe(content):
    try:
        package = Package(content, LIMITS)
        package.refuse_declarations()
        _require_passive(package)
    except Unreadable as error:
        raise Refused(TOO_LARGE_OPENED, "file") from error


def _require_passive(package):
    names = package.names()
    if "word/document.xml" not in names or "[content_types].xml" not in names:
        raise Refused(NO_DOCUMENT, "file")
    if package.size("word/document.xml") > LARGEST_TEXT:
        raise Refused(TOO_LARGE_OPENED, "file")
    types = _whole(package, "[content_types].xml")
    if b"macroEnabled" in types or any(part in f"/{name}" for name in names for part in RUNS):
        raise Refused(ACTIVE, "file")
    if DOCUMENT.encode() not in types:
        raise Refused(NO_DOCUMENT, "file")
    for name in names:
        if name.endswith(".rels"):
            _require_inside(_whole(package, name))


def _whole(package, name):
    if package.size(name) > LARGEST_TEXT:
        raise Refused(TOO_LARGE_OPENED, "file")
    return b"".join(package.pieces(name))


def _require_inside(content):
    """Nothing is fetched from elsewhere; links that a reader may follow are no part of the document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(TOO_LARGE_OPENED, "file") from error
    for row in root.iter(RELATIONSHIPS):
        kind = row.get("Type", "").rpartition("/")[2]
        if row.get("TargetMode", "").casefold() == "external" and kind != "hyperlink":
            raise Refused(OUTSIDE, "file")
        if kind in ("aFChunk", "oleObject", "package", "vbaProject", "control"):
            raise Refused(ACTIVE, "file")


# What is missing.


def missing_headings(document):
    """What was taken out, a sentence an area; empty where every area is there and has its four headings."""
    areas = _areas(document)
    if not areas:
        return [NO_AREA]
    said = []
    for name, found in areas:
        lacking = [f"“{heading}”" for heading in headings.REQUIRED if plain(heading) not in found]
        if lacking:
            said.append(f"Under “{name}”, the editor took out {', '.join(lacking)}.")
    return said + _missing_areas(document, [plain(name).replace(";", ",") for name, _ in areas])


def _missing_areas(document, names):
    made_with = headings.areas_in(document.core_properties.keywords or "")
    if made_with is None:
        return [UNTOLD]
    gone = [begins for begins in made_with if not any(name.startswith(plain(begins)) for name in names)]
    return [GONE.format(name=begins) for begins in gone]


def _areas(document):
    """``[(name, the plain headings under it)]``: the parts between the background and the closing parts."""
    others = {plain(name) for name in (headings.BACKGROUND, *headings.CLOSING)}
    areas, inside = [], False
    for paragraph in document.paragraphs:
        text = plain(paragraph.text)
        if _is_part(paragraph) and text:
            inside = text not in others
            if inside:
                areas.append((NUMBER.sub("", paragraph.text).strip(), set()))
        elif inside:
            areas[-1][1].add(text)
    return areas


def _is_part(paragraph):
    """Whether a paragraph is a heading of the first level, whatever language Word names the style in."""
    style = paragraph.style
    return style is not None and (style.style_id == "Heading1" or style.name.casefold() == "heading 1")


def plain(text):
    """A heading as it is compared: without number, colon, capitals and kinds of quotation mark."""
    words = " ".join(NUMBER.sub("", text).replace("’", "'").split())
    return words.rstrip(":. ").casefold()


# The notice.

HEAD_OF_NOTICE = "Parts of this report were taken out"
END_OF_NOTICE = (
    "SEND Tracker puts these headings under each area: what is late, what is not done, what families say and "
    "what is not known."
)


def with_notice(document, missing):
    """The document's bytes with a plain notice of what is missing at the top of its first page."""
    body = document.element.body
    lines = [(HEAD_OF_NOTICE, True), *((line, False) for line in missing), (END_OF_NOTICE, False)]
    for place, (words, is_bold) in enumerate(lines):
        body.insert(place, _framed(words, is_bold))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _framed(words, is_bold):
    """A paragraph in a frame that no style of the document can hide."""
    paragraph, run, text = (OxmlElement(name) for name in ("w:p", "w:r", "w:t"))
    properties, borders = OxmlElement("w:pPr"), OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties.append(borders)
    paragraph.append(properties)
    look = OxmlElement("w:rPr")
    if is_bold:
        look.append(OxmlElement("w:b"))
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "000000")
    look.append(colour)
    run.append(look)
    text.text = words
    run.append(text)
    paragraph.append(run)
    return paragraph
