"""Where each case stands on the clock's day, so that a list is one indexed query."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, GeneratedField, Q, Value
from django.db.models.functions import Coalesce

from apps.caseload import codes
from apps.caseload.clock import LIMITS, STAGE_WORDS
from apps.caseload.models.records import Request

# What has no date comes last by the next deadline, and first by the day received.
NO_DEADLINE, NOT_RECEIVED = date(9999, 12, 31), date(1, 1, 1)


def dated(field, default):
    """A copy of a date that is never empty: a list is paged by it."""
    value = Value(default, output_field=models.DateField())
    return GeneratedField(expression=Coalesce(F(field), value), output_field=models.DateField(), db_persist=True)


class CaseStanding(models.Model):
    """What the clock says of a request on ``reckoned_on``, and what lists filter and sort by.

    Worked out by ``apps.caseload.standing`` from the records, never typed; it has no history, since the records have
    one. The texts that are sorted by have the plain order of characters, so that one index finds and sorts.
    ``is_missing`` says that the newest load has no such request, ``has_missing`` that some record of it is gone.
    """

    request = models.OneToOneField(Request, on_delete=models.PROTECT, primary_key=True, related_name="standing")
    reference_order = models.CharField("reference, its numbers filled up", max_length=200, db_collation="C")
    surname = models.CharField("surname in small letters", max_length=100, db_collation="C")
    caseworker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    received_on = models.DateField(null=True)
    stage = models.CharField(max_length=20)
    is_open = models.BooleanField("waiting for a plan")
    plan_due_on = models.DateField("day 140", null=True)
    next_due_on = models.DateField(null=True)
    next_limit = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=200, blank=True)
    has_exception = models.BooleanField()
    is_missing = models.BooleanField()
    has_missing = models.BooleanField()
    has_query = models.BooleanField("the newest load has a query about it")
    need = models.CharField("primary need", max_length=4, blank=True)
    setting = models.CharField(max_length=10, choices=codes.SettingKind.choices, blank=True)
    reckoned_on = models.DateField(db_index=True)
    due_order = dated("next_due_on", NO_DEADLINE)
    received_order = dated("received_on", NOT_RECEIVED)

    class Meta:
        ordering = ["due_order", "pk"]
        indexes = [
            models.Index(fields=["due_order", "request"], name="caseload_standing_due"),
            models.Index(fields=["received_order", "request"], name="caseload_standing_received"),
            models.Index(fields=["reference_order", "request"], name="caseload_standing_reference"),
            models.Index(fields=["caseworker", "due_order", "request"], name="caseload_standing_caseworker"),
            models.Index(fields=["caseworker", "stage"], name="caseload_standing_at_stage"),
            models.Index(fields=["stage", "due_order", "request"], name="caseload_standing_stage"),
            models.Index(fields=["need", "due_order", "request"], name="caseload_standing_need"),
            models.Index(fields=["setting", "due_order", "request"], name="caseload_standing_setting"),
            models.Index(fields=["surname", "request"], name="caseload_standing_surname"),
            models.Index(
                fields=["plan_due_on", "request"],
                include=["caseworker"],
                name="caseload_standing_waiting",
                condition=Q(is_open=True),
            ),
            models.Index(
                fields=["received_order", "request"], name="caseload_standing_arrived", condition=Q(is_open=True)
            ),
            *(
                models.Index(fields=["due_order", "request"], name=f"caseload_standing_{name}", condition=condition)
                for name, condition in (
                    ("exception", Q(has_exception=True)),
                    ("missing", Q(has_missing=True)),
                    ("query", Q(has_query=True)),
                    ("open", Q(is_open=True)),
                )
            ),
        ]

    def __str__(self):
        return f"{self.request_id}: {self.stage_words}"

    @property
    def stage_words(self):
        return STAGE_WORDS[self.stage]

    @property
    def limit(self):
        """The limit that falls due next, or None."""
        return LIMITS.get(self.next_limit)
