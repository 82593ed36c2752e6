"""The words, shapes and meanings of the ratings as they stood on a date."""

from apps.core.expressions import rows_written_once
from apps.plans.codes import Rating
from apps.plans.models import RatingWord, Thresholds

_WORDS = rows_written_once(lambda on: RatingWord.objects.as_at(on).order_by("effective_on", "recorded_at", "pk"))
_NUMBERS = rows_written_once(lambda on: Thresholds.objects.as_at(on).latest_first()[:1])


def legend(on):
    """``{code: RatingWord}`` in the order of the codes; one query."""
    latest = {row.code: row for row in _WORDS(on)}
    return {code: latest[code] for code in Rating.values if code in latest}


def thresholds(on):
    """The numbers of the rules on a date; the defaults where none were ever set. One query."""
    return next(iter(_NUMBERS(on)), None) or Thresholds(effective_on=on)


def thresholds_of(days):
    """``{day: the numbers of the rules as they stood on it}``; one query."""
    rows = list(Thresholds.objects.standing().order_by("-effective_on", "-recorded_at", "-pk"))
    return {
        day: next((row for row in rows if row.effective_on <= day), None) or Thresholds(effective_on=day)
        for day in days
    }
