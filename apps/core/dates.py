"""Today, the date that a page is shown for, and dates in the words of the pages."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


# Nothing that the site speaks of lies outside; the rules may then count days from any date without running off the end.
FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2100, 12, 31)
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def today():
    """The date in London at this moment; only views, jobs and commands ask."""
    return datetime.now(LONDON).date()


def as_at_problem(request):
    """Why the page shows another date than ``?as_at=`` asks for, in words; empty where it shows just that."""
    asked = request.GET.get("as_at", "").strip()
    if not asked:
        return ""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return f"“{asked[:40]}” is not a date; this shows today."
    if day > today():
        return f"{long_date(day)} has not come yet; this shows today."
    if day < FIRST_DAY:
        return f"Nothing is recorded before {long_date(FIRST_DAY)}; this shows that day instead of {long_date(day)}."
    return ""


def as_at(request):
    """The past date that ``?as_at=`` asks for, from ``FIRST_DAY`` on; what is not a past date counts as today."""
    try:
        asked = date.fromisoformat(request.GET.get("as_at", "").strip())
    except ValueError:
        return today()
    return max(FIRST_DAY, min(asked, today()))


def long_date(value):
    """31 October 2026"""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day_kept_as(text):
    """The date of a value that JSON holds as 2026-10-31; None for anything else."""
    if not isinstance(text, str) or not ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def typed_date(value):
    """31/10/2026, as people type it."""
    return f"{value.day}/{value.month}/{value.year}"


def day_month(value):
    """31 October"""
    return "" if value is None else f"{value.day} {MONTHS[value.month - 1]}"


def short_month(value):
    """Oct"""
    return MONTHS[value.month - 1][:3]


def date_and_time(value):
    """31 October 2026, 14:05"""
    value = value.astimezone(LONDON)
    return f"{long_date(value)}, {value:%H:%M}"


def days_apart(earlier, later):
    """Whole calendar days from one date to another."""
    return (later - earlier).days


def month_ends(on, count):
    """The last days of the ``count`` months before the month of ``on``, oldest first."""
    ends = []
    day = on
    for _ in range(count):
        day = day.replace(day=1) - timedelta(days=1)
        ends.append(day)
    return ends[::-1]
