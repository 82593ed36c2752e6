"""Published statistics: which publication says what of which area and period, kept as it was published.

Nothing is changed or deleted. A newer release, or a correction, is a new source; where two sources give a figure, both
stay, and ``apps.measures.reading`` says which one a reader gets first.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from apps.core.history import tracked_by_statement


class AreaLevel(models.TextChoices):
    NATIONAL = "national", "National"
    REGIONAL = "regional", "Regional"
    LOCAL_AUTHORITY = "local_authority", "Local authority"
    OTHER = "other", "Other"


class State(models.TextChoices):
    """What a published cell holds; only ``NUMBER`` has a value, and nothing else ever counts as zero."""

    NUMBER = "number", "Number"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    UNAVAILABLE = "unavailable", "Not available"
    SUPPRESSED = "suppressed", "Hidden because the number is small"
    LOW = "low", "Rounds to nothing, but is not nothing"
    TEXT = "text", "In words"


@tracked_by_statement()
class Source(models.Model):
    """One file or paper from which figures were taken; the same bytes are taken once."""

    database_rights = "select, insert"

    publisher = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    release = models.CharField("release, as the publisher names it", max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True, help_text="Empty where the day was not found.")
    published_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Where only the year of the release is known."
    )
    licence = models.CharField(max_length=200, blank=True)
    link = models.CharField("where it can be found", max_length=300, blank=True)
    note = models.TextField(blank=True)
    sha256 = models.CharField("fingerprint of its bytes (SHA-256)", max_length=64, unique=True)
    figure_count = models.PositiveIntegerField("figures in it", help_text="Fewer are here where areas were left out.")
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["publisher", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                name="measures_source_fingerprint_is_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self):
        return f"{self.publisher}, {self.title}" + (f" ({self.release})" if self.release else "")


@tracked_by_statement()
class Observation(models.Model):
    """One published figure of one area for one period.

    ``breakdown_topic`` and ``breakdown`` are empty for the total. ``is_break`` marks a figure that must not be read as
    a change against the one before it, because its source or its population is another; ``break_note`` says why.
    """

    database_rights = "select, insert"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="observations")
    area_code = models.CharField(
        max_length=100, help_text="Three digits for a council, else the ONS code; the name where there is none."
    )
    area_name = models.CharField(max_length=100)
    area_level = models.CharField(max_length=20, choices=AreaLevel.choices)
    population = models.CharField(
        max_length=300, blank=True, help_text="Who is counted, where the name of the series does not tell."
    )
    series = models.CharField(max_length=120, help_text="Subject and measure: timeliness.plans_issued_den.")
    breakdown_topic = models.CharField(max_length=100, blank=True)
    breakdown = models.CharField(max_length=200, blank=True)
    period = models.CharField("period, as published", max_length=40)
    time_identifier = models.CharField(max_length=40)
    period_starts_on = models.DateField()
    period_ends_on = models.DateField()
    state = models.CharField(max_length=20, choices=State.choices)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    raw = models.CharField("as published", max_length=200, blank=True)
    column = models.CharField("name of the column, as published", max_length=120)
    is_break = models.BooleanField("source or population changed before this", default=False)
    break_note = models.TextField(blank=True)

    class Meta:
        ordering = ["series", "area_code", "period_starts_on", "period_ends_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "series", "area_code", "breakdown_topic", "breakdown", "period", "time_identifier"],
                name="measures_observation_once_in_a_source",
            ),
            models.CheckConstraint(
                name="measures_observation_level_known", condition=Q(area_level__in=AreaLevel.values)
            ),
            models.CheckConstraint(name="measures_observation_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="measures_observation_number_has_value",
                condition=Q(state=State.NUMBER, value__isnull=False) | (~Q(state=State.NUMBER) & Q(value__isnull=True)),
            ),
            models.CheckConstraint(
                name="measures_observation_ends_after_start", condition=Q(period_ends_on__gte=F("period_starts_on"))
            ),
            models.CheckConstraint(
                name="measures_observation_break_has_note", condition=Q(is_break=False) | ~Q(break_note="")
            ),
            models.CheckConstraint(name="measures_observation_has_area", condition=~Q(area_code="")),
        ]
        indexes = [
            models.Index(
                fields=["series", "area_code", "breakdown_topic", "breakdown", "period_starts_on"],
                name="measures_series_over_time",
            ),
        ]

    def __str__(self):
        return f"{self.series}, {self.area_name}, {self.period}: {self.raw}"
