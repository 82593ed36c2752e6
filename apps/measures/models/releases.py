"""Releases: figures about children for readers who may not see single children.

A release is a fixed set of tables for a closed period, suppressed once and stored as its readers see it. The number
behind a hidden cell is kept nowhere: not here, not in the history. Tables and cells are only added, while the release
is a draft; a release that is out never changes, except that it may be withdrawn, marked as such and still readable.
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from apps.core.models import DatedRow, KnownThen

DEFAULT_THRESHOLD = 5
THRESHOLDS = (3, 20)  # below 3 a small count could only be 1, and hiding it would hide nothing


class ReleaseState(models.TextChoices):
    DRAFT = "draft", "Draft"
    RELEASED = "released", "Released"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DROPPED = "dropped", "Draft not used"


class WhyHidden(models.TextChoices):
    """Hidden numbers stay unknown even to a reader who knows these."""

    SMALL = "small", "Small number"
    SECONDARY = "secondary", "Protects a small number"
    AS_BEFORE = "as_before", "Hidden in the release that this one corrects"


OUT = (ReleaseState.RELEASED, ReleaseState.WITHDRAWN)


@pghistory.track()
class ReleaseThreshold(DatedRow):
    """From ``effective_on`` new releases hide counts from 1 up to, not including, ``number``."""

    known_then = KnownThen.AS_TODAY

    number = models.PositiveSmallIntegerField("smallest number that is shown")

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="measures_releasethreshold_in_range",
                condition=Q(number__gte=THRESHOLDS[0], number__lte=THRESHOLDS[1]),
                violation_error_message=f"Enter a whole number from {THRESHOLDS[0]} to {THRESHOLDS[1]}.",
            ),
        ]

    def __str__(self):
        return f"{self.number} from {self.effective_on}"


def threshold_on(day):
    """The smallest number that is shown in a release made on a day; one query."""
    row = ReleaseThreshold.objects.as_at(day).latest_first().first()
    return row.number if row else DEFAULT_THRESHOLD


class ReleaseQuerySet(models.QuerySet):
    def out(self):
        """Released, whether or not withdrawn later."""
        return self.filter(state__in=OUT)


MOVING = "'{state,released_by_id,released_at,ended_by_id,ended_at,end_reason}'::text[]"
ONE_WAY = f"""
IF (to_jsonb(NEW) - {MOVING}) IS DISTINCT FROM (to_jsonb(OLD) - {MOVING})
   OR NOT ((OLD.state = 'draft' AND NEW.state IN ('released', 'dropped'))
           OR (OLD.state = 'released' AND NEW.state = 'withdrawn'
               AND NEW.released_by_id = OLD.released_by_id AND NEW.released_at = OLD.released_at)) THEN
    RAISE EXCEPTION 'A release never changes; a draft is released or not used, a release may be withdrawn'
        USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
"""


@pghistory.track()
class Release(models.Model):
    """Tables about the plans in force on ``census_on``, and the requests and ceased plans of the calendar year before.

    ``extract_as_at`` and ``extract_digest`` say which load of the case system it was counted from. ``known_source`` is
    the newest published source (its id) that was taken into account. ``schools_as_at`` and ``schools_digest`` say by
    which register places were told apart, where there was one. ``supersedes`` is the release that it corrects.
    """

    database_rights = "select, insert, update"

    title = models.CharField(max_length=200)
    census_on = models.DateField("census day")
    year = models.PositiveSmallIntegerField("calendar year of requests and ceased plans")
    area_code = models.CharField("LA number", max_length=3)
    extract_as_at = models.DateField("records up to")
    extract_digest = models.CharField("SHA-256 over all files of the extract", max_length=64)
    schools_as_at = models.DateField("register of schools as at", null=True, blank=True)
    schools_digest = models.CharField("SHA-256 of the register of schools", max_length=64, blank=True)
    known_source = models.PositiveBigIntegerField(default=0)
    threshold = models.PositiveSmallIntegerField("smallest number that is shown")
    rules_version = models.CharField(max_length=20)
    left_out = models.JSONField("tables that could not be made safe", default=list, blank=True)
    note = models.TextField("what readers should know", blank=True)
    is_synthetic = models.BooleanField(default=False)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, related_name="corrections", null=True, blank=True)
    state = models.CharField(max_length=20, choices=ReleaseState.choices, default=ReleaseState.DRAFT)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    released_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField("withdrawn or not used at", null=True, blank=True)
    end_reason = models.TextField("why withdrawn or not used", blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-census_on", "-made_at", "-pk"]
        triggers = [
            pgtrigger.Trigger(name="one_way", operation=pgtrigger.Update, when=pgtrigger.Before, func=ONE_WAY),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="starts_as_draft",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=~pgtrigger.Q(new__state="draft"),
                func="RAISE EXCEPTION 'A release starts as a draft' USING ERRCODE = 'check_violation';",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["area_code", "census_on"],
                condition=Q(supersedes__isnull=True) & ~Q(state=ReleaseState.DROPPED),
                name="measures_release_once_a_period",
            ),
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=~Q(state=ReleaseState.DROPPED),
                name="measures_release_corrected_once",
            ),
            models.CheckConstraint(name="measures_release_state_known", condition=Q(state__in=ReleaseState.values)),
            models.CheckConstraint(name="measures_release_closed", condition=Q(census_on__lte=F("extract_as_at"))),
            models.CheckConstraint(
                name="measures_release_threshold_in_range",
                condition=Q(threshold__gte=THRESHOLDS[0], threshold__lte=THRESHOLDS[1]),
            ),
            models.CheckConstraint(
                name="measures_release_by_a_second_person",
                condition=Q(state__in=OUT, released_by__isnull=False, released_at__isnull=False)
                & ~Q(released_by=F("made_by"))
                | (~Q(state__in=OUT) & Q(released_by__isnull=True, released_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="measures_release_end_has_reason",
                condition=Q(
                    state__in=(ReleaseState.WITHDRAWN, ReleaseState.DROPPED),
                    ended_by__isnull=False,
                    ended_at__isnull=False,
                    end_reason__regex=r"\S",
                )
                | Q(
                    state__in=(ReleaseState.DRAFT, ReleaseState.RELEASED),
                    ended_by__isnull=True,
                    ended_at__isnull=True,
                    end_reason="",
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("measures:release", args=[self.pk])

    @property
    def is_draft(self):
        return self.state == ReleaseState.DRAFT

    @property
    def is_out(self):
        return self.state in OUT


def only_while_draft(release):
    """Triggers: rows are added only while their release (an SQL expression of its id) is a draft, and never change."""
    return [
        pgtrigger.Trigger(
            name="only_while_draft",
            operation=pgtrigger.Insert,
            when=pgtrigger.Before,
            declare=[("found", "TEXT")],
            func=f"""
            SELECT state INTO found FROM measures_release WHERE id = {release};
            IF found IS DISTINCT FROM 'draft' THEN
                RAISE EXCEPTION 'A release never changes' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
            """,  # noqa: S608 - an expression of our own
        ),
        pgtrigger.Protect(name="kept", operation=pgtrigger.Update | pgtrigger.Delete),
    ]


class ReleaseTable(models.Model):
    """One table: the subjects of its rows and columns (no column subject: one column of numbers) and their labels.

    Totals are among the labels, last. ``population`` says who is counted; tables of one release with the same
    population count the same people.
    """

    database_rights = "select, insert"

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="tables")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    definition = models.TextField()
    population = models.CharField(max_length=200)
    row_subject = models.CharField(max_length=100)
    column_subject = models.CharField(max_length=100, blank=True)
    row_labels = models.JSONField()
    column_labels = models.JSONField()

    class Meta:
        ordering = ["release", "position"]
        triggers = only_while_draft("NEW.release_id")
        constraints = [
            models.UniqueConstraint(fields=["release", "key"], name="measures_releasetable_once"),
            models.UniqueConstraint(fields=["release", "position"], name="measures_releasetable_position_once"),
        ]

    def __str__(self):
        return self.title


class ReleaseCell(models.Model):
    """What readers see in one place of a table: a number, or nothing and why; ``row`` and ``column`` count from 0.

    ``published_by`` names the publication in which the same number stands, so that it is exempt from hiding.
    """

    database_rights = "select, insert"

    table = models.ForeignKey(ReleaseTable, on_delete=models.PROTECT, related_name="cells")
    row = models.PositiveSmallIntegerField()
    column = models.PositiveSmallIntegerField()
    is_total = models.BooleanField()
    value = models.PositiveIntegerField(null=True)
    why_hidden = models.CharField(max_length=20, choices=WhyHidden.choices, blank=True)
    published_by = models.CharField("shown because published in", max_length=500, blank=True)

    class Meta:
        ordering = ["table", "row", "column"]
        triggers = only_while_draft(
            "(SELECT release_id FROM measures_releasetable WHERE measures_releasetable.id = NEW.table_id)"
        )
        constraints = [
            models.UniqueConstraint(fields=["table", "row", "column"], name="measures_releasecell_once"),
            models.CheckConstraint(
                name="measures_releasecell_hidden_has_no_value",
                condition=Q(value__isnull=True, why_hidden__in=WhyHidden.values, published_by="")
                | Q(value__isnull=False, why_hidden=""),
            ),
        ]

    def __str__(self):
        return "hidden" if self.value is None else str(self.value)
