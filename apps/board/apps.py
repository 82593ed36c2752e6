"""The board app; its background work, and what it shows beside actions, is known from the start."""

from importlib import import_module

from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "apps.board"
    verbose_name = "Board"

    def ready(self):
        import_module("apps.board.beside")
        import_module("apps.board.jobs")
