"""The board app; its background work, and what it shows beside actions, is known from the start.

A page that is to know what was known on a past day shows the risks that were recorded by then.
"""

from importlib import import_module

from django.apps import AppConfig

RISKS_OF_THEN = """
SELECT risk.* FROM as_stood.board_risk risk WHERE NOT EXISTS (
    SELECT FROM public.board_riskevent event
    WHERE event.pgh_obj_id = risk.id AND event.pgh_label = 'insert' AND event.pgh_created_at > {moment})
"""


class BoardConfig(AppConfig):
    name = "apps.board"
    verbose_name = "Board"

    def ready(self):
        import_module("apps.board.beside")
        import_module("apps.board.jobs")
        import_module("apps.core.as_known").in_place_of("board_risk", RISKS_OF_THEN)
