"""Works out where an action stands on every date, from its dated rows.

``standings_of`` is a pure fold; ``refresh`` reads the rows of some actions, folds them and writes the result and the
"latest" columns of the actions. It is called in the same transaction as every change.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from apps.plans.codes import STATE_AFTER, ActionState, DecisionKind, Rating
from apps.plans.models import (
    Action,
    ActionChange,
    ActionDecision,
    ExtensionDecision,
    Milestone,
    MilestoneChange,
    MilestoneCompletion,
    Standing,
    StatusUpdate,
    Thresholds,
)
from apps.plans.rules import ActionFacts, Limits, MilestoneFact, rate_action, turning_dates

LIMIT_FIELDS = tuple(Limits.__dataclass_fields__)


@dataclass(frozen=True)
class MilestonePath:
    """A milestone over time: ``dates`` are ``(from which day, due on, is dropped)``, oldest first."""

    dates: tuple
    done_on: date | None = None
    title: str = ""

    def fact_on(self, on):
        """How it stood by the end of ``on``; None before it was added and once it was dropped."""
        known = [(due_on, is_dropped) for day, due_on, is_dropped in self.dates if day <= on]
        if not known or known[-1][1]:
            return None
        return MilestoneFact(known[-1][0], self.done_on, self.title)


@dataclass
class Record:
    """The standing dated rows of one action, each list in order of effect."""

    action: Action
    plan_closed_on: date | None
    updates: list
    decisions: list
    extensions: list
    milestones: list
    limits: list
    changes: list = field(default_factory=list)
    first_change: ActionChange | None = None


def standings_of(record):
    """The unsaved Standing rows of one action, without gaps, the last without an end."""
    begins = _begins_on(record)
    turns = {begins}
    changes = sorted({day for day in _change_dates(record) if day > begins} | {begins})
    for index, day in enumerate(changes):
        until = changes[index + 1] if index + 1 < len(changes) else date.max
        facts, limits = _facts_on(record, day)
        turns.add(day)
        turns.update(turn for turn in turning_dates(facts, limits) if day < turn < until)
    return _merged([_standing_on(record, day) for day in sorted(turns)])


def _begins_on(record):
    return min([record.action.added_on, *(row.effective_on for row in record.updates)])


def _change_dates(record):
    for rows in (record.updates, record.decisions, record.extensions, record.changes):
        yield from (row.effective_on for row in rows)
    for path in record.milestones:
        yield from (day for day, _, _ in path.dates)
    yield from (day for day, _ in record.limits)
    yield from (day for day in (record.plan_closed_on, record.action.dated_on) if day)


def _merged(standings):
    kept = []
    for standing in standings:
        if kept and _content(kept[-1]) == _content(standing):
            continue
        if kept:
            kept[-1].ends_on = standing.starts_on
        kept.append(standing)
    return kept


def _content(standing):
    return [getattr(standing, name) for name in CONTENT]


CONTENT = [f.attname for f in Standing._meta.concrete_fields if f.attname not in ("id", "starts_on", "ends_on")]


def _facts_on(record, on):
    """What was true of the action by the end of ``on``, and the limits that held."""
    updates = [u for u in record.updates if u.effective_on <= on]
    decisions = [d for d in record.decisions if d.effective_on <= on]
    extensions = [e for e in record.extensions if e.effective_on <= on]
    start_on, is_critical = _planned_on(record, on)
    updated_on = updates[-1].effective_on if updates else None
    touches = [record.action.added_on, start_on, updated_on]
    touches += [d.effective_on for d in decisions if d.kind in (DecisionKind.REOPENED, DecisionKind.SENT_BACK)]
    facts = ActionFacts(
        state=STATE_AFTER[decisions[-1].kind] if decisions else ActionState.OPEN,
        state_since=decisions[-1].effective_on if decisions else None,
        done_on=_finished_on(decisions),
        start_on=start_on,
        is_critical=is_critical,
        due_on=extensions[-1].extension.to_due_on if extensions else _first_date_on(record.action, on),
        rating=next((u.rating for u in reversed(updates) if u.rating), None),
        updated_on=updated_on,
        touched_on=max(day for day in touches if day),
        times_extended=len(extensions),
        days_extended=sum(e.extension.days for e in extensions),
        milestones=tuple(filter(None, (path.fact_on(on) for path in record.milestones))),
        plan_closed_on=record.plan_closed_on,
    )
    limits = [limit for day, limit in record.limits if day <= on]
    return facts, limits[-1] if limits else Limits()


def _planned_on(record, on):
    """The start, and whether the action was critical, as planned on a date; the first row says how it was at first."""
    changes = [c for c in record.changes if c.effective_on <= on]
    planned = changes[-1] if changes else record.first_change or record.action
    return planned.start_on, planned.is_critical


def _first_date_on(action, on):
    """The first date promised, once it was agreed."""
    return action.original_due_on if action.dated_on is None or action.dated_on <= on else None


def _standing_on(record, on):
    facts, limits = _facts_on(record, on)
    result = rate_action(facts, limits, on)
    accepted = facts.state == ActionState.ACCEPTED
    updates = [u for u in record.updates if u.effective_on <= on]
    decisions = [d for d in record.decisions if d.effective_on <= on]
    return Standing(
        action_id=record.action.pk,
        starts_on=on,
        state=facts.state,
        is_plan_closed=bool(record.plan_closed_on and record.plan_closed_on <= on),
        due_on=facts.due_on,
        rating=Rating.COMPLETE if accepted else facts.rating,
        rated_on=facts.state_since if accepted else _last(u.effective_on for u in updates if u.rating),
        updated_on=facts.updated_on,
        touched_on=facts.touched_on,
        finished_on=facts.done_on,
        is_critical=facts.is_critical,
        start_on=facts.start_on,
        late_milestones=[[row.title, row.due_on.isoformat()] for row in facts.milestones if row.is_late(on)],
        percent_complete=_last(u.percent_complete for u in updates if u.percent_complete is not None),
        times_extended=facts.times_extended,
        days_extended=facts.days_extended,
        times_unchanged=_times_unchanged(updates),
        was_sent_back=bool(decisions) and decisions[-1].kind == DecisionKind.SENT_BACK,
        rule_rating=result.rating,
        rule_reason=result.reason,
        rule_date=result.about_on,
    )


def _last(values):
    found = list(values)
    return found[-1] if found else None


def _finished_on(decisions):
    """The day on which the work was done, as its lead said, else that of the decision; None while open."""
    state = STATE_AFTER[decisions[-1].kind] if decisions else ActionState.OPEN
    if state == ActionState.OPEN:
        return None
    if state in (ActionState.ACCEPTED, ActionState.SAID_DONE):
        said = _last(d.done_on or d.effective_on for d in decisions if d.kind == DecisionKind.SAID_DONE)
        return said or decisions[-1].effective_on
    return decisions[-1].effective_on


def _times_unchanged(updates):
    count = 0
    for update in reversed(updates):
        if not update.is_no_change:
            break
        count += 1
    return count


def limits_by_date(known_at=None):
    """The rule's numbers from each date on, oldest first."""
    rows = Thresholds.objects.standing(known_at).order_by("effective_on", "recorded_at", "pk")
    return [(row.effective_on, Limits(**{name: getattr(row, name) for name in LIMIT_FIELDS})) for row in rows]


def records_of(actions, known_at=None):
    """The rows of several actions, read in a fixed number of queries; with ``known_at`` as recorded by then."""
    actions = list(actions)
    ids = [action.pk for action in actions]
    in_order = ("effective_on", "recorded_at", "pk")
    updates = _grouped(StatusUpdate.objects.standing(known_at).filter(action__in=ids).order_by(*in_order))
    decisions = _grouped(ActionDecision.objects.standing(known_at).filter(action__in=ids).order_by(*in_order))
    approved = ExtensionDecision.objects.standing(known_at).filter(is_approved=True, extension__action__in=ids)
    extensions = _grouped(approved.select_related("extension").order_by(*in_order), lambda row: row.extension.action_id)
    changes = _grouped(ActionChange.objects.standing(known_at).filter(action__in=ids).order_by(*in_order))
    firsts = changes if known_at is None else _grouped(ActionChange.objects.filter(action__in=ids).order_by(*in_order))
    milestones = _milestones({action.pk: action for action in actions}, known_at)
    limits = limits_by_date(known_at)
    for action in actions:
        key = action.pk
        yield Record(
            action,
            action.plan.closed_on,
            updates[key],
            decisions[key],
            extensions[key],
            milestones[key],
            limits,
            changes[key],
            next(iter(firsts[key]), None),
        )


def rule_rating_with(action, report, on, reached=(), missed=()):
    """What the dates would say on a date with a report that is not saved and the milestones ticked or unticked in it.

    As many queries as ``records_of``.
    """
    (record,) = records_of([action])
    record.updates = sorted([*record.updates, report], key=lambda row: row.effective_on)
    ticked, unticked = {row.title for row in reached}, {row.title for row in missed}
    record.milestones = [
        replace(path, done_on=None if path.title in unticked else path.done_on or report.effective_on)
        if path.title in ticked | unticked
        else path
        for path in record.milestones
    ]
    facts, limits = _facts_on(record, on)
    return rate_action(facts, limits, on).rating


def _grouped(rows, key=lambda row: row.action_id):
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _milestones(actions, known_at):
    done = {}
    for row in MilestoneCompletion.objects.standing(known_at).filter(milestone__action__in=actions):
        done[row.milestone_id] = min(row.effective_on, done.get(row.milestone_id, row.effective_on))
    changes = MilestoneChange.objects.standing(known_at).filter(milestone__action__in=actions)
    changes = _grouped(changes.order_by("effective_on", "recorded_at", "pk"), lambda row: row.milestone_id)
    groups = defaultdict(list)
    for milestone in Milestone.objects.filter(action__in=actions):
        first = (milestone.added_on or actions[milestone.action_id].added_on, milestone.original_due_on, False)
        later = [(row.effective_on, row.due_on, row.is_dropped) for row in changes[milestone.pk]]
        groups[milestone.action_id].append(MilestonePath((first, *later), done.get(milestone.pk), milestone.title))
    return groups


def lock_in_order(actions):
    """Lock these actions until the end of the transaction; always in one order, so that nobody waits in a circle."""
    rows = Action.objects.select_for_update(no_key=True).filter(pk__in=[action.pk for action in actions])
    return list(rows.order_by("pk").values_list("pk", flat=True))


def refresh(actions):
    """Work out and store where these actions stand, on every date; what is read is read once they are locked."""
    keys = lock_in_order(actions)
    actions = list(Action.objects.filter(pk__in=keys).select_related("plan"))
    rows, changed = [], []
    for record in records_of(actions):
        standings = standings_of(record)
        rows.extend(standings)
        if _copy_latest(record.action, standings[-1]):
            changed.append(record.action)
    Standing.objects.filter(action__in=actions).delete()
    Standing.objects.bulk_create(rows, batch_size=2000)
    Action.objects.bulk_update(changed, LATEST, batch_size=500)


LATEST = ["due_on", "state", "rating", "percent_complete", "updated_on"]


def _copy_latest(action, standing):
    """Repeat the newest dated rows as columns of the action; says whether any changed."""
    before = [getattr(action, name) for name in LATEST]
    for name in LATEST:
        setattr(action, name, getattr(standing, name))
    return before != [getattr(action, name) for name in LATEST]
