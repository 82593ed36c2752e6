"""From what families feel to "we did": a representative writes and releases, an officer answers, without scripts."""

import pytest
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.core.access import working_as
from tests import factories
from tests.browser.test_accessibility import PASSWORD, sign_in
from tests.cast import make_person
from tests.site import follow
from tests.voice.makers import a_forum, a_speaker

pytestmark = pytest.mark.browser


@pytest.fixture
def people(committed_db):
    with working_as():
        factories.make_legend()
        forum, council = a_forum(), factories.OrganisationFactory(name="Bury Council")
        a_speaker(organisation=forum)
        factories.FindingFactory(reference="PA1", plain_title="Waiting for therapy")
        made = [make_person(Role.PARENT_REPRESENTATIVE, forum), make_person(Role.OFFICER, council)]
        for person in made:
            person.set_password(PASSWORD)
            person.save()
    return made


def test_from_a_rating_to_we_did(people, open_page):
    parent, officer = (open_page(scripts=False, width=375) for _ in people)
    for page, person in zip((parent, officer), people, strict=True):
        sign_in(page, person)
    parent.goto("/voices/")
    follow(parent.get_by_role("link", name="write what was heard"))
    parent.get_by_label("First day of listening").fill("1/10/2026")
    parent.get_by_label("Last day of listening").fill("31/10/2026")
    parent.get_by_label("At an event").check()
    parent.get_by_label("How many people did you hear?").fill("12")
    follow(parent.get_by_role("button", name="Go on"))
    follow(parent.get_by_role("link", name="Write what was said of PA1"))
    parent.get_by_label("Not felt yet").check()
    parent.get_by_label("What did they say? (optional)").fill("Our child is 943 476 5919")
    follow(parent.get_by_role("button", name="Save and go back"))
    expect(parent.get_by_role("alert")).to_contain_text("“943 476 5919” looks like an NHS number: take it out.")
    parent.get_by_label("What did they say? (optional)").fill("We still wait.")
    follow(parent.get_by_role("button", name="Save and go back"))
    follow(parent.get_by_role("link", name="Add an issue"))
    parent.get_by_label("What did families raise?").fill("Nobody rings us back.")
    follow(parent.get_by_role("button", name="Save"))
    follow(parent.get_by_role("link", name="Look at it once more, then release it"))
    parent.get_by_label("We have read it").check()
    follow(parent.get_by_role("button", name="Release it"))
    expect(parent.get_by_text("“We still wait.”")).to_be_visible()

    officer.goto("/voices/issues/?show=waiting")
    follow(officer.get_by_role("link", name="This issue by itself"))
    follow(officer.get_by_role("link", name="Answer"))
    officer.get_by_label("What did we do?").fill("Somebody rings you back within a day.")
    follow(officer.get_by_role("button", name="Send the answer"))
    parent.goto("/voices/issues/")
    expect(parent.get_by_text("Somebody rings you back within a day.")).to_be_visible()
