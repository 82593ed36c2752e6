"""Scorecards as spreadsheets: how their rows find measures, what saving one does, and how it is taken back."""

from apps.measures.scorecards.landing import ScorecardLanding

__all__ = ["ScorecardLanding"]
