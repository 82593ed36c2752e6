"""A batch: one uploaded file, what was read from it row by row, and what became of it.

``position_on`` is the day of which the file tells; ``uploaded_at``, ``applied_at`` and ``undone_at`` are the moments at
which the system was told. Rows and files of a batch that names single children lie in tables of their own, which only
the role of cases sees.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from apps.core.models import Job, JobState


class BatchState(models.TextChoices):
    READING = "reading", "Being read"
    ASKING = "asking", "Waiting for your answers"
    READ = "read", "Read, not saved"
    APPLYING = "applying", "Being saved"
    APPLIED = "applied", "Saved"
    UNDOING = "undoing", "Being taken back"
    UNDONE = "undone", "Saved, then taken back"
    REFUSED = "refused", "Cannot be read"
    DISCARDED = "discarded", "Thrown away, nothing saved"


WITH_THE_WORKER = (BatchState.READING, BatchState.APPLYING, BatchState.UNDOING)
# States in which nothing of the batch is in force or may still come.
SETTLED = (BatchState.APPLIED, BatchState.UNDONE, BatchState.REFUSED, BatchState.DISCARDED)


class Outcome(models.TextChoices):
    """What saving a row would do."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    UNCHANGED = "unchanged", "Unchanged"
    CONFLICT = "conflict", "Conflict"
    PROBLEM = "problem", "Problem"


# What is written when a batch is saved.
SAVED_OUTCOMES = (Outcome.NEW, Outcome.CHANGED)


@pghistory.track()
class Batch(models.Model):
    """One uploaded file and what became of it.

    ``target`` says where it goes (such as ``{"plan": 3}``), ``answers`` what a person confirmed about its columns and
    colours, ``proposal`` what was proposed. ``token`` goes with the form that saves it, so that it is saved once
    however often the form is sent.
    """

    layout = models.SlugField(max_length=30)
    holds_children = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.READING)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_name = models.CharField(max_length=255)
    size = models.PositiveIntegerField("size in bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    uploaded_at = models.DateTimeField(db_default=Now())
    reported_by = models.CharField("who reports this", max_length=200, blank=True)
    position_on = models.DateField("position at", null=True, blank=True)
    target = models.JSONField(default=dict)
    proposal = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    about = models.JSONField("what else was read", default=dict)
    counts = models.JSONField(default=dict)
    refusal = models.TextField("why it cannot be read or saved", blank=True)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField("what was written", default=dict)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(name="imports_batch_state_known", condition=Q(state__in=BatchState.values)),
            models.CheckConstraint(
                name="imports_batch_applied_has_moment",
                condition=~Q(state__in=[BatchState.APPLIED, BatchState.UNDOING, BatchState.UNDONE])
                | Q(applied_at__isnull=False),
            ),
            models.CheckConstraint(
                name="imports_batch_undone_has_reason",
                condition=~Q(state=BatchState.UNDONE) | Q(undone_at__isnull=False, undone_reason__regex=r"\S"),
            ),
        ]

    def __str__(self):
        return f"{self.file_name}, batch {self.pk}"

    def get_absolute_url(self):
        return reverse("imports:batch", args=[self.pk])

    @property
    def rows(self):
        """The staged rows, in the table that is meant for what they hold."""
        return (self.caserow_set if self.holds_children else self.stagedrow_set).all()

    @property
    def files(self):
        return (self.casefile_set if self.holds_children else self.batchfile_set).all()

    @property
    def has_failed(self):
        """Whether the worker gave up; hides a query for the job."""
        return self.state in WITH_THE_WORKER and self.job is not None and self.job.state == JobState.FAILED

    @property
    def is_waiting(self):
        """Whether the worker still has to do its part; hides a query for the job."""
        return self.state in WITH_THE_WORKER and not self.has_failed


class FileOfBatch(models.Model):
    """The uploaded bytes; never on a disk that a web server reads, and removed after a set time."""

    database_rights = "select, insert, delete"

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT)
    content = models.BinaryField("bytes, compressed with zlib")

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["batch"], name="imports_%(class)s_once")]

    def __str__(self):
        return self.batch.file_name


class BatchFile(FileOfBatch):
    pass


class CaseFile(FileOfBatch):
    names_children = True


class RowOfBatch(models.Model):
    """One row of a sheet: what was read, what saving it would do, and what was written.

    ``fields`` are the cells as read; ``edits`` what a person typed over them; ``base`` the values at the time of an
    export from here; ``changes`` is ``{field: [old, new]}``, ``clashes`` ``{field: [base, here, sheet]}``, ``settled``
    ``{field: "here" or "sheet"}``, ``moved`` the fields that only the database changed since the export. ``matched``
    and ``matched_version`` name the row of the database that it is about, ``written`` what was written for it.
    ``has_problems`` counts warnings and notes too.
    """

    database_rights = "select, insert, update, delete"

    # Found by its place, which begins with the batch: an index of its own would slow down every row.
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, db_index=False)
    position = models.PositiveIntegerField("place in the file")
    sheet = models.CharField(max_length=100)
    number = models.PositiveIntegerField("row of the sheet")
    key = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(default=dict)
    edits = models.JSONField(default=dict)
    base = models.JSONField(null=True)
    exported_key = models.CharField("row key of an export from here", max_length=60, blank=True)
    exported_version = models.PositiveIntegerField(null=True)
    problems = models.JSONField(default=list)
    has_problems = models.BooleanField(default=False)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    matched = models.BigIntegerField(null=True)
    matched_version = models.PositiveIntegerField(null=True)
    changes = models.JSONField(default=dict)
    clashes = models.JSONField(default=dict)
    moved = models.JSONField(default=list)
    settled = models.JSONField(default=dict)
    is_skipped = models.BooleanField(default=False)
    written = models.JSONField(null=True)

    class Meta:
        abstract = True
        ordering = ["batch", "position"]
        indexes = [models.Index(fields=["batch", "outcome", "position"])]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="imports_%(class)s_place_once"),
            models.CheckConstraint(name="imports_%(class)s_outcome_known", condition=Q(outcome__in=Outcome.values)),
        ]

    def __str__(self):
        return f"{self.sheet}, row {self.number}"

    @property
    def shown(self):
        """The cells as read, with what a person typed over them."""
        return self.fields | self.edits


class StagedRow(RowOfBatch):
    pass


class CaseRow(RowOfBatch):
    names_children = True


@pghistory.track()
class Answer(models.Model):
    """What was confirmed about a file of a shape, used again for the next one of the same shape."""

    layout = models.SlugField(max_length=30)
    shape = models.CharField("fingerprint of the headings", max_length=64)
    answers = models.JSONField(default=dict)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layout", "shape"], name="imports_answer_once")]

    def __str__(self):
        return f"{self.layout} {self.shape[:8]}"
