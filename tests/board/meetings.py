"""A meeting with one of everything that is recorded of it, and what is typed into each of its forms."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from apps.board import services
from apps.board.models import AgendaItem, LogNote, Meeting
from apps.core.dates import today
from tests import factories

OF_HELD = ("item-add", "paper-add", "declaration-add", "decision-add", "log-add")


def a_meeting(days, **fields):
    """A meeting of the Board, by days from today."""
    on = today() + timedelta(days=days)
    return factories.MeetingFactory(**({"held_on": on, "updates_by": on} | fields))


def an_item(meeting, **fields):
    return AgendaItem.objects.create(**({"meeting": meeting, "title": "Progress of the plan", "position": 1} | fields))


def a_file(name="notes.txt", content=b"What was said."):
    return SimpleUploadedFile(name, content)


def a_paper(meeting, **fields):
    given = {"by": None, "on": today(), "title": "Report", "file": a_file(), "content_type": "text/plain"}
    return services.add_paper(meeting=meeting, **(given | fields))


def a_decision(meeting, **fields):
    return services.decide(meeting=meeting, **({"by": None, "on": today(), "words": "The Board noted it."} | fields))


def a_question(meeting, **fields):
    given = {"by": None, "on": today(), "words": "When will it be done?", "asker": "public"}
    return services.ask_question(meeting=meeting, **(given | fields))


def a_logged_action(meeting, owner, **fields):
    given = {"by": None, "on": today(), "words": "Bring the costs.", "due_on": today() + timedelta(days=7)}
    return services.log_action(meeting=meeting, owner=owner, **(given | fields))


def a_note(logged, **fields):
    return LogNote.objects.create(logged_action=logged, **({"effective_on": today(), "words": "Begun."} | fields))


def a_closed_meeting(by, days=-60):
    on = today() + timedelta(days=days)
    return Meeting.objects.create(held_on=on, updates_by=on, closed_at=timezone.now(), closed_by=by)


def keys_of(action, officer):
    """``{name of an address: key}``; ``officer`` is who challenged the rating of the action."""
    held, coming = a_meeting(-10), a_meeting(20)
    item, spare = an_item(held), an_item(held, position=2)
    post = action.leads.get()
    question = a_question(held, agenda_item=item)
    keys = {f"board:{name}": held.pk for name in OF_HELD}
    return keys | {
        "board:meeting": held.pk,
        "board:meeting-edit": coming.pk,
        "board:item-edit": item.pk,
        "board:item-delete": spare.pk,
        "board:paper-file": a_paper(held, agenda_item=item).pk,
        "board:question-add": coming.pk,
        "board:question-rule": question.pk,
        "board:question-answer": question.pk,
        "board:decision-reword": a_decision(held, agenda_item=item).pk,
        "board:log-note": a_logged_action(held, post).pk,
        "board:correction-add": a_closed_meeting(officer).pk,
        "board:strand-sign": action.strand_id,
        "board:challenge-add": action.pk,
        "board:challenge-answer": services.challenge_rating(action=action, by=officer, on=today(), words="Is it?").pk,
        "board:quarter": action.plan_id,
    }


def forms_of(action):
    """``{name: what a person types}`` of each form."""
    reason = {"reason": "As agreed."}
    item = {"position": "3", "title": "Any other business", "purpose": "note"} | reason
    return {
        "board:item-add": item,
        "board:item-edit": item,
        "board:item-delete": {},
        "board:paper-add": {"title": "Report", "file": a_file()},
        "board:declaration-add": {"who": "Chair", "words": "Governor of a school."},
        "board:question-add": {"words": "When?", "asker": "public", "asked_on": "1/11/2026"},
        "board:question-rule": {"is_accepted": "yes"} | reason,
        "board:question-answer": {
            "words": "Soon.",
            "answered_by": "Director",
            "answered_on": today().strftime("%d/%m/%Y"),
        },
        "board:decision-add": {"words": "It was agreed."},
        "board:decision-reword": {"words": "It was noted."} | reason,
        "board:log-add": {"words": "Bring the costs.", "owner": action.leads.get().pk, "due_on": "1/3/2027"},
        "board:log-note": {"words": "Begun.", "effective_on": today().strftime("%d/%m/%Y")},
        "board:take-back": reason,
        "board:correction-add": {"words": "Item 2 was taken first."},
        "board:round-chase": {"posts": [action.leads.get().pk]},
        "board:challenge-add": {"words": "Three dates were missed."},
        "board:challenge-answer": {"is_changed": "no", "words": "The last step is done."},
        "board:strand-sign": {"note": "Seen."},
    }
