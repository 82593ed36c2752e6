"""The words of the ratings and the numbers of the rules: a new row from a day on, with its reason."""

import pghistory
from django.db import transaction

from apps.core.jobs import enqueue
from apps.core.once import refusing
from apps.plans.models import RatingWord, Thresholds
from apps.plans.services.basis import Refused, already


@transaction.atomic
def set_word(*, code, by, on, word, shape, meaning, reason, token=None):
    """Name a rating anew; Refused where another rating has the word or the shape."""
    existing = already(RatingWord, token)
    if existing:
        return existing
    twice = Refused("Another rating has this word or this shape. Choose others.")
    with refusing("plans_ratingword_one_meaning", twice), pghistory.context(reason=reason):
        return RatingWord.objects.create(
            code=code,
            word=word,
            shape=shape,
            meaning=meaning,
            reason=reason,
            effective_on=on,
            recorded_by=by,
            token=token,
        )


@transaction.atomic
def set_thresholds(*, by, on, reason, token=None, **numbers):
    """New numbers of the rules; every action is then rated anew in the background."""
    existing = already(Thresholds, token)
    if existing:
        return existing
    with pghistory.context(reason=reason):
        row = Thresholds.objects.create(effective_on=on, recorded_by=by, reason=reason, token=token, **numbers)
    enqueue("plans.refresh_all", by=by)
    return row
