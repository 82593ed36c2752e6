"""Where actions stood as it was known on a past day.

``Standing`` holds what is recorded today. For a page that is to know less, the actions of which something was recorded
since that had taken effect by then, or that takes back a row, are folded anew from the rows of then; the view in the
place of the table puts them beside the others. What took effect later changes nothing of how they stood by then. They
are handed to it as JSON in a setting of the transaction, so that a page that looks back writes nothing.

A plan's own dates and steps of a milestone's first date are as today.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Q

from apps.core import as_known
from apps.core.as_stood import end_of
from apps.plans.models import (
    Action,
    ActionChange,
    ActionDecision,
    ExtensionDecision,
    MilestoneChange,
    MilestoneCompletion,
    Standing,
    StatusUpdate,
    Thresholds,
)
from apps.plans.standing import records_of, standings_of

# Where the rows of an action are, and how they lead to it.
ROWS = {
    StatusUpdate: "action",
    ActionDecision: "action",
    ActionChange: "action",
    ExtensionDecision: "extension__action",
    MilestoneChange: "milestone__action",
    MilestoneCompletion: "milestone__action",
}
COLUMNS = ", ".join(f'"{field.column}"' for field in Standing._meta.concrete_fields)
# ``sendtracker.standings`` is ``{"of": [action ids], "rows": [standings]}``.
STANDINGS = """
SELECT {columns} FROM public.plans_standing WHERE action_id NOT IN (
    SELECT key::bigint
    FROM jsonb_array_elements_text(current_setting('sendtracker.standings')::jsonb -> 'of') AS touched(key))
    AND action_id NOT IN (SELECT id FROM public.plans_action WHERE recorded_at > {moment})
UNION ALL SELECT {columns} FROM jsonb_populate_recordset(
    NULL::public.plans_standing, current_setting('sendtracker.standings')::jsonb -> 'rows')
""".replace("{columns}", COLUMNS)

as_known.in_place_of("plans_action", "SELECT * FROM as_stood.plans_action WHERE recorded_at <= {moment}")
as_known.in_place_of("plans_standing", STANDINGS)


def shown_day(request):
    """As ``as_known.shown_day``, for a page that shows where actions stand."""
    on = as_known.shown_day(request)
    if request.known_then:
        look_back(on)
    return on


def look_back(on):
    """Have the transaction, which looks back to a day already, read standings of then too."""
    moment = end_of(on)
    with as_known.all_recorded():
        touched = _touched_since(moment, on)
    rows = _folded(touched, moment) if touched else []
    said = {"of": sorted(touched), "rows": [_columns(row, -number) for number, row in enumerate(rows, 1)]}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('sendtracker.standings', %s, true)", [json.dumps(said, cls=DjangoJSONEncoder)]
        )


def _folded(keys, moment):
    """Where actions stood, from the rows that were recorded by then."""
    actions = Action.objects.filter(pk__in=keys).select_related("plan")
    return [standing for record in records_of(actions, moment) for standing in standings_of(record)]


def _touched_since(moment, on):
    """The ids of the actions, recorded by then, that stood otherwise by the end of the day as far as it was known."""
    later = Q(recorded_at__gt=moment) & (Q(effective_on__lte=on) | Q(voids__isnull=False))
    known = Action.objects.filter(recorded_at__lte=moment)
    if Thresholds.objects.filter(later).exists():
        return set(known.values_list("pk", flat=True))
    ways = [model.objects.filter(later, **{f"{way}__in": known}).values_list(way) for model, way in ROWS.items()]
    return {key for (key,) in ways[0].union(*ways[1:])}


def _columns(standing, key):
    """A folded row as the table would hold it; none of the table's own rows has a number below nothing."""
    return {f.column: getattr(standing, f.attname) for f in Standing._meta.concrete_fields} | {"id": key}
