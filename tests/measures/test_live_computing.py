"""Measures of live mode: worked out once a day from the records that are kept here."""

import pytest
from django.core.management import CommandError, call_command

from apps.core.access import WEB_CASES, assume
from apps.core.dates import today
from apps.measures.computing import compute_newest
from apps.measures.jobs import compute_for_the_day
from apps.measures.models import Value
from tests.caseload.live_cases import ago, decided, issued, made
from tests.measures.makers import a_measure


@pytest.fixture
def is_live(settings):
    settings.CASELOAD_MODE = "live"


@pytest.fixture
def overdue(db):
    return a_measure("open-overdue", kind="computed", grain="day", unit="count", minimum=1)


def found():
    rows = Value.objects.order_by("pk")
    return [(row.ends_on, row.extract_as_at, row.is_synthetic, row.numerator, row.denominator) for row in rows]


def test_they_follow_the_records_of_the_day(as_cases, is_live, overdue):
    case = made(ago(141))
    compute_newest(latest=today())
    assert found()[-1] == (today(), today(), False, 1, 1)
    count = len(found())
    assert compute_newest(latest=today()) == 0
    decided(case, days=130)
    issued(case, days=0)
    compute_newest(latest=today())
    assert len(found()) == count + 1
    assert Value.objects.order_by("pk").last().state == "no_records"


def test_the_worker_asks_for_them_each_day_and_only_in_live_mode(as_cases, is_live, overdue, settings):
    made(ago(141))
    settings.CASELOAD_MODE = "extract"
    compute_for_the_day(None, today().isoformat())
    assert found() == []
    settings.CASELOAD_MODE = "live"
    compute_for_the_day(None, today().isoformat())
    assume(WEB_CASES)
    assert found()[-1][3:] == (1, 1)


def test_without_records_there_is_nothing_to_work_out(as_cases, is_live):
    with pytest.raises(CommandError, match="No case records"):
        call_command("compute_measures")
