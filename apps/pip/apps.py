"""The pip app."""

from django.apps import AppConfig


class PipConfig(AppConfig):
    name = "apps.pip"
    verbose_name = "Priority Impact Plans"
