"""The models of measures, one file a subject."""

from apps.measures.models.benchmarks import AreaLevel, Observation, Source, State
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
    "Observation",
    "Release",
    "ReleaseCell",
    "ReleaseState",
    "ReleaseTable",
    "ReleaseThreshold",
    "Source",
    "State",
    "WhyHidden",
    "threshold_on",
]
