"""The plans app; its background work and its views of then are known from the start."""

from importlib import import_module

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "apps.plans"
    verbose_name = "Plans"

    def ready(self):
        import_module("apps.plans.jobs")
        import_module("apps.plans.known")
