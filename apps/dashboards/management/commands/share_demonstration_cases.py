"""Gives some of the made-up cases to the demonstration's caseworkers, so that “My cases” shows something."""

from django.core.management.base import BaseCommand

from apps.core.access import WEB_CASES, working_as
from apps.core.dates import today
from apps.dashboards import demonstration_caseload


class Command(BaseCommand):
    help = "Share out made-up cases among the demonstration's caseworkers; does nothing once a case was worked."

    def handle(self, *args, **options):
        with working_as(WEB_CASES):
            count = demonstration_caseload.share_out(today())
        if count:
            self.stdout.write(f"The demonstration's caseworkers have {count} of the made-up cases.")
