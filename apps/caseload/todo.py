"""What a caseworker has to chase in their own open cases: advice past its date, settings that did not answer, and
exceptions without an end."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import DateField, Exists, F, Max, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse

from apps.caseload import codes
from apps.caseload.clock import LIMITS
from apps.caseload.models import AdviceRequest, StatutoryException, Step
from apps.core.dates import long_date

MOST = 10
COLUMNS = ("kind", "key", "case", "about", "since", "chased_on", "reference", "surname", "forename")


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
    """What is to be chased in some standings as the clock's day is; one query."""
    cases = mine.filter(is_open=True).order_by().values("pk")
    parts = [_outstanding(cases, day), _unanswered(cases, day), _without_end(cases, day)]
    found = {kind: [] for kind in ENTRIES}
    for values in parts[0].union(*parts[1:], all=True):
        row = dict(zip(COLUMNS, values, strict=True))
        found[row["kind"]].append(row)
    entries = [ENTRIES[kind](row) for kind, rows in found.items() for row in rows[:MOST]]
    return TodoList(entries, any(len(rows) > MOST for rows in found.values()))


def _outstanding(cases, day):
    chased = Step.objects.counting().filter(advice=OuterRef("pk"), on__lte=day).order_by().values("advice")
    rows = AdviceRequest.objects.counting().filter(
        Q(received_on__isnull=True) | Q(received_on__gt=day),
        request__in=cases,
        asked_on__lt=day - timedelta(days=LIMITS["advice"].days),
    )
    return _columns(rows, "advice", "service", "asked_on", Subquery(chased.annotate(last=Max("on")).values("last")))


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
    return _columns(rows, "consultation", "note", "on")


def _without_end(cases, day):
    rows = StatutoryException.objects.counting().filter(request__in=cases, ends_on__isnull=True, starts_on__lte=day)
    return _columns(rows, "exception", "ground", "starts_on")


def _columns(rows, name, about, since, chased_on=None):
    """The oldest rows in the columns that all kinds share."""
    values = (
        Value(name),
        F("pk"),
        F("request_id"),
        Cast(about, TextField()),
        F(since),
        chased_on or Value(None, output_field=DateField()),
        F("request__key"),
        F("request__child__surname"),
        F("request__child__forename"),
    )
    return rows.order_by(since, "pk").values_list(*values)[: MOST + 1]


def _advice(row):
    due_on = row["since"] + timedelta(days=LIMITS["advice"].days)
    words = f"{codes.AdviceService(row['about']).label}: advice was due on {long_date(due_on)}"
    last = f"Last chased on {long_date(row['chased_on'])}" if row["chased_on"] else "Not chased yet"
    links = [("Record that it came", _change("advice", row)), ("Record a chaser", _add("chaser", row))]
    return _todo(row, words, last, links)


def _consultation(row):
    words = f"{row['about']} has not answered"
    links = [("Record the answer", _add("consultation-answer", row)), ("Record a chaser", _add("chaser", row))]
    return _todo(row, words, f"Consulted on {long_date(row['since'])}", links)


def _exception(row):
    words = f"The exception under regulation {row['about']} has no end"
    links = [("Enter its end", _change("exception", row))]
    return _todo(row, words, f"Since {long_date(row['since'])}: does it still apply?", links)


def _todo(row, words, detail, links):
    child = f"{row['surname']}, {row['forename']}".removesuffix(", ")
    return Todo(row["case"], row["reference"], child, words, detail, links)


def _change(word, row):
    return reverse("caseload:row-change", args=[word, row["key"]])


def _add(kind, row):
    return reverse("caseload:row-add", args=[row["case"], kind])


ENTRIES = {"advice": _advice, "consultation": _consultation, "exception": _exception}
