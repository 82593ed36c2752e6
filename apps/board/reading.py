"""What a meeting's page, its pack and other papers read of a meeting; each function asks a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q

from apps.board.models import (
    Decision,
    Declaration,
    LoggedAction,
    LogNote,
    Meeting,
    Paper,
    Question,
    QuestionAnswer,
    QuestionRuling,
)
from apps.board.rounds import challenges_of, reported_round, signoffs_of

# What papers read of a meeting and its round, in one place.
__all__ = [
    "agenda_of",
    "challenges_of",
    "decisions_of",
    "declarations_of",
    "log_at",
    "log_of",
    "log_of_bodies",
    "open_log",
    "papers_of",
    "questions_of",
    "reported_round",
    "signoffs_of",
]


@dataclass(frozen=True)
class Item:
    """An agenda item with its number on the agenda, its papers and what was decided on it."""

    number: int
    item: object
    papers: tuple
    decisions: tuple


def agenda_of(meeting, public_only=False):
    """``[Item]`` in the order of the agenda; ``public_only`` leaves out papers that are not public."""
    papers, decisions = _by_item(papers_of(meeting, public_only)), _by_item(decisions_of(meeting))
    items = meeting.items.select_related("presenter").order_by("position", "pk")
    return [
        Item(number, item, tuple(papers[item.pk]), tuple(decisions[item.pk])) for number, item in enumerate(items, 1)
    ]


def _by_item(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.agenda_item_id].append(row)
    return found


def papers_of(meeting, public_only=False):
    """The papers that stand, those of the agenda's items in its order."""
    rows = Paper.objects.standing().filter(meeting=meeting).select_related("meeting", "agenda_item", "corrects")
    rows = rows.filter(is_public=True) if public_only else rows
    return list(rows.order_by(F("agenda_item__position").asc(nulls_last=True), "title", "pk"))


def decisions_of(meeting):
    """The decisions that stand, in the order of the agenda; ``corrects`` is the earlier wording where there was one."""
    rows = Decision.objects.standing().filter(meeting=meeting).select_related("agenda_item", "corrects__voided_by")
    return list(rows.order_by(F("agenda_item__position").asc(nulls_last=True), "pk"))


def declarations_of(meeting):
    """The declarations of interest that stand, as they were made."""
    rows = Declaration.objects.standing().filter(meeting=meeting).select_related("agenda_item")
    return list(rows.order_by("effective_on", "pk"))


@dataclass(frozen=True)
class Asked:
    """A question with the ruling on it, if there is one, and its answers."""

    question: Question
    ruling: QuestionRuling | None
    answers: tuple

    @property
    def is_refused(self):
        return self.ruling is not None and not self.ruling.is_accepted

    @property
    def waits_for_ruling(self):
        """It came late and nobody has said whether it is taken."""
        return self.question.is_late and self.ruling is None


def questions_of(meeting):
    """``[Asked]`` as they were asked."""
    rows = Question.objects.standing().filter(meeting=meeting).select_related("meeting", "agenda_item")
    rows = rows.prefetch_related(
        Prefetch("answers", QuestionAnswer.objects.standing(), to_attr="given"),
        Prefetch("rulings", QuestionRuling.objects.standing(), to_attr="ruled"),
    )
    ordered = rows.order_by("effective_on", "recorded_at", "pk")
    return [Asked(row, row.ruled[-1] if row.ruled else None, tuple(row.given)) for row in ordered]


@dataclass(frozen=True)
class LogEntry:
    """A logged action as it stood on a day; ``due_on`` is the date then agreed, ``notes`` are oldest first."""

    action: LoggedAction
    on: date
    notes: tuple

    @property
    def due_on(self):
        return next((note.due_on for note in reversed(self.notes) if note.due_on), self.action.due_on)

    @property
    def done_on(self):
        """The day on which it was done, unless a later note goes on with it."""
        return self.notes[-1].effective_on if self.notes and self.notes[-1].is_done else None

    @property
    def is_done(self):
        return self.done_on is not None

    @property
    def days_overdue(self):
        """Calendar days past the date agreed; 0 where it is done or not late."""
        return 0 if self.is_done else max(0, (self.on - self.due_on).days)

    @property
    def is_overdue(self):
        return self.days_overdue > 0


def log_of(body, on):
    """Every ``LogEntry`` of a body's log that had been raised by a day, done ones too; two queries."""
    return _entries(Q(meeting__body__iexact=body), on)


def log_of_bodies(bodies, on):
    """The same of several bodies at once, named as their meetings name them."""
    return _entries(Q(meeting__body__in=bodies), on)


def _entries(of_body, on):
    rows = LoggedAction.objects.as_at(on).filter(of_body)
    rows = rows.select_related("meeting", "agenda_item", "owner__organisation")
    notes = LogNote.objects.as_at(on).order_by("effective_on", "recorded_at", "pk")
    rows = rows.prefetch_related(Prefetch("notes", notes, to_attr="notes_then"))
    return [LogEntry(row, on, tuple(row.notes_then)) for row in rows.order_by("effective_on", "pk")]


def open_log(body, on):
    """``[LogEntry]`` of what a body's log still held open by the end of a day, the earliest due first."""
    waiting = [entry for entry in log_of(body, on) if not entry.is_done]
    return sorted(waiting, key=lambda entry: (entry.due_on, entry.action.pk))


def log_at(meeting, on):
    """``[LogEntry]`` that came before a meeting: all that was open, and what was done since the meeting before it."""
    day = min(on, meeting.held_on)
    before = Meeting.objects.of(meeting.body).last_before(meeting.held_on)
    entries = [entry for entry in log_of(meeting.body, day) if _comes_before(entry, before)]
    return sorted(entries, key=lambda entry: (entry.is_done, entry.due_on, entry.action.pk))


def _comes_before(entry, meeting_before):
    return not entry.is_done or meeting_before is None or entry.done_on > meeting_before.held_on
