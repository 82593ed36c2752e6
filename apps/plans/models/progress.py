"""What was reported about actions: updates, milestones, new dates and evidence; each a dated row."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from apps.accounts.models import Organisation
from apps.core.models import DatedQuerySet, DatedRow, KnownThen, has_words, voids_its_own
from apps.imports.models import Batch
from apps.plans.codes import IN_TROUBLE, REPORTABLE, EvidenceShows, Rating
from apps.plans.models.actions import Action


@pghistory.track()
class StatusUpdate(DatedRow):
    """What a lead reports; ``effective_on`` is the day it speaks of.

    ``rating`` is empty where none was given (never a default). Red and amber say why, what is being done, when it
    will be back on track and what the Board must do. ``token`` makes a form that is sent twice count once.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    narrative = models.TextField()
    families_text = models.TextField("for families", blank=True)
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True, blank=True)
    percent_complete = models.PositiveSmallIntegerField(null=True, blank=True)
    reason_differs = models.TextField("why the rating is greener than the dates say", blank=True)
    why = models.TextField("why it is late or at risk", blank=True)
    being_done = models.TextField("what is being done", blank=True)
    back_on = models.DateField("back on track on", null=True, blank=True)
    board_ask = models.TextField("what the Board must do", blank=True)
    is_no_change = models.BooleanField("no change", default=False)
    author_title = models.CharField(max_length=200, blank=True)
    bulk = models.UUIDField("recorded together with others", null=True, blank=True)
    source = models.TextField(blank=True)
    batch = models.ForeignKey(
        Batch,
        on_delete=models.PROTECT,
        related_name="updates",
        null=True,
        blank=True,
        help_text="The file it came with.",
    )
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("action_id")]
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        indexes = [
            models.Index(fields=["action", "-effective_on", "-recorded_at"]),
            models.Index(name="plans_statusupdate_asks", fields=["action", "effective_on"], condition=~Q(board_ask="")),
        ]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="plans_statusupdate_rating_reportable",
                condition=Q(rating__isnull=True) | Q(rating__in=REPORTABLE),
                violation_error_message="An action becomes complete when a second person accepts it.",
            ),
            models.CheckConstraint(
                name="plans_statusupdate_percent_in_range",
                condition=Q(percent_complete__isnull=True) | Q(percent_complete__lte=100),
                violation_error_message="Enter a percentage from 0 to 100.",
            ),
            models.CheckConstraint(
                name="plans_statusupdate_trouble_explained",
                # A document or a sheet that was loaded may not say all this; a person must.
                condition=Q(recorded_by__isnull=True)
                | Q(batch__isnull=False)
                | Q(rating__isnull=True)
                | ~Q(rating__in=IN_TROUBLE)
                | Q(why__regex=r"\S", being_done__regex=r"\S", board_ask__regex=r"\S", back_on__isnull=False),
                violation_error_message="Say why, what is being done, back when, and what the Board must do.",
            ),
            has_words("narrative", "plans_statusupdate_says_something", "Say what has happened."),
        ]

    def __str__(self):
        return f"{self.action.reference}, {self.effective_on}"

    @property
    def is_public(self):
        """Loaded from a published paper that it names, so that its words are no secret of the officers'."""
        return bool(self.source) and self.recorded_by_id is None


def newest_reports(actions, on):
    """``{action id: newest StatusUpdate}`` that had taken effect by a date; one query."""
    rows = StatusUpdate.objects.as_at(on).filter(action__in=actions).order_by("effective_on", "recorded_at", "pk")
    return {row.action_id: row for row in rows}


def words_for_families(newest, on):
    """``{action id: words}``: those of the newest report, and where that says "no change", those that still stand.

    ``newest`` is what ``newest_reports`` gave; one query.
    """
    unchanged = [key for key, report in newest.items() if report.is_no_change]
    full = StatusUpdate.objects.as_at(on).filter(action__in=unchanged, is_no_change=False)
    full = {row.action_id: row for row in full.order_by("effective_on", "recorded_at", "pk")}
    return {key: full.get(key, report).families_text or report.families_text for key, report in newest.items()}


@pghistory.track()
class Milestone(models.Model):
    """A step on the way; ``original_due_on`` is the first date and never changes.

    ``added_on`` is the day from which it is part of the action (empty: from the action's own first day).
    ``due_on`` and ``is_dropped`` repeat the newest ``MilestoneChange``.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=300)
    added_on = models.DateField("part of the action from", null=True, blank=True)
    original_due_on = models.DateField(null=True, blank=True)
    due_on = models.DateField("due on", null=True, blank=True)
    is_dropped = models.BooleanField("no longer needed", default=False)

    class Meta:
        ordering = ["action", "position", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="keep_original_due_on",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__original_due_on__isnull=False)
                & pgtrigger.Q(old__original_due_on__df=pgtrigger.F("new__original_due_on")),
                func="RAISE EXCEPTION 'The first date of a milestone is never changed' "
                "USING ERRCODE = 'check_violation';",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "title"],
                name="plans_milestone_title_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="This action already has a milestone with these words.",
            )
        ]

    def __str__(self):
        return self.title


@pghistory.track()
class MilestoneChange(DatedRow):
    """From ``effective_on`` on a milestone is due on another day, or no longer needed, and why."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="changes")
    due_on = models.DateField("due on", null=True, blank=True)
    is_dropped = models.BooleanField("no longer needed", default=False)
    reason = models.TextField()

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("milestone_id")]
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        indexes = [models.Index(fields=["milestone", "-effective_on", "-recorded_at"])]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("reason", "plans_milestonechange_has_reason", "Say why the milestone changes."),
        ]

    def __str__(self):
        return f"{self.milestone}: {'no longer needed' if self.is_dropped else self.due_on}"


@pghistory.track()
class MilestoneCompletion(DatedRow):
    """A milestone was reached on ``effective_on``; a row that voids it takes the tick back."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="completions")

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("milestone_id")]
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"{self.milestone} on {self.effective_on}"


class ExtensionQuerySet(DatedQuerySet):
    def undecided(self):
        """Requests that stand and wait for a decision."""
        decided = ExtensionDecision.objects.standing().filter(extension=OuterRef("pk"))
        return self.standing().exclude(Exists(decided))


# A new date is asked for only while no other waits, and starts from the date now agreed.
ONE_REQUEST_AT_A_TIME = pgtrigger.Trigger(
    name="one_request_at_a_time",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__voids__isnull=True),
    func="""
    IF EXISTS (SELECT FROM plans_extension e WHERE e.action_id = NEW.action_id AND e.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_extension v WHERE v.voids_id = e.id)
        AND NOT EXISTS (SELECT FROM plans_extensiondecision d WHERE d.extension_id = e.id AND d.voids_id IS NULL
            AND NOT EXISTS (SELECT FROM plans_extensiondecision w WHERE w.voids_id = d.id))) THEN
        RAISE EXCEPTION 'A new date was already asked for' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)
# Somebody other than the person who asked decides, once.
DECIDED_BY_ANOTHER = pgtrigger.Trigger(
    name="decided_by_another",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__voids__isnull=True),
    func="""
    IF EXISTS (SELECT FROM plans_extension e WHERE e.id = NEW.extension_id AND e.recorded_by_id = NEW.recorded_by_id)
    THEN
        RAISE EXCEPTION 'Somebody other than the person who asked decides' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM plans_extensiondecision d WHERE d.extension_id = NEW.extension_id AND d.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_extensiondecision v WHERE v.voids_id = d.id)) THEN
        RAISE EXCEPTION 'This was already decided' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)


@pghistory.track()
class Extension(DatedRow):
    """Somebody asks for a later date; ``effective_on`` is the day of asking. It counts only once approved."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="extensions")
    from_due_on = models.DateField("date agreed when asked")
    to_due_on = models.DateField("date asked for")
    reason = models.TextField()
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("action_id"), ONE_REQUEST_AT_A_TIME]
        ordering = ["-effective_on", "-pk"]
        indexes = [models.Index(fields=["action", "-effective_on"])]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="plans_extension_moves_later",
                condition=Q(to_due_on__gt=F("from_due_on")),
                violation_error_message="The new date must be later than the date now agreed.",
            ),
            has_words("reason", "plans_extension_has_reason", "Say why the date must move."),
        ]

    def __str__(self):
        return f"{self.action.reference}: to {self.to_due_on}"

    @property
    def days(self):
        """By how many calendar days the date moves."""
        return (self.to_due_on - self.from_due_on).days


@pghistory.track()
class ExtensionDecision(DatedRow):
    """Whether a new date was approved; it holds from ``effective_on``."""

    extension = models.ForeignKey(Extension, on_delete=models.PROTECT, related_name="decisions")
    is_approved = models.BooleanField("approved")
    reason = models.TextField(blank=True)
    author_title = models.CharField(max_length=200, blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("extension_id"), DECIDED_BY_ANOTHER]
        ordering = ["-effective_on", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="plans_extensiondecision_refusal_has_reason",
                condition=Q(is_approved=True) | Q(reason__regex=r"\S"),
                violation_error_message="Say why the new date is refused.",
            ),
        ]

    def __str__(self):
        return f"{self.extension}: {'approved' if self.is_approved else 'refused'}"


@pghistory.track()
class Evidence(DatedRow):
    """A file or a link that shows that an action was done, changed something or is felt.

    ``effective_on`` is the date of the evidence itself, ``recorded_at`` when it was added. Only officers see it
    until it is released.
    """

    known_then = KnownThen.WITHOUT_TAKEN_BACK

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evidence")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="evidence", null=True, blank=True
    )
    title = models.CharField(max_length=200)
    shows = models.CharField("what it shows", max_length=20, choices=EvidenceShows.choices)
    note = models.TextField(blank=True)
    link = models.URLField(max_length=1000, blank=True)
    file = models.FileField(upload_to="evidence", blank=True, max_length=300)
    file_name = models.CharField(max_length=255, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField("size in bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    report = models.ForeignKey(
        StatusUpdate,
        on_delete=models.PROTECT,
        related_name="evidence",
        null=True,
        blank=True,
        help_text="The report that it was added with.",
    )
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("action_id")]
        ordering = ["-effective_on", "-pk"]
        verbose_name_plural = "evidence"
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("title", "plans_evidence_has_title", "Say what the evidence is."),
            models.CheckConstraint(
                name="plans_evidence_link_is_web_address",
                condition=Q(link="") | Q(link__iregex=r"^https?://"),
                violation_error_message="The link must begin with https:// or http://.",
            ),
            models.CheckConstraint(name="plans_evidence_shows_known", condition=Q(shows__in=EvidenceShows.values)),
            models.CheckConstraint(
                name="plans_evidence_file_or_link",
                condition=(Q(link="") & ~Q(file="")) | (~Q(link="") & Q(file="")) | Q(voids__isnull=False),
                violation_error_message="Give a file or a link, not both.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_taken_back(self):
        """Hides a query unless ``voided_by`` was selected with it."""
        return getattr(self, "voided_by", None) is not None

    @property
    def is_erased(self):
        """Hides a query unless ``erasure`` was selected with it."""
        return getattr(self, "erasure", None) is not None


@pghistory.track()
class EvidenceRelease(DatedRow):
    """Evidence was opened to Board members and families from ``effective_on``; a voiding row closes it again."""

    known_then = KnownThen.AS_TODAY

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="releases")

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("evidence_id")]
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"{self.evidence} released from {self.effective_on}"


@pghistory.track()
class EvidenceErasure(DatedRow):
    """The bytes of a file were erased, for data protection; this stays in their place: which file, by whom and why."""

    known_then = KnownThen.AS_TODAY

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="erasure")
    sha256 = models.CharField(max_length=64)
    reason = models.TextField()
    author_title = models.CharField(max_length=200, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("reason", "plans_evidenceerasure_has_reason", "Say why the file is erased."),
            models.CheckConstraint(
                name="plans_evidenceerasure_stands",
                condition=Q(voids__isnull=True),
                violation_error_message="What was erased cannot be brought back.",
            ),
        ]

    def __str__(self):
        return f"File of {self.evidence} erased on {self.effective_on}"
