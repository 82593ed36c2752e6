"""A fixed cast of people, one for each role, and how they visit pages."""

from datetime import date

import pytest
from django.test import Client, override_settings

from apps.accounts.models import OrganisationKind, Role
from tests import factories


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """A cheap hash of passwords: the site's own is slow on purpose."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def council(db):
    return factories.OrganisationFactory(name="Bury Council", kind=OrganisationKind.COUNCIL)


@pytest.fixture
def icb(db):
    return factories.OrganisationFactory(name="NHS Greater Manchester ICB", kind=OrganisationKind.HEALTH)


def make_person(role, organisation, name=None):
    """Somebody with one membership, already acting in it."""
    title = name or Role(role).label
    person = factories.PersonFactory(
        name=title, email=f"{title.lower().replace(' ', '.').replace('(', '').replace(')', '')}@example.org"
    )
    membership = factories.MembershipFactory(
        person=person, role=role, organisation=organisation, starts_on=date(2020, 1, 1)
    )
    return person.act_as(membership)


class Reader(Client):
    """Reads files to the end at once: one that is left open closes, when it is found as rubbish, the connection."""

    def request(self, **request):
        response = super().request(**request)
        if response.streaming:
            response.streaming_content = [b"".join(response.streaming_content)]
        return response


def client_of(person):
    """A browser in which the person is signed in."""
    client = Reader()
    client.force_login(person)
    return client


@pytest.fixture
def administrator(council):
    return make_person(Role.ADMINISTRATOR, council)


@pytest.fixture
def programme_manager(council):
    return make_person(Role.PROGRAMME_MANAGER, council)


@pytest.fixture
def lead_officer(council):
    """Leads ``action`` where a test asks for it."""
    return make_person(Role.OFFICER, council, "Lead officer")


@pytest.fixture
def other_officer(council):
    return make_person(Role.OFFICER, council, "Other officer")


@pytest.fixture
def accountable_officer(council):
    return make_person(Role.OFFICER, council, "Accountable officer")


@pytest.fixture
def board_member(icb):
    return make_person(Role.BOARD_MEMBER, icb)


@pytest.fixture
def parent(db):
    forum = factories.OrganisationFactory(name="Bury2gether", kind=OrganisationKind.PARENT_CARER_FORUM)
    return make_person(Role.PARENT_REPRESENTATIVE, forum)


@pytest.fixture
def adviser(db):
    department = factories.OrganisationFactory(name="Department for Education", kind=OrganisationKind.GOVERNMENT)
    return make_person(Role.ADVISER, department, "Adviser")


@pytest.fixture
def scrutiny_member(council):
    return make_person(Role.SCRUTINY_MEMBER, council)


@pytest.fixture
def legend(db):
    return factories.make_legend()


@pytest.fixture
def action(legend, lead_officer, accountable_officer, council):
    """An open action that the lead officer leads and the accountable officer answers for."""
    accountable = factories.PostFactory(title="Director", organisation=council, holder=accountable_officer)
    action = factories.ActionFactory(reference="PA1.1", accountable_council=accountable)
    post = factories.PostFactory(title="Project lead", organisation=council, holder=lead_officer)
    factories.ActionLeadFactory(action=action, post=post)
    return action
