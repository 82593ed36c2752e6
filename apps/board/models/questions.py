"""Questions of the public and of Members to a meeting; whoever asks is named by kind, never by name."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from apps.board.models.meetings import AgendaItem, Meeting
from apps.core.models import DatedRow, has_words, voids_its_own


class Asker(models.TextChoices):
    PUBLIC = "public", "A member of the public"
    MEMBER = "member", "A Member"
    REPRESENTATIVE = "representative", "A parent carer representative"


@pghistory.track()
class Question(DatedRow):
    """A question that was asked on ``effective_on``, in the words of who asked it."""

    section = "questions"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="questions")
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="questions", null=True, blank=True
    )
    asker = models.CharField(max_length=20, choices=Asker.choices)
    words = models.TextField()
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [
            *DatedRow.Meta.triggers,
            voids_its_own("meeting_id"),
            pgtrigger.Trigger(
                name="item_of_meeting",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__agenda_item_id__isnull=False),
                func="""
                IF NOT EXISTS (SELECT FROM board_agendaitem i
                    WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN
                    RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';
                END IF;
                RETURN NEW;
                """,
            ),
        ]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_question_has_words", "Write the question."),
            models.CheckConstraint(name="board_question_asker_known", condition=Q(asker__in=Asker.values)),
        ]

    def __str__(self):
        return self.words

    @property
    def is_late(self):
        """Asked after the deadline; hides a query unless ``meeting`` was selected with it."""
        return bool(self.meeting.questions_by) and self.effective_on > self.meeting.questions_by


@pghistory.track()
class QuestionRuling(DatedRow):
    """A question was taken though late, or refused, and why; the newest counts."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="rulings")
    is_accepted = models.BooleanField("taken")
    reason = models.TextField()
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("question_id")]
        constraints = [*DatedRow.Meta.constraints, has_words("reason", "board_questionruling_has_reason")]

    def __str__(self):
        return f"{self.question}: {'taken' if self.is_accepted else 'refused'}"


@pghistory.track()
class QuestionAnswer(DatedRow):
    """The answer to a question, given on ``effective_on`` by a post; a later answer stands beside it."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    words = models.TextField()
    author_title = models.CharField("answered by", max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("question_id")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_questionanswer_has_words", "Write the answer."),
        ]

    def __str__(self):
        return self.words
