"""The team's own list of cases, as its officers keep it in a spreadsheet beside the case system."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from apps.caseload.codes import NeedType


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


@pghistory.track()
class ListedCase(models.Model):
    """One line of the list; ``position_on`` is the day of the newest list that told of it.

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

    class Meta:
        ordering = ["reference"]
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
