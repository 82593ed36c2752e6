"""When the Board meets, and by when it wants updates."""

import pghistory
from django.db import models
from django.db.models import F, Q


class MeetingQuerySet(models.QuerySet):
    def next_after(self, on):
        """The next meeting on or after a date, or None."""
        return self.filter(held_on__gte=on).order_by("held_on", "pk").first()

    def last_before(self, on):
        """The last meeting before a date, or None."""
        return self.filter(held_on__lt=on).order_by("-held_on", "-pk").first()


@pghistory.track()
class Meeting(models.Model):
    """A meeting of a body that reads the plans' progress."""

    body = models.CharField(max_length=200, default="SEND Partnership Board")
    held_on = models.DateField("date of the meeting")
    updates_by = models.DateField("updates wanted by")
    is_demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "held_on"],
                name="board_meeting_once_a_day",
                violation_error_message="This body already meets on that day.",
            ),
            models.CheckConstraint(
                name="board_meeting_updates_before",
                condition=Q(updates_by__lte=F("held_on")),
                violation_error_message="Updates must be wanted on or before the day of the meeting.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.held_on}"
