"""Two people at one release, and a draft made while a new extract is being loaded."""

import threading
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connections

from apps.accounts.models import OrganisationKind, Role
from apps.caseload.models import Child, Extract
from apps.core.access import WEB, WEB_CASES, working_as
from apps.core.dates import today
from apps.measures.models import Release, ReleaseCell
from apps.measures.releases import services
from tests import factories
from tests.cast import make_person
from tests.hostile.conftest import PATIENCE, at_once
from tests.measures.releasing import hold

pytestmark = pytest.mark.long
COUNTS = {("5 to 10", "ASD", "M"): 8, ("11 to 15", "ASD", "F"): 9}


@pytest.fixture
def people(committed_db):
    with working_as():
        council = factories.OrganisationFactory(name="Bury Council", kind=OrganisationKind.COUNCIL)
        made = SimpleNamespace(
            maker=make_person(Role.DATA_OFFICER, council, "Maker"),
            other=make_person(Role.DATA_OFFICER, council, "Other maker"),
            first=make_person(Role.EHC_MANAGER, council, "First manager"),
            second=make_person(Role.ADMINISTRATOR, council, "Second manager"),
        )
    with working_as(WEB_CASES):
        hold(COUNTS)
    return made


def work(role, service, **values):
    """A service in a transaction of its own; gives what it made, or the words of its refusal."""

    def run():
        try:
            with working_as(role):
                return service(**values)
        except services.Refused as refused:
            return refused.message

    return run


def make(person):
    with working_as(WEB_CASES):
        return services.make(by=person, on=today())


def test_two_people_release_the_same_draft(people):
    draft = make(people.maker)
    found = at_once(
        work(WEB, services.release_draft, release=draft, by=people.first),
        work(WEB, services.release_draft, release=draft, by=people.second),
    )
    assert [result for result in found if isinstance(result, str)] == ["Nothing was changed: this is released by now."]
    with working_as():
        assert Release.objects.get().released_by in (people.first, people.second)


def test_one_releases_what_another_drops(people):
    draft = make(people.maker)
    found = at_once(
        work(WEB, services.release_draft, release=draft, by=people.first),
        work(WEB, services.drop, release=draft, by=people.maker, reason="Not needed."),
    )
    refused = [result for result in found if isinstance(result, str)]
    with working_as():
        state = Release.objects.get().state
    said = {"released": "released", "dropped": "a draft that is not used"}[state]
    assert refused == [f"Nothing was changed: this is {said} by now."]


def test_two_people_make_a_draft_of_the_same_period(people):
    found = at_once(
        work(WEB_CASES, services.make, by=people.maker, on=today()),
        work(WEB_CASES, services.make, by=people.other, on=today()),
    )
    assert [result for result in found if isinstance(result, str)] == [
        "There is a release or a draft of this period already. Correct it instead, or drop the draft."
    ]
    with working_as():
        assert Release.objects.count() == 1


def test_two_people_correct_the_same_release(people):
    draft = make(people.maker)
    with working_as():
        release = services.release_draft(release=draft, by=people.first)
    with working_as(WEB_CASES):
        hold(COUNTS | {("5 to 10", "ASD", "M"): 10})
    found = at_once(
        work(WEB_CASES, services.correct, release=release, by=people.maker, note="Anew."),
        work(WEB_CASES, services.correct, release=release, by=people.other, note="Anew."),
    )
    assert [result for result in found if isinstance(result, str)] == [
        "This release has a correction, or a draft of one, already."
    ]


def test_a_draft_waits_for_the_extract_that_is_being_loaded(people):
    """The numbers and the extract they are said to come from are of one load, never of half of one."""
    is_loading, may_end = threading.Event(), threading.Event()

    def load():
        try:
            with working_as(WEB_CASES), connections["default"].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext('caseload_extract'))")
                extract = hold({("5 to 10", "ASD", "M"): 30})
                is_loading.set()
                assert may_end.wait(PATIENCE)
                return extract.digest
        finally:
            connections.close_all()

    def draft():
        try:
            assert is_loading.wait(PATIENCE)
            with working_as(WEB_CASES), connections["default"].cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '100ms'")
                services.make(by=people.maker, on=today())
            return "made"
        except OperationalError as waited:
            return str(waited).splitlines()[0]
        finally:
            may_end.set()
            connections.close_all()

    assert at_once(load, draft)[1] == "canceling statement due to lock timeout"
    made = make(people.maker)
    with working_as(WEB_CASES):
        assert made.extract_digest == Extract.objects.newest().digest
        assert Child.objects.filter(missing_since=None).count() == 30
    total = ReleaseCell.objects.filter(table__release=made, table__key="plans-age", is_total=True)
    with working_as():
        assert total.get().value == 30
