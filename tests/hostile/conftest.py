"""A small site whose rows are committed, and threads that set off together."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connections

from apps.accounts.models import OrganisationKind, Role
from apps.core.access import working_as
from apps.core.dates import today
from apps.plans import services
from tests import factories
from tests.cast import client_of, make_person

PATIENCE = 60


@pytest.fixture
def committed(committed_db, media):
    """An action with evidence that the lead leads, a second one, and people who decide; all of it committed."""
    with working_as():
        factories.make_legend()
        council = factories.OrganisationFactory(name="Bury Council", kind=OrganisationKind.COUNCIL)
        manager = make_person(Role.PROGRAMME_MANAGER, council, "First manager")
        second = make_person(Role.PROGRAMME_MANAGER, council, "Second manager")
        lead = make_person(Role.OFFICER, council, "Lead officer")
        strand = factories.StrandFactory(reference="PA1")
        post = factories.PostFactory(title="Project lead", organisation=council, holder=lead)
        action, other = [factories.ActionFactory(strand=strand, reference=name) for name in ("PA1.1", "PA1.2")]
        for row in (action, other):
            factories.ActionLeadFactory(action=row, post=post)
        services.add_evidence(
            action=action,
            by=None,
            on=today(),
            title="Link",
            shows="done",
            effective_on=today(),
            link="https://x.example",
        )
        action.refresh_from_db()
    return SimpleNamespace(
        action=action,
        other=other,
        strand=strand,
        plan=strand.plan,
        manager=manager,
        second=second,
        lead=lead,
        media=media,
    )


def signed_in(person):
    """A browser of the person, its session committed."""
    with working_as():
        return client_of(person)


def at_once(*works):
    """Each work in a thread and connection of its own, all set off together; what each gave, or the rule it met."""
    barrier = threading.Barrier(len(works))

    def run(work):
        try:
            connections["default"].ensure_connection()
            barrier.wait(PATIENCE)
            return work()
        except (services.Refused, services.Stale) as met:
            return met
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result(PATIENCE) for future in [pool.submit(run, work) for work in works]]


def in_transaction(service, **values):
    """The service as a work for ``at_once``, under the role of a request."""

    def work():
        with working_as():
            return service(**values)

    return work
