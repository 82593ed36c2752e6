"""A made-up tracker that shows every state of the dashboards; always marked, and removed by one command.

The sheet is read once. Its dates are moved by whole weeks, so that its position date becomes the last Thursday on or
before the first loading; what happened before that day (earlier reports, new dates, acceptance) is made up here by
fixed rules, so that every loading of the same day gives the same rows.
"""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from openpyxl import load_workbook

from apps.accounts.models import Organisation, OrganisationKind, Post
from apps.board.models import Meeting
from apps.inspections.models import Finding, Inspection
from apps.pip.models import ImpactAction, ImpactPlan
from apps.plans import services
from apps.plans.codes import DecisionKind, Rating
from apps.plans.models import (
    Action,
    ActionDecision,
    ActionFinding,
    ActionLead,
    Evidence,
    EvidenceRelease,
    Extension,
    ExtensionDecision,
    Milestone,
    MilestoneCompletion,
    Plan,
    PlanType,
    StatusUpdate,
    Strand,
    StrandRating,
)
from apps.plans.standing import refresh

SHEET = Path(settings.BASE_DIR) / "fixtures" / "demonstration" / "pip_tracker_clean.xlsx"
NAME = "Priority Impact Plan (demonstration)"
POSITION = date(2024, 11, 14)
THURSDAY = 3
WORDS = {"Red": "off_track", "Amber": "at_risk", "Green": "on_track", "Blue": "complete", "Not started": "not_started"}
KINDS = {
    "Bury Council": OrganisationKind.COUNCIL,
    "NHS Greater Manchester ICB": OrganisationKind.HEALTH,
    "Community health provider": OrganisationKind.HEALTH,
    "Parent carer forum": OrganisationKind.PARENT_CARER_FORUM,
}
# How a rating came about over the months before, oldest first.
EARLIER = {
    "on_track": ("at_risk", "on_track", "on_track"),
    "at_risk": ("on_track", "on_track", "at_risk"),
    "off_track": ("on_track", "at_risk", "at_risk"),
    "complete": ("on_track", "on_track"),
}
# The accountable officers' ratings of the nine parts over six months, oldest first; None where nobody rated.
STRANDS = {
    "PA1": ("at_risk", "at_risk", "on_track", "on_track", "on_track", "on_track"),
    "PA2": ("on_track", "at_risk", "at_risk", "at_risk", "at_risk", "at_risk"),
    "PA3": ("at_risk", "at_risk", "at_risk", "on_track", "on_track", "on_track"),
    "PA4": (None, None, "at_risk", "at_risk", "at_risk", "on_track"),
    "PA5": ("at_risk", "on_track", "on_track", "on_track", "on_track", "on_track"),
    "PA6": ("off_track", "off_track", "at_risk", "at_risk", "off_track", "off_track"),
    "AFI1": ("on_track", "on_track", "at_risk", "at_risk", "at_risk", "off_track"),
    "AFI2": ("at_risk", "at_risk", "on_track", "on_track", "on_track", "on_track"),
    "AFI3": (None, "on_track", "on_track", "at_risk", "at_risk", "at_risk"),
}
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


class _Loader:
    """One loading; ``move`` is by how much every date of the sheet is moved."""

    def __init__(self, on):
        self.on = on
        self.position = last_thursday(on)
        self.move = self.position - POSITION

    def moved(self, value):
        return value.date() + self.move if value else None

    def load(self):
        plan = self._plan()
        findings = enumerate(self._findings(), 1)
        strands = {finding.reference: self._strand(plan, finding, place) for place, finding in findings}
        rows = self._rows()
        actions = [self._action(plan, strands, row) for row in rows]
        for number, (action, row) in enumerate(zip(actions, rows, strict=True)):
            self._history(action, row, number)
        refresh(actions)
        self._unfinished({action.reference: action for action in actions})
        self._rate_strands(strands)
        self._meetings()
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
        strand = Strand.objects.create(
            plan=plan,
            position=place,
            kind="priority",
            reference=finding.reference,
            title=finding.title,
            plain_title=finding.plain_title,
        )
        strand.findings.set([finding])
        return strand

    def _rows(self):
        sheet = load_workbook(SHEET, read_only=True).worksheets[0]
        header, *lines = sheet.iter_rows(values_only=True)
        return [dict(zip(header, line, strict=True)) for line in lines]

    def _post(self, title, organisation):
        made, _ = Organisation.objects.get_or_create(name=organisation, defaults={"kind": KINDS[organisation]})
        post, _ = Post.objects.get_or_create(title=title, organisation=made, defaults={"is_demonstration": True})
        return post

    def _action(self, plan, strands, row):
        strand = strands[row["Priority"].split()[0]]
        starts = self.moved(row["Start date"])
        accountable = self._post(row["Accountable officer"], "Bury Council")
        action = Action.objects.create(
            plan=plan,
            strand=strand,
            reference=row["Ref"],
            title=row["Action"],
            success_criteria=row["Success measure"] or "",
            accountable_council=accountable,
            added_on=min(starts, plan.starts_on),
            start_on=starts,
            original_due_on=self.moved(row["Due date"]),
            source=SOURCE,
        )
        if strand.accountable_council_id is None:
            strand.accountable_council = accountable
            strand.save()
        lead = self._post(row["Lead officer (role)"], row["Organisation"])
        ActionLead.objects.create(action=action, post=lead)
        for finding in strand.findings.all():
            ActionFinding.objects.create(action=action, finding=finding)
        ImpactAction.objects.create(action=action, first_milestone=row["Milestone"] or "")
        return action

    # What had happened by the position date.

    def _history(self, action, row, number):
        rating = WORDS[row["RAG"]]
        author = row["Lead officer (role)"]
        self._updates(action, row, rating, author, number)
        self._milestone(action, row, rating)
        if row["Revised due date"]:
            self._extend(action, self.moved(row["Revised due date"]), author)
        if row["Evidence"]:
            self._evidence(action, row["Evidence"], author, released=rating == "complete")
        if rating == "complete":
            self._complete(action, author)

    def _updates(self, action, row, rating, author, number):
        percent = round((row["% complete"] or 0) * 100)
        earlier = EARLIER.get(rating, ())
        days = [self.position - timedelta(days=35 * (len(earlier) - i)) for i in range(len(earlier))]
        updates = [
            StatusUpdate(
                action=action,
                effective_on=day,
                rating=past,
                percent_complete=round(percent * (i + 1) / (len(earlier) + 1)),
                narrative="Work has begun." if i == 0 else "Work goes on.",
                families_text="Work on this has begun." if i == 0 else "",
                author_title=author,
                source=SOURCE,
                **self._trouble(past, day),
            )
            for i, (day, past) in enumerate(zip(days, earlier, strict=True))
            if day >= action.start_on
        ]
        updates.append(
            StatusUpdate(
                action=action,
                # Every eleventh lead has let it lie: a rating that nobody has touched for a while.
                effective_on=self.position - timedelta(days=49 if number % 11 == 4 else 0),
                rating=None if rating == "complete" else rating,
                percent_complete=percent,
                narrative=row["Progress update"],
                families_text=row["Progress update"] if number % 2 == 0 else "",
                reason_differs="A new date has been talked about with the partners." if rating == "on_track" else "",
                author_title=author,
                source=SOURCE,
                **self._trouble(rating, self.position),
            )
        )
        StatusUpdate.objects.bulk_create(updates)

    def _trouble(self, rating, day):
        if rating not in ("off_track", "at_risk"):
            return {}
        red = rating == "off_track"
        return {
            "why": "The people needed were not there in time.",
            "being_done": "A plan to catch up has been agreed with the partners.",
            "back_on": day + timedelta(days=56),
            "board_ask": "Agree who pays for the extra posts." if red else "Nothing",
        }

    def _milestone(self, action, row, rating):
        if not row["Milestone"]:
            return
        due = action.original_due_on - timedelta(days=14)
        milestone = Milestone.objects.create(action=action, title=row["Milestone"], original_due_on=due, due_on=due)
        if rating == "complete" or (rating == "on_track" and due <= self.position):
            MilestoneCompletion.objects.create(milestone=milestone, effective_on=min(due, self.position))

    def _extend(self, action, to_due_on, author):
        asked_on = action.original_due_on - timedelta(days=7)
        extension = Extension.objects.create(
            action=action,
            effective_on=asked_on,
            from_due_on=action.original_due_on,
            to_due_on=to_due_on,
            reason="The work took longer than planned.",
            author_title=author,
        )
        ExtensionDecision.objects.create(
            extension=extension,
            effective_on=asked_on + timedelta(days=5),
            is_approved=True,
            author_title="SEND Programme Manager",
        )

    def _evidence(self, action, title, author, released):
        evidence = Evidence.objects.create(
            action=action,
            effective_on=min(action.original_due_on, self.position) - timedelta(days=3),
            title=f"{title} (demonstration)",
            shows="done" if released else "changed",
            link="https://example.org/demonstration",
            author_title=author,
        )
        if released:
            EvidenceRelease.objects.create(evidence=evidence, effective_on=self.position)

    def _complete(self, action, author):
        done_on = min(action.original_due_on, self.position - timedelta(days=10))
        decide = ActionDecision.objects.create
        decide(
            action=action,
            kind=DecisionKind.SAID_DONE,
            effective_on=done_on,
            reason="All steps are finished.",
            author_title=author,
        )
        decide(
            action=action,
            kind=DecisionKind.ACCEPTED,
            effective_on=done_on + timedelta(days=7),
            reason="The evidence was looked at and shows that it was done.",
            author_title="SEND Programme Manager",
        )

    # What is still in the air.

    def _unfinished(self, actions):
        waiting, asked, sent_back = (actions[ref] for ref in ("PA6.2", "PA2.1", "AFI2.4"))
        for action in (waiting, sent_back):
            services.say_done(
                action=action, by=None, on=self.position, reason="All steps are finished, the minutes show it."
            )
        services.send_back(
            action=sent_back, by=None, on=self.position, reason="The minutes do not show that the offer has begun."
        )
        asked.refresh_from_db()
        services.ask_extension(
            action=asked,
            by=None,
            on=self.position,
            to_due_on=asked.due_on + timedelta(days=42),
            reason="Two schools join only after the holidays.",
        )

    def _rate_strands(self, strands):
        rows = []
        for reference, ratings in STRANDS.items():
            strand = strands[reference]
            for months_ago, rating in zip(range(5, -1, -1), ratings, strict=True):
                if rating:
                    rows.append(self._strand_rating(strand, rating, months_ago))
        StrandRating.objects.bulk_create(rows)

    def _strand_rating(self, strand, rating, months_ago):
        better = rating in (Rating.ON_TRACK, Rating.AT_RISK)
        return StrandRating(
            strand=strand,
            effective_on=self.position - timedelta(days=30 * months_ago),
            rating=rating,
            narrative="How the accountable officer sees this part as a whole.",
            reason_differs="The late actions do not hold up the rest." if better else "",
            author_title=strand.accountable_council.title,
        )

    def _meetings(self):
        for held_on in (self.position - timedelta(days=62), self.on + timedelta(days=14)):
            Meeting.objects.create(held_on=held_on, updates_by=held_on - timedelta(days=7), is_demonstration=True)


# Everything of a demonstration plan, in an order in which nothing is left that points to what is gone.
OF_PLAN = (
    (EvidenceRelease, "evidence__action__plan"),
    (Evidence, "action__plan"),
    (ExtensionDecision, "extension__action__plan"),
    (Extension, "action__plan"),
    (MilestoneCompletion, "milestone__action__plan"),
    (Milestone, "action__plan"),
    (StatusUpdate, "action__plan"),
    (ActionDecision, "action__plan"),
    (ActionFinding, "action__plan"),
    (ActionLead, "action__plan"),
    (ImpactAction, "action__plan"),
    (Action, "plan"),
    (StrandRating, "strand__plan"),
    (Strand, "plan"),
    (ImpactPlan, "plan"),
)
