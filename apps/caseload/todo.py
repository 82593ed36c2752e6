"""What a caseworker has to chase in their own open cases: advice past its date, settings that did not answer, and
exceptions without an end."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.urls import reverse
from psycopg2 import sql

from apps.caseload import codes
from apps.caseload.clock import LIMITS
from apps.core.dates import long_date
from apps.core.expressions import execute

MOST = 10
COLUMNS = ("kind", "key", "case", "about", "since", "chased_on", "reference", "surname", "forename")
# Written by hand: to write it anew from querysets takes longer than to answer it. ``mine`` are the keys of the cases;
# a row that was taken back counts no more.
_TODO = sql.SQL(
    """
    WITH mine AS NOT MATERIALIZED ({mine})
    SELECT found.*, request.key, child.surname, child.forename
      FROM (
               (SELECT 'advice', advice.id, advice.request_id, advice.service AS about, advice.asked_on AS since,
                       (SELECT max(step."on") FROM caseload_step AS step
                         WHERE step.advice_id = advice.id AND step."on" <= %(day)s AND step.taken_back_on IS NULL)
                  FROM caseload_advicerequest AS advice
                 WHERE advice.request_id IN (SELECT * FROM mine) AND advice.asked_on < %(advice_before)s
                   AND coalesce(advice.received_on > %(day)s, true) AND advice.taken_back_on IS NULL
                 ORDER BY since, advice.id LIMIT %(most)s)
               UNION ALL
               (SELECT 'consultation', sent.id, sent.request_id, sent.note, sent."on" AS since, NULL
                  FROM caseload_step AS sent
                 WHERE sent.request_id IN (SELECT * FROM mine) AND sent.kind = %(sent)s AND sent."on" < %(sent_before)s
                   AND sent.taken_back_on IS NULL
                   AND NOT EXISTS (
                           SELECT FROM caseload_step AS answer
                            WHERE answer.request_id = sent.request_id AND answer.kind = %(answered)s
                              AND answer.note = sent.note AND answer."on" BETWEEN sent."on" AND %(day)s
                              AND answer.taken_back_on IS NULL)
                 ORDER BY since, sent.id LIMIT %(most)s)
               UNION ALL
               (SELECT 'exception', exception.id, exception.request_id, exception.ground,
                       exception.starts_on AS since, NULL
                  FROM caseload_statutoryexception AS exception
                 WHERE exception.request_id IN (SELECT * FROM mine) AND exception.starts_on <= %(day)s
                   AND exception.ends_on IS NULL AND exception.taken_back_on IS NULL
                 ORDER BY since, exception.id LIMIT %(most)s)
           ) AS found (kind, id, request_id, about, since, chased_on)
      JOIN caseload_request AS request ON request.id = found.request_id
      JOIN caseload_child AS child ON child.id = request.child_id
     ORDER BY found.kind, found.since, found.id
    """
)


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
    found = {kind: [] for kind in ENTRIES}
    for row in _rows(mine.filter(is_open=True).order_by().values("pk"), day):
        found[row["kind"]].append(row)
    entries = [ENTRIES[kind](row) for kind, rows in found.items() for row in rows[:MOST]]
    return TodoList(entries, any(len(rows) > MOST for rows in found.values()))


def _rows(cases, day):
    """The oldest of each kind, one more than are shown."""
    with connection.cursor() as cursor:
        mine = cursor.mogrify(*cases.query.sql_with_params()).decode().replace("%", "%%")
        values = {
            "day": day,
            "advice_before": day - timedelta(days=LIMITS["advice"].days),
            "sent_before": day - timedelta(days=LIMITS["consultation"].days),
            "sent": codes.StepKind.CONSULTATION_SENT,
            "answered": codes.StepKind.CONSULTATION_ANSWERED,
            "most": MOST + 1,
        }
        execute(cursor, _TODO.format(mine=sql.SQL(mine)), values)
        return [dict(zip(COLUMNS, row, strict=True)) for row in cursor]


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
