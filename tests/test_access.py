"""Every page for every kind of visitor: one table, and a test that no page is missing from it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, get_resolver, reverse

from apps.accounts.models import Role
from apps.core.dates import today
from apps.inspections.models import MonitoringEvent, Recommendation
from apps.pip.models import ImpactPlan
from apps.plans import editing, services
from apps.wsoa.models import Statement
from tests import factories
from tests.cast import client_of, make_person

OFFICERS = {
    Role.ADMINISTRATOR,
    Role.PROGRAMME_MANAGER,
    Role.OFFICER,
    Role.EHC_CASEWORKER,
    Role.EHC_MANAGER,
    Role.DATA_OFFICER,
}
MANAGERS = {Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER}
ALL = set(Role)
# Who may open a page; everybody else who is signed in is refused, and nobody opens it without signing in.
PAGES = {
    "dashboards:home": ALL,
    "dashboards:my-actions": OFFICERS,
    "dashboards:board": ALL - {Role.PARENT_REPRESENTATIVE},
    "dashboards:families": ALL,
    "dashboards:finding-list": ALL,
    "dashboards:finding": ALL,
    "plans:plan-list": ALL,
    "plans:plan-add": MANAGERS,
    "plans:plan": ALL,
    "plans:plan-edit": MANAGERS,
    "plans:plan-publish": MANAGERS,
    "plans:plan-share": MANAGERS,
    "plans:strand-add": MANAGERS,
    "plans:strand": ALL,
    "plans:strand-edit": MANAGERS,
    "plans:strand-rate": MANAGERS,
    "plans:action-add": MANAGERS,
    "plans:action-list": ALL,
    "plans:export": ALL,
    "plans:work-through": ALL,
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
    "plans:action-reopen": set(),
    "plans:update-withdraw": MANAGERS,
    "plans:extension-decide": MANAGERS,
    "plans:approvals": OFFICERS,
    "plans:hand-over": MANAGERS,
    "plans:hand-over-person": MANAGERS,
    "plans:how-ratings-work": ALL,
    "plans:thresholds": {Role.ADMINISTRATOR},
    "plans:legend-edit": {Role.ADMINISTRATOR},
    "inspections:inspection": ALL,
    "inspections:event-list": ALL,
    "inspections:event": MANAGERS | {Role.ADVISER},
    "inspections:recommendation-answer": MANAGERS,
    "inspections:glossary": ALL,
    "measures:benchmarks": ALL,
    "wsoa:statement": ALL,
    "pip:impact-plan": ALL,
    "board:meeting-list": ALL,
    "board:meeting-add": MANAGERS,
    "board:meeting-edit": MANAGERS,
    "accounts:switch": ALL,
}
# Pages that take only what a form sends.
POSTED = {
    "plans:plan-unshare",
    "plans:filter-save",
    "plans:filter-delete",
    "plans:action-no-change",
}
PUBLIC = {"core:accessibility", "core:about", "account_login", "account_reset_password"}
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
    assert set(all_names()) == set(PAGES) | POSTED | PUBLIC | FOREIGN


@pytest.fixture
def addresses(action, lead_officer, media):
    """An address for each name, of rows that exist; the plan is published, the event restricted."""
    plan, strand = action.plan, action.strand
    finding = factories.FindingFactory()
    event = MonitoringEvent.objects.create(
        inspection=finding.inspection, kind="stocktake", name="Stocktake", held_on=today(), source="Test"
    )
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=today().replace(year=2028), reason="Late."
    )
    update = services.record_update(action=action, by=lead_officer, on=today(), narrative="So far.")
    evidence = services.add_evidence(
        action=action,
        by=lead_officer,
        on=today(),
        title="Minutes",
        shows="done",
        effective_on=today(),
        file=SimpleUploadedFile("notes.txt", b"What was said."),
        content_type="text/plain",
    )
    done = factories.ActionFactory(strand=strand, reference="PA1.9")
    services.add_evidence(
        action=done, by=None, on=today(), title="Link", shows="done", effective_on=today(), link="https://example.org/"
    )
    services.say_done(action=done, by=lead_officer, on=today(), reason="Done.")
    keys = {
        "dashboards:finding": finding.pk,
        "inspections:inspection": finding.inspection_id,
        "inspections:event": event.pk,
        "inspections:recommendation-answer": Recommendation.objects.create(
            event=event, number=1, text="Do.", source="Test"
        ).pk,
        "wsoa:statement": Statement.objects.create(plan=factories.PlanFactory(), required_on=today(), source="Test").pk,
        "pip:impact-plan": ImpactPlan.objects.create(plan=factories.PlanFactory(), source="Test").pk,
        "board:meeting-edit": factories.MeetingFactory().pk,
        "plans:evidence-file": evidence.pk,
        "plans:evidence-release": evidence.pk,
        "plans:update-withdraw": update.pk,
        "plans:extension-decide": asked.pk,
        "plans:action-accept": done.pk,
        "plans:hand-over-person": lead_officer.pk,
        "plans:legend-edit": "at_risk",
    }
    keys |= dict.fromkeys(["plans:plan", *(f"plans:plan-{x}" for x in ("edit", "publish", "share"))], plan.pk)
    keys |= dict.fromkeys(
        ["plans:strand-add", "plans:strand", "plans:strand-edit", "plans:strand-rate", "plans:action-add"], strand.pk
    )
    keys["plans:strand-add"] = plan.pk
    of_action = ["action", "action-edit", "milestones-edit", "action-update", "extension-ask", "evidence-add"]
    of_action += ["action-done", "action-close", "action-reopen"]
    keys |= {f"plans:{name}": action.pk for name in of_action}
    return {name: reverse(name, args=[keys[name]] if name in keys else []) for name in PAGES}


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


def test_a_person_without_a_role_opens_nothing(addresses, council):
    client = client_of(factories.PersonFactory())
    opened = {name for name, address in addresses.items() if client.get(address).status_code != 403}
    assert opened == {"accounts:switch"}
    assert "has no role yet" in client.get("/").text


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_pages_are_open(client, db, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", sorted(POSTED))
def test_posted_addresses_are_not_pages(action, programme_manager, name):
    keys = {"plans:plan-unshare": [action.plan_id, 1], "plans:filter-save": []}
    client = client_of(programme_manager)
    assert client.get(reverse(name, args=keys.get(name, [action.pk]))).status_code == 405


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
    assert client_of(programme_manager).get("/administration/").status_code == 302
