"""What an export holds: rows of one list as the database has them now, in the order of the list."""

from dataclasses import dataclass, field

from django.utils import timezone

from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.core.words import plural
from apps.imports.models import Batch
from apps.imports.staging import portions

# A workbook of so many rows is made while the reader waits.
MOST = 5_000
TOO_MANY = (
    "The list has {rows}; a file to edit and load again holds at most {most:,}. Filter it on its own page, and export "
    "from there."
)


@dataclass
class Export:
    """``rows`` are what the landing found (``Existing``); ``place`` and ``chosen_by`` say in words what they are of."""

    layout: object
    landing: object
    rows: list
    on: object
    options: dict = field(default_factory=dict)
    place: str = ""
    chosen_by: list = field(default_factory=list)
    exported_by: str = ""
    is_template: bool = False

    @property
    def columns(self):
        return self.landing.columns(self.layout)


def export_of(layout, target=None, *, keys=None, most=MOST, **words):
    """The rows of a list, or those of them that have these keys. Raises Refused where they are too many."""
    landing = LANDINGS[layout]
    # Never saved: it only says where the rows are, and that this is now.
    batch = Batch(layout=layout, target=target or {}, holds_children=landing.holds_children, uploaded_at=timezone.now())
    keys = landing.everything(batch) if keys is None else list(keys)
    if most and len(keys) > most:
        raise Refused(TOO_MANY.format(rows=plural(len(keys), LAYOUTS[layout].noun, LAYOUTS[layout].many), most=most))
    rows = []
    for portion in portions(keys):
        existing = landing.find(batch, portion).existing
        rows += [existing[key] for key in portion if key in existing]
    return Export(LAYOUTS[layout], landing, rows, today(), landing.options(batch), **words)


def template_of(layout, **words):
    """No rows: only headings, lists to choose from, and how each column is filled."""
    return Export(LAYOUTS[layout], LANDINGS[layout], [], today(), is_template=True, **words)
