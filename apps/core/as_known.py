"""Pages as they were known on a past day: of what had taken effect, only what was also recorded by the end of it.

In the schema ``as_known`` a view stands in the place of every table of dated rows, and of some others that apps name
with ``in_place_of``. ``look_back`` puts that schema before the tables' own until the end of the transaction, so that
each query of a page reads the views and no query need be written twice. The views ask the moment from a setting of the
transaction, and read with the rights of whoever asks. After it comes the schema of what is edited in place
(``apps.core.as_stood``).

A row that was taken back since counts as it was known, but words that people wrote in it are not shown again: a reason
to take something back is that it named somebody. What says who may see what, or what words mean, is always today's
(``KnownThen``).
"""

from contextlib import contextmanager

from django.apps import apps as registry
from django.db import models

from apps.core import as_stood
from apps.core.as_stood import end_of, set_until_the_end
from apps.core.dates import as_at, today
from apps.core.models import DatedRow, KnownThen

SCHEMA = "as_known"
THEN = f"{SCHEMA}, {as_stood.SCHEMA}, public"

# The moment up to which a page knows; as a subquery it is asked once, not once a row.
MOMENT = "(SELECT current_setting('sendtracker.known_at')::timestamptz)"
TAKEN_BACK = "[taken back since]"
_views = {}


def in_place_of(table, sql):
    """Have another view in the place of a table, where it is not one of dated rows; ``{moment}`` stands in its SQL."""
    _views[table] = sql.replace("{moment}", MOMENT)


def shown_day(request):
    """The day that a page is shown for, as ``as_at``; with ``known=then`` the page knows what was recorded by then.

    Whether it does is noted on the request as ``known_then``, the day as ``shown_on``. Today is always as known today.
    What is edited in place is read as it stood on a past day (``as_stood``).
    """
    request.shown_on = on = as_at(request)
    request.known_then = request.GET.get("known") == "then" and on < today()
    request.looks_back = request.known_then or (on < today() and as_stood.stand_as_on(on))
    if request.known_then:
        look_back(on)
    return on


def look_back(on):
    """Read only what was recorded by the end of a day in London, until the end of the transaction."""
    stood = as_stood.settings_of(as_stood.stood_otherwise(on))
    set_until_the_end(stood | {"sendtracker.known_at": end_of(on).isoformat(), "search_path": THEN})


@contextmanager
def all_recorded():
    """Read what is recorded today, within a page that otherwise knows less."""
    read_all()
    yield
    set_until_the_end({"search_path": THEN})


def read_all():
    """Read everything again as it is recorded today, whenever that was."""
    set_until_the_end({"search_path": "public"})


def as_at_query(request, on):
    """The part of an address that leads to another page as this one is shown: ``as_at=2026-01-31&known=then``."""
    if on >= today():
        return ""
    return f"as_at={on.isoformat()}{'&known=then' if getattr(request, 'known_then', False) else ''}"


# The views.


def views():
    """``{table: the query that stands in its place}``."""
    dated = [model for model in registry.get_models() if issubclass(model, DatedRow)]
    found = {model._meta.db_table: _of_dated(model) for model in dated if model.known_then != KnownThen.AS_TODAY}
    return found | _views


def _of_dated(model):
    table = f'public."{model._meta.db_table}"'
    if model.known_then == KnownThen.WITHOUT_TAKEN_BACK:
        return f"SELECT * FROM {table} WHERE recorded_at <= {MOMENT} OR voids_id IS NOT NULL"  # noqa: S608 - our names
    if model.known_then == KnownThen.AS_RECORDED_WITH_WORDS:
        return f"SELECT * FROM {table} WHERE recorded_at <= {MOMENT}"  # noqa: S608 - our names
    columns = ", ".join(_column(field) for field in model._meta.concrete_fields)
    return (
        f"SELECT {columns} FROM {table} known LEFT JOIN {table} later ON later.voids_id = known.id "  # noqa: S608
        f"WHERE known.recorded_at <= {MOMENT}"
    )


def _column(field):
    """A column as it was, but for words that somebody wrote in a row that was taken back since."""
    name = f'known."{field.column}"'
    if not isinstance(field, models.TextField) or field.choices or field.name == "void_reason":
        return name
    return f"CASE WHEN later.id IS NULL OR {name} = '' THEN {name} ELSE '{TAKEN_BACK}' END AS \"{field.column}\""
