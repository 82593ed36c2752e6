"""Server time and queries of the list and the Board's page, beside the raw SQL of their rows."""

import contextlib
import gc
import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from importlib import import_module
from pathlib import Path

VISITS = 21
# What opens and closes the transaction and takes up the role; everything else is a question to the data.
NO_QUESTIONS = ("BEGIN", "COMMIT", "SET LOCAL ROLE")
LIST_SQL = """
SELECT a.reference, a.title, s.rating, s.rule_rating, s.due_on, s.updated_on, st.title, p.name
FROM plans_standing s JOIN plans_action a ON a.id = s.action_id JOIN plans_strand st ON st.id = a.strand_id
JOIN plans_plan p ON p.id = a.plan_id
WHERE s.starts_on <= current_date AND (s.ends_on IS NULL OR s.ends_on > current_date)
ORDER BY p.closed_on NULLS FIRST, p.starts_on DESC, p.id, a.reference_key, s.id LIMIT 50
"""
BOARD_SQL = """
SELECT a.strand_id, count(*), count(*) FILTER (WHERE s.rating = 'off_track') FROM plans_standing s
JOIN plans_action a ON a.id = s.action_id
WHERE s.starts_on <= current_date AND (s.ends_on IS NULL OR s.ends_on > current_date) GROUP BY a.strand_id
"""


def main(count=10_000):
    on_a_cluster(lambda cluster: measure(cluster, count))


def on_a_cluster(work):
    """Does the work beside a migrated PostgreSQL of its own, as the site itself works: without rights, under a role."""
    os.environ.update(SECRET_KEY="for-the-bench-only", SECURE="0", DATABASE_URL="postgres://nobody@/none")
    os.environ["DJANGO_SETTINGS_MODULE"] = "sendtracker.settings"
    from apps.core.embedded.cluster import Cluster

    folder = Path(tempfile.mkdtemp(prefix="send-bench-"))
    folder.chmod(0o711)
    cluster = Cluster(folder)
    cluster.start()
    try:
        cluster.make_database("bench")
        prepare(cluster)
        work(cluster)
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def prepare(cluster):
    from django.core.management import call_command
    from django.db import connection

    os.environ["DATABASE_OWNER_URL"] = cluster.url("owner", "bench")
    import_module("sendtracker.wsgi")  # sets Django up as the web server does
    call_command("migrate", verbosity=0)
    connection.close()
    connection.settings_dict.update(USER="sendtracker_app", PASSWORD=cluster.secrets["app"])


def measure(cluster, count):
    from apps.core.access import working_as
    from apps.core.dates import today
    from bench.data import fill

    with working_as():
        began = time.perf_counter()
        board, manager = fill(count, today())
        print(f"{count} actions with six reports each made in {time.perf_counter() - began:.1f} s")
    analyse(cluster)
    visit("list", manager, "/plans/actions/", LIST_SQL)
    visit("list, last page", manager, f"/plans/actions/?page={count // 50}", LIST_SQL)
    visit("list, two words", manager, "/plans/actions/?q=recr+prom", LIST_SQL)
    visit("list, a reference", manager, "/plans/actions/?q=PA3.77", LIST_SQL)
    visit("list, a lead", manager, "/plans/actions/?q=services+39", LIST_SQL)
    visit("list, off track", manager, "/plans/actions/?rating=off_track&flag=late", LIST_SQL)
    visit("list, not reported on", manager, "/plans/actions/?flag=stale&sort=-due", LIST_SQL)
    visit("Board", board, "/on-track/", BOARD_SQL)
    past = f"as_at={(today() - timedelta(days=182)).isoformat()}"
    visit("Board, half a year ago", board, f"/on-track/?{past}", BOARD_SQL)
    reword(cluster)
    print("recorded when it took effect, and one action in a hundred reworded since:")
    for day in (past, f"as_at={(today() - timedelta(days=1)).isoformat()}"):
        for known in ("", "&known=then"):
            visit(f"list, {day[6:]}{known[:6]}", manager, f"/plans/actions/?{day}{known}", LIST_SQL)
            visit(f"Board, {day[6:]}{known[:6]}", board, f"/on-track/?{day}{known}", BOARD_SQL)


def reword(cluster):
    """Have all recorded when it took effect, as the tables' owner can, and then reword some actions today."""
    from apps.plans.models import Action, ActionLead, Plan, StatusUpdate, Strand, Thresholds

    on_day = "date_trunc('day', {}) + interval '9 hours'"
    added = on_day.format("a.added_on")
    moves = [
        (StatusUpdate, "SET recorded_at = " + on_day.format("effective_on")),
        (Thresholds, "SET recorded_at = " + on_day.format("effective_on")),
        (Action, "AS a SET recorded_at = " + added),
        (Action.pgh_event_model, f"AS e SET pgh_created_at = {added} FROM plans_action a WHERE a.id = e.pgh_obj_id"),
        (ActionLead.pgh_event_model, f"AS e SET pgh_created_at = {added} FROM plans_action a WHERE a.id = e.action_id"),
        *((m.pgh_event_model, "SET pgh_created_at = pgh_created_at - interval '2 years'") for m in (Plan, Strand)),
    ]
    with contextlib.closing(cluster.connect("bench")) as superuser, superuser.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for model, change in moves:
            cursor.execute(f'UPDATE "{model._meta.db_table}" {change}')
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("UPDATE plans_action SET title = title || ' (reworded)' WHERE id % 100 = 0")
        superuser.commit()
    analyse(cluster)


def analyse(cluster):
    with contextlib.closing(cluster.connect("bench")) as superuser, superuser.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def visit(name, person, address, raw):
    """One line: the page's median, its queries, the raw SQL's median, and the ratio."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from apps.core.access import working_as

    settings.ALLOWED_HOSTS = ["testserver"]
    as_a_web_server()
    client = Client()
    with working_as():
        client.force_login(person)
    assert client.get(address).status_code == 200
    pages, raws = [], []
    for _ in range(VISITS):
        pages.append(timed(lambda: client.get(address)))
        with working_as(), connection.cursor() as cursor:
            raws.append(timed(lambda cursor=cursor: (cursor.execute(raw), cursor.fetchall())))
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    asked = [q for q in queries.captured_queries if not q["sql"].startswith(NO_QUESTIONS)]
    page, row = statistics.median(pages) * 1000, statistics.median(raws) * 1000
    print(f"{name:<28} {page:7.1f} ms {len(asked):3} queries   raw SQL {row:6.2f} ms   ratio {page / row:6.1f}")
    if "-v" in sys.argv:
        for query in asked:
            print("   ", query["time"], query["sql"][:150])


def as_a_web_server():
    """Leave aside what filling the database left in this process: a web server has loaded no more than its code."""
    gc.collect()
    gc.freeze()


def timed(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
