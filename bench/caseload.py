"""Server time and queries of the pages of cases at 600,000 cases, resampled from the demonstration's set."""

import contextlib
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from bench.pages import NO_QUESTIONS, VISITS, analyse, as_a_web_server, on_a_cluster, timed

FOLDER = Path(__file__).resolve().parents[1] / "fixtures/demonstration/sen2"
CASEWORKERS = 40
# Each table is copied so many times with keys of its own; days move by less than half a year, so that no two copies
# are alike and the ages of cases stay what they are. Nothing is random.
COPIES = {
    "caseload_child": "",
    "caseload_request": "child_id",
    "caseload_assessment": "request_id",
    "caseload_namedplan": "assessment_id",
    "caseload_plandetail": "named_plan_id",
    "caseload_activeplan": "request_id",
    "caseload_placement": "active_plan_id",
    "caseload_need": "active_plan_id",
}
# Plans in 20 weeks by month; the indexes of figures cover all that it reads.
TIMELINESS_SQL = """
SELECT date_trunc('month', plan.starts_on), count(*),
    count(*) FILTER (WHERE plan.starts_on - request.received_on <= 140)
FROM caseload_namedplan plan JOIN caseload_assessment assessment ON assessment.id = plan.assessment_id
JOIN caseload_request request ON request.id = assessment.request_id
WHERE assessment.outcome = 'Y' GROUP BY 1
"""
SURNAME_LETTERS = "abcdefghijklmnoprstuvwyz"


def main(count=600_000):
    on_a_cluster(lambda cluster: measure(cluster, count))


def measure(cluster, count):
    from apps.caseload.models import CaseStanding, Request
    from apps.caseload.standing import refresh_all
    from apps.core.access import WEB_CASES, working_as

    began = time.perf_counter()
    copy_cases(cluster, count)
    print(f"{count} cases made in {time.perf_counter() - began:.0f} s")
    analyse(cluster)
    with working_as(WEB_CASES):
        began = time.perf_counter()
        refresh_all()
        print(f"where they stand worked out in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        refresh_all()
        print(f"the same again, nothing changed, in {time.perf_counter() - began:.0f} s")
    manager, caseworker = give_cases(cluster)
    analyse(cluster)
    with working_as(WEB_CASES):
        deep = CaseStanding.objects.order_by("due_order", "pk").values("pk", "due_order")[count - 1000]
        other = CaseStanding.objects.order_by("-received_order", "-pk").values("pk", "received_order")[count // 2]
        wanted = Request.objects.select_related("child").get(pk=deep["pk"])
    visit("my cases", caseworker, "/cases/mine/")
    visit("list, first page", manager, "/cases/")
    visit("list, 20 weeks, received", manager, "/cases/?sort=received")
    visit("list, reviews", manager, "/cases/?show=reviews")
    visit("list, reviews, last page", manager, f"/cases/?show=reviews&before={deep['pk']}_{deep['due_order']}")
    visit("list, all", manager, "/cases/?show=all")
    visit("list, deep page", manager, f"/cases/?show=all&after={deep['pk']}_{deep['due_order']}")
    visit(
        "list, middle, by received",
        manager,
        f"/cases/?show=all&sort=-received&after={other['pk']}_{other['received_order']}",
    )
    visit("list, overdue decisions", manager, "/cases/?stage=requested&due=overdue")
    visit("list, need and setting", manager, "/cases/?need=VI&setting=school&due=8")
    visit("list, exceptions", manager, "/cases/?flag=has_exception&flag=is_open")
    visit("list, data queries", manager, "/cases/?flag=has_query")
    visit("list, missing, none", manager, "/cases/?flag=has_missing")
    visit("list, one caseworker", manager, f"/cases/?caseworker={caseworker.pk}&stage=assessing&sort=-received")
    visit("search, reference", manager, "/cases/search/", {"q": wanted.key})
    visit("search, UPN", manager, "/cases/search/", {"q": wanted.child.upn})
    visit("search, a letter", manager, "/cases/search/", {"q": wanted.child.surname[:1]})
    visit("search, beginning", manager, "/cases/search/", {"q": wanted.child.surname[:5]})
    visit("search, reference begins", manager, "/cases/search/", {"q": wanted.key[:2]})
    visit("search, UPN begins", manager, "/cases/search/", {"q": wanted.child.upn[:4]})
    visit("search, two names", manager, "/cases/search/", {"q": f"{wanted.child.surname[:5]} {wanted.child.forename}"})
    visit("search, nobody", manager, "/cases/search/", {"q": f"{wanted.child.surname[:3]} nobody"})
    visit("forecast", manager, "/cases/forecast/")
    visit("forecast, past already", manager, "/cases/forecast/?which=passed")
    visit("forecast, one caseworker", manager, f"/cases/forecast/?weeks=2&caseworker={caseworker.pk}")
    visit("backlog", manager, "/cases/backlog/?issued=5")
    visit("case", manager, wanted.get_absolute_url())
    timeliness(manager)


def timeliness(manager):
    """The dashboard of plans in 20 weeks, and the figures behind it counted anew, beside the raw SQL of both."""
    from django.core.management import call_command
    from django.db import connection

    from apps.caseload import figures
    from apps.core.access import WEB_CASES, working_as
    from apps.measures.computing import compute_newest

    call_command("load_bury", verbosity=0)
    with working_as(WEB_CASES):
        began = time.perf_counter()
        compute_newest()
        print(f"all computed measures worked out in {time.perf_counter() - began:.1f} s")
        years = figures.years_covered(date.today().year)
        raws, counted = [], []
        for _ in range(VISITS):
            with connection.cursor() as cursor:
                raws.append(timed(lambda cursor=cursor: (cursor.execute(TIMELINESS_SQL), cursor.fetchall())))
            counted.append(timed(lambda: figures.plans_issued(years)))
    raw = statistics.median(raws) * 1000
    print(f"20 weeks by month, raw SQL   {raw:7.1f} ms, fastest {min(raws) * 1000:6.1f} ms")
    middle = statistics.median(counted) * 1000
    print(f"the figures of it            {middle:7.1f} ms, {middle / raw:.1f} times the raw SQL")
    visit("the dashboard of it", manager, "/measures/plans-20-weeks/")


def copy_cases(cluster, count):
    """Load the demonstration's set, then copy it table by table until there are so many requests."""
    from apps.caseload.models import Request
    from apps.caseload.sen2.loading import load
    from apps.caseload.sen2.reading import read_folder
    from apps.core.access import WEB_CASES, working_as

    with working_as(WEB_CASES):
        load(read_folder(FOLDER))
        of_set = Request.objects.count()
    copies = -(-count // of_set)
    with contextlib.closing(cluster.connect("bench")) as superuser, superuser.cursor() as cursor:
        # History is written by triggers, row by row; here it would only be half an hour more.
        cursor.execute("SET session_replication_role = replica")
        for table, parent in COPIES.items():
            cursor.execute(copy_statement(cursor, table, parent), {"copies": copies, "step": 100_000})
        superuser.commit()


def copy_statement(cursor, table, parent):
    """INSERT … SELECT of a whole table, each copy with ids, keys and days moved by its number."""
    cursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'"
        " ORDER BY ordinal_position",
        [table],
    )
    names, values = [], []
    for name, kind in cursor.fetchall():
        names.append(name)
        values.append(moved(name, kind, parent))
    return (
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)}"  # noqa: S608 - our own tables
        f" FROM {table}, generate_series(1, %(copies)s - 1) AS copy"
    )


def moved(name, kind, parent):
    if name in ("id", parent):
        return f"{name} + copy * %(step)s"
    if name == "key":
        return "copy || '-' || key"
    if name == "upn":
        return "CASE WHEN upn = '' THEN '' ELSE 'Z' || lpad((copy * %(step)s + id)::text, 12, '0') END"
    if name == "surname":
        return f"substr('{SURNAME_LETTERS}', 1 + (id + copy)::int %% {len(SURNAME_LETTERS)}, 1) || surname"
    if kind == "date" and name != "birth_on":
        return f"{name} - (copy %% 180)::int"
    return name


def give_cases(cluster):
    """Every open case to one of the caseworkers, in turn; returns the manager and the first caseworker."""
    from apps.accounts.models import Membership, Organisation, Person, Role
    from apps.core.access import working_as

    def person(role, number):
        made = Person.objects.create_user(f"{role}{number}@example.org", f"{role.label} {number}")
        since = date(2020, 1, 1)
        Membership.objects.create(person=made, role=role, organisation=council, starts_on=since)
        return made

    with working_as():
        council = Organisation.objects.create(name="Council", kind="council")
        manager = person(Role.EHC_MANAGER, 1)
        people = [person(Role.EHC_CASEWORKER, number) for number in range(1, CASEWORKERS + 1)]
    with contextlib.closing(cluster.connect("bench")) as superuser, superuser.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "INSERT INTO caseload_case (request_id, caseworker_id, version)"
            " SELECT request_id, %s + request_id %% %s, 1 FROM caseload_casestanding WHERE next_due_on IS NOT NULL",
            [people[0].pk, CASEWORKERS],
        )
        cursor.execute(
            "UPDATE caseload_casestanding AS standing SET caseworker_id = work.caseworker_id FROM caseload_case AS work"
            " WHERE work.request_id = standing.request_id"
        )
        superuser.commit()
    return manager, people[0]


def visit(name, person, address, sent=None):
    """One line: the page's median, its fastest (other work on the machine slows the median), and its queries."""
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

    def ask():
        return client.post(address, sent) if sent else client.get(address)

    assert ask().status_code == 200
    times = [timed(ask) for _ in range(VISITS)]
    with CaptureQueriesContext(connection) as queries:
        ask()
    asked = [q for q in queries.captured_queries if not q["sql"].startswith(NO_QUESTIONS)]
    middle, fastest = statistics.median(times) * 1000, min(times) * 1000
    print(f"{name:<28} {middle:7.1f} ms, fastest {fastest:6.1f} ms {len(asked):3} queries", flush=True)
    if "-v" in sys.argv:
        for query in asked:
            print("   ", query["time"], query["sql"][:400])


if __name__ == "__main__":
    main(int(next((word for word in sys.argv[1:] if word.isdigit()), 600_000)))
