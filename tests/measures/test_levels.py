"""Level and direction by their written rules, at every boundary."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from apps.measures.levels import Level, Movement, level, movement, target_for


@pytest.mark.parametrize(
    ("good", "value", "tolerance", "expected"),
    [
        ("up", "90", "10", Level.MEETS),
        ("up", "89.9", "10", Level.NEAR),
        ("up", "80", "10", Level.NEAR),
        ("up", "79.9", "10", Level.FAR),
        ("up", "89.9", "0", Level.FAR),
        ("up", "89.9", None, Level.MISSES),
        ("up", "90", None, Level.MEETS),
        ("down", "90", "10", Level.MEETS),
        ("down", "90.1", "10", Level.NEAR),
        ("down", "100", "10", Level.NEAR),
        ("down", "100.1", "10", Level.FAR),
        ("down", "90.1", None, Level.MISSES),
        ("neither", "90", "10", None),
    ],
)
def test_level_at_its_boundaries(good, value, tolerance, expected):
    tolerance = None if tolerance is None else Decimal(tolerance)
    assert level(good, Decimal(value), Decimal(90), tolerance) == expected


def test_without_a_target_or_a_figure_there_is_no_level():
    assert level("up", Decimal(90), None, None) == Level.NO_TARGET
    assert level("up", None, None, None) == Level.NO_TARGET
    assert level("up", None, Decimal(90), Decimal(1)) == Level.NO_FIGURE


@pytest.mark.parametrize(
    ("good", "now", "before", "expected"),
    [
        ("up", 2, 1, Movement.BETTER),
        ("up", 1, 2, Movement.WORSE),
        ("down", 2, 1, Movement.WORSE),
        ("down", 1, 2, Movement.BETTER),
        ("up", 2, 2, Movement.SAME),
        ("neither", 2, 1, Movement.HIGHER),
        ("neither", 1, 2, Movement.LOWER),
        ("neither", 1, 1, Movement.SAME),
    ],
)
def test_movement_is_by_what_is_good(good, now, before, expected):
    assert movement(good, now, before) == expected


def aim(value, due_on=None):
    return SimpleNamespace(value=value, due_on=due_on)


def test_a_period_is_held_against_the_next_target_that_is_due():
    always, first, second = aim(100), aim(60, date(2026, 3, 31)), aim(80, date(2027, 3, 31))
    every = [always, second, first]
    assert target_for(every, date(2026, 3, 31)) is first
    assert target_for(every, date(2026, 4, 1)) is second
    assert target_for(every, date(2028, 1, 1)) is second
    assert target_for([always], date(2028, 1, 1)) is always
    assert target_for([], date(2028, 1, 1)) is None
