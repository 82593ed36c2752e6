"""Which headline measures moved between two dates."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.dashboards.measures_moved import measures_moved
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure, a_target, a_value

SINCE, ON = date(2026, 9, 30), date(2026, 11, 20)
AUGUST, OCTOBER = (date(2026, 8, 1), date(2026, 8, 31)), (date(2026, 10, 1), date(2026, 10, 31))


def of_both(measure, before, now, known_on=None):
    a_value(measure, *AUGUST, part=before, whole=100)
    a_value(measure, *OCTOBER, part=now, whole=100, on=known_on)


def test_measures_that_got_better_worse_or_crossed_a_level_are_listed_once(legend, board_member):
    finding = factories.FindingFactory()
    strand = factories.StrandFactory(reference="PA1")
    other = factories.StrandFactory(plan=strand.plan, reference="PA2")
    for each in (strand, other):
        each.findings.add(finding)
    better, worse = a_measure("better", finding), a_measure("worse", finding)
    same, crossed = a_measure("same", finding), a_measure("crossed", finding)
    later, beside = a_measure("later", finding), a_measure("beside", finding, is_headline=False)
    of_both(better, 80, 92)
    a_target(better, 90)
    of_both(worse, 80, 70)
    of_both(same, 80, 80)
    of_both(crossed, 80, 80)
    a_target(crossed, 85)
    a_target(crossed, 75, on=date(2026, 10, 5))
    of_both(later, 80, 99, known_on=date(2026, 11, 24))
    of_both(beside, 80, 99)
    a_value(a_measure("first", finding), *OCTOBER, part=50, whole=100)
    with CaptureQueriesContext(connection) as queries:
        moved = measures_moved(strand.plan, ON, SINCE, board_member)
    assert len(queries) == 1
    assert {row.now.slug: (row.movement, row.has_met, row.words) for row in moved} == {
        "better": ("better", True, "92.0% (92 of 100) (was 80.0% (80 of 100)); now meets target"),
        "worse": ("worse", False, "70.0% (70 of 100) (was 80.0% (80 of 100))"),
        "crossed": ("same", True, "80.0% (80 of 100) (was 80.0% (80 of 100)); now meets target"),
    }


def test_the_board_names_what_moved(action, board_member):
    factories.MeetingFactory(held_on=SINCE, updates_by=SINCE)
    finding = factories.FindingFactory()
    action.strand.findings.add(finding)
    of_both(a_measure("plans-in-time", finding), 80, 92)
    text = client_of(board_member).get(reverse("dashboards:board"), {"as_at": ON.isoformat()}).text
    assert "<strong>better</strong>, 92.0% (92 of 100) (was 80.0% (80 of 100))" in text


def test_only_the_board_itself_counts_as_the_last_board(action, board_member):
    factories.MeetingFactory(body="Cabinet", held_on=SINCE, updates_by=SINCE)
    factories.MeetingFactory(held_on=AUGUST[0], updates_by=AUGUST[0])
    text = client_of(board_member).get(reverse("dashboards:board"), {"as_at": ON.isoformat()}).text
    assert "Since the Board of 1 August 2026" in text
