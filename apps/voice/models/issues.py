"""What families raised, what they are answered, and the words that they propose for what is said to them."""

import pghistory
import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.models import DatedRow, has_words
from apps.inspections.models import Finding
from apps.plans.models import Action, StatusUpdate
from apps.voice.models.rounds import MOST_PEOPLE, Round
from apps.voice.models.rules import of_a_draft, stands, stays


@pghistory.track(exclude=["words"])
class Issue(DatedRow):
    """What families raised, in their words; ``effective_on`` is the last day on which it was heard.

    ``how_many`` raised it, where that is known; when and how it was heard says its round, which may hold nothing else.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="issues")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="issues", null=True, blank=True)
    words = models.TextField()
    how_many = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]
        triggers = [*DatedRow.Meta.triggers, of_a_draft(pgtrigger.Insert), stays(except_column="words")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "voice_issue_has_words", "Say what families raised."),
            models.CheckConstraint(
                name="voice_issue_raised_by_somebody",
                condition=Q(how_many__isnull=True) | Q(how_many__gte=1, how_many__lte=MOST_PEOPLE),
            ),
            stands("voice_issue_stands"),
        ]

    def __str__(self):
        return f"Issue {self.pk}"

    def get_absolute_url(self):
        return reverse("voice:issue", args=[self.pk])


@pghistory.track(exclude=["text"])
class Answer(DatedRow):
    """What an officer answers to an issue, in plain words, with the actions that answer it; the newest counts."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    actions = models.ManyToManyField(Action, related_name="voice_answers", blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        triggers = [*DatedRow.Meta.triggers, stays(except_column="text")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("text", "voice_answer_has_text", "Write the answer."),
            stands("voice_answer_stands"),
        ]

    def __str__(self):
        return f"Answer of {self.effective_on}"


@pghistory.track()
class AnswerAction(Answer.actions.through):
    """The links between answers and actions, so that their history is kept like that of the rows."""

    class Meta:
        proxy = True


@pghistory.track(exclude=["wording"])
class WordingProposal(DatedRow):
    """Words that a representative proposes for what is said to families of an action."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="wording_proposals")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="wording_proposals")
    wording = models.TextField()
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]
        triggers = [*DatedRow.Meta.triggers, stays(except_column="wording")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("wording", "voice_wordingproposal_has_wording", "Write the words that you propose."),
            stands("voice_wordingproposal_stands"),
        ]

    def __str__(self):
        return f"Wording proposed for {self.action.reference}"


@pghistory.track(exclude=["reason"])
class ProposalAnswer(DatedRow):
    """An officer took the proposed words, which then stand in a report, or said why not."""

    proposal = models.OneToOneField(WordingProposal, on_delete=models.PROTECT, related_name="answer")
    is_accepted = models.BooleanField("taken")
    reason = models.TextField(blank=True)
    report = models.ForeignKey(StatusUpdate, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    author_title = models.CharField(max_length=200, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]
        triggers = [*DatedRow.Meta.triggers, stays(except_column="reason")]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="voice_proposalanswer_taken_or_reason",
                condition=Q(is_accepted=True, report__isnull=False)
                | Q(is_accepted=False, report__isnull=True, reason__regex=r"\S"),
                violation_error_message="Say why the words are not taken.",
            ),
            stands("voice_proposalanswer_stands"),
        ]

    def __str__(self):
        return f"{self.proposal}: {'taken' if self.is_accepted else 'not taken'}"
