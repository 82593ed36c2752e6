"""Who visits the pages of cases, and how: under the role of a request, the test going on under that of cases."""

import pytest

from apps.accounts.models import Role
from apps.caseload import services
from apps.core.access import WEB_CASES, assume
from tests.addresses import hidden_fields
from tests.cast import client_of, make_person


@pytest.fixture
def caseworker(council):
    return make_person(Role.EHC_CASEWORKER, council)


@pytest.fixture
def manager(council):
    return make_person(Role.EHC_MANAGER, council)


@pytest.fixture
def data_officer(council):
    return make_person(Role.DATA_OFFICER, council)


def give(person, *requests):
    services.assign(requests=requests, caseworker=person, versions=dict.fromkeys([r.pk for r in requests], 0))


def opened(person, address, data=None):
    response = client_of(person).get(address, data)
    assume(WEB_CASES)
    return response


def sent(person, address, fields, *, opened_as=None):
    """The form of a page sent with what it carries hidden, as it was when opened (``opened_as``) or is now."""
    hidden = hidden_fields((opened_as or opened(person, address)).text)
    response = client_of(person).post(address, hidden | fields)
    assume(WEB_CASES)
    return response


def plain(response):
    """The words of a page in one line."""
    return " ".join(response.text.split())
