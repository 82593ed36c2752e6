"""The core app; after each migration it grants the site's database roles what they may do."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from apps.core.grants import grant_after_migrate


class CoreConfig(AppConfig):
    name = "apps.core"
    verbose_name = "Background work"

    def ready(self):
        post_migrate.connect(grant_after_migrate, sender=self)
