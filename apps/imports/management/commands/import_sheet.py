"""Reads a spreadsheet as one layout and says what it would give; with ``--apply`` its sound rows are saved."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from apps.core.access import WEB, WEB_CASES, working_as
from apps.core.changes import Refused
from apps.core.dates import long_date, today
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.core.words import joined, plural
from apps.imports import services
from apps.imports.exporting.carrying import take_out
from apps.imports.grid import Unreadable
from apps.imports.models import BatchState
from apps.imports.reading import Problem, Reading, as_json, read
from apps.imports.reading.results import ERROR, NOTE, WARNING
from apps.imports.workbook import read_workbook

NOT_KNOWN = " In the shell, --public is the tick."


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
        parser.add_argument("--apply", action="store_true", help="save the rows that have no error, all at once")
        parser.add_argument(
            "--public",
            action="store_true",
            help="you know that the plan is published, and what is saved public at once",
        )
        parser.add_argument("--into", metavar="PLAN", default="", help="the plan that rows go into, by number or name")
        parser.add_argument(
            "--position", metavar="DATE", default="", help="the day of which the file tells, 2025-03-31"
        )
        parser.add_argument("--reported-by", metavar="WHO", default="", help="who reports what the file tells")

    def handle(self, *, layout, file, legend, json, apply, **options):
        path, legend = Path(file), legend_of(legend)
        reading = read_file(path, LAYOUTS[layout], legend)
        batch = self._save(path, layout, legend, reading, options) if apply and not reading.is_refused else None
        if json:
            self._print_json(reading, batch)
        else:
            self._print_words(reading, LAYOUTS[layout])
            self._print_batch(batch)
        refused = batch.counts.get("problem", 0) if batch else len(reading.refused_rows())
        if reading.is_refused:
            raise CommandError("The file is refused.", returncode=1)
        if refused:
            raise CommandError(f"{plural(refused, 'row')} of {reading.row_count} refused.", returncode=1)

    def _save(self, path, layout, legend, reading, options):
        landing = LANDINGS.get(layout)
        if landing is None:
            raise CommandError(f"Rows of “{layout}” have no place to be saved in.", returncode=2)
        with working_as(WEB_CASES if landing.holds_children else WEB):
            try:
                return services.load_at_once(
                    layout=layout,
                    file_name=path.name,
                    content=path.read_bytes(),
                    target=target_of(landing, options["into"]),
                    position_on=date_of(options["position"]) or reading.position_at,
                    reported_by=options["reported_by"],
                    answers={"legend": legend},
                    knows_public=options["public"],
                )
            except Refused as refused:
                words = NOT_KNOWN if refused.field == "knows_public" else ""
                raise CommandError(f"{refused.message}{words}", returncode=1) from refused

    def _print_batch(self, batch):
        if batch is None:
            return
        if batch.state == BatchState.APPLIED:
            words = f"{batch.result['new']} added, {batch.result['changed']} changed"
        else:
            words = "Nothing to save: no row is new or changed"
        self.stdout.write(f"{words}, {batch.counts.get('unchanged', 0)} unchanged. Batch {batch.pk}.")

    def _print_json(self, reading, batch):
        found = as_json(reading)
        if batch is not None:
            found |= {"batch": batch.pk, "state": batch.state, "counts": batch.counts, "result": batch.result}
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))

    def _print_words(self, reading, layout):
        for sheet in reading.sheets:
            rows = f"{'row' if len(sheet.header_rows) == 1 else 'rows'} {joined(sheet.header_rows)}"
            count = reading.sheet_of.count(sheet.name)
            self.stdout.write(f"{sheet.name}: {plural(count, layout.noun, layout.many)}, headings on {rows}.")
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


def target_of(landing, said):
    """Where the rows go, by the number or the name of what may be chosen; the only choice needs no name."""
    choices = landing.all_targets()
    found = [value for value, words in choices if said.casefold() in (value, words.casefold())]
    if not choices:
        return {}
    if not said and len(choices) == 1:
        found = [choices[0][0]]
    if len(found) != 1:
        names = "; ".join(f"{value} ({words})" for value, words in choices)
        raise CommandError(f"Say with --into where the rows go: {names}.", returncode=2)
    return landing.target_of(found[0])


def date_of(said):
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise CommandError("Write the position as 2025-03-31.", returncode=2) from None


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
