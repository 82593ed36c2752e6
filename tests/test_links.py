"""No page shows a link that its reader is refused: every role follows every link from its first page on."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest

from apps.accounts.models import Role
from apps.core.dates import today
from apps.dashboards import bury, demonstration
from apps.plans.models import Plan
from tests import factories
from tests.cast import client_of, make_person

# Of each kind of page (its address without numbers) so many are opened: they differ by state, not by kind.
OF_A_KIND = 6
SKIPPED = ("/static/", "/administration/", "/sign-out/")


def kind_of(address):
    return re.sub(r"\d+", "#", urlsplit(address).path) + ("?" if urlsplit(address).query else "")


def links_of(text):
    return [unescape(link) for link in re.findall(r'<a[^>]* href="([^"#]+)', text)]


@pytest.mark.long
@pytest.mark.parametrize("role", sorted(Role.values))
def test_no_link_is_refused(db, role):
    bury.load_all()
    bury.load_measures()
    demonstration.load(today())
    council = factories.Organisation.objects.get(name="Bury Metropolitan Borough Council")
    person = make_person(role, council)
    factories.Post.objects.filter(
        title__in=["Principal Educational Psychologist", "Head of SEND and Inclusion"]
    ).update(holder=person)
    assert Plan.objects.filter(is_demonstration=True).exists()
    refused, seen, opened, waiting = [], set(), {}, ["/"]
    client = client_of(person)
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if address in seen or opened.get(kind, 0) >= OF_A_KIND:
            continue
        seen.add(address)
        opened[kind] = opened.get(kind, 0) + 1
        response = client.get(address, follow=True)
        if response.status_code != 200:
            refused.append((address, response.status_code))
        elif "text/html" in response["Content-Type"]:
            here = response.redirect_chain[-1][0] if response.redirect_chain else address
            found = [urljoin(here, link) for link in links_of(response.text)]
            waiting += [link for link in found if link.startswith("/") and not link.startswith(SKIPPED)]
    assert refused == []
    assert len(opened) > 10
