#!/usr/bin/env python3
"""Runs the site's administrative commands."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings")
    execute_from_command_line(sys.argv)
