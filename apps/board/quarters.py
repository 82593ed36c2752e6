"""A quarterly return of a plan: each part at the end of the quarter, what changed in it, and its figures."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from apps.board.models import Risk, RiskStatus
from apps.measures.pictures import Impact, headlines, of_strand
from apps.plans.codes import DecisionKind
from apps.plans.legend import thresholds_of
from apps.plans.models import ActionDecision, ExtensionDecision, StrandRating
from apps.plans.strands import strand_pictures

MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """A quarter of a calendar year, 1 to 4."""

    year: int
    number: int

    @property
    def starts_on(self):
        return date(self.year, MONTHS * self.number - 2, 1)

    @property
    def ends_on(self):
        return self.after.starts_on - timedelta(days=1)

    @property
    def before(self):
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def after(self):
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def code(self):
        return f"{self.year}-Q{self.number}"


def quarter_of(day):
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def quarter_asked(words, on, first):
    """The quarter that an address asks for, such as ``2026-Q3``; else the last that is over, never before ``first``."""
    last_over = quarter_of(on).before
    found = re.fullmatch(r"(\d{4})-Q([1-4])", words)
    chosen = Quarter(int(found[1]), int(found[2])) if found else last_over
    return chosen if quarter_of(first).starts_on <= chosen.starts_on <= on else last_over


@dataclass(frozen=True)
class Part:
    """A condition or workstream in a quarter: before it, at its end, and what was said and done between."""

    strand: object
    before: object
    now: object
    ratings: tuple
    completed: tuple
    moved: tuple
    impact: Impact
    risks: tuple

    @property
    def is_reported(self):
        """Whether anybody rated it by the end of the quarter, or actions of it say how it goes."""
        return self.now.shown is not None

    @property
    def has_changed(self):
        return self.before.shown != self.now.shown

    @property
    def is_quiet(self):
        """Whether nothing about it was recorded in the quarter."""
        return not (self.ratings or self.completed or self.moved)


def parts_of(plan, quarter, user, on):
    """``[Part]`` in the order of the plan, as at the end of the quarter or, while it runs, ``on``."""
    end, start = min(quarter.ends_on, on), quarter.starts_on - timedelta(days=1)
    strands = plan.strands.select_related("accountable_council__organisation", "accountable_icb__organisation")
    strands = list(strands.annotate(headlines=headlines(end)).order_by("position", "reference_key"))
    pictures = strand_pictures(strands, [start, end], thresholds_of([start, end]))
    within = {"effective_on__gt": start}
    ratings = StrandRating.objects.as_at(end).filter(strand__plan=plan, **within).order_by("effective_on", "pk")
    accepted = ActionDecision.objects.as_at(end).filter(
        action__plan=plan, kind=DecisionKind.ACCEPTED, action__state="accepted", **within
    )
    moved = ExtensionDecision.objects.as_at(end).filter(extension__action__plan=plan, is_approved=True, **within)
    risks = Risk.objects.filter(plan=plan).exclude(status=RiskStatus.CLOSED).gravest_first()
    completed = _by_strand(accepted.select_related("action").order_by("effective_on"), lambda row: row.action)
    moved = _by_strand(moved.select_related("extension__action"), lambda row: row.extension.action)
    rated, risky = {}, {}
    for row in ratings:
        rated.setdefault(row.strand_id, []).append(row)
    for row in risks:
        risky.setdefault(row.strand_id, []).append(row)
    return [
        Part(
            strand,
            pictures[start][strand.pk],
            pictures[end][strand.pk],
            tuple(rated.get(strand.pk, ())),
            tuple(completed.get(strand.pk, ())),
            tuple(moved.get(strand.pk, ())),
            Impact(tuple(of_strand(strand.headlines, user, plan.is_demonstration))),
            tuple(risky.get(strand.pk, ())),
        )
        for strand in strands
    ]


def _by_strand(rows, action_of):
    found = {}
    for row in rows:
        found.setdefault(action_of(row).strand_id, []).append(row)
    return found
