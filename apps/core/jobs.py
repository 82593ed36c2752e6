"""Background work that survives the death of its worker.

django-tasks runs the work; a ``Job`` row of ours says how it stands. A worker that is killed leaves its task "running"
for ever, so the row carries a lease: once it is past, ``requeue_lost`` hands the job to the next worker. Work must
therefore be idempotent. Each job is one transaction under a role; its progress is written outside that transaction.
"""

from contextlib import contextmanager
from datetime import timedelta

import pghistory
from django.db import connection
from django.utils import timezone
from django_tasks import task

from apps.core.access import WEB, working_as
from apps.core.models import Job, JobState
from apps.core.once import wait_for_token

LEASE = timedelta(minutes=10)
MAX_ATTEMPTS = 3
KINDS = {}
DAILY = []


def job(kind):
    """Registers ``work(progress, **arguments)`` under a name; ``progress(done, total)`` also renews the lease."""

    def register(work):
        KINDS[kind] = work
        return work

    return register


def daily(kind):
    """Registers ``work(progress, on)`` to be done once each day, as soon as a worker runs on it."""

    def register(work):
        DAILY.append(kind)
        return job(kind)(work)

    return register


def enqueue_daily(on):
    """Ask for the daily jobs of a date that nobody has asked for yet."""
    with working_as(WEB):
        wait_for_token("core.daily")
        asked = Job.objects.filter(kind__in=DAILY, arguments={"on": on.isoformat()}).values_list("kind", flat=True)
        for kind in sorted(set(DAILY) - set(asked)):
            enqueue(kind, on=on.isoformat())


def enqueue(kind, by=None, **arguments):
    """Ask for a job; it starts once the running transaction is committed."""
    if kind not in KINDS:
        raise KeyError(f"No job is called {kind}")
    row = Job.objects.create(kind=kind, asked_by=by, arguments=arguments)
    run.enqueue(row.pk)
    return row


@task()
def run(job_id):
    """Run one job if nobody else holds it; called by the worker."""
    row = claim(job_id)
    if row is None:
        return
    try:
        with working_as(WEB), pghistory.context(job=row.pk, user=row.asked_by_id):
            KINDS[row.kind](_progress_of(row.pk), **row.arguments)
    except Exception as error:
        finish(row.pk, JobState.FAILED, error=f"{type(error).__name__}: {error}")
        raise
    finish(row.pk, JobState.DONE)


def claim(job_id, now=None):
    """Take a job that waits, with a lease from ``now`` on; None when somebody else has it or it is finished."""
    with working_as(WEB):
        row = Job.objects.select_for_update(skip_locked=True).filter(pk=job_id, state=JobState.QUEUED).first()
        if row is None:
            return None
        row.state = JobState.RUNNING
        row.attempts += 1
        row.lease_until = (now or timezone.now()) + LEASE
        row.save()
        return row


def finish(job_id, state, error=""):
    with working_as(WEB):
        Job.objects.filter(pk=job_id).update(state=state, error=error, finished_at=timezone.now(), lease_until=None)


def requeue_lost(now):
    """Queue again what workers died over; after the last attempt the job has failed. Says how many were queued."""
    queued = 0
    with working_as(WEB):
        lost = Job.objects.select_for_update(skip_locked=True).filter(state=JobState.RUNNING, lease_until__lt=now)
        for row in lost:
            row.lease_until = None
            if row.attempts >= MAX_ATTEMPTS:
                row.state, row.finished_at, row.error = JobState.FAILED, now, "The worker died each time."
            else:
                row.state = JobState.QUEUED
                run.enqueue(row.pk)
                queued += 1
            row.save()
    return queued


def _progress_of(job_id):
    def progress(done, total):
        with _outside() as cursor:
            cursor.execute(
                "UPDATE core_job SET done = %s, total = %s, lease_until = %s WHERE id = %s",
                [done, total, timezone.now() + LEASE, job_id],
            )

    return progress


@contextmanager
def _outside():
    """A cursor of a connection of its own, so that what it writes is seen while the work goes on."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(f"SET ROLE {WEB}")
            yield cursor
    finally:
        other.close()
