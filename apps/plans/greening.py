"""What would turn a red or amber green: the shortest list of what must happen, from the rules themselves.

Pure functions. "Green" is what the rule no longer calls off track or at risk; what is finished late, or was moved too
often, is green only once a second person has accepted it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from apps.core.dates import days_apart, long_date
from apps.core.words import plural
from apps.plans.codes import IN_TROUBLE, ActionState, Rating, RuleReason
from apps.plans.rules import ActionFacts, MilestoneFact, has_not_begun, is_extended_too_far

ACCEPT = "accept"
ONLY_FINISH = "only_finish"
NEW_DATE = "new_date"
MILESTONE = "milestone"
START = "start"
REPORT = "report"
OWNER = "owner"


@dataclass(frozen=True)
class Step:
    """One thing that must happen: its code, the words for it, and the last day or the milestone that it speaks of."""

    kind: str
    words: str
    about: object = None


ONLY_OWNER = "Only its owner’s next report changes this rating"
AFTERWARDS = Step(OWNER, "Then its owner reports again: the steps above change only what the dates say.")


def steps_of_action(facts, limits, on):
    """What must happen for the rule to stop calling an action off track or at risk on a date; ``facts`` say that it is.

    All steps of the list are needed. An action that has a date too far back, or was moved too often, can only be
    finished: no report, milestone or date makes it green.
    """
    if facts.state == ActionState.SAID_DONE:
        return (Step(ACCEPT, "A second person accepts it: it was said to be done, and waits."),)
    only = _only_finishing(facts, limits, on)
    if only:
        return (Step(ONLY_FINISH, f"Nothing but finishing it, and a second person accepting it: {only}."),)
    steps = [*_new_date(facts, limits, on), *_milestones(facts, on)]
    return (*steps, *_report(facts, limits, on))


def _only_finishing(facts, limits, on):
    """Why no new date can make it green, or nothing."""
    if facts.times_extended >= limits.extension_count:
        return f"its date was moved {times(facts.times_extended)}"
    if is_extended_too_far(facts, limits):
        return f"its date was moved by {facts.days_extended} days in all"
    if facts.due_on >= on:
        return ""
    if facts.times_extended + 1 >= limits.extension_count:
        return f"it was due on {long_date(facts.due_on)}, and its date may not be moved once more"
    if _last_date(facts, limits) < on:
        return f"it was due on {long_date(facts.due_on)}, and its date may not be moved that far"
    return ""


def times(count):
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _last_date(facts, limits):
    """The last day to which the date may be moved without being moved too far."""
    return facts.due_on + timedelta(days=limits.extension_days - facts.days_extended)


def _new_date(facts, limits, on):
    if facts.due_on < on:
        last = _last_date(facts, limits)
        words = f"Agree a later date, {long_date(last)} at the latest, or finish it: it was due on"
        yield Step(NEW_DATE, f"{words} {long_date(facts.due_on)}.", last)


def _milestones(facts, on):
    for milestone in sorted((m for m in facts.milestones if m.is_late(on)), key=lambda m: (m.due_on, m.title)):
        words = f"Complete the milestone “{milestone.title}”: it was due on {long_date(milestone.due_on)}."
        yield Step(MILESTONE, words, milestone)


def _report(facts, limits, on):
    """One report at most: that it has started, or at all."""
    started = facts.start_on
    if has_not_begun(facts) and started and days_apart(started, on) > limits.start_grace_days:
        yield Step(START, f"Report that it has started: it should have on {long_date(started)}.")
    elif facts.touched_on and on >= (started or on) and days_apart(facts.touched_on, on) > limits.stale_days:
        yield Step(REPORT, f"Report on it: nobody has for {days_apart(facts.touched_on, on)} days.")


def facts_of(standing):
    """The facts that the steps hang on, from a ``Standing`` or anything with its columns."""
    late = (MilestoneFact(date.fromisoformat(due), None, title) for title, due in standing.late_milestones)
    return ActionFacts(
        state=standing.state,
        start_on=standing.start_on,
        due_on=standing.due_on,
        rating=standing.rating,
        touched_on=standing.touched_on,
        times_extended=standing.times_extended,
        days_extended=standing.days_extended,
        milestones=tuple(late),
    )


def turns_green(standing, limits, on):
    """The steps beneath a red or amber of an action, its owner's or the rule's; empty where neither is."""
    if standing.rule_rating in IN_TROUBLE:
        steps = steps_of_action(facts_of(standing), limits, on)
        ends = {ACCEPT, ONLY_FINISH}.intersection(step.kind for step in steps)
        asks_owner = steps and not ends and standing.rating in IN_TROUBLE
        return (*steps, AFTERWARDS) if asks_owner else steps
    if standing.rating not in IN_TROUBLE:
        return ()
    if standing.state == ActionState.SAID_DONE:
        return steps_of_action(facts_of(standing), limits, on)
    if standing.rule_reason == RuleReason.NO_DATE:
        return (Step(OWNER, f"{ONLY_OWNER}: without an agreed date the dates say nothing."),)
    return (Step(OWNER, f"{ONLY_OWNER}: the dates say nothing against it."),) if standing.rule_rating else ()


def at_risk_allowed(still_open, at_risk_share):
    """How many of so many open actions may be at risk without putting their strand at risk."""
    return max(0, -(-at_risk_share * still_open // 100) - 1)


def steps_of_strand(by_dates, at_risk_share):
    """What must change in a strand that its actions call off track or at risk: ``(how many off track, how many at
    risk)``.

    Every action that is off track must turn, and of those at risk as many as are above the share; ``by_dates`` counts
    live actions by what the dates say of them.
    """
    still_open = sum(by_dates.get(code, 0) for code in Rating if code != Rating.COMPLETE)
    above = by_dates.get(Rating.AT_RISK, 0) - at_risk_allowed(still_open, at_risk_share)
    return by_dates.get(Rating.OFF_TRACK, 0), max(0, above)


def strand_turns_green(picture, limits, standings=()):
    """The steps beneath a red or amber of a strand; ``standings`` are its actions', where they are in hand to be named.

    Words hold ratings in braces, as those of the rules.
    """
    by_rule = picture.rule.rating in IN_TROUBLE
    if not by_rule and picture.rating not in IN_TROUBLE:
        return ()
    steps = _strand_words(picture, limits, standings) if by_rule else ()
    if picture.rating in IN_TROUBLE:
        words = "{} the accountable officer’s next rating changes {}."
        steps += (words.format("Then", "the one above") if by_rule else words.format("Only", "this one"),)
    return steps


def _strand_words(picture, limits, standings):
    off_track, at_risk = steps_of_strand(picture.by_dates, limits.strand_at_risk_share)
    of, named = picture.by_dates.get(Rating.AT_RISK, 0), _named(standings, Rating.AT_RISK)
    steps = ()
    if off_track:
        many, which = _that_are(off_track, "off_track"), _named(standings, Rating.OFF_TRACK)
        steps += (f"{many} must turn{': ' if which else ''}{which}.",)
    if at_risk == of and of:
        steps += (f"{_that_are(of, 'at_risk')} must turn{': ' if named else ''}{named}.",)
    elif at_risk:
        steps += (f"Of {_that_are(of, 'at_risk')}{f' ({named})' if named else ''}, {at_risk} must turn.",)
    return steps


def _that_are(count, code):
    return f"{plural(count, 'action')} that {'is' if count == 1 else 'are'} {{{code}}} by the dates"


def _named(standings, code):
    return ", ".join(row.action.reference for row in standings if row.rule_rating == code)
