"""The pages of a plan and of what is told of its kind only."""

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.pip.models import ImpactPlan
from apps.wsoa.models import Statement
from tests import factories
from tests.cast import client_of


@pytest.mark.parametrize(
    ("model", "fields", "page"),
    [(Statement, {"required_on": today()}, "wsoa:statement"), (ImpactPlan, {}, "pip:impact-plan")],
)
def test_the_page_of_a_kind_of_plan_is_found_under_plans(legend, programme_manager, model, fields, page):
    row = model.objects.create(plan=factories.PlanFactory(), source="Test", **fields)
    text = client_of(programme_manager).get(reverse(page, args=[row.pk])).text
    assert f'<a href="{reverse("plans:plan-list")}" aria-current="page">Plans</a>' in text
