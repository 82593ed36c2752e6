"""Works out where cases stand: the clock says it, one statement a batch writes it.

Called in the transaction of every change of a case, at the end of every load, and by a job once a day.
"""

import json
import re
from functools import lru_cache

from django.db import connection
from django.db.models import Exists, OuterRef
from psycopg2 import sql

from apps.caseload import clock
from apps.caseload.facts import facts_and_flags
from apps.caseload.figures.counting import standing as stands
from apps.caseload.mode import clock as clock_now
from apps.caseload.models import CaseStanding, Request
from apps.caseload.records import records_of_requests
from apps.core.expressions import execute

BATCH = 10_000
# What the clock says of a case; everything else of the row is read from the records in the statement that writes it.
RECKONED = (
    ("reference_order", "text"),
    ("stage", "text"),
    ("is_open", "boolean"),
    ("plan_due_on", "date"),
    ("next_due_on", "date"),
    ("next_limit", "text"),
    ("about", "text"),
    ("has_exception", "boolean"),
    ("has_missing", "boolean"),
    ("has_query", "boolean"),
)
READ = {
    "surname": "lower(child.surname)",
    "caseworker_id": "work.caseworker_id",
    "received_on": "request.received_on",
    "is_missing": "request.missing_since_id IS NOT NULL OR request.taken_back_on IS NOT NULL",
    "need": "coalesce(need.type, '')",
    "setting": "coalesce(CASE WHEN place.urn <> '' THEN 'school' WHEN place.ukprn <> '' THEN 'provider'"
    " ELSE place.setting END, '')",
    "reckoned_on": "%(day)s::date",
}


def refresh(requests):
    """Work out anew where some requests (or ids of them) stand."""
    now = clock_now()
    ids = sorted({getattr(request, "pk", request) for request in requests})
    for start in range(0, len(ids), BATCH):
        _refresh(ids[start : start + BATCH], now)


def refresh_all(progress=None):
    """Work out all anew, as after a load: what is missing and what is asked about is relative to the newest one."""
    _in_batches(Request.objects.all(), progress)


def refresh_passed(progress=None):
    """Those that were worked out for another day than the clock's, or never."""
    on_day = CaseStanding.objects.filter(request=OuterRef("pk"), reckoned_on=clock_now().day)
    _in_batches(Request.objects.filter(~Exists(on_day)), progress)


def _in_batches(requests, progress):
    now, last, done = clock_now(), 0, 0
    total = requests.count() if progress else 0
    while ids := list(requests.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        _refresh(ids, now)
        last, done = ids[-1], done + len(ids)
        if progress:
            progress(done, total)


def _refresh(ids, now):
    marks = records_of_requests(ids, now.extract_id)
    rows = [
        _row(key, facts, has_flag, *marks.get(key, (False, False, False)), now.day)
        for key, (facts, has_flag) in facts_and_flags(ids).items()
    ]
    with connection.cursor() as cursor:
        execute(cursor, _statement(), {"rows": json.dumps(rows, default=str), "day": now.day})


def _row(key, facts, has_flag, is_missing, has_missing, has_query, day):
    """What the clock says of one case. One that the newest load no longer has is not waiting, and nothing is due."""
    due = None if is_missing else clock.next_deadline(facts, day)
    return {
        "id": key,
        "reference_order": in_order(facts.reference),
        "stage": clock.stage(facts, day),
        "is_open": not is_missing and clock.is_waiting_for_plan(facts, day),
        "plan_due_on": clock.plan_due_on(facts),
        "next_due_on": due and due.due_on,
        "next_limit": due.key if due else "",
        "about": due.about[:200] if due else "",
        "has_exception": has_flag or bool(facts.exceptions),
        "has_missing": has_missing,
        "has_query": has_query,
    }


def in_order(reference):
    """A reference whose text sorts as people count: 9 before 10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(12), reference)[:200]


@lru_cache(maxsize=1)
def _statement():
    names = [name for name, _ in RECKONED] + list(READ)
    values = [sql.SQL("x.{}").format(sql.Identifier(name)) for name, _ in RECKONED]
    columns = [sql.Identifier(name) for name in names]
    return sql.SQL(
        """
        INSERT INTO caseload_casestanding (request_id, {columns})
        SELECT x.id, {values}
          FROM jsonb_to_recordset(%(rows)s::jsonb) AS x(id bigint, {taken})
          JOIN caseload_request AS request ON request.id = x.id
          JOIN caseload_child AS child ON child.id = request.child_id
          LEFT JOIN caseload_case AS work ON work.request_id = request.id
          LEFT JOIN caseload_activeplan AS active ON active.request_id = request.id AND {active}
          LEFT JOIN LATERAL (
                   SELECT type FROM caseload_need AS need
                    WHERE need.active_plan_id = active.id AND {need} ORDER BY rank LIMIT 1
               ) AS need ON true
          LEFT JOIN LATERAL (
                   SELECT urn, ukprn, setting FROM caseload_placement AS place
                    WHERE place.active_plan_id = active.id AND {place}
                    ORDER BY left_on IS NOT NULL, rank, entered_on DESC NULLS LAST LIMIT 1
               ) AS place ON true
        ON CONFLICT (request_id) DO UPDATE SET {sets} WHERE ({old}) IS DISTINCT FROM ({fresh})
        """
    ).format(
        columns=sql.SQL(", ").join(columns),
        values=sql.SQL(", ").join([*values, *map(sql.SQL, READ.values())]),
        taken=sql.SQL(", ").join(sql.SQL("{} {}").format(sql.Identifier(n), sql.SQL(t)) for n, t in RECKONED),
        active=stands("active"),
        need=stands("need"),
        place=stands("place"),
        sets=sql.SQL(", ").join(sql.SQL("{0} = EXCLUDED.{0}").format(column) for column in columns),
        old=sql.SQL(", ").join(sql.SQL("caseload_casestanding.{}").format(column) for column in columns),
        fresh=sql.SQL(", ").join(sql.SQL("EXCLUDED.{}").format(column) for column in columns),
    )
