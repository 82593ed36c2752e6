"""What was recorded of measures after a day: the figures, targets and levels that a page of then shows otherwise."""

from dataclasses import dataclass

from apps.core.as_known import all_recorded
from apps.measures.figures import period_of
from apps.measures.models import Measure, MeasureFinding, Subject
from apps.measures.pictures import Picture, pictures

NOTHING = "Nothing recorded"


@dataclass(frozen=True)
class RecordedLater:
    """A measure with what of it is otherwise today: ``[(what, as known then, as recorded today)]``, all in words."""

    picture: Picture
    lines: list


def recorded_later(measures, user, on):
    """``[RecordedLater]`` of those measures that differ, on a page that looks back to ``on``; two queries.

    Figures about children are no part of it: they are shown as releases, which nothing changes.
    """
    measures = measures.exclude(subject=Subject.CHILDREN)
    then = pictures(measures, user, on)
    with all_recorded():
        now = pictures(measures, user, on)
    compared = [(one, _lines(one, other)) for one, other in zip(then, now, strict=True) if not other.is_closed]
    return [RecordedLater(one, lines) for one, lines in compared if lines]


def headlines_of(plan):
    """The headline measures of a plan's findings: of a demonstration those made up for it, of a real plan real ones."""
    named = MeasureFinding.objects.filter(is_headline=True, finding__strands__plan=plan)
    measures = Measure.objects.filter(pk__in=named.values("measure"))
    return measures.filter(is_demonstration=plan.is_demonstration)


def _lines(then, now):
    lines = [*_figures(then, now), ("Target", _target(then), _target(now)), ("Level", _level(then), _level(now))]
    return [line for line in lines if line[1] != line[2]]


def _figures(then, now):
    """``(period, figure then, figure now)`` in words, the newest period first."""
    leads_then, leads_now = _leads(then), _leads(now)
    for period in sorted(leads_then.keys() | leads_now.keys(), key=lambda period: period[1], reverse=True):
        known, recorded = leads_then.get(period), leads_now.get(period)
        words = [then.words_of(lead) if lead else NOTHING for lead in (known, recorded)]
        yield ((known or recorded).label, *words)


def _leads(picture):
    return {period_of(period.lead): period.lead for period in picture.periods}


def _target(picture):
    return picture.aim_words(picture.target.value) if picture.target else NOTHING


def _level(picture):
    return picture.level.label if picture.level else NOTHING
