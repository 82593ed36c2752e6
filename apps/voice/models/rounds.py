"""Whose voice it is, a round of it from draft to release, and what it says of each finding."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.models import DatedRow, LondonDay
from apps.inspections.models import Finding
from apps.voice.models.rules import of_a_draft, stands, stays

MOST_PEOPLE = 100_000


class SpeakerKind(models.TextChoices):
    """In the order in which voices are shown."""

    FORUM = "forum", "Parent carer forum"
    YOUNG_PEOPLE = "young_people", "Young people"
    SURVEY = "survey", "Survey"
    OTHER = "other", "Other"


class How(models.TextChoices):
    SURGERY = "surgery", "At a surgery or drop-in"
    EVENT = "event", "At an event"
    MEETING = "meeting", "At meetings of the group"
    SURVEY = "survey", "By a survey"
    CONTACT = "contact", "By calls, messages or letters"


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    RELEASED = "released", "Released"


class Felt(models.TextChoices):
    """What families say of a finding, the least good first."""

    NOT_FELT = "not_felt", "Not felt yet"
    STARTING = "starting", "Starting to feel it"
    FELT = "felt", "Felt"


# How many of two stars are filled: shapes that neither ratings nor levels of measures nor risks have.
SHAPES = {Felt.NOT_FELT: "☆☆", Felt.STARTING: "★☆", Felt.FELT: "★★"}
MEANINGS = {
    Felt.NOT_FELT: "Families do not notice a difference.",
    Felt.STARTING: "Some families notice a difference, or all notice a small one.",
    Felt.FELT: "Families notice that it is better.",
}


@pghistory.track()
class Speaker(models.Model):
    """Whose voice it is: parent representatives of its organisation write for it; where it has none, others do."""

    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=SpeakerKind.choices)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="speakers",
        null=True,
        blank=True,
        help_text="Whose parent representatives write for it. Empty: nobody of it signs in here.",
    )
    is_demonstration = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["is_demonstration", "name"]
        triggers = [
            pgtrigger.Trigger(
                name="stays_itself",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.AnyChange("name", "kind", "organisation_id", "is_demonstration"),
                func="""
                IF EXISTS (SELECT FROM voice_round WHERE speaker_id = OLD.id) THEN
                    RAISE EXCEPTION 'Whose voice it is never changes' USING ERRCODE = 'check_violation';
                END IF;
                RETURN NEW;
                """,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "is_demonstration",
                name="voice_speaker_name_once",
                violation_error_message="There is already a voice with this name.",
            ),
            models.CheckConstraint(name="voice_speaker_kind_known", condition=Q(kind__in=SpeakerKind.values)),
            models.CheckConstraint(name="voice_speaker_has_name", condition=Q(name__regex=r"\S")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("voice:speaker", args=[self.pk])


class RoundQuerySet(models.QuerySet):
    def released(self, on):
        """Rounds that were released and whose listening had ended by a date, the newest first."""
        rounds = self.filter(state=State.RELEASED, heard_to__lte=on)
        return rounds.order_by("-heard_to", "-released_at", "-pk")


@pghistory.track(exclude=["brought_by"])
class Round(models.Model):
    """What a speaker heard between two days, how and from how many; a draft until it is released.

    ``brought_by`` says who brought what a speaker without a sign-in of its own has said (a role or group, no name).
    ``written_by`` began it; who released it is ``released_by``.
    """

    database_rights = "select, insert, update, delete"

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="rounds")
    heard_from = models.DateField("first day of listening")
    heard_to = models.DateField("last day of listening")
    how = models.CharField(max_length=20, choices=How.choices)
    how_many = models.PositiveIntegerField("how many people were heard")
    brought_by = models.CharField("who brought it", max_length=1000, blank=True)
    is_on_behalf = models.BooleanField(default=False, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    released_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    token = models.UUIDField(unique=True, null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-heard_to", "-pk"]
        triggers = [
            pgtrigger.Trigger(
                name="released_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state=State.RELEASED),
                func="""
                IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')
                    AND to_jsonb(NEW) - 'brought_by' = to_jsonb(OLD) - 'brought_by' THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'A released round is never changed' USING ERRCODE = 'check_violation';
                """,
            ),
            pgtrigger.Trigger(
                name="begins_as_draft",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__state=State.RELEASED),
                func="RAISE EXCEPTION 'A round begins as a draft' USING ERRCODE = 'check_violation';",
            ),
            # When it was released is the database's own clock, whatever a program says.
            pgtrigger.Trigger(
                name="released_now",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state=State.DRAFT, new__state=State.RELEASED),
                func="NEW.released_at = clock_timestamp(); RETURN NEW;",
            ),
        ]
        constraints = [
            models.CheckConstraint(name="voice_round_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="voice_round_how_known", condition=Q(how__in=How.values)),
            models.CheckConstraint(
                name="voice_round_ends_after_start",
                condition=Q(heard_to__gte=F("heard_from")),
                violation_error_message="The last day of listening cannot be before the first.",
            ),
            models.CheckConstraint(
                name="voice_round_heard_somebody",
                condition=Q(how_many__gte=1, how_many__lte=MOST_PEOPLE),
                violation_error_message="Say how many people were heard.",
            ),
            models.CheckConstraint(
                name="voice_round_says_who_brought_it",
                condition=Q(is_on_behalf=False, brought_by="") | Q(is_on_behalf=True, brought_by__regex=r"\S"),
                violation_error_message="Say who brought what was said.",
            ),
            models.CheckConstraint(
                name="voice_round_released_at_a_moment",
                condition=Q(state=State.DRAFT, released_at__isnull=True)
                | Q(state=State.RELEASED, released_at__isnull=False, heard_to__lte=LondonDay("released_at")),
                violation_error_message="A round is released once its listening has ended.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker}, {self.heard_from} to {self.heard_to}"

    def get_absolute_url(self):
        return reverse("voice:round", args=[self.pk])

    @property
    def is_draft(self):
        return self.state == State.DRAFT


class DraftEntry(models.Model):
    """What a draft says of one finding; it becomes a ``VoiceRating`` and is deleted when the round is released."""

    database_rights = "select, insert, update, delete"

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="draft_entries")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=10, choices=Felt.choices)
    comment = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["pk"]
        triggers = [of_a_draft(pgtrigger.Insert | pgtrigger.Update)]
        constraints = [
            models.UniqueConstraint(fields=["round", "finding"], name="voice_draftentry_finding_once"),
            models.CheckConstraint(name="voice_draftentry_rating_known", condition=Q(rating__in=Felt.values)),
        ]

    def __str__(self):
        return f"{self.finding.reference}: {self.get_rating_display()}"


class DraftIssue(models.Model):
    """An issue of a draft; it becomes an ``Issue`` and is deleted when the round is released."""

    database_rights = "select, insert, update, delete"

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="draft_issues")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    words = models.TextField()
    how_many = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        triggers = [of_a_draft(pgtrigger.Insert | pgtrigger.Update)]
        constraints = [
            models.CheckConstraint(name="voice_draftissue_has_words", condition=Q(words__regex=r"\S")),
            models.CheckConstraint(
                name="voice_draftissue_raised_by_somebody",
                condition=Q(how_many__isnull=True) | Q(how_many__gte=1, how_many__lte=MOST_PEOPLE),
            ),
        ]

    def __str__(self):
        return f"Issue {self.pk} of a draft"


@pghistory.track(exclude=["comment"])
class VoiceRating(DatedRow):
    """What a speaker says of a finding in one round; ``effective_on`` is the last day of listening."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ratings")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="voice_ratings")
    rating = models.CharField(max_length=10, choices=Felt.choices)
    comment = models.TextField(blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["finding", "-effective_on", "-pk"]
        triggers = [*DatedRow.Meta.triggers, of_a_draft(pgtrigger.Insert), stays(except_column="comment")]
        indexes = [models.Index(fields=["finding", "-effective_on", "-recorded_at"])]
        constraints = [
            *DatedRow.Meta.constraints,
            models.UniqueConstraint(fields=["round", "finding"], name="voice_voicerating_finding_once"),
            models.CheckConstraint(name="voice_voicerating_rating_known", condition=Q(rating__in=Felt.values)),
            stands("voice_voicerating_stands"),
        ]

    def __str__(self):
        return f"{self.finding.reference}: {self.get_rating_display()}"

    @property
    def shape(self):
        return SHAPES[self.rating]
