"""Loads the demonstration plan, and the made-up caseload, beside the real data."""

from django.core.management.base import BaseCommand

from apps.core.access import WEB_CASES, working_as
from apps.core.dates import today
from apps.dashboards import demonstration, demonstration_caseload
from apps.plans.models import Plan


class Command(BaseCommand):
    help = "Load the demonstration plan, marked as such; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where somebody has added a plan or cleared this one."
        )

        parser.add_argument("--caseload", action="store_true", help="Load the made-up caseload, too.")

    def handle(self, *args, **options):
        with working_as():
            if not (options["if_empty"] and self._has_been_used()):
                count = demonstration.load(today())
                self.stdout.write(
                    f"The demonstration plan has {count} actions. “manage.py clear_demonstration” removes it."
                )
        if options["caseload"]:
            self._load_caseload(options["if_empty"])

    def _load_caseload(self, if_empty):
        with working_as(WEB_CASES):
            if if_empty and demonstration_caseload.has_been_used():
                return
            count = demonstration_caseload.load()
        self.stdout.write(f"The made-up caseload has {count} records, each page of it marked “Synthetic”.")

    def _has_been_used(self):
        marker = Plan.objects.filter(is_demonstration=True).exists()
        return marker or Plan.pgh_event_model.objects.filter(is_demonstration=True).exists()
