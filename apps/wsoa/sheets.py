"""The tracker of a Written Statement of Action as a sheet: an area of weakness each, or bands in one."""

from apps.core.sheets import Band, Layout, register
from apps.plans.models import StrandKind
from apps.plans.sheets import TRACKER, priority
from apps.plans.trackers import Extras, TrackerLanding
from apps.wsoa.models import Item

WSOA = register(
    Layout(
        "wsoa",
        "Written Statement of Action tracker",
        noun="action",
        columns=(*TRACKER, priority("Area")),
        item_fields=("action",),
        band=Band(
            "priority",
            "priority_band",
            ref_field="priority_ref",
            patterns=(
                (r"(?:area|areas) of (?:significant )?(?:weakness|concern)\s*(?:no\.?\s*)?(\d+)\b", "A{}"),
                (r"(?:priority |key )?area\s*(?:no\.?\s*)?(\d+)\b", "A{}"),
                (r"(?:significant )?(?:weakness|concern)\s*(?:no\.?\s*)?(\d+)\b", "A{}"),
                (r"priority(?: area| action)?\s*(?:no\.?\s*)?(\d+)\b", "A{}"),
                (r"a\s*-?(\d+)\b", "A{}"),
            ),
            is_sheet=True,
        ),
    ),
    TrackerLanding("wsoa", StrandKind.AREA, Extras(Item, {"objective": "objective", "impact": "intended_impact"})),
)
