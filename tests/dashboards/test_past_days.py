"""Links on a page of a past day lead to pages of that day; those on today's page do not."""

import re
from datetime import timedelta

import pytest
from django.urls import resolve, reverse

from apps.core.dates import today
from apps.plans import services
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure

LINK = re.compile(r'<a\b[^<>]*?\bhref="(/[^"#]*)')


@pytest.fixture
def pages(action):
    """Addresses of pages that lead to one another."""
    finding = factories.FindingFactory(reference="PA1")
    factories.ActionFindingFactory(action=action, finding=finding)
    action.strand.findings.add(finding)
    a_measure("amended", finding=finding)
    services.record_update(
        action=action, by=None, on=today(), effective_on=action.added_on, narrative="Late.", rating="at_risk", why="x"
    )
    return [
        *map(reverse, ("dashboards:board", "dashboards:finding-list", "plans:action-list", "measures:measure-list")),
        reverse("plans:action", args=[action.pk]),
        reverse("dashboards:finding", args=[finding.pk]),
        reverse("measures:measure", args=["amended"]),
        action.strand.get_absolute_url(),
        action.plan.get_absolute_url(),
        reverse("board:risk-list"),
        factories.RiskFactory(plan=action.plan, strand=action.strand).get_absolute_url(),
    ]


def links_of(client, address, **asked):
    """The addresses that the main part of a page leads to, and of them those of pages that show days."""
    response = client.get(address, asked)
    assert response.status_code == 200, address
    found = {link.replace("&amp;", "&") for link in LINK.findall(response.text.partition('id="main"')[2])}
    return found, {link for link in found if hasattr(resolve(link.partition("?")[0]).func, "shows_days")}


@pytest.mark.parametrize("known", [{}, {"known": "then"}])
def test_a_day_goes_from_page_to_page(pages, board_member, known):
    client, day = client_of(board_member), today() - timedelta(days=1)
    asked = f"as_at={day.isoformat()}" + ("&known=then" if known else "")
    leading = 0
    for address in pages:
        links, of_days = links_of(client, address, as_at=day.isoformat(), **known)
        assert {link for link in of_days if not link.endswith(asked)} == set(), address
        assert {link for link in links - of_days if "as_at" in link and "/export/" not in link} == set(), address
        leading += len(of_days)
    assert leading >= (8 if known else 15)


def test_todays_pages_lead_to_today(pages, board_member):
    client = client_of(board_member)
    for address in pages:
        links, of_days = links_of(client, address)
        assert of_days, address
        assert [link for link in links if "as_at" in link] == []


def test_what_is_asked_besides_stays(pages, board_member):
    day = (today() - timedelta(days=1)).isoformat()
    _, of_days = links_of(client_of(board_member), reverse("dashboards:board"), as_at=day)
    plan = {link for link in of_days if link.startswith(reverse("plans:action-list"))}
    assert plan
    assert all(re.search(rf"\?plan=\d+&flag=\w+(&\w+=\w+)?&as_at={day}$", link) for link in plan)
