"""Handing over: nothing moves unless it is chosen, and what stands empty is seen and filled."""

import pytest
from django.urls import reverse

from apps.accounts.models import OrganisationKind
from apps.core.dates import today
from apps.plans import editing, services
from apps.plans.models import Action
from tests import factories
from tests.cast import client_of
from tests.plans.test_structure import action_form


def send(visitor, leaver, **fields):
    address = reverse("plans:hand-over-person", args=[leaver.pk])
    return client_of(visitor).post(address, {"reason": "New job."} | fields, follow=True)


@pytest.fixture
def second(lead_officer, council):
    return factories.PostFactory(title="Second post", organisation=council, holder=lead_officer)


def test_posts_that_are_not_chosen_stay(programme_manager, lead_officer, other_officer, action, second):
    led = lead_officer.posts.get(title="Project lead")
    page = client_of(programme_manager).get(reverse("plans:hand-over-person", args=[lead_officer.pk])).text
    assert page.count('<option value="stays" selected>Stays with Lead officer</option>') == 2
    chosen = {f"post_{led.pk}": other_officer.pk, f"post_{second.pk}": "stays"}
    summary = send(programme_manager, lead_officer, **chosen).text
    assert "Nothing is saved yet." in summary
    assert "Stays with Lead officer" in summary
    assert f"PA1.1 {action.title}" in summary
    led.refresh_from_db()
    assert led.holder == lead_officer
    done = send(programme_manager, lead_officer, **chosen, confirms="yes").text
    assert "Project lead went to Other officer." in done
    led.refresh_from_db()
    second.refresh_from_db()
    assert (led.holder, second.holder) == (other_officer, lead_officer)


def test_the_summary_sends_what_was_chosen(programme_manager, lead_officer, other_officer, action):
    led = lead_officer.posts.get()
    chosen = {f"post_{led.pk}": other_officer.pk, "ends_memberships": "on"}
    summary = send(programme_manager, lead_officer, **chosen).text
    for name, value in (*chosen.items(), ("reason", "New job."), ("confirms", "yes")):
        kept = "True" if value == "on" else value
        assert f'<input type="hidden" name="{name}" value="{kept}">' in summary


def test_nobody_leaves_with_a_post_and_nothing_is_no_change(programme_manager, lead_officer, action):
    led = lead_officer.posts.get()
    stays = {f"post_{led.pk}": "stays", "confirms": "yes"}
    assert (
        "Nothing would change. Choose who gets a post, or say that they have left."
        in send(programme_manager, lead_officer, **stays).text
    )
    left = send(programme_manager, lead_officer, **stays, ends_memberships="on").text
    assert "They have left: say who holds “Project lead”, or “Nobody yet”" in left
    lead_officer.refresh_from_db()
    assert lead_officer.is_active
    assert "Choose from the list who holds" in send(programme_manager, lead_officer, confirms="yes").text


def test_a_post_that_stands_empty_is_listed_and_given(programme_manager, lead_officer, other_officer, action):
    led = lead_officer.posts.get()
    send(programme_manager, lead_officer, **{f"post_{led.pk}": "nobody", "confirms": "yes"})
    led.refresh_from_db()
    assert led.holder is None
    manager = client_of(programme_manager)
    fill = reverse("plans:post-fill", args=[led.pk])
    assert '<td class="govuk-table__cell" data-label="Open actions">1</td>' in manager.get("/plans/hand-over/").text
    assert f'href="{fill}"' in manager.get("/plans/hand-over/").text
    page = client_of(other_officer).get(action.get_absolute_url()).text
    assert "<strong>(nobody holds this post)</strong>" in page
    assert "Nobody leads it at present." in page
    assert action.title in manager.get(fill).text
    given = manager.post(fill, {"holder": other_officer.pk, "reason": "Started today."}, follow=True).text
    assert "Project lead went to Other officer." in given
    led.refresh_from_db()
    assert led.holder == other_officer
    assert "Nobody leads it at present." not in manager.get(action.get_absolute_url()).text
    again = manager.post(fill, {"holder": lead_officer.pk, "reason": "Started today."}, follow=True).text
    assert "Project lead is held by Other officer." in again


def test_a_post_that_was_filled_meanwhile_is_refused(lead_officer, other_officer, action):
    with pytest.raises(services.Refused, match="Somebody holds this post meanwhile"):
        editing.fill_post(post=lead_officer.posts.get(), holder=other_officer, reason="Started.")


def test_actions_without_a_lead_in_post_are_found(programme_manager, action):
    unnamed = factories.ActionFactory(strand=action.strand, reference="PA1.2", title="Led by none")
    empty = factories.ActionFactory(strand=action.strand, reference="PA1.3", title="Led by an empty post")
    factories.ActionLeadFactory(action=empty)
    gone = factories.ActionFactory(strand=action.strand, reference="PA1.4", title="No longer promised")
    services.drop(action=gone, by=None, on=today(), kind="withdrawn", reason="Not needed.")
    text = client_of(programme_manager).get(reverse("plans:action-list"), {"flag": "no_lead"}).text
    shown = {row.title for row in Action.objects.all() if f">{row.title}</a>" in text}
    assert shown == {unnamed.title, empty.title}


def test_an_action_that_nobody_leads_or_answers_for_is_said(programme_manager, action):
    add = reverse("plans:action-add", args=[action.strand_id])
    text = client_of(programme_manager).post(add, action_form(reference="PA1.5"), follow=True).text
    assert "PA1.5 has no lead in post, so that nobody is asked to report on it and nobody who answers for it." in text
    named = action_form(
        reference="PA1.6", leads=[action.leads.get().pk], accountable_council=action.accountable_council_id
    )
    assert "PA1.6 has" not in client_of(programme_manager).post(add, named, follow=True).text


def test_who_answers_is_of_the_right_kind(programme_manager, action, icb):
    nhs = factories.PostFactory(title="NHS director", organisation=icb)
    add = reverse("plans:action-add", args=[action.strand_id])
    page = client_of(programme_manager).get(add).text
    council, health = page.split('id="id_accountable_council"')[1].split('id="id_accountable_icb"')
    assert ("Director, Bury Council" in council, "NHS director" in council) == (True, False)
    health = health.split("</select>")[0]
    assert ("Director, Bury Council" in health, "NHS director" in health) == (False, True)
    wrong = client_of(programme_manager).post(add, action_form(accountable_council=nhs.pk)).text
    assert "Choose “Who answers for it at the council” from the list" in wrong
    with pytest.raises(services.Refused, match="Choose a post of the council"):
        editing.save_action(action=action, reason="Agreed.", on=today(), accountable_council=nhs)


def test_a_post_of_another_kind_that_is_named_already_stays(programme_manager, action):
    other = factories.PostFactory(
        title="Forum lead", organisation=factories.OrganisationFactory(kind=OrganisationKind.PARENT_CARER_FORUM)
    )
    Action.objects.filter(pk=action.pk).update(accountable_icb=other)
    form = action_form(version=action.version, reference="PA1.1", accountable_icb=other.pk)
    client_of(programme_manager).post(reverse("plans:action-edit", args=[action.pk]), form)
    action.refresh_from_db()
    assert (action.title, action.accountable_icb) == ("Hire two psychologists", other)


def test_leads_are_offered_by_organisation_with_their_holders(programme_manager, action, icb):
    factories.PostFactory(title="Head of nursing", organisation=icb)
    page = client_of(programme_manager).get(reverse("plans:action-edit", args=[action.pk])).text
    leads = page.split("Who leads it")[1].split("Who answers for it")[0]
    assert leads.index("<strong>Bury Council</strong>") < leads.index("<strong>NHS Greater Manchester ICB</strong>")
    assert "Project lead (Lead officer)" in leads
    assert "Head of nursing (nobody holds it)" in leads
    ids = [part.split('"')[0] for part in leads.split('<input class="govuk-checkboxes__input" id="')[1:]]
    assert ids == ["id_leads", "id_leads_1", "id_leads_2"]
