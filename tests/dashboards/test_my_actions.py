"""An officer's own list: each action in the first group that it fits."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.core.dates import today
from apps.dashboards.my_actions import mine_on
from apps.plans import services
from apps.plans.legend import thresholds
from apps.plans.models import Standing
from tests import factories
from tests.cast import client_of

MINE = reverse("dashboards:my-actions")
WALK = reverse("dashboards:work-through")


def groups_of(person):
    groups, others = mine_on(person, Standing.objects.all(), today(), thresholds(today()))
    found = {group.key: [item.standing.action.reference for item in group.items] for group in groups}
    return found | {"others": [item.standing.action.reference for item in others]}


@pytest.fixture
def post(council, lead_officer):
    return factories.PostFactory(organisation=council, holder=lead_officer)


def owned(post, reference, days, **fields):
    """An action of the post that is due so many days from today."""
    due = today() + timedelta(days=days)
    start = today() - timedelta(days=60)
    action = factories.ActionFactory(reference=reference, original_due_on=due, start_on=start, added_on=start, **fields)
    factories.ActionLeadFactory(action=action, post=post)
    return action


def reported(action, rating="on_track", **fields):
    services.record_update(action=action, by=None, on=today(), narrative="So far.", rating=rating, **fields)
    return action


def test_each_action_is_in_the_first_group_that_it_fits(legend, post, lead_officer):
    reported(owned(post, "LATE", -1))
    reported(owned(post, "TODAY", 0))
    reported(owned(post, "SOON", 14))
    reported(owned(post, "FINE", 15))
    owned(post, "SILENT", 60)
    greener = owned(post, "GREENER", 60)
    factories.MilestoneFactory(action=greener, due_on=today() - timedelta(days=3))
    reported(greener)
    back = reported(owned(post, "BACK", -5))
    services.add_evidence(
        action=back, by=None, on=today(), title="Link", shows="done", effective_on=today(), link="https://example.org/"
    )
    services.say_done(action=back, by=None, on=today(), reason="Done.")
    services.send_back(action=back, by=None, on=today(), reason="Not yet.")
    assert groups_of(lead_officer) == {
        "sent_back": ["BACK"],
        "overdue": ["LATE"],
        "due_soon": ["TODAY", "SOON"],
        "differing": ["GREENER"],
        "unreported": ["SILENT"],
        "others": ["FINE"],
    }


def test_what_is_closed_or_somebody_elses_is_not_listed(legend, post, lead_officer, programme_manager):
    factories.ActionFactory()
    closed = owned(post, "CLOSED", -5)
    services.drop(action=closed, by=programme_manager, on=today(), kind="withdrawn", reason="Not needed.")
    assert groups_of(lead_officer) == {"others": []}


def test_a_deputy_sees_the_action_too(legend, post, lead_officer):
    factories.ActionFactory(reference="DEPUTY", deputy=post, original_due_on=today() + timedelta(days=1))
    assert groups_of(lead_officer)["due_soon"] == ["DEPUTY"]


def test_the_page_counts_and_names_the_next_board(legend, post, lead_officer):
    owned(post, "LATE", -1)
    meeting = factories.MeetingFactory(held_on=today() + timedelta(days=10), updates_by=today() + timedelta(days=3))
    text = client_of(lead_officer).get(MINE).text
    assert "1 open · 1 needs you today" in text
    assert f"reads updates made by <strong>{meeting.updates_by.day} " in text
    assert "<b>1 day late</b>" in text


def test_an_empty_list_says_why(lead_officer):
    assert "Actions are yours when you hold a post that leads them." in client_of(lead_officer).get(MINE).text


def test_no_change_is_flagged_at_the_third_in_a_row(legend, post, lead_officer):
    action = reported(owned(post, "SAME", 60))
    for times in (1, 2, 3):
        services.record_no_change(action=action, by=lead_officer, on=today())
        flagged = f"“No change” {times} times in a row" in client_of(lead_officer).get(MINE).text
        assert flagged is (times == 3)


def test_one_and_three_rows_take_the_same_queries(legend, post, lead_officer):
    client = client_of(lead_officer)
    counts = []
    for references in (["A"], ["B", "C"]):
        for reference in references:
            reported(owned(post, reference, -3))
        with CaptureQueriesContext(connection) as queries:
            client.get(MINE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_after_a_report_the_row_says_so_and_no_form_stands_open(legend, post, lead_officer):
    late = reported(owned(post, "LATE", -3))
    client = client_of(lead_officer)
    text = client.get(MINE).text
    assert "Reported today." in text
    assert "It stays here until it is said to be done or a new date is agreed." in text
    assert "Late by the first date promised" not in text
    assert "<b>3 days late</b>" in text
    assert 'aria-label="Report on' not in text
    other = owned(post, "OTHER", -1)
    assert f'aria-label="Report on {other.reference}"' in client.get(MINE).text
    assert 'aria-label="Report on' not in client.get(f"{MINE}?saved={late.pk}").text


def test_what_its_lead_calls_off_track_needs_them(legend, post, lead_officer):
    words = {"why": "Ill.", "being_done": "Hire.", "back_on": today(), "board_ask": "Nothing"}
    reported(owned(post, "RED", 90), "off_track", **words)
    assert groups_of(lead_officer)["off_track"] == ["RED"]


def test_a_new_date_that_waits_is_shown(legend, post, lead_officer):
    action = owned(post, "ASKED", 5)
    services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=today() + timedelta(days=40), reason="Late."
    )
    assert "was asked for on" in client_of(lead_officer).get(MINE).text


def test_the_way_through_has_just_what_needs_its_lead(legend, post, lead_officer):
    late = reported(owned(post, "LATE", -3))
    reported(owned(post, "FINE", 90))
    soon, silent = owned(post, "SOON", 5), owned(post, "SILENT", 60)
    client = client_of(lead_officer)
    assert f'href="{WALK}">Work through what needs you</a>' in client.get(MINE).text
    walk = f"{soon.pk}-{silent.pk}-{late.pk}"
    assert client.get(WALK).url == f"{reverse('plans:action-update', args=[soon.pk])}?work_through={walk}"


def test_where_nothing_needs_its_lead_there_is_no_way_through(legend, post, lead_officer):
    reported(owned(post, "FINE", 90))
    client = client_of(lead_officer)
    assert "Work through" not in client.get(MINE).text
    assert "Nothing needs you today." in client.get(WALK, follow=True).text
