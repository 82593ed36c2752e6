"""Bury's real data and the demonstration beside it: exact, repeatable, and told apart."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from apps.accounts.models import Organisation, Person
from apps.board import services as board
from apps.board.models import Chase, Meeting, Risk
from apps.board.reading import agenda_of, log_of, questions_of
from apps.core.access import working_as
from apps.core.dates import today
from apps.dashboards import bury, demonstration
from apps.dashboards.movement import movement
from apps.inspections.models import (
    Finding,
    FindingRepeat,
    GlossaryEntry,
    Inspection,
    Judgement,
    LocalClaim,
    MonitoringEvent,
    Recommendation,
)
from apps.papers.freezing import freeze
from apps.papers.scrutiny.returned import receive
from apps.plans import services
from apps.plans.models import (
    Action,
    ActionDecision,
    ActionLead,
    Evidence,
    Extension,
    Milestone,
    Plan,
    PlanShare,
    Standing,
    StatusUpdate,
    Strand,
    StrandRating,
    Thresholds,
)
from apps.plans.strands import strand_pictures
from tests.dashboards.sources import (
    ANNOUNCED,
    AREAS,
    CABINET,
    CONDITIONS,
    FINDINGS_OF_2024,
    LAST_WORDS_OF_THE_LETTER,
    POINTS_OF_2019,
    WORKSTREAMS,
)
from tests.database import use_database
from tests.papers.makers import a_document, as_file
from tests.tables import rows_everywhere


def test_everything_is_loaded_once(db):
    counts = bury.load_all()
    assert counts == {
        "inspections": 3,
        "findings": 17,
        "judgements": 8,
        "local claims": 18,
        "plans": 4,
        "actions": 20,
        "dated updates": 29,
        "abbreviations": 147,
        "voices": 3,
    }
    assert bury.load_measures() == {"measures": 43}
    before = rows_everywhere()
    bury.load_all()
    bury.load_measures()
    assert rows_everywhere() == before


def test_the_inspectors_words_are_exact(db):
    bury.load_all()
    words = {f.reference: f.text for f in Finding.objects.filter(inspection__key="2017")}
    assert words == AREAS
    for reference, (first, last, parts, words) in FINDINGS_OF_2024.items():
        finding = Finding.objects.get(inspection__key="2024", reference=reference)
        assert [part.letter for part in finding.parts.all()] == list("abcd"[:parts])
        text = " ".join([finding.text, *(part.text for part in finding.parts.all()), finding.tail]).strip()
        assert (text[: len(first)], text[-len(last) :], len(text.split())) == (first, last, words)
    assert Finding.objects.get(reference="PA3").tail == (
        "Leaders across the partnership should also ensure that young people aged up to 25 years old have access to "
        "a locally agreed neurodevelopmental diagnostic pathway."
    )
    kinds = dict(Counter(Finding.objects.values_list("kind", flat=True)))
    assert kinds == {"significant_weakness": 8, "priority_action": 6, "area_for_improvement": 3}


def test_both_bodies_answer_for_the_priority_actions_and_nobody_is_named_for_the_rest(db):
    bury.load_all()
    for finding in Finding.objects.filter(inspection__key="2024"):
        names = {body.name for body in finding.responsible.all()}
        both = {"Bury Metropolitan Borough Council", "NHS Greater Manchester Integrated Care Board"}
        assert names == (both if finding.kind == "priority_action" else set())


def test_each_inspection_has_its_dates_and_what_was_to_follow(db):
    bury.load_all()
    rows = Inspection.objects.order_by("started_on")
    dates = [(i.key, *map(str, (i.started_on, i.ended_on, i.letter_on, i.published_on))) for i in rows]
    assert dates == [
        ("2017", "2017-06-12", "2017-06-16", "None", "2017-07-31"),
        ("2019", "2019-05-13", "2019-05-15", "2019-06-19", "2019-06-27"),
        ("2024", "2024-02-12", "2024-02-16", "None", "2024-05-07"),
    ]
    assert rows[1].revisits == rows[0]
    assert rows[2].follow_up.startswith(
        "A monitoring inspection will be carried out within approximately 18 months. The next full reinspection will "
        "be within approximately three years."
    )


def test_what_was_judged_in_2019_is_in_the_letters_words(db):
    bury.load_all()
    judged = {j.finding.reference: j for j in Judgement.objects.all()}
    assert {ref for ref, row in judged.items() if row.verdict == "not_sufficient"} == {"A4", "A7", "A8"}
    for reference, (last, words) in LAST_WORDS_OF_THE_LETTER.items():
        row = judged[reference]
        progress = "has not made" if row.verdict == "not_sufficient" else "has made"
        assert row.sentence == (
            f"The local area {progress} sufficient progress to improve this previous area of weakness."
        )
        assert row.text.startswith("The initial inspection found that ")
        assert (row.text[-len(last) :], len(row.text.split())) == (last, words)
        assert row.effective_on == date(2019, 6, 19)
    assert len(judged) == len(LAST_WORDS_OF_THE_LETTER)


def test_what_the_area_said_stands_apart_from_what_was_judged(db):
    bury.load_all()
    claims = LocalClaim.objects.all()
    assert Counter(str(claim.effective_on) for claim in claims) == {"2019-01-21": 6, "2019-06-27": 10, "2024-12-31": 2}
    everywhere = claims.get(text__startswith="Inspectors from Ofsted and the CQC re-visited Bury in May 2019")
    assert "progress had been made in all areas of concern" in everywhere.text
    assert {finding.reference for finding in everywhere.findings.all()} == set(AREAS)
    assert all(claim.date_note for claim in claims.exclude(effective_on=date(2019, 1, 21)))


def test_repeats_are_marked_as_our_reading(db):
    bury.load_all()
    repeats = FindingRepeat.objects.all()
    assert {(r.later.reference, r.earlier.reference) for r in repeats} == {("AFI1", "A5"), ("PA2", "A6"), ("PA6", "A7")}
    assert all(r.reading for r in repeats)


def test_monitoring_is_restricted_and_the_quoted_sentence_is_tracked(db):
    bury.load_all()
    events = MonitoringEvent.objects.all()
    assert {(e.kind, str(e.held_on), e.precision, e.is_restricted) for e in events} == {
        ("stocktake", "2024-12-31", "month", True),
        ("stocktake", "2025-07-31", "month", True),
        ("improvement_notice", "None", "day", True),
    }
    asked = Recommendation.objects.get()
    assert asked.text == "It remains essential to enhance data reporting capabilities"
    letter = asked.event.letters.get()
    assert (letter.text, letter.is_restricted) == (asked.text, True)


def test_every_point_reported_in_january_2019_is_an_update_of_its_own(db):
    bury.load_all()
    for reference, points in POINTS_OF_2019.items():
        updates = StatusUpdate.objects.filter(action__strand__reference=reference).order_by("pk")
        assert [update.narrative for update in updates] == points
    assert StatusUpdate.objects.count() == sum(len(points) for points in POINTS_OF_2019.values())
    assert set(StatusUpdate.objects.values_list("effective_on", "rating", "percent_complete")) == {
        (date(2019, 1, 21), None, None)
    }


def test_three_areas_were_not_reported_to_members(db):
    bury.load_all()
    strands = Strand.objects.filter(plan__type__code="wsoa")
    silent = {s.reference for s in strands if s.note.startswith("Not reported to Members")}
    assert silent == {"A3", "A4", "A7"} == {s.reference for s in strands if not s.actions.exists()}
    # The areas' own wording, with a capital at the start.
    assert {s.reference: s.title[0].lower() + s.title[1:] for s in strands} == AREAS


@pytest.mark.parametrize("on", [date(2019, 6, 19), date(2019, 6, 20), date(2019, 7, 31), date(2026, 11, 24)])
def test_nothing_in_the_closed_statement_is_owed_late_or_unreported(db, on):
    bury.load_all()
    closed = Standing.objects.on(on).filter(action__plan__type__code="wsoa")
    assert closed.count() == 5
    assert set(closed.values_list("rule_reason", "rating", "rule_rating")) == {("plan_closed", None, None)}
    for late in (closed.owed(), closed.overdue(on), closed.late_by_first_date(on), closed.stale(on, 35)):
        assert not late.exists()
    statement = Plan.objects.get(type__code="wsoa")
    assert not any(vars(movement(statement, on, on - timedelta(days=31), 35)).values())
    pictures = strand_pictures(statement.strands.all(), [on], Thresholds.objects.get())[on].values()
    assert {(p.overdue, p.late_by_first_date, p.stale, p.said_done, p.rule.rating) for p in pictures} == {
        (0, 0, 0, 0, None)
    }


def test_what_cabinet_noted_and_approved_is_complete_and_word_for_word(db):
    bury.load_all()
    actions = Action.objects.filter(plan__name="Priority Impact Plan").order_by("pk")
    assert [action.title for action in actions] == CABINET
    approved = actions.filter(title__startswith="Cabinet approved: ")
    assert set(approved.values_list("description", flat=True)) == {
        "Cabinet approves the proposals in respect of the additional capacity required to deliver on the Local Area "
        "SEND Partnership Priority Impact Plan and Project Safety Valve (PSV) Agreement"
    }
    assert actions.exclude(due_text="").get().due_text == "anticipated timeframe for completion is December 2024"
    assert all("the day of the meeting is not in the minutes" in action.source for action in actions)


def test_what_was_announced_after_the_revisit_is_word_for_word(db):
    bury.load_all()
    plan = Plan.objects.get(type__code="after-revisit")
    assert list(plan.strands.values_list("title", flat=True)) == [
        "Sharing information from health between different services and agencies",
        "Health input into education, health and care plans",
        "Effective joint commissioning arrangements",
    ]
    assert [action.title for action in plan.actions.order_by("pk")] == ANNOUNCED


def test_the_safety_valve_has_its_conditions_and_workstreams(db):
    bury.load_all()
    strands = Strand.objects.filter(plan__type__code="psv")
    assert list(strands.filter(kind="condition").values_list("title", flat=True)) == CONDITIONS
    assert [(s.title, s.note.split()[-1]) for s in strands.filter(kind="workstream")] == WORKSTREAMS
    for amount in ("£20m", "£3.8m", "£20.5m", "£4m", "£3,780,514"):
        assert amount in strands[0].plan.note


def test_no_real_action_has_a_rating_a_lead_or_a_date_due(db):
    bury.load_all()
    for action in Action.objects.all():
        assert (action.rating, action.original_due_on, action.due_on, action.start_on) == (None, None, None, None)
        assert (action.accountable_council, action.accountable_icb, action.leads.count()) == (None, None, 0)
        assert action.source
    assert not StrandRating.objects.exists()
    assert not Strand.objects.exclude(accountable_council=None, accountable_icb=None).exists()
    assert set(Standing.objects.values_list("rule_rating", flat=True)) == {None}


def test_findings_parts_and_actions_are_also_said_in_plain_words(db):
    bury.load_all()
    for model in (Finding, Strand, Action):
        assert not model.objects.filter(plain_title="").exists()
    assert Finding.objects.get(reference="A5").plain_title == (
        "Many people did not know about the local offer, or did not understand it"
    )


def test_the_glossary_has_every_entry_and_says_what_was_not_found(db):
    bury.load_all()
    entries = GlossaryEntry.objects.all()
    ours = entries.filter(expansion="", is_general_knowledge=True)
    assert " ".join(ours.values_list("abbreviation", flat=True)) == (
        "Co-production Local offer Merged Milestone Phase transfer Said to be done Strand Withdrawn"
    )
    assert not ours.filter(plain_meaning="").exists()
    entries = entries.exclude(pk__in=ours)
    assert set(entries.filter(expansion="").values_list("abbreviation", flat=True)) == {"BISP", "JET", "SIAB", "STARS"}
    general = entries.filter(is_general_knowledge=True)
    assert " ".join(sorted(general.values_list("abbreviation", flat=True))) == (
        "ASYE COLLECT DRS DWP EDT EHRC GDS IAS ICO ILACS IRMS IRO NVQ ONS SALT SENDIASS"
    )
    assert entries.get(abbreviation="PIP").expansion == "Priority Impact Plan"


def test_nobody_is_named(db):
    bury.load_all()
    assert not Person.objects.exists()
    said_by = set(LocalClaim.objects.values_list("said_by", flat=True))
    assert said_by == {
        "Cabinet Member for Children and Young People (report to Overview and Scrutiny)",
        "Bury Council, press release",
        "Chief Executive of Bury Council and Accountable Officer of NHS Bury CCG",
        "Chair of NHS Bury CCG",
        "Minutes of the scrutiny committee",
        "Executive Director (Health and Adult Care)",
    }
    signed = set(StatusUpdate.objects.values_list("author_title", flat=True))
    assert signed == {"Cabinet Member for Children and Young People"}
    texts = " ".join(path.read_text() for path in bury.FOLDER.glob("*.json"))
    assert not re.findall(r"\b(?:Councillor|Cllr|Mrs?|Ms|Dr)\b\.?|@|\b\d{1,2}-year-old|\bmy (?:son|daughter)\b", texts)


@pytest.mark.parametrize(
    ("on", "thursday"),
    [
        (date(2026, 11, 24), date(2026, 11, 19)),
        (date(2026, 11, 19), date(2026, 11, 19)),
        (date(2028, 2, 29), date(2028, 2, 24)),
    ],
)
def test_the_position_date_is_the_last_thursday(on, thursday):
    assert demonstration.last_thursday(on) == thursday


def test_the_demonstration_is_moved_by_whole_weeks_and_marked(db):
    bury.load_all()
    on = date(2026, 11, 24)
    assert demonstration.load(on) == 60
    plan = Plan.objects.get(is_demonstration=True)
    first = Action.objects.get(plan=plan, reference="PA1.1")
    assert first.original_due_on == date(2025, 2, 3) + timedelta(weeks=105)
    ratings = Counter(Standing.objects.on(on).filter(action__plan=plan).values_list("rating", flat=True))
    assert ratings == {"not_started": 39, "on_track": 10, "complete": 6, "off_track": 3, "at_risk": 2}
    before = rows_everywhere()
    demonstration.load(on + timedelta(days=30))
    assert rows_everywhere() == before


POSITION = date(2026, 11, 19)


@pytest.fixture
def demo(db):
    """The demonstration as it stands on its position date."""
    bury.load_all()
    demonstration.load(POSITION)
    return Standing.objects.on(POSITION).filter(action__plan__is_demonstration=True)


def test_the_demonstration_has_a_meeting_with_its_record(demo):
    last, coming = Meeting.objects.filter(held_on__lt=POSITION).first(), Meeting.objects.next_after(POSITION)
    assert (last.held_on, coming.held_on) == (date(2026, 10, 15), date(2026, 12, 3))
    assert [(row.number, len(row.decisions)) for row in agenda_of(last)] == [(1, 0), (2, 1), (3, 1), (4, 0)]
    (asked,) = questions_of(last)
    assert (asked.question.asker, len(asked.answers), asked.question.is_late) == ("public", 1, False)
    assert [(entry.is_done, entry.is_overdue) for entry in log_of(last.body, POSITION)] == [
        (True, False), (False, True), (False, False)
    ]  # fmt: skip


def references(standings):
    return set(standings.values_list("action__reference", flat=True))


def test_the_demonstration_has_risks_of_each_status_and_severity(demo):
    risks = list(Risk.objects.filter(plan__is_demonstration=True).gravest_first())
    assert [(risk.reference, risk.score, risk.score_after, risk.strand.reference, risk.status) for risk in risks] == [
        ("R1", 25, 16, "PA2", "issue"),
        ("R2", 16, 12, "PA6", "open"),
        ("R3", 16, 12, "PA3", "open"),
        ("R4", 12, 8, "PA1", "open"),
        ("R5", 9, 3, "AFI1", "closed"),
    ]
    assert all(risk.owner == risk.strand.accountable_council for risk in risks)


def test_the_demonstration_shows_every_state(demo):
    assert Counter(demo.values_list("state", flat=True)) == {
        "open": 51, "accepted": 6, "said_done": 1, "withdrawn": 1, "merged": 1
    }  # fmt: skip
    assert references(demo.filter(state="withdrawn")) == {"PA3.7"}
    assert Action.objects.get(reference="AFI1.5", state="merged").replaced_by.reference == "AFI1.2"
    assert references(demo.filter(was_sent_back=True)) == {"AFI2.4"}
    assert references(demo.filter(times_unchanged=3)) == {"PA3.6", "AFI1.6"}
    assert references(demo.filter(rating="on_track").stale(POSITION, 35)) == {"PA1.1", "AFI2.5"}
    assert references(demo.filter(times_extended=2)) == {"AFI3.2"}
    assert references(demo.filter(times_extended=1, days_extended__gt=90)) == {"PA2.7"}
    assert references(demo.filter(rule_reason="milestone_overdue")) == {"PA2.1", "PA2.2", "AFI1.1", "AFI2.6"}
    assert references(demo.overdue(POSITION)) == {"PA4.5", "PA6.6"}
    assert Extension.objects.undecided().get().action.reference == "PA2.1"
    assert all(decision.reason for decision in ActionDecision.objects.all())


def test_the_demonstration_has_evidence_of_each_kind_and_several_milestones(demo):
    shown = Counter(Evidence.objects.values_list("shows", flat=True))
    assert shown == {"done": 7, "changed": 11, "felt": 2}
    steps = Counter(Milestone.objects.values_list("action__reference", flat=True))
    assert {ref: count for ref, count in steps.items() if count > 1} == {
        "PA1.1": 3, "PA2.1": 5, "PA3.1": 3, "AFI2.6": 3
    }  # fmt: skip


def test_council_and_health_lead_and_answer_together_in_the_demonstration(demo):
    both = {}
    for lead in ActionLead.objects.select_related("action", "post__organisation"):
        both.setdefault(lead.action.reference, set()).add(lead.post.organisation.kind)
    assert {ref for ref, kinds in both.items() if kinds == {"council", "health"}} == {
        "PA2.4", "PA3.1", "PA5.6", "PA6.2"
    }  # fmt: skip
    strands = Strand.objects.filter(plan__is_demonstration=True)
    assert {s.reference for s in strands if s.accountable_icb is None} == {"AFI1", "AFI2"}
    assert {s.accountable_icb.organisation.name for s in strands.exclude(accountable_icb=None)} == {
        "NHS Greater Manchester Integrated Care Board"
    }
    # Each organisation is there once: what the demonstration adds are only those that the real data has not.
    of_bury = [row["name"] for row in bury.read("inspections")["organisations"]]
    assert set(Organisation.objects.exclude(name__in=of_bury).values_list("name", flat=True)) == {
        "Community health provider",
        "Parent carer forum",
    }
    assert not strands.filter(accountable_council=None).exists()
    pictures = strand_pictures(strands, [POSITION], Thresholds.objects.get())[POSITION]
    assert {s.reference for s in strands if pictures[s.pk].differs} == {"PA4", "PA6", "AFI1", "AFI2", "AFI3"}


def test_two_thirds_of_the_demonstration_reports_have_different_words_for_families(demo):
    reports = StatusUpdate.objects.filter(action__plan__is_demonstration=True)
    texts = [text for text in reports.values_list("families_text", flat=True) if text]
    assert 0.6 < len(texts) / reports.count() < 0.72
    assert len(set(texts)) == 31
    full = reports.filter(is_no_change=False).exclude(families_text="")
    assert max(Counter(full.values_list("families_text", flat=True)).values()) == 6


def test_the_demonstration_asks_the_board_for_different_things_and_gives_reasons(demo):
    found = movement(Plan.objects.get(is_demonstration=True), POSITION, POSITION - timedelta(days=62), 35)
    assert {row.reference: row.board_ask for row in found.asks} == {
        "AFI1.1": "Decide whether the date or the size of this has to give way.",
        "PA2.2": "Ask both bodies to settle the shared budget by the next meeting.",
        "PA6.6": "Agree who pays for the extra posts.",
    }
    # The other three turned at risk by the dates after their last report.
    assert {row.reference for row in found.differing if not row.reason_differs} == {"PA1.1", "AFI2.5", "AFI2.6"}
    assert {row.reference for row in found.differing if row.reason_differs} == {"PA2.7", "PA4.5", "AFI3.2"}


def test_the_demonstration_keeps_the_sheets_own_words(demo):
    latest = StatusUpdate.objects.filter(action__reference="PA6.6").order_by("-effective_on").first()
    assert latest.narrative == "Funding not yet agreed between partners. Escalated."
    kept = [
        StatusUpdate.objects.filter(action=action).order_by("-effective_on").first().narrative
        for action in Action.objects.filter(plan__is_demonstration=True)
    ]
    assert set(kept) == {row["Progress update"] for row in demonstration._Loader(POSITION)._rows()}


def test_no_report_of_the_demonstration_lies_in_the_future(db):
    bury.load_all()
    demonstration.load(date(2026, 11, 24))
    assert not StatusUpdate.objects.filter(effective_on__gt=date(2026, 11, 19)).exists()
    assert not Standing.objects.filter(state="accepted", starts_on__gt=date(2026, 11, 24)).exists()


def test_clearing_is_for_the_owner(db):
    with pytest.raises(CommandError, match="set DATABASE_OWNER_URL"):
        call_command("clear_demonstration")


def test_clearing_leaves_nothing_and_the_demonstration_can_be_loaded_again(committed_db, cluster, settings, tmp_path):
    settings.DEMO = True
    with working_as():
        bury.load_all()
        before = _rows_but_plan_history()
    call_command("load_demonstration", verbosity=0)
    call_command("demo_people", password_file=tmp_path / "people.txt", verbosity=0)
    with working_as():
        _work_with_the_demonstration()
    loaded = _clear(committed_db, cluster)
    assert loaded == before
    call_command("load_demonstration", "--if-empty", verbosity=0)
    with working_as():
        assert not Plan.objects.filter(is_demonstration=True).exists()
    call_command("load_demonstration", verbosity=0)
    with working_as():
        assert Action.objects.filter(plan__is_demonstration=True).count() == 60


def _work_with_the_demonstration():
    """Somebody tries the site: a report is made and taken back, a draft shared, a meeting closed with its pack."""
    person = Person.objects.get(email="officer@demo.example")
    action = Action.objects.get(plan__is_demonstration=True, reference="PA3.1")
    report = services.record_update(action=action, by=person, on=today(), narrative="Tried out.", reason_differs="-")
    services.withdraw_update(update=report, by=person, on=today(), reason="Only tried out.")
    PlanShare.objects.create(plan=action.plan, person=person, shared_on=today())
    last = Meeting.objects.filter(held_on__lt=today()).first()
    said = {"by": person, "on": today()}
    reworded = board.reword_decision(decision=last.decisions.first(), words="Agreed.", reason="Misheard.", **said)
    board.reword_decision(decision=reworded, words="Noted.", reason="Misheard again.", **said)
    board.challenge_rating(action=action, words="Is it?", **said)
    Chase.objects.create(meeting=last, holder=person, chased_by=person, chased_on=today(), action_count=1)
    freeze(meeting=last, plan=action.plan, by=person)
    receive(meeting=last, file=as_file(a_document()), **said)


def _clear(name, cluster):
    """Clear as the owner; returns the number of rows in every table, but for the plan's own history."""
    use_database(name, cluster.url("owner", name))
    call_command("clear_demonstration", verbosity=0)
    use_database(name, cluster.url("app", name))
    with working_as():
        return _rows_but_plan_history()


def _rows_but_plan_history():
    return {name: count for name, count in rows_everywhere().items() if name != "plans_planevent"}


def test_a_demonstration_person_who_did_real_work_stays_without_a_way_in(committed_db, cluster, settings, tmp_path):
    settings.DEMO = True
    with working_as():
        bury.load_all()
    call_command("demo_people", password_file=tmp_path / "people.txt", verbosity=0)
    with working_as():
        person = Person.objects.get(email="programme-manager@demo.example")
        real = Action.objects.get(reference="PA1.D1")
        services.record_update(action=real, by=person, on=today(), narrative="The post is advertised.")
    _clear(committed_db, cluster)
    with working_as():
        assert list(Person.objects.values_list("email", "is_active")) == [("programme-manager@demo.example", False)]
