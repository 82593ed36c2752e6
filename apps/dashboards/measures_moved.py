"""Headline measures that moved between two dates: newer figures that are better or worse, or whose level is another."""

from dataclasses import dataclass

from apps.measures.figures import comparable
from apps.measures.levels import Level, Movement, movement
from apps.measures.pictures import Picture, headlines, of_strand


@dataclass(frozen=True)
class MovedMeasure:
    """A measure on two dates; ``movement`` compares the newest figures, where they may be compared."""

    now: Picture
    before: Picture
    movement: Movement

    @property
    def has_crossed(self):
        """Whether its level is another than it was; the first figure crosses nothing."""
        return self.before.latest is not None and self.now.level != self.before.level

    @property
    def has_met(self):
        return self.has_crossed and self.now.level == Level.MEETS

    @property
    def words(self):
        """What moved: "92.0% (was 88.0%)", with the level where that is another."""
        said = f"{self.now.words_of(self.now.latest)} (was {self.before.words_of(self.before.latest)})"
        return f"{said}; now {self.now.level.label.lower()}" if self.has_crossed and self.now.level else said


def moved_of(strands, user, is_demonstration, since):
    """``[MovedMeasure]`` since a date, each once, from strands that carry ``headlines`` as at a later day; no query.

    Of a day's figures and targets only those count that had taken effect by ``since``.
    """
    found = {}
    for strand in strands:
        now = of_strand(strand.headlines, user, is_demonstration)
        before = of_strand([_by(row, since) for row in strand.headlines], user, is_demonstration)
        for one, other in zip(now, before, strict=True):
            found.setdefault(one.pk, (one, other))
    moved = [MovedMeasure(one, other, _movement(one, other)) for one, other in found.values()]
    return [row for row in moved if row.has_crossed or row.movement in (Movement.BETTER, Movement.WORSE)]


def measures_moved(plan, on, since, user):
    """The same of a plan's headline measures; one query."""
    strands = plan.strands.annotate(headlines=headlines(on)).order_by("position", "reference_key")
    return moved_of(strands, user, plan.is_demonstration, since)


DATED = ("values_of", "targets_of", "starts_of", "dips_of")


def _by(row, since):
    """A headline's JSON with what had taken effect by a date."""
    day = since.isoformat()
    return row | {name: [part for part in row[name] if part["effective_on"] <= day] for name in DATED}


def _movement(now, before):
    newest, earlier = now.latest, before.latest
    if newest is None or earlier is None or not (newest.is_number and earlier.is_number):
        return Movement.NONE
    if not comparable(newest, earlier, now.unit):
        return Movement.BROKEN
    return movement(now.good_direction, newest.exact(now.unit), earlier.exact(now.unit))
