"""Processes and connections that die in the middle: all or nothing, and the next request works."""

import contextlib
import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from apps.core import jobs
from apps.core.access import working_as
from apps.core.models import Job
from apps.plans.models import Action, Standing, StatusUpdate
from tests.addresses import hidden_fields
from tests.core.test_jobs import run_worker
from tests.hostile.conftest import signed_in

pytestmark = pytest.mark.long
PATIENCE = 120
# Ends its own process, as kill -9 does, when a statement with these words is sent for the second time.
DYING = """
import os, signal, sys
import django
django.setup()
from django.db import connection
from django.test import Client

seen = []
def die(execute, sql, params, many, context):
    if words in sql:
        seen.append(sql)
    if len(seen) == times:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)

words, times = sys.argv[1], int(sys.argv[2])
connection.execute_wrappers.append(die)
"""
SENDS = """
client = Client(SERVER_NAME="localhost")
client.cookies["sessionid"] = sys.argv[3]
response = client.post(sys.argv[4], sys.argv[5], content_type="application/x-www-form-urlencoded")
print(response.status_code)
"""
WORKS = """
from tests.core.test_jobs import run_worker
run_worker()
"""


def dies(script, *arguments):
    """Run a script over the test's own database; its return code and what it said."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "sendtracker.settings"}
    command = [sys.executable, "-c", DYING + script, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return done.returncode, done.stdout.strip() or done.stderr


def bulk_of(committed):
    session = signed_in(committed.lead).cookies["sessionid"].value
    body = f"narrative=All+of+them.&rating=&actions={committed.action.pk}&actions={committed.other.pk}"
    return session, reverse("plans:bulk-update"), body


@pytest.mark.parametrize("words", ['INSERT INTO "plans_statusupdate"', 'INSERT INTO "plans_standing"'])
def test_a_bulk_report_whose_process_is_killed_leaves_nothing(committed, words):
    with working_as():
        before = list(Standing.objects.order_by("pk").values_list("pk", flat=True))
        versions = dict(Action.objects.values_list("pk", "version"))
    assert dies(SENDS, words, 2, *bulk_of(committed)) == (-signal.SIGKILL, "")
    with working_as():
        assert not StatusUpdate.objects.exists()
        assert list(Standing.objects.order_by("pk").values_list("pk", flat=True)) == before
        assert dict(Action.objects.values_list("pk", "version")) == versions


def test_the_same_bulk_report_from_a_process_that_lives_is_whole(committed):
    assert dies(SENDS, "nothing that is ever sent", 2, *bulk_of(committed)) == (0, "302")
    with working_as():
        assert set(StatusUpdate.objects.values_list("action", flat=True)) == {committed.action.pk, committed.other.pk}


def test_a_job_whose_worker_is_killed_is_done_by_the_next_after_its_lease(committed):
    with working_as():
        Standing.objects.all().delete()
        row = jobs.enqueue("plans.refresh_all")
    assert dies(WORKS, 'INSERT INTO "plans_standing"', 1) == (-signal.SIGKILL, "")
    with working_as():
        row.refresh_from_db()
        assert (row.state, row.attempts) == ("running", 1)
        assert not Standing.objects.exists()
    run_worker()
    with working_as():
        assert Job.objects.get().state == "running"
    assert jobs.requeue_lost(timezone.now() + jobs.LEASE + timedelta(seconds=1)) == 1
    run_worker()
    with working_as():
        row.refresh_from_db()
        assert (row.state, row.attempts, row.done, row.total) == ("done", 2, 2, 2)
        assert set(Standing.objects.values_list("action", flat=True)) == {committed.action.pk, committed.other.pk}


@pytest.fixture
def cut_at(cluster, committed_db):
    """``with cut_at(words):`` PostgreSQL ends our connection when a statement with these words is about to be sent."""

    def terminate(pid):
        with contextlib.closing(cluster.connect("postgres")) as other, other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    def cut(words):
        cuts = []

        def wrapper(execute, sql, params, many, context):
            if words in sql and not cuts:
                cuts.append(sql)
                terminate(connection.connection.info.backend_pid)
            return execute(sql, params, many, context)

        return connection.execute_wrapper(wrapper)

    return cut


@pytest.mark.parametrize(
    "words",
    [
        'FROM "plans_action"',
        'INSERT INTO "plans_statusupdate"',
        'DELETE FROM "plans_standing"',
        'FROM "django_session"',
    ],
)
def test_a_connection_that_dies_gives_an_error_page_and_the_next_request_works(committed, cut_at, words):
    browser = signed_in(committed.lead)
    browser.raise_request_exception = False
    address = reverse("plans:action-update", args=[committed.action.pk])
    form = hidden_fields(browser.get(address).text) | {"rating": "on_track", "narrative": "Two schools have joined."}
    with cut_at(words):
        response = browser.post(address, form)
    assert response.status_code == 500
    assert "Nothing that you sent was saved." in response.text
    with working_as():
        assert not StatusUpdate.objects.exists()
    assert browser.post(address, form).status_code == 302
    with working_as():
        assert StatusUpdate.objects.get().narrative == "Two schools have joined."


def test_a_connection_that_died_between_requests_is_not_noticed(committed, cluster):
    """By the server's own way in, which looks at its connection before each request."""
    application = get_wsgi_application()
    cookie = f"sessionid={signed_in(committed.lead).cookies['sessionid'].value}"

    def status():
        said = []
        request = RequestFactory(SERVER_NAME="localhost").get(reverse("dashboards:my-actions"), HTTP_COOKIE=cookie)
        application(request.environ, lambda line, headers: said.append(line)).close()
        return said

    assert status() == ["200 OK"]
    with contextlib.closing(cluster.connect("postgres")) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])
    assert status() == ["200 OK"]
