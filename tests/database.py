"""The test database: a cluster of its own, migrated by the owner, used as the login that has no rights of its own.

Every test with database access runs in a transaction under ``sendtracker_web``, as a request would. Tests that must
commit (browsers, races) get a copy of the migrated database and drop it afterwards.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connections
from psycopg2 import sql

from apps.core.access import WEB, WEB_CASES, assume
from apps.core.embedded.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".build" / "test-databases"
TEMPLATE = "sendtracker_test"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
# Autovacuum does not see the rows of a test, which are never committed: it would record full tables as empty,
# and a query planned for empty tables may take hours.
FAST += ("autovacuum=off",)


@pytest.fixture(scope="session")
def cluster(django_db_blocker):
    """A PostgreSQL that lives as long as the test run, a copy of one that was migrated before."""
    folder = Path(tempfile.mkdtemp(prefix="send-"))
    folder.chmod(0o711)
    with django_db_blocker.unblock():
        _copy_folder(_migrated(), folder)
    cluster = Cluster(folder, settings=FAST)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _migrated():
    """The folder of a migrated cluster at rest, made once for each state of the migrations; others wait for it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    wanted = KEPT / _state_of_migrations()
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            for old in KEPT.glob("*/"):
                shutil.rmtree(old)
            _migrate_into(wanted)
    return wanted


def _migrate_into(wanted):
    with tempfile.TemporaryDirectory(prefix="send-") as made:
        Path(made).chmod(0o711)
        cluster = Cluster(Path(made), settings=FAST)
        try:
            cluster.start()
            cluster.make_database(TEMPLATE)
            use_database(TEMPLATE, cluster.url("owner", TEMPLATE))
            call_command("migrate", verbosity=0)
            connections.close_all()
        finally:
            cluster.stop()
        unfinished = KEPT / "unfinished"
        unfinished.mkdir(mode=0o700)
        _copy_folder(made, unfinished)
        unfinished.rename(wanted)


def _state_of_migrations():
    files = sorted([*ROOT.glob("apps/*/migrations/*.py"), *ROOT.glob("apps/**/*.sql"), ROOT / "requirements.txt"])
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _copy_folder(source, target):
    """Copy what lies in a folder with its owners and modes, as PostgreSQL insists on both."""
    for part in ("postgres", "secrets.json"):
        subprocess.run(["cp", "-a", Path(source) / part, target], check=True)


def use_database(name, url):
    """Point Django's connection at a database and login."""
    parts = urlsplit(url)
    database = connections["default"].settings_dict
    connections["default"].close()
    database.update(
        NAME=name, USER=parts.username, PASSWORD=parts.password, HOST=parts.query.removeprefix("host="), OPTIONS={}
    )
    os.environ["DATABASE_URL"] = url


@pytest.fixture(scope="session")
def django_db_setup(cluster, django_db_blocker):
    """Set rights as owner, as they may be newer than the migrations; then go on as the site's login."""
    with django_db_blocker.unblock():
        use_database(TEMPLATE, cluster.url("owner", TEMPLATE))
        call_command("migrate", verbosity=0)
        use_database(TEMPLATE, cluster.url("app", TEMPLATE))
        yield
        connections.close_all()


@pytest.fixture(autouse=True)
def _as_web(request):
    """A test that uses the database works under the role of a request."""
    if "db" in request.fixturenames:
        request.getfixturevalue("db")
        assume(WEB)


@pytest.fixture
def as_cases(db):
    """Go on under the role that sees single children."""
    assume(WEB_CASES)


@pytest.fixture
def owner_connection(cluster):
    """A connection of its own as the owner of the tables."""
    with contextlib.closing(_connect(cluster.url("owner", TEMPLATE))) as owner:
        yield owner


def _connect(url):
    made = psycopg2.connect(url)
    made.autocommit = True
    return made


@pytest.fixture
def committed_db(django_db_setup, django_db_blocker, cluster):
    """A copy of the migrated database in which a test may commit; dropped afterwards."""
    name = "sendtracker_copy"
    with django_db_blocker.unblock():
        connections.close_all()
        _copy_database(cluster, name)
        use_database(name, cluster.url("app", name))
        try:
            yield name
        finally:
            connections.close_all()
            use_database(TEMPLATE, cluster.url("app", TEMPLATE))
            with contextlib.closing(cluster.connect("postgres")) as maintenance, maintenance.cursor() as cursor:
                cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _copy_database(cluster, name):
    with contextlib.closing(cluster.connect("postgres")) as maintenance, maintenance.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        cursor.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER sendtracker_owner").format(
                sql.Identifier(name), sql.Identifier(TEMPLATE)
            )
        )


@pytest.fixture
def media(tmp_path, settings):
    """Uploaded files of a test, in a folder of its own."""
    storages = {**settings.STORAGES}
    storages["default"] = {**storages["default"], "OPTIONS": {"location": tmp_path, "file_permissions_mode": 0o600}}
    settings.STORAGES = storages
    return tmp_path
