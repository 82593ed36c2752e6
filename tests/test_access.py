"""Every page for every kind of visitor: one table, and a test that no page is missing from it."""

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from apps.accounts.models import Post, Role
from apps.core.dates import today
from apps.plans import editing, services
from apps.plans.models import SavedFilter
from tests import factories
from tests.addresses import OF_DRAFT, OF_LIVE_MODE, hidden_fields
from tests.cast import client_of, make_person
from tests.tables import rows_everywhere, written

OFFICERS = {
    Role.ADMINISTRATOR,
    Role.PROGRAMME_MANAGER,
    Role.OFFICER,
    Role.EHC_CASEWORKER,
    Role.EHC_MANAGER,
    Role.DATA_OFFICER,
}
MANAGERS = {Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER}
INSIDERS = OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER}
LOADERS = {Role.EHC_MANAGER, Role.DATA_OFFICER}
ALL = set(Role)
# Only they see single children.
CASES = {Role.EHC_CASEWORKER, Role.EHC_MANAGER, Role.DATA_OFFICER}
RELEASERS = {Role.ADMINISTRATOR, Role.EHC_MANAGER}
# What a manager records of a meeting.
OF_RECORDS = tuple(
    f"board:{name}"
    for name in (
        "item-add",
        "item-edit",
        "item-delete",
        "paper-add",
        "declaration-add",
        "question-rule",
        "question-answer",
        "decision-add",
        "decision-reword",
        "log-add",
        "take-back",
        "correction-add",
    )
)
# Who may open a page; everybody else who is signed in is refused, and nobody opens it without signing in.
PAGES = {
    "dashboards:home": ALL,
    "dashboards:my-actions": OFFICERS,
    "dashboards:work-through": OFFICERS,
    "dashboards:board": ALL - {Role.PARENT_REPRESENTATIVE},
    "dashboards:families": ALL,
    "dashboards:finding-list": ALL,
    "dashboards:finding": ALL,
    "plans:plan-list": ALL,
    "plans:plan-add": MANAGERS,
    "plans:plan": ALL,
    "plans:plan-edit": MANAGERS,
    "plans:plan-delete": MANAGERS,
    "plans:plan-publish": MANAGERS,
    "plans:plan-share": MANAGERS,
    "plans:strand-add": MANAGERS,
    "plans:strand": ALL,
    "plans:strand-edit": MANAGERS,
    "plans:strand-delete": MANAGERS,
    "plans:strand-rate": MANAGERS,
    "plans:action-add": MANAGERS,
    "plans:action-list": ALL,
    "plans:export": ALL,
    "plans:export-to-edit": MANAGERS,
    "plans:bulk-update": OFFICERS,
    "plans:action": ALL,
    "plans:action-edit": MANAGERS,
    "plans:milestones-edit": MANAGERS,
    "plans:action-update": MANAGERS,
    "plans:extension-ask": MANAGERS,
    "plans:evidence-add": MANAGERS,
    "plans:evidence-file": OFFICERS,
    "plans:evidence-release": MANAGERS,
    "plans:action-done": MANAGERS,
    "plans:action-accept": MANAGERS,
    "plans:action-close": MANAGERS,
    "plans:action-reopen": MANAGERS,
    "plans:update-withdraw": MANAGERS,
    "plans:extension-decide": MANAGERS,
    "plans:extension-undo": MANAGERS,
    "plans:approvals": OFFICERS,
    "plans:hand-over": MANAGERS,
    "plans:hand-over-person": MANAGERS,
    "plans:post-fill": MANAGERS,
    "plans:evidence-withdraw": MANAGERS,
    "plans:evidence-erase": MANAGERS,
    # Only for who said or asked it.
    "plans:done-withdraw": set(),
    "plans:extension-withdraw": set(),
    "plans:how-ratings-work": ALL,
    "plans:thresholds": {Role.ADMINISTRATOR},
    "plans:legend-edit": {Role.ADMINISTRATOR},
    "inspections:inspection": ALL,
    "inspections:event-list": ALL,
    "inspections:event": MANAGERS | {Role.ADVISER},
    "inspections:recommendation-answer": MANAGERS,
    "inspections:glossary": ALL,
    "measures:benchmarks": ALL,
    "caseload:my-cases": CASES,
    "caseload:case-list": CASES,
    "caseload:case": CASES,
    "caseload:case-assign": {Role.EHC_MANAGER},
    "caseload:case-close": {Role.EHC_MANAGER},
    "caseload:case-open": {Role.EHC_MANAGER},
    "caseload:who-looked": {Role.EHC_MANAGER, Role.DATA_OFFICER},
    "caseload:listed-list": CASES,
    "caseload:listed-case": CASES,
    "caseload:listed-export": LOADERS,
    "caseload:listed-looked": {Role.EHC_MANAGER, Role.DATA_OFFICER},
    "measures:release-list": ALL,
    "measures:release": ALL,
    "measures:release-export": ALL,
    "measures:release-make": {Role.DATA_OFFICER},
    "measures:release-correct": {Role.DATA_OFFICER},
    "measures:release-confirm": RELEASERS,
    "measures:release-withdraw": RELEASERS,
    "measures:release-drop": RELEASERS | {Role.DATA_OFFICER},
    "measures:release-threshold": {Role.ADMINISTRATOR},
    "measures:measure-list": ALL,
    "measures:measure": ALL,
    "measures:value-add": OFFICERS,
    "measures:target-add": MANAGERS,
    "measures:dip-add": MANAGERS,
    "measures:take-back": OFFICERS,
    "measures:openness": {Role.ADMINISTRATOR},
    "caseload:forecast": CASES,
    "caseload:backlog": CASES,
    "caseload:row-add": CASES - {Role.DATA_OFFICER},
    "caseload:row-change": CASES - {Role.DATA_OFFICER},
    "caseload:row-take-back": CASES - {Role.DATA_OFFICER},
    # In extract mode the pages of live mode do not exist; tests/caseload/test_live.py tries them.
    **dict.fromkeys(OF_LIVE_MODE, set()),
    "wsoa:statement": ALL,
    "wsoa:statement-edit": MANAGERS,
    "pip:impact-plan": ALL,
    "pip:impact-plan-edit": MANAGERS,
    "board:meeting-list": ALL,
    "board:meeting-add": MANAGERS,
    "board:meeting": ALL,
    "board:meeting-edit": MANAGERS,
    **dict.fromkeys(OF_RECORDS, MANAGERS),
    "board:question-add": MANAGERS | {Role.BOARD_MEMBER, Role.SCRUTINY_MEMBER, Role.PARENT_REPRESENTATIVE},
    # Of a paper that is not public.
    "board:paper-file": OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER},
    "board:log": OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER},
    "board:log-note": MANAGERS,
    "board:round": OFFICERS | {Role.BOARD_MEMBER},
    "board:challenge-add": MANAGERS | {Role.BOARD_MEMBER},
    "board:challenge-answer": MANAGERS,
    # Only for who holds an accountable post of the part.
    "board:strand-sign": set(),
    "board:quarter": OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER},
    "imports:list": MANAGERS | LOADERS,
    # Of a tracker; the case list is for others.
    **dict.fromkeys(
        (
            "imports:upload",
            "imports:batch",
            "imports:answer",
            "imports:describe",
            "imports:row",
            "imports:missing",
            "imports:undo",
            "imports:problems",
            "imports:export",
            "imports:template",
        ),
        MANAGERS,
    ),
    "board:risk-list": ALL - {Role.PARENT_REPRESENTATIVE},
    "board:risk": ALL - {Role.PARENT_REPRESENTATIVE},
    "board:risk-plan": OFFICERS,
    "board:risk-add": OFFICERS,
    "board:risk-edit": OFFICERS,
    "voice:said": ALL,
    "voice:speaker": ALL,
    "voice:round": ALL,
    "voice:issue-list": ALL,
    "voice:issue": ALL,
    # Of a draft: only for representatives of the organisation whose voice it is.
    **dict.fromkeys(OF_DRAFT, {Role.PARENT_REPRESENTATIVE}),
    "voice:round-add": {Role.PARENT_REPRESENTATIVE, Role.PROGRAMME_MANAGER},
    "voice:issue-add": {Role.PARENT_REPRESENTATIVE, Role.PROGRAMME_MANAGER},
    "voice:answer-add": OFFICERS,
    "voice:proposal-list": OFFICERS | {Role.PARENT_REPRESENTATIVE},
    "voice:proposal-add": {Role.PARENT_REPRESENTATIVE},
    "voice:proposal-answer": MANAGERS,
    "voice:detail-remove": {Role.ADMINISTRATOR, Role.PARENT_REPRESENTATIVE},
    "papers:paper-list": ALL,
    "papers:draft": INSIDERS,
    # Of a meeting that is not open to the public; tests/papers tries those that are.
    "papers:meeting-pack": INSIDERS,
    "papers:pack-file": INSIDERS,
    "papers:report-file": INSIDERS,
    "papers:report-upload": OFFICERS,
    "papers:scrutiny-report": ALL - {Role.PARENT_REPRESENTATIVE},
    "papers:evidence": ALL - {Role.PARENT_REPRESENTATIVE},
    "papers:evaluate": OFFICERS,
    "loads:list": LOADERS,
    "loads:upload": LOADERS,
    "loads:check": LOADERS,
    "loads:check-problems": LOADERS,
    "loads:load": LOADERS,
    "loads:load-problems": LOADERS,
    "loads:queries": LOADERS | {Role.EHC_CASEWORKER},
    "loads:queries-file": LOADERS | {Role.EHC_CASEWORKER},
    "accounts:account": ALL,
    "accounts:switch": ALL,
}
# Who may send the form of an address; "plans:filter-delete" is of a filter that the programme manager keeps.
POSTS = {
    name: PAGES[name]
    for name in (
        "accounts:switch",
        "board:meeting-add",
        "board:meeting-edit",
        *OF_RECORDS,
        "board:question-add",
        "board:log-note",
        "board:challenge-add",
        "board:challenge-answer",
        "board:strand-sign",
        "board:risk-add",
        "board:risk-edit",
        "caseload:case-assign",
        "caseload:case-close",
        "caseload:case-open",
        "caseload:row-add",
        "caseload:row-change",
        "caseload:row-take-back",
        *OF_LIVE_MODE,
        "inspections:recommendation-answer",
        "measures:release-confirm",
        "measures:release-correct",
        "measures:release-drop",
        "measures:release-make",
        "measures:release-threshold",
        "measures:release-withdraw",
        "measures:dip-add",
        "measures:openness",
        "measures:take-back",
        "measures:target-add",
        "measures:value-add",
        "imports:upload",
        "imports:answer",
        "imports:describe",
        "imports:row",
        "imports:undo",
        "loads:upload",
        "papers:evaluate",
        "papers:report-upload",
        "plans:action-accept",
        "plans:action-add",
        "plans:action-close",
        "plans:action-done",
        "plans:action-edit",
        "plans:action-reopen",
        "plans:action-update",
        "plans:bulk-update",
        "plans:evidence-add",
        "plans:evidence-release",
        "plans:extension-ask",
        "plans:extension-decide",
        "plans:extension-undo",
        "plans:hand-over-person",
        "plans:legend-edit",
        "plans:milestones-edit",
        "pip:impact-plan-edit",
        "plans:plan-add",
        "plans:plan-delete",
        "plans:plan-edit",
        "plans:plan-publish",
        "plans:plan-share",
        "plans:post-fill",
        "plans:evidence-withdraw",
        "plans:evidence-erase",
        "plans:done-withdraw",
        "plans:extension-withdraw",
        "plans:strand-add",
        "plans:strand-delete",
        "plans:strand-edit",
        "plans:strand-rate",
        "plans:thresholds",
        "plans:update-withdraw",
        "wsoa:statement-edit",
        *OF_DRAFT,
        "voice:round-add",
        "voice:issue-add",
        "voice:answer-add",
        "voice:proposal-add",
        "voice:proposal-answer",
        "voice:detail-remove",
    )
}
# Addresses that take only what a form sends.
POSTED = {
    "accounts:digest": ALL,
    "board:round-chase": MANAGERS,
    "caseload:search": CASES,
    "caseload:listed-search": CASES,
    "caseload:assign": {Role.EHC_MANAGER},
    "plans:plan-unshare": MANAGERS,
    "plans:filter-save": ALL,
    "plans:filter-delete": set(),
    "plans:action-no-change": MANAGERS,
    "imports:settle": MANAGERS,
    "imports:skip": MANAGERS,
    "imports:apply": MANAGERS,
    "imports:discard": MANAGERS,
    "loads:check-load": LOADERS,
    "loads:check-again": LOADERS,
    "loads:check-discard": LOADERS,
}
POSTS |= POSTED
# Others read the page of a meeting's pack; managers freeze it there.
POSTS["papers:meeting-pack"] = MANAGERS
PUBLIC = {"core:accessibility", "core:about", "account_login", "account_reset_password"}
PUBLIC |= {f"public:{name}" for name in ("home", "numbers", "words", "ratings", "accessibility")}
# Public, of rows that exist; tests/public tries them.
TOLD = {"public:strand", "public:finding"}
MOVED = {"core:favicon"}
# Of other packages: signing in and out, passwords, and Django's administration.
FOREIGN = {
    "account_logout",
    "account_change_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def all_names(patterns=None, namespace=""):
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace != "admin":
            yield from all_names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)


def test_no_page_is_missing_from_the_table():
    assert set(all_names()) == set(PAGES) | set(POSTED) | PUBLIC | TOLD | MOVED | FOREIGN


@pytest.fixture
def addresses(keys):
    """An address for each page, of rows that exist; the plan is published, the event restricted."""
    return {name: reverse(name, args=keys.get(name, [])) for name in PAGES}


@pytest.mark.parametrize("role", list(Role))
def test_who_may_open_what(addresses, council, role):
    client = client_of(make_person(role, council, "Visitor"))
    opened = {name for name, address in addresses.items() if client.get(address).status_code in (200, 302)}
    allowed = {name for name, roles in PAGES.items() if role in roles}
    assert opened == allowed


def test_nobody_opens_anything_without_signing_in(addresses, client):
    for name, address in addresses.items():
        response = client.get(address)
        assert (name, response.status_code, response.url.split("?")[0]) == (name, 302, "/sign-in/")


def test_a_long_address_leads_to_sign_in_without_its_filters(client, db):
    address = reverse("plans:action-list")
    assert client.get(address, {"q": "x"}).url == "/sign-in/?next=%2Fplans%2Factions%2F%3Fq%3Dx"
    assert client.get(address, {"q": "x" * 2000}).url == "/sign-in/?next=%2Fplans%2Factions%2F"


def test_a_person_without_a_role_opens_nothing(addresses, council):
    client = client_of(factories.PersonFactory())
    opened = {name for name, address in addresses.items() if client.get(address).status_code != 403}
    assert opened == {"accounts:account", "accounts:switch"}
    assert "has no role yet" in client.get("/").text


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_pages_are_open(client, db, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", sorted(POSTED))
def test_posted_addresses_are_not_pages(keys, programme_manager, name):
    assert client_of(programme_manager).get(reverse(name, args=keys.get(name, []))).status_code == 405


def test_no_form_is_missing_from_the_table(keys, administrator):
    """Whoever may open an address or not: one that takes no form says so first."""
    client = client_of(administrator)
    taking = {
        name
        for name in set(all_names()) - PUBLIC - TOLD - MOVED - FOREIGN
        if client.post(reverse(name, args=keys.get(name, []))).status_code != 405
    }
    assert taking == set(POSTS)


def sent(client, address, fields):
    """The status of a form sent as its own page fills it in, and whether that wrote anything."""
    before = written()
    page = client.get(address)
    hidden = hidden_fields(page.text) if page.status_code == 200 else {}
    response = client.post(address, hidden | fields)
    return response.status_code, written() != before


@pytest.mark.parametrize("role", list(Role))
def test_who_may_send_what(keys, good, council, role):
    person = make_person(role, council, "Visitor")
    client = client_of(person)
    good["accounts:switch"] = {"membership": person.acting.pk}
    allowed, changed = set(), set()
    for name in POSTS:
        with transaction.atomic():
            status, is_changed = sent(client, reverse(name, args=keys.get(name, [])), good[name])
            transaction.set_rollback(True)
        allowed |= {name} if status not in (403, 404) else set()
        changed |= {name} if is_changed else set()
    assert allowed == {name for name, roles in POSTS.items() if role in roles}
    # Who acts in which role is kept in the session, and a search changes nothing; officers report in bulk on actions of
    # their own, and these are not; the records held are of another period than the release, so that it cannot be
    # corrected from them.
    unchanged = {"accounts:switch", "caseload:search", "caseload:listed-search", "measures:release-correct"}
    assert changed == allowed - unchanged - (set() if role in MANAGERS else {"plans:bulk-update"})


def test_nobody_sends_anything_without_signing_in(keys, good, client):
    before = rows_everywhere()
    for name in POSTS:
        response = client.post(reverse(name, args=keys.get(name, [])), good[name])
        assert (name, response.status_code, response.url.split("?")[0]) == (name, 302, "/sign-in/")
    assert rows_everywhere() == before


def test_a_person_without_a_role_sends_nothing(keys, good):
    client = client_of(factories.PersonFactory())
    before = rows_everywhere()
    for name in POSTS:
        assert (name, client.post(reverse(name, args=keys.get(name, [])), good[name]).status_code) == (name, 403)
    assert rows_everywhere() == before


OF_ONE_LEAD = (
    "plans:action-update",
    "plans:action-no-change",
    "plans:action-done",
    "plans:action-close",
    "plans:action-edit",
    "plans:milestones-edit",
    "plans:extension-ask",
    "plans:extension-decide",
    "plans:evidence-add",
    "plans:evidence-release",
    "plans:update-withdraw",
    "plans:action-accept",
)


@pytest.mark.parametrize("role", sorted(OFFICERS - MANAGERS))
def test_nobody_acts_on_the_action_of_another_organisation(keys, good, icb, role):
    """The same role elsewhere reads the action and changes nothing of it."""
    client = client_of(make_person(role, icb, "Elsewhere"))
    before = rows_everywhere()
    for name in OF_ONE_LEAD:
        assert (name, client.post(reverse(name, args=keys[name]), good[name]).status_code) == (name, 403)
    bulk = client.post(reverse("plans:bulk-update"), good["plans:bulk-update"])
    assert "Choose only actions of the list" in bulk.text
    assert rows_everywhere() == before


def test_the_lead_acts_on_their_own_action(keys, good, lead_officer):
    client = client_of(lead_officer)
    reported = ("plans:action-update", "plans:action-done", "plans:extension-ask", "plans:evidence-add")
    for name in (*reported, "plans:evidence-release", "plans:update-withdraw", "plans:action-no-change"):
        with transaction.atomic():
            assert (name, sent(client, reverse(name, args=keys[name]), good[name])) == (name, (302, True))
            transaction.set_rollback(True)


def test_a_report_of_somebody_else_is_not_taken_back(keys, good, accountable_officer):
    """Whoever may report on the action may still not take back what another wrote."""
    address = reverse("plans:update-withdraw", args=keys["plans:update-withdraw"])
    before = rows_everywhere()
    assert client_of(accountable_officer).get(address).status_code == 403
    assert client_of(accountable_officer).post(address, good["plans:update-withdraw"]).status_code == 403
    assert rows_everywhere() == before


def test_nobody_decides_on_what_they_asked_for_or_said(keys, good, lead_officer, accountable_officer):
    Post.objects.filter(holder=accountable_officer).update(holder=lead_officer)
    before = rows_everywhere()
    for name in ("plans:extension-decide", "plans:action-accept"):
        assert client_of(lead_officer).post(reverse(name, args=keys[name]), good[name]).status_code == 403
    assert rows_everywhere() == before


def test_the_filter_of_somebody_else_is_not_deleted(keys, administrator):
    address = reverse("plans:filter-delete", args=keys["plans:filter-delete"])
    assert client_of(administrator).post(address).status_code == 403
    assert SavedFilter.objects.count() == 1


@pytest.mark.parametrize("role", sorted(ALL - OFFICERS))
def test_evidence_that_is_not_released_is_nowhere(keys, addresses, council, role):
    client = client_of(make_person(role, council, "Reader"))
    assert client.get(addresses["plans:evidence-file"]).status_code == 404
    assert client.post(addresses["plans:evidence-release"]).status_code == 404
    assert "Minutes" not in client.get(addresses["plans:action"]).text


@pytest.mark.parametrize("role", [Role.PARENT_REPRESENTATIVE, Role.SCRUTINY_MEMBER])
def test_a_plan_that_is_not_published_is_nowhere(addresses, action, council, role):
    services.publish(plan=action.plan, by=None, on=today(), is_published=False)
    person = make_person(role, council, "Reader")
    client = client_of(person)
    for name in ("plans:plan", "plans:strand", "plans:action"):
        assert client.get(addresses[name]).status_code == 404
    pages = [addresses[name] for name in ("plans:plan-list", "plans:action-list", "dashboards:families")]
    for address in [*pages, f"{addresses['plans:export']}?format=csv"]:
        text = client.get(address).text
        assert action.title not in text
        assert action.plan.name not in text
    editing.share_plan(plan=action.plan, person=person, on=today())
    assert client.get(addresses["plans:action"]).status_code == 200


def test_the_administration_is_for_administrators(administrator, programme_manager):
    assert client_of(administrator).get("/administration/").status_code == 200
    refused = client_of(programme_manager).get("/administration/", follow=True)
    assert (refused.status_code, len(refused.redirect_chain)) == (403, 1)
    assert "You cannot do that" in refused.text


def test_the_administration_asks_strangers_to_sign_in_and_leads_back(client, db):
    response = client.get("/administration/accounts/post/", follow=True)
    assert response.redirect_chain[-1][0] == "/sign-in/?next=/administration/accounts/post/"
