"""Where the rows of a sheet of evidence go: links at actions of one plan, by the rules of ``services.add_evidence``.

Evidence is never changed: the same link at the same action is there already, whatever else its row says. What a file
brought is voided when it is taken back, unless it was opened to others or an action was completed on it since.
"""

import hashlib
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Exists, F, OuterRef

from apps.accounts.titles import title_of
from apps.core.changes import Refused
from apps.core.dates import long_date
from apps.core.landing import Existing, Found, Landing, date_to_come, keep_written, problem, rows_to_save
from apps.core.words import were
from apps.imports.staging import portions
from apps.plans.codes import ActionState, DecisionKind
from apps.plans.models import Action, ActionDecision, Evidence, EvidenceRelease, Plan
from apps.plans.permissions import can_edit_plans, visible_plans
from apps.plans.standing import lock_in_order, refresh

# What parts reference and link in a key; no cell can hold it.
PART = "\x1f"
LONGEST_KEY = 300
LONGEST = {"title": 200, "link": 1000}
DONE = (ActionState.SAID_DONE, ActionState.ACCEPTED)
# As in ``can_add_evidence``: to what became another action, or none, nothing is added.
GONE = (ActionState.WITHDRAWN, ActionState.MERGED, ActionState.REPLACED)
is_web_address = URLValidator(schemes=["http", "https"])
OPENED = "{pieces} opened to others since, the first of them “{first}”. Nothing was taken back: close them first."
DECIDED = "{actions} said to be done or accepted since, the first of them {first}. Nothing was taken back."


def key_of(reference, link):
    """An action and a link; of a link that is too long its fingerprint."""
    key = f"{reference.casefold()}{PART}{link}"
    if len(key) <= LONGEST_KEY:
        return key
    return f"{reference.casefold()}{PART}{hashlib.sha256(link.encode()).hexdigest()}"


def _existing(row):
    """Evidence is never changed: all that a sheet shows of it stands beside."""
    beside = {"action_reference": row.reference, "link": row.link, "title": row.title, "shows": row.shows}
    beside |= {"dated_on": row.effective_on.isoformat(), "note": row.note or None}
    return Existing(row.pk, 1, {}, beside=beside)


class EvidenceLanding(Landing):
    """Links as evidence of the actions of one plan."""

    has_targets = True
    target_label = "Which plan’s actions is this evidence for?"
    target_missing = "Choose the plan whose actions this evidence is for"

    def may_import(self, user):
        return can_edit_plans(user)

    def targets(self, user):
        return _named(visible_plans(user))

    def all_targets(self):
        return _named(Plan.objects.all())

    def target_of(self, value):
        return {"plan": int(value)}

    def destination(self, batch):
        plan = Plan.objects.get(pk=batch.target["plan"])
        return plan.marked_name, plan.get_absolute_url()

    def key_of(self, fields):
        reference, link = fields.get("action_reference"), fields.get("link")
        return key_of(reference, link) if reference and link else ""

    def find(self, batch, keys):
        plan = Plan.objects.get(pk=batch.target["plan"])
        actions = {action.reference.casefold(): action for action in plan.actions.all()}
        wanted = set(keys)
        named = [actions[name] for name in {key.partition(PART)[0] for key in wanted} if name in actions]
        existing = {
            key: _existing(row) for key, row in _links(Evidence.objects.filter(action__in=named)) if key in wanted
        }
        return Found(existing, {"plan": plan, "actions": actions})

    def references(self, batch):
        return {
            key: f"{row.reference}: {row.title}"
            for key, row in _links(Evidence.objects.filter(action__plan=batch.target["plan"]))
        }

    def prepare(self, fields, existing, found, batch):
        if existing:
            title = existing.beside["title"]
            words = f"The link is there already, as “{title}”; evidence is not changed by a file."
            told = [] if title == fields.get("title") else [problem("evidence_there", "title", words, "note")]
            return {"link": fields["link"]}, told
        late = date_to_come(fields, "dated_on", batch)
        return fields, [*_of_action(fields, found), *_of_link(fields), *_of_the_rest(fields), *late]

    def moved(self, batch):
        """Locks the plan, so that it is not closed meanwhile, and the actions that get evidence."""
        plan = Plan.objects.select_for_update(no_key=True).get(pk=batch.target["plan"])
        rows = rows_to_save(batch)
        moved = 0
        for portion in portions(rows.only("batch", "key", "fields", "edits").iterator()):
            found = self.find(batch, [row.key for row in portion])
            lock_in_order(found.known["actions"][key] for key in _actions_of(portion) if key in found.known["actions"])
            moved += sum(row.key in found.existing or bool(list(_of_action(row.shown, found))) for row in portion)
        _require_open(plan)
        return moved

    def apply(self, batch, rows, by, on):
        rows = list(rows)
        found = self.find(batch, [])
        made = [_evidence(row, found.known["actions"], batch, by) for row in rows]
        Evidence.objects.bulk_create(made)
        _touch({evidence.action_id for evidence in made})
        for row, evidence in zip(rows, made, strict=True):
            row.written = {"is_new": True, "evidence": evidence.pk, "action": evidence.action_id}
        keep_written(rows)
        return len(rows), 0

    def undo(self, batch, rows, by, on, reason):
        rows = list(rows)
        plan = Plan.objects.select_for_update(no_key=True).get(pk=batch.target["plan"])
        _require_open(plan)
        actions = {row.written["action"] for row in rows}
        lock_in_order(Action(pk=pk) for pk in actions)
        evidence = Evidence.objects.standing().filter(pk__in=[row.written["evidence"] for row in rows])
        evidence = list(evidence.select_related("action").order_by("pk"))
        _require_unused(evidence)
        title = title_of(by)
        Evidence.objects.bulk_create(
            Evidence(
                action_id=row.action_id,
                recorded_by=by,
                effective_on=on,
                title=row.title,
                shows=row.shows,
                author_title=title,
                voids=row,
                void_reason=reason,
            )
            for row in evidence
        )
        _touch(actions)


def _named(plans):
    return [(str(plan.pk), plan.marked_name) for plan in plans.filter(closed_on=None).newest_first()]


def _links(evidence):
    """``(key, evidence)`` of each link that stands, with its action's ``reference``."""
    rows = evidence.standing().exclude(link="")
    rows = rows.annotate(reference=F("action__reference")).order_by("action__reference_key", "pk")
    return [(key_of(row.reference, row.link), row) for row in rows]


def _actions_of(rows):
    return {row.shown["action_reference"].casefold() for row in rows}


def _require_open(plan):
    if plan.closed_on:
        raise Refused(f"{plan} was closed on {long_date(plan.closed_on)}; its evidence stays as it is.")


# What only the database knows of a row.


def _of_action(fields, found):
    reference = fields.get("action_reference") or ""
    action = found.known["actions"].get(reference.casefold())
    if reference and action is None:
        words = f"{found.known['plan']} has no action {reference}."
        yield problem("action_unknown", "action_reference", words)
    elif action and action.state in GONE:
        words = f"{action.reference} is {action.get_state_display().lower()}: nothing is added to it."
        yield problem("action_gone", "action_reference", words)


def _of_link(fields):
    link = fields.get("link") or ""
    if not link:
        yield problem("link_missing", "link", "A sheet brings links only: give one, or add the file at the action.")
    elif len(link) > LONGEST["link"]:
        yield problem("too_long", "link", f"{len(link)} characters are too many: {LONGEST['link']} fit.")
    else:
        try:
            is_web_address(link)
        except ValidationError:
            words = "The link must be a web address, such as https://example.org/minutes."
            yield problem("link_is_no_address", "link", words)


def _of_the_rest(fields):
    if len(fields.get("title") or "") > LONGEST["title"]:
        words = f"{len(fields['title'])} characters are too many: {LONGEST['title']} fit."
        yield problem("too_long", "title", words)
    if not fields.get("dated_on"):
        yield problem("date_missing", "dated_on", "Enter the date of the evidence itself.")
    if not fields.get("shows"):
        words = "Say what it shows: that it was done, that something changed, or that families feel it."
        yield problem("shows_missing", "shows", words)


# Saving and taking back.


def _evidence(row, actions, batch, by):
    fields = row.shown
    return Evidence(
        action=actions[fields["action_reference"].casefold()],
        recorded_by=by,
        effective_on=date.fromisoformat(fields["dated_on"]),
        title=fields["title"],
        shows=fields["shows"],
        link=fields["link"],
        note=fields.get("note") or "",
        author_title=batch.reported_by or f"Reported in {batch.file_name}"[:200],
    )


def _touch(actions):
    """What changes of an action with its evidence: its version, and where it stands."""
    Action.objects.filter(pk__in=actions).update(version=F("version") + 1)
    refresh([Action(pk=pk) for pk in actions])


def _require_unused(evidence):
    keys = [row.pk for row in evidence]
    opened = set(EvidenceRelease.objects.standing().filter(evidence__in=keys).values_list("evidence", flat=True))
    first = next((row for row in evidence if row.pk in opened), None)
    if first:
        raise Refused(OPENED.format(pieces=were(len(opened), "piece"), first=first.title))
    decisions = ActionDecision.objects.standing().filter(
        action=OuterRef("action"),
        kind__in=(DecisionKind.SAID_DONE, DecisionKind.ACCEPTED),
        recorded_at__gt=OuterRef("recorded_at"),
    )
    done = Evidence.objects.filter(Exists(decisions), pk__in=keys, action__state__in=DONE).order_by(
        "action__reference_key", "pk"
    )
    references = list(dict.fromkeys(done.values_list("action__reference", flat=True)))
    if references:
        raise Refused(DECIDED.format(actions=were(len(references), "action"), first=references[0]))
