"""How a promise was changed since it was recorded: its words, who answers for it, who leads it, and what it answers.

Read from the history. What came with the action itself is no change of it, nor is what a command of ours put in.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Max

from apps.accounts.models import Membership, Post
from apps.core.as_stood import HIDES, end_of, old_words
from apps.core.words import joined
from apps.inspections.models import Finding
from apps.plans.models import Action, ActionFinding, ActionLead

WORDS = {
    "reference": "Reference",
    "title": "What was promised",
    "plain_title": "In plain words",
    "description": "Description",
    "success_criteria": "How we will know that it worked",
}
POSTS = {
    "accountable_council_id": "Who answers for it at the council",
    "accountable_icb_id": "Who answers for it at the NHS",
    "deputy_id": "Who stands in for the lead",
}
LINKS = {"post_id": (ActionLead, "Who leads it"), "finding_id": (ActionFinding, "Findings it answers")}
NOTHING = "nothing"


@dataclass(frozen=True)
class Edit:
    """One change; ``changes`` are ``(what, before, after)`` in words, ``file`` the spreadsheet that made it, if any."""

    at: datetime
    by: str
    file: str
    reason: str
    changes: list


def edits_of(action, on):
    """The changes up to the end of a day, the newest first; three queries, and four more where there are any."""
    found, stood = [], {}
    for context_id, together in groupby(_events(action, on), key=lambda event: event["pgh_context_id"]):
        before = _copy(stood)
        for event in together:
            _apply(event, stood)
        if before and context_id and before != stood:
            found.append((event, before, _copy(stood)))
    return _told(action, found[::-1]) if found else []


def _events(action, on):
    """What happened to the action and its links, in order; of one whose words never changed, how it began."""
    theirs = {"pgh_created_at__lte": end_of(on)}
    of_action = Action.pgh_event_model.objects.filter(pgh_obj_id=action.pk, **theirs).order_by("pgh_created_at")
    rows = list(_values(of_action, *WORDS, *POSTS)[: None if action.edited_at else 1])
    for name, (model, _) in LINKS.items():
        rows += _values(model.pgh_event_model.objects.filter(action_id=action.pk, **theirs), "pgh_obj_id", name)
    return sorted(rows, key=lambda row: row["pgh_created_at"])


def _values(events, *names):
    return events.values("pgh_created_at", "pgh_label", "pgh_context_id", "pgh_context", *names)


def _apply(event, stood):
    """Change ``stood``, which holds the columns of the action and for each kind of link ``{link: its other end}``."""
    for name in LINKS:
        ends = stood.setdefault(name, {})
        if name in event and event["pgh_label"] == "delete":
            ends.pop(event["pgh_obj_id"], None)
        elif name in event:
            ends[event["pgh_obj_id"]] = event[name]
    stood |= {name: event[name] for name in (*WORDS, *POSTS) if name in event}


def _copy(stood):
    return {name: dict(value) if name in LINKS else value for name, value in stood.items()}


def _told(action, found):
    """The changes in words; posts and findings by what they are called now."""
    contexts = [event["pgh_context"] for event, _, _ in found]
    people = Membership.objects.select_related("organisation").in_bulk({c.get("membership") for c in contexts} - {None})
    called = {"post_id": Post.objects.in_bulk(_ends(found, "post_id", *POSTS)), "finding_id": {}}
    called["finding_id"] = Finding.objects.in_bulk(_ends(found, "finding_id"))
    edits, hidden_until = [], _hidden_until(action)
    for (event, before, after), context in zip(found, contexts, strict=True):
        at = event["pgh_created_at"]
        hidden = (at <= hidden_until, at < hidden_until) if hidden_until else (False, False)
        lines = _lines(action, (before, after), hidden, called)
        changes = [(what, *words) for what, *words in lines if words[0] != words[1]]
        by = people.get(context.get("membership"))
        said = str(by) if by else "", context.get("file", ""), context.get("reason", "")
        edits.append(Edit(at, *said, changes))
    return [edit for edit in edits if edit.changes]


def _ends(found, link, *columns):
    """The ids of all posts or findings that are named."""
    states = [state for _, *states in found for state in states]
    ids = {key for state in states for key in state[link].values()}
    return ids | {state[name] for state in states for name in columns} - {None}


def _hidden_until(action):
    """When words of the action were last replaced that are not to be shown again, or None."""
    events = Action.pgh_event_model.objects.filter(pgh_obj_id=action.pk, pgh_context__has_key=HIDES)
    return events.aggregate(at=Max("pgh_created_at"))["at"]


def _lines(action, states, hidden, called):
    """``(what, before, after)`` of everything that may have changed; ``states`` and ``hidden`` are before and after."""
    for name, what in WORDS.items():
        now, both = getattr(action, name), zip(states, hidden, strict=True)
        yield what, *(old_words(state[name], now, is_hidden) or NOTHING for state, is_hidden in both)
    for name, what in POSTS.items():
        yield what, *(str(called["post_id"].get(state[name], "nobody")) for state in states)
    for name, (_, what) in LINKS.items():
        yield what, *(joined(_names(called[name], state[name].values())) or NOTHING for state in states)


def _names(called, keys):
    return sorted(getattr(called[key], "reference", "") or str(called[key]) for key in set(keys) if key in called)
