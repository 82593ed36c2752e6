"""The voice app; a page that looks back reads the rounds that were released by then."""

from importlib import import_module

from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "apps.voice"
    verbose_name = "What families say"

    def ready(self):
        in_place_of = import_module("apps.core.as_known").in_place_of
        in_place_of("voice_round", "SELECT * FROM public.voice_round WHERE NOT coalesce(released_at > {moment}, false)")
