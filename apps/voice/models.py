"""What families say, in their own words, and what they are answered.

A round is written as a draft by those whose voice it is and released by them. From then on nobody changes it: triggers
refuse, and the site has no right to. Words that people write themselves are left out of the history, so that a personal
detail that is taken out of a text is gone; who did what and when stays. Of what a draft holds there is no history: it
is nobody's business but theirs.
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.models import DatedRow, KnownThen, LondonDay, has_words
from apps.core.personal_details import TAKEN_OUT
from apps.inspections.models import Finding
from apps.plans.models import Action, StatusUpdate

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


def stays(*, except_column=None):
    """A trigger: a row is never changed or deleted.

    The procedure that takes personal details out works as the owner of the tables and may change one column.
    """
    allowed = f"""
        IF TG_OP = 'UPDATE' AND NOT starts_with(current_user::text, 'sendtracker_web')
            AND to_jsonb(NEW) - '{except_column}' = to_jsonb(OLD) - '{except_column}' THEN
            RETURN NEW;
        END IF;
    """
    return pgtrigger.Trigger(
        name="stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=(allowed if except_column else "")
        + "RAISE EXCEPTION 'What was said is never changed' USING ERRCODE = 'check_violation';",
    )


def of_a_draft(operation):
    """A trigger: rows are put into a round, or taken out of it, only while it is a draft."""
    return pgtrigger.Trigger(
        name="of_a_draft",
        operation=operation,
        when=pgtrigger.Before,
        declare=[("round_state", "TEXT")],
        func="""
        SELECT state INTO round_state FROM voice_round WHERE id = NEW.round_id FOR SHARE;
        IF round_state IS DISTINCT FROM 'draft' THEN
            RAISE EXCEPTION 'This round was released: nothing is added to it' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """,
    )


def stands(name):
    return models.CheckConstraint(
        name=name, condition=Q(voids__isnull=True), violation_error_message="What was said is not taken back."
    )


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


class Place(models.TextChoices):
    """Where a text stands: a table and its column, as the procedure ``voice_take_out`` knows them."""

    COMMENT = "comment", "Comment on a finding"
    ISSUE = "issue", "Issue"
    BROUGHT_BY = "brought_by", "Who brought a round"
    ANSWER = "answer", "Answer"
    WORDING = "wording", "Proposed words"
    REASON = "reason", "Why words were not taken"


class DetailKind(models.TextChoices):
    NAME = "name", "A name"
    NUMBER = "number", "A number, such as an NHS number or pupil number"
    DATE = "date", "A date, such as a date of birth"
    CONTACT = "contact", "An address, e-mail address or telephone number"
    OTHER = "other", "Something else that points at one child or family"


@pghistory.track()
class Redaction(DatedRow):
    """A personal detail was taken out of a released text; this stays in its place: which kind, who and when.

    The words that were taken out are kept nowhere.
    """

    known_then = KnownThen.AS_TODAY

    place = models.CharField(max_length=20, choices=Place.choices)
    row = models.BigIntegerField("key of the row")
    kind = models.CharField(max_length=20, choices=DetailKind.choices)
    author_title = models.CharField(max_length=300)

    class Meta(DatedRow.Meta):
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["place", "row"])]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="voice_redaction_place_known", condition=Q(place__in=Place.values)),
            models.CheckConstraint(name="voice_redaction_kind_known", condition=Q(kind__in=DetailKind.values)),
            stands("voice_redaction_stands"),
        ]

    def __str__(self):
        return f"{TAKEN_OUT}, {self.effective_on}"
