"""The golden thread of a finding: everything on one time line, and only what the reader may see."""

import re
from datetime import date

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.dashboards.threads import time_line
from apps.inspections.models import (
    FindingPart,
    FindingRepeat,
    Judgement,
    LocalClaim,
    MonitoringEvent,
)
from apps.plans import services
from tests import factories
from tests.cast import client_of


@pytest.fixture
def finding(action, lead_officer):
    """A finding with all that can happen to it."""
    finding = factories.FindingFactory(reference="PA3", text="Leaders should improve support. This includes:")
    FindingPart.objects.create(finding=finding, letter="a", text="children who wait")
    visit = factories.InspectionFactory(started_on=date(2017, 6, 12), ended_on=date(2017, 6, 16))
    earlier = factories.FindingFactory(inspection=visit, reference="A7", kind="significant_weakness")
    FindingRepeat.objects.create(later=finding, earlier=earlier, reading="Both are about waiting.")
    factories.ActionFindingFactory(action=action, finding=finding)
    Judgement.objects.create(
        finding=finding,
        inspection=finding.inspection,
        verdict="not_sufficient",
        sentence="Not enough.",
        text="They saw this.",
        effective_on=date(2026, 10, 1),
        source="Letter",
    )
    claim = LocalClaim.objects.create(
        text="Turned into strengths.", said_by="Cabinet Member", effective_on=date(2026, 9, 15), source="Report"
    )
    claim.findings.add(finding)
    MonitoringEvent.objects.create(
        inspection=finding.inspection, kind="stocktake", name="Stocktake", held_on=date(2026, 9, 20), source="Website"
    )
    services.record_update(
        action=action,
        by=lead_officer,
        on=today(),
        narrative="For the Board.",
        effective_on=date(2026, 11, 2),
        rating="on_track",
    )
    services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Minutes",
        shows="done",
        effective_on=date(2026, 11, 3),
        link="https://example.org/",
    )
    return finding


def kinds(finding, person, on=None):
    return [(event.on, event.kind) for event in time_line(finding, person, on or today())]


# The inspection that found it, the earlier one that it repeats, and the promise that answers it.
INSPECTED, BEFORE = (date(2024, 2, 16), "inspectors"), (date(2017, 6, 16), "inspectors")
PROMISED = (date(2026, 9, 1), "promises")
JUDGED, CLAIMED = (date(2026, 10, 1), "inspectors"), (date(2026, 9, 15), "claims")
REPORTED, PROVEN, MONITORED = (
    (date(2026, 11, 2), "updates"),
    (date(2026, 11, 3), "evidence"),
    (date(2026, 9, 20), "monitoring"),
)


def test_everything_is_on_one_line_newest_first(finding, programme_manager):
    assert kinds(finding, programme_manager) == [
        PROVEN,
        REPORTED,
        JUDGED,
        MONITORED,
        CLAIMED,
        PROMISED,
        INSPECTED,
        BEFORE,
    ]


def test_a_board_member_sees_neither_restricted_events_nor_unreleased_evidence(finding, board_member):
    assert kinds(finding, board_member) == [REPORTED, JUDGED, CLAIMED, PROMISED, INSPECTED, BEFORE]


def test_a_parent_sees_nothing_of_a_plan_that_is_not_published(finding, action, parent):
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    assert kinds(finding, parent) == [JUDGED, CLAIMED, INSPECTED, BEFORE]


def test_the_line_as_at_a_past_date(finding, programme_manager):
    assert kinds(finding, programme_manager, date(2026, 9, 20)) == [MONITORED, CLAIMED, PROMISED, INSPECTED, BEFORE]


def test_the_page_shows_words_readings_claims_and_judgements(finding, board_member):
    text = re.sub(r"\s+", " ", client_of(board_member).get(finding.get_absolute_url()).text)
    for words in (
        "“Leaders should improve support. This includes:",
        "children who wait”",
        "<strong>Our reading:</strong> Both are about waiting.",
        "“Turned into strengths.”",
        "Not sufficient progress</strong>, 1 October 2026",
        "“Not enough.”",
        "They saw this.",
        "PA1.1",
    ):
        assert words in text


def test_dates_in_tables_stay_on_one_line(finding, action, board_member):
    cell = '<td class="govuk-table__cell nowrap" data-label="Date agreed">31 March 2027</td>'
    for page in (finding.get_absolute_url(), action.strand.get_absolute_url()):
        assert cell in client_of(board_member).get(page).text


def test_a_parent_reads_what_is_meant_for_families(finding, parent):
    text = client_of(parent).get(finding.get_absolute_url()).text
    assert "For the Board." not in text
    assert "Nobody has written this for families yet." in text


def test_the_line_can_be_narrowed_to_one_kind(finding, programme_manager):
    text = client_of(programme_manager).get(f"{finding.get_absolute_url()}?kind=evidence").text
    line = text.split('id="time-line"')[1]
    assert "Minutes" in line
    assert "Stocktake" not in line


def test_evidence_that_is_for_officers_only_is_counted_and_not_named(
    finding, action, lead_officer, board_member, parent
):
    note = "Not shown here: 1 piece of evidence, for officers only until released."
    page = finding.get_absolute_url()
    for address in (page, f"{page}?kind=evidence"):
        text = client_of(board_member).get(address).text
        assert note in text
        assert "Minutes" not in text
        assert "Nothing of this kind is recorded." not in text
    assert note not in client_of(board_member).get(f"{page}?kind=claims").text
    assert note not in client_of(board_member).get(f"{page}?as_at=2026-11-02").text
    assert "Not shown here" not in client_of(lead_officer).get(page).text
    assert note in client_of(parent).get(page).text
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    assert "Not shown here" not in client_of(parent).get(page).text
    services.release_evidence(evidence=action.evidence.get(), by=lead_officer, on=today())
    text = client_of(board_member).get(page).text
    assert "Not shown here" not in text
    assert "Minutes" in text


def test_findings_are_listed_by_inspection_with_their_actions(finding, board_member, parent, action):
    text = client_of(board_member).get(reverse("dashboards:finding-list")).text
    assert "Not sufficient progress" in text
    assert "Actions that answer it: 1</span>" in text
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    text = client_of(parent).get(reverse("dashboards:finding-list")).text
    assert 'data-label="Actions that answer it">1</td>' not in text


def test_restricted_events_are_hidden_from_most(finding, adviser, board_member):
    event = MonitoringEvent.objects.get()
    address = reverse("inspections:event", args=[event.pk])
    assert client_of(adviser).get(address).status_code == 200
    assert client_of(board_member).get(address).status_code == 404
    assert "Stocktake" not in client_of(board_member).get(reverse("inspections:event-list")).text
