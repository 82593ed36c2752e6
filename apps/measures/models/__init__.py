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
    "Source",
    "State",
    "Subject",
    "Target",
    "Unit",
    "Value",
    "ValueState",
]
