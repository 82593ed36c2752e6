"""Figures from case records: the demonstration's set key by key, then every boundary by hand."""

import json
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.caseload import figures
from apps.caseload.figures.census import Census, age_day_before, in_bands
from apps.caseload.figures.counting import percentage
from apps.caseload.models import ActivePlan, Need, Review
from apps.core.access import WEB, WEB_CASES, assume, working_as
from tests.caseload import sen2
from tests.caseload.cases import (
    RECEIVED,
    a_plan_in_force,
    a_plan_of,
    a_request,
    an_extract,
    assessed,
    numbers,
)

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
CENSUS_DAY = date(2024, 1, 18)


def after(days, start=RECEIVED):
    return start + timedelta(days=days)


def of_2024(as_at=date(2024, 3, 31), **fields):
    return an_extract(as_at, **{"return_year": 2024, "reference_on": CENSUS_DAY} | fields)


def issued(year=2023):
    return figures.plans_issued([year])[year]


def opened(on):
    return figures.open_cases([on])[on]


# The demonstration's set.


@pytest.fixture
def demonstration(as_cases):
    return sen2.load()


def test_demonstration_set_gives_the_expected_figures(demonstration, capsys):
    call_command("measures", "--json")
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert found.keys() == EXPECTED.keys()
    for key in EXPECTED:
        assert found[key] == EXPECTED[key], key
    assert printed.err == ""

    call_command("measures", "--json", "--on", "2025-03-31")
    found = json.loads(capsys.readouterr().out)
    assert list(found["open_cases"]) == [*EXPECTED["open_cases"], "2025-03-31"]
    assert {day: found["open_cases"][day] for day in EXPECTED["open_cases"]} == EXPECTED["open_cases"]


# Requests.


def test_day_42_is_in_time_and_day_43_is_late(as_cases):
    for days in (42, 43):
        a_request(outcome_on=after(days))
        a_request(outcome="N", outcome_on=after(days))
    year = figures.requests_received([2023])[2023]
    assert (year.decided, year.decided_in_time, year.decided_in_time_percentage) == (4, 2, Decimal("50.0"))


def test_requests_count_in_the_year_they_were_received(as_cases):
    a_request(received_on=date(2022, 12, 31), outcome_on=date(2023, 1, 31))
    a_request(received_on=date(2023, 1, 1), outcome="A")
    years = figures.requests_received([2022, 2023])
    assert (years[2022].received, years[2022].decided) == (1, 1)
    assert (years[2023].received, years[2023].decided) == (1, 0)


def test_outcomes_and_both_refusal_rates(as_cases):
    a_request(outcome="Y", outcome_on=after(10))
    a_request(outcome="Y")
    a_request(outcome="N", outcome_on=after(10))
    a_request(outcome="A")
    a_request(outcome="W")
    a_request(outcome="H")
    a_request(outcome="Y", received_on=None, outcome_on=after(10))
    year = figures.requests_received([2023])[2023]
    assert year.outcomes == {"Y": 2, "N": 1, "A": 1, "W": 1}
    assert (year.received, year.decided, year.refused) == (5, 2, 1)
    assert year.refused_percentage_of_received == Decimal("20.0")
    assert year.refused_percentage_of_decided == Decimal("50.0")


def test_disputes_of_a_request_are_its_own(as_cases):
    assessed(a_request(had_mediation=True), had_tribunal=True)
    assessed(a_request(), had_mediation=True)
    year = figures.requests_received([2023])[2023]
    assert (year.with_mediation, year.with_tribunal) == (1, 0)


# Plans issued.


def test_boundaries_of_the_days_to_issue(as_cases):
    for days in (139, 140, 141, 365, 366):
        a_plan_of(assessed(a_request(received_on=date(2022, 6, 1))), starts_on=after(days, date(2022, 6, 1)))
    both = figures.plans_issued([2022, 2023])
    assert [year.issued for year in both.values()] == [3, 2]
    assert [year.in_time for year in both.values()] == [2, 0]
    assert [year.late_within_a_year for year in both.values()] == [1, 1]
    assert [year.over_a_year for year in both.values()] == [0, 1]
    assert (both[2022].on_last_day, both[2022].a_day_late) == (1, 1)


def test_plan_counts_in_the_year_and_month_of_its_start(as_cases):
    assessment = assessed(
        a_request(received_on=date(2022, 12, 31), outcome_on=date(2023, 1, 31)), outcome_on=date(2022, 12, 31)
    )
    a_plan_of(assessment, starts_on=date(2023, 5, 20))
    years = figures.plans_issued([2022, 2023])
    assert (years[2022].issued, years[2023].issued, years[2023].on_last_day) == (0, 1, 1)
    assert years[2023].months[5] == figures.Month(1, 1, without_exception=1, without_exception_in_time=1)
    assert {month.issued for number, month in years[2023].months.items() if number != 5} == {0}
    assert list(years[2023].months) == list(range(1, 13))


@pytest.mark.parametrize("outcome", ["H", "N", "A", "W"])
def test_only_an_assessment_that_ended_in_a_plan_counts(as_cases, outcome):
    a_plan_of(assessed(outcome=outcome), starts_on=after(100))
    assert issued() == figures.Issued()


def test_plan_without_a_day_received_is_left_out_and_reported(as_cases, capsys):
    of_2024()
    a_plan_of(assessed(a_request(received_on=None)), starts_on=after(100))
    assert (issued().issued, issued().not_received, issued().months[6].issued) == (0, 1, 0)
    call_command("measures", "--json")
    assert capsys.readouterr().err.strip() == (
        "Plans left out, because the day their request was received is missing: 1."
    )


def test_exceptions_leave_numerator_and_denominator(as_cases):
    a_plan_of(assessed(has_exception=True), starts_on=after(100))
    a_plan_of(assessed(has_exception=True), starts_on=after(200))
    a_plan_of(assessed(), starts_on=after(100))
    year = issued()
    assert (year.issued, year.in_time, year.in_time_percentage) == (3, 2, Decimal("66.7"))
    assert (year.without_exception, year.without_exception_in_time) == (1, 1)
    assert year.without_exception_in_time_percentage == Decimal("100.0")


@pytest.mark.parametrize(
    ("of_request", "of_assessment", "undisputed"),
    [
        ({}, {}, 1),
        ({"had_mediation": True}, {}, 0),
        ({"had_tribunal": True}, {}, 0),
        ({}, {"had_mediation": True}, 0),
        ({}, {"had_tribunal": True}, 0),
        ({}, {"had_other_mediation": True, "had_other_tribunal": True}, 1),
    ],
)
def test_mediation_or_appeal_on_request_or_assessment(as_cases, of_request, of_assessment, undisputed):
    a_plan_of(assessed(a_request(**of_request), **of_assessment), starts_on=after(140))
    year = issued()
    assert (year.issued, year.undisputed, year.undisputed_in_time) == (1, undisputed, undisputed)


def test_two_plans_of_one_assessment_both_count(as_cases):
    assessment = assessed()
    a_plan_of(assessment, starts_on=after(100))
    a_plan_of(assessment, starts_on=after(200))
    assert (issued().issued, issued().in_time) == (2, 1)


@pytest.mark.parametrize(
    ("days", "mean", "median"),
    [
        ([100], "100.00", 100),
        ([100, 131], "115.50", Decimal("115.5")),
        ([100, 102, 170], "124.00", 102),
        ([1, 1, 1, 1, 1, 1, 1, 2], "1.13", Decimal("1.0")),
    ],
)
def test_mean_and_median_days(as_cases, days, mean, median):
    for number in days:
        a_plan_of(starts_on=after(number))
    assert (issued().mean_days, issued().median_days) == (Decimal(mean), median)


def test_year_without_plans_has_no_percentages(as_cases):
    year = issued()
    assert (year.issued, year.in_time_percentage, year.mean_days, year.median_days) == (0, None, None, None)
    assert year.months[1].in_time_percentage is None
    assert figures.requests_received([2023])[2023].refused_percentage_of_received is None


def test_percentages_are_rounded_half_up():
    assert [percentage(part, 2000) for part in (1, 3, 5)] == [Decimal("0.1"), Decimal("0.2"), Decimal("0.3")]
    assert percentage(0, 0) is None


# Endings.


def test_no_plan_counts_in_the_year_it_was_told(as_cases):
    assessed(a_request(received_on=date(2022, 12, 31)), outcome="N", outcome_on=date(2023, 12, 31))
    assessed(outcome="N", outcome_on=date(2024, 1, 1))
    assessed(outcome="N")
    assert figures.assessments_ended_no_plan([2022, 2023, 2024]) == {2022: 0, 2023: 1, 2024: 1}


def test_plans_ceased_by_reason_with_historical_ones(as_cases):
    a_plan_of(assessed(outcome="H"), ceased_on=date(2023, 12, 31), cease_reason="5")
    a_plan_of(starts_on=RECEIVED, ceased_on=date(2023, 6, 1), cease_reason="1")
    a_plan_of(starts_on=RECEIVED, ceased_on=date(2023, 7, 1))
    a_plan_of(starts_on=RECEIVED, ceased_on=date(2024, 1, 1), cease_reason="5")
    years = figures.plans_ceased([2023, 2024, 2025])
    assert list(years[2023].by_reason.items()) == [("1", 1), ("5", 1), ("none recorded", 1)]
    assert [year.ceased for year in years.values()] == [3, 1, 0]


# Open cases.


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, figures.OpenCases(0, 0, 0, 0, 0, None)),
        (0, figures.OpenCases(1, 0, 0, 0, 0, 0)),
        (42, figures.OpenCases(1, 0, 0, 0, 0, 42)),
        (43, figures.OpenCases(1, 0, 1, 0, 0, 43)),
        (140, figures.OpenCases(1, 0, 1, 1, 0, 140)),
        (141, figures.OpenCases(1, 1, 1, 0, 1, 141)),
    ],
)
def test_open_case_by_day(as_cases, days, expected):
    a_request(outcome="A")
    assert opened(after(days)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "W"},
        {"outcome": "H"},
        {"outcome": "A", "exported": "1"},
        {"outcome": "N"},
        {"outcome": "A", "received_on": None},
    ],
    ids=["withdrawn", "historical", "exported", "refused without a date", "no day received"],
)
def test_requests_that_are_never_open(as_cases, fields):
    a_request(**fields)
    assert opened(after(50)).open == 0


@pytest.mark.parametrize("outcome", ["W", "H"])
def test_assessment_withdrawn_or_historical_is_never_open(as_cases, outcome):
    assessed(outcome=outcome)
    assert opened(after(50)).open == 0


def test_not_exported_may_be_written_as_zero(as_cases):
    a_request(outcome="A", exported="0")
    assert opened(after(50)).open == 1


def test_refusal_ends_on_its_day_unless_there_is_an_assessment(as_cases):
    a_request(outcome="N", outcome_on=after(30))
    assert [opened(after(days)).open for days in (29, 30)] == [1, 0]
    assessed(a_request(outcome="N", outcome_on=after(30)), outcome="A")
    assert [opened(after(days)).open for days in (29, 30, 200)] == [2, 1, 1]
    assert opened(after(43)).undecided_late == 0


def test_decision_by_the_date_and_after_it(as_cases):
    a_request(outcome_on=after(60))
    assert [opened(after(days)).undecided_late for days in (43, 59, 60)] == [1, 1, 0]


def test_going_ahead_without_a_date_counts_as_decided(as_cases):
    a_request()
    assert opened(after(43)) == figures.OpenCases(1, 0, 0, 0, 0, 43)


def test_plan_ends_an_open_case_on_the_day_it_is_issued(as_cases):
    assessment = assessed(outcome_on=after(90))
    a_plan_of(assessment, starts_on=after(100))
    a_plan_of(assessment, starts_on=after(150))
    assert [opened(after(days)).open for days in (99, 100)] == [1, 0]


def test_no_plan_ends_an_open_case_on_the_day_it_is_told(as_cases):
    assessed(outcome="N", outcome_on=after(100))
    assert [opened(after(days)).open for days in (99, 100)] == [1, 0]
    assessed(outcome="N")
    assert opened(after(100)).open == 1


def test_many_dates_are_one_query(as_cases):
    a_request(outcome="A")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = figures.open_cases([after(0), after(1), after(141)])
    assert len(queries) == 1
    assert [found[after(days)].longest_days for days in (0, 1, 141)] == [0, 1, 141]
    with CaptureQueriesContext(connection) as queries:
        figures.requests_received(range(2015, 2025))
        figures.plans_issued(range(2015, 2025))
        figures.assessments_ended_no_plan(range(2015, 2025))
        figures.plans_ceased(range(2015, 2025))
    assert len(queries) == 4


# Census.


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 1, 18), date(2023, 8, 31)),
        (date(2024, 8, 31), date(2023, 8, 31)),
        (date(2024, 9, 1), date(2024, 8, 31)),
    ],
)
def test_age_day_is_the_31_august_before(on, expected):
    assert age_day_before(on) == expected


@pytest.mark.parametrize(
    ("birth_on", "on", "age"),
    [
        (date(2008, 2, 29), date(2023, 2, 28), 14),
        (date(2008, 2, 29), date(2023, 3, 1), 15),
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2013, 1, 18), CENSUS_DAY, 11),
        (date(2013, 1, 19), CENSUS_DAY, 10),
    ],
)
def test_age_in_completed_years(as_cases, birth_on, on, age):
    a_plan_in_force(birth_on=birth_on)
    assert figures.census(on).ages_at_census == {age: 1}


def test_ages_on_both_days_and_their_bands(as_cases):
    a_plan_in_force(birth_on=date(2018, 8, 31))
    a_plan_in_force(birth_on=date(2018, 9, 1))
    a_plan_in_force(birth_on=date(2023, 9, 1))
    a_plan_in_force()
    census = figures.census(CENSUS_DAY)
    assert list(census.ages_at_age_day.items()) == [(0, 1), (4, 1), (5, 1), ("none recorded", 1)]
    assert census.bands_at_age_day == {
        "under 5": 2,
        "5 to 10": 1,
        "11 to 15": 0,
        "16 to 25": 0,
        "none recorded": 1,
    }
    assert census.bands_at_census["5 to 10"] == 2


def test_bands_include_their_ends_and_show_who_is_older():
    ages = {4: 1, 5: 2, 10: 4, 11: 8, 15: 16, 16: 32, 25: 64, 26: 128}
    assert in_bands(ages) == {"under 5": 1, "5 to 10": 6, "11 to 15": 24, "16 to 25": 96, "26 and over": 128}


def test_sex_main_need_and_where_from(as_cases):
    first = a_plan_in_force(sex="F", transferred_from="998")
    Need.objects.create(key="1", active_plan=first, type="ASD", rank=1)
    Need.objects.create(key="2", active_plan=first, type="HI", rank=2)
    Need.objects.create(key="3", active_plan=a_plan_in_force(sex="M"), type="VI", rank=2)
    for key in "45":
        Need.objects.create(key=key, active_plan=a_plan_in_force(), type="SLCN", rank=1)
    census = figures.census(CENSUS_DAY)
    assert (census.active_plans, census.transferred_in) == (4, 1)
    assert list(census.sexes.items()) == [("F", 1), ("M", 1), ("none recorded", 2)]
    assert list(census.needs.items()) == [("SLCN", 2), ("ASD", 1), ("none recorded", 1)]


def test_start_year_is_that_of_the_plan_in_force(as_cases):
    assessment = assessed(a_plan_in_force().request)
    a_plan_of(assessment, starts_on=date(2019, 1, 1))
    a_plan_of(assessment, starts_on=date(2021, 1, 1), ceased_on=date(2022, 1, 1))
    a_plan_in_force()
    assert figures.census(CENSUS_DAY).start_years == {2019: 1, "none recorded": 1}


def test_census_of_nobody(as_cases):
    assert figures.census(CENSUS_DAY) == Census(CENSUS_DAY, date(2023, 8, 31), 0, {}, {}, {}, {}, 0, {})


def test_annual_reviews_by_their_meeting(as_cases):
    for meeting, days in (
        (date(2022, 12, 31), 1),
        (date(2023, 1, 1), 28),
        (date(2023, 6, 1), 29),
        (date(2023, 6, 1), -1),
        (date(2024, 1, 1), 1),
    ):
        a_plan_in_force(review_meeting_on=meeting, decided_on=after(days, meeting))
    a_plan_in_force(review_meeting_on=date(2023, 12, 31))
    reviews = figures.annual_reviews(2023)
    assert reviews == figures.Reviews(meetings=4, decisions=3, in_time=2)
    assert (reviews.late, reviews.in_time_percentage) == (1, Decimal("66.7"))
    assert figures.annual_reviews(2021).in_time_percentage is None


def test_annual_reviews_of_cases_that_are_kept_here(as_cases):
    told = a_plan_in_force(review_meeting_on=date(2023, 3, 1), decided_on=date(2023, 3, 30)).request
    for met, decided in ((date(2023, 3, 1), None), (date(2023, 6, 1), date(2023, 6, 29)), (date(2024, 1, 1), None)):
        Review.objects.create(request=told, meeting_on=met, decided_on=decided)
    mistaken = Review.objects.create(request=told, meeting_on=date(2023, 9, 1))
    mistaken.taken_back_on, mistaken.taken_back_reason = date(2023, 9, 2), "Another child's."
    mistaken.save()
    assert figures.annual_reviews(2023) == figures.Reviews(meetings=1, decisions=1, in_time=0)
    assert figures.annual_reviews(2023, are_kept_here=True) == figures.Reviews(meetings=2, decisions=2, in_time=1)


# What counts.


def test_records_that_the_newest_load_no_longer_has_do_not_count(as_cases):
    newest = of_2024()
    for missing_since in (newest, None, None, None):
        assessment = assessed(a_request(missing_since=missing_since), missing_since=missing_since)
        a_plan_of(assessment, starts_on=after(100), ceased_on=after(150), missing_since=missing_since)
        assessed(a_request(missing_since=missing_since), outcome="N", outcome_on=after(50), missing_since=missing_since)
        a_request(outcome="A", missing_since=missing_since)
        ActivePlan.objects.create(
            key=str(next(numbers)), request=assessment.request, review_meeting_on=RECEIVED, missing_since=missing_since
        )
    assert figures.requests_received([2023])[2023].received == 9
    assert issued().issued == 3
    assert figures.assessments_ended_no_plan([2023]) == {2023: 3}
    assert figures.plans_ceased([2023])[2023].ceased == 3
    assert opened(after(200)).open == 3
    assert figures.census(CENSUS_DAY).active_plans == 3
    assert figures.annual_reviews(2023).meetings == 3
    assert figures.row_counts()["requests"] == 9


def test_years_run_from_the_first_plan_issued(as_cases):
    assert figures.years_covered(2023) == [2023]
    a_request(received_on=date(2019, 5, 1), outcome="A")
    a_plan_of(assessed(a_request(received_on=date(2020, 12, 1))), starts_on=date(2021, 3, 1))
    a_plan_of(assessed(a_request(received_on=None), outcome="H"), starts_on=date(2018, 3, 1))
    assert figures.years_covered(2023) == [2021, 2022, 2023]
    assert figures.years_covered(2020) == [2020]


def test_no_years_are_no_figures(as_cases):
    for figure in (
        figures.requests_received,
        figures.plans_issued,
        figures.assessments_ended_no_plan,
        figures.plans_ceased,
        figures.open_cases,
    ):
        assert figure([]) == {}


# The command.


def test_command_without_an_extract_fails(db):
    with pytest.raises(CommandError, match="No extract has been loaded, so there are no figures") as failure:
        call_command("measures")
    assert failure.value.returncode == 1


def test_command_refuses_what_is_not_a_date(db):
    with pytest.raises(CommandError, match="“31/03/2025” is not a date. Write it as year, month and day: 2025-01-16."):
        call_command("measures", "--on", "31/03/2025")


def test_command_prints_tables(as_cases, capsys):
    of_2024()
    a_plan_of(assessed(a_request(outcome_on=after(43))), starts_on=after(140))
    assume(WEB)
    call_command("measures", "--on", "2023-05-01")
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == "Extract as at 2024-03-31, census day 2024-01-18."
    for line in (
        "within 140 days pc 100.0",
        "decided within 42 days 0",
        "request outcomes: Y 1",
        "2023-05-01 2023-12-31 2024-01-18",
        "open 1 0 0",
        "longest days 61 - -",
        "2023-07 2023-08",
    ):
        assert any(line in shown for shown in lines), line


# Answered from indexes alone.

# Rows lie in the tables in no order of their ids, as they do after loads that mark every record anew.
MANY_CASES = """
    SET session_replication_role = replica;
    SET synchronous_commit = on; -- else VACUUM may come before the rows count as committed for good
    INSERT INTO caseload_child (id, key, surname, forename, sex, ethnicity, postcode, upn, uln, upn_unknown)
    VALUES (1, '1', 'TEST', '', '', '', '', '', '', '');
    INSERT INTO caseload_request (id, key, child_id, received_on, source, is_in_youth_accommodation, outcome,
                                  outcome_on, had_mediation, had_tribunal, exported)
    SELECT number, number, 1, date '2014-01-01' + number / 4, '', false, 'Y', date '2014-02-01' + number / 4,
           false, false, ''
      FROM generate_series(1, 12000) AS number ORDER BY hashint8(number);
    INSERT INTO caseload_assessment (id, key, request_id, outcome, outcome_on, had_mediation, had_tribunal,
                                     had_other_mediation, had_other_tribunal, has_exception)
    SELECT id, id, id, 'Y', received_on + 139 + (id % 4)::int, false, false, false, false, false
      FROM caseload_request ORDER BY hashint8(id);
    INSERT INTO caseload_namedplan (id, key, assessment_id, starts_on, residential, work_based, has_personal_budget,
                                    has_organised_arrangements, direct_payments, cease_reason)
    SELECT id, id, id, outcome_on, '', '', false, false, '', '' FROM caseload_assessment;
"""
CASE_TABLES = ("caseload_request", "caseload_assessment", "caseload_namedplan")


def scans(node):
    """Each read of a case table in a query plan: the kind of scan and the index."""
    if node.get("Relation Name") in CASE_TABLES:
        yield node["Relation Name"], node["Node Type"], node.get("Index Name")
    for part in node.get("Plans", ()):
        yield from scans(part)


def explained(figure, *arguments):
    """What a figure of the large set gives, and how PostgreSQL reads the tables for it."""
    with working_as(WEB_CASES):
        with CaptureQueriesContext(connection) as queries:
            found = figure(*arguments)
        with connection.cursor() as cursor:
            for other in ("seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{other} = off")
            cursor.execute(f"EXPLAIN (FORMAT JSON) {queries[0]['sql']}")
            return found, sorted(scans(cursor.fetchone()[0][0]["Plan"]))


def test_a_years_figures_are_answered_from_covering_indexes(committed_db, cluster):
    with closing(cluster.connect(committed_db)) as maintenance, maintenance.cursor() as cursor:
        cursor.execute(MANY_CASES)
        cursor.execute("VACUUM ANALYZE caseload_request")
        cursor.execute("VACUUM ANALYZE caseload_assessment")
        cursor.execute("VACUUM ANALYZE caseload_namedplan")

    plans, reads = explained(figures.plans_issued, [2020])
    assert (plans[2020].issued, plans[2020].in_time) == (1464, 732)
    assert (plans[2020].months[2].issued, plans[2020].months[2].in_time) == (116, 58)
    # In so small a table PostgreSQL may prefer the shorter index of the id to the one that covers the figures.
    by_table = {table: (kind, index) for table, kind, index in reads}
    assert by_table["caseload_namedplan"] == ("Index Only Scan", "caseload_plan_figures")
    assert by_table["caseload_assessment"][0] in ("Index Only Scan", "Index Scan")
    assert by_table["caseload_request"][0] in ("Index Only Scan", "Index Scan")

    requests, reads = explained(figures.requests_received, [2020])
    assert (requests[2020].received, requests[2020].decided_in_time) == (1464, 1464)
    assert reads == [("caseload_request", "Index Only Scan", "caseload_request_figures")]
