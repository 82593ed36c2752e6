"""The tracker of a Priority Impact Plan as a sheet."""

from apps.core.sheets import Band, Layout, register
from apps.pip.models import ImpactAction
from apps.plans.models import StrandKind
from apps.plans.sheets import TRACKER, priority
from apps.plans.trackers import Extras, TrackerLanding

PIP = register(
    Layout(
        "pip",
        "Priority Impact Plan tracker",
        noun="action",
        columns=(*TRACKER, priority()),
        item_fields=("action",),
        band=Band(
            "priority",
            "priority_band",
            ref_field="priority_ref",
            patterns=(
                (r"(?:area|areas) (?:for|of) improvement\s*(?:no\.?\s*)?(\d+)\b", "AFI{}"),
                (r"afi\s*-?(\d+)\b", "AFI{}"),
                (r"priority(?: action| area)?(?: area)?\s*(?:no\.?\s*)?(\d+)\b", "PA{}"),
                (r"pa\s*-?(\d+)\b", "PA{}"),
            ),
            is_sheet=True,
        ),
    ),
    TrackerLanding("pip", StrandKind.PRIORITY, Extras(ImpactAction, {"milestone": "first_milestone"})),
)
