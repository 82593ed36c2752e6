"""What needs an officer today: each open action in the first group that it fits."""

from dataclasses import dataclass, field
from datetime import timedelta

from apps.plans.codes import ActionState, DecisionKind, Rating, is_greener
from apps.plans.models import ActionDecision, Extension
from apps.plans.permissions import mine
from apps.plans.rules import reason_words
from apps.plans.strands import is_late_by_first_date

GROUPS = {
    "sent_back": "Sent back to you",
    "overdue": "Overdue",
    "due_soon": "Due in the next {days} days",
    "off_track": "You say it is off track",
    "differing": "You rate it better than the dates do",
    "unreported": "No report this month",
}
# What a group counts, where its title alone could be read otherwise.
COUNTS = {
    "unreported": "Begun, not reported on since the month began, and in no group above. Reports for the next meeting "
    "are counted from one meeting to the next instead.",
}

# What takes an action off the list of what needs its lead, once today's report is written.
NEEDS = {
    "sent_back": "It stays here until you add what is missing and say again that it is done.",
    "overdue": "It stays here until it is said to be done or a new date is agreed.",
    "due_soon": "It stays here until it is said to be done or a new date is agreed.",
    "off_track": "It stays here until you no longer say that it is off track.",
    "differing": "It stays here while the dates say worse than you do.",
}


@dataclass
class Item:
    """One action of the list, with what the row says of it."""

    standing: object
    reason: str
    is_late: bool
    is_unchanged_too_often: bool
    on: object
    days_late: int = 0
    days_left: int | None = None
    sent_back: object = None
    asked: object = None
    needs: str = ""

    @property
    def is_reported_today(self):
        return self.standing.updated_on == self.on


@dataclass
class Group:
    key: str
    title: str
    items: list = field(default_factory=list)

    @property
    def counts(self):
        return COUNTS.get(self.key, "")


def mine_on(user, standings, on, limits):
    """``(groups, the others)`` for a person on a date; a fixed number of queries."""
    rows = standings.on(on).filter(action__in=_actions_of(user, standings)).owed()
    rows = rows.select_related("action__strand", "action__plan").order_by("due_on", "action__reference_key", "pk")
    groups = {key: Group(key, title.format(days=limits.due_soon_days)) for key, title in GROUPS.items()}
    others = []
    rows = list(rows)
    asked = {row.action_id: row for row in Extension.objects.undecided().filter(action__in=[r.action_id for r in rows])}
    why = _sent_back([row.action_id for row in rows if row.was_sent_back], on)
    for standing in rows:
        item = _item(standing, on, limits)
        item.sent_back = why.get(standing.action_id) if standing.was_sent_back else None
        item.asked = asked.get(standing.action_id)
        key = _group_of(standing, on, limits)
        item.needs = NEEDS.get(key, "")
        (groups[key].items if key else others).append(item)
    return [group for group in groups.values() if group.items], others


def _actions_of(user, standings):
    action = standings.model._meta.get_field("action").related_model
    return action.objects.filter(mine(user)).values("pk")


def _sent_back(actions, on):
    """``{action id: the decision by which it was sent back}``."""
    sent = ActionDecision.objects.as_at(on).filter(action__in=actions, kind=DecisionKind.SENT_BACK)
    newest_last = sent.order_by("effective_on", "recorded_at", "pk") if actions else ()
    return {row.action_id: row for row in newest_last}


def _item(standing, on, limits):
    due = standing.due_on
    return Item(
        standing,
        reason_words(standing.rule_reason, standing.rule_date),
        is_late_by_first_date(standing, on),
        standing.times_unchanged >= limits.no_change_count,
        on,
        days_late=(on - due).days if due and due < on else 0,
        days_left=(due - on).days if due and due >= on else None,
    )


def _group_of(standing, on, limits):
    """The first group that an open action fits, or None; what waits for acceptance needs nothing from its lead."""
    if standing.state != ActionState.OPEN:
        return None
    if standing.was_sent_back:
        return "sent_back"
    pressing = _pressed_by_date(standing.due_on, on, limits)
    if pressing:
        return pressing
    if standing.rating == Rating.OFF_TRACK:
        return "off_track"
    if is_greener(standing.rating, standing.rule_rating):
        return "differing"
    return "unreported" if _is_unreported(standing, on) else None


def _pressed_by_date(due_on, on, limits):
    if due_on and due_on < on:
        return "overdue"
    return "due_soon" if due_on and due_on <= on + timedelta(days=limits.due_soon_days) else None


def _is_unreported(standing, on):
    """Begun, and not reported on in this calendar month."""
    begun = not standing.action.start_on or standing.action.start_on <= on
    return begun and (standing.updated_on is None or standing.updated_on < on.replace(day=1))
