"""The measures app; its background work is known from the start."""

from importlib import import_module

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "apps.measures"

    def ready(self):
        import_module("apps.measures.jobs")
