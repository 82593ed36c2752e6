"""What the team adds to a case: who works it, advice asked for, steps, exceptions, reviews, disputes, audits.

These rows belong to a request by its own id, so they survive every later extract. Dates are days on which something
happened; who recorded it, and when, stands in the history.
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from apps.caseload import codes
from apps.caseload.models.records import Request
from apps.core.dates import long_date


def not_before(earlier, later, label, message):
    """A constraint that one day is not before another, where both are known."""
    return models.CheckConstraint(
        name=f"caseload_{label}",
        condition=Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__isnull": True})
        | Q(**{f"{later}__gte": F(earlier)}),
        violation_error_message=message,
    )


COUNTS = Q(taken_back_on__isnull=True)


def taken_back_with_reason(label):
    """A constraint that a row is taken back with a reason, and has none otherwise."""
    return models.CheckConstraint(
        name=f"caseload_{label}_taken_back_with_reason",
        condition=(COUNTS & Q(taken_back_reason="")) | (~COUNTS & ~Q(taken_back_reason="")),
        violation_error_message="Say why it is taken back.",
    )


def known(field, choices, label):
    """A constraint that a code is one of its set."""
    return models.CheckConstraint(name=f"caseload_{label}_known", condition=Q(**{f"{field}__in": choices.values}))


@pghistory.track()
class Case(models.Model):
    """The work on a request: its caseworker, and whether only named people may open it."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="case")
    caseworker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cases", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["request"]
        indexes = [models.Index(fields=["caseworker"])]

    def __str__(self):
        return f"Case {self.request.key}"


@pghistory.track()
class CaseClosure(models.Model):
    """A person for whom a case is closed: their own child, a relative, somebody they know."""

    database_rights = "select, insert, update, delete"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="closures")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="closed_cases")
    reason = models.TextField()

    class Meta:
        ordering = ["request", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "person"],
                name="caseload_caseclosure_once",
                violation_error_message="The case is closed for this person already.",
            )
        ]

    def __str__(self):
        return f"{self.request} closed for {self.person}"


class CaseRowQuerySet(models.QuerySet):
    def counting(self):
        """Those that were not taken back: only they count for the clock, the figures and lists of what to do."""
        return self.filter(COUNTS)


class CaseRow(models.Model):
    """Something added to a case here, by whom and when.

    Nothing is deleted: a row recorded by mistake is taken back with a reason, is shown struck out and counts no more.
    ``token`` says which sending of a form made it, so that a form sent twice counts once.
    """

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    note = models.TextField(blank=True)
    token = models.UUIDField(null=True, unique=True, editable=False)
    taken_back_on = models.DateField(null=True, blank=True, editable=False)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    taken_back_reason = models.TextField("why it was taken back", blank=True, editable=False)

    objects = CaseRowQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_taken_back(self):
        return self.taken_back_on is not None


@pghistory.track()
class AdviceRequest(CaseRow):
    """Advice asked of a service; due 6 weeks after it was asked (regulation 8)."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="advice")
    service = models.CharField(max_length=20, choices=codes.AdviceService.choices)
    asked_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["request", "asked_on", "service"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "service", "asked_on"], name="caseload_advicerequest_once", condition=COUNTS
            ),
            known("service", codes.AdviceService, "advicerequest_service"),
            taken_back_with_reason("advicerequest"),
            not_before(
                "asked_on",
                "received_on",
                "advicerequest_received_after_asked",
                "It cannot arrive before it was asked for.",
            ),
        ]

    def __str__(self):
        return f"{self.get_service_display()}, asked {long_date(self.asked_on)}"


@pghistory.track()
class Step(CaseRow):
    """Something that was done or came in on a day. The note of a consultation names the setting; a chaser may say which
    ``advice`` it is about."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=30, choices=codes.StepKind.choices)
    on = models.DateField()
    advice = models.ForeignKey(
        AdviceRequest, on_delete=models.PROTECT, related_name="chasers", null=True, blank=True, verbose_name="about"
    )

    class Meta:
        ordering = ["request", "on", "pk"]
        indexes = [models.Index(fields=["request", "kind"])]
        constraints = [
            known("kind", codes.StepKind, "step_kind"),
            taken_back_with_reason("step"),
            models.CheckConstraint(
                name="caseload_step_only_chasers_name_advice",
                condition=Q(advice__isnull=True) | Q(kind=codes.StepKind.CHASED),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {long_date(self.on)}"


# What was recorded before this rule stays as it is, and can still be given an end.
SECOND_PERSON = pgtrigger.Trigger(
    name="second_person",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__authorised_by=pgtrigger.F("new__recorded_by")),
    func="""
    IF TG_OP = 'INSERT' OR NEW.authorised_by_id <> OLD.authorised_by_id THEN
        RAISE EXCEPTION 'Who records an exception cannot authorise it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
    """,
)


@pghistory.track()
class StatutoryException(CaseRow):
    """Why a time limit need not be met (regulations 10(4) and 5(4)), from when to when, and which EHC manager
    authorised it: another person than who recorded it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="exceptions")
    ground = models.CharField(max_length=10, choices=codes.ExceptionGround.choices)
    reason = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    authorised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["request", "starts_on"]
        triggers = [SECOND_PERSON]
        constraints = [
            known("ground", codes.ExceptionGround, "exception_ground"),
            taken_back_with_reason("exception"),
            models.CheckConstraint(
                name="caseload_exception_has_reason",
                condition=~Q(reason=""),
                violation_error_message="Give the reason of the exception.",
            ),
            not_before("starts_on", "ends_on", "exception_ends_after_start", "It cannot end before it starts."),
        ]

    def __str__(self):
        return f"Exception under regulation {self.ground} from {long_date(self.starts_on)}"


@pghistory.track()
class Review(CaseRow):
    """An annual review: meeting, decision (4 weeks after it), notice and final amended plan (12 weeks after it)."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="reviews")
    papers_on = models.DateField("advice circulated", null=True, blank=True)
    meeting_on = models.DateField()
    report_on = models.DateField("school's report received", null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=codes.ReviewOutcome.choices, blank=True)
    notice_on = models.DateField("notice of amendments sent", null=True, blank=True)
    final_on = models.DateField("final amended plan sent", null=True, blank=True)
    not_amending_on = models.DateField("told that the plan stays as it is after all", null=True, blank=True)

    class Meta:
        ordering = ["request", "-meeting_on"]
        indexes = [models.Index(fields=["meeting_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "meeting_on"], name="caseload_review_meeting_once", condition=COUNTS
            ),
            taken_back_with_reason("review"),
            not_before(
                "meeting_on", "decided_on", "review_decided_after_meeting", "It cannot be decided before the meeting."
            ),
            not_before(
                "notice_on", "final_on", "review_final_after_notice", "The final plan cannot be sent before the notice."
            ),
        ]

    def __str__(self):
        return f"Review of {long_date(self.meeting_on)}"


@pghistory.track()
class Transfer(CaseRow):
    """A move to another phase or institution, and the day on which the amended plan was final."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="transfers")
    kind = models.CharField(max_length=20, choices=codes.TransferKind.choices)
    transfer_on = models.DateField("day of the move")
    final_on = models.DateField("amended plan final on", null=True, blank=True)

    class Meta:
        ordering = ["request", "transfer_on"]
        constraints = [
            models.UniqueConstraint(fields=["request", "transfer_on"], name="caseload_transfer_once", condition=COUNTS),
            taken_back_with_reason("transfer"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {long_date(self.transfer_on)}"


@pghistory.track()
class Dispute(CaseRow):
    """Mediation or an appeal about a decision; ``started_on`` is the day on which the family contacted the mediation
    adviser or sent the appeal. From ``ended_on`` nothing more is due.

    What it is ``against`` and when the family was ``notified_on`` follow from the records where they are empty.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="disputes")
    kind = models.CharField(max_length=20, choices=codes.DisputeKind.choices)
    against = models.CharField(max_length=30, choices=codes.DisputedDecision.choices, blank=True)
    notified_on = models.DateField("family told of the decision", null=True, blank=True)
    is_placement_only = models.BooleanField("only about the named setting (section I)", default=False)
    started_on = models.DateField()
    declined_on = models.DateField("family declined mediation", null=True, blank=True)
    held_on = models.DateField("mediation held", null=True, blank=True)
    mediation_ended_on = models.DateField("mediation ended", null=True, blank=True)
    certificate_on = models.DateField("mediation certificate issued", null=True, blank=True)
    response_on = models.DateField("council responded", null=True, blank=True)
    conceded_on = models.DateField("council conceded", null=True, blank=True)
    told_on = models.DateField("family told that the council will assess", null=True, blank=True)
    ended_on = models.DateField("over", null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["request", "started_on"]
        constraints = [
            known("kind", codes.DisputeKind, "dispute_kind"),
            models.CheckConstraint(
                name="caseload_dispute_against_known",
                condition=Q(against="") | Q(against__in=codes.DisputedDecision.values),
            ),
            taken_back_with_reason("dispute"),
            not_before("started_on", "ended_on", "dispute_ends_after_start", "It cannot end before it starts."),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {long_date(self.started_on)}"


@pghistory.track()
class Feedback(CaseRow):
    """A complaint or compliment about how a case was handled."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="feedback")
    kind = models.CharField(max_length=20, choices=codes.FeedbackKind.choices)
    received_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["request", "received_on"]
        verbose_name_plural = "feedback"
        constraints = [
            taken_back_with_reason("feedback"),
            not_before(
                "received_on", "answered_on", "feedback_answered_after", "It cannot be answered before it came."
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {long_date(self.received_on)}"


@pghistory.track()
class PlanAudit(CaseRow):
    """A quality audit of a plan: what it says of social care and of adulthood, and how good it is as a whole."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="audits")
    audited_on = models.DateField()
    grade = models.PositiveSmallIntegerField("grade from 1 (poor) to 4 (very good)")
    has_social_care = models.BooleanField("says what social care does")
    has_adulthood = models.BooleanField("prepares for adulthood")

    class Meta:
        ordering = ["request", "-audited_on"]
        constraints = [
            models.CheckConstraint(name="caseload_planaudit_grade_in_range", condition=Q(grade__range=(1, 4))),
            taken_back_with_reason("planaudit"),
        ]

    def __str__(self):
        return f"Audit of {long_date(self.audited_on)}"


class View(models.Model):
    """Who looked at which children's records, a row a page: ids of requests, and of lines of the team's list."""

    database_rights = "select, insert"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    page = models.CharField(max_length=50)
    requests = ArrayField(models.BigIntegerField())
    listed = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-at"]),
            GinIndex(fields=["requests"], name="caseload_view_requests"),
            GinIndex(fields=["listed"], name="caseload_view_listed"),
        ]

    def __str__(self):
        return f"{self.page}, {self.at}"
