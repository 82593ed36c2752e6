"""Reading one series of one area over time, and percentages from counts."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from apps.dashboards import bury
from apps.measures import loading, papers, reading
from apps.measures.models import Observation, Source

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
TIMELINESS = FIXTURES / "dfe" / "bury_nw_england_timeliness_20_week.csv"
AREAS = ("351", "E12000002", "E92000001")
PAIRS = (
    ("plans_issued_within_20_weeks", "plans_issued_den", "pc_plans_issued_within_20_weeks"),
    ("plans_issued_20_weeks_ex", "plans_issued_den_ex", "pc_plans_issued_20_weeks_ex"),
)


@pytest.fixture
def timeliness(db):
    loading.load(TIMELINESS)


@pytest.fixture
def local(db):
    papers.load(FIXTURES / "bury" / "observations.json")


def test_published_percentages_are_reproduced_from_their_counts(timeliness):
    compared = 0
    for part, whole, published in PAIRS:
        for area in AREAS:
            ours = reading.shares(*(reading.series(f"timeliness.{key}", area) for key in (part, whole)))
            theirs = reading.series(f"timeliness.{published}", area)
            assert [(p.period, p.value) for p in ours] == [(p.period, p.value) for p in theirs]
            compared += len(ours)
    assert compared == 36


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(293, 296, "99.0"), (1, 8, "12.5"), (1, 2000, "0.1"), (3, 2000, "0.2"), (0, 5, "0.0"), (5, 0, None)],
)
def test_percentages_round_halves_up(numerator, denominator, expected):
    assert reading.percentage(numerator, denominator) == (expected and Decimal(expected))


def test_nothing_in_a_part_is_not_nought_per_cent():
    assert reading.percentage(None, 5) is None


def test_a_series_is_in_the_order_of_time_and_says_why_there_is_no_number(timeliness):
    points = reading.series("timeliness.plans_issued_gt_1_year", "351")
    assert [(p.period, p.state, p.value) for p in points] == [
        ("2019", "unavailable", None),
        ("2020", "unavailable", None),
        ("2021", "unavailable", None),
        ("2022", "unavailable", None),
        ("2023", "number", 2),
        ("2024", "number", 0),
    ]
    assert points[0].state_words == "Not available"
    assert points[5].source.title == "Education, health and care plans: plans issued within 20 weeks"
    assert reading.latest("timeliness.plans_issued_gt_1_year", "351").period == "2024"


def test_a_breakdown_is_a_series_of_its_own(timeliness):
    points = reading.series("timeliness.plans_issued_den", "351", topic="Sex", breakdown="Male")
    assert [(p.period, p.value) for p in points] == [("2023", 280), ("2024", 201)]


def test_areas_are_compared_in_the_order_asked(timeliness):
    found = reading.compare("timeliness.plans_issued_den", ["E92000001", "351", "999"])
    assert [(area, points[-1].value if points else None) for area, points in found.items()] == [
        ("E92000001", 90392),
        ("351", 296),
        ("999", None),
    ]


def test_the_source_published_last_comes_first_and_the_other_stays(timeliness):
    old = Observation.objects.get(
        series="timeliness.plans_issued_den", area_code="351", period="2024", breakdown_topic=""
    )
    newer = Source.objects.create(
        publisher="Department for Education",
        title="A later release",
        published_on=date(2026, 6, 25),
        sha256="a" * 64,
        figure_count=1,
    )
    old.pk, old.source, old.value, old.raw = None, newer, 301, "301"
    old.save()
    point = reading.latest("timeliness.plans_issued_den", "351")
    assert (point.value, point.source) == (301, newer)
    assert [other.value for other in point.others] == [296]


def test_sums_need_a_number_in_every_line(timeliness):
    keys = ("timeliness.plans_issued_gt20weeks_ltyear", "timeliness.plans_issued_gt_1_year")
    added = reading.sums([reading.series(key, "351") for key in keys])
    assert [(p.period, p.value) for p in added] == [("2023", 110), ("2024", 3)]


def test_the_councils_age_bands_are_loaded_with_their_break(local):
    bands = {b: reading.series("local.plans", "351", topic="Age", breakdown=b) for b in BANDS}
    assert {b: [int(p.value) for p in points] for b, points in bands.items()} == BANDS
    total = reading.series("local.plans", "351")
    assert [int(p.value) for p in total] == [sum(column) for column in zip(*BANDS.values(), strict=True)]
    assert [p.period for p in bands["Under 5"] if p.is_break] == ["Nov 21"]
    assert "148 to 11" in bands["Under 5"][3].break_note
    assert total[0].starts_on == date(2019, 1, 1)
    assert total[0].source.published_on == date(2022, 6, 30)


BANDS = {
    "Under 5": [61, 60, 148, 11, 19, 33, 43],
    "5 to 10": [471, 515, 528, 645, 664, 669, 693],
    "11 to 15": [570, 593, 628, 648, 658, 710, 730],
    "16 to 25": [515, 559, 631, 767, 769, 654, 650],
}


def test_pupils_with_a_plan_and_those_on_support_are_all_with_sen(local):
    parts = [reading.series(f"local.{key}", "351") for key in ("pupils_with_plan", "pupils_sen_support")]
    whole = reading.series("local.pupils_with_sen", "351")
    assert len(whole) == 8
    assert [p.value for p in reading.sums(parts)] == [p.value for p in whole]


def test_shares_of_pupils_and_shares_of_plans_name_their_populations(local):
    pupils = reading.latest("local.pupil_needs_pc", "351", topic="Primary need", breakdown="SEMH")
    plans = reading.latest("local.plan_needs_pc", "351", topic="Primary need", breakdown="SEMH")
    assert (pupils.value, plans.value) == (23, 20)
    assert pupils.population.startswith("Pupils in Bury schools")
    assert plans.population.startswith("All children and young people with a plan from Bury")


def test_what_inspectors_found_is_a_starting_point(local):
    rows = Observation.objects.filter(series__startswith="inspectors.").order_by("pk")
    assert [(row.state, row.value) for row in rows] == [
        ("number", 75),
        ("number", 39),
        ("number", 6),
        ("number", 15),
        ("number", 13),
        ("text", None),
    ]
    assert {(row.period_starts_on, row.period_ends_on) for row in rows} == {(date(2024, 2, 12), date(2024, 2, 16))}
    assert rows[5].raw.startswith("There is currently no locally agreed provision")


def test_dfe_and_the_council_differ_on_january_2022_and_both_stay(local):
    loading.load(FIXTURES / "dfe" / "bury_nw_england_caseload.csv", areas=["351"])
    dfe = {p.period: p.value for p in reading.series("plans.ehcplans", "351")}
    council = {p.period: p.value for p in reading.series("local.plans", "351")}
    assert (dfe["202122"], council["Jan 22"]) == (2087, 2066)
    assert dfe["202425"] == 2804


def test_a_changed_paper_becomes_a_source_beside_the_old(local, tmp_path):
    text = (bury.FOLDER / "observations.json").read_text()
    corrected = tmp_path / "observations.json"
    corrected.write_text(text.replace('"75"', '"76"'))
    assert papers.load(corrected) == 6
    assert sorted(
        Observation.objects.filter(series="inspectors.speech_and_language_wait_weeks").values_list("value", flat=True)
    ) == [75, 76]
