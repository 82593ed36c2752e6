"""A made-up tracker that shows every state of the dashboards; always marked, and removed by one command.

The sheet is read once. Its dates are moved by whole weeks, so that its position date becomes the last Thursday on or
before the first loading. What happened before that day is told by ``story.json`` and ``words.json`` beside the sheet;
a sentence is chosen by the number of the action, so that every loading of the same day gives the same rows.
"""

import json
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from openpyxl import load_workbook

from apps.accounts.models import Organisation, OrganisationKind, Post
from apps.board.models import Risk
from apps.core.dates import month_ends
from apps.dashboards import demonstration_meetings, demonstration_risks, demonstration_voice
from apps.inspections.models import Finding, Inspection
from apps.measures.models import (
    Baseline,
    ExpectedDip,
    Measure,
    MeasureFinding,
    MeasureKind,
    Subject,
    Target,
    Value,
)
from apps.measures.reading import percentage
from apps.measures.services import period_of
from apps.pip.models import ImpactAction, ImpactPlan
from apps.plans import services
from apps.plans.codes import DecisionKind, EvidenceShows, Rating
from apps.plans.models import (
    Action,
    ActionChange,
    ActionDecision,
    ActionFinding,
    ActionLead,
    Evidence,
    EvidenceErasure,
    EvidenceRelease,
    Extension,
    ExtensionDecision,
    Milestone,
    MilestoneChange,
    MilestoneCompletion,
    Plan,
    PlanType,
    Standing,
    StatusUpdate,
    Strand,
    StrandRating,
)
from apps.plans.standing import refresh
from apps.voice.models import ProposalAnswer, WordingProposal

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demonstration"
NAME = "Priority Impact Plan (demonstration)"
POSITION = date(2024, 11, 14)
THURSDAY = 3
WORDS = {"Red": "off_track", "Amber": "at_risk", "Green": "on_track", "Blue": "complete", "Not started": "not_started"}
COUNCIL = "Bury Metropolitan Borough Council"
ICB = "NHS Greater Manchester Integrated Care Board"
# The demonstration file's short names; an organisation is there once, under its own name.
FORMAL = {"Bury Council": COUNCIL, "NHS Greater Manchester ICB": ICB}
KINDS = {
    COUNCIL: OrganisationKind.COUNCIL,
    ICB: OrganisationKind.HEALTH,
    "Community health provider": OrganisationKind.HEALTH,
    "Parent carer forum": OrganisationKind.PARENT_CARER_FORUM,
}
MANAGER = "SEND Programme Manager"
SOURCE = "Demonstration data, made up"


def last_thursday(on):
    """The last Thursday on or before a date."""
    return on - timedelta(days=(on.weekday() - THURSDAY) % 7)


@transaction.atomic
def load(on):
    """Load the demonstration unless it is there; returns how many actions it has."""
    plan = Plan.objects.filter(name=NAME).first()
    if plan is None:
        plan = _Loader(on).load()
    return plan.actions.count()


def read(name):
    return json.loads((FOLDER / f"{name}.json").read_text())


def chosen(sentences, number):
    """One sentence of a list, by a number of whatever size."""
    return sentences[number % len(sentences)]


class _Loader:
    """One loading; ``move`` is by how much every date of the sheet is moved."""

    def __init__(self, on):
        self.on = on
        self.position = last_thursday(on)
        self.move = self.position - POSITION
        self.story = read("story")
        self.words = read("words")
        self.plain_titles = read("plain_titles")

    def moved(self, value):
        return value.date() + self.move if value else None

    def day(self, days):
        return self.position + timedelta(days=days)

    def load(self):
        plan = self._plan()
        findings = enumerate(self._findings(), 1)
        strands = {finding.reference: self._strand(plan, finding, place) for place, finding in findings}
        rows = self._rows()
        actions = {row["Ref"]: self._action(plan, strands, row) for row in rows}
        for number, row in enumerate(rows):
            self._history(actions[row["Ref"]], row, number)
        self._evidence(actions)
        self._decisions(actions)
        refresh(actions.values())
        self._rate_strands(strands)
        demonstration_meetings.load(plan, self.on, self.position)
        demonstration_risks.load(plan, self.position)
        self._measures({finding.reference: finding for finding in self._findings()})
        demonstration_voice.load(plan, self.position)
        return plan

    def _plan(self):
        kind, _ = PlanType.objects.get_or_create(
            code="pip", defaults={"name": "Priority Impact Plan", "strand_word": "priority"}
        )
        plan = Plan.objects.create(
            type=kind,
            name=NAME,
            inspection=Inspection.objects.get(key="2024"),
            starts_on=date(2024, 6, 1) + self.move,
            source=SOURCE,
            is_demonstration=True,
        )
        services.publish(plan=plan, by=None, on=plan.starts_on, note=SOURCE)
        ImpactPlan.objects.create(
            plan=plan, source=SOURCE, date_note="Demonstration data: this plan has no real dates."
        )
        return plan

    def _findings(self):
        return Finding.objects.filter(inspection__key="2024").order_by("-kind", "number")

    def _strand(self, plan, finding, place):
        told = self.story["strands"][finding.reference]
        strand = Strand.objects.create(
            plan=plan,
            position=place,
            kind="priority",
            reference=finding.reference,
            title=finding.title,
            plain_title=finding.plain_title,
            accountable_council=self._post(told["council"], COUNCIL),
            accountable_icb=self._post(told["icb"], ICB) if told["icb"] else None,
        )
        strand.findings.set([finding])
        return strand

    def _rows(self):
        sheet = load_workbook(FOLDER / "pip_tracker_clean.xlsx", read_only=True).worksheets[0]
        header, *lines = sheet.iter_rows(values_only=True)
        return [dict(zip(header, line, strict=True)) for line in lines]

    def _post(self, title, organisation):
        name = FORMAL.get(organisation, organisation)
        made, _ = Organisation.objects.get_or_create(name=name, defaults={"kind": KINDS[name]})
        post, _ = Post.objects.get_or_create(title=title, organisation=made, defaults={"is_demonstration": True})
        return post

    def _action(self, plan, strands, row):
        strand = strands[row["Priority"].split()[0]]
        starts = self.moved(row["Start date"])
        of_icb = row["Accountable officer"] in {told["icb"] for told in self.story["strands"].values()}
        accountable = self._post(row["Accountable officer"], ICB if of_icb else COUNCIL)
        action = Action.objects.create(
            plan=plan,
            strand=strand,
            reference=row["Ref"],
            title=row["Action"],
            plain_title=self.plain_titles[row["Ref"]],
            success_criteria=row["Success measure"] or "",
            accountable_council=None if of_icb else accountable,
            accountable_icb=accountable if of_icb else None,
            added_on=min(starts, plan.starts_on),
            start_on=starts,
            original_due_on=self.moved(row["Due date"]),
            source=SOURCE,
        )
        ActionLead.objects.create(action=action, post=self._post(row["Lead officer (role)"], row["Organisation"]))
        if row["Ref"] in self.story["second_leads"]:
            ActionLead.objects.create(action=action, post=self._post(*self.story["second_leads"][row["Ref"]]))
        for finding in strand.findings.all():
            ActionFinding.objects.create(action=action, finding=finding)
        ImpactAction.objects.create(action=action, first_milestone=row["Milestone"] or "")
        return action

    # What had happened by the position date.

    def _history(self, action, row, number):
        rating = WORDS[row["RAG"]]
        author = row["Lead officer (role)"]
        StatusUpdate.objects.bulk_create(self._updates(action, row, rating, number))
        self._milestones(action, row, rating)
        self._extensions(action, row, author)
        if row["Evidence"]:
            shows = EvidenceShows.DONE if rating == Rating.COMPLETE else EvidenceShows.CHANGED
            dated = min(action.original_due_on, self.position) - timedelta(days=3)
            self._proof(action, row["Evidence"], shows, dated, author, is_released=rating == Rating.COMPLETE)
        if rating == Rating.COMPLETE:
            done_on = min(action.original_due_on, self.day(-10))
            self._decide(action, DecisionKind.SAID_DONE, "All steps are finished.", done_on, author)
            reason = "The evidence was looked at and shows that it was done."
            self._decide(action, DecisionKind.ACCEPTED, reason, done_on + timedelta(days=7))

    def _updates(self, action, row, rating, number):
        """The reports on an action, oldest first; the last is the sheet's, and says no change where the story does."""
        ratings = [*self.story["earlier"][rating], rating]
        last = self.position - timedelta(days=self.story["untouched_days"].get(action.reference, number % 3 * 7))
        days = [last - timedelta(days=35 * before) for before in range(len(ratings) - 1, -1, -1)]
        if action.reference in self.story["no_change"]:
            return self._unchanged(action, row, rating, number, days)
        updates = [
            self._update(action, row, past, number, place, day, (place + 1) / len(ratings))
            for place, (past, day) in enumerate(zip(ratings, days, strict=True))
            if day >= action.start_on or day == last
        ]
        updates[-1].narrative = row["Progress update"]
        return updates

    def _unchanged(self, action, row, rating, number, days):
        updates = [self._update(action, row, rating, number, 0, day, 1) for day in days]
        for update in updates:
            update.narrative = row["Progress update"]
        for update in updates[1:]:
            update.is_no_change = True
        return updates

    def _update(self, action, row, rating, number, place, day, share):
        is_greener = rating in (Rating.ON_TRACK, Rating.AT_RISK) and action.original_due_on < day
        has_families_text = (number + place) % 3 != 0
        return StatusUpdate(
            action=action,
            effective_on=day,
            rating=None if rating == Rating.COMPLETE else rating,
            percent_complete=round((row["% complete"] or 0) * 100 * share),
            narrative=self._narrative(rating, number, place),
            families_text=chosen(self.words["families"][rating], number + 2 * place) if has_families_text else "",
            reason_differs=chosen(self.words["reason_differs"], number) if is_greener else "",
            author_title=row["Lead officer (role)"],
            source=SOURCE,
            **self._trouble(rating, number + place, day),
        )

    def _narrative(self, rating, number, place):
        if rating in (Rating.OFF_TRACK, Rating.AT_RISK):
            return chosen(self.words["in_trouble"], number + place)
        return chosen(self.words["going_on" if place else "begun"], number + place)

    def _trouble(self, rating, number, day):
        if rating not in (Rating.OFF_TRACK, Rating.AT_RISK):
            return {}
        return {
            "why": chosen(self.words["why"], number),
            "being_done": chosen(self.words["being_done"], number),
            "back_on": day + timedelta(days=56),
            "board_ask": chosen(self.words["board_ask"], number) if rating == Rating.OFF_TRACK else "Nothing",
        }

    def _milestones(self, action, row, rating):
        due = action.original_due_on - timedelta(days=14)
        is_reached = rating == Rating.COMPLETE or (rating == Rating.ON_TRACK and due <= self.position)
        steps = [(due, row["Milestone"], is_reached)] if row["Milestone"] else []
        for told in self.story["milestones"].get(action.reference, ()):
            steps.append((self.day(told["days"]), told["title"], told["is_reached"]))
        for place, (day, title, is_reached) in enumerate(sorted(steps), 1):
            step = Milestone.objects.create(action=action, position=place, title=title, original_due_on=day, due_on=day)
            if is_reached:
                MilestoneCompletion.objects.create(milestone=step, effective_on=min(day, self.position))

    def _extensions(self, action, row, author):
        """New dates that were agreed, and the one that is still asked for."""
        due = action.original_due_on
        if row["Revised due date"]:
            to = self.moved(row["Revised due date"])
            self._extend(action, due, to, due - timedelta(days=7), "The work took longer than planned.", author)
        for told in self.story["extensions"].get(action.reference, ()):
            to = due + timedelta(days=told["days"])
            self._extend(action, due, to, self.day(told["asked"]), told["reason"], author)
            due = to
        asked = self.story["asked"].get(action.reference)
        if asked:
            self._ask(action, due, due + timedelta(days=asked["days"]), self.position, asked["reason"], author)

    def _ask(self, action, due, to, on, reason, author):
        return Extension.objects.create(
            action=action, effective_on=on, from_due_on=due, to_due_on=to, reason=reason, author_title=author
        )

    def _extend(self, action, due, to, on, reason, author):
        extension = self._ask(action, due, to, on, reason, author)
        ExtensionDecision.objects.create(
            extension=extension, effective_on=on + timedelta(days=5), is_approved=True, author_title=MANAGER
        )

    def _evidence(self, actions):
        for told in self.story["evidence"]:
            action = actions[told["action"]]
            author = action.leads.first().title
            self._proof(action, told["title"], told["shows"], self.day(told["days"]), author, told["is_released"])

    def _proof(self, action, title, shows, on, author, is_released):
        evidence = Evidence.objects.create(
            action=action,
            effective_on=on,
            title=f"{title} (demonstration)",
            shows=shows,
            link="https://example.org/demonstration",
            author_title=author,
        )
        if is_released:
            EvidenceRelease.objects.create(evidence=evidence, effective_on=self.position)

    def _decisions(self, actions):
        """What was decided on the position date itself."""
        for reference, reason in self.story["said_done"].items():
            action = actions[reference]
            self._decide(action, DecisionKind.SAID_DONE, reason, self.position, action.leads.first().title)
        for reference, reason in self.story["sent_back"].items():
            self._decide(actions[reference], DecisionKind.SENT_BACK, reason, self.position)
        for reference, reason in self.story["withdrawn"].items():
            self._decide(actions[reference], DecisionKind.WITHDRAWN, reason, self.position)
        for reference, told in self.story["merged"].items():
            action, into = actions[reference], actions[told["into"]]
            self._decide(action, DecisionKind.MERGED, told["reason"], self.position, takes_its_place=into)
            Action.objects.filter(pk=action.pk).update(replaced_by=into)

    def _decide(self, action, kind, reason, on, author=MANAGER, takes_its_place=None):
        ActionDecision.objects.create(
            action=action,
            kind=kind,
            reason=reason,
            effective_on=on,
            author_title=author,
            takes_its_place=takes_its_place,
        )

    def _rate_strands(self, strands):
        rows = []
        for number, (reference, told) in enumerate(self.story["strands"].items()):
            for months_ago, rating in zip(range(5, -1, -1), told["ratings"], strict=True):
                if rating:
                    rows.append(self._strand_rating(strands[reference], rating, months_ago, number + months_ago))
        StrandRating.objects.bulk_create(rows)

    def _strand_rating(self, strand, rating, months_ago, number):
        better = rating == Rating.ON_TRACK
        return StrandRating(
            strand=strand,
            effective_on=self.day(-30 * months_ago),
            rating=rating,
            narrative=chosen(self.words["strand"][rating], number),
            reason_differs=chosen(self.words["strand_reason_differs"], number) if better else "",
            author_title=strand.accountable_council.title,
        )

    # Measures of their own, so that nothing made up stands among the figures of a real one.

    def _measures(self, findings):
        for position, told in enumerate(read("measures")["measures"], 1):
            names = ("slug", "name", "plain_name", "definition", "numerator", "denominator", "unit", "good_direction")
            measure = Measure.objects.create(
                **{name: told[name] for name in names},
                kind=MeasureKind.MANUAL,
                subject=Subject.CONDUCT,
                position=position,
                is_demonstration=True,
            )
            MeasureFinding.objects.create(
                measure=measure, finding=findings[told["finding"]], is_headline=True, position=position
            )
            for row in told["values"]:
                self._measured(measure, row)
            for row in told["targets"]:
                self._target(measure, row)
            for row in told["dips"]:
                self._dip(measure, row)

    def _measured(self, measure, row):
        """The figure of a whole month, so many months before that of the position date."""
        ends_on = month_ends(self.position, row["months_ago"])[0]
        grain, label = period_of(ends_on.replace(day=1), ends_on)
        part, whole = row["numerator"], row["denominator"]
        Value.objects.create(
            measure=measure,
            effective_on=min(ends_on + timedelta(days=10), self.position),
            grain=grain,
            label=label,
            starts_on=ends_on.replace(day=1),
            ends_on=ends_on,
            numerator=part,
            denominator=whole,
            value=row["value"] or percentage(int(part), int(whole)),
            source=SOURCE,
        )

    def _target(self, measure, row):
        Target.objects.create(
            measure=measure,
            effective_on=self.day(row["set_days"]),
            due_on=self.day(row["due_days"]),
            value=row["value"],
            tolerance=row["tolerance"],
            reason=row["reason"],
            author_title=MANAGER,
        )

    def _dip(self, measure, row):
        ExpectedDip.objects.create(
            measure=measure,
            effective_on=self.day(row["set_days"]),
            starts_on=self.day(row["from_days"]),
            until=self.day(row["until_days"]),
            words=row["words"],
            author_title=MANAGER,
        )


# Everything of a demonstration measure that goes before it.
OF_MEASURE = (MeasureFinding, Value, Target, Baseline, ExpectedDip)
# Everything of a demonstration plan, in an order in which nothing is left that points to what is gone.
OF_PLAN = (
    (ProposalAnswer, "proposal__action__plan"),
    (WordingProposal, "action__plan"),
    *demonstration_meetings.OF_ROUND,
    (EvidenceErasure, "evidence__action__plan"),
    (EvidenceRelease, "evidence__action__plan"),
    (Evidence, "action__plan"),
    (ExtensionDecision, "extension__action__plan"),
    (Extension, "action__plan"),
    (MilestoneCompletion, "milestone__action__plan"),
    (MilestoneChange, "milestone__action__plan"),
    (Milestone, "action__plan"),
    (StatusUpdate, "action__plan"),
    (ActionDecision, "action__plan"),
    (ActionChange, "action__plan"),
    (ActionFinding, "action__plan"),
    (ActionLead, "action__plan"),
    (ImpactAction, "action__plan"),
    (Standing, "action__plan"),
    (Action, "plan"),
    (Risk, "plan"),
    (StrandRating, "strand__plan"),
    (Strand, "plan"),
    (ImpactPlan, "plan"),
)
