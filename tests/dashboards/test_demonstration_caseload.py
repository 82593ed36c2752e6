"""The made-up caseload: loaded once, marked, and removed with all that was done with it, but never anything real."""

from datetime import date

from django.core.management import call_command
from django.db import connection

from apps.caseload.models import AdviceRequest, Case, Child, Extract, Request, Trial, View
from apps.core.access import WEB_CASES, working_as
from apps.dashboards import bury, demonstration_caseload
from tests import factories
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
