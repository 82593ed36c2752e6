"""Loads DfE's register of schools from a file; the same file again changes nothing."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.caseload.schools import Unreadable, load
from apps.core.access import WEB_CASES, working_as
from apps.core.dates import today


class Command(BaseCommand):
    help = (
        "Load the CSV file of all establishments of “Get Information about Schools”, by which releases tell "
        "independent schools and schools outside the area apart."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--as-at", type=date.fromisoformat, required=True, help="The day of the download.")

    def handle(self, file, as_at, **options):
        if as_at > today():
            raise CommandError(f"{as_at} is in the future. Nothing was loaded.")
        try:
            with working_as(WEB_CASES):
                register, added = load(file.read_bytes(), name=file.name, as_at=as_at)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}. Nothing was loaded.") from error
        except Unreadable as error:
            raise CommandError(f"{error} Nothing was loaded.") from error
        self.stdout.write(f"{register}: {added} schools added." if added else f"{register} was loaded before.")
