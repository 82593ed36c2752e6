"""Writes the records as a folder of SEN2 files, or a kept extract as it came."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.caseload.models import Extract
from apps.caseload.sen2.writing import as_came, written
from apps.core.access import WEB_CASES, working_as


class Command(BaseCommand):
    help = "Write the records as SEN2 files; with --as-came, the files of a kept extract, byte for byte."

    def add_arguments(self, parser):
        parser.add_argument("folder")
        parser.add_argument("--as-came", action="store_true", help="the files of an extract as they were loaded")
        parser.add_argument(
            "--on", metavar="DATE", type=_date, help="with --as-came: the extract that held on this date (YYYY-MM-DD)"
        )
        parser.add_argument("--overwrite", action="store_true", help="write into a folder that is not empty")

    def handle(self, folder, **options):
        if options["on"] and not options["as_came"]:
            raise CommandError("--on chooses a kept extract: it goes with --as-came.")
        folder = _made(Path(folder), options["overwrite"])
        with working_as(WEB_CASES):
            extract = _extract(options["on"])
            files = as_came(extract) if options["as_came"] else written(extract)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        self.stdout.write(f"Wrote {len(files)} files of the {str(extract).lower()} to {folder}.")
        if extract.set_aside_count and not options["as_came"]:
            self.stdout.write(f"Not among them: {extract.set_aside_count} records that were set aside.")


def _made(folder, may_overwrite):
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{folder} is a file. Name a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not may_overwrite:
        raise CommandError(f"{folder} is not empty. Name another folder, or add --overwrite to write over its files.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _extract(on):
    extract = Extract.objects.newest(on)
    if extract is None:
        raise CommandError(f"No extract was held on {on}." if on else "No extract has been loaded: nothing to write.")
    return extract


def _date(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a date. Write it as year, month and day: 2025-01-16.") from None
