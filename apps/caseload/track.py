"""The line of a case against the 20 weeks: where its points stand in the drawing. The table behind it says the same."""

from dataclasses import dataclass

from apps.caseload.clock import DeadlineState
from apps.caseload.clock.stages import START, TODAY

WIDTH, MARGIN, ROW_HEIGHT = 480, 20, 34
LEAST_GAP = 38
LAST_DAY = 140
WEEKS = (0, 6, 16, 20)
LEAST_LABEL_GAP = 26
STATES = {
    DeadlineState.MET: ("✔", "Met"),
    DeadlineState.MET_LATE: ("✔", "Met late"),
    DeadlineState.OPEN: ("○", "Open"),
    DeadlineState.OVERDUE: ("▲", "Overdue"),
    DeadlineState.LAPSED: ("–", "Day has passed"),
    START: ("●", "Day 0"),
    TODAY: ("◆", "The clock's today"),
}


@dataclass(frozen=True)
class Mark:
    """A numbered point: where it is drawn, and what the table says of it."""

    number: int
    x: int
    row: int
    point: object

    @property
    def shape(self):
        return STATES[self.point.state][0]

    @property
    def words(self):
        return STATES[self.point.state][1]


@dataclass(frozen=True)
class Track:
    """The drawing: its marks, ``(x, words)`` of the upright lines, and where the 20 weeks end."""

    marks: list
    weeks: list
    end: int
    rows: int
    width: int = WIDTH
    margin: int = MARGIN

    @property
    def base(self):
        """How far down the line lies."""
        return 20 + self.rows * ROW_HEIGHT

    @property
    def height(self):
        return self.base + 46

    def y(self, mark):
        return self.base - 22 - mark.row * ROW_HEIGHT


def track_of(points):
    """The drawing of the points of ``clock.position_on_track``; None where no request was received."""
    if not points:
        return None
    longest = max(LAST_DAY, *(point.day for point in points))
    marks, ends = [], []
    for number, point in enumerate(points, 1):
        x = _x(point.day, longest)
        row = next((row for row, end in enumerate(ends) if x - end >= LEAST_GAP), len(ends))
        ends[row : row + 1] = [x]
        marks.append(Mark(number, x, row, point))
    return Track(marks, _weeks(longest), _x(LAST_DAY, longest), len(ends))


def _weeks(longest):
    """The upright lines with their words, but for words that would cover those of the line after."""
    places = [_x(week * 7, longest) for week in WEEKS]
    gaps = [later - place for place, later in zip(places, places[1:], strict=False)]
    words = [str(week) if gap >= LEAST_LABEL_GAP else "" for week, gap in zip(WEEKS, gaps, strict=False)]
    return list(zip(places, [*words, f"{WEEKS[-1]} weeks"], strict=True))


def _x(day, longest):
    return MARGIN + round(max(day, 0) * (WIDTH - 2 * MARGIN) / longest)
