"""What a caseworker has to chase in their own open cases: advice past its date, settings that did not answer, and
exceptions without an end."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from django.urls import reverse

from apps.caseload import codes
from apps.caseload.clock import LIMITS
from apps.caseload.models import AdviceRequest, StatutoryException, Step
from apps.core.dates import long_date

MOST = 10
OF_CASE = {
    "reference": F("request__key"),
    "surname": F("request__child__surname"),
    "forename": F("request__child__forename"),
}


@dataclass(frozen=True)
class Todo:
    """One thing to chase; ``links`` are ``(words, address)``."""

    request_id: int
    reference: str
    child: str
    words: str
    detail: str
    links: list


@dataclass(frozen=True)
class TodoList:
    """At most ``MOST`` of each kind, the oldest first; ``has_more`` says that there are others."""

    entries: list
    has_more: bool


def todo_of(mine, day):
    """What is to be chased in some standings as the clock's day is; three queries."""
    cases = mine.filter(is_open=True).order_by().values("pk")
    kinds = [
        [_advice(row) for row in _outstanding(cases, day)],
        [_consultation(row) for row in _unanswered(cases, day)],
        [_exception(row) for row in _without_end(cases, day)],
    ]
    return TodoList([entry for kind in kinds for entry in kind[:MOST]], any(len(kind) > MOST for kind in kinds))


def _outstanding(cases, day):
    chased = Step.objects.counting().filter(advice=OuterRef("pk"), on__lte=day).order_by().values("advice")
    rows = AdviceRequest.objects.counting().filter(
        Q(received_on__isnull=True) | Q(received_on__gt=day),
        request__in=cases,
        asked_on__lt=day - timedelta(days=LIMITS["advice"].days),
    )
    found = rows.annotate(chased_on=Subquery(chased.annotate(last=Max("on")).values("last")))
    return found.order_by("asked_on", "pk").values("pk", "request_id", "service", "asked_on", "chased_on", **OF_CASE)[
        : MOST + 1
    ]


def _unanswered(cases, day):
    answer = Step.objects.counting().filter(
        request=OuterRef("request"), kind=codes.StepKind.CONSULTATION_ANSWERED, note=OuterRef("note"), on__lte=day
    )
    rows = Step.objects.counting().filter(
        ~Exists(answer.filter(on__gte=OuterRef("on"))),
        request__in=cases,
        kind=codes.StepKind.CONSULTATION_SENT,
        on__lt=day - timedelta(days=LIMITS["consultation"].days),
    )
    return rows.order_by("on", "pk").values("pk", "request_id", "note", "on", **OF_CASE)[: MOST + 1]


def _without_end(cases, day):
    rows = StatutoryException.objects.counting().filter(request__in=cases, ends_on__isnull=True, starts_on__lte=day)
    return rows.order_by("starts_on", "pk").values("pk", "request_id", "ground", "starts_on", **OF_CASE)[: MOST + 1]


def _advice(row):
    due_on = row["asked_on"] + timedelta(days=LIMITS["advice"].days)
    words = f"{codes.AdviceService(row['service']).label}: advice was due on {long_date(due_on)}"
    last = f"Last chased on {long_date(row['chased_on'])}" if row["chased_on"] else "Not chased yet"
    links = [("Record that it came", _change("advice", row)), ("Record a chaser", _add("chaser", row))]
    return _todo(row, words, last, links)


def _consultation(row):
    words = f"{row['note']} has not answered"
    links = [("Record the answer", _add("consultation-answer", row)), ("Record a chaser", _add("chaser", row))]
    return _todo(row, words, f"Consulted on {long_date(row['on'])}", links)


def _exception(row):
    words = f"The exception under regulation {row['ground']} has no end"
    links = [("Enter its end", _change("exception", row))]
    return _todo(row, words, f"Since {long_date(row['starts_on'])}: does it still apply?", links)


def _todo(row, words, detail, links):
    child = f"{row['surname']}, {row['forename']}".removesuffix(", ")
    return Todo(row["request_id"], row["reference"], child, words, detail, links)


def _change(word, row):
    return reverse("caseload:row-change", args=[word, row["pk"]])


def _add(kind, row):
    return reverse("caseload:row-add", args=[row["request_id"], kind])
