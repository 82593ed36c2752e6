"""The voice app."""

from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "apps.voice"
    verbose_name = "What families say"
