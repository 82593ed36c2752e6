"""Signing in: what is said when it fails, how often it may fail, and what a person finds in their account."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from django.urls import reverse

from apps.accounts.models import Role
from apps.core.dates import long_date, today
from apps.core.models import Shared
from tests import factories
from tests.cast import client_of, make_person

SIGN_IN = reverse("account_login")
RIGHT, WRONG = "a long one, and rare", "not this one at all"
TOO_MANY = "Too many wrong passwords. Wait five minutes, then try again"


def with_password(person):
    person.set_password(RIGHT)
    person.save()
    return person


def tried(client, email, password=WRONG):
    return client.post(SIGN_IN, {"login": email, "password": password})


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({}, ("Enter your e-mail address", "Enter your password")),
        ({"login": "nobody", "password": "x"}, ("Enter an e-mail address, such as name@example.org",)),
        ({"login": "nobody@example.org"}, ("Enter your password",)),
        ({"login": "nobody@example.org", "password": "x"}, ("This e-mail address and password are not correct",)),
    ],
)
def test_what_is_wrong_is_said_of_its_field(client, db, fields, messages):
    text = client.post(SIGN_IN, fields).text
    assert all(message in text for message in messages)
    assert "This field is required" not in text


def test_a_forgotten_password_asks_for_the_e_mail_address(client, db):
    text = client.post(reverse("account_reset_password"), {}).text
    assert "Enter your e-mail address" in text
    assert ">E-mail address<" in " ".join(text.split()).replace("> ", ">").replace(" <", "<")


def test_five_wrong_passwords_close_one_account_and_no_other(client, lead_officer, other_officer):
    with_password(lead_officer)
    with_password(other_officer)
    for _ in range(5):
        assert TOO_MANY not in tried(client, lead_officer.email).text
    assert TOO_MANY in tried(client, lead_officer.email, RIGHT).text
    assert tried(client, other_officer.email, RIGHT).status_code == 302


def test_right_passwords_are_not_counted(client, lead_officer):
    with_password(lead_officer)
    for _ in range(4):
        tried(client, lead_officer.email)
    for _ in range(6):
        assert tried(client, lead_officer.email, RIGHT).status_code == 302
        client.logout()


def test_an_address_that_a_council_shares_may_fail_far_more_often(client, db):
    for number in range(12):
        assert TOO_MANY not in tried(client, f"person{number}@example.org").text
    assert Shared.objects.filter(cache_key__contains=":ip:").exists()


TRIES = """
import django, sys
django.setup()
from django.test import Client
client = Client(SERVER_NAME="localhost")
for _ in range(int(sys.argv[1])):
    said = client.post("/sign-in/", {"login": "somebody@example.org", "password": "wrong"}).text
print("closed" if "Too many wrong passwords" in said else "open" if "not correct together" in said else said)
"""


def test_all_processes_count_together(committed_db):
    said = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", TRIES, times], capture_output=True, text=True, check=True
        ).stdout.strip()
        for times in ("3", "3")
    ]
    assert said == ["open", "closed"]


def test_whoever_can_no_longer_sign_in_is_told(client, lead_officer):
    with_password(lead_officer)
    lead_officer.is_active = False
    lead_officer.save()
    response = tried(client, lead_officer.email, RIGHT)
    assert response.status_code == 403
    assert "Your sign-in has ended" in response.text


def test_a_site_that_prints_its_mail_says_so(client, db, settings):
    pages = [reverse("account_reset_password"), reverse("account_reset_password_done")]
    for page in pages:
        assert "sends no e-mail" not in client.get(page).text
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    for page in pages:
        assert "This demonstration site sends no e-mail." in client.get(page).text
    assert "on its way" not in client.get(pages[1]).text
    settings.DEMO = False
    assert "on its way" in client.get(pages[1]).text


def test_a_role_that_begins_later_says_when(council):
    person = factories.PersonFactory()
    later = today() + timedelta(days=7)
    factories.MembershipFactory(person=person, role=Role.OFFICER, organisation=council, starts_on=later)
    text = client_of(person).get("/").text
    assert f"Your role starts on {long_date(later)}" in text
    assert "nobody has said" not in text
    assert f"Officer, {council.name}, from {long_date(later)}" in client_of(person).get("/people/me/").text


def test_the_account_shows_name_posts_and_roles(council, icb):
    person = with_password(make_person(Role.OFFICER, council, "Head of service"))
    factories.MembershipFactory(
        person=person, role=Role.BOARD_MEMBER, organisation=icb, starts_on=date(2020, 1, 1), ends_on=date(2099, 1, 1)
    )
    factories.PostFactory(title="Head of SEND", organisation=council, holder=person)
    page = client_of(person).get(reverse("accounts:account"))
    for words in (
        "Head of service",
        person.email,
        f"Head of SEND, {council.name}",
        f"Officer, {council.name} (you act in this one now)",
        f"Board member, {icb.name}, until 1 January 2099",
        reverse("account_change_password"),
        reverse("accounts:switch"),
    ):
        assert words in page.text
    assert "Your password now" in client_of(person).get(reverse("account_change_password")).text
    assert f'href="{reverse("accounts:account")}"' in client_of(person).get("/plans/").text
