"""Measures: what is counted, how good it should be, and what it was from period to period.

Nothing dated is changed. A newer extract adds a value beside the older one; where two sources give a figure for one
period, both stay and both are shown. A measure says in words what it counts; its kind says whether the case records or
a person give its values.
"""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from apps.accounts.models import Post
from apps.core.models import DatedRow, KnownThen, has_words, voids_its_own
from apps.imports.models import Batch
from apps.inspections.models import Finding


class MeasureKind(models.TextChoices):
    COMPUTED = "computed", "Worked out from the case records"
    MANUAL = "manual", "Entered with its source"


class Subject(models.TextChoices):
    """About whom a measure speaks; figures about children reach most readers only as checked releases."""

    CONDUCT = "conduct", "What services do"
    CHILDREN = "children", "Who the children are"


class GoodDirection(models.TextChoices):
    UP = "up", "Higher is better"
    DOWN = "down", "Lower is better"
    NEITHER = "neither", "Neither higher nor lower is better"


class Unit(models.TextChoices):
    PERCENT = "percent", "per cent"
    COUNT = "count", "number"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    WORDS = "words", "in words"


class Grain(models.TextChoices):
    """How long a period is."""

    DAY = "day", "One day"
    MONTH = "month", "Month"
    QUARTER = "quarter", "Quarter"
    YEAR = "year", "Calendar year"
    OTHER = "other", "Another length of time"


class ValueState(models.TextChoices):
    """What a period has; only ``NUMBER`` has a value, and nothing else ever counts as zero."""

    NUMBER = "number", "Number"
    WORDS = "words", "In words"
    NO_RECORDS = "no_records", "No records"
    NOTHING = "nothing", "Nothing to count"
    TOO_FEW = "too_few", "Too few to show"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    UNAVAILABLE = "unavailable", "Not available"
    NO_VALUE = "no_value", "No figure given"


@pghistory.track()
class Measure(models.Model):
    """One thing that is counted, defined in words.

    ``published_part``, ``published_whole`` and ``published_also`` name series of published figures of the same thing:
    two counts of which a percentage is worked out (or one figure), and another source of it; a count that is the sum of
    several series names them all, joined by "+". ``minimum`` is the number
    of cases below which a figure is not shown. ``grain`` is the length of the periods that dashboards show; empty for
    whatever length people enter. ``reference`` is what scorecards call it, so that a row of one finds it again.
    """

    edited_in_place = ("name", "plain_name", "definition", "numerator", "denominator", "caution")

    slug = models.SlugField(max_length=60, unique=True)
    reference = models.CharField("reference in scorecards", max_length=30, blank=True)
    name = models.CharField(max_length=200)
    plain_name = models.CharField("name in plain words", max_length=200, blank=True)
    definition = models.TextField("what it counts, in words")
    numerator = models.CharField("how many of them", max_length=300, blank=True)
    denominator = models.CharField("out of which", max_length=300, blank=True)
    caution = models.TextField("what to be careful with", blank=True)
    unit = models.CharField(max_length=10, choices=Unit.choices)
    good_direction = models.CharField(max_length=10, choices=GoodDirection.choices)
    kind = models.CharField(max_length=10, choices=MeasureKind.choices)
    subject = models.CharField(max_length=10, choices=Subject.choices)
    grain = models.CharField(max_length=10, choices=Grain.choices, blank=True)
    minimum = models.PositiveSmallIntegerField("least number of cases that is shown", default=5)
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="measures", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    published_part = models.CharField(max_length=120, blank=True)
    published_whole = models.CharField(max_length=120, blank=True)
    published_also = models.CharField(max_length=120, blank=True)
    is_demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["is_demonstration", "position", "slug"]
        constraints = [
            models.UniqueConstraint(
                Lower("reference"),
                "is_demonstration",
                condition=~Q(reference=""),
                name="measures_measure_reference_once",
                violation_error_message="Another measure has this reference.",
            ),
            models.CheckConstraint(name="measures_measure_unit_known", condition=Q(unit__in=Unit.values)),
            models.CheckConstraint(
                name="measures_measure_direction_known", condition=Q(good_direction__in=GoodDirection.values)
            ),
            models.CheckConstraint(name="measures_measure_kind_known", condition=Q(kind__in=MeasureKind.values)),
            models.CheckConstraint(name="measures_measure_subject_known", condition=Q(subject__in=Subject.values)),
            models.CheckConstraint(
                name="measures_measure_grain_known", condition=Q(grain="") | Q(grain__in=Grain.values)
            ),
            models.CheckConstraint(name="measures_measure_has_definition", condition=Q(definition__regex=r"\S")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("measures:measure", args=[self.slug])

    @property
    def is_about_children(self):
        return self.subject == Subject.CHILDREN


@pghistory.track()
class MeasureFinding(models.Model):
    """A measure that tells whether a finding is being put right; a headline measures what the inspectors named."""

    linked_to = "measure"

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="links")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="measure_links")
    is_headline = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    note = models.CharField("what of the finding it measures", max_length=300, blank=True)

    class Meta:
        ordering = ["finding", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["measure", "finding"], name="measures_measurefinding_once")]

    def __str__(self):
        return f"{self.finding.reference}: {self.measure}"


class MeasureRow(DatedRow):
    """Something dated about a measure, entered once however often its form is sent."""

    known_then = KnownThen.AS_RECORDED_WITH_WORDS

    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, related_name="+", null=True, blank=True, help_text="The file it came with."
    )

    class Meta(DatedRow.Meta):
        abstract = True


@pghistory.track()
class Baseline(MeasureRow):
    """Where a measure began, as a source says; ``effective_on`` is the day that the source speaks of."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="baselines")
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    words = models.TextField("as the source says it", blank=True)
    date_words = models.CharField("the date, as the source gives it", max_length=100, blank=True)
    source = models.TextField()
    link = models.CharField(max_length=300, blank=True)

    class Meta(MeasureRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("measure_id")]
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("source", "measures_baseline_has_source", "Say where the figure comes from."),
            models.CheckConstraint(
                name="measures_baseline_says_something",
                condition=Q(value__isnull=False) | Q(words__regex=r"\S") | Q(voids__isnull=False),
                violation_error_message="Enter a figure, or say it in words.",
            ),
        ]

    def __str__(self):
        return f"{self.measure}, start of {self.effective_on}"


@pghistory.track()
class Target(MeasureRow):
    """What a measure should reach, from ``effective_on`` on: by ``due_on``, or always where that is empty.

    ``tolerance`` is how far off still counts as near, in the measure's unit; where there is none, near and far are not
    told apart. A later row with the same ``due_on`` takes an earlier one's place, and both stay.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="targets")
    value = models.DecimalField(max_digits=12, decimal_places=2)
    due_on = models.DateField("to be reached by", null=True, blank=True)
    tolerance = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    is_statutory = models.BooleanField("set by law", default=False)
    reason = models.TextField("why this target")

    class Meta(MeasureRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("measure_id")]
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("reason", "measures_target_says_why"),
            models.CheckConstraint(
                name="measures_target_tolerance_not_negative",
                condition=Q(tolerance__isnull=True) | Q(tolerance__gte=0),
                violation_error_message="The tolerance cannot be less than nothing.",
            ),
            models.CheckConstraint(
                name="measures_target_due_after_start",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("effective_on")) | Q(voids__isnull=False),
                violation_error_message="A target cannot be due before it is set.",
            ),
        ]

    def __str__(self):
        return f"{self.measure}: {self.value} by {self.due_on or 'always'}"


@pghistory.track()
class Value(MeasureRow):
    """What a measure was in a period, as one source has it.

    A value worked out from the case records names the load that it comes from by plain numbers (``extract_key``,
    ``extract_as_at``), because the table of loads may not be read by everybody who may read this; one entered by hand
    says its source in words. ``effective_on`` is the day up to which the source speaks, or on which it was entered.
    ``set_aside`` are the records that the load left out, ``left_out`` those without the dates that this figure needs.
    ``is_break`` marks a value that must not be read as a change against the one before.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="values")
    grain = models.CharField(max_length=10, choices=Grain.choices)
    starts_on = models.DateField("period from")
    ends_on = models.DateField("period to")
    label = models.CharField("period, in words", max_length=100)
    state = models.CharField(max_length=20, choices=ValueState.choices, default=ValueState.NUMBER)
    numerator = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    denominator = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    words = models.TextField(blank=True)
    is_break = models.BooleanField(default=False)
    break_note = models.TextField(blank=True)
    extract_key = models.BigIntegerField(null=True, blank=True)
    extract_as_at = models.DateField(null=True, blank=True)
    is_synthetic = models.BooleanField(default=False)
    set_aside = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    source = models.TextField(blank=True)

    class Meta(MeasureRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("measure_id")]
        ordering = ["measure", "-ends_on", "-effective_on", "-recorded_at", "-pk"]
        indexes = [models.Index(fields=["measure", "grain", "-ends_on"], name="measures_value_newest")]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="measures_value_grain_known", condition=Q(grain__in=Grain.values)),
            models.CheckConstraint(name="measures_value_state_known", condition=Q(state__in=ValueState.values)),
            models.CheckConstraint(
                name="measures_value_number_has_value",
                condition=Q(state=ValueState.NUMBER, value__isnull=False)
                | (~Q(state=ValueState.NUMBER) & Q(value__isnull=True, numerator__isnull=True)),
            ),
            models.CheckConstraint(
                name="measures_value_words_are_there", condition=~Q(state=ValueState.WORDS) | Q(words__regex=r"\S")
            ),
            models.CheckConstraint(
                name="measures_value_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message="The period cannot end before it starts.",
            ),
            models.CheckConstraint(
                name="measures_value_has_source",
                condition=Q(extract_as_at__isnull=False, extract_key__isnull=False) | Q(source__regex=r"\S"),
                violation_error_message="Say where the figure comes from.",
            ),
            models.CheckConstraint(
                name="measures_value_break_has_note", condition=Q(is_break=False) | Q(break_note__regex=r"\S")
            ),
            models.CheckConstraint(
                name="measures_value_part_of_whole",
                condition=Q(denominator__isnull=True) | Q(denominator__gte=0),
            ),
        ]

    def __str__(self):
        return f"{self.measure}, {self.label}"

    @property
    def is_computed(self):
        return self.extract_key is not None


@pghistory.track()
class ExpectedDip(MeasureRow):
    """A worse figure that was announced beforehand, and why; ``until`` is empty where the source gives no end."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="dips")
    starts_on = models.DateField("expected from")
    until = models.DateField("expected until", null=True, blank=True)
    words = models.TextField("what is expected, and why")
    source = models.TextField(blank=True)

    class Meta(MeasureRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("measure_id")]
        ordering = ["-starts_on", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "measures_expecteddip_says_why"),
            models.CheckConstraint(
                name="measures_expecteddip_ends_after_start",
                condition=Q(until__isnull=True) | Q(until__gte=F("starts_on")),
                violation_error_message="It cannot end before it starts.",
            ),
        ]

    def __str__(self):
        return f"{self.measure}: expected from {self.starts_on}"


@pghistory.track()
class Openness(DatedRow):
    """Whether figures on what services do are shown to all readers, as the information-governance lead says.

    Where nobody has said anything they are shown. Officers see them always.
    """

    known_then = KnownThen.AS_TODAY

    is_open = models.BooleanField()
    decided_by = models.CharField("who decided it", max_length=200)
    reason = models.TextField()
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-recorded_at", "-pk"]
        verbose_name_plural = "openness"
        constraints = [*DatedRow.Meta.constraints, has_words("reason", "measures_openness_says_why")]

    def __str__(self):
        return f"Shown to {'all' if self.is_open else 'officers only'} from {self.effective_on}"
