"""How far a figure is from its target, and which way it moved: two things, by written rules, without a database.

Values are compared as exactly as they are known (a percentage as its two counts), never as they are rounded for a page.
"""

from django.db.models import TextChoices

from apps.measures.models import GoodDirection


class Level(TextChoices):
    MEETS = "meets", "Meets target"
    NEAR = "near", "Near target"
    FAR = "far", "Far from target"
    MISSES = "misses", "Does not meet target"
    NO_TARGET = "no_target", "No target"
    NO_FIGURE = "no_figure", "No figure yet"


# Shapes of their own: how much of the square is filled. Ratings of delivery have other shapes and other words.
SHAPES = {
    Level.MEETS: "■",
    Level.NEAR: "◧",
    Level.FAR: "□",
    Level.MISSES: "□",
    Level.NO_TARGET: "–",
    Level.NO_FIGURE: "–",
}
MEANINGS = {
    Level.MEETS: "The newest figure is as good as the target, or better.",
    Level.NEAR: "It is not, but it is within the tolerance that was set with the target.",
    Level.FAR: "It is further off than the tolerance.",
    Level.MISSES: "It does not reach the target. No tolerance was set, so near and far are not told apart.",
    Level.NO_TARGET: "No target has been set.",
    Level.NO_FIGURE: "There is a target, and no newest figure to hold against it.",
}


class Movement(TextChoices):
    """How a figure compares with the period before; by which direction is good, not by up and down."""

    BETTER = "better", "Better than the period before"
    WORSE = "worse", "Worse than the period before"
    SAME = "same", "No change from the period before"
    HIGHER = "higher", "Higher than the period before"
    LOWER = "lower", "Lower than the period before"
    BROKEN = "broken", "Cannot be compared with the period before"
    NONE = "none", "Nothing before it to compare with"


def level(good_direction, value, target, tolerance):
    """The ``Level`` of a value against a target; None where neither direction is good, for then nothing is level."""
    if good_direction == GoodDirection.NEITHER:
        return None
    if target is None:
        return Level.NO_TARGET
    if value is None:
        return Level.NO_FIGURE
    short = target - value if good_direction == GoodDirection.UP else value - target
    if short <= 0:
        return Level.MEETS
    if tolerance is None:
        return Level.MISSES
    return Level.NEAR if short <= tolerance else Level.FAR


def movement(good_direction, now, before):
    """The ``Movement`` from one exact value to the next."""
    if now == before:
        return Movement.SAME
    rose = now > before
    if good_direction == GoodDirection.NEITHER:
        return Movement.HIGHER if rose else Movement.LOWER
    return Movement.BETTER if rose == (good_direction == GoodDirection.UP) else Movement.WORSE


def target_for(targets, day):
    """Which of the newest targets (one a due date) a period that ends on ``day`` is held against; None without any.

    The next one that is due; once all are past, the last; only without a dated one the target that holds always.
    """
    dated = sorted((target for target in targets if target.due_on), key=lambda target: target.due_on)
    coming = [target for target in dated if target.due_on >= day]
    always = [target for target in targets if not target.due_on]
    return next(iter([*coming[:1], *dated[-1:], *always]), None)
