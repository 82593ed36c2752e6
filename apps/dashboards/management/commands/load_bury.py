"""Loads Bury's real data; a second run changes nothing."""

from django.core.management.base import BaseCommand

from apps.core.access import working_as
from apps.dashboards import bury
from apps.plans.models import Plan


class Command(BaseCommand):
    help = "Load Bury's inspections, findings, judgements, plans and glossary; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there is a plan already.")

    def handle(self, *args, **options):
        with working_as():
            if options["if_empty"] and Plan.objects.exists():
                return
            counts = bury.load_all()
        self.stdout.write("Bury's data is loaded: " + ", ".join(f"{n} {name}" for name, n in counts.items()) + ".")
