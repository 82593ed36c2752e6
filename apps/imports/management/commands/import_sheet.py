"""Reads a spreadsheet as one layout and says what it would give; nothing is written."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.core.dates import long_date, today
from apps.core.sheets import LAYOUTS
from apps.core.words import joined, plural
from apps.imports.exporting.carrying import take_out
from apps.imports.grid import Unreadable
from apps.imports.reading import Problem, Reading, as_json, read
from apps.imports.reading.results import ERROR, NOTE, WARNING
from apps.imports.workbook import read_workbook


class Command(BaseCommand):
    help = "Read a spreadsheet and show its rows and problems. Ends with status 1 if the file or a row is refused."

    def add_arguments(self, parser):
        parser.add_argument("layout", choices=sorted(LAYOUTS), metavar="LAYOUT", help=", ".join(sorted(LAYOUTS)))
        parser.add_argument("file", metavar="FILE", help="a workbook (.xlsx) or a CSV file")
        parser.add_argument(
            "--legend",
            nargs="+",
            action="extend",
            default=[],
            metavar="COLOUR=RATING",
            help="what a colour, letter or word means, as in blue=complete",
        )
        parser.add_argument("--json", action="store_true", help="print rows, problems and skipped rows as JSON")

    def handle(self, *, layout, file, legend, json, **options):
        reading = read_file(Path(file), LAYOUTS[layout], legend_of(legend))
        if json:
            self._print_json(reading)
        else:
            self._print_words(reading, LAYOUTS[layout])
        refused = len(reading.refused_rows())
        if reading.is_refused:
            raise CommandError("The file is refused.", returncode=1)
        if refused:
            raise CommandError(f"{plural(refused, 'row')} of {reading.row_count} refused.", returncode=1)

    def _print_json(self, reading):
        self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=1))

    def _print_words(self, reading, layout):
        for sheet in reading.sheets:
            rows = f"{'row' if len(sheet.header_rows) == 1 else 'rows'} {joined(sheet.header_rows)}"
            count = reading.sheet_of.count(sheet.name)
            self.stdout.write(f"{sheet.name}: {count} {layout.noun}{'' if count == 1 else 's'}, headings on {rows}.")
            for letter, heading in sheet.unread.items():
                self.stdout.write(f"  Column {letter} “{heading}” is not read.")
        if reading.position_at:
            self.stdout.write(f"Position at {long_date(reading.position_at)}.")
        for question in reading.questions:
            self.stdout.write(f"question: {question.message}")
        for problem in reading.problems:
            self.stdout.write(f"{problem.severity}: {place_of(problem)}{problem.message}")
        counts = [sum(problem.severity == severity for problem in reading.problems) for severity in SEVERITIES]
        words = [plural(count, severity) for count, severity in zip(counts, SEVERITIES, strict=True)]
        self.stdout.write(f"{joined(words)}.")


SEVERITIES = (ERROR, WARNING, NOTE)


def read_file(path, layout, legend):
    """The reading of a file; one that cannot be opened is refused in the words of a problem."""
    try:
        book = read_workbook(path, path.name)
        take_out(book)
        return read(book, layout, file_name=path.name, legend=legend, on=today())
    except Unreadable as refusal:
        problem = Problem("unreadable", ERROR, str(refusal))
    except ValueError as refusal:
        raise CommandError(str(refusal), returncode=2) from refusal
    except OSError as missing:
        raise CommandError(f"{path} cannot be opened: {missing.strerror}.", returncode=2) from missing
    return Reading(layout.name, path.name, problems=[problem])


def legend_of(said):
    """``{mark: rating}`` of "blue=complete"."""
    pairs = [each.partition("=") for each in said]
    if any(not mark or not sign for mark, sign, _ in pairs):
        raise CommandError("Write each part of the legend as COLOUR=RATING, as in blue=complete.", returncode=2)
    return {mark.strip(): rating.strip() for mark, _, rating in pairs}


def place_of(problem):
    """Where a problem is, for the beginning of its line."""
    parts = [problem.sheet] if problem.sheet else []
    if problem.row:
        parts.append(f"row {problem.row}")
    if problem.column:
        parts.append(f"column {problem.column}")
    return f"{', '.join(parts)}: " if parts else ""
