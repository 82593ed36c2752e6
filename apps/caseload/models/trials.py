"""Files that somebody uploaded, checked before anything of them is loaded."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from apps.caseload.models.extracts import Extract, Fault
from apps.core.models import Job, JobState


class TrialState(models.TextChoices):
    CHECKING = "checking", "Being checked"
    CHECKED = "checked", "Checked, not loaded"
    REFUSED = "refused", "Cannot be loaded"
    LOADING = "loading", "Being loaded"
    LOADED = "loaded", "Loaded"
    DISCARDED = "discarded", "Not loaded, thrown away"


@pghistory.track()
class Trial(models.Model):
    """One set of uploaded files: what a load of it would do, and what became of it.

    ``base`` is the extract that the records stood at when it was checked: after a newer one it must be checked again.
    ``token`` goes with the form that loads it, so that it is loaded once however often that form is sent.
    """

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=TrialState.choices, default=TrialState.CHECKING)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(db_default=Now())
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    refusal = models.TextField("why it cannot be loaded", blank=True)
    return_year = models.PositiveSmallIntegerField(null=True, blank=True)
    reference_on = models.DateField("census day", null=True, blank=True)
    as_at = models.DateField("records up to", null=True, blank=True)
    local_authority = models.CharField("LA number", max_length=3, blank=True)
    is_synthetic = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    set_aside_count = models.PositiveIntegerField(default=0)
    base = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="trials", null=True, blank=True)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="caseload_trial_state_known", condition=Q(state__in=TrialState.values)),
            models.CheckConstraint(
                name="caseload_trial_loaded_has_extract",
                condition=~Q(state=TrialState.LOADED) | Q(extract__isnull=False),
            ),
        ]

    def __str__(self):
        return f"Upload of {self.uploaded_at:%Y-%m-%d}"

    @property
    def has_failed(self):
        """Whether the worker gave up; hides a query for the job."""
        return self._is_with_the_worker and self.job is not None and self.job.state == JobState.FAILED

    @property
    def is_waiting(self):
        """Whether the worker still has to do its part; hides a query for the job."""
        return self._is_with_the_worker and not self.has_failed

    @property
    def is_settled(self):
        """Whether it may be checked again or thrown away."""
        return self.state in (TrialState.CHECKED, TrialState.REFUSED) or self.has_failed

    @property
    def _is_with_the_worker(self):
        return self.state in (TrialState.CHECKING, TrialState.LOADING)


class TrialFile(models.Model):
    """One uploaded file; it goes once the upload is loaded (the extract keeps it) or thrown away."""

    database_rights = "select, insert, delete"

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="files")
    module = models.CharField(max_length=30)
    name = models.CharField(max_length=255)
    content = models.BinaryField("bytes, compressed with zlib")

    class Meta:
        ordering = ["trial", "module"]
        constraints = [models.UniqueConstraint(fields=["trial", "module"], name="caseload_trialfile_once")]

    def __str__(self):
        return self.name


class TrialProblem(Fault):
    """A problem of an upload; it goes as its files do."""

    database_rights = "select, insert, delete"

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="problems")

    class Meta:
        ordering = ["trial", "pk"]
        indexes = [models.Index(fields=["trial", "is_error", "table"])]
