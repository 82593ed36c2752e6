"""Agenda, decisions and action log as a pack shows them."""

from apps.board.models import Meeting
from apps.board.reading import agenda_of, challenges_of, decisions_of, log_at, questions_of, signoffs_of
from apps.core.dates import long_date
from apps.core.words import joined, plural


def meeting_parts(meeting, plan, on):
    """``[{title, head, rows, empty}]`` in the order of the pack; nothing for a pack that belongs to no meeting."""
    if meeting is None:
        return []
    before = Meeting.objects.of(meeting.body).last_before(meeting.held_on)
    parts = [
        _part("Agenda", ("Item", "Who presents it", "What the Board is asked", "Papers"), _agenda(meeting),
              "No agenda is held here."),
        _part("Decisions of this meeting", ("Item", "What was decided"), _decisions(meeting),
              "No decision of this meeting is recorded."),
    ]  # fmt: skip
    if before:
        title = f"Decisions of the last meeting, {long_date(before.held_on)}"
        parts.append(_part(title, ("Item", "What was decided"), _decisions(before), "No decision is recorded."))
    return [
        *parts,
        _part("Action log", ("What was asked for", "Who does it", "By when", "How it stands"), _log(meeting, on),
              "Nothing in the action log is open."),
        _part("Questions", ("Who asks", "Question", "Answer"), _questions(meeting), "Nobody has asked a question."),
        _part("Who has signed for this report", ("Part of the plan", "Signed by", "Not signed by"),
              _signatures(meeting, plan, on), "No part of this plan has actions to sign for."),
        _part("Ratings that were challenged", ("Action", "Challenge", "Answer"), _challenges(meeting, plan),
              "No rating was challenged for this meeting."),
    ]  # fmt: skip


def _part(title, head, rows, empty):
    return {"title": title, "head": list(head), "rows": rows, "empty": empty}


def _agenda(meeting):
    return [
        [
            f"{item.number}. {item.item.title}",
            item.item.presenter_shown or "Nobody is named",
            item.item.get_purpose_display(),
            joined([paper.title for paper in item.papers]) or "None",
        ]
        for item in agenda_of(meeting)
    ]


def _decisions(meeting):
    return [
        [decision.agenda_item.title if decision.agenda_item else "No item", decision.words]
        for decision in decisions_of(meeting)
    ]


def _log(meeting, on):
    return [
        [
            entry.action.words,
            entry.action.owner.title if entry.action.owner else "Nobody is named",
            long_date(entry.due_on) or "No date",
            _state_of(entry),
        ]
        for entry in log_at(meeting, on)
    ]


def _state_of(entry):
    """Done, late by so many days, or open; with the last words about it."""
    if entry.is_done:
        state = f"Done on {long_date(entry.done_on)}"
    elif entry.is_overdue:
        state = f"{plural(entry.days_overdue, 'day')} late"
    else:
        state = "Open"
    return f"{state}\n{entry.notes[-1].words}" if entry.notes else state


def _questions(meeting):
    return [
        [
            asked.question.get_asker_display(),
            asked.question.words,
            "\n".join(answer.words for answer in asked.answers) or "Not answered yet",
        ]
        for asked in questions_of(meeting)
    ]


def _signatures(meeting, plan, on):
    return [
        [
            str(row.strand),
            joined([f"{s.post.title}, {long_date(s.sign_off.effective_on)}" for s in row.signatures if s.sign_off])
            or "Nobody",
            joined([post.title for post in row.missing]) or "None",
        ]
        for row in signoffs_of(meeting, on, plans=[plan])
    ]


def _challenges(meeting, plan):
    return [
        [
            f"{row.challenge.action.reference} {row.challenge.action.title}",
            row.challenge.words,
            row.answer.words if row.answer else "Not answered yet",
        ]
        for row in challenges_of(meeting)
        if row.challenge.action.plan_id == plan.pk
    ]
