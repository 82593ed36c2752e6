"""Loads the demonstration plan beside the real data."""

from django.core.management.base import BaseCommand

from apps.core.access import working_as
from apps.core.dates import today
from apps.dashboards import demonstration
from apps.plans.models import Plan


class Command(BaseCommand):
    help = "Load the demonstration plan, marked as such; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where somebody has added a plan or cleared this one."
        )

    def handle(self, *args, **options):
        with working_as():
            if options["if_empty"] and self._has_been_used():
                return
            count = demonstration.load(today())
        self.stdout.write(f"The demonstration plan has {count} actions. “manage.py clear_demonstration” removes it.")

    def _has_been_used(self):
        marker = Plan.objects.filter(is_demonstration=True).exists()
        return marker or Plan.pgh_event_model.objects.filter(is_demonstration=True).exists()
