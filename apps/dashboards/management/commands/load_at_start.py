"""What a start of the site loads where it is missing; one process for all, as beginning one takes most of the time."""

import sys
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand

from apps.core.embedded.supervisor import BEHIND
from apps.core.up_to_date import is_up_to_date


class Command(BaseCommand):
    help = (
        "Load Bury's data into an empty database; with --demonstration also the demonstration and its people. "
        f"Ends with {BEHIND} where the database must be migrated first."
    )

    def add_arguments(self, parser):
        said = "where the passwords of demonstration people are kept"
        parser.add_argument("--demonstration", metavar="FILE", type=Path, help=said)

    def handle(self, *args, demonstration, **options):
        if not is_up_to_date():
            sys.exit(BEHIND)
        call_command("load_bury", if_empty=True, stdout=self.stdout)
        if demonstration:
            call_command("load_demonstration", if_empty=True, caseload=True, stdout=self.stdout)
            call_command("demo_people", password_file=demonstration, stdout=self.stdout)
            call_command("share_demonstration_cases", stdout=self.stdout)
