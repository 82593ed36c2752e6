"""Voices, rounds and issues for tests, made the way the site makes them."""

from datetime import date

from apps.accounts.models import OrganisationKind
from apps.core.dates import today
from apps.voice import services
from apps.voice.models import Speaker
from tests import factories

HEARD = {"heard_from": date(2026, 10, 1), "heard_to": date(2026, 10, 31), "how": "event", "how_many": 12}


def a_speaker(name="Bury2gether", organisation=None, **fields):
    return Speaker.objects.create(name=name, kind="forum", organisation=organisation, **fields)


def a_forum(name="Bury2gether"):
    return factories.OrganisationFactory(name=name, kind=OrganisationKind.PARENT_CARER_FORUM)


def a_draft(speaker, by=None, **fields):
    brought = {} if speaker.organisation_id else {"brought_by": "Two members of the group"}
    return services.begin_round(speaker=speaker, by=by, on=today(), **HEARD | brought | fields)


def a_round(speaker, said=(), issues=(), by=None, **fields):
    """A released round; ``said`` are ``(finding, rating, comment)``, ``issues`` are words."""
    draft = a_draft(speaker, by, **fields)
    for finding, rating, comment in said:
        services.say(draft=draft, finding=finding, version=0, rating=rating, comment=comment)
    for words in issues:
        services.raise_issue(draft=draft, words=words)
    draft.refresh_from_db()
    return services.release(draft=draft, by=by, version=draft.version)


def an_issue(speaker, words="Nobody rang us back.", **fields):
    return a_round(speaker, issues=[words], **fields).issues.get()
