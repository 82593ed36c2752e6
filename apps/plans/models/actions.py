"""Actions: what was promised, by whom, by when, which finding it answers, and what was decided about it."""

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.urls import reverse

from apps.accounts.models import Post
from apps.core.models import DatedRow, has_words, voids_its_own
from apps.inspections.models import DatePrecision, Finding
from apps.plans.codes import ActionState, DecisionKind, Rating
from apps.plans.models.plans import Plan, Strand
from apps.plans.references import sort_key

# What an action says and who answers for it; people change it in place. Lists of past days are in today's order.
EDITED_IN_PLACE = (
    "reference",
    "title",
    "plain_title",
    "description",
    "success_criteria",
    "accountable_council",
    "accountable_icb",
    "deputy",
)


@pghistory.track()
class Action(models.Model):
    """One promise of a plan.

    ``original_due_on`` is the first date that was promised and never changes; ``due_on`` is the date now agreed.
    ``added_on`` is the day from which the action is part of the plan, ``dated_on`` that from which it has its first
    date; ``recorded_at`` is when the system was told of it, ``edited_at`` when ``EDITED_IN_PLACE`` last changed.
    ``start_on`` and ``is_critical`` repeat the newest ``ActionChange``; columns under "latest" repeat the newest dated
    rows; ``apps.plans.services`` keeps them. Actions are never deleted.
    """

    edited_in_place = EDITED_IN_PLACE
    edited_since = "edited_at"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="actions")
    reference = models.CharField(max_length=30)
    reference_key = models.CharField(max_length=80, editable=False)
    title = models.CharField("what was promised", max_length=500)
    plain_title = models.CharField("in plain words for families", max_length=500, blank=True)
    description = models.TextField(blank=True)
    success_criteria = models.TextField("how we will know it worked", blank=True)
    accountable_council = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="council_actions", null=True, blank=True
    )
    accountable_icb = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="icb_actions", null=True, blank=True
    )
    deputy = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="deputy_actions", null=True, blank=True)
    is_critical = models.BooleanField(
        "critical", default=False, help_text="When a critical action is off track, so is its strand."
    )
    added_on = models.DateField("part of the plan from")
    start_on = models.DateField("starts on", null=True, blank=True)
    original_due_on = models.DateField("first date promised", null=True, blank=True)
    dated_on = models.DateField(
        "first date agreed on", null=True, blank=True, editable=False, help_text="Empty: from the start."
    )
    due_precision = models.CharField(max_length=10, choices=DatePrecision.choices, default=DatePrecision.DAY)
    due_text = models.CharField("date as the source writes it", max_length=200, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, related_name="replaces", null=True, blank=True)
    source = models.TextField(blank=True)
    leads = models.ManyToManyField(Post, through="ActionLead", related_name="actions")
    findings = models.ManyToManyField(Finding, through="ActionFinding", related_name="actions")

    # Latest.
    due_on = models.DateField("date now agreed", null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, choices=ActionState.choices, default=ActionState.OPEN, editable=False)
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True, editable=False)
    percent_complete = models.PositiveSmallIntegerField(null=True, editable=False)
    updated_on = models.DateField("last reported on", null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    edited_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["plan", "reference_key"]
        indexes = [
            GinIndex(
                SearchVector("reference", "title", "plain_title", "description", config="simple"),
                name="plans_action_words",
            ),
            models.Index(fields=["plan", "reference_key"], name="plans_action_in_order"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_original_due_on",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__original_due_on__isnull=False)
                & pgtrigger.Q(old__original_due_on__df=pgtrigger.F("new__original_due_on")),
                func="RAISE EXCEPTION 'The first date promised is never changed' USING ERRCODE = 'check_violation';",
            ),
            pgtrigger.Trigger(
                name="note_edit",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.AnyChange(*EDITED_IN_PLACE),
                func="NEW.edited_at = clock_timestamp(); RETURN NEW;",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "plan",
                Lower("reference"),
                name="plans_action_reference_once",
                violation_error_message="This plan already has an action with this reference.",
            ),
            models.CheckConstraint(name="plans_action_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="plans_action_due_after_start",
                condition=Q(start_on__isnull=True)
                | Q(original_due_on__isnull=True)
                | Q(original_due_on__gte=F("start_on")),
                violation_error_message="The date promised cannot be before the start.",
            ),
            models.CheckConstraint(
                name="plans_action_percent_in_range",
                condition=Q(percent_complete__isnull=True) | Q(percent_complete__lte=100),
            ),
            models.CheckConstraint(name="plans_action_state_known", condition=Q(state__in=ActionState.values)),
            models.CheckConstraint(
                name="plans_action_rating_known", condition=Q(rating__isnull=True) | Q(rating__in=Rating.values)
            ),
            models.CheckConstraint(
                name="plans_action_complete_when_accepted",
                condition=Q(rating__isnull=True)
                | Q(rating=Rating.COMPLETE, state=ActionState.ACCEPTED)
                | (~Q(rating=Rating.COMPLETE) & ~Q(state=ActionState.ACCEPTED)),
            ),
            models.CheckConstraint(
                name="plans_action_replacement_named",
                condition=~Q(state__in=[ActionState.MERGED, ActionState.REPLACED]) | Q(replaced_by__isnull=False),
                violation_error_message="Name the action that takes its place.",
            ),
            models.CheckConstraint(
                name="plans_action_not_replaced_by_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")),
                violation_error_message="An action cannot take its own place.",
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def save(self, *args, **kwargs):
        self.reference_key = sort_key(self.reference)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("plans:action", args=[self.pk])

    @property
    def is_open(self):
        return self.state == ActionState.OPEN


@pghistory.track()
class ActionLead(models.Model):
    """A post that leads an action; several may, each for its organisation."""

    database_rights = "select, insert, update, delete"
    linked_to = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="action_leads")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="action_leads")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "post"],
                name="plans_actionlead_once",
                violation_error_message="This post already leads the action.",
            )
        ]

    def __str__(self):
        return f"{self.post} leads {self.action.reference}"


@pghistory.track()
class ActionFinding(models.Model):
    """An action answers a finding."""

    database_rights = "select, insert, update, delete"
    linked_to = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="action_findings")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="action_findings")
    reading = models.CharField("whose reading", max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "finding"],
                name="plans_actionfinding_once",
                violation_error_message="The action already answers this finding.",
            )
        ]

    def __str__(self):
        return f"{self.action.reference} answers {self.finding.reference}"


@pghistory.track()
class ActionChange(DatedRow):
    """From ``effective_on`` on an action starts on another day, or is critical or no longer so, and why."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="changes")
    start_on = models.DateField("starts on", null=True, blank=True)
    is_critical = models.BooleanField("critical", default=False)
    reason = models.TextField()

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        indexes = [models.Index(fields=["action", "-effective_on", "-recorded_at"])]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("action_id")]
        constraints = [*DatedRow.Meta.constraints, has_words("reason", "plans_actionchange_has_reason")]

    def __str__(self):
        return f"{self.action.reference}: starts on {self.start_on}"


# Who accepts must not be who said that it is done, and there must be something to accept.
SECOND_PERSON = """
    SELECT d.kind, d.recorded_by_id INTO newest, said_by FROM plans_actiondecision d
    WHERE d.action_id = NEW.action_id AND d.voids_id IS NULL
        AND NOT EXISTS (SELECT FROM plans_actiondecision v WHERE v.voids_id = d.id)
    ORDER BY d.effective_on DESC, d.recorded_at DESC, d.id DESC LIMIT 1;
    IF newest IS DISTINCT FROM 'said_done' THEN
        RAISE EXCEPTION 'Nothing was said to be done' USING ERRCODE = 'check_violation';
    END IF;
    IF said_by = NEW.recorded_by_id THEN
        RAISE EXCEPTION 'A second person accepts what was said to be done' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@pghistory.track()
class ActionDecision(DatedRow):
    """Somebody said an action is done, accepted it, sent it back, took it out of the plan or reopened it.

    ``effective_on`` is the day from which the decision holds; ``done_on`` the day on which the work was done, as its
    lead says.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=DecisionKind.choices)
    reason = models.TextField()
    done_on = models.DateField("when the work was done", null=True, blank=True)
    takes_its_place = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        indexes = [models.Index(fields=["action", "-effective_on", "-recorded_at"])]
        triggers = [
            *DatedRow.Meta.triggers,
            voids_its_own("action_id"),
            pgtrigger.Trigger(
                name="accepted_by_second_person",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__kind=DecisionKind.ACCEPTED, new__voids__isnull=True),
                declare=[("newest", "TEXT"), ("said_by", "BIGINT")],
                func=SECOND_PERSON,
            ),
        ]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="plans_actiondecision_kind_known", condition=Q(kind__in=DecisionKind.values)),
            has_words("reason", "plans_actiondecision_has_reason", "Give the reason."),
            models.CheckConstraint(
                name="plans_actiondecision_done_by_then",
                condition=Q(done_on__isnull=True) | Q(done_on__lte=F("effective_on")),
                violation_error_message="It cannot be said to be done before it was done.",
            ),
            models.CheckConstraint(
                name="plans_actiondecision_replacement_named",
                condition=~Q(kind__in=[DecisionKind.MERGED, DecisionKind.REPLACED]) | Q(takes_its_place__isnull=False),
                violation_error_message="Name the action that takes its place.",
            ),
        ]

    def __str__(self):
        return f"{self.action.reference}: {self.get_kind_display()} on {self.effective_on}"
