"""A start of the site finds out without migrating whether the database is as the code wants it."""

import contextlib

import psycopg2
import pytest

from apps.core import grants
from apps.core.access import working_as
from apps.core.up_to_date import is_up_to_date


def test_a_migrated_database_is_up_to_date(db):
    assert is_up_to_date()


def test_a_right_that_the_code_changed_wants_a_migration(db, monkeypatch):
    monkeypatch.setattr(grants, "DEFAULT_RIGHTS", "select")
    assert not is_up_to_date()


NEWEST = """
DELETE FROM django_migrations
WHERE id = (SELECT id FROM django_migrations WHERE app = 'plans' ORDER BY name DESC LIMIT 1)
"""


@pytest.mark.parametrize(
    "statement",
    [NEWEST, "DROP SCHEMA as_known CASCADE", "DROP SCHEMA as_stood CASCADE"],
)
def test_what_is_lacking_wants_a_migration(committed_db, cluster, statement):
    with contextlib.closing(psycopg2.connect(cluster.url("owner", committed_db))) as owner, owner.cursor() as cursor:
        cursor.execute(statement)
        owner.commit()
    with working_as():
        assert not is_up_to_date()
