"""The dated row on which everything a dashboard reads is built."""

import enum

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now


class DatedQuerySet(models.QuerySet):
    """Rows as at a date, and as known at a moment."""

    def standing(self, known_at=None):
        """Rows that no voiding row has taken back; with ``known_at``, as recorded by that moment."""
        voiding = self.model._base_manager.filter(voids=OuterRef("pk"))
        rows = self.filter(voids__isnull=True)
        if known_at is not None:
            voiding = voiding.filter(recorded_at__lte=known_at)
            rows = rows.filter(recorded_at__lte=known_at)
        return rows.exclude(Exists(voiding))

    def as_at(self, on, known_at=None):
        """Standing rows that had taken effect by the end of ``on``."""
        return self.standing(known_at).filter(effective_on__lte=on)

    def latest_first(self):
        return self.order_by("-effective_on", "-recorded_at", "-pk")


class KnownThen(enum.Enum):
    """What of a kind of dated rows a page shows that is to be as it was known on a past day."""

    AS_RECORDED = "rows recorded by then, also those taken back since, without the words that somebody wrote in them"
    AS_RECORDED_WITH_WORDS = "the same with their words, which are sources and reasons of figures"
    WITHOUT_TAKEN_BACK = "rows recorded by then that nobody has taken back since"
    AS_TODAY = "all rows: they say who may see what, or what words mean"


class LondonDay(models.Func):
    """The date in London at a moment; unlike a conversion by the session's zone it may stand in a constraint."""

    template = "((%(expressions)s) AT TIME ZONE 'Europe/London')::date"
    output_field = models.DateField()


def has_words(field, name, message="Say why."):
    """A constraint that a text is more than spaces; a voiding row may leave it empty."""
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{field}__regex": r"\S"}) | Q(voids__isnull=False), violation_error_message=message
    )


def voids_its_own(parent):
    """A trigger: a row takes back only a row of the same ``parent`` column, and never one that itself takes back."""
    return pgtrigger.Trigger(
        name="voids_its_own",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        condition=pgtrigger.Q(new__voids__isnull=False),
        declare=[("taken_back", "JSONB")],
        func=pgtrigger.Func(
            f"""
            SELECT to_jsonb(t) INTO taken_back FROM {{meta.db_table}} t WHERE t.id = NEW.voids_id;
            IF taken_back->>'voids_id' IS NOT NULL
                OR (taken_back->>'{parent}') IS DISTINCT FROM (to_jsonb(NEW)->>'{parent}') THEN
                RAISE EXCEPTION 'A row takes back only an entry about the same thing' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
            """  # noqa: S608 - names of our own columns
        ),
    )


class DatedRow(models.Model):
    """A fact that took effect on a date and was recorded at a moment; it is never changed, only voided by a later row.

    ``effective_on`` is the day from which it is true; ``recorded_at`` the moment at which the system was told.
    The site's database roles may add such rows, and nothing else.
    """

    database_rights = "select, insert"
    # How a page that is shown as known on a past day reads these rows (apps.core.as_known).
    known_then = KnownThen.AS_RECORDED

    effective_on = models.DateField("date from which this is true")
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Empty where the row was loaded from a document.",
    )
    voids = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        related_name="voided_by",
        null=True,
        blank=True,
        help_text="The row taken back.",
    )
    void_reason = models.TextField(blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        # When the system was told is the database's own clock, whatever a program says.
        triggers = [
            pgtrigger.Trigger(
                name="recorded_now",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="NEW.recorded_at = clock_timestamp(); RETURN NEW;",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_void_has_reason",
                condition=Q(voids__isnull=True) | Q(void_reason__regex=r"\S"),
                violation_error_message="Say why this entry is taken back.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_in_future",
                condition=Q(effective_on__lte=LondonDay("recorded_at")),
                violation_error_message="The date of what happened cannot be in the future.",
            ),
        ]


class JobState(models.TextChoices):
    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class Job(models.Model):
    """A piece of background work; whoever runs it holds a lease until ``lease_until`` and renews it as it gets on."""

    kind = models.CharField(max_length=100)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    asked_at = models.DateTimeField(db_default=Now())
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="core_job_state_known", condition=Q(state__in=JobState.values)),
            models.CheckConstraint(
                name="core_job_running_has_lease",
                condition=~Q(state=JobState.RUNNING) | Q(lease_until__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.kind} ({self.get_state_display()})"


class Shared(models.Model):
    """What all processes of the site must know at once, such as how many wrong passwords were tried: Django's cache.

    The columns are those that ``django.core.cache.backends.db`` works on.
    """

    database_rights = "select, insert, update, delete"

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.cache_key
