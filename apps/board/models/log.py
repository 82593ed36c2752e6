"""The action log of a body: what it asked for, of whom, by when, and how that goes on until it is done."""

import pghistory
from django.db import models
from django.db.models import Q

from apps.accounts.models import Post
from apps.board.models.meetings import Meeting, OfMeeting
from apps.core.models import DatedRow, has_words, voids_its_own


@pghistory.track()
class LoggedAction(OfMeeting):
    """What a meeting asked for; it comes before each later meeting of the body until it is done.

    ``due_on`` is the first date; later ones, progress and the end are ``LogNote`` rows.
    """

    section = "log"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="logged_actions")
    words = models.TextField()
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="logged_actions", null=True, blank=True)
    due_on = models.DateField("first due on", null=True, blank=True)

    class Meta(OfMeeting.Meta):
        ordering = ["due_on", "pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_loggedaction_says_what", "Say what is to be done."),
            models.CheckConstraint(
                name="board_loggedaction_has_owner_and_date",
                condition=Q(owner__isnull=False, due_on__isnull=False) | Q(voids__isnull=False),
                violation_error_message="Say who does it, and by when.",
            ),
        ]

    def __str__(self):
        return self.words


@pghistory.track()
class LogNote(DatedRow):
    """How a logged action goes on: what happened by ``effective_on``, a later date, or that it is done."""

    logged_action = models.ForeignKey(LoggedAction, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    due_on = models.DateField("now due on", null=True, blank=True)
    is_done = models.BooleanField("done", default=False)
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["effective_on", "recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("logged_action_id")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_lognote_says_something", "Say what has happened."),
            models.CheckConstraint(
                name="board_lognote_done_or_later",
                condition=Q(is_done=False) | Q(due_on__isnull=True),
                violation_error_message="What is done needs no later date.",
            ),
        ]

    def __str__(self):
        return self.words
