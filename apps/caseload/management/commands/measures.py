"""Prints the figures of the newest extract, to be compared with what the case system says."""

import json
from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from apps.caseload.figures import plans_issued
from apps.caseload.figures.report import all_figures
from apps.caseload.models import Extract
from apps.core.access import WEB_CASES, working_as

MISSING = "-"


class Command(BaseCommand):
    help = "Print the figures of the newest extract: years, open cases, census, annual reviews and rows."

    def add_arguments(self, parser):
        parser.add_argument("--on", metavar="DATE", type=_date, help="Open cases on this date too (YYYY-MM-DD).")
        parser.add_argument("--json", action="store_true", help="Print JSON instead of tables.")

    def handle(self, *args, **options):
        with working_as(WEB_CASES):
            extract = Extract.objects.newest()
            if extract is None:
                raise CommandError("No extract has been loaded, so there are no figures.")
            figures = all_figures(extract, on=options["on"])
            left_out = sum(
                year.not_received for year in plans_issued([int(year) for year in figures["years"]]).values()
            )
        if left_out:
            self.stderr.write(f"Plans left out, because the day their request was received is missing: {left_out}.")
        if options["json"]:
            self.stdout.write(json.dumps(figures, indent=1, default=float))
        else:
            self.stdout.write(f"{extract}, census day {extract.reference_on}.\n\n" + "\n\n".join(_tables(figures)))


def _date(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a date. Write it as year, month and day: 2025-01-16.") from None


def _tables(figures):
    yield _table("Years", _flat_columns(figures["years"], without="by_month"))
    for year, figure in figures["years"].items():
        yield _table(f"Months of {year}", figure["by_month"])
    yield _table("Open cases at the end of the day", figures["open_cases"])
    for title, key in (("Census", "census"), ("Annual reviews", "annual_reviews"), ("Rows", "row_counts")):
        yield _table(title, {"": _flat(figures[key])})


def _flat_columns(columns, without):
    return {
        name: _flat({key: value for key, value in figure.items() if key != without}) for name, figure in columns.items()
    }


def _flat(figures):
    """One level: a dict inside becomes a row for each of its keys."""
    flat = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            flat.update({f"{name}: {key}": part for key, part in value.items()})
        else:
            flat[name] = value
    return flat


def _table(title, columns):
    """Figures as rows, a column for each year, month or date."""
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    rows = [["", *columns]]
    rows += [[name.replace("_", " "), *(_shown(column.get(name)) for column in columns.values())] for name in names]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in rows]
    return "\n".join([title, *(line for line in lines if line)])


def _padded(row, widths):
    return [row[0].ljust(widths[0]), *(text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))]


def _shown(value):
    return MISSING if value is None else str(value)
