"""Plans, whom they are open to, and the strands that they are divided into."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.models import Post
from apps.core.models import DatedRow, KnownThen, has_words, voids_its_own
from apps.inspections.models import Finding, Inspection
from apps.plans.codes import Rating
from apps.plans.references import sort_key


@pghistory.track()
class PlanType(models.Model):
    """A kind of plan and the words that it uses for its parts; new kinds are data, not code."""

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=100)
    strand_word = models.CharField("word for a strand", max_length=50, default="strand")

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


# Behind the name of a plan that only insiders, and those with whom it is shared, come across.
DRAFT = " (draft, not published)"


class PlanQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("closed_on", "-is_demonstration", "-starts_on", "-pk")


@pghistory.track()
class Plan(models.Model):
    """What the area promised after an inspection or agreement; ``starts_on`` is the day from which it counts.

    It may be deleted only while nothing hangs on it: whatever does is protected by a foreign key.
    """

    database_rights = "select, insert, update, delete"
    edited_in_place = ("name", "note")

    type = models.ForeignKey(PlanType, on_delete=models.PROTECT, related_name="plans")
    name = models.CharField(max_length=200)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="plans", null=True, blank=True)
    starts_on = models.DateField("counts from")
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    note = models.TextField(blank=True)
    source = models.TextField(blank=True)
    is_demonstration = models.BooleanField(default=False)
    is_published = models.BooleanField(default=False, editable=False, help_text="The latest publication row says so.")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="plans_plan_name_once",
                violation_error_message="There is already a plan with this name.",
            ),
            models.CheckConstraint(
                name="plans_plan_closed_after_start",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("starts_on")),
                violation_error_message="The plan cannot be closed before it starts.",
            ),
            models.CheckConstraint(
                name="plans_plan_closed_with_reason",
                condition=Q(closed_on__isnull=True) | ~Q(closed_reason=""),
                violation_error_message="Say why the plan is closed.",
            ),
        ]

    @property
    def marked_name(self):
        """The name, and that it is a draft where it is not published."""
        return self.name if self.is_published else f"{self.name}{DRAFT}"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("plans:plan", args=[self.pk])


@pghistory.track()
class Publication(DatedRow):
    """A plan was published, or taken back from the public, on a date."""

    known_then = KnownThen.AS_TODAY

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="publications")
    is_published = models.BooleanField("published")
    note = models.TextField(blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("plan_id")]
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"{self.plan}: {'published' if self.is_published else 'not public'} from {self.effective_on}"


@pghistory.track()
class PlanShare(models.Model):
    """A named person may read a plan that is not published, to write it together."""

    database_rights = "select, insert, update, delete"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shared_plans")
    shared_on = models.DateField()

    class Meta:
        ordering = ["plan", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "person"],
                name="plans_planshare_once",
                violation_error_message="The plan is already shared with this person.",
            )
        ]

    def __str__(self):
        return f"{self.plan} shared with {self.person}"


class StrandKind(models.TextChoices):
    AREA = "area", "Area"
    PRIORITY = "priority", "Priority"
    CONDITION = "condition", "Condition"
    WORKSTREAM = "workstream", "Workstream"


@pghistory.track()
class Strand(models.Model):
    """A part of a plan (area, priority, condition or workstream) and who answers for it.

    It may be deleted only while no action and no rating hangs on it and its plan is not published.
    """

    database_rights = "select, insert, update, delete"
    edited_in_place = (
        "reference",
        "position",
        "title",
        "plain_title",
        "note",
        "accountable_council",
        "accountable_icb",
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="strands")
    kind = models.CharField(max_length=20, choices=StrandKind.choices)
    reference = models.CharField(max_length=20)
    reference_key = models.CharField(max_length=80, editable=False, help_text="Sorts 2.10 after 2.9.")
    position = models.PositiveSmallIntegerField("place in the plan", default=0)
    title = models.CharField(max_length=300)
    plain_title = models.CharField("title in plain words", max_length=300, blank=True)
    note = models.TextField(blank=True)
    accountable_council = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="council_strands", null=True, blank=True
    )
    accountable_icb = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="icb_strands", null=True, blank=True
    )
    findings = models.ManyToManyField(Finding, related_name="strands", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["plan", "position", "reference_key"]
        triggers = [
            pgtrigger.Trigger(
                name="stays_when_published",
                operation=pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                -- A file that added the part may be taken back by the procedure of the tables' owner.
                IF starts_with(current_user::text, 'sendtracker_web')
                    AND EXISTS (SELECT FROM plans_plan p WHERE p.id = OLD.plan_id AND p.is_published) THEN
                    RAISE EXCEPTION 'A part of a published plan is not deleted' USING ERRCODE = 'check_violation';
                END IF;
                RETURN OLD;
                """,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                "plan",
                Lower("reference"),
                name="plans_strand_reference_once",
                violation_error_message="This plan already has a strand with this reference.",
            ),
            # The key that actions point to, so that an action's plan is always its strand's.
            models.UniqueConstraint(fields=["id", "plan"], name="plans_strand_of_plan"),
            models.CheckConstraint(name="plans_strand_kind_known", condition=Q(kind__in=StrandKind.values)),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def save(self, *args, **kwargs):
        self.reference_key = sort_key(self.reference)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("plans:strand", args=[self.pk])


@pghistory.track()
class StrandFinding(Strand.findings.through):
    """The links between strands and findings, so that their history is kept like that of the rows."""

    linked_to = "strand"

    class Meta:
        proxy = True


@pghistory.track()
class StrandRating(DatedRow):
    """How the accountable officer rates a strand; a reason is asked where it is greener than the rule."""

    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="ratings")
    rating = models.CharField(max_length=20, choices=Rating.choices)
    narrative = models.TextField()
    reason_differs = models.TextField(blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("strand_id")]
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        indexes = [models.Index(fields=["strand", "-effective_on", "-recorded_at"])]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("narrative", "plans_strandrating_says_why", "Say why you rate it so."),
            models.CheckConstraint(name="plans_strandrating_rating_known", condition=Q(rating__in=Rating.values)),
        ]

    def __str__(self):
        return f"{self.strand.reference}: {self.get_rating_display()} from {self.effective_on}"
