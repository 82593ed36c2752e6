"""Adds a person with a role: the way in for the first administrator."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from apps.accounts.models import Membership, Organisation, OrganisationKind, Person, Role
from apps.core.access import working_as
from apps.core.dates import today


class Command(BaseCommand):
    help = "Add a person who can sign in, with a role in an organisation."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", choices=Role.values, default=Role.ADMINISTRATOR)
        parser.add_argument("--organisation", default="Bury Metropolitan Borough Council")
        parser.add_argument("--kind", choices=OrganisationKind.values, default=OrganisationKind.COUNCIL)

    def handle(self, *args, email, name, role, organisation, kind, **options):
        password = getpass("Password: ")
        try:
            validate_email(email)
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        with working_as():
            if Person.objects.filter(email__iexact=email).exists():
                raise CommandError(f"There is already a person with the e-mail address {email}.")
            person = Person.objects.create_user(email, name, password)
            made, _ = Organisation.objects.get_or_create(name=organisation, defaults={"kind": kind})
            Membership.objects.create(person=person, role=role, organisation=made, starts_on=today())
        self.stdout.write(f"{name} can sign in as {Role(role).label.lower()}.")
