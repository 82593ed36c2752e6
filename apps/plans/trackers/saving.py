"""Saves the rows of a tracker: actions, leads, reports, dates asked for; each kind of row in one statement."""

from datetime import date

from apps.accounts.models import OrganisationKind, Post
from apps.core.changes import Refused
from apps.core.landing import is_blank
from apps.plans.codes import ActionState, DecisionKind, Rating
from apps.plans.models import (
    Action,
    ActionChange,
    ActionDecision,
    ActionLead,
    Extension,
    Plan,
    StatusUpdate,
    Strand,
)
from apps.plans.references import sort_key
from apps.plans.standing import lock_in_order, refresh
from apps.plans.trackers.words import REPORTED, join_narrative, part_of, split_narrative

# Which attribute of an action a field of the sheet sets.
ATTRIBUTES = {
    "reference": "reference",
    "action": "title",
    "success_measure": "success_criteria",
    "due_text": "due_text",
}


class Saving:
    """One run over the rows of a batch; ``written`` is filled as it goes on."""

    def __init__(self, landing, batch, rows, by, on, found):
        self.landing, self.batch, self.rows, self.by, self.on = landing, batch, rows, by, on
        self.plan, self.posts = found.known["plan"], found.known["posts"]
        self.strands, self.organisations = found.known["strands"], found.known["organisations"]
        self.written = {row.position: {"is_new": row.matched is None} for row in rows}
        self.fields = {row.position: row.fields | row.edits for row in rows}
        # What a row says anew: of an action that is there only what the row changes, so that what changed here stays.
        self.told = {
            row.position: {name: new for name, (_, new) in row.changes.items()} if row.matched else row.shown
            for row in rows
        }
        self.title = batch.reported_by or f"Reported in {batch.file_name}"[:200]
        self.actions, self.last = {}, {}

    def run(self):
        self._hold_plan()
        self._add_posts()
        self._add_strands()
        self._add_actions()
        self._change_actions()
        self._set_leads()
        self.last = self._last_reports()
        self._report()
        self._say_done()
        self._ask_for_dates()
        if self.landing.extras:
            self.landing.extras.save(self)
        refresh(list(self.actions.values()))
        self._keep_versions()
        return self.written

    def _hold_plan(self):
        """Nobody reports on the plan or adds to it meanwhile."""
        plan = Plan.objects.select_for_update().get(pk=self.plan.pk)
        if plan.closed_on:
            raise Refused(f"{plan} was closed on {plan.closed_on:%-d %B %Y}; nothing more is loaded into it.")
        if self.batch.position_on < plan.starts_on:
            raise Refused(
                f"{plan} counts from {plan.starts_on:%-d %B %Y}: the file cannot tell of an earlier day.", "position_on"
            )
        lock_in_order([Action(pk=row.matched) for row in self.rows if row.matched])

    # What actions point to.

    def _add_posts(self):
        wanted = {}
        for row in self.rows:
            told = self.told[row.position]
            for title in [*(told.get("leads") or []), told.get("accountable")]:
                if title and title.casefold() not in self.posts:
                    wanted.setdefault(title.casefold(), (title, self._organisation(self.fields[row.position])))
        made = Post.objects.bulk_create(
            Post(title=title, organisation=organisation, is_demonstration=self.plan.is_demonstration)
            for title, organisation in wanted.values()
        )
        self.posts |= {post.title.casefold(): post for post in made}
        self.batch.result["posts"] = [post.pk for post in made]

    def _organisation(self, fields):
        """The organisation that the row names, else the council."""
        named = self.organisations.get((fields.get("organisation") or "").casefold())
        council = (row for row in self.organisations.values() if row.kind == OrganisationKind.COUNCIL)
        chosen = named or next(council, None)
        if chosen is None:
            raise Refused("No organisation of the council's kind is known yet. Add it first.")
        return chosen

    def _add_strands(self):
        place = max((strand.position for strand in self.strands.values()), default=0)
        made = {}
        for row in self.rows:
            fields = self.fields[row.position]
            reference = fields.get("priority_ref")
            if row.matched or part_of(fields, self.strands) or reference.casefold() in made:
                continue
            made[reference.casefold()] = Strand(
                plan=self.plan,
                kind=self.landing.strand_kind,
                reference=reference,
                reference_key=sort_key(reference),
                position=place + len(made) + 1,
                title=(fields.get("priority") or reference)[:300],
            )
        Strand.objects.bulk_create(made.values())
        self.strands |= made
        self.batch.result["strands"] = [strand.pk for strand in made.values()]

    # Actions.

    def _add_actions(self):
        new = {row.position: self._new_action(self.fields[row.position]) for row in self.rows if not row.matched}
        Action.objects.bulk_create(new.values())
        self.actions |= new
        for position, action in new.items():
            self.written[position]["action"] = action.pk

    def _new_action(self, fields):
        return Action(
            plan=self.plan,
            strand=part_of(fields, self.strands),
            reference=fields["reference"],
            reference_key=sort_key(fields["reference"]),
            title=fields["action"],
            success_criteria=fields.get("success_measure") or "",
            added_on=self.batch.position_on,
            start_on=_day(fields.get("start_on")),
            original_due_on=_day(fields.get("due_on")),
            due_precision=fields.get("due_precision") or "day",
            due_text=fields.get("due_text") or "",
            source=f"{self.batch.file_name}, position {self.batch.position_on:%-d %B %Y}",
            **self._accountable(fields.get("accountable")),
        )

    def _accountable(self, title):
        post = self.posts.get((title or "").casefold())
        if post is None:
            return {}
        is_health = post.organisation.kind == OrganisationKind.HEALTH
        return {"accountable_icb" if is_health else "accountable_council": post}

    def _change_actions(self):
        matched = [row for row in self.rows if row.matched]
        actions = Action.objects.select_related("plan", "strand").in_bulk([row.matched for row in matched])
        names = {"version"}
        for row in matched:
            action = self.actions[row.position] = actions[row.matched]
            before = self._change_action(action, row)
            self.written[row.position] |= {"action": action.pk, "before": before}
            names |= set(before)
            action.version += 1
        Action.objects.bulk_update([self.actions[row.position] for row in matched], sorted(names), batch_size=500)
        self._record_starts(matched)

    def _change_action(self, action, row):
        """Set what the row changes of the action itself; returns the attributes as they were, as JSON holds them."""
        wanted = {ATTRIBUTES[name]: new or "" for name, (_, new) in row.changes.items() if name in ATTRIBUTES}
        if "start_on" in row.changes:
            wanted["start_on"] = _day(row.changes["start_on"][1])
        if "due_on" in row.changes:
            wanted |= {"original_due_on": _day(row.changes["due_on"][1]), "dated_on": self.batch.position_on}
            wanted["due_precision"] = self.fields[row.position].get("due_precision") or "day"
        if "accountable" in row.changes:
            wanted |= {f"{name}_id": post.pk for name, post in self._accountable(row.changes["accountable"][1]).items()}
        if "reference" in wanted:
            wanted["reference_key"] = sort_key(wanted["reference"])
        before = {name: _plain(getattr(action, name)) for name in wanted}
        for name, value in wanted.items():
            setattr(action, name, value)
        return before

    def _record_starts(self, matched):
        """A new start is a dated row; before the first change also how it was at first."""
        moved = [row for row in matched if "start_on" in row.changes]
        changed = set(
            ActionChange.objects.filter(action__in=[row.matched for row in moved]).values_list("action", flat=True)
        )
        made = []
        for row in moved:
            action, old = self.actions[row.position], _day(row.changes["start_on"][0])
            if action.pk not in changed:
                made.append(self._start(action, action.added_on, old, "As first planned."))
            made.append(self._start(action, self.batch.position_on, action.start_on, f"From {self.batch.file_name}"))
        ActionChange.objects.bulk_create(made)
        written = {item["action"]: item for item in self.written.values() if "action" in item}
        for change in made:
            written[change.action_id].setdefault("starts", []).append(change.pk)

    def _start(self, action, day, start_on, reason):
        return ActionChange(
            action=action,
            recorded_by=self.by,
            effective_on=day,
            start_on=start_on,
            is_critical=action.is_critical,
            reason=reason,
        )

    def _set_leads(self):
        links = []
        for row in self.rows:
            if row.matched and "leads" not in row.changes:
                continue
            action, titles = self.actions[row.position], self.fields[row.position].get("leads") or []
            if row.matched:
                old = ActionLead.objects.filter(action=action)
                self.written[row.position]["leads_before"] = list(old.values_list("post", flat=True))
                old.delete()
            posts = dict.fromkeys(self.posts[title.casefold()].pk for title in titles)
            links += [ActionLead(action=action, post_id=post) for post in posts]
        ActionLead.objects.bulk_create(links)

    # What is told of a day.

    def _report(self):
        made = {row.position: self._report_of(row) for row in self.rows if self._tells(row)}
        StatusUpdate.objects.bulk_create(made.values())
        for position, update in made.items():
            self.written[position]["update"] = update.pk

    def _tells(self, row):
        return any(not is_blank(self.told[row.position].get(name)) for name in REPORTED)

    def _report_of(self, row):
        fields = self.told[row.position]
        last = self.last.get(row.matched)
        progress, evidence = split_narrative(last.narrative) if last else ("", "")
        rating = fields.get("rating") or (last.rating if last else None)
        return StatusUpdate(
            action=self.actions[row.position],
            recorded_by=self.by,
            effective_on=self.batch.position_on,
            narrative=join_narrative(fields.get("progress") or progress, fields.get("evidence") or evidence),
            rating=None if rating == Rating.COMPLETE else rating,
            percent_complete=_first_known(fields.get("percent_complete"), last.percent_complete if last else None),
            author_title=self.title,
            source=f"{self.batch.file_name}, {row.sheet}, row {row.number}",
            batch=self.batch,
        )

    def _last_reports(self):
        ids = [row.matched for row in self.rows if row.matched]
        updates = StatusUpdate.objects.standing().filter(action__in=ids)
        return {update.action_id: update for update in updates.order_by("effective_on", "recorded_at", "pk")}

    def _say_done(self):
        made = {}
        for row in self.rows:
            action = self.actions[row.position]
            if self.told[row.position].get("rating") == Rating.COMPLETE and action.state == ActionState.OPEN:
                made[row.position] = ActionDecision(
                    action=action,
                    recorded_by=self.by,
                    effective_on=self.batch.position_on,
                    kind=DecisionKind.SAID_DONE,
                    reason=f"{self.batch.file_name} says that it is complete.",
                    author_title=self.title,
                )
        ActionDecision.objects.bulk_create(made.values())
        for position, decision in made.items():
            self.written[position]["decision"] = decision.pk

    def _ask_for_dates(self):
        made = {}
        for row in self.rows:
            asked = self._asked_date(row)
            action = self.actions[row.position]
            agreed = action.due_on if row.matched else action.original_due_on
            if asked and agreed and asked > agreed:
                made[row.position] = Extension(
                    action=action,
                    recorded_by=self.by,
                    effective_on=self.batch.position_on,
                    from_due_on=agreed,
                    to_due_on=asked,
                    reason=f"Revised date in {self.batch.file_name}",
                    author_title=self.title,
                )
        Extension.objects.bulk_create(made.values())
        for position, extension in made.items():
            self.written[position]["extension"] = extension.pk

    def _asked_date(self, row):
        if row.matched:
            return _day(row.changes["revised_due_on"][1]) if "revised_due_on" in row.changes else None
        return _day(self.fields[row.position].get("revised_due_on"))

    def _keep_versions(self):
        """The version of each action after saving: taking the batch back is refused where it has moved on."""
        ids = [action.pk for action in self.actions.values()]
        versions = dict(Action.objects.filter(pk__in=ids).values_list("pk", "version"))
        for item in self.written.values():
            item["version"] = versions[item["action"]]


def apply_rows(landing, batch, rows, by, on, found):
    """Save the rows of a batch into its plan; ``{position: what was written}``."""
    return Saving(landing, batch, rows, by, on, found).run()


def _day(text):
    return date.fromisoformat(text) if text else None


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _first_known(*values):
    return next((value for value in values if value is not None), None)
