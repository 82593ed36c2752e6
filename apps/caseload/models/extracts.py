"""Each load of the case system's records: a complete dated snapshot whose files are kept."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class ExtractQuerySet(models.QuerySet):
    def newest(self, on=None):
        """The extract that the case records now stand at, or stood at on a date; None where there is none.

        The last one loaded: a load never goes back in time, but for made-up sets of different councils.
        """
        extracts = self.filter(as_at__lte=on) if on else self
        return extracts.order_by("-pk").first()


@pghistory.track()
class Extract(models.Model):
    """One load. ``as_at`` is the day up to which the records speak: the clock's "today" in extract mode.

    ``reference_on`` is the census day of the return, ``return_year`` its year (it covers the calendar year before).
    """

    return_year = models.PositiveSmallIntegerField()
    reference_on = models.DateField("census day")
    as_at = models.DateField("records up to")
    local_authority = models.CharField("LA number", max_length=3)
    is_synthetic = models.BooleanField(default=False)
    is_strict = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    set_aside_count = models.PositiveIntegerField(default=0)
    query_count = models.PositiveIntegerField(default=0)
    digest = models.CharField("SHA-256 over all files", max_length=64)
    loaded_at = models.DateTimeField(db_default=Now())
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = ExtractQuerySet.as_manager()

    class Meta:
        ordering = ["-as_at", "-pk"]

    def __str__(self):
        return f"Extract as at {self.as_at}"


@pghistory.track(exclude=["content"])
class ExtractFile(models.Model):
    """One file of an extract as it came, compressed: the snapshot that is never changed."""

    database_rights = "select, insert"

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="files")
    module = models.CharField(max_length=30)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField("bytes, compressed with zlib")

    class Meta:
        ordering = ["extract", "module"]
        constraints = [models.UniqueConstraint(fields=["extract", "module"], name="caseload_extractfile_once")]

    def __str__(self):
        return self.name


class Fault(models.Model):
    """A problem of a set of files, by record and rule; ``is_error`` leaves the record out, a query is only listed."""

    table = models.CharField(max_length=30)
    record = models.CharField("record's own id", max_length=40)
    row = models.PositiveIntegerField("line of the file")
    field = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=50)
    message = models.TextField()
    is_error = models.BooleanField()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.table} {self.record}: {self.code}"


@pghistory.track()
class SetAside(Fault):
    """A problem of a load: what was left out, and what was loaded to be corrected at source."""

    database_rights = "select, insert"

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="problems")

    class Meta:
        ordering = ["extract", "table", "row", "pk"]
        indexes = [
            models.Index(fields=["extract", "is_error", "table"]),
            models.Index(fields=["extract", "table", "record"], name="caseload_setaside_record"),
        ]
