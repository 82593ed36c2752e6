"""``manage.py`` in a second terminal finds the embedded database that the supervisor has started, and starts none."""

import os
import stat
import subprocess
import sys

import pytest

from apps.core.embedded import addresses
from apps.core.embedded.supervisor import BASE_DIR
from tests.database import TEMPLATE

HIDDEN = ("DATABASE_URL", "DATABASE_OWNER_URL", "SECRET_KEY", "SECURE", "DEMO", "DJANGO_SETTINGS_MODULE", "DATA_DIR")


def manage(*arguments, python=(sys.executable,), **environment):
    """What ``manage.py`` says in a terminal in which nothing else is set."""
    kept = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    command = [*python, str(BASE_DIR / "manage.py"), *arguments]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, check=False)


@pytest.fixture
def data_dir(cluster, django_db_setup, tmp_path):
    """A data folder as the supervisor leaves it while the site runs."""
    urls = {role: cluster.url(role, TEMPLATE) for role in ("app", "owner")}
    addresses.write(tmp_path, **urls, secret_key="for-tests-only", server=cluster.server)
    return tmp_path


def test_a_command_works_on_the_running_database(data_dir):
    done = manage("measures", DATA_DIR=str(data_dir))
    assert "No extract has been loaded, so there are no figures." in done.stderr


def test_the_owner_migrates_and_the_site_does_the_rest(data_dir):
    said = data_dir / addresses.FILE
    assert stat.S_IMODE(said.stat().st_mode) == 0o600
    environment = {"DATA_DIR": str(data_dir)}
    ordinary = addresses.site_environment(environment, BASE_DIR, "measures")
    assert "DATABASE_OWNER_URL" not in ordinary
    assert "sendtracker_app" in ordinary["DATABASE_URL"]
    for command in ("migrate", "clear_demonstration"):
        owned = addresses.site_environment(environment, BASE_DIR, command)
        assert "sendtracker_owner" in owned["DATABASE_OWNER_URL"]
    assert manage("migrate", "--check", **environment).returncode == 0


def test_what_the_environment_says_comes_first(data_dir):
    environment = {"DATA_DIR": str(data_dir), "SECRET_KEY": "own", "SECURE": "1"}
    found = addresses.site_environment(environment, BASE_DIR)
    assert set(found) == {"DATABASE_URL", "DATA_DIR", "DEMO"}
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        assert addresses.site_environment(environment | {name: "postgres://elsewhere"}, BASE_DIR) == {}


def test_a_database_that_is_not_running_is_said(tmp_path):
    stopped = manage("measures", DATA_DIR=str(tmp_path))
    advice = f"The database in {tmp_path} is not running. Start the site with make run first."
    assert (stopped.returncode, stopped.stderr.strip()) == (1, advice)
    # As after a supervisor that was killed: the addresses are there, and nobody answers.
    addresses.write(tmp_path, app="x", owner="x", secret_key="x", server=tmp_path / "nobody")
    killed = manage("measures", DATA_DIR=str(tmp_path))
    assert (killed.returncode, killed.stderr.strip()) == (1, advice)
    assert sorted(path.name for path in tmp_path.iterdir()) == [addresses.FILE]


def test_a_missing_data_folder_is_said_and_not_made(tmp_path):
    folder = tmp_path / "elsewhere"
    done = manage("measures", DATA_DIR=str(folder))
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"There is no data folder {folder}. Start the site with make run first, or set DATA_DIR to its folder."
    )
    assert not folder.exists()


def test_python_without_the_site_s_packages_is_told_which_to_take():
    done = manage("measures", python=(sys.executable, "-S", "-E"))
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "Run it with the site's own Python: .venv/bin/python manage.py …  (make run makes it.)"
    )


def test_the_supervisor_takes_its_addresses_back_when_it_stops(data_dir):
    addresses.forget(data_dir)
    assert not (data_dir / addresses.FILE).exists()
    addresses.forget(data_dir)
