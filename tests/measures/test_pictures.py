"""How a measure stands on a date: newest figure, level and direction, two sources, breaks, what is evidenced."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.core.dates import today
from apps.measures import services
from apps.measures.levels import Level, Movement
from apps.measures.models import Measure, MeasureFinding
from apps.measures.pictures import Impact, headlines, impacts_of, of_strand, pictures
from tests import factories
from tests.measures.makers import a_dip, a_measure, a_start, a_target, a_value, of_year, picture

ON = date(2026, 11, 24)


@pytest.fixture
def measure(db):
    return a_measure("amended-plans")


def test_newest_figure_level_and_direction(measure, board_member):
    of_year(measure, 2024, part=74, whole=100)
    of_year(measure, 2025, part=89, whole=100)
    a_target(measure, 90, tolerance=5)
    shown = picture(measure, board_member, ON)
    assert shown.words_of(shown.latest) == "89.0% (89 of 100)"
    assert (shown.latest.label, shown.level, shown.movement) == ("2025", Level.NEAR, Movement.BETTER)
    assert shown.before.label == "2024"
    assert shown.latest.origin == "Contract report"


def test_counts_are_compared_exactly_not_as_rounded(measure, board_member):
    of_year(measure, 2025, part=2999, whole=3000)
    a_target(measure, 100)
    shown = picture(measure, board_member, ON)
    assert (shown.words_of(shown.latest), shown.level) == ("100.0% (2,999 of 3,000)", Level.MISSES)


def test_as_at_a_date_only_what_was_known_by_then(measure, board_member):
    of_year(measure, 2024, part=74, whole=100, on=date(2025, 3, 31))
    of_year(measure, 2025, part=50, whole=100, on=date(2026, 3, 31))
    a_target(measure, 60, on=date(2025, 6, 1))
    seen = {day: picture(measure, board_member, day) for day in (date(2025, 3, 30), date(2025, 3, 31), ON)}
    assert [p.latest.label if p.latest else None for p in seen.values()] == [None, "2024", "2025"]
    assert [p.level for p in seen.values()] == [Level.NO_TARGET, Level.NO_TARGET, Level.MISSES]
    assert picture(measure, board_member, date(2025, 6, 1)).level == Level.MEETS


def test_no_target_is_said_and_nothing_is_made_up(measure, board_member):
    of_year(measure, 2025, part=1, whole=10)
    shown = picture(measure, board_member, ON)
    assert (shown.level, shown.target, shown.movement) == (Level.NO_TARGET, None, Movement.NONE)
    assert Impact((shown,)).why_not == "no target has been set"


def test_a_neutral_measure_has_no_level(board_member):
    refused = a_measure("refused", good_direction="neither")
    of_year(refused, 2024, part=20, whole=100)
    of_year(refused, 2025, part=30, whole=100)
    a_target(refused, 10)
    shown = picture(refused, board_member, ON)
    assert (shown.level, shown.movement) == (None, Movement.HIGHER)


def test_two_sources_of_one_period_stand_side_by_side(measure, board_member):
    of_year(measure, 2025, part=80, whole=100, source="Contract report")
    of_year(measure, 2025, part=70, whole=100, source="Survey", on=date(2026, 2, 1))
    (period,) = picture(measure, board_member, ON).periods
    assert period.lead.source == "Survey"
    assert [other.source for other in period.others] == ["Contract report"]


def test_the_case_records_lead_a_computed_measure_and_the_newest_load_counts(board_member):
    computed = a_measure("computed", kind="computed", grain="year")
    load = {"extract_as_at": date(2026, 1, 31)}
    of_year(computed, 2025, part=80, whole=100, on=date(2026, 1, 31), extract_key=1, **load)
    of_year(computed, 2025, part=85, whole=100, on=date(2026, 3, 31), extract_key=2, extract_as_at=date(2026, 3, 31))
    of_year(computed, 2025, part=60, whole=100, on=date(2026, 6, 1), source="Paper")
    a_value(computed, date(2026, 1, 1), date(2026, 1, 31), part=9, whole=10)
    (period,) = picture(computed, board_member, ON).periods
    assert (period.lead.numerator, period.lead.origin) == (85, "Worked out from the case records as at 31 March 2026")
    assert [other.source for other in period.others] == ["Paper"]


def test_a_year_that_goes_on_is_the_same_year_when_it_is_over(board_member):
    computed = a_measure("computed", kind="computed", grain="year")
    load = {"extract_key": 1, "extract_as_at": date(2025, 3, 31)}
    so_far = a_value(computed, date(2025, 1, 1), date(2025, 3, 31), part=5, whole=10, **load)
    assert so_far.grain == "quarter"
    computed.values.model.objects.create(
        measure=computed, grain="year", label="2025, to 31 March", starts_on=date(2025, 1, 1),
        ends_on=date(2025, 3, 31),
        value=50, numerator=5, denominator=10, effective_on=date(2025, 3, 31), **load,
    )  # fmt: skip
    of_year(computed, 2025, part=30, whole=40, extract_key=2, extract_as_at=date(2026, 1, 31), on=date(2026, 1, 31))
    assert [(p.lead.label, p.lead.numerator) for p in picture(computed, board_member, ON).periods] == [("2025", 30)]


def test_a_break_is_not_read_as_a_change(measure, board_member):
    of_year(measure, 2024, part=10, whole=100)
    of_year(measure, 2025, part=90, whole=100, is_break=True, break_note="Counted from another day.")
    shown = picture(measure, board_member, ON)
    assert (shown.movement, shown.before) == (Movement.BROKEN, None)


def test_a_figure_of_the_records_is_not_compared_with_one_from_a_paper(board_member):
    computed = a_measure("computed", kind="computed", grain="year")
    of_year(computed, 2024, part=10, whole=100, source="Paper")
    of_year(computed, 2025, part=90, whole=100, extract_key=1, extract_as_at=date(2026, 1, 1), on=date(2026, 1, 1))
    assert picture(computed, board_member, ON).movement == Movement.BROKEN


def test_a_count_of_part_of_a_year_is_not_compared_with_a_whole_one(board_member):
    complaints = a_measure("complaints", unit="count", good_direction="neither", denominator="")
    of_year(complaints, 2025, 9)
    a_value(complaints, date(2026, 1, 1), date(2026, 10, 31), 3)
    assert picture(complaints, board_member, ON).movement == Movement.BROKEN
    whole = a_measure("whole-years", unit="count", good_direction="neither", denominator="")
    of_year(whole, 2024, 9)
    of_year(whole, 2025, 3)
    assert picture(whole, board_member, ON).movement == Movement.LOWER


@pytest.mark.parametrize(
    ("unit", "part", "whole", "words"),
    [("percent", 1, 4, "Too few to show"), ("percent", 1, 5, "20.0% (1 of 5)"), ("count", 0, 0, "0 of 0")],
)
def test_fewer_cases_than_the_minimum_are_not_shown(board_member, unit, part, whole, words):
    small = a_measure("small", minimum=5, unit=unit)
    of_year(small, 2025, value=None if whole else 0, part=part, whole=whole)
    shown = picture(small, board_member, ON)
    assert shown.words_of(shown.latest) == words


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([90, 91], True),
        ([89, 91], False),
        ([91, 89], False),
        ([91], False),
        ([], False),
        ([95, 80, 90, 90], True),
    ],
)
def test_impact_is_evidenced_by_two_periods_running(measure, board_member, figures, expected):
    for year, part in zip(range(2026 - len(figures), 2026), figures, strict=True):
        of_year(measure, year, part=part, whole=100)
    a_target(measure, 90)
    assert picture(measure, board_member, ON).is_evidenced == expected


ONCE = "the target was met in one period so far, and two running are needed"
NOT_BEFORE = "the target was met in the newest period but not in the one before"


@pytest.mark.parametrize(
    ("of_one", "of_other", "why_not"),
    [
        ([91], [91, 91], ONCE),
        ([89, 91], [91, 91], NOT_BEFORE),
        ([89, 91], [91], "the targets are met now, but not yet in two periods running"),
        ([91, 89], [89, 91], "2 of 2 headline measures did not meet a target in two periods running"),
        ([91, 91], [91, 91], ""),
    ],
)
def test_why_a_target_that_is_met_shows_no_impact_yet(measure, board_member, of_one, of_other, why_not):
    for each, figures in ((measure, of_one), (a_measure("other"), of_other)):
        for year, part in zip(range(2026 - len(figures), 2026), figures, strict=True):
            of_year(each, year, part=part, whole=100)
        a_target(each, 90)
    assert Impact(tuple(pictures(Measure.objects.all(), board_member, ON))).why_not == why_not


def test_one_measure_alone_is_not_counted(measure, board_member):
    of_year(measure, 2025, part=89, whole=100)
    a_target(measure, 90)
    alone = Impact(tuple(pictures(Measure.objects.all(), board_member, ON)))
    assert alone.why_not == "the headline measure did not meet a target in two periods running"


def test_every_headline_must_meet_its_target(measure, board_member):
    other = a_measure("other")
    for each, part in ((measure, 95), (other, 50)):
        of_year(each, 2024, part=part, whole=100)
        of_year(each, 2025, part=part, whole=100)
        a_target(each, 90)
    both = Impact(tuple(pictures(Measure.objects.all(), board_member, ON)))
    assert (both.meeting, both.is_evidenced) == (1, False)
    assert both.why_not == "1 of 2 headline measures did not meet a target in two periods running"
    assert not Impact(()).is_evidenced


def test_an_announced_fall_is_said_for_its_time_only(measure, board_member):
    of_year(measure, 2024, part=90, whole=100)
    of_year(measure, 2025, part=70, whole=100)
    a_dip(measure, date(2024, 1, 1), date(2024, 12, 31), on=date(2023, 12, 1), words="Earlier.")
    assert picture(measure, board_member, ON).dip is None
    a_dip(measure, date(2025, 6, 1), None, on=date(2025, 5, 1))
    assert picture(measure, board_member, ON).dip.words == "New staff are being trained."
    of_year(measure, 2026, part=95, whole=100, on=date(2026, 11, 1))
    assert picture(measure, board_member, ON).dip is None


def test_a_dip_is_not_said_where_the_target_is_met_and_nothing_fell(measure, board_member):
    of_year(measure, 2025, part=95, whole=100)
    a_target(measure, 90)
    a_dip(measure, date(2025, 6, 1), date(2025, 12, 31), on=date(2025, 5, 1))
    assert picture(measure, board_member, ON).dip is None


def test_a_later_target_for_the_same_date_takes_the_earlier_ones_place(measure, board_member):
    of_year(measure, 2025, part=70, whole=100)
    due = {"due_on": date(2027, 3, 31)}
    a_target(measure, 90, on=date(2025, 1, 1), **due)
    a_target(measure, 60, on=date(2026, 9, 1), **due)
    assert picture(measure, board_member, date(2026, 8, 31)).level == Level.MISSES
    assert picture(measure, board_member, ON).level == Level.MEETS
    assert measure.targets.count() == 2


def test_words_and_months_and_what_is_one(measure, board_member):
    wait = a_measure("wait", unit="months", good_direction="down", denominator="")
    a_start(wait, value=15, words="up to 15 months", date_words="12 to 16 February 2024")
    shown = picture(wait, board_member, ON)
    assert (shown.start_words, shown.latest) == ("up to 15 months", None)
    assert [shown.amount(Decimal(n)) for n in (1, 2, "6.5")] == ["1 month", "2 months", "6.5 months"]
    assert picture(wait, board_member, date(2024, 2, 15)).start is None


def test_closed_figures_are_seen_by_officers_only(measure, administrator, board_member, other_officer, parent):
    of_year(measure, 2025, part=70, whole=100)
    services.switch(by=administrator, on=today(), is_open=False, decided_by="Lead", reason="Under review.")
    seen = {person.role: picture(measure, person, ON) for person in (board_member, parent, other_officer)}
    assert {role: (p.is_closed, p.latest is None) for role, p in seen.items()} == {
        board_member.role: (True, True),
        parent.role: (True, True),
        other_officer.role: (False, False),
    }
    services.switch(by=administrator, on=today(), is_open=True, decided_by="Lead", reason="Reviewed.")
    assert picture(measure, parent, ON).latest.numerator == 70


def test_any_number_of_measures_is_one_query(measure, board_member):
    for number in range(3):
        other = a_measure(f"other-{number}")
        of_year(other, 2025, part=70, whole=100)
        a_target(other, 90)
        a_start(other, value=1)
        a_dip(other, date(2025, 1, 1), None, on=date(2025, 1, 1))
    with CaptureQueriesContext(connection) as queries:
        assert len(pictures(Measure.objects.all(), board_member, ON)) == 4
    assert len(queries) == 1


def test_a_strand_brings_the_headlines_of_its_findings_each_once(board_member):
    first, second = factories.FindingFactory(number=1), factories.FindingFactory(number=2)
    shared = a_measure("shared", finding=first, note="what was named")
    MeasureFinding.objects.create(measure=shared, finding=second, is_headline=True)
    a_measure("context", finding=first, is_headline=False)
    a_measure("made-up", finding=second, is_demonstration=True)
    of_year(shared, 2025, part=70, whole=100)
    strand = factories.StrandFactory()
    strand.findings.set([first, second])
    (row,) = type(strand).objects.annotate(headlines=headlines(ON))
    real = of_strand(row.headlines, board_member, is_demonstration=False)
    assert [(p.slug, p.note, p.latest.numerator) for p in real] == [("shared", "what was named", 70)]
    assert [p.slug for p in of_strand(row.headlines, board_member, is_demonstration=True)] == ["made-up"]


def test_a_finding_keeps_what_is_made_up_apart(board_member):
    finding = factories.FindingFactory()
    a_measure("real", finding=finding)
    a_measure("context", finding=finding, is_headline=False)
    a_measure("made-up", finding=finding, is_demonstration=True)
    real, made_up = impacts_of([finding], board_member, ON)[finding.pk]
    assert ([p.slug for p in real.impact.pictures], [p.slug for p in real.others]) == (["real"], ["context"])
    assert ([p.slug for p in made_up.impact.pictures], made_up.others) == (["made-up"], ())
    other = factories.FindingFactory()
    (alone,) = impacts_of([other], board_member, ON)[other.pk]
    assert (alone.impact.pictures, alone.impact.why_not) == ((), "no measure has been chosen for it")
