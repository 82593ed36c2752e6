"""The team's own list of cases, as its officers keep it in a spreadsheet beside the case system."""

from django.db import models
from django.db.models import F, Func, GeneratedField, Q, Value
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse

from apps.caseload.clock import LIMITS, CaseFacts, plan_due_on
from apps.caseload.codes import NeedType
from apps.caseload.models.records import bare
from apps.caseload.models.standing import NO_DEADLINE, dated
from apps.core.history import tracked_by_statement


class ListedStatus(models.TextChoices):
    """Where a case is, in the words of the list."""

    REQUESTED = "requested", "Requested"
    ASSESSING = "assessing", "Being assessed"
    DRAFT = "draft", "Draft plan issued"
    ISSUED = "issued", "Plan issued"
    REFUSED = "refused", "Assessment refused"
    NO_PLAN = "no_plan", "Assessed, no plan"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CEASED = "ceased", "Plan ceased"


# Words of the list by which a case no longer waits for a plan, whether or not the list gives the day.
ENDED = (
    ListedStatus.ISSUED,
    ListedStatus.REFUSED,
    ListedStatus.NO_PLAN,
    ListedStatus.WITHDRAWN,
    ListedStatus.CEASED,
)
FINAL_PLAN_DAYS = LIMITS["final_plan"].days


def numbers_filled_up(field):
    """A reference whose text sorts as people count, 9 before 10: ``standing.in_order`` in the database's words."""
    padded = Func(F(field), Value(r"(\d+)"), Value(r"000000000000\1"), Value("g"), function="regexp_replace")
    return Func(padded, Value(r"0*(\d{12,})"), Value(r"\1"), Value("g"), function="regexp_replace")


class ListedCaseQuerySet(models.QuerySet):
    def waiting(self):
        """Those for which the list has no final plan, refusal, withdrawal or other end."""
        return self.filter(final_on__isnull=True).exclude(status__in=ENDED)

    def overdue(self, on):
        """Those waiting on a date after day 140."""
        return self.waiting().filter(plan_due_order__lt=on)

    def without_caseworker(self):
        return self.filter(caseworker="")


# What lists are sorted by follows from the other fields: the history needs none of it.
SORTED_BY = ("reference_order", "plan_due_order", "review_order")


@tracked_by_statement(exclude=SORTED_BY)
class ListedCase(models.Model):
    """One line of the list; ``position_on`` is the day of the newest list that said something new of it.

    It stands beside the records of the case system and never changes them: no figure is counted from it.
    """

    database_rights = "select, insert, update, delete"

    reference = models.CharField("our ref", max_length=60)
    initials = models.CharField(max_length=20, blank=True)
    dob = models.DateField("date of birth", null=True, blank=True)
    school = models.CharField("school or setting", max_length=200, blank=True)
    primary_need = models.CharField(max_length=10, choices=NeedType.choices, blank=True)
    request_on = models.DateField("request received on", null=True, blank=True)
    decision_on = models.DateField("decided on", null=True, blank=True)
    ep_advice_on = models.DateField("educational psychology advice on", null=True, blank=True)
    health_advice_on = models.DateField("health advice on", null=True, blank=True)
    social_care_advice_on = models.DateField("social care advice on", null=True, blank=True)
    draft_on = models.DateField("draft issued on", null=True, blank=True)
    final_on = models.DateField("final plan issued on", null=True, blank=True)
    caseworker = models.CharField("caseworker, as the list names them", max_length=200, blank=True)
    next_review_on = models.DateField("next review on", null=True, blank=True)
    status = models.CharField(max_length=20, choices=ListedStatus.choices, blank=True)
    notes = models.TextField(blank=True)
    position_on = models.DateField("list of", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    reference_order = GeneratedField(
        expression=numbers_filled_up("reference"),
        output_field=models.CharField("reference, its numbers filled up", max_length=800, db_collation="C"),
        db_persist=True,
    )
    plan_due_order = GeneratedField(
        expression=Coalesce(
            F("request_on") + Value(FINAL_PLAN_DAYS), Value(NO_DEADLINE, output_field=models.DateField())
        ),
        output_field=models.DateField("day 140"),
        db_persist=True,
    )
    review_order = dated("next_review_on", NO_DEADLINE)

    objects = ListedCaseQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        verbose_name = "line of the list"
        verbose_name_plural = "lines of the list"
        indexes = [
            models.Index(fields=["reference_order", "id"], name="caseload_listed_reference"),
            models.Index(fields=["plan_due_order", "id"], name="caseload_listed_due"),
            models.Index(fields=["review_order", "id"], name="caseload_listed_review"),
            models.Index(bare("reference"), name="caseload_listed_bare"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("reference"),
                name="caseload_listedcase_reference_once",
                violation_error_message="The list already has a case with this reference.",
            ),
            models.CheckConstraint(
                name="caseload_listedcase_need_known",
                condition=Q(primary_need="") | Q(primary_need__in=NeedType.values),
            ),
            models.CheckConstraint(
                name="caseload_listedcase_status_known", condition=Q(status="") | Q(status__in=ListedStatus.values)
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("caseload:listed-case", args=[self.pk])

    @property
    def plan_due_on(self):
        """Day 140, by the clock; None where the list has no day of the request."""
        return plan_due_on(CaseFacts(received_on=self.request_on))

    @property
    def is_waiting(self):
        """The same as ``waiting()`` of one line."""
        return self.final_on is None and self.status not in ENDED

    def days_left(self, on):
        """Days until day 140, negative once it has passed; None where nobody waits or the day is not known."""
        return (self.plan_due_on - on).days if self.is_waiting and self.plan_due_on else None
