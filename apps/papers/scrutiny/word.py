"""Writes a scrutiny report as a Word document with real headings, lists and tables, in British English."""

from io import BytesIO

from django.utils import timezone
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from apps.core.dates import long_date
from apps.core.harmless import printable
from apps.papers.scrutiny import headings

LANGUAGE = "en-GB"
INK = RGBColor(0x0B, 0x0C, 0x0C)
TITLE = "SCRUTINY REPORT"
HEAD_OF_MEASURES = ("Measure", "Starting point", "Newest figure", "Target", "Level and direction", "Source and date")
MADE_UP = "Demonstration data: the actions, dates, ratings and figures of this plan are made up."


def written(report):
    """The bytes of the document."""
    document = _prepared(report)
    _head(document, report)
    number = _background(document, report)
    for area in report.areas:
        number += 1
        _area(document, area, number)
    _performance(document, report, number + 1)
    _list_part(document, number + 2, headings.PRIORITIES, report.priorities)
    _list_part(document, number + 3, headings.CONCLUSIONS, report.conclusions)
    _glossary(document, report, number + 4)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _prepared(report):
    document = Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
        _page_number(section.footer.paragraphs[0])
    _style(document)
    core = document.core_properties
    core.title = printable(f"Scrutiny report: {report.head.subject}")[:255]
    core.author, core.last_modified_by, core.language = "SEND Tracker", "SEND Tracker", LANGUAGE
    core.comments, core.subject = "", printable(report.head.meeting)[:255]
    core.keywords = printable(headings.keywords_of([area.heading for area in report.areas]))
    core.created = core.modified = timezone.now()
    return document


def _style(document):
    """Plain black Arial, and British English for whoever reads it aloud or checks its spelling."""
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        font = document.styles[name].font
        font.name, font.color.rgb = "Arial", INK
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Title"].font.size = Pt(20)
    document.styles["Heading 1"].font.size = Pt(15)
    document.styles["Heading 2"].font.size = Pt(12)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _page_number(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _head(document, report):
    document.add_heading(TITLE, level=0)
    head = report.head
    lines = (
        ("MEETING", head.meeting),
        ("DATE", long_date(head.date)),
        ("SUBJECT", head.subject),
        ("REPORT FROM", head.report_from),
        ("CONTACT OFFICER", head.contact),
    )
    for label, words in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(printable(words))
    if report.plan.is_demonstration:
        document.add_paragraph().add_run(MADE_UP).bold = True


def _background(document, report):
    document.add_heading(f"1. {headings.BACKGROUND}", level=1)
    for place, words in enumerate(report.background, 1):
        _paragraph(document, f"1.{place} {words}")
    if report.weaknesses:
        _paragraph(document, f"1.{len(report.background) + 1} What the plan answers:")
        _bullets(document, report.weaknesses)
    return 1


def _area(document, area, number):
    document.add_heading(printable(f"{number}. {area.heading}"), level=1)
    place = 1
    for words in area.opening:
        _paragraph(document, f"{number}.{place} {words}")
        place += 1
    parts = [(f"{headings.DONE}:", area.done or ["Nothing was reported in this time."])]
    parts += list(zip(headings.REQUIRED, (area.late, area.not_done, area.families, area.unknown), strict=True))
    for heading, points in parts:
        document.add_heading(f"{number}.{place} {heading}", level=2)
        _bullets(document, points)
        place += 1


def _performance(document, report, number):
    document.add_heading(f"{number}. {headings.PERFORMANCE}", level=1)
    if report.measures:
        _table(document, HEAD_OF_MEASURES, report.measures)
    else:
        _paragraph(document, "No headline measure with a figure is held for what this plan answers.")


def _list_part(document, number, heading, points):
    document.add_heading(f"{number}. {heading}", level=1)
    _bullets(document, points)


def _glossary(document, report, number):
    document.add_heading(f"{number}. {headings.GLOSSARY}", level=1)
    if report.glossary:
        _table(document, ("Abbreviation", "What it stands for"), report.glossary)
    else:
        _paragraph(document, "No abbreviation is used whose meaning is held here.")


def _paragraph(document, words):
    document.add_paragraph(printable(words))


def _bullets(document, points):
    for words in points:
        document.add_paragraph(printable(words), style="List Bullet")


def _table(document, head, rows):
    """A table whose first row is a header, repeated on each page, and whose rows are not torn apart."""
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.text = words
        cell.paragraphs[0].runs[0].bold = True
    _mark(table.rows[0], "w:cantSplit", "w:tblHeader")
    for row in rows:
        line = table.add_row()
        for cell, words in zip(line.cells, row, strict=True):
            cell.text = printable(str(words))
        _mark(line, "w:cantSplit")
    document.add_paragraph()


def _mark(row, *names):
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))
