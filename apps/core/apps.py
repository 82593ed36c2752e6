"""The core app; after each migration it grants the site's database roles what they may do, and makes the views
through which pages look back."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from apps.core.grants import grant_after_migrate


class CoreConfig(AppConfig):
    name = "apps.core"
    verbose_name = "Background work"

    def ready(self):
        as_known = import_module("apps.core.as_known")
        pre_migrate.connect(as_known.drop_before_migrate, sender=self)
        post_migrate.connect(grant_after_migrate, sender=self)
        post_migrate.connect(as_known.make_after_migrate, sender=self)
        post_migrate.connect(import_module("apps.core.up_to_date").note_after_migrate, sender=self)
