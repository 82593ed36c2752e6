"""The models of measures, one file a subject."""

from apps.measures.models.benchmarks import AreaLevel, Observation, Source, State
from apps.measures.models.measures import (
    Baseline,
    ExpectedDip,
    GoodDirection,
    Grain,
    Measure,
    MeasureFinding,
    MeasureKind,
    Openness,
    Subject,
    Target,
    Unit,
    Value,
    ValueState,
)
from apps.measures.models.releases import (
    Release,
    ReleaseCell,
    ReleaseState,
    ReleaseTable,
    ReleaseThreshold,
    WhyHidden,
    threshold_on,
)

__all__ = [
    "AreaLevel",
    "Baseline",
    "ExpectedDip",
    "GoodDirection",
    "Grain",
    "Measure",
    "MeasureFinding",
    "MeasureKind",
    "Observation",
    "Openness",
    "Release",
    "ReleaseCell",
    "ReleaseState",
    "ReleaseTable",
    "ReleaseThreshold",
    "Source",
    "State",
    "Subject",
    "Target",
    "Unit",
    "Value",
    "ValueState",
    "WhyHidden",
    "threshold_on",
]
