"""The caseload app; its tables are open to the database role ``sendtracker_web_cases`` only."""

from importlib import import_module

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    name = "apps.caseload"

    def ready(self):
        import_module("apps.caseload.jobs")
        import_module("apps.caseload.loads")
