"""The reporting round before a meeting: who was chased, which ratings were challenged, who signed for which part."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.models import Post
from apps.board.models.meetings import Meeting, while_open
from apps.core.models import DatedRow, has_words, voids_its_own
from apps.plans.codes import Rating
from apps.plans.models import Action, Strand


@pghistory.track()
class Chase(models.Model):
    """Somebody was reminded of what their posts have not reported; at most once a day, by one e-mail.

    ``sent_at`` is when the e-mail was handed over; empty while it waits, or where it could not be sent.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="chases")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="chases")
    action_count = models.PositiveIntegerField("actions without a report")
    chased_on = models.DateField()
    chased_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-chased_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "chased_on"],
                name="board_chase_once_a_day",
                violation_error_message="They were already reminded today.",
            )
        ]

    def __str__(self):
        return f"{self.holder} on {self.chased_on}"


# Somebody other than the person who challenged answers, once.
ANSWERED_BY_ANOTHER = pgtrigger.Trigger(
    name="answered_by_another",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__voids__isnull=True),
    func="""
    IF EXISTS (SELECT FROM board_challenge c
        WHERE c.id = NEW.challenge_id AND c.recorded_by_id = NEW.recorded_by_id) THEN
        RAISE EXCEPTION 'Somebody other than the person who challenged answers' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM board_challengeanswer d WHERE d.challenge_id = NEW.challenge_id AND d.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM board_challengeanswer v WHERE v.voids_id = d.id)) THEN
        RAISE EXCEPTION 'This was already answered' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)


def _rating_known(name):
    return models.CheckConstraint(name=name, condition=Q(rating__isnull=True) | Q(rating__in=Rating.values))


@pghistory.track()
class Challenge(DatedRow):
    """Somebody doubts how an action is rated; ``rating`` is what its officer said then, ``meeting`` the one to come."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="challenges")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="challenges", null=True, blank=True)
    words = models.TextField()
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True, blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("action_id")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_challenge_says_why", "Say why you doubt the rating."),
            _rating_known("board_challenge_rating_known"),
        ]

    def __str__(self):
        return f"{self.action.reference}: {self.words}"


@pghistory.track()
class ChallengeAnswer(DatedRow):
    """The officer keeps the rating or has changed it, and says why; ``rating`` is what it is with the answer."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="answers")
    is_changed = models.BooleanField("rating changed")
    words = models.TextField()
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True, blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("challenge_id"), ANSWERED_BY_ANOTHER]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_challengeanswer_says_why", "Say why."),
            _rating_known("board_challengeanswer_rating_known"),
        ]

    def __str__(self):
        return f"{self.challenge}: {'changed' if self.is_changed else 'kept'}"


@pghistory.track()
class SignOff(DatedRow):
    """The holder of an accountable post signs for a strand before a meeting, with both ratings as they then stand."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sign_offs")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="sign_offs")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="sign_offs")
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True, blank=True)
    rule_rating = models.CharField("what the actions say", max_length=20, choices=Rating.choices, null=True, blank=True)
    note = models.TextField(blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [
            *DatedRow.Meta.triggers,
            voids_its_own("strand_id"),
            while_open("while_open", pgtrigger.Insert),
        ]
        constraints = [*DatedRow.Meta.constraints, _rating_known("board_signoff_rating_known")]

    def __str__(self):
        return f"{self.strand.reference}, {self.post}"
