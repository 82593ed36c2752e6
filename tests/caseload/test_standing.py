"""Where cases stand: worked out with every change, at the end of a load and when a day has passed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.caseload import clock, models, services
from apps.caseload.facts import facts_of
from apps.caseload.jobs import refresh_for_the_day
from apps.caseload.mode import clock as clock_now
from apps.caseload.mode import clock_day
from apps.caseload.models import CaseStanding
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_folder
from apps.caseload.standing import in_order, refresh, refresh_passed
from apps.core.dates import today
from tests import factories
from tests.caseload import sen2
from tests.caseload.cases import DAY, a_case, a_plan, an_active_plan, an_extract, before

pytestmark = pytest.mark.usefixtures("as_cases")


def test_in_extract_mode_the_day_is_that_of_the_newest_extract():
    an_extract(date(2024, 1, 18))
    an_extract(DAY, is_synthetic=True)
    now = clock_now()
    assert (now.day, now.is_synthetic, now.words) == (
        DAY,
        True,
        "Records as at 16 January 2025. The clock's today is that day.",
    )


def test_in_live_mode_the_day_is_today(settings):
    settings.CASELOAD_MODE = "live"
    an_extract()
    assert clock_day() == today()
    assert clock_now().words.startswith("Live records.")


def test_a_case_that_waits():
    an_extract()
    request = a_case(before(41), key="R12", surname="Test")
    standing = CaseStanding.objects.get(request=request)
    assert (standing.reference_order, standing.surname, standing.stage) == ("R000000000012", "test", "requested")
    assert (standing.is_open, standing.plan_due_on, standing.next_due_on) == (True, before(-99), before(-1))
    assert (standing.limit, standing.about, standing.reckoned_on) == (clock.LIMITS["decision"], "", DAY)
    assert (standing.due_order, standing.received_order) == (before(-1), before(41))


def test_nothing_is_due_of_a_case_that_has_ended():
    an_extract()
    standing = CaseStanding.objects.get(request=a_case(before(41), "N", outcome_on=before(9)))
    assert (standing.stage, standing.is_open, standing.next_due_on) == ("refused", False, None)
    assert (standing.limit, standing.due_order) == (None, date(9999, 12, 31))


def test_what_lists_filter_by():
    extract = an_extract()
    request = a_case(before(900), "Y", outcome_on=before(860))
    a_plan(request, before(800))
    models.Assessment.objects.filter(request=request).update(has_exception=True)
    active = an_active_plan(request)
    models.Need.objects.create(key="1", active_plan=active, type="ASD", rank=2)
    models.Need.objects.create(key="2", active_plan=active, type="MLD", rank=1)
    models.Placement.objects.create(key="1", active_plan=active, urn="990001", left_on=before(3))
    place = models.Placement.objects.create(key="2", active_plan=active, setting="OLA")
    refresh([request])
    standing = CaseStanding.objects.get()
    assert (standing.need, standing.setting, standing.has_exception) == ("MLD", "OLA", True)
    assert (standing.is_missing, standing.has_missing, standing.has_query) == (False, False, False)
    models.SetAside.objects.create(
        extract=extract, table="senneed", record="2", row=2, code="x", message="So.", is_error=False
    )
    models.Placement.objects.filter(pk=place.pk).update(missing_since=extract)
    refresh([request])
    standing = CaseStanding.objects.get()
    assert (standing.is_missing, standing.has_missing, standing.has_query) == (False, True, True)
    assert standing.setting == "school"


def test_a_request_that_is_gone_is_not_waiting():
    extract = an_extract()
    request = a_case(before(200))
    models.Request.objects.filter(pk=request.pk).update(missing_since=extract)
    refresh([request])
    standing = CaseStanding.objects.get()
    assert (standing.is_missing, standing.is_open, standing.next_due_on) == (True, False, None)


def test_a_query_of_an_earlier_load_says_nothing_any_more():
    early = an_extract(before(300))
    an_extract()
    request = a_case()
    models.SetAside.objects.create(
        extract=early, table="person", record=request.child.key, row=2, code="x", message="So.", is_error=False
    )
    refresh([request])
    assert not CaseStanding.objects.get().has_query


def test_a_load_works_all_out():
    load(read_folder(sen2.FOLDER))
    assert CaseStanding.objects.count() == models.Request.objects.count() == 4676
    assert set(CaseStanding.objects.values_list("reckoned_on", flat=True)) == {clock_day()}
    expected = {key: clock.stage(facts, clock_day()) for key, facts in facts_of(models.Request.objects.all()).items()}
    assert dict(CaseStanding.objects.values_list("pk", "stage")) == expected


def test_a_trial_load_works_nothing_out():
    load(read_folder(sen2.FOLDER), keeps=False)
    assert CaseStanding.objects.count() == 0


def test_when_a_day_has_passed_only_what_is_of_another_day_is_worked_out(settings):
    settings.CASELOAD_MODE = "live"
    request = a_case(today() - timedelta(days=43))
    a_case(today())
    CaseStanding.objects.filter(request=request).update(reckoned_on=before(1), stage="ceased")
    CaseStanding.objects.exclude(request=request).update(stage="ceased")
    refresh_for_the_day(lambda done, total: None, on=today().isoformat())
    assert list(CaseStanding.objects.order_by("pk").values_list("stage", "reckoned_on")) == [
        ("requested", today()),
        ("ceased", today()),
    ]


def test_cases_that_were_never_worked_out_are(settings):
    a_case()
    request = models.Request.objects.create(key="new", child=models.Child.objects.get(), outcome="A", received_on=DAY)
    refresh_passed()
    assert CaseStanding.objects.filter(request=request).exists()


def test_ten_cases_take_as_many_queries_as_one():
    requests = [a_case() for _ in range(10)]
    with CaptureQueriesContext(connection) as one:
        refresh(requests[:1])
    with CaptureQueriesContext(connection) as ten:
        refresh(requests)
    assert len(one) == len(ten) == 10


def test_references_sort_as_people_count():
    assert sorted(["10", "9", "R2", "R11"], key=in_order) == ["9", "10", "R2", "R11"]


def test_assigning_writes_the_standing():
    request, person = a_case(), factories.PersonFactory()
    services.assign(requests=[request], caseworker=person, versions={request.pk: 0})
    assert CaseStanding.objects.get().caseworker == person
    assert models.Case.objects.get().version == 1
