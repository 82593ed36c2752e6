"""How much memory a worker takes to read and save the team's case list of 100,000 rows, and how often it tells how far
it is. The worker is a process of its own, as it is on the site."""

import io
import os
import resource
import subprocess
import sys
import time
from datetime import date, timedelta

from bench.pages import on_a_cluster

HEADINGS = ("Our ref", "Initials", "DOB", "School / setting", "Primary need", "Date request received", "Final issued")
HEADINGS += ("Caseworker", "Next review", "Status", "Notes")
NEEDS = ("ASD", "SEMH", "SLCN", "MLD", "PD")


def main(count=100_000):
    on_a_cluster(lambda cluster: measure(cluster, count))


def measure(cluster, count):
    from apps.core.access import WEB, working_as
    from apps.imports import services

    content = workbook(count)
    print(f"{count} rows, {len(content) / 2**20:.1f} MB", flush=True)
    with working_as(WEB):
        batch = services.upload(
            by=None, layout="caseload", file_name="list.xlsx", content=content, position_on=date(2025, 1, 16)
        )
    without_rights = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
    worker = [sys.executable, "-m", "bench.memory", "work", str(batch.pk)]
    subprocess.run(worker, check=True, env=without_rights | {"DATABASE_URL": cluster.url("app", "bench")})


def workbook(count):
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Cases")
    sheet.append(HEADINGS)
    for n in range(count):
        sheet.append(row(n))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row(n):
    """The cells of row ``n``; nothing is random."""
    asked = date(2023, 1, 1) + timedelta(days=n % 700)
    issued = asked + timedelta(days=100 + n % 90) if n % 3 else None
    born, review = date(2008, 1, 1) + timedelta(days=n % 4000), date(2025, 2, 1) + timedelta(days=n % 365)
    status = "Final" if issued else "Assessing"
    return (
        f"B{n:06}",
        "AB",
        born,
        f"Test School {n % 120}",
        NEEDS[n % 5],
        asked,
        issued,
        f"Officer {n % 40}",
        review,
        status,
        f"Note {n}",
    )


def work(pk):
    """What the worker does, and what it took."""
    import django

    django.setup()
    from django.db import connection

    from apps.core.access import WEB, working_as
    from apps.imports import services
    from apps.imports.models import Batch

    told = []
    began = time.perf_counter()
    with working_as(WEB):
        services.read_batch(lambda done, total: told.append(done), pk)
    with working_as(WEB):
        batch = Batch.objects.get(pk=pk)
        services.ask_to_apply(batch=batch, by=None, token=str(batch.token))
    read = time.perf_counter() - began
    print(f"read in {read:.1f} s, told {len(told)} times how far it was; {peak()} MB", flush=True)
    with working_as(WEB):
        services.apply_batch(lambda done, total: told.append(done), pk)
    with working_as(WEB):
        batch.refresh_from_db()
    print(f"saved in {time.perf_counter() - began - read:.1f} s: {batch.result}; {peak()} MB at most")
    connection.close()


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(int(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:]))
