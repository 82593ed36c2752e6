"""The scorecard of key performance indicators as a sheet: a milestone and an actual figure for each period."""

from apps.core.sheets import Band, Column, Kind, Layout, Pairs, register
from apps.measures.models import Subject
from apps.measures.scorecards import ScorecardLanding

KPIS = register(
    Layout(
        "kpis",
        "KPI scorecard",
        noun="measure",
        columns=(
            Column(
                "reference",
                "Ref",
                Kind.REFERENCE,
                if_blank="error",
                synonyms=(
                    "Reference",
                    "KPI ref",
                    "KPI no",
                    "KPI number",
                    "ID",
                    "No",
                    "Number",
                    "#",
                    "Ref no",
                    "Measure ref",
                ),
            ),
            Column(
                "name",
                "KPI",
                is_required=True,
                if_blank="error",
                synonyms=(
                    "Indicator",
                    "Performance indicator",
                    "Key performance indicator",
                    "Measure",
                    "Measure name",
                    "Performance measure",
                    "KPI name",
                    "KPI description",
                    "Metric",
                    "Description",
                    "What we measure",
                ),
            ),
            Column("unit", "Unit", synonyms=("Units", "Unit of measure", "Measured in", "Number or %", "Format")),
            Column(
                "baseline",
                "Baseline",
                Kind.BASELINE,
                synonyms=(
                    "Baseline figure",
                    "Baseline value",
                    "Baseline position",
                    "Starting point",
                    "Baseline and date",
                ),
            ),
            Column(
                "better",
                "Better is",
                Kind.CHOICE,
                choices={
                    "lower": (
                        "lower",
                        "low",
                        "down",
                        "decrease",
                        "smaller",
                        "less",
                        "lower is better",
                        "low is good",
                        "↓",
                    ),
                    "higher": (
                        "higher",
                        "high",
                        "up",
                        "increase",
                        "bigger",
                        "more",
                        "higher is better",
                        "high is good",
                        "↑",
                    ),
                    "": ("neither", "n/a", "none", "neutral", "no direction"),
                },
                synonyms=(
                    "Polarity",
                    "Good is",
                    "Good performance",
                    "Better",
                    "Direction",
                    "Direction of travel",
                    "Desired direction",
                    "High or low",
                ),
            ),
            Column(
                "definition",
                "Definition",
                synonyms=("What it counts", "What is counted", "How it is calculated", "Calculation", "Methodology"),
            ),
            Column(
                "subject",
                "About",
                Kind.CHOICE,
                choices={
                    Subject.CONDUCT: ("what services do", "services", "conduct"),
                    Subject.CHILDREN: ("who the children are", "children"),
                },
                synonyms=("What it is about", "Subject"),
            ),
            Column(
                "target",
                "Target",
                Kind.TARGET,
                synonyms=("Final target", "Overall target", "End target", "Target figure", "Ambition", "Goal"),
            ),
        ),
        item_fields=("name",),
        band=Band("section", "section_band"),
        pairs=Pairs(
            "observations",
            kinds={
                "milestone": ("milestone", "trajectory", "planned", "plan", "expected", "target"),
                "actual": ("actual", "performance", "result", "outturn", "position", "reported", "achieved"),
            },
        ),
    ),
    ScorecardLanding(),
)
