"""The plans app; its background work is known from the start."""

from importlib import import_module

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "apps.plans"
    verbose_name = "Plans"

    def ready(self):
        import_module("apps.plans.jobs")
