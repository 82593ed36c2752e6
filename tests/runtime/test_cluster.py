"""The embedded PostgreSQL: who may reach it, and what it does after a crash."""

import os
import signal
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from apps.core.embedded.cluster import Cluster, ClusterError

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="Only root has to give PostgreSQL a user of its own")


@pytest.fixture
def folder(tmp_path_factory):
    """A data folder that the database's user can reach."""
    path = tmp_path_factory.mktemp("data")
    for parent in [path, *path.parents]:
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    return path


@pytest.fixture
def started(folder):
    cluster = Cluster(folder, settings=("fsync=off",))
    cluster.start()
    yield cluster
    cluster.stop()


def test_passwords_and_data_are_for_their_owner_only(started):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (started.data, started.socket)}
    assert modes == {"postgres": 0o700, "socket": 0o700}
    assert stat.S_IMODE((started.folder / "secrets.json").stat().st_mode) == 0o600


def test_nothing_listens_on_the_network(started):
    with closing(started.connect("postgres")) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW listen_addresses")
        assert cursor.fetchone() == ("",)


def test_a_wrong_password_is_refused(started):
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(host=str(started.socket), dbname="postgres", user="postgres", password="wrong")


def test_data_outlives_a_kill(started, folder):
    started.make_database()
    with closing(started.connect()) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)")
    os.kill(started.process.pid, signal.SIGKILL)
    started.process.wait()
    again = Cluster(folder, settings=("fsync=off",))
    for _ in range(20):
        try:
            again.start()
            break
        except ClusterError:
            continue
    with closing(again.connect()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT n FROM kept")
        assert cursor.fetchone() == (1,)
    again.stop()


def test_a_stale_pid_file_of_another_process_does_no_harm(started, folder):
    started.stop()
    with subprocess.Popen(["sleep", "60"]) as other:
        pid_file = started.data / "postmaster.pid"
        pid_file.write_text(f"{other.pid}\n{started.data}\n")
        started.start()
        assert other.poll() is None
        other.kill()
    assert started.is_ready()


def test_a_server_that_was_left_behind_is_stopped(started, folder):
    left_behind = started.process
    again = Cluster(folder, settings=("fsync=off",))
    again.start()
    assert left_behind.wait(10) == 0
    assert again.is_ready()
    again.stop()


def test_a_long_data_folder_gets_a_short_socket_each_time_it_starts(folder):
    cluster = Cluster(folder / ("long-" * 20), settings=("fsync=off",))
    assert len(str(cluster.socket / ".s.PGSQL.5432.lock")) <= 107
    for _ in range(2):
        cluster.start()
        assert cluster.is_ready()
        cluster.stop()
        assert not cluster.socket.exists()


@as_root
def test_a_closed_home_is_refused_and_stays_closed(tmp_path, monkeypatch):
    home = Path("/root")
    if home.stat().st_mode & stat.S_IXOTH:
        pytest.skip("root's home is open on this machine")
    before = home.stat().st_mode
    with pytest.raises(ClusterError, match="lies in /root, which is closed to other users"):
        Cluster(home / "send-tracker-test")
    assert home.stat().st_mode == before
    (home / "send-tracker-test").rmdir()


@as_root
def test_postgres_does_not_run_as_root(started):
    assert started.data.stat().st_uid == started.user.pw_uid != 0
    status = Path(f"/proc/{started.process.pid}/status").read_text()
    assert f"Uid:\t{started.user.pw_uid}\t{started.user.pw_uid}" in status
