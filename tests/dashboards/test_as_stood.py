"""Pages as at a past day: words, leads and links that were changed since are shown as they stood then."""

import contextlib
import io
import zipfile
from datetime import UTC, date, datetime

import psycopg2
import pytest
from django.urls import reverse
from psycopg2 import sql

from apps.accounts.models import Post, Role
from apps.board.models import Risk
from apps.core import as_stood
from apps.core.access import working_as
from apps.core.dates import today
from apps.inspections.models import Finding, FindingRepeat
from apps.measures.models import Measure, MeasureFinding
from apps.papers.pack.gather import gather
from apps.plans.models import (
    Action,
    ActionFinding,
    ActionLead,
    Plan,
    StatusUpdate,
    Strand,
    Thresholds,
)
from apps.plans.models.plans import StrandFinding
from apps.plans.standing import refresh
from tests import factories
from tests.cast import client_of, make_person
from tests.measures import makers

THEN = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # half past eleven in London, still the day itself
AS_AT, KNOWN = {"as_at": "2026-10-31"}, {"as_at": "2026-10-31", "known": "then"}
BEFORE_ALL = {"as_at": "2026-10-20"}
RECORDED = (Action, StatusUpdate, Thresholds)
WITH_HISTORY = (Plan, Strand, StrandFinding, Action, ActionLead, ActionFinding, Finding, FindingRepeat, Post)


@pytest.fixture
def recorded_then(cluster, committed_db):
    """Have all that is there recorded in the last hour of the day, as only the tables' owner can."""

    def move(*models):
        moved = [(model._meta.db_table, "recorded_at") for model in RECORDED]
        moved += [(model.pgh_event_model._meta.db_table, "pgh_created_at") for model in (*WITH_HISTORY, *models)]
        with contextlib.closing(psycopg2.connect(cluster.url("owner", committed_db))) as owner:
            for table, column in moved:
                with owner, owner.cursor() as cursor:
                    names = {"table": sql.Identifier(table), "column": sql.Identifier(column)}
                    cursor.execute(sql.SQL("ALTER TABLE {table} DISABLE TRIGGER USER").format(**names))
                    cursor.execute(sql.SQL("UPDATE {table} SET {column} = %s").format(**names), [THEN])
                    cursor.execute(sql.SQL("ALTER TABLE {table} ENABLE TRIGGER USER").format(**names))

    return move


@pytest.fixture
def action(committed_db, recorded_then):
    """A promise of a published plan that one post led then, and that answered the finding PA1."""
    with working_as():
        factories.make_legend()
        action = factories.ActionFactory(reference="PA1.1", title="Recruit two psychologists")
        action.lead = factories.PostFactory(title="Principal psychologist")
        action.finding = factories.FindingFactory(reference="PA1", title="Advice comes late")
        ActionLead.objects.create(action=action, post=action.lead)
        ActionFinding.objects.create(action=action, finding=action.finding)
        action.strand.findings.add(action.finding)
        StatusUpdate.objects.create(
            action=action, narrative="Both are appointed.", rating="on_track", effective_on=date(2026, 10, 10)
        )
        refresh([action])
        action.plan = action.strand.plan
    recorded_then()
    return action


@pytest.fixture
def reader(action):
    with working_as():
        return make_person(Role.BOARD_MEMBER, factories.OrganisationFactory(name="Bury Council"))


def response_to(person, address, query=None):
    """Each call is a transaction of its own, as for a visitor."""
    with working_as():
        client = client_of(person)
    return client.get(address, query)


def read(person, address, query=None):
    response = response_to(person, address, query)
    assert response.status_code == 200
    return response.text


def finding_page(action):
    return reverse("dashboards:finding", args=[action.finding.pk])


def edit(row, **values):
    with working_as():
        type(row).objects.filter(pk=row.pk).update(**values)


def test_a_promise_that_was_reworded_reads_as_it_did(action, reader):
    edit(action, title="Recruit one psychologist", success_criteria="One has begun.")
    for query in (AS_AT, KNOWN):
        for address in (action.get_absolute_url(), "/plans/actions/", finding_page(action)):
            then, now = read(reader, address, query), read(reader, address)
            assert "Recruit two psychologists" in then
            assert "Recruit one psychologist" not in then
            assert "Recruit one psychologist" in now
            assert "Recruit two psychologists" not in now
        assert "One has begun." not in read(reader, action.get_absolute_url(), query)


def test_before_it_was_recorded_a_promise_reads_as_it_does_today(action, reader):
    edit(action, title="Recruit one psychologist")
    with working_as():
        ActionLead.objects.filter(action=action).delete()
    then = read(reader, action.get_absolute_url(), BEFORE_ALL)
    assert "Recruit one psychologist" in then
    assert "Principal psychologist" not in then


def test_the_newest_words_of_that_day_count(action, reader, recorded_then):
    edit(action, title="Recruit three psychologists")
    recorded_then()
    edit(action, title="Recruit one psychologist")
    assert "Recruit three psychologists" in read(reader, action.get_absolute_url(), AS_AT)


def test_whoever_led_it_then_is_named(action, reader):
    with working_as():
        ActionLead.objects.filter(action=action).delete()
        ActionLead.objects.create(action=action, post=factories.PostFactory(title="Head of inclusion"))
    for query in (AS_AT, KNOWN):
        for address in (action.get_absolute_url(), "/plans/actions/"):
            then, now = read(reader, address, query), read(reader, address)
            assert "Principal psychologist" in then
            assert "Head of inclusion" not in then
            assert "Head of inclusion" in now
            assert "Principal psychologist" not in now
        found = read(reader, "/plans/actions/", query | {"lead": "Principal"})
        assert "Recruit two psychologists" in found
        assert "Recruit two psychologists" not in read(reader, "/plans/actions/", query | {"lead": "inclusion"})
        exported = response_to(reader, reverse("plans:export"), query | {"format": "csv"}).content.decode()
        assert "Principal psychologist" in exported
        assert "Head of inclusion" not in exported


def test_a_post_has_the_title_and_the_holder_of_then(action, reader):
    with working_as():
        holder = make_person(Role.OFFICER, factories.OrganisationFactory(name="Bury"), name="Officer of today")
    edit(action.lead, title="Head of psychology", holder=holder)
    then, now = read(reader, action.get_absolute_url(), AS_AT), read(reader, action.get_absolute_url())
    assert "Principal psychologist" in then
    assert "Officer of today" not in then
    assert "Head of psychology" in now


def test_findings_show_the_links_of_then(action, reader):
    with working_as():
        ActionFinding.objects.filter(action=action).delete()
        later = factories.ActionFactory(strand=action.strand, reference="PA1.2", title="Write to families")
        ActionFinding.objects.create(action=later, finding=action.finding)
        other = factories.ActionFactory(strand=action.strand, reference="PA1.3", title="Ask for locums")
    for query in (AS_AT, KNOWN):
        then, now = read(reader, finding_page(action), query), read(reader, finding_page(action))
        assert "Recruit two psychologists" in then
        assert "Recruit two psychologists" not in now
        assert "Write to families" in now
        # What was recorded later altogether is told today's way, unless the page knows only what was known then.
        assert ("Write to families" in then) is ("known" not in query)
        assert "Ask for locums" not in then
        assert other.reference not in now


def test_a_link_that_was_added_to_an_older_promise_is_not_there_before(action, reader):
    with working_as():
        other = factories.FindingFactory(inspection=action.finding.inspection, reference="PA2", number=2)
        ActionFinding.objects.create(action=action, finding=other)
    address = reverse("dashboards:finding", args=[other.pk])
    assert "Recruit two psychologists" in read(reader, address)
    assert "Recruit two psychologists" not in read(reader, address, AS_AT)


def test_plan_part_and_finding_have_the_names_of_then(action, reader):
    part, plan = action.strand, action.plan
    was_called, was_part = plan.name, part.title
    edit(plan, name="Plan of another name")
    edit(part, title="Part of another name")
    edit(action.finding, title="Another short title")
    page = read(reader, part.get_absolute_url(), AS_AT)
    assert was_part in page
    assert was_called in page
    assert "of another name" not in page
    assert "Advice comes late" in read(reader, finding_page(action), AS_AT)
    board = read(reader, "/on-track/", AS_AT)
    assert was_part in board
    assert "of another name" not in board
    assert "Part of another name" in read(reader, "/on-track/")


def test_a_measure_is_called_and_linked_as_it_was(action, reader, recorded_then):
    with working_as():
        measure = makers.a_measure(slug="advice", name="Advice in six weeks", definition="Counted from the request.")
        MeasureFinding.objects.create(measure=measure, finding=action.finding, is_headline=True)
    recorded_then(Measure, MeasureFinding)
    edit(measure, name="Advice in time", definition="Counted from the day after.")
    with working_as():
        MeasureFinding.objects.filter(measure=measure).update(is_headline=False)
    then = read(reader, measure.get_absolute_url(), AS_AT)
    assert "Advice in six weeks" in then
    assert "Counted from the request." in then
    assert "Advice in time" in read(reader, measure.get_absolute_url())
    address = finding_page(action)
    assert "Headline measures" in read(reader, address, AS_AT)
    assert "For context" not in read(reader, address, AS_AT)
    assert "For context" in read(reader, address)


def test_a_risk_is_as_grave_as_it_was(action, reader, recorded_then):
    with working_as():
        risk = factories.RiskFactory(plan=action.plan, reference="R1", likelihood=5, impact=5, score=25)
    recorded_then(Risk)
    edit(risk, likelihood=1, impact=2, score=2, mitigation="Two more are trained.", status="closed")
    listed, page = reverse("board:risk-list"), risk.get_absolute_url()
    for query in (AS_AT, KNOWN):
        assert "25 Very high" in read(reader, listed, query)
        assert "R1" not in read(reader, listed)
        then, now = read(reader, page, query), read(reader, page)
        assert "25 Very high" in then
        assert "Two more are trained." not in then
        assert "2 Low" in now
        assert "Two more are trained." in now


def test_a_risk_that_was_recorded_later_was_not_known(action, reader):
    with working_as():
        risk = factories.RiskFactory(plan=action.plan, reference="R7", title="Nobody may apply")
    assert "Nobody may apply" in read(reader, reverse("board:risk-list"), AS_AT)
    assert "Nobody may apply" not in read(reader, reverse("board:risk-list"), KNOWN)
    assert "R7 was not recorded yet" in read(reader, risk.get_absolute_url(), KNOWN)


def test_a_past_day_offers_no_change_of_a_risk(action):
    with working_as():
        risk = factories.RiskFactory(plan=action.plan)
        manager = make_person(Role.PROGRAMME_MANAGER, factories.OrganisationFactory(name="Bury Council"))
    assert "Change this risk" in read(manager, risk.get_absolute_url())
    assert "Change this risk" not in read(manager, risk.get_absolute_url(), AS_AT)
    assert "Add a risk" not in read(manager, reverse("board:risk-list"), AS_AT)


def test_a_number_that_was_taken_out_of_a_promise_is_not_shown_again(action, reader, recorded_then):
    edit(action, description="Ring 943 476 5919 first")
    recorded_then()
    edit(action, title="Recruit one psychologist", description="Ring first")
    then = read(reader, action.get_absolute_url(), AS_AT)
    assert "943 476 5919" not in then
    assert as_stood.TAKEN_OUT in then
    assert "Recruit two psychologists" in then


def test_words_that_whoever_replaced_them_hid_are_not_shown_again(action, reader, recorded_then):
    edit(action, title="Write to the mother of Zebedee Quillfeather")
    recorded_then()
    with working_as():
        organisation = factories.OrganisationFactory(name="Bury")
        manager = client_of(make_person(Role.PROGRAMME_MANAGER, organisation))
    address = reverse("plans:action-edit", args=[action.pk])
    sent = {"title": "Write to the mother", "reference": "PA1.1", "leads": [action.lead.pk], "reason": "A name."}
    sent |= {
        "findings": [action.finding.pk],
        "start_on": "1/9/2026",
        "hides_old_words": "on",
        "version": action.version,
    }
    assert manager.post(address, sent).status_code == 302
    for address in (action.get_absolute_url(), "/plans/actions/", finding_page(action)):
        then = read(reader, address, AS_AT)
        assert "Zebedee" not in then
        assert as_stood.TAKEN_OUT in then
    assert "Write to the mother" in read(reader, action.get_absolute_url())
    assert "Zebedee" not in read(reader, action.get_absolute_url())


def test_a_plan_that_was_taken_back_from_the_public_stays_closed_on_every_day(action):
    plan = action.plan
    edit(plan, is_published=False, name="Another name")
    with working_as():
        scrutiny = make_person(Role.SCRUTINY_MEMBER, factories.OrganisationFactory(name="Bury Council"))
    for query in (None, AS_AT, KNOWN):
        assert response_to(scrutiny, plan.get_absolute_url(), query).status_code == 404


def test_an_evidence_pack_and_a_board_pack_read_as_then(action):
    was_part = action.strand.title
    edit(action, title="Recruit one psychologist")
    edit(action.strand, title="Part of another name")
    with working_as():
        manager = make_person(Role.PROGRAMME_MANAGER, factories.OrganisationFactory(name="Bury Council"))
    packed = response_to(manager, reverse("papers:evidence", args=[action.finding.pk]), {"as_at": "31/10/2026"})
    with zipfile.ZipFile(io.BytesIO(b"".join(packed.streaming_content))) as pack:
        inside = b"".join(pack.read(name) for name in pack.namelist())
    assert b"Recruit two psychologists" in inside
    assert b"Recruit one psychologist" not in inside
    with working_as():
        then = str(gather(action.plan, date(2026, 10, 31), THEN))
        now = str(gather(action.plan, today(), THEN))
    assert was_part in then
    assert "Part of another name" not in then
    assert "Part of another name" in now
