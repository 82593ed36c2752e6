"""Works out the measures from the newest case records; a second run for the same day adds nothing."""

from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from apps.core.access import WEB_CASES, working_as
from apps.core.dates import today
from apps.measures.computing import compute_newest


class Command(BaseCommand):
    help = "Work out the computed measures from the newest case records."

    def add_arguments(self, parser):
        parser.add_argument(
            "--on", metavar="DATE", type=_past_date, help="Up to the end of this day instead of the records' own."
        )

    def handle(self, *args, **options):
        with working_as(WEB_CASES):
            added = compute_newest(options["on"], latest=today())
        if added is None:
            raise CommandError("No case records have been loaded, so there is nothing to work out.")
        self.stdout.write(f"{added} values were added.")


def _past_date(text):
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a date. Write it as year, month and day: 2025-01-16.") from None
    if day > today():
        raise ArgumentTypeError("A day to come has no figures.")
    return day
