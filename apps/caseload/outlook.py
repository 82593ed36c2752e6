"""What is coming, read from where cases stand: who passes day 140 when, what each still lacks, and the backlog.

The clock says the same of single cases (``clock.forecast``); here it is one indexed query for all, and a test holds the
two together.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F

from apps.caseload import clock, codes
from apps.caseload.figures import plans_issued
from apps.caseload.models import AdviceRequest, CaseStanding, Extract, Step

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
    """``LONGEST`` weeks from the day on, each with its number of cases; one query."""
    rows = passing(standings, day, LONGEST).order_by().values_list("plan_due_on").annotate(cases=Count("pk"))
    found = [0] * LONGEST
    for due_on, cases in rows:
        found[(due_on - day).days // 7] += cases
    return [Week(n + 1, day + timedelta(weeks=n), cases) for n, cases in enumerate(found)]


def missing(ids, day):
    """``{id: [what is still missing before a plan can be issued, in words]}`` as it is on a day; two queries."""
    found = {key: [] for key in ids}
    asked = set()
    advice = AdviceRequest.objects.counting().filter(request__in=ids, asked_on__lte=day).order_by("asked_on", "pk")
    for key, service, received_on in advice.values_list("request", "service", "received_on"):
        asked.add(key)
        if received_on is None or received_on > day:
            found[key].append(f"Advice outstanding: {codes.AdviceService(service).label}")
    drafts = Step.objects.counting().filter(request__in=ids, kind=codes.StepKind.DRAFT_ISSUED, on__lte=day)
    sent = set(drafts.values_list("request", flat=True))
    for key in found.keys() - sent:
        found[key] += [*([] if key in asked else ["No advice recorded"]), "Draft not sent"]
    return found


OF_CASE = {
    "reference": F("request__key"),
    "surname_of_child": F("request__child__surname"),
    "forename": F("request__child__forename"),
    "caseworker_name": F("caseworker__name"),
}
OF_STANDING = ("pk", "plan_due_on", "stage", "has_exception")


@dataclass(frozen=True)
class Line:
    """One case of the forecast; ``days_left`` is negative once it has passed day 140."""

    pk: int
    reference: str
    child: str
    due_on: date
    days_left: int
    stage_words: str
    caseworker: str
    has_exception: bool
    missing: list


def lines_of(rows, day):
    """Lines from the values of standings."""
    lacking = missing([row["pk"] for row in rows], day)
    return [
        Line(
            pk=row["pk"],
            reference=row["reference"],
            child=f"{row['surname_of_child']}, {row['forename']}".removesuffix(", "),
            due_on=row["plan_due_on"],
            days_left=(row["plan_due_on"] - day).days,
            stage_words=clock.STAGE_WORDS[row["stage"]],
            caseworker=row["caseworker_name"] or "Nobody",
            has_exception=row["has_exception"],
            missing=lacking[row["pk"]],
        )
        for row in rows
    ]


def overdue_count(day):
    """How many open cases are past day 140: all of them, whoever asks; a number names no child."""
    return passed(CaseStanding.objects.all(), day).count()


def backlog(day, overdue, chosen=None):
    """What issuing overdue plans (all, or so many) does to the figure of the day's year; one query.

    Exceptions are counted, as in the figure that this council reports.
    """
    issued = plans_issued([day.year])[day.year]
    return clock.backlog(issued.in_time, issued.issued - issued.in_time, overdue, chosen)


def set_aside_count(extract_id):
    """How many records the newest extract left out; 0 without one."""
    return Extract.objects.filter(pk=extract_id).values_list("set_aside_count", flat=True).first() or 0
