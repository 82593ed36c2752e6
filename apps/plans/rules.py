"""The written rules: what the dates say of an action, and what the actions say of a strand.

Pure functions of facts; "days" are calendar days, and the day on which something is due is not late. The rules are
our own (no national rule exists); the numbers in them are an administrator's (``Thresholds``). ``ACTION_RULE`` and
``STRAND_RULE`` are the same rules in the words that pages show; the ratings stand in them as codes in braces, and
``in_words`` puts the legend's words there.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from apps.plans.codes import DROPPED_STATES, ActionState, Rating, RuleReason


@dataclass(frozen=True)
class Limits:
    """The numbers in the rules, as they hold on one date."""

    stale_days: int = 35
    start_grace_days: int = 14
    milestone_red_days: int = 28
    acceptance_days: int = 14
    extension_count: int = 2
    extension_days: int = 90


@dataclass(frozen=True)
class MilestoneFact:
    due_on: date | None
    done_on: date | None
    title: str = ""

    def is_late(self, on):
        return bool(self.due_on) and self.due_on < on and (not self.done_on or self.done_on > on)


@dataclass(frozen=True)
class ActionFacts:
    """All that the rule looks at, as it was known to be on one date."""

    state: str = ActionState.OPEN
    state_since: date | None = None
    done_on: date | None = None
    is_critical: bool = False
    start_on: date | None = None
    due_on: date | None = None
    rating: str | None = None
    updated_on: date | None = None
    touched_on: date | None = None
    times_extended: int = 0
    days_extended: int = 0
    milestones: tuple[MilestoneFact, ...] = field(default_factory=tuple)
    plan_closed_on: date | None = None


@dataclass(frozen=True)
class RuleResult:
    """The rule's rating, the reason's code and the date that the reason speaks of."""

    rating: str | None
    reason: str
    about_on: date | None = None


ACTION_RULE = (
    "An action that a second person has accepted is {complete}. One that is no longer part of the plan, and every "
    "other action of a plan that is closed, has no rating.",
    "An action without an agreed date cannot be rated by its dates.",
    "An action that is said to be done is {on_track} while it waits for acceptance, but {at_risk} when it was done "
    "after the date now agreed, when it was extended too often or too far, or when it has waited for more than "
    "{acceptance_days} days.",
    "An action is {off_track} when the date now agreed has passed, or when a milestone is more than "
    "{milestone_red_days} days late.",
    "It is {at_risk} when a milestone is late; when it was extended {extension_count} times or more, or by more than "
    "{extension_days} days in all; when it should have started more than {start_grace_days} days ago and is still "
    "reported as {not_started}; or when nobody has reported on it for more than {stale_days} days.",
    "It is {not_started} until the day on which it should start.",
    "Otherwise it is {on_track}.",
    "Being late by the first date promised is shown beside the rating, and no new date takes it away.",
)
STRAND_RULE = (
    "A part of a plan, such as a priority, is {complete} when all its actions are, and {not_started} while none of "
    "them is due to start. It is not {complete} while an action without an agreed date is open.",
    "It is {off_track} when a critical action is {off_track} by the dates, or at least {strand_off_track_share}% of "
    "its open actions are.",
    "It is {at_risk} when any action is {off_track} by the dates, or at least {strand_at_risk_share}% of its open "
    "actions are {at_risk}.",
    "Otherwise it is {on_track}. Actions that the dates cannot rate are not counted; a part with no other actions "
    "has no rating.",
)


def rating_words(legend=None):
    """``{code: word}`` as in the middle of a sentence; a code that the legend lacks is called as we call it."""
    ours = {code.value: code.label.lower() for code in Rating}
    return ours | {code: row.word.lower() for code, row in (legend or {}).items()}


def in_words(rule, limits, legend):
    """The sentences of a rule with the numbers and the rating words of a date."""
    return [text.format(**limits.__dict__, **rating_words(legend)) for text in rule]


def rate_action(facts, limits, on):
    """What the dates say of an action on a date."""
    if facts.state == ActionState.ACCEPTED:
        return RuleResult(Rating.COMPLETE, RuleReason.ACCEPTED, facts.state_since)
    if facts.state in DROPPED_STATES:
        return RuleResult(None, RuleReason.DROPPED, facts.state_since)
    if facts.plan_closed_on and on >= facts.plan_closed_on:
        return RuleResult(None, RuleReason.PLAN_CLOSED, facts.plan_closed_on)
    if facts.state == ActionState.SAID_DONE:
        return _rate_waiting(facts, limits, on)
    if facts.due_on is None:
        return RuleResult(None, RuleReason.NO_DATE)
    return _rate_off_track(facts, limits, on) or _rate_at_risk(facts, limits, on) or _rate_in_time(facts, on)


def _rate_waiting(facts, limits, on):
    if _days(facts.state_since, on) > limits.acceptance_days:
        return RuleResult(Rating.AT_RISK, RuleReason.ACCEPTANCE_OVERDUE, facts.state_since)
    if facts.due_on and (facts.done_on or facts.state_since) > facts.due_on:
        return RuleResult(Rating.AT_RISK, RuleReason.DONE_LATE, facts.due_on)
    if is_extended_too_far(facts, limits):
        return RuleResult(Rating.AT_RISK, RuleReason.EXTENDED, facts.due_on)
    return RuleResult(Rating.ON_TRACK, RuleReason.SAID_DONE, facts.state_since)


def _rate_off_track(facts, limits, on):
    if on > facts.due_on:
        return RuleResult(Rating.OFF_TRACK, RuleReason.OVERDUE, facts.due_on)
    late = _latest_first_milestone(facts, on)
    if late and _days(late, on) > limits.milestone_red_days:
        return RuleResult(Rating.OFF_TRACK, RuleReason.MILESTONE_LONG_OVERDUE, late)
    return None


def _rate_at_risk(facts, limits, on):
    late = _latest_first_milestone(facts, on)
    if late:
        return RuleResult(Rating.AT_RISK, RuleReason.MILESTONE_OVERDUE, late)
    if is_extended_too_far(facts, limits):
        return RuleResult(Rating.AT_RISK, RuleReason.EXTENDED, facts.due_on)
    if has_not_begun(facts) and facts.start_on and _days(facts.start_on, on) > limits.start_grace_days:
        return RuleResult(Rating.AT_RISK, RuleReason.START_MISSED, facts.start_on)
    if facts.touched_on and on >= (facts.start_on or on) and _days(facts.touched_on, on) > limits.stale_days:
        return RuleResult(Rating.AT_RISK, RuleReason.STALE, facts.touched_on)
    return None


def _rate_in_time(facts, on):
    if facts.start_on and on < facts.start_on:
        return RuleResult(Rating.NOT_STARTED, RuleReason.NOT_DUE_TO_START, facts.start_on)
    return RuleResult(Rating.ON_TRACK, RuleReason.IN_TIME, facts.due_on)


def is_extended_too_far(facts, limits):
    return facts.times_extended >= limits.extension_count or facts.days_extended > limits.extension_days


def has_not_begun(facts):
    return facts.rating in (None, Rating.NOT_STARTED)


def _latest_first_milestone(facts, on):
    """The due date of the milestone that has been late longest, or None."""
    return min((milestone.due_on for milestone in facts.milestones if milestone.is_late(on)), default=None)


def _days(since, on):
    return (on - since).days if since else 0


def turning_dates(facts, limits):
    """Every date on which the rule may turn while the facts stay as they are."""
    dates = {facts.start_on, facts.plan_closed_on}
    dates.add(_after(facts.due_on, 1))
    dates.add(_after(facts.start_on, limits.start_grace_days + 1))
    dates.add(_after(facts.touched_on, limits.stale_days + 1))
    dates.add(_after(facts.state_since, limits.acceptance_days + 1))
    for milestone in facts.milestones:
        dates.update((milestone.done_on, _after(milestone.due_on, 1)))
        dates.add(_after(milestone.due_on, limits.milestone_red_days + 1))
    return {turn for turn in dates if turn}


def _after(day, days):
    return day + timedelta(days=days) if day else None


@dataclass(frozen=True)
class Tally:
    """How many live actions of a strand the dates rate how.

    ``critical`` counts critical ones that are off track, ``undated`` open ones that the dates cannot rate.
    """

    off_track: int = 0
    at_risk: int = 0
    on_track: int = 0
    not_started: int = 0
    complete: int = 0
    critical: int = 0
    undated: int = 0

    @property
    def still_open(self):
        return self.off_track + self.at_risk + self.on_track + self.not_started


@dataclass(frozen=True)
class StrandResult:
    """The roll-up of a strand: its rating, the reason in words (ratings in braces), and which actions decided it."""

    rating: str | None
    words: str
    deciding_rating: str | None = None
    is_critical_only: bool = False

    def said(self, legend=None):
        """The reason in the legend's words."""
        return self.words.format(**rating_words(legend))

    def is_decided_by(self, standing):
        """Whether an action, as it stands, is one of those that decided the roll-up."""
        if standing.rule_rating != self.deciding_rating or standing.rule_rating is None:
            return False
        return standing.is_critical or not self.is_critical_only


def roll_up(tally, off_track_share, at_risk_share):
    """What the actions say of their strand; shares are per cent of the open actions."""
    if not tally.still_open and not tally.complete:
        return StrandResult(None, "No action of this part of the plan can be rated by its dates.")
    if not tally.still_open:
        return _roll_up_finished(tally)
    late = _roll_up_late(tally, off_track_share, at_risk_share)
    if late:
        return late
    if tally.not_started == tally.still_open and not tally.complete:
        return StrandResult(Rating.NOT_STARTED, "None of its actions is due to start yet.", Rating.NOT_STARTED)
    if tally.at_risk:
        return StrandResult(
            Rating.ON_TRACK,
            f"By the dates none is {{off_track}}; {tally.at_risk} of {tally.still_open} open {{at_risk}}.",
            Rating.AT_RISK,
        )
    return StrandResult(Rating.ON_TRACK, "By the dates none of its actions is {off_track} or {at_risk}.")


def _roll_up_finished(tally):
    if tally.undated:
        return StrandResult(
            None, f"The rest is {{complete}}, but {_counted(tally.undated)} open without an agreed date."
        )
    return StrandResult(Rating.COMPLETE, "All its actions are {complete}.", Rating.COMPLETE)


def _roll_up_late(tally, off_track_share, at_risk_share):
    if tally.critical:
        words = f"{_counted(tally.critical)} {{off_track}} by the dates and critical."
        return StrandResult(Rating.OFF_TRACK, words, Rating.OFF_TRACK, is_critical_only=True)
    if tally.off_track:
        reached = tally.off_track * 100 >= off_track_share * tally.still_open
        words = f"{_counted(tally.off_track)} {{off_track}} by the dates, of {tally.still_open} open."
        return StrandResult(Rating.OFF_TRACK if reached else Rating.AT_RISK, words, Rating.OFF_TRACK)
    if tally.at_risk * 100 >= at_risk_share * tally.still_open:
        words = f"{_counted(tally.at_risk)} {{at_risk}} by the dates, of {tally.still_open} open."
        return StrandResult(Rating.AT_RISK, words, Rating.AT_RISK)
    return None


def _counted(count):
    return f"{count} action is" if count == 1 else f"{count} actions are"


REASON_WORDS = {
    RuleReason.ACCEPTED: "a second person accepted it on {date}",
    RuleReason.DROPPED: "it has not been part of the plan since {date}",
    RuleReason.PLAN_CLOSED: "the plan was closed on {date}",
    RuleReason.NO_DATE: "no date has been agreed",
    RuleReason.SAID_DONE: "it was said to be done on {date} and waits for acceptance",
    RuleReason.ACCEPTANCE_OVERDUE: "it was said to be done on {date} and nobody has accepted it",
    RuleReason.DONE_LATE: "it was done after the date agreed, {date}, and waits for acceptance",
    RuleReason.OVERDUE: "the date agreed was {date}",
    RuleReason.MILESTONE_LONG_OVERDUE: "a milestone was due on {date} and is long overdue",
    RuleReason.MILESTONE_OVERDUE: "a milestone was due on {date}",
    RuleReason.EXTENDED: "the date was moved too often or too far; it is now {date}",
    RuleReason.START_MISSED: "it should have started on {date}",
    RuleReason.STALE: "nobody has reported on it since {date}",
    RuleReason.NOT_DUE_TO_START: "it is not due to start until {date}",
    RuleReason.IN_TIME: "nothing is late; it is due on {date}",
}


def reason_words(reason, on_date):
    """The rule's reason as the second half of a sentence that begins "because"."""
    words = REASON_WORDS[RuleReason(reason)]
    return words.format(date=f"{on_date.day} {on_date:%B %Y}" if on_date else "an unknown date")
