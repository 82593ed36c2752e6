#!/usr/bin/env python3
"""Runs the site's administrative commands, on the embedded database unless the environment names another."""

import os
import sys
from pathlib import Path

from apps.core.embedded.addresses import NotRunning, site_environment

try:
    from django.core.management import execute_from_command_line
except ModuleNotFoundError:
    sys.exit("Run it with the site's own Python: .venv/bin/python manage.py …  (make run makes it.)")


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        os.environ.update(site_environment(os.environ, Path(__file__).resolve().parent, command))
    except NotRunning as error:
        sys.exit(str(error))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
