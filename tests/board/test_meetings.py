"""The pages of meetings: who reads what, what is recorded, and what is refused in words."""

import hashlib
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from apps.board import reading, services
from apps.board.models import AgendaItem, Decision, LogNote, Meeting, Paper, Question
from apps.core.dates import today
from tests import factories
from tests.board import meetings
from tests.cast import client_of


def to(name, row):
    return reverse(f"board:{name}", args=[row.pk])


@pytest.fixture
def held(db):
    return meetings.a_meeting(-10, questions_by=today() - timedelta(days=15), papers_by=today() - timedelta(days=12))


@pytest.fixture
def coming(db):
    return meetings.a_meeting(20, questions_by=today() + timedelta(days=10))


@pytest.fixture
def post(db):
    return factories.PostFactory(title="Head of service")


def days(count):
    return (today() + timedelta(days=count)).strftime("%d/%m/%Y")


def test_families_and_members_read_what_is_public_and_nothing_else(held, post, board_member, parent, scrutiny_member):
    item = meetings.an_item(held)
    meetings.a_paper(held, title="Open report", is_public=True, agenda_item=item)
    hidden = meetings.a_paper(held, title="Officers’ report")
    meetings.a_decision(held, words="It was noted.")
    meetings.a_question(held, words="When is it done?", asked_on=held.questions_by)
    services.declare(meeting=held, by=None, on=today(), who="Chair", words="A governor.")
    meetings.a_logged_action(held, post)
    public = ["Progress of the plan", "Open report", "It was noted.", "When is it done?", "A member of the public"]
    inside = ["Officers’ report", "A governor.", "Bring the costs."]
    for person, shown, left_out in ((board_member, public + inside, []), (parent, public, inside)):
        text = client_of(person).get(held.get_absolute_url()).text
        assert ([w for w in shown if w not in text], [w for w in left_out if w in text]) == ([], [])
    for person, status in ((board_member, 200), (parent, 404), (scrutiny_member, 404)):
        assert client_of(person).get(to("paper-file", hidden)).status_code == status
    assert client_of(parent).get(reverse("board:log")).status_code == 403


def test_a_paper_is_kept_with_its_hash_and_must_be_what_it_says(held, programme_manager, media):
    client, address = client_of(programme_manager), to("paper-add", held)
    wrong = client.post(address, {"title": "Report", "file": meetings.a_file("report.pdf", b"no pdf")})
    assert "with the matching ending in its name" in wrong.text
    assert "Choose the file" in client.post(address, {"title": "Report"}).text
    client.post(address, {"title": "Report", "file": meetings.a_file("report.pdf", b"%PDF-1.7 so")})
    paper = Paper.objects.get()
    assert (paper.sha256, paper.content_type, paper.is_public, paper.is_late) == (
        hashlib.sha256(b"%PDF-1.7 so").hexdigest(), "application/pdf", False, True
    )  # fmt: skip
    response = client.get(to("paper-file", paper))
    assert (b"".join(response), response["Content-Disposition"]) == (
        b"%PDF-1.7 so", 'attachment; filename="report.pdf"'
    )  # fmt: skip


def test_the_agenda_is_numbered_in_its_order_and_edited(held, post, programme_manager):
    second, first = meetings.an_item(held, position=2, title="Second"), meetings.an_item(held, title="First")
    meetings.a_decision(held, agenda_item=second)
    client = client_of(programme_manager)
    typed = {"position": "3", "title": "Third", "purpose": "decide", "presenter": post.pk}
    client.post(to("item-add", held), typed)
    client.post(
        to("item-edit", first), typed | {"title": "First of all", "position": "1", "version": "1", "reason": "-"}
    )
    stale = client.post(to("item-edit", first), typed | {"version": "1", "reason": "Other."})
    assert stale.status_code == 409
    assert [(row.number, row.item.title, len(row.decisions)) for row in reading.agenda_of(held)] == [
        (1, "First of all", 0), (2, "Second", 1), (3, "Third", 0)
    ]  # fmt: skip
    assert "so that it stays on the agenda" in client.post(to("item-delete", second), {"version": "1"}).text
    client.post(to("item-delete", AgendaItem.objects.get(title="Third")), {"version": "1"})
    assert AgendaItem.objects.count() == 2
    with pytest.raises(IntegrityError, match="of another meeting"), transaction.atomic():
        Decision.objects.create(
            meeting=meetings.a_meeting(-3), agenda_item=first, effective_on=today(), words="Elsewhere."
        )


def test_nothing_is_decided_before_the_meeting(coming, programme_manager):
    page = client_of(programme_manager).post(to("decision-add", coming), {"words": "So."})
    assert "This can be recorded from that day on." in page.text
    assert Decision.objects.count() == 0


def test_a_closed_meeting_is_only_corrected(held, programme_manager, board_member):
    decision = meetings.a_decision(held)
    services.close_meeting(held, programme_manager, None)
    client = client_of(programme_manager)
    for name, typed in (
        ("decision-add", {"words": "More."}),
        ("item-add", {"position": 1, "title": "X", "purpose": "note"}),
    ):
        assert "It can only be corrected" in client.post(to(name, held), typed).text
    edited = client.post(
        to("meeting-edit", held), {"body": "B", "held_on": days(-10), "updates_by": days(-10), "version": 2}
    )
    assert "It can only be corrected" in edited.text
    client.post(to("correction-add", held), {"words": "Item 2 was taken first."})
    client.post(reverse("board:take-back", args=["decision", decision.pk]), {"reason": "It was not put to the vote."})
    text = client_of(board_member).get(held.get_absolute_url()).text
    assert ("Item 2 was taken first." in text, "No decision is recorded." in text) == (True, True)


def test_a_form_sent_twice_counts_once(held, programme_manager):
    typed = {"words": "Agreed.", "token": "6f1c1d0e-0000-4000-8000-000000000009"}
    for _ in range(2):
        client_of(programme_manager).post(to("decision-add", held), typed)
    assert Decision.objects.count() == 1


@pytest.mark.parametrize(("who", "kind"), [("parent", "representative"), ("scrutiny_member", "member")])
def test_representatives_and_members_ask_until_the_deadline(request, who, kind, held, coming):
    client = client_of(request.getfixturevalue(who))
    client.post(to("question-add", coming), {"words": "When?"})
    assert [(q.asker, q.words, q.effective_on) for q in Question.objects.all()] == [(kind, "When?", today())]
    late = client.post(to("question-add", held), {"words": "And then?"})
    assert (late.status_code, "could be asked until" in late.text, Question.objects.count()) == (403, True, 1)


def test_a_late_question_is_answered_once_it_is_taken(held, programme_manager, parent):
    client = client_of(programme_manager)
    client.post(to("question-add", held), {"words": "Why?", "asker": "public", "asked_on": days(-14)})
    question = Question.objects.get()
    answer = {"words": "Because.", "answered_by": "Director", "answered_on": days(0)}
    assert "Say first whether it is taken." in client.post(to("question-answer", question), answer).text
    client.post(to("question-rule", question), {"is_accepted": "no", "reason": "It names a child."})
    assert "Take it first, then answer it." in client.post(to("question-answer", question), answer).text
    client.post(to("question-rule", question), {"is_accepted": "yes", "reason": "The deadline was not published."})
    client.post(to("question-answer", question), answer)
    refusal = client.post(to("question-rule", question), {"is_accepted": "no", "reason": "Late."})
    assert "This question was answered" in refusal.text
    text = client_of(parent).get(held.get_absolute_url()).text
    assert "<strong>after the deadline</strong>" in text
    assert "The deadline was not published." in text
    assert "<strong>Answer:</strong> Because." in text


def test_what_was_asked_for_comes_back_until_it_is_done(post, programme_manager):
    first, second, third = (meetings.a_meeting(-count) for count in (60, 30, 5))
    other = meetings.a_meeting(-4, body="Cabinet")
    logged = meetings.a_logged_action(first, post, due_on=today() - timedelta(days=40))
    meetings.a_logged_action(other, post, words="Elsewhere.")
    client, address = client_of(programme_manager), to("log-note", logged)
    client.post(address, {"words": "More time.", "effective_on": days(-35), "due_on": days(-8)})
    earlier = client.post(address, {"words": "Begun.", "effective_on": days(-34), "due_on": days(-9)})
    assert "The new date must be later than the date now agreed." in earlier.text
    (waiting,) = reading.open_log(first.body, today())
    assert (waiting.due_on, waiting.days_overdue) == (today() - timedelta(days=8), 8)
    client.post(address, {"words": "It is there.", "effective_on": days(-20), "is_done": "on"})
    assert reading.open_log(first.body, today()) == []
    again = client.post(address, {"words": "More.", "effective_on": days(0)})
    assert "Nothing more is reported on it." in again.text
    later = meetings.a_meeting(-1)
    on = today()
    assert [[(e.is_done, e.days_overdue) for e in reading.log_at(m, on)] for m in (first, second, third, later)] == [
        [(False, 0)], [(False, 0)], [(True, 0)], []
    ]  # fmt: skip
    assert LogNote.objects.count() == 2


def test_the_owner_of_a_logged_action_says_how_it_goes_on(held, lead_officer, other_officer):
    post = factories.PostFactory(holder=lead_officer)
    logged = meetings.a_logged_action(held, post, due_on=today() - timedelta(days=2))
    assert client_of(other_officer).post(to("log-note", logged), {"words": "No."}).status_code == 403
    client_of(lead_officer).post(to("log-note", logged), {"words": "Half of it.", "effective_on": days(0)})
    text = client_of(other_officer).get(reverse("board:log"), {"body": held.body}).text
    assert ("Half of it." in text, "Overdue by 2 days" in text, "1 overdue" in text) == (True, True, True)


def test_a_meeting_keeps_its_day_once_something_was_decided(held, programme_manager):
    meetings.a_logged_action(held, factories.PostFactory())
    typed = {"body": held.body, "held_on": days(-9), "updates_by": days(-9), "version": "1"}
    client = client_of(programme_manager)
    assert "its body and day stay" in client.post(to("meeting-edit", held), typed).text
    late = typed | {"held_on": days(-10), "updates_by": days(-10), "papers_by": days(-1)}
    assert "Papers must be due on or before the day of the meeting" in client.post(to("meeting-edit", held), late).text
    client.post(to("meeting-edit", held), late | {"papers_by": days(-11), "place": "Town Hall", "is_public": "on"})
    saved = Meeting.objects.get(pk=held.pk)
    assert (saved.place, saved.is_public, saved.version) == ("Town Hall", True, 2)


def test_the_next_meeting_stands_first(held, coming, parent):
    text = client_of(parent).get(reverse("board:meeting-list")).text
    assert text.index(coming.get_absolute_url()) < text.index(held.get_absolute_url())
    assert "Ask this meeting a question" in text
