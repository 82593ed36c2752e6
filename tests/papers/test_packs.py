"""The Board pack: what it says, that it is a tagged PDF, and that the frozen one never changes."""

import re
import zlib
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.board import services as of_board
from apps.board.models import Meeting
from apps.core.dates import long_date, today
from apps.inspections.models import GlossaryEntry
from apps.measures import services as of_measures
from apps.papers import freezing
from apps.papers.models import Pack
from apps.papers.pack import pdf
from apps.papers.pack.gather import gather
from apps.plans import services
from apps.plans.models import StrandRating
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure, a_target, of_year
from tests.papers.makers import PDF, a_pack, fingerprint

MADE_AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
# What typst would read as markup, and characters that no font of the compiler has.
HOSTILE = '#panic("x") *b* _i_ $x^2$ <label> @ref `raw` // \\ = Heading\n- item https://x.example 中文 😀 \x01 \u202e'


@pytest.fixture
def story(action):
    """A plan of which everything can be said: a late action, a rating that differs, a measure, a risk, a meeting."""
    plan, strand = action.plan, action.strand
    services.record_update(
        action=action, by=None, on=today(), narrative="The CCG has not agreed.", rating="off_track",
        why="Nobody may apply.", being_done="Agency staff.", back_on=date(2027, 1, 31), board_ask="Settle the budget.",
    )  # fmt: skip
    StrandRating.objects.create(strand=strand, effective_on=today(), rating="on_track", narrative="Fine.")
    finding = factories.FindingFactory()
    strand.findings.add(finding)
    measure = a_measure(finding=finding)
    for year, part in ((2024, 50), (2025, 60)):
        of_year(measure, year, part=part, whole=100)
    a_target(measure, 90)
    factories.RiskFactory(plan=plan, reference="R1", title="Posts stay empty")
    factories.RiskFactory(plan=plan, reference="R2", score=25, likelihood=5, impact=5)
    GlossaryEntry.objects.create(abbreviation="CCG", expansion="Clinical Commissioning Group")
    GlossaryEntry.objects.create(abbreviation="ADHD", expansion="attention deficit hyperactivity disorder")
    return plan


@pytest.fixture
def meeting(story, programme_manager):
    before = factories.MeetingFactory(held_on=today() - timedelta(30), updates_by=today() - timedelta(30))
    of_board.decide(meeting=before, by=programme_manager, on=today(), words="To hire.")
    of_board.log_action(
        meeting=before, by=programme_manager, on=today(), words="Send the budget.", owner=factories.PostFactory(),
        due_on=today() - timedelta(1),
    )  # fmt: skip
    meeting = factories.MeetingFactory(held_on=today(), updates_by=today())
    meeting.items.create(title="Are we on track?", purpose="decide", presenter_words="Programme manager")
    return meeting


def test_what_a_pack_says(story, meeting, action):
    found = gather(story, today(), MADE_AT, meeting)
    assert found["answer"] == (
        "Not yet. 1 of 1 action is rated off track by its owner; the dates say none. "
        "That is 1 more rated off track than at the last Board."
    )
    assert [ask["words"] for ask in found["asks"]] == ["Settle the budget."]
    assert found["foot"].startswith(f"Draft pack. {story.name} · As at ")
    assert found["foot"].endswith("Made 27 November 2026, 09:30")
    assert found["mark"] == ""
    (strand,) = found["strands"]
    assert (strand["rating"]["word"], strand["complete"], strand["late"]) == ("On track", "0 of 1", 0)
    (line,) = strand["actions"]
    assert (line["words"], line["first_date"], line["rating"]["shape"]) == (
        "The CCG has not agreed.",
        "31 March 2027",
        "▲",
    )
    assert found["exceptions"][0]["answers"][:4] == [
        ["Why", "Nobody may apply."],
        ["What is being done", "Agency staff."],
        ["Back on track", "31 January 2027"],
        ["What the Board must do", "Settle the budget."],
    ]
    assert [risk["reference"] for risk in found["risks"]] == ["R2", "R1"]
    assert found["risks"][1]["before"] == {"shape": "▮▮▮▯", "word": "12 High"}
    (measure,) = found["measures"]
    assert (measure["figure"].split("\n")[0], measure["level"]["word"]) == ("60.0% (60 of 100)", "Does not meet target")
    assert "2024 50, 2025 60. Target 90." in strand["charts"][0]["alt"]
    assert found["glossary"] == [["CCG", "Clinical Commissioning Group"]]
    parts = {part["title"]: part["rows"] for part in found["meeting_parts"]}
    assert parts["Agenda"] == [["1. Are we on track?", "Programme manager", "To decide", "None"]]
    assert list(parts.values())[2] == [["No item", "To hire."]]
    assert parts["Action log"][0][3] == "1 day late"


def test_a_pack_is_for_the_board_whoever_asks(story):
    """Figures that the information-governance lead closed are in no pack, though officers see them."""
    of_measures.switch(by=None, on=today(), is_open=False, decided_by="Lead", reason="Agreed.")
    found = gather(story, today(), MADE_AT)
    assert [row["figure"] for row in found["measures"]] == ["Not shown to the Board"]
    assert found["strands"][0]["charts"] == []


def test_as_many_queries_for_three_actions_as_for_one(story, meeting):
    def queries():
        with CaptureQueriesContext(connection) as found:
            gather(story, today(), MADE_AT, meeting)
        return len(found)

    with_one = queries()
    strand = factories.StrandFactory(plan=story)
    for _ in range(2):
        made = factories.ActionFactory(strand=strand)
        factories.ActionLeadFactory(action=made)
        services.record_update(action=made, by=None, on=today(), narrative="So far.", rating="at_risk")
    assert queries() == with_one


def texts(content):
    """What a PDF says of itself outside its pages, its streams unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return content + b"".join(_unpacked(stream) for stream in streams)


def _unpacked(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_the_pdf_is_tagged_and_says_its_language(story, meeting):
    content = texts(pdf.board_pack(gather(story, today(), MADE_AT, meeting), MADE_AT))
    assert content.startswith(b"%PDF-1.7")
    assert b"SEND Partnership Board: pack for" in content
    signs = content.replace(b" ", b"")
    for sign in (b"/StructTreeRoot", b"/Lang(en-GB)", b"/Markedtrue", b"pdfuaid:part>1<"):
        assert sign in signs
    # Headings, header cells of tables, and words in place of the chart.
    for sign in (b"/S/H1", b"/S/TH", b"/S/Figure", b"/Alt("):
        assert sign in signs


def test_nothing_typed_is_read_as_markup(story, meeting, action):
    action.title = HOSTILE
    action.save()
    meeting.items.update(title=HOSTILE)
    services.record_update(
        action=action, by=None, on=today(), narrative=HOSTILE, rating="off_track", board_ask=HOSTILE, why=HOSTILE
    )
    found = gather(story, today(), MADE_AT, meeting)
    assert found["asks"][0]["words"] == HOSTILE
    assert pdf.board_pack(found, MADE_AT).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Zoë – “ok” ▲", "Zoë – “ok” ▲"), ("中a文", "?a?"), ("a😀b", "a?b"), ("Łódź", "Łódź"), ("", "")],
)
def test_what_no_font_has_is_replaced(typed, printed):
    assert pdf.without_missing(typed) == printed


def address(meeting, name="papers:meeting-pack"):
    return reverse(name, args=[meeting.pk])


def freeze(client, meeting, plan):
    return client.post(address(meeting), {"plan": plan.pk, "is_sure": "on"})


def test_closing_a_meeting_freezes_its_pack_once(story, meeting, action, programme_manager, board_member):
    client = client_of(programme_manager)
    assert freeze(client, meeting, story).url == address(meeting)
    pack = Pack.objects.get()
    assert (pack.meeting, pack.as_at, pack.made_by) == (meeting, today(), programme_manager)
    assert Meeting.objects.get(pk=meeting.pk).closed_by == programme_manager
    kept = bytes(pack.content)
    assert (pack.size, pack.sha256, kept[:5]) == (len(kept), fingerprint(kept), b"%PDF-")
    services.record_update(action=action, by=None, on=today(), narrative="All is well.", rating="on_track")
    assert freeze(client, meeting, story).status_code == 302
    served = client_of(board_member).get(address(meeting, "papers:pack-file"))
    assert served.content == kept
    assert served["Content-Type"] == "application/pdf"
    assert pack.sha256 in client_of(board_member).get(address(meeting)).text
    assert Pack.objects.count() == 1


def test_a_meeting_to_come_is_not_closed(story, programme_manager):
    coming = factories.MeetingFactory(held_on=today() + timedelta(1), updates_by=today())
    page = freeze(client_of(programme_manager), coming, story)
    assert "This can be recorded from that day on." in page.text
    assert (
        "It can be closed from the day on which it is held." in client_of(programme_manager).get(address(coming)).text
    )
    assert Pack.objects.count() == 0


def test_before_a_meeting_is_closed_the_page_says_what_day_the_pack_shows(story, meeting, programme_manager):
    text = client_of(programme_manager).get(address(meeting)).text
    assert f"how things stand on <strong>{long_date(today())}</strong>, the day on which the meeting is closed" in text
    assert "Closing cannot be undone." in text


def test_freezing_asks_whether_the_meeting_is_over(story, meeting, programme_manager):
    page = client_of(programme_manager).post(address(meeting), {"plan": story.pk})
    assert "Confirm that the meeting is over and its record complete" in page.text
    assert not Meeting.objects.get(pk=meeting.pk).is_closed


def test_a_plan_that_is_too_large_closes_nothing(story, meeting, programme_manager, monkeypatch):
    monkeypatch.setattr(freezing, "MOST_ACTIONS", 0)
    page = freeze(client_of(programme_manager), meeting, story)
    assert "This plan has 1 actions; papers are made of up to 0." in page.text
    assert not Meeting.objects.get(pk=meeting.pk).is_closed


@pytest.mark.parametrize("statement", ["UPDATE papers_pack SET as_at = '2020-01-01'", "DELETE FROM papers_pack"])
def test_a_kept_pack_is_never_changed(action, programme_manager, statement):
    a_pack(action.plan, programme_manager)
    with (
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(statement)


UPDATES_AND_DELETES = 8 + 16


def test_not_even_the_owner_of_the_tables_changes_a_kept_pack(db):
    triggers = "SELECT tgenabled, tgtype FROM pg_trigger WHERE tgrelid = 'papers_pack'::regclass AND tgname LIKE %s"
    with connection.cursor() as cursor:
        cursor.execute(triggers, ["pgtrigger_kept_as_it_is%"])
        ((enabled, kind),) = cursor.fetchall()
    assert (enabled, kind & UPDATES_AND_DELETES) == ("O", UPDATES_AND_DELETES)


def test_the_fingerprint_is_that_of_the_bytes(action, programme_manager):
    pack = a_pack(action.plan, programme_manager)
    with pytest.raises(IntegrityError, match="papers_pack_fingerprint_is_of_bytes"), transaction.atomic():
        Pack.objects.create(
            meeting=pack.meeting, plan=pack.plan, as_at=today(), made_by=programme_manager, content=b"x", size=1,
            sha256=fingerprint(b"y"),
        )  # fmt: skip


def test_only_a_closed_meeting_has_a_pack(action, programme_manager):
    meeting = factories.MeetingFactory(held_on=today(), updates_by=today())
    with pytest.raises(IntegrityError, match="Only the pack of a closed meeting is kept"), transaction.atomic():
        Pack.objects.create(
            meeting=meeting, plan=action.plan, as_at=today(), made_by=programme_manager, content=PDF, size=len(PDF),
            sha256=fingerprint(PDF),
        )  # fmt: skip


@pytest.mark.parametrize(("is_public", "status"), [(True, 200), (False, 404)])
def test_families_and_members_get_the_pack_of_a_public_meeting_only(
    action, programme_manager, parent, scrutiny_member, is_public, status
):
    pack = a_pack(action.plan, programme_manager, is_public=is_public)
    for reader in (parent, scrutiny_member):
        client = client_of(reader)
        assert client.get(pack.get_absolute_url()).status_code == status
        assert client.get(address(pack.meeting, "papers:pack-file")).status_code == status
        assert (str(pack.get_absolute_url()) in client.get(reverse("papers:paper-list")).text) == is_public


def test_a_public_meeting_opens_no_plan_that_is_not_published(action, programme_manager, parent):
    pack = a_pack(action.plan, programme_manager, is_public=True)
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    assert client_of(parent).get(address(pack.meeting, "papers:pack-file")).status_code == 404


def test_a_draft_is_made_and_not_kept(story, meeting, board_member):
    asked = {"plan": story.pk, "as_at": "1/11/2026", "meeting": meeting.pk}
    made = client_of(board_member).get(reverse("papers:draft"), asked)
    assert made["Content-Disposition"] == 'attachment; filename="draft-board-pack-2026-11-01.pdf"'
    assert made.content.startswith(b"%PDF")
    assert Pack.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"plan": "0"}, "Choose a plan from the list"),
        ({"as_at": "1/1/2099"}, "“As at” cannot be in the future"),
        ({"as_at": "x", "meeting": "9" * 30}, "“As at” must be a real date"),
    ],
)
def test_a_draft_that_cannot_be_made_says_what_to_do(action, board_member, wrong, said):
    asked = {"plan": action.plan_id, "as_at": "1/11/2026"} | wrong
    page = client_of(board_member).get(reverse("papers:draft"), asked)
    assert page.status_code == 200
    assert said in page.text
