"""Papers that are kept: frozen packs, edited reports that came back, and what officers say of a finding themselves."""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from django.urls import reverse

from apps.board.models import Meeting
from apps.core.models import DatedRow, has_words, voids_its_own
from apps.inspections.models import Finding
from apps.plans.models import Plan


class Fingerprint(Func):
    """The SHA-256 of bytes in hexadecimal digits, as PostgreSQL itself works it out."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = models.CharField()


class Length(Func):
    function = "octet_length"
    output_field = models.IntegerField()


def kept_as_it_is(what):
    """A trigger: the row is never changed and never deleted, whatever right somebody has."""
    return pgtrigger.Trigger(
        name="kept_as_it_is",
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=f"RAISE EXCEPTION '{what} is kept as it is' USING ERRCODE = 'check_violation';",
    )


def _bytes_are(name, content="content", sha256="sha256"):
    return models.CheckConstraint(
        name=name,
        condition=Q(**{sha256: Fingerprint(F(content))}),
        violation_error_message="The fingerprint is not that of the bytes.",
    )


@pghistory.track(exclude=["content"])
class Pack(models.Model):
    """The pack of a closed meeting: the bytes that were made then, and are never made again.

    ``as_at`` is the day for which everything in it stands; ``made_at`` is the database's own clock.
    """

    database_rights = "select, insert"
    goes_with_demonstration = ("plan__is_demonstration", "meeting__is_demonstration")

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="pack")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="packs")
    as_at = models.DateField("as at")
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_by_title = models.CharField(max_length=200, blank=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField("size in bytes", validators=[MinValueValidator(1)])
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-made_at", "-pk"]
        triggers = [
            kept_as_it_is("A frozen pack"),
            pgtrigger.Trigger(
                name="made_now",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="NEW.made_at = clock_timestamp(); RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="of_closed_meeting",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                IF NOT EXISTS (SELECT FROM board_meeting m
                    WHERE m.id = NEW.meeting_id AND m.closed_at IS NOT NULL) THEN
                    RAISE EXCEPTION 'Only the pack of a closed meeting is kept' USING ERRCODE = 'check_violation';
                END IF;
                RETURN NEW;
                """,
            ),
        ]
        constraints = [
            _bytes_are("papers_pack_fingerprint_is_of_bytes"),
            models.CheckConstraint(name="papers_pack_size_is_of_bytes", condition=Q(size=Length(F("content")))),
        ]

    def __str__(self):
        return f"Pack for {self.meeting}"

    def get_absolute_url(self):
        return reverse("papers:meeting-pack", args=[self.meeting_id])


@pghistory.track(exclude=["received", "content"])
class EditedReport(DatedRow):
    """A scrutiny report that came back edited for a meeting, as it was received and as it is handed out.

    Where a heading was taken out of an area, ``missing`` says so line by line, and the document that is handed out says
    it on its first page; else both are the same bytes.
    """

    goes_with_demonstration = ("meeting__is_demonstration",)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="edited_reports")
    file_name = models.CharField(max_length=255)
    author_title = models.CharField(max_length=200, blank=True)
    received = models.BinaryField()
    received_sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    missing = models.JSONField(default=list)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-recorded_at", "-pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("meeting_id"), kept_as_it_is("A report")]
        constraints = [
            *DatedRow.Meta.constraints,
            _bytes_are("papers_editedreport_fingerprint_is_of_bytes"),
            _bytes_are("papers_editedreport_fingerprint_is_of_received", "received", "received_sha256"),
            models.CheckConstraint(
                name="papers_editedreport_changed_where_missing",
                condition=Q(missing=Value([], models.JSONField()), sha256=F("received_sha256"))
                | ~Q(missing=Value([], models.JSONField())),
                violation_error_message="What is not missing needs no notice.",
            ),
        ]

    def __str__(self):
        return f"{self.file_name}, {self.effective_on}"


@pghistory.track()
class SelfEvaluation(DatedRow):
    """What officers say themselves of where a finding stands; the newest by a day is that of the evidence pack."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="self_evaluations")
    text = models.TextField("what we say of it ourselves")
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("finding_id")]
        indexes = [models.Index(fields=["finding", "-effective_on", "-recorded_at"])]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("text", "papers_selfevaluation_says_something", "Say where this stands."),
        ]

    def __str__(self):
        return f"{self.finding.reference}, {self.effective_on}"
