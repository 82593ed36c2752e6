"""Django's administration: every list and form opens, and nothing that counts can be changed behind the pages."""

import pytest
from django.contrib import admin
from django.urls import reverse

from apps.accounts.models import Person
from apps.plans.models import Action, StatusUpdate
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
