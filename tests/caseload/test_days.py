"""Calendar days, months, working days and the bank holidays of England."""

from datetime import date, timedelta

import pytest

from apps.caseload.clock.days import (
    add_days,
    add_months,
    add_working_days,
    bank_holidays,
    easter_sunday,
    is_working_day,
    next_working_day,
)

# Month and day, as kept in England, with the days moved or added by proclamation.
KEPT = {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize(("year", "days"), KEPT.items())
def test_bank_holidays(year, days):
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days.split()]


@pytest.mark.parametrize(
    "day", [date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2038, 4, 25), date(2049, 4, 18)]
)
def test_easter(day):
    assert easter_sunday(day.year) == day


@pytest.mark.parametrize("year", range(2014, 2060))
def test_a_bank_holiday_is_never_at_a_weekend_and_a_year_without_changes_has_eight(year):
    days = bank_holidays(year)
    assert all(day.weekday() < 5 for day in days)
    assert len(days) == {2022: 10, 2023: 9}.get(year, 8)


def test_an_early_may_day_that_was_moved_was_a_working_day():
    assert is_working_day(date(2020, 5, 4))
    assert not is_working_day(date(2020, 5, 8))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
        (date(2026, 9, 1), -5, date(2026, 4, 1)),
        (date(2026, 7, 31), -5, date(2026, 2, 28)),
        (date(2027, 1, 31), -5, date(2026, 8, 31)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(start, months, end):
    assert add_months(start, months) == end


def test_days_cross_a_leap_day():
    assert add_days(date(2024, 1, 18), 42) == date(2024, 2, 29)
    assert add_days(date(2023, 1, 18), 42) == date(2023, 3, 1)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 12, 24), 3, date(2026, 12, 31)),  # a Thursday; 25 and 28 December and the weekend do not count
        (date(2026, 4, 2), 3, date(2026, 4, 9)),  # before Good Friday
        (date(2026, 6, 6), 1, date(2026, 6, 8)),  # from a Saturday
        (date(2026, 6, 1), 15, date(2026, 6, 22)),
        (date(2026, 6, 1), 30, date(2026, 7, 13)),
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the Monday was the state funeral
        (date(2026, 6, 6), 0, date(2026, 6, 6)),
    ],
)
def test_working_days_are_counted_after_the_day(start, count, end):
    assert add_working_days(start, count) == end


def test_the_next_working_day_skips_weekends_and_bank_holidays():
    assert next_working_day(date(2026, 8, 31)) == date(2026, 9, 1)
    assert next_working_day(date(2026, 8, 28)) == date(2026, 9, 1)
    assert next_working_day(date(2021, 12, 24)) - date(2021, 12, 24) == timedelta(days=5)
