"""The scrutiny report: that of January 2019 from Bury's loaded data, its added lines, and its form as a document."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from apps.core.dates import today
from apps.dashboards import bury
from apps.inspections.models import Finding
from apps.papers.scrutiny import headings
from apps.papers.scrutiny.gather import Head, gather
from apps.papers.scrutiny.word import written
from apps.plans import services
from apps.plans.models import Plan
from tests import factories
from tests.cast import client_of
from tests.dashboards.sources import POINTS_OF_2019

# The headings of sections 2 to 6 of the report of 21 January 2019, in its order, and the area that each is of.
SECTIONS_OF_2019 = [
    ("Leadership", "A1"),
    ("Local Offer", "A5"),
    ("Co-Production", "A2"),
    ("Joint Commissioning", "A8"),
    ("School SEN Support", "A6"),
]
HEAD = Head(
    "Overview and Scrutiny Committee",
    date(2019, 1, 21),
    "SEN Update",
    "Cabinet Member for Children and Young People",
    "Strategic Lead (Inclusion & Partnerships)",
)
MAKE = reverse("papers:scrutiny-report")


def same(text):
    """A text as it is compared: spaces and kinds of quotation mark aside."""
    return " ".join(text.translate(str.maketrans("’‘“”", "''\"\"")).split())


def outline(document):
    """``{heading of the first level: {heading of the second: [texts under it]}}``, numbers taken away."""
    parts, part, under = {}, None, None
    for paragraph in document.paragraphs:
        text = re.sub(r"^(\d+\.\d+|\d+\.) ", "", paragraph.text)
        if paragraph.style.name == "Heading 1":
            part, under = parts.setdefault(text, {"": []}), ""
        elif paragraph.style.name == "Heading 2":
            under = text
            part[under] = []
        elif part is not None and text:
            part[under].append(text)
    return parts


def document_of(report):
    return Document(BytesIO(written(report)))


@pytest.fixture
def of_2019(db, scrutiny_member):
    bury.load_all()
    plan = Plan.objects.get(name="Written Statement of Action 2017")
    return gather(HEAD, plan, date(2017, 11, 2), date(2019, 1, 21), scrutiny_member)


def test_the_report_of_january_2019_comes_out_of_the_data(of_2019):
    parts = outline(document_of(of_2019))
    found = list(parts)
    assert found[0] == headings.BACKGROUND
    assert found[1:6] == [heading for heading, _ in SECTIONS_OF_2019]
    assert found[9:] == list(headings.CLOSING)
    for heading, area in SECTIONS_OF_2019:
        assert [same(point) for point in parts[heading][f"{headings.DONE}:"]] == list(map(same, POINTS_OF_2019[area]))
        assert list(parts[heading])[1:] == [f"{headings.DONE}:", *headings.REQUIRED]


def test_an_area_opens_with_what_was_said_of_it(of_2019):
    opening = outline(document_of(of_2019))["Joint Commissioning"][""]
    assert opening == [
        "At the time of the inspection there was little appreciation of what was good commissioning and what "
        "co-production meant. Both CCG and Council were commissioning services without parents, children and young "
        "people at the heart. (Cabinet Member for Children and Young People (report to Overview and Scrutiny), 21 "
        "January 2019)"
    ]


def test_an_area_of_which_nothing_was_said_opens_with_the_inspectors_words_and_points(db, board_member):
    bury.load_all()
    plan = Plan.objects.get(type__code="pip", is_demonstration=False)
    parts = outline(document_of(gather(HEAD, plan, date(2024, 5, 1), date(2024, 12, 31), board_member)))
    finding = Finding.objects.prefetch_related("parts").get(reference="PA2")
    points = "; ".join(f"({part.letter}) {part.text}" for part in finding.parts.all())
    (opening,) = [texts[""] for name, texts in parts.items() if name.startswith("PA2")]
    assert points
    assert opening == [f"Inspectors found (PA2, {finding.inspection.name}): “{finding.text} {points}”"]


def test_the_added_lines_say_what_the_report_of_2019_left_out(of_2019):
    parts = outline(document_of(of_2019))
    leadership = parts["Leadership"]
    assert leadership[headings.LATE] == ["No first date is held for 1 of 1 action, so that lateness cannot be told."]
    assert leadership[headings.NOT_DONE] == [
        "A1.1 Work reported to Members on 21 January 2019: Leadership: not rated, no date agreed."
    ]
    assert leadership[headings.FAMILIES] == [
        "Nothing is recorded here of what families said about this area in this time."
    ]
    assert leadership[headings.UNKNOWN] == [
        "1 of 1 action has no rating: A1.1.",
        "1 of 1 action has no evidence here: A1.1.",
        "No measure is chosen, so that nobody can say whether it makes a difference.",
    ]
    silent = [heading for heading in list(parts)[6:9]]
    assert [heading.split()[0] for heading in silent] == ["A3", "A4", "A7"]
    assert parts[silent[2]][headings.UNKNOWN][0].startswith("Not reported to Members")
    assert parts[headings.CONCLUSIONS][""][0] == "Nobody can say: no action of this plan has been reported on."
    assert "Nothing was reported in this time on 3 of 8 areas: A3, A4 and A7." in parts[headings.CONCLUSIONS][""]


def test_the_background_comes_from_inspections_and_plan(of_2019):
    background = outline(document_of(of_2019))[headings.BACKGROUND][""]
    assert background[0] == (
        "Joint local area SEND inspection 2017: inspectors visited from 12 June 2017 to 16 June 2017 (Local area SEND "
        "inspection (2016 framework)). Written Statement of Action required: eight areas of significant weakness."
    )
    assert background[2] == (
        "The plan is the “Written Statement of Action 2017”; it counts from 31 October 2017. It was required on 21 "
        "July 2017, submitted on 31 October 2017 and declared fit for purpose on 2 November 2017."
    )
    assert "We have turned these areas of development into strengths" in background[3]


def test_it_is_a_document_that_can_be_read_aloud(of_2019):
    document = document_of(of_2019)
    assert document.core_properties.title == "Scrutiny report: SEN Update"
    assert document.core_properties.language == "en-GB"
    assert {row.get(qn("w:val")) for row in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert [p.text for p in document.paragraphs[:6]] == [
        "SCRUTINY REPORT",
        "MEETING: Overview and Scrutiny Committee",
        "DATE: 21 January 2019",
        "SUBJECT: SEN Update",
        "REPORT FROM: Cabinet Member for Children and Young People",
        "CONTACT OFFICER: Strategic Lead (Inclusion & Partnerships)",
    ]
    glossary = document.tables[-1]
    assert glossary.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in glossary.rows[0].cells] == ["Abbreviation", "What it stands for"]
    words = [row.cells[0].text for row in glossary.rows[1:]]
    assert {"CCG", "MDT", "SEMH", "SENCO"} <= set(words)
    assert "ADHD" not in words


def test_what_is_late_not_done_and_not_known_is_said_by_rule(action, council, programme_manager):
    services.record_update(action=action, by=None, on=today(), narrative="Begun.\nSecond line \x0b.", rating="at_risk")
    late = factories.ActionFactory(strand=action.strand, reference="PA1.2", original_due_on=date(2026, 10, 1))
    since, until = date(2026, 9, 1), today()
    report = gather(HEAD, action.plan, since, until, programme_manager)
    (area,) = report.areas
    days = (until - date(2026, 10, 1)).days
    assert area.done == ["PA1.1: Begun.\nSecond line \x0b."]
    assert area.late == [f"PA1.2 {late.title}: first promised for 1 October 2026, not done, {days} days late."]
    assert area.not_done == [
        f"{action}: at risk, due on 31 March 2027.",
        f"PA1.2 {late.title}: not rated, due on 1 October 2026.",
    ]
    assert area.unknown == [
        "1 of 2 actions was not reported on in this time: PA1.2.",
        "1 of 2 actions has no rating: PA1.2.",
        "2 of 2 actions have no evidence here: PA1.1, PA1.2.",
        "No measure is chosen, so that nobody can say whether it makes a difference.",
    ]
    assert report.priorities == [f"{action}: at risk. Nobody has said what is done about it."]
    assert "PA1.1: Begun.\nSecond line ." in [p.text for p in document_of(report).paragraphs]


FILLED = {
    "meeting": "Committee",
    "date": "4/12/2026",
    "subject": "SEND update",
    "report_from": "Cabinet Member",
    "contact": "Head of SEND",
    "since": "1/9/2026",
    "until": "1/11/2026",
}


def test_the_page_makes_the_document(action, board_member):
    response = client_of(board_member).get(MAKE, FILLED | {"plan": action.plan_id})
    assert response["Content-Disposition"] == 'attachment; filename="scrutiny-report-send-update-2026-12-04.docx"'
    assert Document(BytesIO(response.content)).paragraphs[1].text == "MEETING: Committee"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"plan": "999999"}, "Choose a plan from the list"),
        ({"plan": "x\0"}, "Null characters are not allowed."),
        ({"until": "1/1/2099"}, "“What was done until” cannot be in the future"),
        ({"since": "2/11/2026"}, "“What was done from” must be before “What was done until”"),
        ({"contact": ""}, "Enter “Contact officer”"),
    ],
)
def test_the_page_says_what_to_do(action, board_member, wrong, said):
    page = client_of(board_member).get(MAKE, FILLED | {"plan": action.plan_id} | wrong)
    assert page.status_code == 200
    assert f'<a href="#id_{next(iter(wrong))}">{said}</a>' in page.text


def test_a_plan_that_is_not_published_cannot_be_asked_for(action, scrutiny_member):
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    page = client_of(scrutiny_member).get(MAKE, FILLED | {"plan": action.plan_id})
    assert "Choose a plan from the list" in page.text
