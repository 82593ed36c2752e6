"""What the weekly e-mail of a person says: what is overdue, due, quiet, sent back, or waits for them."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from apps.accounts.models import OFFICERS
from apps.core.dates import days_apart, long_date
from apps.core.words import plural
from apps.plans import permissions
from apps.plans.codes import CLOSED_STATES, ActionState, DecisionKind
from apps.plans.models import ActionDecision

# How many matters of a group the e-mail names; the page that it leads to has all.
NAMED = 10


@dataclass
class Matter:
    """One line of the e-mail."""

    words: str
    why: str
    path: str

    @property
    def address(self):
        return absolute(self.path)


@dataclass
class Group:
    title: str
    path: str
    matters: list = field(default_factory=list)

    @property
    def named(self):
        return self.matters[:NAMED]

    @property
    def more(self):
        return len(self.matters) - len(self.named)

    @property
    def address(self):
        return absolute(self.path)


@dataclass
class Letter:
    """The e-mail of one person; there is none where ``count`` is 0."""

    person: object
    groups: list

    @property
    def count(self):
        return sum(len(group.matters) for group in self.groups)

    @property
    def subject(self):
        return f"SEND Tracker: {plural(self.count, 'thing')} this week"

    def bodies(self):
        """``(plain text, HTML)`` of the e-mail."""
        context = {
            "letter": self,
            "site": absolute(reverse("dashboards:home")),
            "account": absolute(reverse("accounts:account")),
        }
        return tuple(render_to_string(f"dashboards/digest.{kind}", context) for kind in ("txt", "html"))


def absolute(path):
    return f"{settings.SITE_ADDRESS.rstrip('/')}{path}"


def week_of(on):
    """The first day of the week in which a date lies: the newest day set for sending that is not after it."""
    return on - timedelta(days=(on.weekday() - settings.DIGEST_WEEKDAY) % 7)


def letter_of(person, memberships, on, limits):
    """What a person is told on a date, in all of their current roles together; a fixed number of queries a role.

    Made-up actions are told to nobody.
    """
    groups = {
        "sent_back": Group("Sent back to you", reverse("dashboards:my-actions")),
        "overdue": Group("Overdue", reverse("dashboards:my-actions")),
        "due_soon": Group(f"Due in the next {limits.due_soon_days} days", reverse("dashboards:my-actions")),
        "stale": Group(f"No report for more than {limits.stale_days} days", reverse("dashboards:my-actions")),
        "accept": Group("Waiting for you to accept", reverse("plans:approvals")),
        "approve": Group("New dates waiting for you", reverse("plans:approvals")),
    }
    roles = {membership.role: membership for membership in memberships if membership.role in OFFICERS}
    # A manager decides on everything, so that their other roles add nothing.
    for membership in sorted(roles.values(), key=lambda row: row.role not in permissions.MANAGERS)[:1]:
        person.act_as(membership)
        for key, matter in (*_own(person, on, limits), *_to_accept(person, on), *_to_approve(person, on)):
            groups[key].matters.append(matter)
    return Letter(person, [group for group in groups.values() if group.matters])


def _own(person, on, limits):
    """Each action that the person leads, in the first group that it fits."""
    rows = _standings(person, on).filter(state=ActionState.OPEN)
    rows = rows.filter(action__in=permissions.visible_actions(person).filter(permissions.mine(person)).values("pk"))
    for standing in rows:
        key, why = _need(standing, on, limits)
        if key:
            yield key, _matter(standing.action, why)


def _need(standing, on, limits):
    due = standing.due_on
    if standing.was_sent_back:
        return "sent_back", "Add what is missing and say again that it is done."
    if due and due < on:
        return "overdue", f"It was due on {long_date(due)}, {plural(days_apart(due, on), 'day')} ago."
    if due and due <= on + timedelta(days=limits.due_soon_days):
        return "due_soon", f"It is due on {long_date(due)}."
    if standing.touched_on and days_apart(standing.touched_on, on) > limits.stale_days:
        return "stale", f"Nobody has reported on it for {days_apart(standing.touched_on, on)} days."
    return None, ""


def _standings(person, on):
    rows = permissions.visible_standings(person).on(on).owed()
    rows = rows.filter(action__plan__is_demonstration=False)
    return rows.select_related("action").order_by("due_on", "action__reference_key", "pk")


def _to_accept(person, on):
    """What was said to be done by somebody else and is the person's to accept; two queries."""
    rows = _standings(person, on).filter(state=ActionState.SAID_DONE)
    if not permissions.is_manager(person):
        rows = rows.filter(permissions.answered_for(person, "action"))
    rows = list(rows)
    said = ActionDecision.objects.as_at(on).filter(kind=DecisionKind.SAID_DONE, action__in=[r.action_id for r in rows])
    newest = {row.action_id: row for row in said.order_by("effective_on", "recorded_at", "pk")}
    for standing in rows:
        decision = newest.get(standing.action_id)
        if decision is None or decision.recorded_by_id != person.pk:
            said_on = f" on {long_date(decision.effective_on)}" if decision else ""
            yield "accept", _matter(standing.action, f"It was said to be done{said_on}.")


def _to_approve(person, on):
    """New dates that somebody else asked for and the person decides on; one query."""
    rows = permissions.visible_extensions(person).undecided().filter(action__plan__closed_on=None)
    rows = rows.exclude(action__state__in=CLOSED_STATES).exclude(recorded_by=person)
    rows = rows.filter(action__plan__is_demonstration=False, effective_on__lte=on)
    if not permissions.is_manager(person):
        rows = rows.filter(permissions.answered_for(person, "action"))
    rows = rows.select_related("action").order_by("effective_on", "pk")
    for asked in rows:
        why = f"{long_date(asked.to_due_on)} was asked for on {long_date(asked.effective_on)}."
        yield "approve", _matter(asked.action, why)


def _matter(action, why):
    return Matter(" ".join(f"{action.reference} {action.title}".split()), why, action.get_absolute_url())
