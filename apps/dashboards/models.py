"""The weekly e-mail: which weeks were dealt with, and what was sent to whom."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


@pghistory.track()
class DigestWeek(models.Model):
    """The weekly e-mails of a week were written; ``week_on`` is its first day, the one set for sending."""

    database_rights = "select, insert"

    week_on = models.DateField("week from", unique=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-week_on"]

    def __str__(self):
        return f"Week from {self.week_on}"


@pghistory.track()
class Digest(models.Model):
    """One weekly e-mail to one person.

    The row is committed before anything is sent: what has no ``sent_at`` was lost on its way, and is not sent again.
    """

    week = models.ForeignKey(DigestWeek, on_delete=models.PROTECT, related_name="digests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    matters = models.PositiveSmallIntegerField("how many matters it names")
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField("why it was not sent", blank=True)

    class Meta:
        ordering = ["-week", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["week", "person"],
                name="dashboards_digest_once_a_week",
                violation_error_message="This person was sent the e-mail of this week.",
            ),
            models.CheckConstraint(name="dashboards_digest_says_something", condition=Q(matters__gte=1)),
        ]

    def __str__(self):
        return f"{self.person}, {self.week}"
