"""Records shaped on the modules of the SEN2 return; in extract mode only a load changes them.

``key`` is the record's own id in the case system. ``first_extract`` is the load in which it was first seen. A record
that the newest load no longer has is never deleted: ``missing_since`` is the first load without it. Nor is one that was
recorded by mistake in live mode: it is taken back, with a reason in the history.
"""

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Collate, Lower, Replace, Upper
from django.urls import reverse

from apps.caseload import codes
from apps.caseload.models.extracts import Extract


def one_of(field, choices, label):
    """A constraint that a code is empty or one of its set."""
    return models.CheckConstraint(
        name=f"caseload_{label}_{field}_known", condition=Q(**{field: ""}) | Q(**{f"{field}__in": choices.values})
    )


# What is entered here by a form (in live mode) is held to the rules by which a load is checked. The lock on the child
# lets two requests of one child come one after the other.
ONE_OPEN_REQUEST = pgtrigger.Trigger(
    name="one_open_request",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__token__isnull=False),
    func="""
    PERFORM 1 FROM caseload_child WHERE id = NEW.child_id FOR NO KEY UPDATE;
    IF NEW.outcome IN ('A', 'Y')
        AND NEW.taken_back_on IS NULL
        AND NOT EXISTS (SELECT FROM caseload_assessment a WHERE a.request_id = NEW.id AND a.outcome <> 'A')
        AND EXISTS (SELECT FROM caseload_request r WHERE r.child_id = NEW.child_id AND r.id <> NEW.id
            AND r.outcome IN ('A', 'Y') AND r.exported IN ('', '0') AND r.missing_since_id IS NULL
            AND r.taken_back_on IS NULL
            AND NOT EXISTS (SELECT FROM caseload_assessment a WHERE a.request_id = r.id AND a.outcome <> 'A')) THEN
        RAISE EXCEPTION 'This child already has an open request' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)
ASSESSED_AFTER_RECEIVED = pgtrigger.Trigger(
    name="assessed_after_received",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__first_extract__isnull=True) & pgtrigger.Q(new__outcome_on__isnull=False),
    func="""
    IF EXISTS (SELECT FROM caseload_request r WHERE r.id = NEW.request_id AND r.received_on > NEW.outcome_on) THEN
        RAISE EXCEPTION 'An assessment cannot end before its request' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)
ISSUED_AFTER_RECEIVED = pgtrigger.Trigger(
    name="issued_after_received",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__first_extract__isnull=True) & pgtrigger.Q(new__starts_on__isnull=False),
    func="""
    IF EXISTS (SELECT FROM caseload_assessment a JOIN caseload_request r ON r.id = a.request_id
        WHERE a.id = NEW.assessment_id AND r.received_on > NEW.starts_on) THEN
        RAISE EXCEPTION 'A plan cannot be issued before it was asked for' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)


class RecordQuerySet(models.QuerySet):
    def standing(self):
        """Those that count: in the newest load or entered here, and not taken back."""
        return self.filter(missing_since__isnull=True, taken_back_on__isnull=True)


class Record(models.Model):
    key = models.CharField("record's own id", max_length=40, unique=True)
    first_extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    missing_since = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_taken_back(self):
        return self.taken_back_on is not None


def bare(reference):
    """A reference in capitals and without blanks, however it is typed; an index of requests is on just this."""
    return Collate(Upper(Replace(reference, Value(" "), Value(""))), "C")


@pghistory.track()
class Child(Record):
    """A child or young person; the SEN2 module "person"."""

    surname = models.CharField(max_length=100)
    forename = models.CharField(max_length=100, blank=True)
    birth_on = models.DateField("date of birth", null=True, blank=True)
    sex = models.CharField(max_length=1, choices=codes.Sex.choices, blank=True)
    ethnicity = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    upn = models.CharField("UPN", max_length=13, blank=True)
    uln = models.CharField("ULN", max_length=10, blank=True)
    upn_unknown = models.CharField(max_length=4, choices=codes.UpnUnknown.choices, blank=True)

    class Meta:
        ordering = ["surname", "forename", "pk"]
        verbose_name_plural = "children"
        indexes = [
            models.Index(OpClass(Lower("surname"), name="text_pattern_ops"), name="caseload_child_surname"),
            models.Index(OpClass(Lower("forename"), name="text_pattern_ops"), name="caseload_child_forename"),
            models.Index(fields=["upn"], name="caseload_child_upn"),
            # In the plain order of characters, so that one index finds by the beginning and sorts.
            models.Index(Collate("upn", "C"), name="caseload_child_upn_begins"),
        ]
        constraints = [one_of("sex", codes.Sex, "child"), one_of("upn_unknown", codes.UpnUnknown, "child")]

    def __str__(self):
        return f"{self.forename} {self.surname}".strip()


@pghistory.track()
class Request(Record):
    """A request for an assessment, which starts the clock on the day it is received (regulation 5(1))."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="requests")
    received_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=1, choices=codes.RequestSource.choices, blank=True)
    is_in_youth_accommodation = models.BooleanField("made in relevant youth accommodation", default=False)
    outcome = models.CharField(max_length=1, choices=codes.RequestOutcome.choices)
    outcome_on = models.DateField("decided on", null=True, blank=True)
    had_mediation = models.BooleanField(default=False)
    had_tribunal = models.BooleanField(default=False)
    exported = models.CharField("moved out before the assessment was completed", max_length=20, blank=True)
    token = models.UUIDField("which sending of a form made it", null=True, unique=True, editable=False)

    class Meta:
        ordering = ["received_on", "pk"]
        triggers = [ONE_OPEN_REQUEST]
        # The figures read nothing but these two: by the day received, and from the plan by the request's id.
        indexes = [
            models.Index(
                fields=["received_on"],
                include=["outcome", "outcome_on", "had_mediation", "had_tribunal", "missing_since", "taken_back_on"],
                name="caseload_request_figures",
            ),
            models.Index(
                fields=["id"], include=["received_on", "had_mediation", "had_tribunal"], name="caseload_request_dates"
            ),
            models.Index(fields=["outcome", "received_on"]),
            # A reference as people type it: whatever the capitals and blanks, from its beginning.
            models.Index(bare("key"), name="caseload_request_reference"),
        ]
        constraints = [
            one_of("source", codes.RequestSource, "request"),
            models.CheckConstraint(
                name="caseload_request_outcome_known", condition=Q(outcome__in=codes.RequestOutcome.values)
            ),
            models.CheckConstraint(
                name="caseload_request_decided_after_received",
                condition=Q(outcome_on__isnull=True)
                | Q(received_on__isnull=True)
                | Q(outcome_on__gte=F("received_on")),
                violation_error_message="A request cannot be decided before it was received.",
            ),
        ]

    def __str__(self):
        return f"Request {self.key}"

    def get_absolute_url(self):
        return reverse("caseload:case", args=[self.pk])


@pghistory.track()
class Assessment(Record):
    """What came of a request that went ahead; ``outcome_on`` is the day the plan was issued or "no plan" was told."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="assessment")
    outcome = models.CharField(max_length=1, choices=codes.AssessmentOutcome.choices)
    outcome_on = models.DateField(null=True, blank=True)
    had_mediation = models.BooleanField(default=False)
    had_tribunal = models.BooleanField(default=False)
    had_other_mediation = models.BooleanField(default=False)
    had_other_tribunal = models.BooleanField(default=False)
    has_exception = models.BooleanField("20-week exceptions apply", default=False)

    class Meta:
        ordering = ["pk"]
        triggers = [ASSESSED_AFTER_RECEIVED]
        indexes = [
            models.Index(
                fields=["id"],
                include=[
                    "request",
                    "outcome",
                    "has_exception",
                    "had_mediation",
                    "had_tribunal",
                    "missing_since",
                    "taken_back_on",
                ],
                name="caseload_assessment_figures",
            ),
            models.Index(
                fields=["outcome_on"],
                include=["missing_since", "taken_back_on"],
                condition=Q(outcome="N"),
                name="caseload_assessment_no_plan",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="caseload_assessment_outcome_known", condition=Q(outcome__in=codes.AssessmentOutcome.values)
            )
        ]

    def __str__(self):
        return f"Assessment {self.key}"


@pghistory.track()
class NamedPlan(Record):
    """A plan that was issued on ``starts_on``; ``ceased_on`` is the day it ended or was transferred."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="plans")
    starts_on = models.DateField("issued on", null=True, blank=True)
    residential = models.CharField(max_length=1, choices=codes.Residential.choices, blank=True)
    work_based = models.CharField(max_length=20, blank=True)
    has_personal_budget = models.BooleanField(default=False)
    has_organised_arrangements = models.BooleanField(default=False)
    direct_payments = models.CharField(max_length=20, blank=True)
    ceased_on = models.DateField(null=True, blank=True)
    cease_reason = models.CharField(max_length=1, choices=codes.CeaseReason.choices, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        triggers = [ISSUED_AFTER_RECEIVED]
        indexes = [
            models.Index(
                fields=["starts_on"],
                include=["assessment", "missing_since", "taken_back_on"],
                name="caseload_plan_figures",
            ),
            models.Index(
                fields=["ceased_on"],
                include=["cease_reason", "missing_since", "taken_back_on"],
                name="caseload_plan_ceased",
            ),
        ]
        constraints = [
            one_of("residential", codes.Residential, "namedplan"),
            one_of("cease_reason", codes.CeaseReason, "namedplan"),
            models.CheckConstraint(
                name="caseload_namedplan_ceased_after_start",
                condition=Q(ceased_on__isnull=True) | Q(starts_on__isnull=True) | Q(ceased_on__gte=F("starts_on")),
                violation_error_message="A plan cannot cease before it was issued.",
            ),
        ]

    def __str__(self):
        return f"Plan {self.key}"


class PlaceOf(Record):
    """Where a child is educated: a school (URN), a provider (UKPRN) or, without either, a kind of setting."""

    urn = models.CharField("URN", max_length=6, blank=True)
    ukprn = models.CharField("UKPRN", max_length=8, blank=True)
    setting = models.CharField(max_length=4, choices=codes.Setting.choices, blank=True)
    setting_other = models.CharField(max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(choices=codes.Rank.choices, default=codes.Rank.PRIMARY)
    is_sen_unit = models.BooleanField(default=False)
    is_resourced_provision = models.BooleanField(default=False)

    class Meta:
        abstract = True


@pghistory.track()
class PlanDetail(PlaceOf):
    """The setting that a plan names."""

    named_plan = models.ForeignKey(NamedPlan, on_delete=models.PROTECT, related_name="details")

    class Meta:
        ordering = ["named_plan", "rank", "pk"]
        constraints = [one_of("setting", codes.Setting, "plandetail")]

    def __str__(self):
        return f"Setting {self.key}"


@pghistory.track()
class ActivePlan(Record):
    """A plan in force on census day and its last review; ``decided_on`` is the day the council wrote its decision."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="active_plan")
    transferred_from = models.CharField("transferred in from (LA number)", max_length=3, blank=True)
    review_meeting_on = models.DateField(null=True, blank=True)
    review_outcome = models.CharField("review decision, as it came", max_length=20, blank=True)
    decided_on = models.DateField("review decision written on", null=True, blank=True)
    amended_draft_on = models.DateField(null=True, blank=True)
    transfer_due_on = models.DateField("phase transfer: amended plan due on", null=True, blank=True)
    transfer_final_on = models.DateField("phase transfer: final plan on", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["review_meeting_on"])]

    def __str__(self):
        return f"Active plan {self.key}"


@pghistory.track()
class Placement(PlaceOf):
    """Where the child or young person in fact is."""

    active_plan = models.ForeignKey(ActivePlan, on_delete=models.PROTECT, related_name="placements")
    entered_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    residential = models.CharField(max_length=1, choices=codes.Residential.choices, blank=True)
    work_based = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["active_plan", "rank", "pk"]
        constraints = [one_of("setting", codes.Setting, "placement")]

    def __str__(self):
        return f"Placement {self.key}"


@pghistory.track()
class Need(Record):
    """A type of need of an active plan; at most one of each rank."""

    active_plan = models.ForeignKey(ActivePlan, on_delete=models.PROTECT, related_name="needs")
    type = models.CharField(max_length=4, choices=codes.NeedType.choices)
    rank = models.PositiveSmallIntegerField(choices=codes.Rank.choices)

    class Meta:
        ordering = ["active_plan", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["active_plan", "rank"],
                name="caseload_need_rank_once",
                violation_error_message="The plan already has a need of this rank.",
            ),
            models.CheckConstraint(name="caseload_need_type_known", condition=Q(type__in=codes.NeedType.values)),
            models.CheckConstraint(name="caseload_need_rank_known", condition=Q(rank__in=codes.Rank.values)),
        ]

    def __str__(self):
        return f"{self.get_type_display()} ({self.get_rank_display().lower()})"
