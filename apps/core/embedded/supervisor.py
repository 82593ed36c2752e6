"""Starts the database, the web server and the worker, keeps them running and stops them all together."""

import contextlib
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from apps.core.embedded import addresses
from apps.core.embedded.cluster import Cluster, ClusterError, die_with_parent

BASE_DIR = Path(__file__).resolve().parents[3]
CHECK_SECONDS = 0.3
CONNECT_SECONDS = 10
LONGEST_WAIT = 30
# How loading ends where the database must be migrated first.
BEHIND = 3


class Child:
    """A process that is started again when it dies, sooner at first, later when it keeps dying."""

    def __init__(self, name, command, environment):
        self.name, self.command, self.environment = name, command, environment
        self.process, self.failures, self.not_before, self.began = None, 0, 0, 0

    def start(self):
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            cwd=BASE_DIR,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def look_after(self):
        """Start it again if it died; called a few times a second."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        if not self.not_before:
            self.failures = 0 if now - self.began > LONGEST_WAIT * 2 else self.failures + 1
            self.not_before = now + min(LONGEST_WAIT, 2 ** (self.failures - 1) - 1 if self.failures else 0)
            say(f"The {self.name} stopped; starting it again.")
        if now >= self.not_before:
            self.not_before = 0
            self.start()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds):
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Stopped(Exception):
    """A signal asked to stop."""


class Supervisor:
    """``run`` serves until INT, TERM or HUP; the environment says where (see docs/running.md)."""

    def __init__(self, environment):
        self.environment = dict(environment)
        self.port = int(environment.get("PORT", "8000"))
        self.data_dir = Path(environment.get("DATA_DIR", BASE_DIR / ".data")).absolute()
        self.cluster = None
        self.children = []
        self.next_check, self.unanswered = 0, 0
        self.lock = None

    def run(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        try:
            self._start()
            while True:
                time.sleep(CHECK_SECONDS)
                self._look_after()
        except Stopped:
            say("Stopping.")
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            self._stop_all()

    def _start(self):
        self._require_free_port()
        site = self._site_environment()
        if self._load(site, may_end_with=BEHIND) == BEHIND:
            self._migrate(site)
            self._load(site)
        gunicorn = [sys.executable, "-m", "gunicorn", "sendtracker.wsgi", "--workers", "2", "--timeout", "60"]
        gunicorn += ["--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"]
        manage = [sys.executable, str(BASE_DIR / "manage.py")]
        self.children = [Child("web server", gunicorn, site), Child("worker", [*manage, "run_jobs"], site)]
        for child in self.children:
            child.start()
        self._wait_for_page()
        self._tell(site)

    def _require_free_port(self):
        with contextlib.closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError:
                raise ClusterError(f"Port {self.port} is in use. Set PORT to another one.") from None

    def _lock_data_dir(self):
        """One supervisor a data folder: held until this process ends, however it ends."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self.lock = (self.data_dir / "supervisor.lock").open("a+")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.lock.seek(0)
            raise ClusterError(
                f"Another copy (process {self.lock.read().strip()}) already works on {self.data_dir}. "
                "Stop it, or set DATA_DIR to another folder."
            ) from None
        self.lock.truncate(0)
        self.lock.write(f"{os.getpid()}\n")
        self.lock.flush()

    def _site_environment(self):
        """What web server and worker are given: the login without rights, never the owner's."""
        site = {key: value for key, value in self.environment.items() if key != "DATABASE_OWNER_URL"}
        site |= {"DATA_DIR": str(self.data_dir), "PORT": str(self.port), "PYTHONUNBUFFERED": "1"}
        if self.environment.get("DATABASE_URL"):
            self.owner_url = self.environment.get("DATABASE_OWNER_URL")
            return site
        self._lock_data_dir()
        say("Starting the database.")
        self.cluster = Cluster(self.data_dir)
        self.cluster.start()
        self.cluster.make_database()
        self.owner_url = self.cluster.url("owner")
        site.setdefault("SECRET_KEY", self.cluster.secrets["secret_key"])
        site.setdefault("SECURE", "0")
        addresses.write(
            self.data_dir,
            app=self.cluster.url("app"),
            owner=self.owner_url,
            secret_key=site["SECRET_KEY"],
            server=self.cluster.server,
        )
        return site | {"DATABASE_URL": self.cluster.url("app"), "DEMO": "1"}

    def _migrate(self, site):
        if not self.owner_url:
            raise ClusterError("The database wants migrations: set DATABASE_OWNER_URL to the owner's login.")
        say("Bringing its tables up to date; the first time takes some seconds.")
        self._manage(site | {"DATABASE_OWNER_URL": self.owner_url}, "migrate", "--verbosity", "0")

    def _load(self, site, may_end_with=0):
        demonstration = ["--demonstration", str(self._password_file())] if self.cluster else []
        return self._manage(site, "load_at_start", *demonstration, may_end_with=may_end_with)

    def _password_file(self):
        return self.data_dir / "demo-people.txt"

    def _manage(self, environment, *arguments, may_end_with=0):
        command = [sys.executable, str(BASE_DIR / "manage.py"), *arguments]
        done = subprocess.run(command, env=environment, cwd=BASE_DIR, check=False)
        if done.returncode not in (0, may_end_with):
            raise ClusterError(f"“manage.py {arguments[0]}” failed; what it says stands above.")
        return done.returncode

    def _wait_for_page(self, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with (
                contextlib.suppress(OSError),
                contextlib.closing(socket.create_connection(("127.0.0.1", self.port), 1)),
            ):
                return
            time.sleep(0.1)
        raise ClusterError("The web server does not answer; what it says stands above.")

    def _tell(self, site):
        say(f"SEND Tracker is at http://127.0.0.1:{self.port}/  (Ctrl-C stops it)")
        if self.cluster and self._password_file().exists():
            say("Demonstration sign-ins, one for each role:")
            print(self._password_file().read_text(), flush=True)

    def _look_after(self):
        if self.cluster:
            self._look_after_database()
        for child in self.children:
            child.look_after()

    def _look_after_database(self):
        """Start it again when its process is gone, or when it leaves three connections in a row unanswered."""
        now = time.monotonic()
        if self.cluster.is_running() and now >= self.next_check:
            self.next_check = now + CONNECT_SECONDS
            self.unanswered = 0 if self.cluster.is_ready() else self.unanswered + 1
        if self.cluster.is_running() and self.unanswered < 3:
            return
        say("The database stopped; starting it again.")
        self.unanswered = 0
        self.cluster.stop()
        try:
            self.cluster.start()
        except ClusterError as error:
            # Processes of the server that died may hold its memory for a moment longer.
            say(str(error))
        else:
            say("The database runs again.")

    def _stop_all(self):
        for child in self.children:
            child.stop()
        for child in self.children:
            if child.process:
                child.wait(10)
        if self.cluster:
            addresses.forget(self.data_dir)
            self.cluster.stop()


def _stop(number, frame):
    raise Stopped


def say(text):
    print(text, flush=True)


def main():
    """Exit status 1, with what to do, when the site cannot run."""
    try:
        Supervisor(os.environ).run()
    except ClusterError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
