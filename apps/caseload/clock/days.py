"""Days, months and working days as the limits count them: always *after* the day of the trigger, which is day 0.

Bank holidays are those of England. They follow from written rules (Royal Proclamation and the Banking and Financial
Dealings Act 1971) but for the few days of ``MOVED_OR_EXTRA``; a new one is added there when it is proclaimed.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

MONDAY, SATURDAY = 0, 5

# Year -> (days that were not bank holidays although the rule says so, days that were although no rule says so).
MOVED_OR_EXTRA = {
    2020: ((date(2020, 5, 4),), (date(2020, 5, 8),)),  # 75 years since VE Day: early May moved to the Friday
    2022: (
        (date(2022, 5, 30),),  # Platinum Jubilee: spring moved to 2 June, and one day more
        (date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)),  # 19 September: state funeral
    ),
    2023: ((), (date(2023, 5, 8),)),  # coronation
}


def has_come(day, on):
    """Whether a day is known and not later than the date asked for."""
    return day is not None and day <= on


def add_days(day, days):
    """The day so many calendar days after a day: with 42, day 42 is in time and day 43 is late."""
    return day + timedelta(days=days)


def add_months(day, months):
    """The same day of the month so many months on (or back, if negative); where there is none, the month's last day.

    Twelve months from 29 February end on 28 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day, count):
    """The last of so many working days after a day; the day itself is not counted, working or not."""
    while count:
        day = next_working_day(day)
        count -= 1
    return day


def next_working_day(day):
    """The first working day after a day."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day):
    """Monday to Friday, but not a bank holiday in England."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


@lru_cache(maxsize=256)
def bank_holidays(year):
    """The bank holidays of a year in England, each on the day on which it is kept."""
    easter = easter_sunday(year)
    by_rule = {
        _next_weekday(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _first_monday(date(year, 5, 1)),
        _first_monday(date(year, 5, 25)),
        _first_monday(date(year, 8, 25)),
        *_christmas(year),
    }
    moved, extra = MOVED_OR_EXTRA.get(year, ((), ()))
    return frozenset(by_rule - set(moved) | set(extra))


def easter_sunday(year):
    """Easter in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _first_monday(day):
    """The first Monday on or after a day; from the 25th of a month with 31 days, its last Monday."""
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _next_weekday(day):
    """The day, or the Monday after it if it falls on a weekend."""
    return day if day.weekday() < SATURDAY else _first_monday(day)


def _christmas(year):
    """Christmas and Boxing Day, or the weekdays kept in their place (the Monday, and the Tuesday if it is needed)."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() < SATURDAY:
        return christmas, _next_weekday(boxing)
    return date(year, 12, 27), boxing if boxing.weekday() == MONDAY else date(year, 12, 28)
