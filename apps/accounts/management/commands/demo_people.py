"""Makes one demonstration person for each role; only beside the embedded database."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from apps.accounts.models import Membership, Organisation, OrganisationKind, Person, Post, Role
from apps.core.access import working_as
from apps.core.dates import today

COUNCIL = ("Bury Metropolitan Borough Council", OrganisationKind.COUNCIL)
FORUM = ("Bury2gether", OrganisationKind.PARENT_CARER_FORUM)
DEPARTMENT = ("Department for Education", OrganisationKind.GOVERNMENT)
# E-mail name, role, organisation, and the posts that the person holds where nobody does.
PEOPLE = (
    ("administrator", Role.ADMINISTRATOR, COUNCIL, ()),
    ("programme-manager", Role.PROGRAMME_MANAGER, COUNCIL, ("SEND Programme Manager",)),
    (
        "officer",
        Role.OFFICER,
        COUNCIL,
        ("Principal Educational Psychologist", "EHC Team Manager", "EOTAS Coordinator", "Workforce Development Lead"),
    ),
    ("accountable-officer", Role.OFFICER, COUNCIL, ("Head of SEND and Inclusion", "Director of Education and Skills")),
    ("caseworker", Role.EHC_CASEWORKER, COUNCIL, ()),
    ("ehc-manager", Role.EHC_MANAGER, COUNCIL, ("EHC Quality Assurance Officer",)),
    ("data-officer", Role.DATA_OFFICER, COUNCIL, ("Data and Performance Manager",)),
    ("board-member", Role.BOARD_MEMBER, ("NHS Greater Manchester Integrated Care Board", OrganisationKind.HEALTH), ()),
    ("parent-representative", Role.PARENT_REPRESENTATIVE, FORUM, ()),
    ("adviser", Role.ADVISER, DEPARTMENT, ()),
    ("scrutiny-member", Role.SCRUTINY_MEMBER, COUNCIL, ()),
)
# What tells two people of one role apart.
LABELS = {"accountable-officer": "Officer (accountable)"}


class Command(BaseCommand):
    help = "Make one demonstration person for each role, with random passwords kept in a file."

    def add_arguments(self, parser):
        parser.add_argument("--password-file", required=True, type=Path)

    def handle(self, *args, password_file, **options):
        if not settings.DEMO:
            raise CommandError("Demonstration people exist only beside the embedded database.")
        if password_file.exists():
            return
        with working_as():
            lines = [_make(*person) for person in PEOPLE]
        with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write("".join(f"{line}\n" for line in lines))


def _make(name, role, organisation, posts):
    """Make the person, or give them a new password; returns the line for the file."""
    email, password = f"{name}@demo.example", secrets.token_urlsafe(12)
    person = Person.objects.filter(email=email).first()
    if person is None:
        title = name.replace("-", " ").replace("ehc", "EHC").capitalize()
        person = Person.objects.create_user(email, f"Demonstration {title[0].lower() + title[1:]}")
    person.is_demonstration = True
    person.set_password(password)
    person.save()
    made, _ = Organisation.objects.get_or_create(name=organisation[0], defaults={"kind": organisation[1]})
    Membership.objects.get_or_create(person=person, role=role, organisation=made, defaults={"starts_on": today()})
    Post.objects.filter(title__in=posts, holder=None, is_demonstration=True).update(holder=person)
    label = LABELS.get(name, Role(role).label)
    return f"  {label:<30} {email:<38} {password}"
