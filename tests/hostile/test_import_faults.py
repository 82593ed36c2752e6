"""An import whose worker is killed, or that two people save at once: all or nothing, once, and the batch says which."""

import signal
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Post
from apps.core import jobs
from apps.core.access import working_as
from apps.imports import services
from apps.imports.models import Batch, StagedRow
from apps.plans.models import Action, ActionDecision, Standing, StatusUpdate, Strand
from tests.core.test_jobs import run_worker
from tests.hostile.conftest import at_once, signed_in
from tests.hostile.test_faults import WORKS, dies

pytestmark = pytest.mark.long
SHEET = Path(__file__).parent.parent / "imports" / "sheets" / "pip_tracker_clean.xlsx"
TABLES = (Action, ActionDecision, StatusUpdate, Standing, Strand, Post)


@pytest.fixture
def batch(committed):
    """Uploaded and waiting for the worker."""
    with working_as():
        return services.upload(
            by=committed.manager,
            layout="pip",
            file_name="tracker.xlsx",
            content=SHEET.read_bytes(),
            target={"plan": committed.plan.pk},
            position_on=date(2024, 11, 14),
        )


def counts():
    with working_as():
        return {model.__name__: model.objects.count() for model in TABLES}


def fresh(batch):
    with working_as():
        return Batch.objects.get(pk=batch.pk)


def ask_to_apply(batch, by):
    with working_as():
        services.ask_to_apply(batch=batch, by=by, token=str(batch.token), knows_public=True)


def the_next_worker_takes_over():
    assert jobs.requeue_lost(timezone.now() + jobs.LEASE + timedelta(seconds=1)) == 1
    run_worker()


def test_reading_that_is_killed_stages_nothing_and_is_taken_up_again(committed, batch):
    assert dies(WORKS, 'DELETE FROM "imports_stagedrow"', 1) == (-signal.SIGKILL, "")
    with working_as():
        assert (fresh(batch).state, StagedRow.objects.count()) == ("reading", 0)
    the_next_worker_takes_over()
    with working_as():
        assert (fresh(batch).state, StagedRow.objects.count()) == ("read", 60)


@pytest.mark.parametrize(
    "words",
    [
        'INSERT INTO "accounts_post"',
        'INSERT INTO "plans_action"',
        'INSERT INTO "plans_statusupdate"',
        'INSERT INTO "plans_standing"',
        'UPDATE "imports_stagedrow"',
    ],
)
def test_saving_that_is_killed_leaves_nothing_and_is_taken_up_again(committed, batch, words):
    run_worker()
    before = counts()
    ask_to_apply(batch, committed.manager)
    assert dies(WORKS, words, 1) == (-signal.SIGKILL, "")
    assert (fresh(batch).state, counts()) == ("applying", before)
    the_next_worker_takes_over()
    assert (fresh(batch).state, fresh(batch).result["new"], fresh(batch).result["changed"]) == ("applied", 58, 0)
    assert counts()["Action"] == before["Action"] + 58


@pytest.mark.parametrize("words", ["CALL public.plans_take_back_batch", 'UPDATE "imports_batch"'])
def test_taking_back_that_is_killed_takes_nothing_back_and_is_taken_up_again(committed, batch, words):
    run_worker()
    before = counts()
    ask_to_apply(batch, committed.manager)
    run_worker()
    saved = counts()
    with working_as():
        services.ask_to_undo(batch=batch, by=committed.manager, reason="Too early.")
    assert dies(WORKS, words, 1) == (-signal.SIGKILL, "")
    assert (fresh(batch).state, counts()) == ("undoing", saved)
    the_next_worker_takes_over()
    assert fresh(batch).state == "undone"
    assert {name: counts()[name] for name in ("Action", "Strand", "Post")} == {
        name: before[name] for name in ("Action", "Strand", "Post")
    }


def test_two_people_who_save_at_once_save_once(committed, batch):
    run_worker()
    address, token = reverse("imports:apply", args=[batch.pk]), str(batch.token)
    browsers = [signed_in(person) for person in (committed.manager, committed.second) * 4]
    answers = at_once(
        *(
            lambda browser=browser: browser.post(address, {"token": token, "knows_public": "on"}).status_code
            for browser in browsers
        )
    )
    assert set(answers) == {302}
    run_worker()
    assert (fresh(batch).state, counts()["Action"]) == ("applied", 60)
