"""The made-up caseload: loaded once, marked, and removed with all that was done with it, but never anything real."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from apps.accounts.models import Role
from apps.caseload.models import AdviceRequest, Case, Child, Extract, Request, Trial, View
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_files
from apps.core.access import WEB_CASES, working_as
from apps.dashboards import bury, demonstration_caseload
from tests import factories
from tests.caseload.cases import a_case
from tests.caseload.uploads import files
from tests.cast import make_person
from tests.database import use_database


def rows_of_cases():
    """``{table: rows}`` of every table about single children, history included, that has any."""
    names = [n for n in connection.introspection.table_names() if n.startswith("caseload_")]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{n}', count(*) FROM {n}" for n in names))  # noqa: S608 - our names
        return {name: count for name, count in cursor.fetchall() if count}


def clear(name, cluster):
    use_database(name, cluster.url("owner", name))
    call_command("clear_demonstration", verbosity=0)
    use_database(name, cluster.url("app", name))


@pytest.mark.long
def test_it_is_loaded_once_marked_and_removed_with_what_was_done_with_it(committed_db, cluster, capsys):
    with working_as():
        bury.load_all()
    call_command("load_demonstration", "--if-empty", "--caseload")
    assert "The made-up caseload has 29210 records" in capsys.readouterr().out
    with working_as(WEB_CASES):
        assert [extract.is_synthetic for extract in Extract.objects.all()] == [True]
        loaded = rows_of_cases()
        request = Request.objects.get(key="1508")
        person = factories.PersonFactory()
        Case.objects.create(request=request, caseworker=person)
        AdviceRequest.objects.create(request=request, service="ep", asked_on=date(2025, 3, 1))
        extract = Extract.objects.get()
        trial = Trial.objects.create(uploaded_by=person, state="checked", is_synthetic=True, base=extract)
        trial.files.create(module="person", name="person.csv", content=b"")
        View.objects.create(person=person, page="case", requests=[request.pk])
    call_command("load_demonstration", "--if-empty", "--caseload")
    with working_as(WEB_CASES):
        assert {name: rows_of_cases()[name] for name in loaded} == loaded
    clear(committed_db, cluster)
    with working_as(WEB_CASES):
        # The load's own history stays, so that the next start does not load what was cleared on purpose.
        assert set(rows_of_cases()) == {"caseload_extractevent"}
    call_command("load_demonstration", "--if-empty", "--caseload")
    with working_as(WEB_CASES):
        assert not Child.objects.exists()


def test_some_cases_are_shared_out_among_the_demonstration_s_caseworkers(as_cases, council):
    load(read_files(files()))
    first, second = (_demonstrates(Role.EHC_CASEWORKER, council, name) for name in ("First", "Second"))
    _demonstrates(Role.EHC_MANAGER, council, "Manager")
    make_person(Role.EHC_CASEWORKER, council, "Real caseworker")
    extract = Extract.objects.get()
    waiting = [a_case(key=f"open {number}") for number in range(6)]
    entered = a_case(key="entered here")
    for case in waiting:
        Child.objects.filter(pk=case.child_id).update(first_extract=extract)
    assert demonstration_caseload.share_out(date(2026, 11, 1)) == 4
    found = Case.objects.values_list("request__key", "caseworker__name")
    assert dict(found) == {"open 0": "First", "open 1": "Second", "open 5": "First", "1": "First"}
    assert first.cases.filter(request__standing__caseworker=first).count() == 3
    assert second.cases.count() == 1
    assert demonstration_caseload.share_out(date(2026, 11, 1)) == 0
    assert not Case.objects.filter(request=entered).exists()


def test_nothing_is_shared_out_once_a_case_was_worked(as_cases, council):
    load(read_files(files()))
    _demonstrates(Role.EHC_CASEWORKER, council, "First")
    Case.objects.create(request=Request.objects.get())
    assert demonstration_caseload.share_out(date(2026, 11, 1)) == 0
    assert not Case.objects.exclude(caseworker=None).exists()


def _demonstrates(role, organisation, name):
    person = make_person(role, organisation, name)
    person.is_demonstration = True
    person.save()
    return person


def test_what_is_real_stays(committed_db, cluster):
    with working_as(WEB_CASES):
        extract = Extract.objects.create(
            return_year=2025,
            reference_on=date(2025, 1, 16),
            as_at=date(2025, 4, 1),
            local_authority="351",
            digest="0" * 64,
        )
        loaded = Child.objects.create(key="1", surname="TEST1", first_extract=extract)
        entered = Child.objects.create(key="2", surname="TEST2")
        for number, child in enumerate((loaded, entered)):
            request = Request.objects.create(key=str(number), child=child, outcome="A")
            Case.objects.create(request=request)
        before = rows_of_cases()
        assert demonstration_caseload.has_been_used()
    clear(committed_db, cluster)
    with working_as(WEB_CASES):
        assert rows_of_cases() == before
