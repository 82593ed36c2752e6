"""Trackers of plans as spreadsheets: how their rows find actions, what saving one does, and how it is taken back."""

from apps.plans.trackers.extras import Extras
from apps.plans.trackers.landing import TrackerLanding

__all__ = ["Extras", "TrackerLanding"]
