"""Loads published statistics from files; the same file again changes nothing."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.core.access import working_as
from apps.measures.cells import ReadError
from apps.measures.loading import load
from apps.measures.models import State


class Command(BaseCommand):
    help = "Load DfE's files on education, health and care plans, or the table of appeals; all of them or none."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="A CSV file, or a folder of them.")
        parser.add_argument("--release", default="", help="The publisher's name of the release.")
        parser.add_argument("--published", type=date.fromisoformat, help="The day on which it was published.")
        parser.add_argument("--area", action="append", default=[], help="Only this area code; may be given again.")
        parser.add_argument("--json", action="store_true", help="Say what was done as JSON.")

    def handle(self, *args, **options):
        try:
            with working_as():
                done = load(
                    options["path"],
                    areas=options["area"],
                    release=options["release"],
                    published_on=options["published"],
                )
        except ReadError as error:
            raise CommandError(f"{error} Nothing was loaded.") from error
        if options["json"]:
            self.stdout.write(json.dumps([asdict(file) for file in done], indent=2))
            return
        for file in done:
            self.stdout.write(f"{file.name}: {said(file)}")
            for text in file.left_out:
                self.stdout.write(f"  left out: {text}")


def said(file):
    """One line on what became of a file."""
    if not file.added:
        return "nothing new."
    states = ", ".join(f"{count} {State(state).label.lower()}" for state, count in file.states.items())
    return f"{file.title}; {file.added} figures added ({states})."
