"""Inspections, the inspectors' findings in their own words, what was judged later and what was claimed locally."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.models import Organisation
from apps.core.models import DatedRow, KnownThen, voids_its_own


class FindingKind(models.TextChoices):
    SIGNIFICANT_WEAKNESS = "significant_weakness", "Area of significant weakness"
    PRIORITY_ACTION = "priority_action", "Area for priority action"
    AREA_FOR_IMPROVEMENT = "area_for_improvement", "Area for improvement"


class Verdict(models.TextChoices):
    SUFFICIENT = "sufficient", "Sufficient progress"
    NOT_SUFFICIENT = "not_sufficient", "Not sufficient progress"


class EventKind(models.TextChoices):
    STOCKTAKE = "stocktake", "Stocktake"
    DEEP_DIVE = "deep_dive", "Deep dive"
    MONITORING_INSPECTION = "monitoring_inspection", "Monitoring inspection"
    IMPROVEMENT_NOTICE = "improvement_notice", "Improvement notice"
    QUARTERLY_RETURN = "quarterly_return", "Quarterly return"


class DatePrecision(models.TextChoices):
    """How exactly a source gives a date; a month or quarter is stored as its last day."""

    DAY = "day", "day"
    MONTH = "month", "month"
    QUARTER = "quarter", "quarter"
    YEAR = "year", "year"


def inspectors_words_stay(*columns):
    """A trigger: the site never changes what inspectors wrote; only the owner of the tables may mend a mistake."""
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return pgtrigger.Trigger(
        name="inspectors_words_stay",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=f"""
        IF starts_with(current_user::text, 'sendtracker_web') AND ({changed}) THEN
            RAISE EXCEPTION 'The words of inspectors are never changed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """,
    )


@pghistory.track()
class Inspection(models.Model):
    """One visit of the inspectors; dates are those printed in their letter or report."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    framework = models.CharField(max_length=200)
    started_on = models.DateField()
    ended_on = models.DateField()
    letter_on = models.DateField("date of the letter", null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    outcome = models.TextField()
    follow_up = models.TextField(blank=True, help_text="What was to follow, in the report's words.")
    source = models.TextField()
    revisits = models.ForeignKey("self", on_delete=models.PROTECT, related_name="revisited_by", null=True, blank=True)

    class Meta:
        ordering = ["started_on"]
        constraints = [
            models.CheckConstraint(
                name="inspections_inspection_ends_after_start",
                condition=Q(ended_on__gte=F("started_on")),
                violation_error_message="The inspection cannot end before it starts.",
            ),
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class Finding(models.Model):
    """One thing the inspectors found, numbered as they numbered it, in their exact words."""

    edited_in_place = ("title", "plain_title")

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=30, choices=FindingKind.choices)
    number = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=20, help_text="As the plans cite it: A1, PA6, AFI2.")
    title = models.CharField("short title (ours)", max_length=200)
    plain_title = models.CharField("short title in plain words (ours)", max_length=200, blank=True)
    text = models.TextField("the inspectors' words")
    tail = models.TextField("the inspectors' words after the sub-points", blank=True)
    responsible = models.ManyToManyField(Organisation, related_name="findings", blank=True)
    source = models.TextField()

    class Meta:
        ordering = ["-inspection__started_on", "-kind", "number"]
        triggers = [inspectors_words_stay("text", "tail")]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "kind", "number"], name="inspections_finding_number_once"),
            models.UniqueConstraint(fields=["inspection", "reference"], name="inspections_finding_reference_once"),
            models.CheckConstraint(name="inspections_finding_kind_known", condition=Q(kind__in=FindingKind.values)),
            models.CheckConstraint(name="inspections_finding_has_text", condition=~Q(text="")),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def get_absolute_url(self):
        return reverse("dashboards:finding", args=[self.pk])


@pghistory.track()
class FindingPart(models.Model):
    """A lettered sub-point of a finding, in the inspectors' words."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="parts")
    letter = models.CharField(max_length=1)
    text = models.TextField()

    class Meta:
        ordering = ["letter"]
        triggers = [inspectors_words_stay("text")]
        constraints = [
            models.UniqueConstraint(fields=["finding", "letter"], name="inspections_findingpart_letter_once")
        ]

    def __str__(self):
        return f"({self.letter}) {self.text}"


@pghistory.track()
class FindingRepeat(models.Model):
    """A later finding that says again what an earlier one said: our reading, never the inspectors' own link."""

    linked_to = "later"

    later = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="repeats")
    earlier = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="repeated_by")
    reading = models.TextField("why we read it so")

    class Meta:
        ordering = ["later", "earlier"]
        verbose_name = "finding made again"
        verbose_name_plural = "findings made again"
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="inspections_findingrepeat_once"),
            models.CheckConstraint(
                name="inspections_findingrepeat_not_itself",
                condition=~Q(later=F("earlier")),
                violation_error_message="A finding cannot repeat itself.",
            ),
        ]

    def __str__(self):
        return f"{self.later.reference} repeats {self.earlier.reference}"


@pghistory.track()
class Judgement(DatedRow):
    """What inspectors later said of a finding; ``effective_on`` is the date of their letter."""

    known_then = KnownThen.AS_RECORDED_WITH_WORDS

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="judgements")
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    sentence = models.TextField("the judgement, word for word")
    text = models.TextField("what they saw, word for word")
    source = models.TextField()

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("finding_id")]
        ordering = ["-effective_on", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="inspections_judgement_verdict_known", condition=Q(verdict__in=Verdict.values)),
        ]

    def __str__(self):
        return f"{self.finding.reference}: {self.get_verdict_display()}"


@pghistory.track()
class LocalClaim(DatedRow):
    """What the area itself said of its progress on findings; kept apart from what inspectors judged."""

    known_then = KnownThen.AS_RECORDED_WITH_WORDS

    findings = models.ManyToManyField(Finding, related_name="claims")
    text = models.TextField("what was said, word for word")
    said_by = models.CharField(max_length=200)
    date_note = models.CharField(max_length=200, blank=True, help_text="How exactly the source gives the date.")
    source = models.TextField()

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"{self.said_by}, {self.effective_on}"


@pghistory.track()
class MonitoringEvent(models.Model):
    """A stocktake, deep dive, monitoring inspection or notice after an inspection.

    ``held_on`` is the last day of what the source gives (a month, say; ``precision`` tells), empty where it gives none.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="monitoring_events")
    kind = models.CharField(max_length=30, choices=EventKind.choices)
    name = models.CharField(max_length=200)
    held_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=DatePrecision.choices, default=DatePrecision.DAY)
    outcome = models.TextField(blank=True)
    is_restricted = models.BooleanField(
        "restricted", default=True, help_text="Hidden from all but those named by role."
    )
    source = models.TextField()

    class Meta:
        ordering = ["-held_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "name"], name="inspections_monitoringevent_name_once"),
            models.CheckConstraint(
                name="inspections_monitoringevent_kind_known", condition=Q(kind__in=EventKind.values)
            ),
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class AdviserRating(DatedRow):
    """How DfE or NHS England advisers rated a finding at a monitoring event."""

    known_then = KnownThen.AS_RECORDED_WITH_WORDS

    event = models.ForeignKey(MonitoringEvent, on_delete=models.PROTECT, related_name="ratings")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="adviser_ratings")
    rating = models.CharField("the advisers' word", max_length=100)
    text = models.TextField(blank=True)
    source = models.TextField()

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("event_id")]
        ordering = ["-effective_on", "finding"]

    def __str__(self):
        return f"{self.event}: {self.finding.reference} {self.rating}"


@pghistory.track()
class Recommendation(models.Model):
    """Something advisers or inspectors asked for at a monitoring event, tracked to an answer."""

    event = models.ForeignKey(MonitoringEvent, on_delete=models.PROTECT, related_name="recommendations")
    findings = models.ManyToManyField(Finding, related_name="recommendations", blank=True)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    answer_due_on = models.DateField(null=True, blank=True)
    source = models.TextField()

    class Meta:
        ordering = ["event", "number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="inspections_recommendation_number_once")
        ]

    def __str__(self):
        return f"{self.event}, recommendation {self.number}"


@pghistory.track()
class RecommendationAnswer(DatedRow):
    """What the partnership answered to a recommendation."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        triggers = [*DatedRow.Meta.triggers, voids_its_own("recommendation_id")]
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"Answer of {self.effective_on} to {self.recommendation}"


@pghistory.track()
class Letter(models.Model):
    """A letter about a monitoring event; restricted unless somebody says otherwise."""

    event = models.ForeignKey(MonitoringEvent, on_delete=models.PROTECT, related_name="letters")
    title = models.CharField(max_length=200)
    dated_on = models.DateField(null=True, blank=True)
    text = models.TextField("words quoted from it", blank=True)
    link = models.URLField(blank=True)
    is_restricted = models.BooleanField("restricted", default=True)
    source = models.TextField()

    class Meta:
        ordering = ["-dated_on", "title"]

    def __str__(self):
        return self.title


@pghistory.track()
class GlossaryEntry(models.Model):
    """An abbreviation and what it stands for; ``expansion`` is empty where none was found."""

    abbreviation = models.CharField(max_length=30, unique=True)
    expansion = models.CharField(max_length=300, blank=True)
    plain_meaning = models.TextField(blank=True)
    is_general_knowledge = models.BooleanField(default=False, help_text="Not taken from one of Bury's own papers.")

    class Meta:
        ordering = ["abbreviation"]
        verbose_name_plural = "glossary entries"

    def __str__(self):
        return self.abbreviation


# The links between rows change too: their history is kept like that of the rows.
@pghistory.track()
class FindingResponsible(Finding.responsible.through):
    class Meta:
        proxy = True


@pghistory.track()
class ClaimFinding(LocalClaim.findings.through):
    class Meta:
        proxy = True


@pghistory.track()
class RecommendationFinding(Recommendation.findings.through):
    class Meta:
        proxy = True
