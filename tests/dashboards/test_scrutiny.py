"""What scrutiny members read, as the README says it: published plans with what officers say, and nothing restricted."""

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.plans import services
from tests import factories
from tests.cast import client_of


@pytest.fixture
def reported(action, lead_officer):
    """Reported on as at risk, with evidence that is not released."""
    services.record_update(
        action=action,
        by=lead_officer,
        on=today(),
        narrative="Hiring is slow.",
        rating="at_risk",
        why="Few people apply.",
        being_done="Advertise again.",
        back_on=today(),
        board_ask="Agree the money.",
    )
    services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Draft minutes",
        shows="done",
        effective_on=today(),
        link="https://example.org/",
    )
    return action


def test_scrutiny_reads_ratings_reports_and_reasons_of_published_plans(reported, scrutiny_member):
    text = client_of(scrutiny_member).get(reported.get_absolute_url()).text
    for words in ("At risk", "What the dates say", "Hiring is slow.", "Few people apply.", "Agree the money."):
        assert words in text
    assert "Agree the money." in client_of(scrutiny_member).get(reverse("dashboards:board")).text


def test_scrutiny_reads_no_drafts_no_restricted_papers_and_no_evidence_that_is_not_released(reported, scrutiny_member):
    finding = factories.FindingFactory()
    event = finding.inspection.monitoring_events.create(kind="stocktake", name="Stocktake", source="Test")
    hidden = factories.ActionFactory(strand__plan=factories.PlanFactory(is_published=False))
    client = client_of(scrutiny_member)
    assert "Draft minutes" not in client.get(reported.get_absolute_url()).text
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get(reverse("inspections:event", args=[event.pk])).status_code == 404
