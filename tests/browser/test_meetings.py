"""A Board meeting from its agenda to its frozen pack, without scripts, and a member who reads it afterwards."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.core.access import working_as
from apps.core.dates import long_date, today
from tests import factories
from tests.browser.test_accessibility import PASSWORD, sign_in
from tests.cast import make_person
from tests.site import follow

pytestmark = pytest.mark.browser


@pytest.fixture
def people(committed_db):
    with working_as():
        factories.make_legend()
        council = factories.OrganisationFactory(name="Bury Council")
        factories.PostFactory(title="Head of SEND", organisation=council)
        factories.ActionFactory(title="Recruit two psychologists")
        made = [make_person(Role.PROGRAMME_MANAGER, council), make_person(Role.BOARD_MEMBER, council)]
        for person in made:
            person.set_password(PASSWORD)
            person.save()
    return made


def test_from_the_agenda_to_the_frozen_pack(people, open_page):
    manager, member = (open_page(scripts=False) for _ in people)
    for page, person in zip((manager, member), people, strict=True):
        sign_in(page, person)
    day = f"{today():%d/%m/%Y}"
    manager.goto("/meetings/")
    follow(manager.get_by_role("link", name="Add a meeting"))
    manager.get_by_label("Date of the meeting").fill(day)
    manager.get_by_label("Updates wanted by").fill(day)
    follow(manager.get_by_role("button", name="Save"))
    manager.goto("/meetings/")
    follow(manager.get_by_role("link", name=long_date(today())).first)
    meeting = manager.url

    follow(manager.get_by_role("link", name="Add an item to the agenda"))
    manager.get_by_label("What is it about?").fill("Psychologists")
    manager.get_by_label("Place on the agenda").fill("1")
    manager.get_by_label("To decide").check()
    follow(manager.get_by_role("button", name="Save"))
    follow(manager.get_by_role("link", name="Record a decision"))
    manager.get_by_label("What was decided?").fill("Pay for two more posts.")
    follow(manager.get_by_role("button", name="Record decision"))
    follow(manager.get_by_role("link", name="Add to the action log"))
    manager.get_by_label("What is to be done?").fill("Advertise the posts.")
    manager.get_by_label("Which post does it?").select_option(index=1)
    manager.get_by_label("By when?").fill(day)
    follow(manager.get_by_role("button", name="Add to the log"))
    expect(manager.get_by_role("rowheader", name="Advertise the posts.")).to_be_visible()

    follow(manager.get_by_role("link", name="Make the pack, or close the meeting and freeze it"))
    follow(manager.get_by_role("button", name="Close the meeting and freeze its pack"))
    expect(manager.get_by_role("alert")).to_contain_text("Confirm that the meeting is over and its record complete")
    manager.get_by_label("The meeting is over, and its record is complete").check()
    follow(manager.get_by_role("button", name="Close the meeting and freeze its pack"))

    member.goto(meeting)
    expect(member.get_by_text("Pay for two more posts.")).to_be_visible()
    expect(member.get_by_role("link", name="Record a decision")).to_have_count(0)
    follow(member.get_by_role("link", name="The frozen pack and other papers made here"))
    with member.expect_download() as pack:
        member.get_by_role("link", name="Download the frozen pack (PDF)").click()
    content = Path(pack.value.path()).read_bytes()
    assert content.startswith(b"%PDF-")
    expect(member.get_by_text(hashlib.sha256(content).hexdigest())).to_be_visible()
