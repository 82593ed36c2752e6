"""Questions to a meeting, the rulings on them and their answers."""

from django.db import transaction

from apps.accounts.titles import title_of
from apps.board.models import Question, QuestionAnswer, QuestionRuling
from apps.board.services.meetings import made_before, open_meeting
from apps.core.changes import Refused, locked
from apps.core.dates import long_date


@transaction.atomic
def ask_question(*, meeting, by, on, words, asker, asked_on=None, agenda_item=None, token=None):
    """Put a question to a meeting; one that came late waits for a ruling. ``asked_on`` is the day it came in."""
    existing = made_before(Question, token)
    if existing:
        return existing
    meeting = open_meeting(meeting)
    asked_on = asked_on or on
    if asked_on > on:
        raise Refused("The day on which it was asked cannot be in the future.", "asked_on")
    return Question.objects.create(
        meeting=meeting,
        agenda_item=agenda_item,
        recorded_by=by,
        effective_on=asked_on,
        asker=asker,
        words=words,
        token=token,
    )


def _standing(question):
    """The question, held so that two people do not rule on it at once."""
    locked(question.meeting)
    if Question.objects.filter(voids=question).exists():
        raise Refused("This question was taken back.")


def ruling_on(question):
    """The newest ruling on a question, or None."""
    rulings = QuestionRuling.objects.standing().filter(question=question)
    return rulings.order_by("effective_on", "recorded_at", "pk").last()


@transaction.atomic
def rule_on_question(*, question, by, on, is_accepted, reason, token=None):
    """Take a question though it came late, or refuse it, with a reason; a later ruling takes the place of this one."""
    existing = made_before(QuestionRuling, token)
    if existing:
        return existing
    _standing(question)
    if not is_accepted and QuestionAnswer.objects.standing().filter(question=question).exists():
        raise Refused("This question was answered, so that it is not refused any more.")
    return QuestionRuling.objects.create(
        question=question,
        recorded_by=by,
        effective_on=on,
        is_accepted=is_accepted,
        reason=reason,
        token=token,
        author_title=title_of(by),
    )


@transaction.atomic
def answer_question(*, question, by, on, words, answered_by="", answered_on=None, token=None):
    """Record the answer to a question, by which post and when; also after the record of the meeting was closed."""
    existing = made_before(QuestionAnswer, token)
    if existing:
        return existing
    _standing(question)
    answered_on = answered_on or on
    if answered_on > on:
        raise Refused("The day of the answer cannot be in the future.", "answered_on")
    if answered_on < question.effective_on:
        raise Refused(f"It was asked on {long_date(question.effective_on)}: choose a later day.", "answered_on")
    ruling = ruling_on(question)
    if ruling and not ruling.is_accepted:
        raise Refused("This question was refused. Take it first, then answer it.")
    if ruling is None and question.is_late:
        raise Refused("This question came late. Say first whether it is taken.")
    return QuestionAnswer.objects.create(
        question=question,
        recorded_by=by,
        effective_on=answered_on,
        words=words,
        token=token,
        author_title=answered_by or title_of(by),
    )
