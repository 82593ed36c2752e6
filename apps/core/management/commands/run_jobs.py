"""Runs background jobs until it is told to stop."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.backends.signals import connection_created
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from apps.core.access import WEB
from apps.core.dates import today
from apps.core.jobs import enqueue_daily, requeue_lost

PAUSE_SECONDS = 2


class Command(BaseCommand):
    help = "Run background jobs as they come; INT and TERM stop it after the job in hand."

    def handle(self, *args, **options):
        self.stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopped.set())
        # The queue's own tables are read outside our transactions: the session works under the role throughout.
        connection_created.connect(_take_up_role)
        asked_on = None
        while not self.stopped.is_set():
            requeue_lost(timezone.now())
            if asked_on != today():
                asked_on = today()
                enqueue_daily(asked_on)
            _worker().run()
            connection.close_if_unusable_or_obsolete()
            self.stopped.wait(PAUSE_SECONDS)


def _take_up_role(connection, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {WEB}")


def _worker():
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="send-tracker",
    )
