"""The imports app; the sheets of all apps, and its background work, are known from the start."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ImportsConfig(AppConfig):
    name = "apps.imports"
    verbose_name = "Imports"

    def ready(self):
        # Each app declares the sheets that it takes in a module of this name.
        autodiscover_modules("sheets")
        import_module("apps.imports.services")
        import_module("apps.imports.jobs")
