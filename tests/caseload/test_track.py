"""Where the points of a case stand in its drawing."""

from datetime import timedelta

from apps.caseload import clock
from apps.caseload.track import track_of
from tests.caseload.cases import DAY, before


def drawn(**facts):
    return track_of(clock.position_on_track(clock.CaseFacts(**facts), DAY))


def test_without_a_request_there_is_no_drawing():
    assert drawn() is None


def test_points_near_each_other_stand_above_each_other():
    track = drawn(received_on=before(97))
    assert [(m.number, m.x, m.row, m.words) for m in track.marks] == [
        (1, 20, 0, "Day 0"),
        (2, 152, 0, "Overdue"),
        (3, 325, 0, "The clock's today"),
        (4, 328, 1, "Open"),
        (5, 372, 0, "Open"),
        (6, 460, 0, "Open"),
    ]
    assert track.weeks == [(20, "0"), (152, "6"), (372, "16"), (460, "20 weeks")]
    assert (track.end, track.rows, track.base, track.height) == (460, 2, 88, 134)


def test_a_case_that_takes_longer_goes_on_after_the_20_weeks():
    track = drawn(received_on=before(1400), final_on=before(0))
    assert (track.end, track.marks[-1].x, track.marks[-1].words) == (64, 460, "Met late")
    assert track.weeks == [(20, ""), (33, ""), (55, ""), (64, "20 weeks")]


def test_a_day_to_come_is_no_point():
    assert drawn(received_on=DAY + timedelta(days=1)) is None
