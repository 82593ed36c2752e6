"""Where the rows of a sheet go: what a kind of sheet must say of the database so that a batch of it can be saved.

A landing works on many rows at once: a fixed number of queries for each few thousand of them. Values are those of the
sheet's normalised fields, as JSON holds them: dates as ``2025-03-31``, several in a cell as a list.
"""

from dataclasses import dataclass, field
from datetime import date

from apps.core.dates import LONDON, long_date


def is_blank(value):
    """Whether a cell says nothing; zero and no are something."""
    return value is None or value in ("", [])


def problem(code, field_name, message, severity="error"):
    """One problem of a row in the shape in which all are kept."""
    return {"code": code, "field": field_name, "severity": severity, "message": message}


def loaded_on(batch):
    """The day on which the file was loaded, in London."""
    return batch.uploaded_at.astimezone(LONDON).date()


def date_to_come(fields, name, batch):
    """A problem where a date of what has happened lies after the day on which the file was loaded; as a list."""
    day = date.fromisoformat(fields[name]) if fields.get(name) else None
    if day is None or day <= loaded_on(batch):
        return []
    words = f"{long_date(day)} lies after the day on which the file was loaded."
    return [problem("date_in_future", name, words)]


def rows_to_save(batch):
    """The rows of a batch that saving it would write: new or changed, and not left out."""
    return batch.rows.filter(outcome__in=("new", "changed"), is_skipped=False)


def keep_written(rows):
    """Store what was ``written`` for each row."""
    if rows:
        type(rows[0]).objects.bulk_update(rows, ["written"], batch_size=1000)


@dataclass(frozen=True, slots=True)
class Existing:
    """A row of the database as the sheet would show it; ``reported_on`` is the day of its newest report.

    ``values`` are compared with what a sheet says; ``beside`` is shown with them, and no sheet changes it.
    """

    pk: int
    version: int
    values: dict
    reported_on: date | None = None
    beside: dict = field(default_factory=dict)


@dataclass
class Found:
    """What a landing knows of rows before they are compared: ``existing`` by key, and whatever it looks up."""

    existing: dict
    known: dict = field(default_factory=dict)


class Landing:
    """The words and rules of one kind of target; subclasses say how it is found, compared, saved and taken back."""

    # Whether rows hold facts about single children, and so are open to their role only.
    holds_children = False
    # Fields that tell of the position date: an older position never replaces a newer report.
    dated_fields = frozenset()
    needs_position = False
    # Whether rows go into one of several places, what is asked then, and what is said where there is none.
    has_targets = False
    target_label = "Which plan are these rows for?"
    target_missing = "Choose which plan these rows are for"
    no_target = "There is no open plan of this kind yet: add one under Plans first."

    def may_import(self, user):
        """Whether this person may load such sheets."""
        raise NotImplementedError

    def targets(self, user):
        """``[(value, words)]`` of what a file may go into; empty where there is only one place."""
        return []

    def all_targets(self):
        """As ``targets``, for whoever works from the shell."""
        return []

    def target_of(self, value):
        """The batch's ``target`` for a chosen value."""
        return {}

    def destination(self, batch):
        """``(words, address)`` of the page that shows what a batch wrote."""
        raise NotImplementedError

    def published(self, batch):
        """What of a batch anybody can read as soon as it is saved, in a sentence; empty where that is nothing."""
        return ""

    def key_of(self, fields):
        """By what a row of the sheet finds its row of the database; empty where it names none."""
        return str(fields.get("reference") or "").lower()

    def find(self, batch, keys):
        """All that rows with these keys are compared with (``Found``), in a fixed number of queries."""
        raise NotImplementedError

    def references(self, batch):
        """``{key: reference as people know it}`` of all that the target holds, to say what a file lacks."""
        raise NotImplementedError

    # What goes out; not offered where a list cannot come back.
    goes_out = True
    # The page from which a list goes out, where it has one of its own that shows no more than its reader may see.
    goes_out_from = ""

    def places(self, user):
        """``[(value, words)]`` of the lists that an export may be made of; None where there is only one."""
        return self.targets(user) or None

    def all_places(self):
        """The same for the shell, where nobody is signed in."""
        return self.all_targets() or None

    def everything(self, batch):
        """The keys of all that the target holds, in the order of a list; each of them is found by ``find``."""
        return list(self.references(batch))

    def keys_of(self, batch, pks):
        """``{pk: key}`` of those of these rows that the target holds, by the keys that they have now."""
        existing = self.find(batch, self.everything(batch)).existing
        return {found.pk: key for key, found in existing.items() if found.pk in pks}

    def chosen(self, queryset):
        """``[(target, keys)]`` of rows that were picked in the administration; all of a list that is the only one."""
        return [({}, None)]

    def columns(self, layout):
        """The columns of a layout whose cells are taken over."""
        return layout.columns

    def shown(self, existing):
        """A row as a sheet shows it, by the fields of the layout."""
        return existing.values | existing.beside

    def options(self, batch):
        """``{column: words}`` that people choose from and that only the target knows."""
        return {}

    # What comes in.

    def visible(self, rows, user):
        """Of the rows of a batch those that the person may see."""
        return rows

    def missing(self, batch, user):
        """What the target holds and the file does not: words, or rows of the database that have a page."""
        return batch.about.get("missing", [])

    def note_shown(self, request, page, keys):
        """Write down that a page shows what these rows of the database say, where they are about single children."""

    def prepare(self, fields, existing, found, batch):
        """The fields to compare, and the problems that only the database knows, as ``(fields, problems)``."""
        return fields, []

    def added(self, fields, found, batch):
        """What saving writes for a row that is new, ``{field: value}``, to be shown before."""
        return self.prepare(fields, None, found, batch)[0]

    def moved(self, batch):
        """How many of the rows to be saved no longer find what they were compared with; locks what will be changed."""
        raise NotImplementedError

    def apply(self, batch, rows, by, on):
        """Save new and changed rows (a queryset) and set what was ``written`` for each; returns ``(new, changed)``.

        Raises Refused to save nothing.
        """
        raise NotImplementedError

    def undo(self, batch, rows, by, on, reason):
        """Take back what ``apply`` wrote for these rows. Raises Refused where something later depends on it."""
        raise NotImplementedError
