"""A date in the address that cannot be shown is said on the page, and where a date can be chosen."""

from datetime import timedelta

import pytest
from django.urls import reverse

from apps.core.dates import today
from tests import factories
from tests.cast import client_of

BOARD = reverse("dashboards:board")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("banana", "“banana” is not a date; this shows today."),
        ("<b>", "“&lt;b&gt;” is not a date; this shows today."),
        ("2030-01-31", "31 January 2030 has not come yet; this shows today."),
        ("1900-01-01", "Nothing is recorded before 1 January 1990; this shows that day instead of 1 January 1900."),
    ],
)
def test_a_date_that_cannot_be_shown_is_said(action, board_member, asked, said):
    assert said in client_of(board_member).get(BOARD, {"as_at": asked}).text


@pytest.mark.parametrize("asked", ["", "2026-11-01"])
def test_a_date_that_is_shown_needs_no_words(action, board_member, asked):
    assert "; this shows" not in client_of(board_member).get(BOARD, {"as_at": asked}).text


def test_another_date_is_chosen_at_the_top_of_every_main_page(action, board_member):
    finding = factories.FindingFactory()
    client = client_of(board_member)
    for address in (
        BOARD,
        reverse("dashboards:families"),
        reverse("dashboards:finding-list"),
        finding.get_absolute_url(),
        reverse("plans:action-list"),
        action.get_absolute_url(),
        action.strand.get_absolute_url(),
        action.plan.get_absolute_url(),
    ):
        main = client.get(address).text.split('id="main"')[1]
        assert main.count('id="as_at"') == 1, address
        before = main.split('id="as_at"')[0]
        assert "<table" not in before, address
        assert "<h2" not in before, address


def test_findings_as_at_a_day_are_those_made_by_then(action, board_member):
    finding = factories.FindingFactory()
    before = finding.inspection.ended_on - timedelta(days=1)
    page = reverse("dashboards:finding-list")
    assert finding.title in client_of(board_member).get(page).text
    text = client_of(board_member).get(page, {"as_at": before.isoformat()}).text
    assert finding.title not in text
    assert "No finding had been made by then." in text


def test_a_past_meeting_leads_to_the_board_page_of_its_day(action, board_member, parent):
    held = today() - timedelta(days=30)
    factories.MeetingFactory(held_on=held, updates_by=held)
    coming = today() + timedelta(days=30)
    factories.MeetingFactory(held_on=coming, updates_by=today())
    page = reverse("board:meeting-list")
    text = client_of(board_member).get(page).text
    assert f'href="{BOARD}?as_at={held.isoformat()}"' in text
    assert f"as_at={coming.isoformat()}" not in text
    assert BOARD not in client_of(parent).get(page).text.split('id="main"')[1]
