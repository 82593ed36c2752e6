"""The main job in a real browser, with and without scripts: one reports, Board and parents see it at once."""

import pytest
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.core.access import working_as
from apps.core.dates import today
from apps.plans import services
from apps.plans.models import Action, StatusUpdate
from tests import factories
from tests.cast import make_person
from tests.site import follow

pytestmark = pytest.mark.browser
PASSWORD = "long enough for us"
scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@pytest.fixture
def people(committed_db):
    """An officer who leads the one action, a Board member and a parent representative, with passwords."""
    with working_as():
        factories.make_legend()
        council = factories.OrganisationFactory(name="Bury Council")
        roles = {"officer": Role.OFFICER, "board": Role.BOARD_MEMBER, "parent": Role.PARENT_REPRESENTATIVE}
        roles["manager"] = Role.PROGRAMME_MANAGER
        made = {name: make_person(role, council) for name, role in roles.items()}
        for person in made.values():
            person.set_password(PASSWORD)
            person.save()
        finding = factories.FindingFactory(reference="PA2", text="Leaders should improve early identification.")
        strand = factories.StrandFactory(reference="PA2", title="Early identification")
        strand.findings.add(finding)
        action = factories.ActionFactory(strand=strand, reference="PA2.1", title="Recruit two psychologists")
        factories.ActionFindingFactory(action=action, finding=finding)
        post = factories.PostFactory(title="Principal psychologist", organisation=council, holder=made["officer"])
        factories.ActionLeadFactory(action=action, post=post)
        evidence = services.add_evidence(
            action=action,
            by=made["officer"],
            on=today(),
            title="Advert",
            shows="done",
            effective_on=today(),
            link="https://example.org/advert",
        )
        services.release_evidence(evidence=evidence, by=made["officer"], on=today())
    return made


@pytest.fixture
def visit(open_page, people):
    """A page on which a person has signed in."""

    def visited(name, **options):
        page = open_page(**options)
        page.goto("/")
        page.get_by_label("E-mail address").fill(people[name].email)
        page.get_by_label("Password").fill(PASSWORD)
        follow(page.get_by_role("button", name="Sign in"))
        return page

    return visited


def report(page):
    """In the form that stands open under the action that needs it most."""
    page.locator(".pick label", has_text="On track").click()
    page.get_by_label("What has happened").fill("Four people applied.")
    page.get_by_label("The same for families").fill("Four people want the job.")
    page.get_by_role("button", name="Save update").click()
    page.get_by_text("Update recorded for PA2.1.").wait_for()


@scripts
def test_what_an_officer_reports_the_board_and_parents_see_at_once(visit, scripts):
    officer = visit("officer", scripts=scripts)
    expect(officer.get_by_role("heading", level=1)).to_have_text("My actions")
    report(officer)
    board = visit("board", scripts=scripts)
    expect(board.locator("main")).to_contain_text("Yes. None of 1 action is off track or at risk.")
    parent = visit("parent", scripts=scripts)
    expect(parent.locator("main")).to_contain_text("0 of 1 promise kept.")
    expect(parent.locator("main")).to_contain_text("Four people want the job.")
    expect(parent.locator("main")).not_to_contain_text("Four people applied.")


@scripts
def test_the_form_of_another_action_opens_in_place(visit, people, scripts):
    with working_as():
        first = Action.objects.get()
        second = factories.ActionFactory(strand=first.strand, reference="PA2.2", title="Train twenty teachers")
        factories.ActionLeadFactory(action=second, post=first.leads.get())
    page = visit("officer", scripts=scripts)
    page.get_by_role("link", name="Report on PA2.2").click()
    form = page.get_by_role("form", name="Report on PA2.2")
    form.get_by_label("What has happened").fill("Twelve are trained.")
    form.locator(".pick label", has_text="On track").click()
    form.get_by_text("Add evidence").click()
    form.get_by_label("What is it?").fill("Register")
    form.get_by_label("It shows that it was done").check()
    form.get_by_label("Date of the evidence itself").fill("1/11/2026")
    form.get_by_label("Or a link").fill("https://example.org/register")
    form.get_by_role("button", name="Save update").click()
    page.get_by_text("Update recorded for PA2.2.").wait_for()
    expect(page.get_by_role("heading", level=1)).to_have_text("My actions")
    with working_as():
        assert list(second.evidence.values_list("title", "link")) == [("Register", "https://example.org/register")]


def test_choosing_red_opens_what_it_asks_for(visit):
    page = visit("officer")
    expect(page.get_by_label("Why is it off track or at risk?")).to_be_hidden()
    page.locator(".pick label", has_text="Off track").click()
    expect(page.get_by_label("Why is it off track or at risk?")).to_be_visible()


@scripts
def test_two_people_at_once_choose_field_by_field(visit, people, scripts):
    page = visit("officer", scripts=scripts)
    page.locator(".pick label", has_text="On track").click()
    page.get_by_label("What has happened").fill("Mine.")
    page.get_by_label("The same for families").fill("Mine for families.")
    with working_as():
        services.record_update(
            action=Action.objects.get(), by=None, on=today(), narrative="Theirs.", families_text="Theirs for families."
        )
    page.get_by_role("button", name="Save update").click()
    page.get_by_role("heading", name="Somebody else changed PA2.1 while you were typing").wait_for()
    page.get_by_label("Keep theirs: Theirs for families.").check()
    page.get_by_role("button", name="Save with these words").click()
    page.get_by_text("Update recorded for PA2.1.").wait_for()
    with working_as():
        newest = StatusUpdate.objects.latest_first().first()
    assert (newest.narrative, newest.families_text) == ("Mine.", "Theirs for families.")


@scripts
def test_a_board_member_goes_from_the_finding_to_the_evidence(visit, scripts):
    report(visit("officer"))
    page = visit("board", scripts=scripts)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Findings").click()
    page.get_by_role("link", name="Finding", exact=False).first.wait_for()
    page.locator("tbody a").first.click()
    expect(page.locator("main")).to_contain_text("“Leaders should improve early identification.”")
    page.get_by_role("link", name="PA2 Early identification").first.click()
    expect(page.locator("main")).to_contain_text("What the accountable officer says")
    page.get_by_role("link", name="Recruit two psychologists").click()
    expect(page.locator("main")).to_contain_text("Four people applied.")
    assert page.get_by_role("link", name="Advert").get_attribute("href") == "https://example.org/advert"


@scripts
def test_a_parent_reads_the_inspectors_words(visit, scripts):
    page = visit("parent", scripts=scripts)
    page.get_by_role("link", name="Early identification").click()
    page.get_by_role("link", name="PA2 Finding").click()
    expect(page.locator("main")).to_contain_text("“Leaders should improve early identification.”")


@scripts
def test_a_bad_form_leads_to_the_field(visit, scripts):
    page = visit("officer", scripts=scripts)
    page.goto("/my-actions/")
    page.get_by_role("button", name="Save update").click()
    expect(page).to_have_title("Error: Report on PA2.1 – SEND Tracker")
    page.get_by_role("link", name="Choose how it is going").click()
    assert page.evaluate("document.activeElement.name") == "rating" or not scripts


def test_a_draft_comes_back_after_the_page_was_left(visit):
    page = visit("officer")
    page.get_by_label("What has happened").fill("Half a sentence")
    page.goto("/my-actions/")
    page.get_by_text("What you typed here last time was not saved.").wait_for()
    expect(page.get_by_label("What has happened")).to_have_value("Half a sentence")
    page.get_by_role("button", name="Clear it").click()
    expect(page.get_by_label("What has happened")).to_have_value("")


def test_a_saved_report_leaves_no_draft(visit):
    page = visit("officer")
    report(page)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft:'))") == []
