"""Where actions stood as it was known on a past day.

``Standing`` holds what is recorded today. For a page that is to know less, the actions about which something was
recorded since are folded anew from the rows of then; the view in the place of the table puts them beside the others.
They are handed to it as JSON in a setting of the transaction, so that a page that looks back writes nothing.

A plan's own dates and steps of a milestone's first date are as today.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from apps.core import as_known
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
STANDINGS = f"""
SELECT {COLUMNS} FROM public.plans_standing WHERE NOT action_id = ANY(ARRAY(
    SELECT key::bigint
    FROM jsonb_array_elements_text(current_setting('sendtracker.standings')::jsonb -> 'of') AS touched(key)))
UNION ALL SELECT {COLUMNS} FROM jsonb_populate_recordset(
    NULL::public.plans_standing, current_setting('sendtracker.standings')::jsonb -> 'rows')
"""  # noqa: S608 - our own columns

as_known.in_place_of("plans_action", "SELECT * FROM as_stood.plans_action WHERE recorded_at <= {moment}")
as_known.in_place_of("plans_standing", STANDINGS)


def shown_day(request):
    """As ``as_known.shown_day``, for a page that shows where actions stand."""
    on = as_known.shown_day(request)
    if request.known_then:
        look_back()
    return on


def look_back():
    """Have the transaction, which looks back already, read standings of then too."""
    moment = as_known.moment()
    with as_known.all_recorded():
        touched = _touched_since(moment)
    actions = Action.objects.filter(pk__in=touched).select_related("plan")
    rows = [standing for record in records_of(actions, moment) for standing in standings_of(record)]
    said = {"of": sorted(touched), "rows": [_columns(row, -number) for number, row in enumerate(rows, 1)]}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('sendtracker.standings', %s, true)", [json.dumps(said, cls=DjangoJSONEncoder)]
        )


def _touched_since(moment):
    """The ids of the actions of which, or of whose rule, something was recorded later."""
    if Thresholds.objects.filter(recorded_at__gt=moment).exists():
        return set(Action.objects.values_list("pk", flat=True))
    found = set(Action.objects.filter(recorded_at__gt=moment).values_list("pk", flat=True))
    for model, way in ROWS.items():
        found |= set(model.objects.filter(recorded_at__gt=moment).values_list(way, flat=True))
    return found


def _columns(standing, key):
    """A folded row as the table would hold it; none of the table's own rows has a number below nothing."""
    return {f.column: getattr(standing, f.attname) for f in Standing._meta.concrete_fields} | {"id": key}
