"""The risks of plans."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse

from apps.accounts.models import Post
from apps.plans.models import Plan, Strand


class RiskStatus(models.TextChoices):
    OPEN = "open", "Open"
    ISSUE = "issue", "Has happened"
    CLOSED = "closed", "Closed"


class Severity(models.TextChoices):
    """How grave a risk is, by its score; the bands are ours, those of a usual five by five table."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    VERY_HIGH = "very_high", "Very high"


LEAST, MOST = 1, 5
# The greatest score of each band.
BANDS = ((4, Severity.LOW), (9, Severity.MEDIUM), (15, Severity.HIGH), (MOST * MOST, Severity.VERY_HIGH))
# How many of four bars are filled: shapes that neither ratings nor levels of measures have.
BARS = {Severity.LOW: "▮▯▯▯", Severity.MEDIUM: "▮▮▯▯", Severity.HIGH: "▮▮▮▯", Severity.VERY_HIGH: "▮▮▮▮"}


def severity_of(score):
    """The band of a score; None where there is no score."""
    return None if score is None else next(severity for most, severity in BANDS if score <= most)


class RiskQuerySet(models.QuerySet):
    def gravest_first(self):
        """By the score after mitigation; where there is none, by that before it; unscored risks last."""
        score = Coalesce("score_after", "score")
        return self.order_by(score.desc(nulls_last=True), "reference_key", "pk")


def _factors_make(score, likelihood, impact):
    """Both numbers and their product, or neither of them; a score may then stand alone."""
    alone = Q(**{f"{likelihood}__isnull": True, f"{impact}__isnull": True})
    both = Q(**{f"{name}__isnull": False for name in (score, likelihood, impact)})
    return alone | (both & Q(**{score: F(likelihood) * F(impact)}))


def _within(most, *names):
    """Each number is missing or from the least to ``most``."""
    condition = Q()
    for name in names:
        condition &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": LEAST, f"{name}__lte": most})
    return condition


@pghistory.track()
class Risk(models.Model):
    """What could keep a plan from reaching its purpose, how likely and how grave, and what is done about it.

    Likelihood and impact go from 1 to 5, before and after mitigation; a score is their product, or stands alone where a
    register gives nothing else. ``owner_words`` are the owners as a sheet names them where these are not one post.
    """

    edited_in_place = (
        "reference",
        "reference_key",
        "title",
        "cause",
        "consequence",
        "likelihood",
        "impact",
        "score",
        "likelihood_after",
        "impact_after",
        "score_after",
        "mitigation",
        "owner",
        "owner_words",
        "strand",
        "status",
        "reviewed_on",
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="risks")
    reference = models.CharField(max_length=30)
    reference_key = models.CharField(max_length=80, editable=False, help_text="Sorts R10 after R9.")
    title = models.CharField("what could happen", max_length=500)
    cause = models.TextField(blank=True)
    consequence = models.TextField(blank=True)
    likelihood = models.PositiveSmallIntegerField("likelihood before mitigation", null=True, blank=True)
    impact = models.PositiveSmallIntegerField("impact before mitigation", null=True, blank=True)
    score = models.PositiveSmallIntegerField("score before mitigation", null=True, blank=True)
    likelihood_after = models.PositiveSmallIntegerField("likelihood after mitigation", null=True, blank=True)
    impact_after = models.PositiveSmallIntegerField("impact after mitigation", null=True, blank=True)
    score_after = models.PositiveSmallIntegerField("score after mitigation", null=True, blank=True)
    mitigation = models.TextField("what is done about it", blank=True)
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="risks", null=True, blank=True)
    owner_words = models.CharField("owners, as written", max_length=500, blank=True)
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="risks", null=True, blank=True)
    status = models.CharField(max_length=10, choices=RiskStatus.choices, default=RiskStatus.OPEN)
    reviewed_on = models.DateField("last reviewed", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = RiskQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "reference_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("reference"),
                "plan",
                name="board_risk_reference_once",
                violation_error_message="This plan already has a risk with this reference.",
            ),
            models.CheckConstraint(
                name="board_risk_numbers_in_range",
                condition=_within(MOST, "likelihood", "impact", "likelihood_after", "impact_after")
                & _within(MOST * MOST, "score", "score_after"),
                violation_error_message="Likelihood and impact go from 1 to 5.",
            ),
            models.CheckConstraint(
                name="board_risk_score_is_product",
                condition=_factors_make("score", "likelihood", "impact"),
                violation_error_message="Give both likelihood and impact, or neither; the score is their product.",
            ),
            models.CheckConstraint(
                name="board_risk_score_after_is_product",
                condition=_factors_make("score_after", "likelihood_after", "impact_after"),
                violation_error_message="Give both likelihood and impact, or neither; the score is their product.",
            ),
            models.CheckConstraint(name="board_risk_status_known", condition=Q(status__in=RiskStatus.values)),
            models.CheckConstraint(
                name="board_risk_has_words", condition=Q(reference__regex=r"\S", title__regex=r"\S")
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def get_absolute_url(self):
        return reverse("board:risk", args=[self.pk])

    @property
    def severity(self):
        return severity_of(self.score)

    @property
    def severity_after(self):
        return severity_of(self.score_after)

    @property
    def owner_shown(self):
        """Who owns it, in words; hides a query unless ``owner`` was selected with it."""
        return self.owner_words or (self.owner.title if self.owner else "")
