"""Fills by the family of their hue, since every person picks another shade of red."""

from colorsys import rgb_to_hls
from functools import lru_cache

# The last degree of hue of each family, going round from red.
FAMILIES = ((15, "red"), (70, "amber"), (165, "green"), (260, "blue"), (330, "purple"), (361, "red"))
NAMES = {
    "red": "red",
    "amber": "amber",
    "orange": "amber",
    "yellow": "amber",
    "green": "green",
    "blue": "blue",
    "grey": "grey",
    "gray": "grey",
    "purple": "purple",
    "black": "black",
}
LETTERS = {"r": "red", "a": "amber", "y": "amber", "g": "green", "b": "blue"}
# Less difference between the channels than this is a grey, or a tint of one.
NEARLY_GREY = 16
TINT = 32


@lru_cache(maxsize=4_000)
def family_of(fill):
    """``red``, ``amber``, ``green``, ``blue``, ``purple``, ``grey`` or ``black``; None for white and faint tints."""
    red, green, blue = channels(fill)
    brightest, darkest = max(red, green, blue), min(red, green, blue)
    if brightest - darkest < NEARLY_GREY:
        return _grey(brightest)
    if brightest - darkest < TINT and darkest > 200:
        return None
    hue = hue_of(fill)
    return next(family for last, family in FAMILIES if hue < last)


def _grey(lightness):
    if lightness < 0x40:
        return "black"
    return "grey" if lightness < 0xEE else None


def channels(fill):
    return int(fill[0:2], 16), int(fill[2:4], 16), int(fill[4:6], 16)


def hue_of(fill):
    """Degrees round the circle of colours, 0 being red."""
    red, green, blue = channels(fill)
    return rgb_to_hls(red / 255, green / 255, blue / 255)[0] * 360


def is_pale(fill):
    return min(channels(fill)) >= 0xA0


def hue_distance(one, other):
    """Degrees between the hues of two fills."""
    apart = abs(hue_of(one) - hue_of(other))
    return min(apart, 360 - apart)
