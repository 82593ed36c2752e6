"""The database roles: what the site may do is said by PostgreSQL, not only by us."""

from contextlib import closing

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.db.utils import InternalError

from apps.accounts.models import Organisation
from apps.core.access import assume
from apps.plans.models import ActionDecision, StatusUpdate
from tests import factories


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_requests_work_under_the_role_that_sees_no_child(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == ("sendtracker_web", "sendtracker_app")


def test_the_login_has_no_rights_of_its_own(django_db_setup, cluster):
    with closing(psycopg2.connect(cluster.url("app", "sendtracker_test"))) as login, login.cursor() as cursor:
        refused = pytest.raises(psycopg2.errors.InsufficientPrivilege)
        with refused:
            cursor.execute("SELECT 1 FROM accounts_person")


def test_the_site_cannot_migrate_and_is_told_who_does(db):
    with pytest.raises(CommandError, match="^Migrations are run by sendtracker_owner: set DATABASE_OWNER_URL$"):
        call_command("migrate", verbosity=0)


def test_resetting_the_role_gives_nothing(db):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        run("RESET ROLE")
        run("SELECT 1 FROM accounts_person")


def test_an_unknown_role_is_refused(db):
    with pytest.raises(ValueError, match="postgres is not a role"):
        assume("postgres")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_organisationevent SET name = 'other'",
        "DELETE FROM accounts_organisationevent",
        "TRUNCATE accounts_organisationevent",
        "ALTER TABLE accounts_organisation DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "UPDATE plans_statusupdate SET narrative = 'other'",
        "DELETE FROM plans_statusupdate",
        "DELETE FROM plans_action",
        "CREATE TABLE mine (id int)",
    ],
)
def test_the_site_cannot_rewrite_what_was_recorded(db, statement):
    with pytest.raises((ProgrammingError, InternalError), match="permission denied|must be owner"):
        run(statement)


def test_triggers_cannot_be_ignored(db):
    organisation = factories.OrganisationFactory(name="First name")
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = 'accounts_organisation'::regclass")
        names = ",".join(name for (name,) in cursor.fetchall())
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{names}}}"])
    Organisation.objects.filter(pk=organisation.pk).update(name="Second name")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgh_label, name FROM accounts_organisationevent ORDER BY pgh_id")
        assert cursor.fetchall() == [("insert", "First name"), ("update", "Second name")]


def test_bulk_writes_are_in_the_history(db):
    for _ in range(3):
        factories.OrganisationFactory()
    Organisation.objects.update(kind="health")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_organisationevent WHERE pgh_label = 'update'")
        assert cursor.fetchone() == (3,)


@pytest.mark.parametrize("model", [StatusUpdate, ActionDecision])
def test_dated_rows_can_only_be_added(db, model):
    assert model.database_rights == "select, insert"
