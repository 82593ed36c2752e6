"""The codes that plans share; the words shown for ratings stand in a table that an administrator edits."""

from django.db import models


class Rating(models.TextChoices):
    """How an action or strand is going; "not reported" is the absence of a rating."""

    NOT_STARTED = "not_started", "Not started"
    OFF_TRACK = "off_track", "Off track"
    AT_RISK = "at_risk", "At risk"
    ON_TRACK = "on_track", "On track"
    COMPLETE = "complete", "Complete"


# From worst to best; not started stands with on track, since neither asks for help.
SEVERITY = {
    Rating.OFF_TRACK: 3,
    Rating.AT_RISK: 2,
    Rating.ON_TRACK: 1,
    Rating.NOT_STARTED: 1,
    Rating.COMPLETE: 0,
}

# What a lead may report; an action becomes complete only when a second person accepts the evidence.
REPORTABLE = (Rating.NOT_STARTED, Rating.OFF_TRACK, Rating.AT_RISK, Rating.ON_TRACK)


# What a report that is not green must also say, and how a person is asked for it.
IN_TROUBLE = (Rating.OFF_TRACK, Rating.AT_RISK)
EXPLAINED_BY = {
    "why": "Say why it is off track or at risk",
    "being_done": "Say what is being done about it",
    "back_on": "Enter the date by which it will be back on track",
    "board_ask": "Say what the Board must do, or write “Nothing”",
}
REASON_OWED = "Say why you rate it better than the dates do"


def is_greener(rating, rule_rating):
    """Whether a rating tells a better story than the rule; False where either is absent."""
    if not rating or not rule_rating:
        return False
    return SEVERITY[rating] < SEVERITY[rule_rating]


class ActionState(models.TextChoices):
    """Where an action is between being promised and being closed."""

    OPEN = "open", "Open"
    SAID_DONE = "said_done", "Said to be done"
    ACCEPTED = "accepted", "Complete"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MERGED = "merged", "Merged into another action"
    REPLACED = "replaced", "Replaced by another action"


# States in which nothing more is owed.
CLOSED_STATES = (ActionState.ACCEPTED, ActionState.WITHDRAWN, ActionState.MERGED, ActionState.REPLACED)
# States in which the action no longer counts as a promise of the plan.
DROPPED_STATES = (ActionState.WITHDRAWN, ActionState.MERGED, ActionState.REPLACED)


class DecisionKind(models.TextChoices):
    """What somebody decided about an action as a whole."""

    SAID_DONE = "said_done", "Said to be done"
    ACCEPTED = "accepted", "Accepted as complete"
    SENT_BACK = "sent_back", "Sent back"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MERGED = "merged", "Merged into another action"
    REPLACED = "replaced", "Replaced by another action"
    REOPENED = "reopened", "Reopened"


STATE_AFTER = {
    DecisionKind.SAID_DONE: ActionState.SAID_DONE,
    DecisionKind.ACCEPTED: ActionState.ACCEPTED,
    DecisionKind.SENT_BACK: ActionState.OPEN,
    DecisionKind.WITHDRAWN: ActionState.WITHDRAWN,
    DecisionKind.MERGED: ActionState.MERGED,
    DecisionKind.REPLACED: ActionState.REPLACED,
    DecisionKind.REOPENED: ActionState.OPEN,
}


class RuleReason(models.TextChoices):
    """Why the dates say what they say; the words are in ``apps.plans.rules``."""

    ACCEPTED = "accepted", "Accepted as complete"
    DROPPED = "dropped", "No longer part of the plan"
    PLAN_CLOSED = "plan_closed", "The plan is closed"
    NO_DATE = "no_date", "No date is agreed"
    SAID_DONE = "said_done", "Said to be done"
    ACCEPTANCE_OVERDUE = "acceptance_overdue", "Waiting too long for acceptance"
    DONE_LATE = "done_late", "Done after the date agreed"
    OVERDUE = "overdue", "Past the date agreed"
    MILESTONE_LONG_OVERDUE = "milestone_long_overdue", "A milestone is long overdue"
    MILESTONE_OVERDUE = "milestone_overdue", "A milestone is overdue"
    EXTENDED = "extended", "The date was moved too often or too far"
    START_MISSED = "start_missed", "Should have started"
    STALE = "stale", "Nobody has reported on it"
    NOT_DUE_TO_START = "not_due_to_start", "Not due to start yet"
    IN_TIME = "in_time", "Nothing is late"


class EvidenceShows(models.TextChoices):
    DONE = "done", "that it was done"
    CHANGED = "changed", "that something changed"
    FELT = "felt", "that families feel it"
