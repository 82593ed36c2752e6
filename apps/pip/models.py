"""The life cycle of a Priority Impact Plan, its stocktakes, and what only its actions have."""

import pghistory
from django.db import models
from django.db.models import F, Q

from apps.inspections.models import MonitoringEvent
from apps.plans.models import Action, Plan


@pghistory.track()
class ImpactPlan(models.Model):
    """Required, submitted, approved: the dates of one Priority Impact Plan; publication is kept on the plan."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="impact_plan")
    required_on = models.DateField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField("approved by Ofsted and CQC on", null=True, blank=True)
    date_note = models.TextField("what is not known of these dates", blank=True)
    source = models.TextField()

    class Meta:
        ordering = ["plan"]
        constraints = [
            models.CheckConstraint(
                name="pip_impactplan_submitted_after_required",
                condition=Q(submitted_on__isnull=True)
                | Q(required_on__isnull=True)
                | Q(submitted_on__gte=F("required_on")),
                violation_error_message="It cannot be submitted before it was required.",
            ),
            models.CheckConstraint(
                name="pip_impactplan_approved_after_submitted",
                condition=Q(approved_on__isnull=True)
                | Q(submitted_on__isnull=True)
                | Q(approved_on__gte=F("submitted_on")),
                violation_error_message="It cannot be approved before it was submitted.",
            ),
        ]

    def __str__(self):
        return f"Life cycle of {self.plan}"


@pghistory.track()
class Stocktake(models.Model):
    """A stocktake of DfE and NHS England at which this plan was reviewed."""

    impact_plan = models.ForeignKey(ImpactPlan, on_delete=models.PROTECT, related_name="stocktakes")
    event = models.OneToOneField(MonitoringEvent, on_delete=models.PROTECT, related_name="stocktake")

    class Meta:
        ordering = ["event"]

    def __str__(self):
        return str(self.event)


@pghistory.track()
class ImpactAction(models.Model):
    """What a Priority Impact Plan says of an action beside what every action has."""

    database_rights = "select, insert, update, delete"

    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="impact_action")
    intended_impact = models.TextField("difference that families should feel", blank=True)
    first_milestone = models.TextField("milestone in the words of the plan", blank=True)

    class Meta:
        ordering = ["action"]

    def __str__(self):
        return f"{self.action.reference}, Priority Impact Plan"
