"""axe on the pages of cases, and the way from the list to a case that has got a caseworker."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.caseload import models, services
from apps.caseload.standing import refresh
from apps.core.access import WEB_CASES, working_as
from tests import factories
from tests.browser.test_accessibility import PASSWORD, problems, sign_in
from tests.caseload.cases import a_case, a_plan, an_active_plan, an_assessment, an_extract, before
from tests.cast import make_person
from tests.site import follow

pytestmark = pytest.mark.browser


@pytest.fixture
def site(committed_db):
    """A manager, and a case with something of everything; the manager works it too."""
    with working_as(WEB_CASES):
        extract = an_extract(is_synthetic=True)
        council = factories.OrganisationFactory(name="Bury Council")
        manager = make_person(Role.EHC_MANAGER, council)
        manager.set_password(PASSWORD)
        manager.save()
        caseworker = make_person(Role.EHC_CASEWORKER, council)
        waiting = a_case(before(150), "Y", outcome_on=before(120))
        an_assessment(waiting)
        request = a_case(before(900), "Y", outcome_on=before(860))
        plan = a_plan(request, before(740))
        active = an_active_plan(request, review_meeting_on=before(380), decided_on=before(370), review_outcome="M")
        models.Need.objects.create(key="1", active_plan=active, type="ASD", rank=1, missing_since=extract)
        models.Placement.objects.create(key="1", active_plan=active, urn="990001")
        models.Step.objects.create(request=request, kind="chased", on=before(3))
        models.AdviceRequest.objects.create(request=request, service="ep", asked_on=before(880))
        models.SetAside.objects.create(
            extract=extract, table="namedplan", record=plan.key, row=7, code="x", message="It is odd.", is_error=False
        )
        closure = request.closures.create(person=caseworker, reason="A relative.")
        models.ListedCase.objects.create(reference=request.key, initials="TE", school="Test High", dob=before(3000))
        models.ListedCase.objects.create(reference="TEST-2", request_on=before(150), position_on=before(9))
        refresh([waiting, request])
        services.assign(requests=[waiting, request], caseworker=manager, versions={waiting.pk: 0, request.pk: 0})
    return manager, waiting, request, closure


def test_no_page_of_a_case_has_a_problem(open_page, site):
    manager, waiting, request, closure = site
    pages = [
        reverse("caseload:my-cases"),
        reverse("caseload:case-list"),
        reverse("caseload:case-list") + "?stage=ceased",
    ]
    pages += [reverse(f"caseload:{name}", args=[request.pk]) for name in ("case", "case-assign", "case-close")]
    pages += [waiting.get_absolute_url(), reverse("caseload:who-looked", args=[request.pk])]
    pages.append(reverse("caseload:case-open", args=[request.pk, closure.pk]))
    with working_as(WEB_CASES):
        line = models.ListedCase.objects.get(reference=request.key)
    pages += [reverse("caseload:listed-list"), reverse("caseload:listed-list") + "?status=refused"]
    pages += [reverse(f"caseload:{name}", args=[line.pk]) for name in ("listed-case", "listed-looked")]
    found = {}
    for width in (1280, 375):
        page = open_page(width=width)
        sign_in(page, manager)
        for address in pages:
            assert (address, page.goto(address).status) == (address, 200)
            found[address, width] = problems(page)
        page.goto(reverse("caseload:case-list"))
        page.get_by_label("Find a child or young person").fill("test")
        follow(page.get_by_role("button", name="Find"))
        assert page.url.endswith(reverse("caseload:search"))
        found["search", width] = problems(page)
        page.goto(reverse("caseload:listed-list"))
        page.get_by_label("Find a case of the list").fill("test")
        follow(page.get_by_role("button", name="Find"))
        assert page.url.endswith(reverse("caseload:listed-search"))
        found["search in the list", width] = problems(page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_cases_are_chosen_in_the_list_and_given_to_a_caseworker(open_page, site):
    manager, waiting, _, _ = site
    page = open_page(scripts=False)
    sign_in(page, manager)
    page.goto(f"{reverse('caseload:case-list')}?stage=assessing")
    page.get_by_label(f"Choose case {waiting.key}").check()
    page.get_by_label("Give the chosen cases to").select_option(label="EHC caseworker")
    page.get_by_role("button", name="Give them").click()
    expect(page.get_by_role("main")).to_contain_text("1 case given to EHC caseworker.")
    assert page.url.endswith("?stage=assessing")
    with working_as(WEB_CASES):
        assert models.Case.objects.get(request=waiting).caseworker.name == "EHC caseworker"
