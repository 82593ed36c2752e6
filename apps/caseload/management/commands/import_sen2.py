"""Loads a folder of SEN2 files, or says what it would do; the exit status is 1 when anything is refused."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from apps.caseload.sen2.loading import Refused, load
from apps.caseload.sen2.reading import Unreadable, read_folder
from apps.core.access import WEB_CASES, working_as


class Command(BaseCommand):
    help = "Check a folder of SEN2 files; with --apply, load them (records with an error are left out)."

    def add_arguments(self, parser):
        parser.add_argument("folder")
        parser.add_argument("--apply", action="store_true", help="load, not only check")
        parser.add_argument("--strict", action="store_true", help="refuse the whole folder for a single error")
        parser.add_argument("--json", action="store_true")

    def handle(self, folder, **options):
        try:
            with working_as(WEB_CASES):
                result = load(read_folder(folder), is_strict=options["strict"], keeps=options["apply"])
        except (Refused, Unreadable) as refused:
            if options["json"]:
                self.stdout.write(json.dumps({"applied": False, "refused": str(refused)}))
            raise CommandError(str(refused)) from None
        if options["json"]:
            self._tell_json(result, options["apply"])
        else:
            self._tell(result, options["apply"])

    def _tell_json(self, result, applied):
        problems = [
            {name: value for name, value in asdict(problem).items() if name != "is_error"}
            | {"severity": "error" if problem.is_error else "query"}
            for problem in result.problems
        ]
        self.stdout.write(json.dumps({"applied": applied, "counts": result.counts, "problems": problems}, indent=1))

    def _tell(self, result, applied):
        for table, counts in result.counts.items():
            self.stdout.write(f"{table}: " + ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in counts.items()))
        for problem in result.problems:
            kind = "Error" if problem.is_error else "Query"
            where = f"{problem.table}, line {problem.row}, {problem.field}"
            self.stdout.write(f"{kind} in {where}: {problem.message}")
        self.stdout.write("Loaded." if applied else "Nothing was loaded: add --apply.")
