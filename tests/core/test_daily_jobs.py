"""Jobs that are done once each day."""

from datetime import date

from apps.core import jobs
from apps.core.models import Job

DAY = date(2026, 11, 24)


def asked():
    return list(Job.objects.order_by("pk").values_list("kind", "arguments"))


def test_each_is_asked_for_once_a_day(db):
    for on in (DAY, DAY, date(2026, 11, 25)):
        jobs.enqueue_daily(on)
    assert asked() == [
        ("caseload.refresh_passed", {"on": "2026-11-24"}),
        ("dashboards.digest", {"on": "2026-11-24"}),
        ("imports.remove_old", {"on": "2026-11-24"}),
        ("measures.compute_live", {"on": "2026-11-24"}),
        ("caseload.refresh_passed", {"on": "2026-11-25"}),
        ("dashboards.digest", {"on": "2026-11-25"}),
        ("imports.remove_old", {"on": "2026-11-25"}),
        ("measures.compute_live", {"on": "2026-11-25"}),
    ]


def test_a_job_of_the_day_that_has_failed_is_not_asked_for_again(db):
    jobs.enqueue_daily(DAY)
    Job.objects.update(state="failed")
    jobs.enqueue_daily(DAY)
    assert [kind for kind, _ in asked()] == [
        "caseload.refresh_passed",
        "dashboards.digest",
        "imports.remove_old",
        "measures.compute_live",
    ]
