"""Writes a list as a spreadsheet that can be edited and loaded again."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.core.access import WEB, WEB_CASES, working_as
from apps.core.changes import Refused
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.core.words import joined, plural
from apps.imports.exporting.files import MAKERS
from apps.imports.exporting.gathering import export_of, template_of


class Command(BaseCommand):
    help = "Write a list as a workbook (.xlsx) or CSV that can be edited and loaded again; says how many rows."

    def add_arguments(self, parser):
        parser.add_argument("layout", choices=sorted(LANDINGS), metavar="LAYOUT", help=", ".join(sorted(LANDINGS)))
        parser.add_argument("file", metavar="FILE", help="where it is written; the ending says as what")
        parser.add_argument("--plan", default="", metavar="PLAN", help="number or name of the plan, for actions")
        parser.add_argument("--template", action="store_true", help="headings only, without rows")

    def handle(self, *, layout, file, plan, template, **options):
        path = Path(file)
        kind = path.suffix.removeprefix(".").lower()
        if kind not in MAKERS:
            raise CommandError("The file ends in .xlsx or .csv.", returncode=2)
        with working_as(WEB_CASES if LANDINGS[layout].holds_children else WEB):
            if not template and not LANDINGS[layout].goes_out:
                raise CommandError(
                    f"“{layout}” is loaded only; its figures stand on the pages of measures.", returncode=2
                )
            export = template_of(layout) if template else self._export(layout, plan)
            content = MAKERS[kind][0](export)
        try:
            path.write_bytes(content)
        except OSError as wrong:
            raise CommandError(f"{path} cannot be written: {wrong.strerror}.", returncode=2) from wrong
        self.stdout.write(f"{plural(len(export.rows), LAYOUTS[layout].noun, LAYOUTS[layout].many)} written to {path}.")

    def _export(self, layout, plan):
        place, target = self._place(layout, plan)
        try:
            # Nobody waits for a page: all rows that a list has are written.
            return export_of(layout, target, place=place, exported_by="The shell", most=None)
        except Refused as refused:
            raise CommandError(refused.message) from refused

    def _place(self, layout, said):
        """``(words, target)`` of the list; the only one where none is said."""
        places = LANDINGS[layout].all_places()
        if places is None:
            return "", {}
        found = [(value, str(words)) for value, words in places if not said or said.casefold() in (value, _key(words))]
        if len(found) != 1:
            names = joined([f"{words} ({value})" for value, words in places], "or")
            raise CommandError(f"Say which plan by --plan: {names or 'none is open'}.", returncode=2)
        (value, words), *_ = found
        return words, LANDINGS[layout].target_of(value)


def _key(words):
    return str(words).casefold()
