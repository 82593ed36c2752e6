"""The dashboards app; its background work is known from the start."""

from importlib import import_module

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "apps.dashboards"

    def ready(self):
        import_module("apps.dashboards.jobs")
