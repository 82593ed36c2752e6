"""The models of measures, one file a subject."""

from apps.measures.models.benchmarks import AreaLevel, Observation, Source, State

__all__ = ["AreaLevel", "Observation", "Source", "State"]
