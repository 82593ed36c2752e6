"""Who may see and change measures.

Definitions, targets and sources are for everybody. Figures on what services do are for everybody unless the
information-governance lead has said otherwise; figures about children have no values here at all.
"""

from apps.accounts.models import MANAGERS, OFFICERS, Role
from apps.measures.models import ExpectedDip, Measure, Target, Value

# What can be taken back, by the word in its address.
ENTRIES = {"values": Value, "targets": Target, "dips": ExpectedDip}


def visible_measures(user):
    return Measure.objects.none() if user.role is None else Measure.objects.all()


def sees_figures(user, is_open):
    """Whether figures are shown to the person; ``is_open`` is what the information-governance lead last said."""
    return is_open or user.role in OFFICERS


def can_enter(user, measure):
    """Officers enter and correct figures, never about children."""
    return user.role in OFFICERS and not measure.is_about_children


def can_set_targets(user, measure):
    """Programme managers and administrators set targets and announce what is expected."""
    return user.role in MANAGERS and not measure.is_about_children


def can_define(user):
    """Administrators add measures and say what they count."""
    return user.role == Role.ADMINISTRATOR


def can_take_back(user, entry):
    """A figure that was entered by hand, a target or an announcement; nothing that was taken back already."""
    if isinstance(entry, Value):
        return can_enter(user, entry.measure) and not entry.is_computed
    return can_set_targets(user, entry.measure)


def can_load_scorecards(user):
    """A scorecard adds measures and sets targets, which is for programme managers and administrators."""
    return user.role in MANAGERS


def can_switch(user):
    """Administrators record what the information-governance lead decides."""
    return user.role == Role.ADMINISTRATOR
