"""What exports say beside the ratings, in the words that their reader may see; other formats are not there."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.plans import services
from tests import factories
from tests.cast import client_of

EXPORT = reverse("plans:export")


@pytest.fixture
def told(action, accountable_officer):
    """Reported on, and its date moved once."""
    asked = services.ask_extension(
        action=action, by=None, on=today(), to_due_on=date(2027, 4, 30), reason="Hiring takes longer."
    )
    services.decide_extension(extension=asked, by=accountable_officer, on=today(), is_approved=True)
    services.record_update(
        action=action,
        by=None,
        on=today(),
        narrative="Two posts are filled.",
        families_text="Two new people start.",
        rating="on_track",
    )
    return action


def row_of(person, query="format=csv"):
    text = client_of(person).get(f"{EXPORT}?{query}").content.decode("utf-8-sig")
    return next(csv.DictReader(io.StringIO(text)))


def test_officers_read_who_answers_the_latest_report_and_why_the_date_moved(told, programme_manager):
    row = row_of(programme_manager)
    assert row["Who answers for it"] == "Director"
    assert row["Latest report"] == "Two posts are filled."
    assert row["Date of that report"] == today().isoformat()
    assert row["Why the date was moved"] == "31 March 2027 to 30 April 2027: Hiring takes longer."


def test_families_read_the_words_meant_for_them(told, parent):
    row = row_of(parent)
    assert row["Latest report"] == "Two new people start."
    assert row["Why the date was moved"] == "31 March 2027 to 30 April 2027"


@pytest.mark.parametrize("kind", ["pdf", "XLSX", "", "xlsx/"])
def test_other_formats_are_not_there(told, programme_manager, kind):
    assert client_of(programme_manager).get(EXPORT, {"format": kind}).status_code == 404


def test_a_draft_is_marked_wherever_it_is_listed(told, programme_manager, board_member, lead_officer):
    plan, finding = told.plan, factories.FindingFactory()
    told.strand.findings.add(finding)
    factories.ActionFindingFactory(action=told, finding=finding)
    services.publish(plan=plan, by=None, on=today(), note="")
    assert row_of(programme_manager)["Plan"] == plan.name
    plan.is_published = False
    plan.save()
    assert row_of(programme_manager)["Plan"] == f"{plan.name} (draft, not published)"
    client = client_of(board_member)
    for name, words in (
        ("plans:plan-list", "<b>Draft, not published</b>"),
        ("plans:action-list", f">{plan.name} (draft, not published)</option>"),
        ("plans:action-list", "<b>draft, not published</b>"),
        ("dashboards:board", "<b>Draft, not published</b>"),
    ):
        assert words in client.get(reverse(name)).text, name
    for row in (told, told.strand):
        assert "<b>Draft, not published</b>" in client.get(row.get_absolute_url()).text
    assert "<b>Draft, not published</b>" in client_of(lead_officer).get(reverse("dashboards:my-actions")).text
    text = client.get(finding.get_absolute_url()).text
    assert f"</a>, {plan.name} (draft, not published)" in text
    assert f"{plan.name} (draft, not published): 1 action promised" in text
    text = client_of(programme_manager).get(reverse("plans:plan-share", args=[plan.pk])).text
    assert "Officers, Board members and advisers can read every draft already" in text
