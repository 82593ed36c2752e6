"""Django's administration: every list and form opens, and nothing that counts can be changed behind the pages."""

import re
from datetime import date

import pytest
from django.contrib import admin
from django.urls import reverse

from apps.accounts.models import Person
from apps.core.dates import today
from apps.plans.models import Action, StatusUpdate, Thresholds
from tests.cast import client_of

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_list_and_form_opens(administrator, action, model):
    client = client_of(administrator)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{name}_changelist")).status_code == 200
    may_add = admin.site._registry[model].has_add_permission
    response = client.get(reverse(f"{name}_add"))
    request = response.wsgi_request
    assert response.status_code == (200 if may_add(request) else 403)


@pytest.mark.parametrize("model", [Action, StatusUpdate])
def test_what_has_pages_of_its_own_is_only_looked_at(administrator, action, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client_of(administrator).get(reverse(f"{name}_add")).status_code == 403
    assert client_of(administrator).post(reverse("admin:plans_action_delete", args=[action.pk])).status_code == 403


def test_an_administrator_adds_a_person_with_a_role(administrator, council):
    data = {
        "email": "New.Person@example.org",
        "name": "Head of service",
        "is_active": "on",
        "new_password": "a long one, and rare",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-role": "officer",
        "memberships-0-organisation": council.pk,
        "memberships-0-starts_on": "2026-01-01",
    }
    response = client_of(administrator).post(reverse("admin:accounts_person_add"), data)
    assert response.status_code == 302, response.context["errors"]
    person = Person.objects.get(email="new.person@example.org")
    assert person.check_password("a long one, and rare")
    assert person.memberships.get().role == "officer"


def test_the_front_page_names_each_thing_once_and_in_our_words(administrator):
    text = client_of(administrator).get("/administration/").text
    headings = re.findall(r'class="section"[^>]*>\s*([^<]+?)\s*<', text)
    assert len(headings) == len(set(headings)) > 5
    assert "SEND Tracker administration" in text
    for word in ("Django", "Task Result", "Groups", "Wsoa", "Pip", "Thresholds", "Rating words"):
        assert word not in text
    assert "icon" in re.search(r'<link rel="icon" href="([^"]+)"', text)[1]


def test_words_and_numbers_lead_to_the_pages_that_change_them(administrator, legend):
    client = client_of(administrator)
    Thresholds.objects.create(effective_on=date(2020, 1, 1))
    words = client.get(reverse("admin:plans_ratingword_changelist")).text
    assert f'href="{reverse("plans:legend-edit", args=["at_risk"])}"' in words
    assert f'href="{reverse("plans:thresholds")}"' in client.get(reverse("admin:plans_thresholds_changelist")).text


def test_a_role_begins_today_unless_said_otherwise(administrator):
    text = client_of(administrator).get(reverse("admin:accounts_person_add")).text
    shown = re.search(r'name="memberships-0-starts_on" value="([^"]+)"', text)[1]
    assert shown == f"{today():%d/%m/%Y}"


def test_browsers_find_an_icon(client, db):
    assert client.get("/favicon.ico").url.endswith(".svg")
