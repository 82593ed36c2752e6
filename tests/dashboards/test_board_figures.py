"""The tiles of the Board's page: what each counts, and that each leads to a list of just that many."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.plans import services
from apps.plans.standing import refresh
from tests import factories
from tests.cast import client_of

BOARD = reverse("dashboards:board")


@pytest.fixture
def plan(legend, lead_officer, programme_manager):
    """Red by its owner; red by its dates and green by its owner; said to be done; withdrawn though red; quiet."""
    strand = factories.StrandFactory(reference="PA1")
    past, on = date(2026, 10, 31), today()

    def made(number, **fields):
        return factories.ActionFactory(strand=strand, reference=f"PA1.{number}", **fields)

    def said(action, rating, ask=""):
        services.record_update(action=action, by=None, on=on, narrative="So.", rating=rating, board_ask=ask)

    said(made(1), "off_track", "Agree the money.")
    said(made(2, original_due_on=past), "on_track")
    done, gone = made(3), made(4, original_due_on=past)
    services.add_evidence(
        action=done, by=None, on=on, title="Link", shows="done", effective_on=on, link="https://example.org/"
    )
    services.say_done(action=done, by=lead_officer, on=on, reason="Done.")
    said(gone, "off_track")
    services.drop(action=gone, by=programme_manager, on=on, kind="withdrawn", reason="Not needed.")
    made(5)
    return strand.plan


def tiles(text):
    """``{words: (number, address or None)}``"""
    rows = re.search(r'<ul class="figs">(.*?)</ul>', text, re.DOTALL)[1].split("</li>")[:-1]
    found = {}
    for row in rows:
        link = re.search(r'<a class="govuk-link" href="([^"]+)">', row)
        number = re.search(r"<b>(?:<a [^>]*>)?(\d+)", row)[1]
        words = re.search(r"</b><span>([^<]+)", row)[1]
        found[words] = (int(number), unescape(link[1]) if link else None)
    return found


def test_what_the_tiles_count(plan, board_member):
    counted = {words: number for words, (number, _) in tiles(client_of(board_member).get(BOARD).text).items()}
    assert counted == {
        "actions": 4,
        "rated off track by their owners": 1,
        "off track by the dates": 1,
        "late by the first date promised": 1,
        "rated better by the owner than by the dates": 1,
        "not reported: nobody has rated them yet": 2,
        "quiet for more than 35 days": 1,
        "said to be done, waiting for acceptance": 1,
    }


def test_each_tile_leads_to_a_list_of_just_that_many(plan, board_member):
    client = client_of(board_member)
    for query in ("", f"?as_at={(today() - timedelta(days=3)).isoformat()}"):
        for words, (number, address) in tiles(client.get(BOARD + query).text).items():
            assert (address is None) == (number == 0), words
            if address:
                assert f"<strong>{number} action{'s' if number > 1 else ''}</strong>" in client.get(address).text, words


def test_what_the_board_is_asked_stands_before_the_table(plan, board_member):
    text = client_of(board_member).get(BOARD).text
    places = [text.index(words) for words in ('class="figs"', "What the Board is asked to do", "Each priority")]
    assert places == sorted(places)
    assert places[1] < text.index("Agree the money.") < places[2]


def test_a_closed_plan_says_that_no_report_is_owed(plan, board_member):
    plan.closed_on, plan.closed_reason = today() - timedelta(days=1), "Judged."
    plan.save()
    refresh(plan.actions.all())
    client = client_of(board_member)
    text = client.get(f"{BOARD}?plan={plan.pk}").text
    assert tiles(text)["quiet for more than 35 days"][0] == 0
    assert "Nothing in it is overdue, and no report is owed since then." in text
    before = (today() - timedelta(days=2)).isoformat()
    text = client.get(f"{BOARD}?plan={plan.pk}&as_at={before}").text
    assert "no report is owed" not in text
    assert tiles(text)["quiet for more than 35 days"][0] > 0
