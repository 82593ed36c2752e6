"""Filters of the list of actions that a person keeps by name."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


@pghistory.track()
class SavedFilter(models.Model):
    """The query string of a filtered list, kept under a name; shared ones are offered to all who see the list."""

    database_rights = "select, insert, update, delete"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_filters")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=2000)
    is_shared = models.BooleanField("shared with colleagues", default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "owner",
                Lower("name"),
                name="plans_savedfilter_name_once",
                violation_error_message="You already have a filter with this name.",
            ),
            models.CheckConstraint(name="plans_savedfilter_has_name", condition=~Q(name="")),
        ]

    def __str__(self):
        return self.name
