"""The life cycle of a Written Statement of Action, and what only its items have."""

import pghistory
from django.db import models
from django.db.models import F, Q

from apps.plans.models import Action, Plan


@pghistory.track()
class Statement(models.Model):
    """Required, submitted, declared fit for purpose, judged: the dates of one Written Statement of Action."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="statement")
    required_on = models.DateField()
    document_on = models.DateField("date of the final document", null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    fit_for_purpose_on = models.DateField("declared fit for purpose on", null=True, blank=True)
    judged_on = models.DateField(null=True, blank=True)
    source = models.TextField()

    class Meta:
        ordering = ["required_on"]
        constraints = [
            models.CheckConstraint(
                name="wsoa_statement_submitted_after_required",
                condition=Q(submitted_on__isnull=True) | Q(submitted_on__gte=F("required_on")),
                violation_error_message="It cannot be submitted before it was required.",
            ),
            models.CheckConstraint(
                name="wsoa_statement_fit_after_submitted",
                condition=Q(fit_for_purpose_on__isnull=True) | Q(fit_for_purpose_on__gte=F("submitted_on")),
                violation_error_message="It cannot be declared fit for purpose before it was submitted.",
            ),
            models.CheckConstraint(
                name="wsoa_statement_judged_after_fit",
                condition=Q(judged_on__isnull=True) | Q(judged_on__gte=F("fit_for_purpose_on")),
                violation_error_message="It cannot be judged before it was declared fit for purpose.",
            ),
        ]

    def __str__(self):
        return f"Life cycle of {self.plan}"


@pghistory.track()
class Item(models.Model):
    """What a Written Statement of Action says of an action beside what every action has."""

    database_rights = "select, insert, update, delete"

    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="wsoa_item")
    objective = models.TextField(blank=True)
    intended_impact = models.TextField(blank=True)

    class Meta:
        ordering = ["action"]
        verbose_name = "action of a statement"
        verbose_name_plural = "actions of statements"

    def __str__(self):
        return f"{self.action.reference}, Written Statement of Action"
