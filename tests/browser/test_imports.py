"""A messy tracker in a real browser: upload, questions, preview, mending, saving, taking back; axe on each page."""

from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from apps.accounts.models import OrganisationKind, Role
from apps.core.access import working_as
from apps.imports.models import Batch
from apps.plans.models import Action
from tests import factories
from tests.browser.test_accessibility import PASSWORD, problems, sign_in
from tests.cast import make_person
from tests.core.test_jobs import run_worker
from tests.site import follow

pytestmark = pytest.mark.browser
SHEET = Path(__file__).parent.parent / "imports" / "sheets" / "pip_tracker_messy.xlsx"


def test_a_messy_tracker_is_read_mended_saved_and_taken_back(open_page, committed_db):
    with working_as():
        factories.make_legend()
        council = factories.OrganisationFactory(name="Bury Council", kind=OrganisationKind.COUNCIL)
        manager = make_person(Role.PROGRAMME_MANAGER, council)
        manager.set_password(PASSWORD)
        manager.save()
        plan = factories.PlanFactory(name="Priority Impact Plan", starts_on=date(2024, 5, 7))
    page, narrow = open_page(), open_page(width=375)
    for one in (page, narrow):
        sign_in(one, manager)
        one.get_by_role("button", name="Sign out").wait_for()
    page.get_by_text("More", exact=True).click()
    follow(page.get_by_role("link", name="Spreadsheets"))
    found = {"list": problems(page)}
    follow(page.get_by_role("link", name="Priority Impact Plan tracker").first)
    found["upload"] = problems(page)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_text("Choose a file")).to_have_count(2)
    page.get_by_label("File").set_input_files(SHEET)
    follow(page.get_by_role("button", name="Read the file"))
    found["waiting"] = problems(page)
    address = page.url
    run_worker()
    page.goto(address)
    expect(page.get_by_text("“delayed” is not in the key of the ratings; the rating is left empty.")).to_be_visible()
    found["questions"] = problems(page)
    page.get_by_label("“delayed”").select_option("At risk")
    follow(page.get_by_role("button", name="Read the file with these answers"))
    run_worker()
    page.goto(address)
    found["preview"] = problems(page)
    page.get_by_role("link", name="Problem 4").click()
    expect(page.get_by_text("“31/06/2025” is not a real date.")).to_be_visible()
    follow(page.get_by_role("link", name="58", exact=True))
    found["row"] = problems(page)
    page.get_by_label("Due date", exact=True).fill("30/6/2025")
    page.get_by_role("button", name="Check this row again").click()
    expect(page.get_by_text("Row 58 was checked again with what you typed.")).to_be_visible()
    page.goto(f"{address}?tab=new")
    page.get_by_label("Row 9 of").check()
    page.get_by_role("button", name="Leave the chosen rows out").click()
    expect(page.get_by_text("1 row is left out.")).to_be_visible()
    for name in ("", "?tab=problem", "questions/", "about/"):
        narrow.goto(f"{address}{name}")
        found[f"narrow {name}"] = problems(narrow)
    page.get_by_role("button", name="Save 44 actions").click()
    expect(page.get_by_text("Tick that you know this, then save. Nothing was saved.")).to_be_visible()
    page.get_by_label("I know that anybody can read this as soon as it is saved").check()
    follow(page.get_by_role("button", name="Save 44 actions"))
    run_worker()
    page.goto(address)
    assert page.locator(".figs b").all_text_contents() == ["44", "0", "0", "4"]
    found["result"] = problems(page)
    with working_as():
        assert Action.objects.filter(plan=plan).count() == 44
        assert Action.objects.get(plan=plan, reference="5.4").rating == "at_risk"
    follow(page.get_by_role("link", name="Take the whole file back"))
    found["take back"] = problems(page)
    page.get_by_label("Why it is taken back").fill("Loaded into the wrong plan.")
    follow(page.get_by_role("button", name="Take the whole file back"))
    run_worker()
    page.goto(address)
    expect(page.get_by_text("Loaded into the wrong plan.")).to_be_visible()
    page.goto(reverse("imports:list"))
    expect(page.get_by_text("Saved, then taken back")).to_be_visible()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    with working_as():
        assert (Action.objects.count(), Batch.objects.get().state) == (0, "undone")
