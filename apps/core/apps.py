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
        past_views = import_module("apps.core.past_views")
        pre_migrate.connect(past_views.drop_before_migrate, sender=self)
        post_migrate.connect(grant_after_migrate, sender=self)
        post_migrate.connect(past_views.make_after_migrate, sender=self)
        post_migrate.connect(import_module("apps.core.up_to_date").note_after_migrate, sender=self)
