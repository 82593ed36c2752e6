"""Where the rows of a tracker go: into the actions of one plan, found by their reference.

The first date promised never changes: a later date in the sheet becomes a request for a new date, which somebody else
approves. "Complete" in the sheet means that somebody says so; a second person accepts it.
"""

from datetime import date

from django.db import connection
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Lower

from apps.accounts.models import Organisation, OrganisationKind, Post
from apps.core.landing import Existing, Found, Landing, is_blank, problem
from apps.imports.models import SAVED_OUTCOMES
from apps.imports.staging import store
from apps.plans.codes import CLOSED_STATES, ActionState, Rating
from apps.plans.models import Action, Extension, Plan, StatusUpdate
from apps.plans.permissions import can_edit_plans, visible_plans
from apps.plans.trackers.saving import apply_rows
from apps.plans.trackers.undoing import undo_rows
from apps.plans.trackers.words import REPORTED, part_of, split_narrative

# Rows whose action is not the one, or not as, they were compared with.
MOVED = """
    SELECT count(*) FROM imports_stagedrow r
    LEFT JOIN plans_action a ON a.plan_id = %s AND lower(a.reference) = r.key
    WHERE r.batch_id = %s AND r.outcome = ANY (%s) AND NOT r.is_skipped
        AND (a.id IS DISTINCT FROM r.matched OR a.version IS DISTINCT FROM r.matched_version)
"""
PUBLISHED = (
    "“{plan}” is published. Actions, dates and ratings that you save are on the public pages at once, where anybody "
    "can read them."
)
# Columns that a plan of one kind keeps and the other does not.
OF_ONE_KIND = frozenset({"objective", "milestone", "impact"})
LONGEST = {"reference": 30, "action": 500, "due_text": 200, "accountable": 200}


class TrackerLanding(Landing):
    """Actions of one plan; ``strand_kind`` is what its parts are, ``extras`` the fields that only its kind has."""

    noun = "action"
    dated_fields = REPORTED
    has_targets = True
    needs_position = True

    def __init__(self, plan_type, strand_kind, extras=None):
        self.plan_type, self.strand_kind, self.extras = plan_type, strand_kind, extras

    def may_import(self, user):
        return can_edit_plans(user)

    def targets(self, user):
        return self._open(visible_plans(user))

    def all_targets(self):
        return self._open(Plan.objects.all())

    def places(self, user):
        return self.targets(user)

    def all_places(self):
        return self.all_targets()

    def _open(self, plans):
        plans = plans.filter(type__code=self.plan_type, closed_on=None).newest_first()
        return [(str(plan.pk), plan.marked_name) for plan in plans]

    def target_of(self, value):
        return {"plan": int(value)}

    def destination(self, batch):
        plan = Plan.objects.get(pk=batch.target["plan"])
        return plan.marked_name, plan.get_absolute_url()

    def published(self, batch):
        plan = Plan.objects.get(pk=batch.target["plan"])
        return PUBLISHED.format(plan=plan) if plan.is_published and not plan.is_demonstration else ""

    def find(self, batch, keys):
        plan = Plan.objects.get(pk=batch.target["plan"])
        known = {
            "plan": plan,
            "strands": {strand.reference.casefold(): strand for strand in plan.strands.all()},
            "posts": _posts(),
            "organisations": {row.name.casefold(): row for row in Organisation.objects.all()},
        }
        return Found(self._existing(plan, keys), known)

    def references(self, batch):
        actions = Action.objects.filter(plan=batch.target["plan"]).order_by("reference_key")
        return {reference.lower(): reference for reference in actions.values_list("reference", flat=True)}

    def keys_of(self, batch, pks):
        references = Action.objects.filter(plan=batch.target["plan"], pk__in=pks).values_list("pk", "reference")
        return {pk: reference.lower() for pk, reference in references}

    def chosen(self, queryset):
        keys = {}
        for plan, reference in queryset.filter(plan__type__code=self.plan_type).values_list("plan", "reference"):
            keys.setdefault(plan, []).append(reference.lower())
        return [({"plan": plan}, found) for plan, found in keys.items()]

    def columns(self, layout):
        """Without what only the other kind of plan keeps of an action."""
        kept = self.extras.fields if self.extras else {}
        return tuple(column for column in layout.columns if column.field not in OF_ONE_KIND or column.field in kept)

    def options(self, batch):
        plan = Plan.objects.get(pk=batch.target["plan"])
        return {
            "priority": [_part(strand) for strand in plan.strands.order_by("position", "pk")],
            "accountable": list(Post.objects.order_by("title").values_list("title", flat=True).distinct()),
            "organisation": list(Organisation.objects.order_by("name").values_list("name", flat=True)),
        }

    def _existing(self, plan, keys):
        actions = plan.actions.annotate(key=Lower("reference")).filter(key__in=keys)
        actions = list(_with_latest(actions))
        leads = _leads(actions)
        extras = self.extras.values_of(actions) if self.extras else {}
        return {
            action.reference.lower(): Existing(
                action.pk,
                action.version,
                _values(action, leads.get(action.pk, [])) | extras.get(action.pk, {}),
                action.updated_on,
                _beside(action),
            )
            for action in actions
        }

    def prepare(self, fields, existing, found, batch):
        problems = [*_too_long(fields), *_wrong_dates(fields, batch), *self._parts(fields, existing, found)]
        problems += _unknown_posts(fields, found)
        fields = dict(fields)
        if existing:
            if str(fields.get("reference") or "").lower() == existing.values["reference"].lower():
                # Other capitals do not make another reference.
                fields["reference"] = existing.values["reference"]
            fields = _keep_first_date(fields, existing, problems)
            problems += _before(existing, batch) or _older(existing, batch)
            fields = _leave_closed(fields, existing, problems)
        return _check_revised(fields, existing, problems), problems

    def _parts(self, fields, existing, found):
        """The strand that a new action belongs to is named, though it need not be there yet."""
        if existing:
            return
        is_there = part_of(fields, found.known["strands"]) is not None
        if not is_there and not fields.get("priority_ref"):
            words = "The sheet does not say to which part of the plan this belongs."
            yield problem("strand_missing", "priority", words)
        elif not is_there:
            words = f"The plan has no part {fields['priority_ref']} yet; it will be added."
            yield problem("strand_new", "priority", words, "note")
        if not fields.get("action"):
            yield problem("action_missing", "action", "The row does not say what was promised.")

    def moved(self, batch):
        """Locks the plan, so that nobody reports on it or adds to it while the batch is saved."""
        Plan.objects.select_for_update().get(pk=batch.target["plan"])
        with connection.cursor() as cursor:
            cursor.execute(MOVED, [batch.target["plan"], batch.pk, list(SAVED_OUTCOMES)])
            return cursor.fetchone()[0]

    def apply(self, batch, rows, by, on):
        rows = list(rows)
        found = self.find(batch, [row.key for row in rows])
        written = apply_rows(self, batch, rows, by, on, found)
        for row in rows:
            row.written = written[row.position]
        store(batch, rows, ("written",))
        new = sum(1 for row in rows if row.written["is_new"])
        return new, len(rows) - new

    def undo(self, batch, rows, by, on, reason):
        undo_rows(self, batch, list(rows), by, on, reason)


def _posts():
    """Posts by their title; where two organisations have one of the same title, the council's."""
    posts = Post.objects.select_related("organisation").order_by("pk")
    ordered = sorted(posts, key=lambda post: post.organisation.kind == OrganisationKind.COUNCIL)
    return {post.title.casefold(): post for post in ordered}


def _with_latest(actions):
    """Actions with the words of their newest report and the date of a request that waits."""
    updates = StatusUpdate.objects.standing().filter(action=OuterRef("pk")).latest_first()
    asked = Extension.objects.undecided().filter(action=OuterRef("pk")).order_by("-pk")
    return actions.select_related(
        "strand", "accountable_council__organisation", "accountable_icb__organisation"
    ).annotate(
        latest_words=Subquery(updates.values("narrative")[:1]),
        asked_for=Subquery(asked.values("to_due_on")[:1]),
    )


def _leads(actions):
    rows = Post.objects.filter(action_leads__action__in=actions).annotate(leads=F("action_leads__action"))
    leads = {}
    for post in rows.order_by("action_leads__pk"):
        leads.setdefault(post.leads, []).append(post.title)
    return leads


def _values(action, leads):
    """An action as the tracker shows it."""
    answers = action.accountable_council or action.accountable_icb
    said_done = action.state in (ActionState.SAID_DONE, ActionState.ACCEPTED)
    progress, evidence = split_narrative(action.latest_words or "")
    moved = action.asked_for or (action.due_on if action.due_on != action.original_due_on else None)
    return {
        "reference": action.reference,
        "action": action.title,
        "leads": leads,
        "accountable": answers.title if answers else None,
        "start_on": _iso(action.start_on),
        "due_on": _iso(action.original_due_on),
        "due_text": action.due_text or None,
        "revised_due_on": _iso(moved),
        "success_measure": action.success_criteria or None,
        "percent_complete": action.percent_complete,
        "rating": Rating.COMPLETE if said_done else action.rating,
        "progress": progress or None,
        "evidence": evidence or None,
        # What the sheet does not show, for the rules below.
        "is_closed": action.state in CLOSED_STATES,
        "is_waiting": action.asked_for is not None,
        "agreed_on": _iso(action.due_on),
        "added_on": _iso(action.added_on),
    }


def _beside(action):
    """To which part of the plan an action belongs, and whose it is: that is changed on the site."""
    answers = action.accountable_council or action.accountable_icb
    return {
        "priority": _part(action.strand),
        "priority_ref": action.strand.reference,
        "organisation": answers.organisation.name if answers else None,
    }


def _part(strand):
    return f"{strand.reference}: {strand.title}"


def _iso(day):
    return day.isoformat() if day else None


def _too_long(fields):
    for name, longest in LONGEST.items():
        if len(fields.get(name) or "") > longest:
            words = f"{len(fields[name])} characters are too many: {longest} fit."
            yield problem("too_long", name, words)
    for title in fields.get("leads") or []:
        if len(title) > LONGEST["accountable"]:
            yield problem("too_long", "leads", f"A lead has {len(title)} characters: {LONGEST['accountable']} fit.")


def _wrong_dates(fields, batch):
    start, due = fields.get("start_on"), fields.get("due_on")
    if start and due and due < start:
        yield problem("date_order", "due", "The date promised is before the start.")
    percent = fields.get("percent_complete")
    if percent is not None and not 0 <= percent <= 100:  # noqa: PLR2004 - a percentage
        yield problem("percent_out_of_range", "percent_complete", "Per cent complete is from 0 to 100.")


def _unknown_posts(fields, found):
    for title in [*(fields.get("leads") or []), fields.get("accountable")]:
        if title and title.casefold() not in found.known["posts"]:
            words = f"No post is called “{title}” yet; it will be added, held by nobody."
            yield problem("post_new", "leads", words, "note")


def _keep_first_date(fields, existing, problems):
    """A date that differs from the first one promised is taken as the date wished for now."""
    first, due = existing.values["due_on"], fields.get("due_on")
    if not first or not due or due == first:
        return fields
    agreed = existing.values["revised_due_on"]
    fields = fields | {"due_on": None}
    if due == agreed or fields.get("revised_due_on"):
        return fields
    day = date.fromisoformat(first)
    if due < first:
        words = f"The first date promised was {day:%-d %B %Y}; an earlier one cannot take its place."
        problems.append(problem("first_date_stays", "due", words, "warning"))
        return fields
    words = f"The first date promised stays {day:%-d %B %Y}; the later one becomes a request for a new date."
    problems.append(problem("first_date_stays", "due", words, "note"))
    return fields | {"revised_due_on": due}


def _before(existing, batch):
    if batch.position_on and batch.position_on.isoformat() < existing.values["added_on"]:
        day = date.fromisoformat(existing.values["added_on"])
        words = f"This action is part of the plan from {day:%-d %B %Y}: the file tells of an earlier day."
        return [problem("before_action", "reference", words)]
    return []


def _older(existing, batch):
    if existing.reported_on and batch.position_on and existing.reported_on > batch.position_on:
        day = f"{existing.reported_on:%-d %B %Y}"
        words = f"There is a newer report here, of {day}: rating, per cent and progress are not taken over."
        return [problem("older_position", "progress", words, "warning")]
    return []


def _leave_closed(fields, existing, problems):
    """What is closed, or said to be done, is not reported on until somebody opens it again."""
    differs = {name for name in REPORTED if not is_blank(fields.get(name)) and fields[name] != existing.values[name]}
    if existing.values["is_closed"] and differs:
        words = "This action is closed here: rating, per cent and progress are not taken over. Reopen it first."
        problems.append(problem("action_closed", "rating", words, "warning"))
        return fields | dict.fromkeys(REPORTED)
    if existing.values["rating"] == Rating.COMPLETE and "rating" in differs:
        words = "Here it is said to be done and waits for acceptance: the rating of the sheet is not taken over."
        problems.append(problem("said_done", "rating", words, "warning"))
        return fields | {"rating": None}
    return fields


def _check_revised(fields, existing, problems):
    """A revised date is asked for only where it moves the date now agreed, and no other request waits."""
    revised = fields.get("revised_due_on")
    if not revised or (existing and revised == existing.values["revised_due_on"]):
        return fields
    agreed = existing.values["agreed_on"] if existing else None
    agreed = agreed or fields.get("due_on")
    if existing and existing.values["is_waiting"]:
        words = "A new date was asked for already and waits for a decision; this one is not asked for."
    elif not agreed:
        words = "There is no first date that the revised date could move; it is not taken over."
    elif revised <= agreed:
        words = "The revised date is not later than the date agreed; it is not taken over."
    else:
        return fields
    problems.append(problem("revised_left", "revised_due_on", words, "warning"))
    return fields | {"revised_due_on": None}
