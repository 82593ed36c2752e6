"""The page of published figures, as families see it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Role
from apps.dashboards import bury
from apps.measures import comparisons, loading
from tests.cast import client_of, make_person

FOLDER = bury.FOLDER.with_name("dfe")


@pytest.fixture(autouse=True)
def charts(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def words(text):
    """The words of a page without its charts; a space for each tag."""
    return " ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", text, flags=re.S).split())


def queries(client):
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/benchmarks/").status_code == 200
    return len(captured)


def test_the_page_shows_every_measure_with_source_breaks_and_what_is_missing(parent):
    client = client_of(parent)
    bare = queries(client)
    bury.load_statistics()
    response = client.get("/benchmarks/")
    page = words(response.text)
    for sentence in (
        "2024: Bury 99.0%, North West 49.6%, England 45.9%.",
        "2024: Bury 99.0%, North West 50.5%, England 46.4%.",
        "2024: Bury 560, North West 24,411, England 154,489.",
        "2024: Bury 32.9%, North West 24.0%, England 25.2%.",
        "January 2025: Bury 2,804, North West 92,839, England 638,745.",
        "2024: Bury 49.8%, North West 48.9%, England 44.4%.",
        "2024: Bury 217, North West 6,761, England 44,862.",
        "2024: Bury 2.1%, England 3.2%.",
        "2023 74.1% (323 of 436) 54.8% (7,573 of 13,823) 49.1% (39,784 of 80,945)",
        "2025 Not found Not found Not found",
        "January 2026 Not found Not found Not found",
        "North West: not found. The publisher gives no figure.",
        "Change of source before 2022.",
        "Change of source before January 2023.",
        "Reporting year 2025. Published in 2025; the day was not found. Open Government Licence v3.0.",
        "Average wait for a community paediatric assessment 39 weeks",
        "Young people aged 18 to 25 “There is currently no locally agreed provision in place",
        "Jan 22 2,066",
        "Published 30 June 2022.",
    ):
        assert sentence in page
    assert response.text.count('<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img"') == 8
    assert len(set(re.findall(r'id="title-(\w+)"', response.text))) == 8
    # As many queries as without a single figure.
    assert queries(client) == bare


def test_without_figures_the_page_says_so(parent):
    page = words(client_of(parent).get("/benchmarks/").text)
    assert page.count("Not found: no published figure is held here.") == 8
    assert page.count("Not found: the report’s figures are not held here.") == 2


@pytest.mark.parametrize("role", list(Role))
def test_every_role_finds_the_page_in_its_navigation(council, role):
    text = client_of(make_person(role, council, "Reader")).get("/benchmarks/").text
    assert '<a href="/benchmarks/" aria-current="page">Numbers</a>' in text


@pytest.mark.parametrize(
    ("on", "missing"),
    [
        (date(2025, 1, 31), []),
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["2025"]),
        (date(2027, 1, 1), ["2025", "2026"]),
    ],
)
def test_a_year_is_missed_once_it_is_over(db, on, missing):
    loading.load(FOLDER / "bury_nw_england_requests.csv", areas=["351"])
    shown = next(s for s in comparisons.sections(on) if s.measure.slug == "requests")
    assert [period for period, cells in shown.rows if cells == [("Not found", "")]] == missing


@pytest.mark.parametrize(("on", "missing"), [(date(2026, 1, 31), []), (date(2026, 2, 1), ["January 2026"])])
def test_a_january_is_missed_once_it_has_passed(db, on, missing):
    loading.load(FOLDER / "bury_nw_england_caseload.csv", areas=["351"])
    shown = next(s for s in comparisons.sections(on) if s.measure.slug == "plans")
    assert [period for period, cells in shown.rows if cells == [("Not found", "")]] == missing


def test_the_chart_says_in_words_what_it_shows(db):
    loading.load(FOLDER / "bury_nw_england_ceased_plans.csv", areas=["351"])
    shown = next(s for s in comparisons.sections(date(2025, 6, 1)) if s.measure.slug == "ceased")
    assert "For each 100 in 2022. Bury: 2022 100, 2023 89.1, 2024 113. The figures stand" in shown.chart
    assert shown.missing_areas == ["North West", "England"]
