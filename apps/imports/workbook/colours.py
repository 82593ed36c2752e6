"""Colours as they are seen: plain, by number in a palette, or from the theme and tinted."""

import math
import re
from dataclasses import dataclass

from .markup import DRAWINGS, Reader

# The palette of Excel 97, which files still point into, in rows of eight; 64 and 65 are the colours of the system.
PALETTE = """
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
800000 008000 000080 808000 800080 008080 C0C0C0 808080
9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
003366 339966 003300 333300 993300 993366 333399 333333
"""
STANDARD = PALETTE.split()
SYSTEM = {64: "000000", 65: "FFFFFF"}
# The colours of a theme in the order in which cells number them, which is not that of the theme; and as Office has
# had them since 2013, for a workbook without a theme.
OFFICE = {
    "lt1": "FFFFFF",
    "dk1": "000000",
    "lt2": "E7E6E6",
    "dk2": "44546A",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
# Steps of hue, lightness and saturation; hue turns through six colours.
STEPS = 240
SIXTH = STEPS // 6
HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


@dataclass(frozen=True)
class Colour:
    """A colour as the styles say it."""

    rgb: str | None = None
    theme: str | None = None
    indexed: str | None = None
    tint: str | None = None

    @classmethod
    def of(cls, attributes):
        """The colour that an element's attributes say."""
        return cls(*(attributes.get(name) for name in ("rgb", "theme", "indexed", "tint")))


def seen(colour, theme, palette):
    """A colour as "RRGGBB"; None for white, for no colour, and for one that cannot be told."""
    if colour is None:
        return None
    plain = _plain(colour, theme, palette)
    if plain is None:
        return None
    shown = tinted(plain, _tint(colour.tint))
    return None if shown == "FFFFFF" else shown


def _plain(colour, theme, palette):
    if colour.rgb is not None:
        return _hex(colour.rgb)
    if colour.theme is not None:
        number = _place(colour.theme)
        return theme[number] if number < len(theme) else None
    if colour.indexed is not None:
        number = _place(colour.indexed)
        return SYSTEM.get(number) or (_hex(palette[number]) if number < len(palette) else None)
    return None


def _hex(text):
    match = HEX.fullmatch(text)
    return match[1].upper() if match else None


def _place(text):
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 10_000


def _tint(text):
    try:
        tint = float(text or 0)
    except ValueError:
        return 0.0
    return max(-1.0, min(1.0, tint)) if math.isfinite(tint) else 0.0


def tinted(rgb, tint):
    """A colour made darker (tint below 0) or lighter (above 0) as Excel does it: by its lightness, in whole steps."""
    if not tint:
        return rgb
    hue, lightness, saturation = _whole_hls(*(int(rgb[at : at + 2], 16) for at in (0, 2, 4)))
    if tint < 0:
        lightness = int(lightness * (1 + tint))
    else:
        lightness = int(lightness * (1 - tint)) + STEPS - int(STEPS * (1 - tint))
    return _from_hls(hue, lightness, saturation)


def _whole_hls(red, green, blue):
    """Hue, lightness and saturation in 240 steps each, rounded as Windows does, whose colours Excel's are."""
    most, least = max(red, green, blue), min(red, green, blue)
    spread, both = most - least, most + least
    lightness = (both * STEPS + 255) // 510
    if not spread:
        return 0, lightness, 0
    share = both if lightness <= STEPS // 2 else 510 - both
    saturation = (spread * STEPS + share // 2) // share
    to_red, to_green, to_blue = (((most - part) * SIXTH + spread // 2) // spread for part in (red, green, blue))
    if most == red:
        hue = to_blue - to_green
    elif most == green:
        hue = 2 * SIXTH + to_red - to_blue
    else:
        hue = 4 * SIXTH + to_green - to_red
    return hue % STEPS, lightness, saturation


def _from_hls(hue, lightness, saturation):
    if lightness <= STEPS // 2:
        high = (lightness * (STEPS + saturation) + STEPS // 2) // STEPS
    else:
        high = lightness + saturation - (lightness * saturation + STEPS // 2) // STEPS
    low = 2 * lightness - high
    parts = (_part(low, high, (hue + turn) % STEPS) for turn in (2 * SIXTH, 0, -2 * SIXTH))
    return "".join(f"{max(0, min(255, (part * 255 + STEPS // 2) // STEPS)):02X}" for part in parts)


def _part(low, high, hue):
    """Red, green or blue, by how far the hue has turned from it."""
    if hue < SIXTH:
        return low + ((high - low) * hue + SIXTH // 2) // SIXTH
    if hue < 3 * SIXTH:
        return high
    if hue < 4 * SIXTH:
        return low + ((high - low) * (4 * SIXTH - hue) + SIXTH // 2) // SIXTH
    return low


def theme_colours(package, part, limits):
    """The colours of the theme, by the numbers that cells use."""
    named = OFFICE | (_Theme(limits).read(package.pieces(part)).colours if part else {})
    return [named[name] for name in OFFICE]


class _Theme(Reader):
    """``colours``: those that the scheme names."""

    namespaces = DRAWINGS

    def __init__(self, limits):
        super().__init__(limits)
        self.colours = {}
        self._name = None
        self._is_scheme = False

    def start(self, name, attributes):
        if name == "clrScheme":
            self._is_scheme = True
        elif self._is_scheme and name in OFFICE:
            self._name = name
        elif self._name and name in ("srgbClr", "sysClr"):
            shown = _hex(attributes.get("lastClr" if name == "sysClr" else "val", ""))
            if shown:
                self.colours.setdefault(self._name, shown)

    def end(self, name):
        if name == "clrScheme":
            self._is_scheme = False
        elif name == self._name:
            self._name = None
