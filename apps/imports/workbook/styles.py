"""What the number of a style means: whether it shows dates, and the colour it fills a cell with."""

import re
from dataclasses import dataclass, field

from ..grid import Unreadable
from .colours import STANDARD, Colour, seen, theme_colours
from .markup import Reader
from .refusals import TOO_LARGE_OPENED

# Built-in formats that show a date. 45 to 47 and 18 to 21 show a time of day or a duration; 27 to 36 and 50 to 58 are
# dates in East Asian editions of Excel.
BUILT_IN_DATES = {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58}
BUILT_IN_PERCENTS = {9, 10}
# Characters of a format; Excel allows 255.
LONGEST_FORMAT = 255
# What in a format is not a code: quoted words, escaped characters, spaces as wide as a character, colours and locales.
NOT_CODES = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?')
REPEATED = re.compile(r"([a-z])\1+")
CLOCK = re.compile(r"am/pm|a/p|h[^a-z]*m|m[^a-z]*s")
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)


def is_date_format(code):
    """Whether a number format shows a day, month or year: not only a time of day or a duration."""
    shown = code.partition(";")[0]
    codes = REPEATED.sub(r"\1", NOT_CODES.sub("", shown).lower())
    if "general" in codes or ELAPSED.search(shown):
        return False
    return any(letter in CLOCK.sub("", codes) for letter in "dmy")


def is_percent_format(code):
    """Whether a number format shows numbers as percentages."""
    return "%" in NOT_CODES.sub("", code.partition(";")[0])


@dataclass
class Styles:
    """``dates[style]`` is true for styles that show dates, ``percents[style]`` for those that show percentages.

    ``fills[style]`` is "RRGGBB", None without a fill.
    """

    dates: list = field(default_factory=list)
    percents: list = field(default_factory=list)
    fills: list = field(default_factory=list)

    @property
    def has_fills(self):
        """Whether any style has a fill: if not, no cell has."""
        return any(self.fills)


def styles_of(package, outline, limits):
    """The styles of a workbook."""
    if outline.styles is None:
        return Styles()
    read = _Styles(limits).read(package.pieces(outline.styles))
    theme = theme_colours(package, outline.theme, limits)
    palette = read.palette or STANDARD
    fills = [seen(colour, theme, palette) for colour in read.fills]
    dates = {number for number, code in read.formats.items() if is_date_format(code)}
    dates |= BUILT_IN_DATES - read.formats.keys()
    percents = {number for number, code in read.formats.items() if is_percent_format(code)}
    percents |= BUILT_IN_PERCENTS - read.formats.keys()
    return Styles(
        dates=[number in dates for number, _ in read.styles],
        percents=[number in percents for number, _ in read.styles],
        fills=[fills[fill] if 0 <= fill < len(fills) else None for _, fill in read.styles],
    )


class _Styles(Reader):
    """``styles``: (number of the format, number of the fill) of each style a cell can have."""

    def __init__(self, limits):
        super().__init__(limits)
        self.formats = {}
        self.fills = []
        self.styles = []
        self.palette = []
        self._is_cell_style = False
        self._is_fill = False
        self._is_solid = False

    def start(self, name, attributes):
        begin = getattr(self, f"_begin_{name}", None)
        if begin is not None:
            begin(attributes)

    def end(self, name):
        if name == "cellXfs":
            self._is_cell_style = False
        elif name == "fills":
            self._is_fill = False

    def _begin_numFmt(self, attributes):
        number = _number(attributes.get("numFmtId"))
        self._require_few(self.formats)
        self.formats.setdefault(number, attributes.get("formatCode", "")[:LONGEST_FORMAT])

    def _begin_fills(self, attributes):
        self._is_fill = True

    def _begin_fill(self, attributes):
        if self._is_fill:
            self._require_few(self.fills)
            self.fills.append(None)
            self._is_solid = False

    def _begin_patternFill(self, attributes):
        self._is_solid = attributes.get("patternType") == "solid"

    def _begin_fgColor(self, attributes):
        if self._is_fill and self._is_solid and self.fills:
            self.fills[-1] = Colour.of(attributes)

    def _begin_cellXfs(self, attributes):
        self._is_cell_style = True

    def _begin_xf(self, attributes):
        if self._is_cell_style:
            self._require_few(self.styles)
            self.styles.append((_number(attributes.get("numFmtId")), _number(attributes.get("fillId"))))

    def _begin_rgbColor(self, attributes):
        self._require_few(self.palette)
        self.palette.append(attributes.get("rgb", ""))

    def _require_few(self, those):
        if len(those) >= self.limits.styles:
            raise Unreadable(TOO_LARGE_OPENED)


def _number(text):
    """A number of a format or fill; 0, which means nothing special, for what is no number."""
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 10 else 0
