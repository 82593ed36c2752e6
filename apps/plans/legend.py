"""The words, shapes and meanings of the ratings as they stood on a date."""

from apps.plans.codes import Rating
from apps.plans.models import RatingWord, Thresholds


def legend(on):
    """``{code: RatingWord}`` in the order of the codes; one query."""
    rows = RatingWord.objects.as_at(on).order_by("effective_on", "recorded_at", "pk")
    latest = {row.code: row for row in rows}
    return {code: latest[code] for code in Rating.values if code in latest}


def thresholds(on):
    """The numbers of the rules on a date; the defaults where none were ever set. One query."""
    return Thresholds.objects.as_at(on).latest_first().first() or Thresholds(effective_on=on)


def thresholds_of(days):
    """``{day: the numbers of the rules as they stood on it}``; one query."""
    rows = list(Thresholds.objects.standing().order_by("-effective_on", "-recorded_at", "-pk"))
    return {
        day: next((row for row in rows if row.effective_on <= day), None) or Thresholds(effective_on=day)
        for day in days
    }
