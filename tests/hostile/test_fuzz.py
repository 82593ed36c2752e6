"""Arbitrary fields to every form and arbitrary query strings to every page: an answer, never an exception."""

from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.accounts.models import Person, Role
from apps.core.listing import PLACES
from tests import factories
from tests.addresses import hidden_fields
from tests.cast import client_of, make_person
from tests.hostile.values import WRONG_DAYS, anything, mutations, wrong_values
from tests.tables import our_tables, rows_everywhere
from tests.test_access import PAGES, POSTS, PUBLIC

pytestmark = pytest.mark.long
FORM = "application/x-www-form-urlencoded"
EXAMPLES = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# Forms that leads send.
OF_LEADS = {
    "action-update",
    "action-no-change",
    "action-done",
    "extension-ask",
    "evidence-add",
    "bulk-update",
}
OF_LEADS = {f"plans:{name}" for name in OF_LEADS}
# Where what was saved is shown again.
READ_AGAIN = ("plans:action-list", "dashboards:board", "dashboards:families", "plans:approvals", "board:meeting-list")
READ_AGAIN += ("plans:how-ratings-work", "plans:plan-list", "plans:hand-over")
READ_AGAIN += ("measures:measure-list", "measures:openness")


def sender_of(name, programme_manager, administrator, lead_officer):
    """Somebody who may send the form; where the administrator may not, the first role that may."""
    if name in OF_LEADS:
        return lead_officer
    if name == "plans:filter-delete":
        return programme_manager
    roles = sorted(POSTS[name])
    if administrator.role in roles or not roles:
        return administrator
    return make_person(roles[0], administrator.acting.organisation, "Sender")


def encoded(fields):
    return urlencode([(name, value) for name, values in fields.items() for value in values])


def as_lists(fields):
    return {name: value if isinstance(value, list) else [value] for name, value in fields.items()}


def read_again(client, keys):
    """Every page on which a saved value may stand, and the exports."""
    for name in READ_AGAIN:
        assert client.get(reverse(name)).status_code == 200, name
    of_rows = ("plans:plan", "plans:strand", "plans:action", "plans:action-edit", "plans:milestones-edit")
    for name in (*of_rows, "measures:measure"):
        assert client.get(reverse(name, args=keys[name]), follow=True).status_code == 200, name
    finding = reverse("dashboards:finding", args=keys["dashboards:finding"])
    assert client.get(finding).status_code == 200
    for kind in ("csv", "xlsx"):
        assert client.get(reverse("plans:export"), {"format": kind}).status_code == 200, kind


@pytest.mark.parametrize("name", sorted(POSTS))
def test_every_form_answers_whatever_is_sent(
    keys, good, action, programme_manager, administrator, lead_officer, name, pick_foreign
):
    person = sender_of(name, programme_manager, administrator, lead_officer)
    client = client_of(person)
    if name == "accounts:switch":
        good[name] = {"membership": person.acting.pk}
    address = reverse(name, args=keys.get(name, []))
    page = client.get(address)
    usual = as_lists((hidden_fields(page.text) if page.status_code == 200 else {}) | good[name])
    tables = our_tables()
    before = rows_everywhere(tables)

    @EXAMPLES
    @given(mutations([*sorted(usual), "token", "version", "x"], pick_foreign))
    def send(changes):
        with transaction.atomic():
            response = client.post(address, encoded(usual | changes), content_type=FORM)
            assert response.status_code in (200, 302, 400, 403, 404, 409)
            if response.status_code == 302:
                assert client.get(response.url).status_code in (200, 302, 403, 404)
                if Person.objects.get(pk=person.pk).is_active:
                    read_again(client_of(administrator), keys)
            else:
                assert rows_everywhere(tables) == before
            transaction.set_rollback(True)

    send()


@pytest.mark.parametrize("name", sorted(POSTS))
def test_every_field_answers_each_value_that_its_kind_can_get_wrong(
    keys, good, programme_manager, administrator, lead_officer, name
):
    """One field at a time, all others as they should be."""
    client = client_of(sender_of(name, programme_manager, administrator, lead_officer))
    reader = client_of(administrator)
    address = reverse(name, args=keys.get(name, []))
    page = client.get(address)
    usual = as_lists((hidden_fields(page.text) if page.status_code == 200 else {}) | good[name])
    tables = our_tables()
    before = rows_everywhere(tables)
    for field in usual:
        for value in wrong_values(field):
            with transaction.atomic():
                response = client.post(address, encoded(usual | {field: [value]}), content_type=FORM)
                assert response.status_code in (200, 302, 403, 404, 409), (field, value)
                if response.status_code != 302:
                    assert rows_everywhere(tables) == before, (field, value)
                elif value in WRONG_DAYS:
                    assert reader.get(address).status_code in (200, 403, 404, 405)
                    assert reader.get(reverse("dashboards:board")).status_code == 200
                transaction.set_rollback(True)


@pytest.fixture
def pick_foreign(keys):
    """Keys of rows that belong to another plan or to nobody."""
    other = factories.ActionFactory(reference="PB1")
    step = factories.MilestoneFactory(action=other)
    return [str(row.pk) for row in (other, other.strand, other.plan, step, factories.FindingFactory())]


PARAMETERS = [
    "as_at",
    "plan",
    "sort",
    "q",
    "page",
    "rating",
    "dates_say",
    "state",
    "lead",
    "organisation",
    "strand",
    "flag",
]
PARAMETERS += [
    "due_from",
    "due_to",
    "kind",
    "after",
    "action",
    "format",
    "work_through",
    "mine",
    "next",
    "kept",
    "x",
    "",
]
# Of cases, loads and releases.
PARAMETERS += [*PLACES, "stage", "caseworker", "due", "need", "setting", "table", "rule", "weeks", "cases", "plans"]


@pytest.fixture
def visitors(client, administrator, lead_officer, parent):
    """Nobody, and people of four roles; one of them sees single children."""
    manager = make_person("ehc_manager", administrator.acting.organisation, "EHC manager")
    return [client, *(client_of(person) for person in (administrator, lead_officer, parent, manager))]


@pytest.mark.parametrize("name", sorted([*PAGES, *PUBLIC]))
def test_every_page_answers_whatever_is_asked(keys, visitors, name):
    address = reverse(name, args=keys.get(name, []))

    @EXAMPLES
    @given(st.integers(0, len(visitors) - 1), mutations(PARAMETERS))
    def ask(which, query):
        response = visitors[which].get(f"{address}?{encoded(query)}")
        assert response.status_code in (200, 302, 400, 403, 404)
        if response.streaming:
            content = b"".join(response.streaming_content)
            assert content.startswith((b"What was said.", b"\xef\xbb\xbfRef,Action,Due date,RAG,", b"PK\x03\x04"))

    ask()


@pytest.mark.parametrize("name", sorted([*PAGES, *PUBLIC]))
def test_every_page_answers_each_value_that_a_parameter_can_get_wrong(keys, visitors, name):
    """All parameters at once, each with the next of its wrong values."""
    address = reverse(name, args=keys.get(name, []))
    wrong = {parameter: wrong_values(parameter) for parameter in PARAMETERS}
    for turn in range(max(map(len, wrong.values()))):
        query = encoded({parameter: [values[turn % len(values)]] for parameter, values in wrong.items()})
        for visitor in visitors:
            assert visitor.get(f"{address}?{query}").status_code in (200, 302, 400, 403, 404), query


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "account_change_password", "account_logout"]
)
def test_signing_in_answers_whatever_is_sent(keys, client, lead_officer, settings, name):
    settings.ACCOUNT_RATE_LIMITS = False
    usual = {
        "account_login": {"login": lead_officer.email, "password": "x", "next": "/plans/"},
        "account_reset_password": {"email": lead_officer.email},
        "account_change_password": {"oldpassword": "x", "password1": "a long one, and rare", "password2": "x"},
        "account_logout": {},
    }[name]
    lead_officer.set_password("the one before, long")
    lead_officer.save()
    visitor = client if name in ("account_login", "account_reset_password") else client_of(lead_officer)
    before = rows_everywhere()

    @EXAMPLES
    @given(mutations([*usual, "remember", "next", "x"]))
    def send(changes):
        response = visitor.post(reverse(name), encoded(as_lists(usual) | changes), content_type=FORM)
        assert response.status_code in (200, 302, 400)
        assert not response.get("Location", "").startswith(("http:", "https:", "//", "\\"))
        cache.clear()

    send()
    assert rows_everywhere() == before


@EXAMPLES
@given(part=anything, key=anything)
def test_a_link_for_a_new_password_that_is_none_is_refused(db, part, key):
    raw = f"{reverse('account_reset_password')}{quote(part)}-{quote(key)}/"
    response = Client().get(raw, follow=True)
    assert response.status_code in (200, 404)


@EXAMPLES
@given(part=anything)
def test_an_address_that_is_none_is_not_found(db, part):
    client = Client()
    for start in ("/", "/plans/", "/plans/actions/", "/findings/", "/plans/how-ratings-work/words/"):
        assert client.get(f"{start}{quote(part)}").status_code in (200, 301, 302, 404)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_number_that_no_row_has_is_not_found(keys, administrator, council, name):
    others = [make_person(role, council) for role in (Role.EHC_MANAGER, Role.PARENT_REPRESENTATIVE)]
    clients = [client_of(person) for person in (administrator, *others)]
    for number in (0, 2**31, 2**63, 10**40):
        if keys.get(name) and isinstance(keys[name][0], int):
            address = reverse(name, args=[number, *keys[name][1:]])
            # 403 where the whole page is for another role, whatever the number.
            assert {client.get(address).status_code for client in clients} in ({404}, {403, 404})
