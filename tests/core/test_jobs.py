"""Background work: taken once, taken up again when its worker died, and never half done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from apps.core import jobs
from apps.core.access import working_as
from apps.core.management.commands.run_jobs import _take_up_role, _worker
from apps.plans.models import Standing
from tests import factories


def test_a_job_is_queued_with_who_asked(administrator):
    row = jobs.enqueue("plans.refresh_all", by=administrator)
    assert (row.state, row.asked_by) == ("queued", administrator)
    assert DBTaskResult.objects.count() == 1


def test_an_unknown_job_is_refused(db):
    with pytest.raises(KeyError, match="No job is called"):
        jobs.enqueue("plans.nothing")


def test_a_job_is_taken_once(db):
    row = jobs.enqueue("plans.refresh_all")
    assert jobs.claim(row.pk).attempts == 1
    assert jobs.claim(row.pk) is None


def test_a_lost_job_is_queued_again_after_its_lease_and_not_before(db):
    row = jobs.enqueue("plans.refresh_all")
    now = timezone.now()
    jobs.claim(row.pk, now)
    assert jobs.requeue_lost(now + jobs.LEASE) == 0
    assert jobs.requeue_lost(now + jobs.LEASE + timedelta(seconds=1)) == 1
    assert jobs.claim(row.pk).attempts == 2
    assert DBTaskResult.objects.count() == 2


def test_a_job_whose_worker_dies_each_time_has_failed(db):
    row = jobs.enqueue("plans.refresh_all")
    for _ in range(jobs.MAX_ATTEMPTS):
        jobs.claim(row.pk, timezone.now() - timedelta(days=1))
        jobs.requeue_lost(timezone.now())
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", "The worker died each time.")


def test_the_worker_runs_what_waits(committed_db):
    with working_as():
        factories.make_legend()
        action = factories.ActionFactory(standing=False)
        row = jobs.enqueue("plans.refresh_all")
    with working_as():
        assert not Standing.objects.filter(action=action).exists()
    run_worker()
    with working_as():
        row.refresh_from_db()
        assert (row.state, row.done, row.total) == ("done", 1, 1)
        assert Standing.objects.filter(action=action).exists()


def test_work_that_fails_leaves_nothing_and_says_why(committed_db, monkeypatch):
    def work(progress):
        factories.OrganisationFactory(name="Half done")
        raise ValueError("it broke")

    monkeypatch.setitem(jobs.KINDS, "tests.breaks", work)
    with working_as():
        row = jobs.enqueue("tests.breaks")
    run_worker()
    with working_as():
        row.refresh_from_db()
        assert (row.state, row.error) == ("failed", "ValueError: it broke")
        assert not factories.Organisation.objects.exists()


def run_worker():
    """As the worker's process does: its session works under the role throughout."""
    _take_up_role(connection)
    _worker().run()
    connection.close()
