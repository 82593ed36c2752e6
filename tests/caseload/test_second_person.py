"""Exceptions: a second person authorises them, and what they do to the figure without exceptions, in either mode."""

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.models import Role
from apps.caseload import figures, live, models, work
from apps.caseload.models import Assessment, Case, StatutoryException
from apps.core.changes import Refused
from apps.core.dates import today
from tests.caseload.cases import DAY, a_case, a_plan, an_extract, before
from tests.caseload.people import opened, plain, sent
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases")
WORDS = "Another person must authorise it: choose an EHC manager who did not record it."
FIELDS = {"ground": "10(4)(c)", "reason": "Illness.", "starts_on": before(100)}
NOT_IN_RETURN = "the newest extract does not mark one"
WITHOUT_GROUND = "It does not say on which ground."


@pytest.fixture
def case(db):
    an_extract()
    return a_case(before(150), "Y", outcome_on=before(120))


@pytest.fixture
def second(council):
    return make_person(Role.EHC_MANAGER, council, "Second manager")


@pytest.fixture
def is_live(settings):
    settings.CASELOAD_MODE = "live"


def version(case):
    return Case.objects.filter(request=case).values_list("version", flat=True).first() or 0


def record(case, by, authorised_by, **fields):
    details = {"request": case, "by": by, "version": version(case), "recorded_on": today()}
    return work.add(StatutoryException, **details, **FIELDS | fields, authorised_by=authorised_by)


def change(row, by, **fields):
    return work.change(row, version=version(row.request), recorded_on=today(), by=by, reason="Wrong.", **fields)


def test_who_records_an_exception_does_not_authorise_it(case, manager, second):
    with pytest.raises(Refused) as refused:
        record(case, manager, manager)
    assert (refused.value.message, refused.value.field) == (WORDS, "authorised_by")
    assert record(case, manager, second).authorised_by == second


def test_nor_does_who_corrects_it(case, caseworker, manager, second):
    row = record(case, manager, second)
    for by in (manager, second):
        with pytest.raises(Refused):
            change(row, by, authorised_by=manager)
    other = make_person(Role.EHC_MANAGER, manager.memberships.get().organisation, "Third manager")
    with pytest.raises(Refused):
        change(row, other, authorised_by=other)
    assert change(row, caseworker, authorised_by=other).authorised_by == other


def test_the_database_refuses_it_too(case, manager, second):
    with pytest.raises(IntegrityError, match="cannot authorise it"), transaction.atomic():
        StatutoryException.objects.create(request=case, recorded_by=manager, authorised_by=manager, **FIELDS)
    row = record(case, manager, second)
    with pytest.raises(IntegrityError, match="cannot authorise it"), transaction.atomic():
        StatutoryException.objects.filter(pk=row.pk).update(authorised_by=manager)


def test_the_form_says_so_beside_the_manager(case, manager):
    typed = {"ground": "10(4)(c)", "reason": "Illness.", "starts_on": "8/10/2024", "authorised_by": manager.pk}
    text = sent(manager, f"{case.get_absolute_url()}add/exception/", typed).text
    assert WORDS in text
    assert 'href="#id_authorised_by"' in text
    assert not StatutoryException.objects.exists()


def counted():
    year = figures.plans_issued([DAY.year])[DAY.year]
    return year.issued, year.without_exception


def test_in_extract_mode_the_mark_of_the_case_system_counts(case, manager, second):
    a_plan(case, before(5))
    record(case, manager, second)
    assert counted() == (1, 1)
    text = plain(opened(manager, case.get_absolute_url()))
    assert NOT_IN_RETURN in text
    Assessment.objects.update(has_exception=True)
    assert counted() == (1, 0)
    text = plain(opened(manager, case.get_absolute_url()))
    assert (NOT_IN_RETURN in text, WITHOUT_GROUND in text) == (False, False)
    row = StatutoryException.objects.get()
    work.take_back(row, by=manager, version=version(case), recorded_on=today(), reason="Another case.")
    assert WITHOUT_GROUND in plain(opened(manager, case.get_absolute_url()))


def issued_here(case):
    live.decide(request=case, version=version(case), outcome="Y", outcome_on=before(120), recorded_on=today())
    details = {"request": case, "version": version(case), "starts_on": before(5), "recorded_on": today()}
    return live.issue_plan(**details, need="ASD", urn="990001")


def test_in_live_mode_the_recorded_exception_decides_also_after_the_issue(is_live, manager, second):
    case = a_case(before(150))
    issued_here(case)
    assert counted() == (1, 1)
    row = record(case, manager, second)
    assert counted() == (1, 0)
    work.take_back(row, by=manager, version=version(case), recorded_on=today(), reason="Another case.")
    assert counted() == (1, 1)


@pytest.mark.parametrize(
    ("fields", "without_exception"),
    [
        ({"starts_on": before(10)}, 0),
        ({"starts_on": before(9)}, 1),
        ({"ends_on": before(150), "starts_on": before(160)}, 0),
        ({"ends_on": before(151), "starts_on": before(160)}, 1),
        ({"ground": "5(4)(a)"}, 1),
    ],
)
def test_only_what_touches_the_20_weeks_counts(is_live, manager, second, fields, without_exception):
    case = a_case(before(150))
    record(case, manager, second, **fields)
    issued_here(case)
    assert counted() == (1, without_exception)


def test_a_plan_that_came_with_a_load_keeps_its_mark(is_live, case, manager, second):
    extract = models.Extract.objects.get()
    a_plan(case, before(5), first_extract=extract)
    Assessment.objects.update(has_exception=True)
    row = record(case, manager, second)
    work.take_back(row, by=manager, version=version(case), recorded_on=today(), reason="Another case.")
    assert counted() == (1, 0)
