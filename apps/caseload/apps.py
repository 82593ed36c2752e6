"""The caseload app; its tables are open to the database role ``sendtracker_web_cases`` only."""

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    name = "apps.caseload"
