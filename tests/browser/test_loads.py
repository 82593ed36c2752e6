"""Loading the case system's files in a real browser: upload, report, load; axe on each page at both widths."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from apps.accounts.models import Role
from apps.caseload.models import Child, Extract
from apps.core.access import WEB_CASES, working_as
from tests import factories
from tests.browser.test_accessibility import PASSWORD, problems, sign_in
from tests.caseload.uploads import files, person
from tests.cast import make_person
from tests.core.test_jobs import run_worker
from tests.site import follow

pytestmark = pytest.mark.browser


def test_files_are_uploaded_checked_and_loaded_leaving_out_what_is_wrong(open_page, committed_db, tmp_path):
    with working_as():
        officer = make_person(Role.DATA_OFFICER, factories.OrganisationFactory(name="Bury Council"))
        officer.set_password(PASSWORD)
        officer.save()
    rows = [person(), person(persontableid="2", sex="X", personbirthdate="")]
    for name, content in files(person=rows).values():
        (tmp_path / name).write_bytes(content)
    page, narrow = open_page(), open_page(width=375)
    for one in (page, narrow):
        sign_in(one, officer)
        one.wait_for_url("**/cases/loads/")
    follow(page.get_by_role("link", name="Loads"))
    found = {"list": problems(page)}
    follow(page.get_by_role("link", name="Upload files"))
    found["upload"] = problems(page)
    page.get_by_role("button", name="Check the files").click()
    expect(page.get_by_text("Choose the nine CSV files, or one ZIP of them")).to_have_count(2)
    found["upload refused"] = problems(page)
    page.get_by_label("Files").set_input_files(sorted(tmp_path.glob("*.csv")))
    follow(page.get_by_role("button", name="Check the files"))
    found["waiting"] = problems(page)
    address = page.url
    run_worker()
    page.goto(address)
    expect(page.get_by_text("“X” is none of the codes F, M.")).to_be_visible()
    found["report"] = problems(page)
    narrow.goto(address)
    found["report, narrow"] = problems(narrow)
    page.get_by_role("button", name="Load, leaving out 1 record").click()
    expect(page.get_by_text("The files are being loaded.")).to_be_visible()
    run_worker()
    page.goto(address)
    page.get_by_role("link", name="What was loaded, and every problem of it").click()
    expect(page.get_by_text("1 record left out because of errors")).to_be_visible()
    found["load"] = problems(page)
    page.goto(reverse("loads:queries"))
    found["queries"] = problems(page)
    for place in (page.url, address, reverse("loads:list")):
        narrow.goto(place)
        found[f"{place}, narrow"] = problems(narrow)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    with working_as(WEB_CASES):
        assert list(Child.objects.values_list("key", flat=True)) == ["1"]
        assert Extract.objects.get().loaded_by == officer
