"""Where the running embedded database is: the supervisor writes it down, ``manage.py`` in another terminal reads it.

Nothing here starts a server, and nothing needs more than Python itself.
"""

import json
import os
import socket
from pathlib import Path

FILE = "addresses.json"
# Commands that only the owner of the tables may run; all others sign in as the site does.
OWNER_COMMANDS = frozenset({"migrate", "clear_demonstration"})


class NotRunning(Exception):
    """The embedded database cannot be reached; the message says what to do."""


def write(folder, *, app, owner, secret_key, server):
    """Write the addresses down, readable by nobody else; ``server`` is the path of the server's socket."""
    said = json.dumps({"app": app, "owner": owner, "secret_key": secret_key, "server": str(server)})
    path = Path(folder) / FILE
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(said)


def forget(folder):
    (Path(folder) / FILE).unlink(missing_ok=True)


def site_environment(environment, base_dir, command=""):
    """What the settings need besides ``environment``: nothing where it names a database, else the embedded one's.

    Raises NotRunning where the embedded database does not run.
    """
    if environment.get("DATABASE_URL") or environment.get("DATABASE_OWNER_URL"):
        return {}
    folder = Path(environment.get("DATA_DIR") or Path(base_dir) / ".data").absolute()
    said = _read(folder)
    found = {"DATABASE_URL": said["app"], "DATA_DIR": str(folder), "DEMO": "1"}
    if command in OWNER_COMMANDS:
        found["DATABASE_OWNER_URL"] = said["owner"]
    defaults = {"SECRET_KEY": said["secret_key"], "SECURE": "0"}
    return found | {name: value for name, value in defaults.items() if not environment.get(name)}


def _read(folder):
    try:
        said = json.loads((folder / FILE).read_text())
    except FileNotFoundError:
        raise NotRunning(_advice(folder)) from None
    except PermissionError:
        raise NotRunning(f"The data folder {folder} is open only to the user who started the site.") from None
    if not _answers(said["server"]):
        raise NotRunning(_advice(folder))
    return said


def _advice(folder):
    if not folder.is_dir():
        return f"There is no data folder {folder}. Start the site with make run first, or set DATA_DIR to its folder."
    return f"The database in {folder} is not running. Start the site with make run first."


def _answers(server):
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(server)
        except OSError:
            return False
    return True
