"""Every page that lists something asks the database as often for three rows as for one, whoever reads it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Post, Role
from apps.board import services as of_board
from apps.board.models import Meeting
from apps.core.dates import today
from apps.inspections.models import (
    AdviserRating,
    FindingPart,
    FindingRepeat,
    GlossaryEntry,
    Judgement,
    Letter,
    LocalClaim,
    MonitoringEvent,
    Recommendation,
    RecommendationAnswer,
)
from apps.measures import services as services_of_measures
from apps.measures.models import Measure, MeasureFinding, ReleaseThreshold
from apps.papers.models import SelfEvaluation
from apps.pip.models import ImpactPlan, Stocktake
from apps.plans import editing, services
from apps.plans.models import SavedFilter, StrandRating
from apps.voice.models import ProposalAnswer, Round, Speaker, WordingProposal
from apps.voice.services import answer as answer_issue
from apps.voice.services import raise_issue, say
from apps.wsoa.models import Statement
from tests import factories
from tests.board import meetings
from tests.cast import client_of, make_person
from tests.measures import releasing
from tests.measures.makers import a_dip, a_measure, a_start, a_target, a_value, of_year
from tests.papers.makers import a_pack, a_report
from tests.test_access import PAGES
from tests.voice import makers as voices

# A file is no list; the first page and working through only lead elsewhere.
NO_LISTS = {"plans:evidence-file", "board:paper-file", "dashboards:home", "dashboards:work-through"}
NO_LISTS |= {"papers:pack-file", "papers:report-file"}
# One of each kind of reader: an administrator opens every page, the other officers' roles see what an officer sees.
READERS = (Role.ADMINISTRATOR, Role.OFFICER, Role.BOARD_MEMBER, Role.PARENT_REPRESENTATIVE, Role.ADVISER)


class Rows:
    """One of everything that some page lists, with each call of ``add``; the reader leads what can be led."""

    def __init__(self, keys, action, reader, organisation):
        self.action, self.reader, self.organisation = action, reader, organisation
        self.on = today()
        self.event = MonitoringEvent.objects.get(pk=keys["inspections:event"][0])
        self.finding = self.event.inspection.findings.get(pk=keys["dashboards:finding"][0])
        self.measure = Measure.objects.get(slug=keys["measures:measure"][0])
        self.statement = Statement.objects.get(pk=keys["wsoa:statement"][0])
        self.impact_plan = ImpactPlan.objects.get(pk=keys["pip:impact-plan"][0])
        self.draft, self.speaker = keys["voice:round-edit"][0], keys["voice:speaker"][0]
        self.held = Meeting.objects.get(pk=keys["papers:meeting-pack"][0])
        self.meeting = Meeting.objects.get(pk=keys["board:meeting"][0])
        self.said = 0

    def add(self):
        self.said += 1
        self._inspections()
        self._measures()
        self._people()
        for plan in (self.action.plan, self.statement.plan, self.impact_plan.plan):
            self._strand(plan)
        self._of_the_action()
        factories.MeetingFactory(held_on=self.on + timedelta(self.said), updates_by=self.on)
        factories.MeetingFactory(held_on=self.on - timedelta(self.said), updates_by=date(2026, 1, 1))
        self._meeting()
        factories.RiskFactory(plan=self.action.plan, strand=self.action.strand, owner=Post.objects.first())
        self._papers()
        self._releases()
        self._voices()
        SavedFilter.objects.create(owner=self.reader, name=f"Filter {self.said}", query="flag=late")
        editing.share_plan(plan=self.action.plan, person=factories.PersonFactory(), on=self.on)

    def _voices(self):
        """A voice with a round, a draft, an issue with two answers, and proposed words with their answer."""
        speaker = voices.a_speaker(f"Voice {self.said}", self.organisation)
        finding = factories.FindingFactory(inspection=self.finding.inspection)
        released = voices.a_round(speaker, [(self.finding, "felt", "Yes."), (finding, "felt", "")], ["Late."])
        for _ in range(2):
            answer_issue(issue=released.issues.get(), by=None, on=self.on, text="Soon.", actions=[self.action])
        draft = voices.a_draft(speaker)
        say(draft=draft, finding=finding, version=0, rating="felt")
        raise_issue(draft=draft, words="Later.")
        own = Round.objects.get(pk=self.draft)
        say(draft=own, finding=finding, version=0, rating="felt")
        raise_issue(draft=own, words="Late too.", finding=finding)
        voices.a_round(Speaker.objects.get(pk=self.speaker), issues=["Later still."])
        wording = {"action": self.action, "organisation": self.organisation, "effective_on": self.on}
        asked = WordingProposal.objects.create(wording="So.", **wording)
        WordingProposal.objects.create(wording="Or so.", **wording)
        ProposalAnswer.objects.create(proposal=asked, is_accepted=False, reason="No.", effective_on=self.on)

    def _papers(self):
        pack = a_pack(self.action.plan, self.reader, body=f"Body {self.said}", is_public=True)
        for meeting in (pack.meeting, self.held):
            a_report(meeting, self.reader)
        SelfEvaluation.objects.create(finding=self.finding, effective_on=self.on, text="Half way.")

    def _meeting(self):
        """One more of all that is recorded of a meeting, and of the round that runs."""
        post = factories.PostFactory(holder=self.reader)
        item = meetings.an_item(self.meeting, position=self.said, presenter=post)
        for agenda_item in (item, None):
            meetings.a_paper(self.meeting, agenda_item=agenda_item, is_public=True)
            decision = meetings.a_decision(self.meeting, agenda_item=agenda_item)
            asked = meetings.a_question(self.meeting, agenda_item=agenda_item)
        corrected = {"decision": decision, "words": "Agreed.", "reason": "Misheard."}
        of_board.reword_decision(by=self.reader, on=self.on, **corrected)
        of_board.answer_question(question=asked, by=self.reader, on=self.on, words="Soon.")
        of_board.declare(meeting=self.meeting, by=self.reader, on=self.on, who="Chair", words="A governor.")
        for is_done in (False, True):
            logged = meetings.a_logged_action(self.meeting, post, agenda_item=item)
            meetings.a_note(logged, is_done=is_done)
        challenger = factories.PersonFactory()
        for _ in range(2):
            made = of_board.challenge_rating(action=self.action, by=challenger, on=self.on, words="Is it?")
        of_board.answer_challenge(challenge=made, by=self.reader, on=self.on, is_changed=False, words="It is.")

    def _releases(self):
        """Without tables: one that was corrected, its correction, and a draft."""
        year = 2010 + self.said
        first = releasing.stored(date(year, 1, 15), by=self.reader, second=factories.PersonFactory())
        releasing.stored(first.census_on, by=self.reader, second=factories.PersonFactory(), supersedes=first)
        releasing.stored(date(year - 6, 1, 15), by=self.reader)
        ReleaseThreshold.objects.create(effective_on=self.on, recorded_by=factories.PersonFactory(), number=6)

    def _inspections(self):
        finding = factories.FindingFactory(inspection=self.finding.inspection)
        FindingPart.objects.create(finding=self.finding, letter="abcdef"[self.said], text="Part.")
        FindingRepeat.objects.create(later=self.finding, earlier=factories.FindingFactory(), reading="The same.")
        FindingRepeat.objects.create(later=factories.FindingFactory(), earlier=self.finding, reading="The same.")
        said = {"effective_on": self.on, "source": "Test"}
        for judged in (finding, self.finding):
            Judgement.objects.create(
                finding=judged,
                inspection=self.finding.inspection,
                verdict="sufficient",
                sentence="So.",
                text="So.",
                **said,
            )
        LocalClaim.objects.create(text="Done.", said_by="Report", **said).findings.add(self.finding)
        event = MonitoringEvent.objects.create(
            inspection=self.event.inspection, kind="stocktake", name=f"Event {self.said}", held_on=self.on,
            is_restricted=False, source="Test",
        )  # fmt: skip
        Stocktake.objects.create(impact_plan=self.impact_plan, event=event)
        AdviserRating.objects.create(event=self.event, finding=finding, rating="Amber", **said)
        asked = Recommendation.objects.create(event=self.event, number=9 + self.said, text="Do.", source="Test")
        asked.findings.add(finding)
        RecommendationAnswer.objects.create(recommendation=asked, text="Done.", effective_on=self.on)
        Letter.objects.create(event=self.event, title="Letter", is_restricted=False, source="Test")
        GlossaryEntry.objects.create(abbreviation=f"AB{self.said}", expansion="A body")

    def _measures(self):
        other = a_measure(finding=self.finding, owner=Post.objects.first())
        for measure in (self.measure, other):
            of_year(measure, 2010 + self.said, part=60, whole=100)
            a_value(measure, date(2025, self.said, 1), date(2025, self.said, 1), part=60, whole=100)
            a_target(measure, 90, due_on=date(2030, 1, self.said))
            a_start(measure, value=50)
            a_dip(measure, date(2025, 1, self.said), None, on=date(2025, 1, 1))
        MeasureFinding.objects.create(measure=self.measure, finding=factories.FindingFactory())
        taken = of_year(self.measure, 2000 + self.said, part=1, whole=100)
        services_of_measures.take_back(entry=taken, by=None, on=self.on, reason="Wrong.")
        services_of_measures.switch(by=None, on=self.on, is_open=True, decided_by="Lead", reason="Agreed.")

    def _people(self):
        colleague = factories.PersonFactory()
        factories.MembershipFactory(person=colleague, organisation=self.organisation)
        factories.PostFactory(holder=colleague)
        factories.PostFactory(holder=Post.objects.get(title="Project lead").holder)

    def _strand(self, plan):
        post = factories.PostFactory(organisation=self.organisation, holder=self.reader)
        strand = factories.StrandFactory(plan=plan, accountable_council=post, accountable_icb=post)
        strand.findings.add(self.finding)
        StrandRating.objects.create(strand=strand, effective_on=self.on, rating="on_track", narrative="Fine.")
        for owner in (strand, self.action.strand) if plan == self.action.plan else (strand,):
            self._actions(owner, post)

    def _actions(self, strand, post):
        """One of each state that a page has a list for."""
        makers = (
            self._late,
            self._said_done,
            self._sent_back,
            self._better_than_the_dates,
            self._asked_for,
            self._as_is,
        )
        for make in makers:
            action = factories.ActionFactory(strand=strand, original_due_on=date(2026, 10, 1), accountable_council=post)
            factories.ActionLeadFactory(action=action, post=post)
            factories.ActionFindingFactory(action=action, finding=self.finding)
            make(action)

    def _report(self, action, rating):
        services.record_update(
            action=action,
            by=None,
            on=self.on,
            narrative="So far.",
            families_text="So far.",
            rating=rating,
            board_ask="Help.",
        )

    def _late(self, action):
        self._report(action, "off_track")

    def _said_done(self, action):
        self._released_evidence(action)
        services.say_done(action=action, by=None, on=self.on, reason="Done.")

    def _sent_back(self, action):
        self._said_done(action)
        services.send_back(action=action, by=None, on=self.on, reason="Not yet.")

    def _better_than_the_dates(self, action):
        self._report(action, "on_track")

    def _asked_for(self, action):
        services.ask_extension(action=action, by=None, on=self.on, to_due_on=date(2028, 1, 1), reason="Late.")

    def _as_is(self, action):
        pass

    def _released_evidence(self, action):
        evidence = services.add_evidence(
            action=action,
            by=None,
            on=self.on,
            title="Link",
            shows="done",
            effective_on=self.on,
            link="https://x.example/",
        )
        services.release_evidence(evidence=evidence, by=None, on=self.on)

    def _of_the_action(self):
        self._report(self.action, "at_risk")
        self._released_evidence(self.action)
        milestone = factories.MilestoneFactory(action=self.action)
        milestone.completions.create(effective_on=self.on)
        factories.ActionFindingFactory(action=self.action)
        factories.ActionLeadFactory(action=self.action)
        services.drop(action=self.action, by=None, on=self.on, kind="withdrawn", reason="Not needed.")
        services.reopen(action=self.action, by=None, on=self.on, reason="Needed.")


def counted(client, keys, role):
    """How many queries each page takes that the role may open and that is shown."""
    counts = {}
    plan = keys["plans:plan"][0]
    # A file is made of one plan.
    said = {"plans:export-to-edit": {"plan": plan}, "imports:export": {"target": plan, "format": "xlsx"}}
    for name in sorted(name for name, roles in PAGES.items() if role in roles and name not in NO_LISTS):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(reverse(name, args=keys.get(name, [])), said.get(name, {}))
        counts[name] = (response.status_code, len(queries))
    return counts


@pytest.mark.parametrize("role", READERS)
def test_three_rows_take_as_many_queries_as_one(keys, action, council, role):
    reader = make_person(role, council, "Reader")
    client = client_of(reader)
    rows = Rows(keys, action, reader, council)
    rows.add()
    with_one = counted(client, keys, role)
    rows.add()
    rows.add()
    assert counted(client, keys, role) == with_one
    assert {status for status, _ in with_one.values()} == {200}
