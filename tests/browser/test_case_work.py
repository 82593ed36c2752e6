"""axe on the forms of a team's work and on what is coming, and the way from the panel to advice that is asked for."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.caseload import models, services, work
from apps.core.access import WEB_CASES, working_as
from tests import factories
from tests.browser.test_accessibility import PASSWORD, problems, sign_in
from tests.caseload.cases import DAY, a_case, an_assessment, an_extract, before
from tests.cast import make_person

pytestmark = pytest.mark.browser


@pytest.fixture
def team(committed_db):
    """A manager, an open case of theirs with something to chase and something taken back, and advice that is late."""
    with working_as(WEB_CASES):
        an_extract(is_synthetic=True, set_aside_count=2)
        manager = make_person(Role.EHC_MANAGER, factories.OrganisationFactory(name="Bury Council"))
        manager.set_password(PASSWORD)
        manager.save()
        case = a_case(before(130), "Y", outcome_on=before(100))
        an_assessment(case)
        services.assign(requests=[case], caseworker=manager, versions={case.pk: 0})
        made = {"request": case, "by": manager, "recorded_on": DAY}
        late = work.add(models.AdviceRequest, version=1, service="health", asked_on=before(90), **made)
        work.add(models.Step, version=2, kind="consultation_sent", on=before(30), note="A school", **made)
        draft = work.add(models.Step, version=3, kind="draft_issued", on=before(3), **made)
        work.take_back(draft, by=manager, version=4, recorded_on=DAY, reason="Another case.")
    return manager, case, late


def test_no_page_of_a_teams_work_has_a_problem(open_page, team):
    manager, case, late = team
    pages = [reverse(f"caseload:{name}") for name in ("my-cases", "forecast", "backlog")]
    pages += [case.get_absolute_url(), f"{reverse('caseload:backlog')}?issued=7"]
    pages += [reverse("caseload:row-add", args=[case.pk, kind]) for kind in ("advice", "exception", "review", "chaser")]
    pages += [reverse(f"caseload:{name}", args=["advice", late.pk]) for name in ("row-change", "row-take-back")]
    found = {}
    for width in (1280, 375):
        page = open_page(width=width)
        sign_in(page, manager)
        for address in pages:
            assert (address, page.goto(address).status) == (address, 200)
            found[address, width] = problems(page)
        page.goto(reverse("caseload:row-add", args=[case.pk, "exception"]))
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("main")).to_contain_text("There is a problem")
        found["refused", width] = problems(page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_no_form_of_live_mode_has_a_problem(open_page, team, settings):
    settings.CASELOAD_MODE = "live"
    manager, case, _ = team
    page = open_page()
    sign_in(page, manager)
    pages = [reverse("caseload:child-add")]
    pages += [
        reverse(f"caseload:{name}", args=[case.pk])
        for name in ("decide", "issue", "end", "cease", "request-add", "overturn", "placement-add", "setting-add")
    ]
    pages += [reverse("caseload:need-set", args=[case.pk]), case.get_absolute_url()]
    pages += [
        reverse(f"caseload:{n}", args=[case.pk, "request", case.pk]) for n in ("record-correct", "record-take-back")
    ]
    found = {}
    for address in pages:
        assert (address, page.goto(address).status) == (address, 200)
        found[address] = problems(page)
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_advice_is_asked_for_without_scripts(open_page, team):
    manager, case, _ = team
    page = open_page(scripts=False)
    sign_in(page, manager)
    page.goto(reverse("caseload:row-add", args=[case.pk, "advice"]))
    page.get_by_label("Educational psychology").check()
    page.get_by_label("Social care").check()
    page.get_by_label("Asked on").fill("10/1/2025")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Recorded: 2 requests for advice.")
    expect(page.get_by_role("main")).to_contain_text("Educational psychology: asked 10 January 2025, not received yet")
    with working_as(WEB_CASES):
        found = models.AdviceRequest.objects.filter(asked_on="2025-01-10").values_list("service", "recorded_by")
        assert sorted(found) == [("ep", manager.pk), ("social_care", manager.pk)]
