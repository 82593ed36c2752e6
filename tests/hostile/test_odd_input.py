"""Input that was once answered by an error page, one test each."""

from datetime import date, timedelta

import pytest
from django import forms
from django.urls import reverse

from apps.core.dates import today
from apps.core.forms import DayField
from apps.plans import editing, services
from apps.plans.models import Milestone, SavedFilter
from tests import factories
from tests.cast import client_of


@pytest.mark.parametrize("text", ["31/12/1989", "1/1/2101", "1/1/0001", "31/12/9999"])
def test_a_day_outside_the_years_of_the_site_is_refused(text):
    with pytest.raises(forms.ValidationError, match="“Due on” must be a date from 1990 to 2100"):
        DayField(label="Due on").clean(text)


@pytest.mark.parametrize(("text", "day"), [("1/1/1990", date(1990, 1, 1)), ("31/12/2100", date(2100, 12, 31))])
def test_the_first_and_the_last_day_of_the_site_are_taken(text, day):
    assert DayField(label="Due on").clean(text) == day


def test_the_board_as_at_the_year_one_is_as_at_the_first_day(action, board_member):
    text = client_of(board_member).get(reverse("dashboards:board"), {"as_at": "0001-01-01"}).text
    assert "1 January 1990" in text


@pytest.mark.parametrize("numbers", ["²", "9" * 5000, "-1", "a\x00b", "7-8", "1-" * 3000])
def test_a_way_through_actions_that_makes_no_sense_is_none(action, lead_officer, numbers):
    page = reverse("plans:action-update", args=[action.pk])
    response = client_of(lead_officer).get(page, {"work_through": numbers})
    assert response.status_code == 200
    assert "Skip this one" not in response.text


def test_words_are_looked_up_without_their_null_characters(board_member):
    response = client_of(board_member).get(reverse("inspections:glossary"), {"q": "E\x00H"})
    assert response.status_code == 200
    assert 'value="EH"' in response.text


def test_a_filter_is_kept_without_null_characters_in_its_name(lead_officer):
    client_of(lead_officer).post(reverse("plans:filter-save"), {"name": "Late\x00", "query": "flag=late"})
    assert SavedFilter.objects.get().name == "Late"


def test_who_leaves_before_a_membership_begins_never_takes_it_up(lead_officer, council, programme_manager):
    begins = today() + timedelta(days=30)
    later = factories.MembershipFactory(
        person=lead_officer, role="data_officer", organisation=council, starts_on=begins
    )
    editing.hand_over(
        leaver=lead_officer, posts={}, on=today(), by=programme_manager, ends_memberships=True, reason="Left."
    )
    ends = dict(lead_officer.memberships.values_list("role", "ends_on"))
    assert ends == {"officer": today(), "data_officer": begins}
    later.refresh_from_db()
    assert not later.person.is_active


def milestones_of(client, action, *titles):
    """Sends the page's form with these words; ``titles`` are ``(milestone or "", words)``."""
    fields = {"form-TOTAL_FORMS": len(titles), "form-INITIAL_FORMS": 0, "reason": "As agreed."}
    action.refresh_from_db()
    fields["version"] = action.version
    for number, (key, title) in enumerate(titles):
        fields |= {f"form-{number}-milestone": key, f"form-{number}-title": title, f"form-{number}-due_on": "1/2/2027"}
    return client.post(reverse("plans:milestones-edit", args=[action.pk]), fields)


def test_a_dropped_milestone_that_is_entered_again_is_taken_up(action, programme_manager):
    client = client_of(programme_manager)
    milestones_of(client, action, ("", "Step one"))
    first = Milestone.objects.get()
    milestones_of(client, action)
    assert milestones_of(client, action, ("", "Step one")).status_code == 302
    assert list(Milestone.objects.values_list("pk", "is_dropped")) == [(first.pk, False)]


def test_two_milestones_that_change_their_words_for_each_others_are_refused_in_words(action, programme_manager):
    client = client_of(programme_manager)
    milestones_of(client, action, ("", "Step one"), ("", "Step two"))
    one, two = Milestone.objects.order_by("position")
    response = milestones_of(client, action, (one.pk, "Step two"), (two.pk, "Step one"))
    assert "two milestones would have the same words" in response.text
    assert list(Milestone.objects.order_by("position").values_list("title", flat=True)) == ["Step one", "Step two"]


def test_a_report_taken_back_meanwhile_is_not_taken_back_again(action, lead_officer):
    row = services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.")
    services.withdraw_update(update=row, by=lead_officer, on=today(), reason="Wrong.")
    with pytest.raises(services.Refused, match="already taken back"):
        services.withdraw_update(update=row, by=lead_officer, on=today(), reason="Wrong.")


def test_publishing_a_published_plan_changes_nothing(action, programme_manager):
    services.publish(plan=action.plan, by=programme_manager, on=today(), is_published=False)
    for _ in range(2):
        row = services.publish(plan=action.plan, by=programme_manager, on=today(), is_published=True)
    assert list(action.plan.publications.order_by("pk").values_list("is_published", flat=True)) == [False, True]
    assert row == action.plan.publications.latest("pk")


def test_only_an_administrator_ends_an_administrator_and_nobody_themselves(
    administrator, programme_manager, lead_officer
):
    for leaver, by, words in (
        (administrator, programme_manager, "Only an administrator"),
        (administrator, administrator, "You cannot end your own sign-in"),
    ):
        with pytest.raises(services.Refused, match=words):
            editing.hand_over(leaver=leaver, posts={}, on=today(), by=by, ends_memberships=True, reason="Left.")
    administrator.refresh_from_db()
    assert administrator.is_active
