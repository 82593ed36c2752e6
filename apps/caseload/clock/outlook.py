"""What is coming: which cases will pass day 140, and what clearing the overdue plans does to the 20-week figure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.caseload.clock.deadlines import is_waiting_for_plan, plan_due_on


@dataclass(frozen=True, slots=True)
class Passing:
    """A case whose last day in time is ``due_on``; ``week`` 1 is the seven days after the date asked for."""

    reference: str
    due_on: date
    week: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """Cases that will pass day 140, by due date; how many in each week; and those that have passed it already."""

    passing: tuple[Passing, ...]
    by_week: tuple[int, ...]
    overdue: tuple[str, ...]


def forecast(cases, on, weeks):
    """Which open cases (``CaseFacts``) will pass day 140 within so many weeks after a date if nothing changes.

    A case passes on day 141. One that is due on the date asked for therefore passes in week 1.
    """
    passing, overdue, by_week = [], [], [0] * weeks
    for facts in cases:
        if not is_waiting_for_plan(facts, on):
            continue
        due_on = plan_due_on(facts)
        week = (due_on - on).days // 7
        if week < 0:
            overdue.append(facts.reference)
        elif week < weeks:
            passing.append(Passing(facts.reference, due_on, week + 1))
            by_week[week] += 1
    passing.sort(key=lambda case: (case.due_on, case.reference))
    return Forecast(tuple(passing), tuple(by_week), tuple(overdue))


@dataclass(frozen=True, slots=True)
class Backlog:
    """This year's share of plans issued within 20 weeks, now and once overdue ones are issued too; per cent to one
    decimal, None while no plan has been issued. ``chosen`` of the overdue ones are issued; ``sentence`` says it."""

    issued_in_time: int
    issued_late: int
    overdue_open: int
    share_now: Decimal | None
    share_then: Decimal | None
    sentence: str
    chosen: int


def backlog(issued_in_time, issued_late, overdue_open, chosen=None):
    """What issuing overdue plans this year (all, or so many of them) does to this year's 20-week figure: an unissued
    plan is not in it, so each one issued late lowers the share."""
    chosen = overdue_open if chosen is None else chosen
    if min(issued_in_time, issued_late, overdue_open, chosen) < 0:
        raise ValueError("Counts of plans can't be negative.")
    if chosen > overdue_open:
        raise ValueError("No more plans can be chosen than are overdue.")
    issued = issued_in_time + issued_late
    now, then = per_cent(issued_in_time, issued), per_cent(issued_in_time, issued + chosen)
    sentence = _backlog_sentence(now, then, overdue_open, chosen)
    return Backlog(issued_in_time, issued_late, overdue_open, now, then, sentence, chosen)


def per_cent(part, whole):
    """A share in per cent to one decimal, a half rounded up, worked out in whole numbers; None of nothing."""
    return None if whole == 0 else Decimal((2000 * part + whole) // (2 * whole)) / 10


def _backlog_sentence(now, then, overdue, chosen):
    if not overdue:
        rest = "no plan has been issued this year" if now is None else f"this year's figure stays at {now:.1f}%"
        return f"No plan is overdue; {rest}."
    start = f"If {_chosen_words(overdue, chosen)} issued this year, "
    if now is None and then is None:
        return f"{start}this year has no figure yet."
    if now is None:
        return f"{start}this year's figure, for which no plan counts yet, starts at {then:.1f}%."
    if now == then:
        return f"{start}this year's figure stays at {now:.1f}%."
    return f"{start}this year's figure moves from {now:.1f}% to {then:.1f}%."


def _chosen_words(overdue, chosen):
    if overdue == chosen:
        return "the one overdue plan is" if overdue == 1 else f"all {overdue} overdue plans are"
    plans = "plan" if overdue == 1 else "plans"
    verb = "is" if chosen == 1 else "are"
    return f"{chosen or 'none'} of the {overdue} overdue {plans} {verb}"
