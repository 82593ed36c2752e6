"""The wsoa app."""

from django.apps import AppConfig


class WsoaConfig(AppConfig):
    name = "apps.wsoa"
    verbose_name = "Written Statements of Action"
