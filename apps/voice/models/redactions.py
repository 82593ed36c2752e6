"""Personal details that were taken out of what was said: the mark that stays in their place."""

import pghistory
from django.db import models
from django.db.models import Q

from apps.core.models import DatedRow, KnownThen
from apps.core.personal_details import TAKEN_OUT
from apps.voice.models.rules import stands


class Place(models.TextChoices):
    """Where a text stands: a table and its column, as the procedure ``voice_take_out`` knows them."""

    COMMENT = "comment", "Comment on a finding"
    ISSUE = "issue", "Issue"
    BROUGHT_BY = "brought_by", "Who brought a round"
    ANSWER = "answer", "Answer"
    WORDING = "wording", "Proposed words"
    REASON = "reason", "Why words were not taken"


class DetailKind(models.TextChoices):
    NAME = "name", "A name"
    NUMBER = "number", "A number, such as an NHS number or pupil number"
    DATE = "date", "A date, such as a date of birth"
    CONTACT = "contact", "An address, e-mail address or telephone number"
    OTHER = "other", "Something else that points at one child or family"


@pghistory.track()
class Redaction(DatedRow):
    """A personal detail was taken out of a released text; this stays in its place: which kind, who and when.

    The words that were taken out are kept nowhere.
    """

    known_then = KnownThen.AS_TODAY

    place = models.CharField(max_length=20, choices=Place.choices)
    row = models.BigIntegerField("key of the row")
    kind = models.CharField(max_length=20, choices=DetailKind.choices)
    author_title = models.CharField(max_length=300)

    class Meta(DatedRow.Meta):
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["place", "row"])]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="voice_redaction_place_known", condition=Q(place__in=Place.values)),
            models.CheckConstraint(name="voice_redaction_kind_known", condition=Q(kind__in=DetailKind.values)),
            stands("voice_redaction_stands"),
        ]

    def __str__(self):
        return f"{TAKEN_OUT}, {self.effective_on}"
