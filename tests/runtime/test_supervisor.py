"""The whole site under its supervisor: what dies is started again, and nothing is left behind."""

import contextlib
import os
import queue
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from apps.core.embedded.supervisor import BASE_DIR

pytestmark = pytest.mark.long
PATIENCE = 900


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """A supervisor of its own on a free port and data folder."""

    def __init__(self, folder):
        self.port, self.folder = free_port(), folder
        hidden = ("DATABASE_URL", "DATABASE_OWNER_URL", "SECRET_KEY", "SECURE", "DEMO", "DJANGO_SETTINGS_MODULE")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "apps.core.embedded.supervisor"],
            cwd=BASE_DIR,
            env=environment | {"PORT": str(self.port), "DATA_DIR": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines, self.said = [], queue.Queue()
        # Read all the time: a site whose words nobody reads would wait for a reader.
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            self.said.put(line)
        self.said.put("")

    def wait_for(self, words):
        """Read what it says until the words come."""
        while line := self.said.get(timeout=PATIENCE):
            self.lines.append(line)
            if words in line:
                return line
        raise AssertionError("".join(self.lines))

    def answers(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sign-in/", timeout=PATIENCE) as page:
            return b"<h1" in page.read()

    def processes(self, words):
        """Process numbers whose command line names the words and this site."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                command = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
                environment = (path.parent / "environ").read_bytes().decode(errors="replace")
                if words in command and (f"DATA_DIR={self.folder}" in environment or str(self.folder) in command):
                    found.append(int(path.parent.name))
        return sorted(found)


@pytest.fixture
def site():
    # Not in pytest's own folder, which another run of pytest closes to the database's user.
    with tempfile.TemporaryDirectory(prefix="send-site-") as folder:
        Path(folder).chmod(0o711)
        made = Site(Path(folder))
        yield made
        if made.process.poll() is None:
            made.process.send_signal(signal.SIGTERM)
            made.process.wait(PATIENCE)


def test_the_site_is_served_and_stops_without_a_trace(site):
    site.wait_for("SEND Tracker is at")
    site.wait_for("scrutiny-member@demo.example")
    assert site.answers()
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(PATIENCE) == 0
    assert site.processes("") == []


def test_what_is_killed_is_started_again(site):
    site.wait_for("SEND Tracker is at")
    for words, said in (("run_jobs", "The worker stopped"), ("gunicorn", "The web server stopped")):
        os.kill(site.processes(words)[0], signal.SIGKILL)
        site.wait_for(said)
    os.kill(site.processes("bin/postgres -D")[0], signal.SIGKILL)
    # Until then a web process may still answer by a connection whose server does not know yet that it is alone.
    site.wait_for("The database runs again")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            if site.answers():
                break
    assert site.answers()


def test_a_killed_supervisor_leaves_a_site_that_starts_again(site):
    site.wait_for("SEND Tracker is at")
    os.kill(site.process.pid, signal.SIGKILL)
    site.process.wait()
    again = Site(site.folder)
    again.wait_for("SEND Tracker is at")
    assert again.answers()
    again.process.send_signal(signal.SIGTERM)
    assert again.process.wait(PATIENCE) == 0


def test_a_second_copy_on_the_same_data_is_refused_and_the_first_goes_on(site):
    site.wait_for("SEND Tracker is at")
    second = Site(site.folder)
    line = second.wait_for("already works on")
    assert f"Another copy (process {site.process.pid}) already works on {site.folder}." in line
    assert second.process.wait(PATIENCE) == 1
    assert site.answers()


def test_a_port_in_use_is_said(tmp_path):
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "apps.core.embedded.supervisor"],
            cwd=BASE_DIR,
            env=os.environ | {"PORT": str(port), "DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.strip()) == (1, f"Port {port} is in use. Set PORT to another one.")
