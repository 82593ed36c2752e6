"""What is coming, read from where cases stand: who passes day 140 when, what each still lacks, and the backlog.

The clock says the same of single cases (``clock.forecast``); here it is one indexed query for all, and a test holds the
two together.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Greatest

from apps.caseload import clock, codes
from apps.caseload.figures import plans_issued
from apps.caseload.models import AdviceRequest, CaseStanding, Step

WEEKS = (2, 4, 8)
LONGEST = max(WEEKS)


@dataclass(frozen=True)
class Week:
    """Cases whose last day in time lies in the seven days from ``starts_on``; each passes on the day after it."""

    number: int
    starts_on: date
    cases: int

    @property
    def ends_on(self):
        return self.starts_on + timedelta(days=6)


def passing(standings, day, weeks):
    """Open cases that will pass day 140 within so many weeks if nothing changes; one due on the day itself is one."""
    until = day + timedelta(weeks=weeks)
    return standings.filter(is_open=True, plan_due_on__gte=day, plan_due_on__lt=until)


def passed(standings, day):
    """Open cases past day 140."""
    return standings.filter(is_open=True, plan_due_on__lt=day)


def by_week(standings, day):
    """``LONGEST`` weeks from the day on, each with its number of cases, and how many passed day 140 before it."""
    until = day + timedelta(weeks=LONGEST)
    rows = standings.filter(is_open=True, plan_due_on__lt=until).order_by()
    # All that have passed it count as due on the day before.
    rows = rows.values_list(Greatest("plan_due_on", Value(day - timedelta(days=1)))).annotate(cases=Count("pk"))
    found = dict.fromkeys(range(-1, LONGEST), 0)
    for due_on, cases in rows:
        found[(due_on - day).days // 7] += cases
    overdue = found.pop(-1)
    return [Week(n + 1, day + timedelta(weeks=n), cases) for n, cases in found.items()], overdue


def values_of_lines(standings, day):
    """What the lines of the forecast show of standings, and what is still missing as it is on a day."""
    advice = AdviceRequest.objects.counting().filter(request=OuterRef("pk"), asked_on__lte=day)
    outstanding = advice.filter(Q(received_on__isnull=True) | Q(received_on__gt=day)).order_by("asked_on", "pk")
    draft = Step.objects.counting().filter(request=OuterRef("pk"), kind=codes.StepKind.DRAFT_ISSUED, on__lte=day)
    return standings.values(
        "pk",
        "plan_due_on",
        "stage",
        "has_exception",
        reference=F("request__key"),
        surname_of_child=F("request__child__surname"),
        forename=F("request__child__forename"),
        caseworker_name=F("caseworker__name"),
        outstanding=ArraySubquery(outstanding.values("service")),
        has_advice=Exists(advice),
        has_draft=Exists(draft),
    )


@dataclass(frozen=True)
class Line:
    """One case of the forecast; ``days_left`` is negative once it has passed day 140. ``missing`` says in words what is
    still to come before a plan can be issued."""

    pk: int
    reference: str
    child: str
    due_on: date
    days_left: int
    stage_words: str
    caseworker: str
    has_exception: bool
    missing: list


def line_of(row, day):
    """A line from the values of a standing."""
    return Line(
        pk=row["pk"],
        reference=row["reference"],
        child=f"{row['surname_of_child']}, {row['forename']}".removesuffix(", "),
        due_on=row["plan_due_on"],
        days_left=(row["plan_due_on"] - day).days,
        stage_words=clock.STAGE_WORDS[row["stage"]],
        caseworker=row["caseworker_name"] or "Nobody",
        has_exception=row["has_exception"],
        missing=list(_missing(row)),
    )


def _missing(row):
    for service in row["outstanding"]:
        yield f"Advice outstanding: {codes.AdviceService(service).label}"
    if not row["has_draft"]:
        if not row["has_advice"]:
            yield "No advice recorded"
        yield "Draft not sent"


def overdue_count(day):
    """How many open cases are past day 140: all of them, whoever asks; a number names no child."""
    return passed(CaseStanding.objects.all(), day).count()


def backlogs(day, overdue, chosen=None):
    """What issuing all overdue plans, and only so many of them (None unless asked), does to the figure of the day's
    year; one query. Exceptions are counted, as in the figure that this council reports.
    """
    issued = plans_issued([day.year])[day.year]
    late = issued.issued - issued.in_time
    some = None if chosen is None else clock.backlog(issued.in_time, late, overdue, chosen)
    return clock.backlog(issued.in_time, late, overdue), some
