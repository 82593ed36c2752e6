"""Loads Bury's real data; a second run changes nothing."""

from django.core.management.base import BaseCommand

from apps.core.access import working_as
from apps.dashboards import bury
from apps.measures.models import Measure, Source
from apps.plans.models import Plan


class Command(BaseCommand):
    help = "Load Bury's inspections, findings, plans, glossary, statistics and measures; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="No plans where there is one already, no statistics likewise."
        )

    def handle(self, *args, **options):
        counts = {}
        with working_as():
            if not (options["if_empty"] and Plan.objects.exists()):
                counts |= bury.load_all()
            if not (options["if_empty"] and Source.objects.exists()):
                counts |= bury.load_statistics()
            if not (options["if_empty"] and Measure.objects.exists()):
                counts |= bury.load_measures()
        if counts:
            said = ", ".join(f"{n} {name}" for name, n in counts.items())
            self.stdout.write(f"Bury's data is loaded: {said}.")
