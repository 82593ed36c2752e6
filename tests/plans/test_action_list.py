"""The list of all actions: filters, words, sorting, paging, kept filters and exports."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from apps.core.dates import today
from apps.plans import services
from apps.plans.models import Action, SavedFilter
from apps.plans.views import lists
from tests import factories
from tests.cast import client_of

LIST = reverse("plans:action-list")


@pytest.fixture
def actions(legend, council):
    """Three actions of one plan: one late and red, one green by its owner only, one that nobody has reported on."""
    strand = factories.StrandFactory(reference="PA1")
    late = factories.ActionFactory(
        strand=strand, reference="PA1.2", title="Recruit psychologists", original_due_on=date(2026, 10, 31)
    )
    green = factories.ActionFactory(
        strand=strand, reference="PA1.10", title="Publish the toolkit", original_due_on=date(2026, 10, 31)
    )
    factories.ActionFactory(strand=strand, reference="PA1.1", title="Review the local offer")
    post = factories.PostFactory(title="Principal psychologist", organisation=council)
    factories.ActionLeadFactory(action=late, post=post)
    services.record_update(action=late, by=None, on=today(), narrative="Late.", rating="off_track")
    services.record_update(action=green, by=None, on=today(), narrative="Fine.", rating="on_track")
    return strand


def found(person, query=""):
    """The references that the list shows, in its order."""
    text = client_of(person).get(LIST + query).text
    return [part.split("<")[0] for part in text.split('<span class="ref">')[1:]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?rating=off_track", ["PA1.2"]),
        ("?rating=none", ["PA1.1"]),
        ("?dates_say=off_track", ["PA1.2", "PA1.10"]),
        ("?flag=overdue", ["PA1.2", "PA1.10"]),
        ("?flag=late", ["PA1.2", "PA1.10"]),
        ("?flag=differing", ["PA1.10"]),
        ("?flag=not_reported", ["PA1.1"]),
        ("?flag=stale", ["PA1.1"]),
        ("?flag=critical", []),
        ("?flag=greener", ["PA1.10"]),
        ("?flag=live", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?lead=psychologist", ["PA1.2"]),
        ("?due_to=1/11/2026", ["PA1.2", "PA1.10"]),
        ("?due_from=1/11/2026", ["PA1.1"]),
        ("?q=psych", ["PA1.2"]),
        ("?q=tool+publ", ["PA1.10"]),
        ("?q=PA1", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?q=%27+%26+%3A*+%28", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?sort=rating", ["PA1.2", "PA1.10", "PA1.1"]),
        ("?sort=-rating", ["PA1.10", "PA1.2", "PA1.1"]),
        ("?sort=-reference", ["PA1.10", "PA1.2", "PA1.1"]),
        ("?sort=due", ["PA1.2", "PA1.10", "PA1.1"]),
        ("?sort=-due", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?sort=reported", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?sort=-reported", ["PA1.2", "PA1.10", "PA1.1"]),
        ("?sort=title", ["PA1.10", "PA1.2", "PA1.1"]),
        ("?sort=-title", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?sort=--due", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?sort=nonsense", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?page=99", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?page=x", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?page=0", ["PA1.1", "PA1.2", "PA1.10"]),
        ("?page=99&q=nowhere", []),
    ],
)
def test_what_the_list_shows(actions, programme_manager, query, expected):
    assert found(programme_manager, query) == expected


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("?plan=zzz", "plan", "Choose “Plan” from the list"),
        ("?strand=0", "strand", "Choose “Part of the plan” from the list"),
        ("?due_from=32/1/2026", "due_from", "“Due from” must be a real date, such as 27/3/2026"),
        ("?due_to=1/1/0001", "due_to", "“Due until” must be a date from 1990 to 2100"),
        ("?organisation=-1", "organisation", "Choose “Organisation of a lead” from the list"),
        ("?flag=other", "flag", "Choose “Only actions that are” from the list"),
        (f"?lead={'x' * 201}", "lead", "“Lead (job title)” must be 200 characters or fewer"),
    ],
)
def test_a_filter_that_makes_no_sense_is_said_by_its_name_and_not_applied(
    actions, programme_manager, query, field, message
):
    response = client_of(programme_manager).get(LIST + query)
    assert f'<a href="#id_{field}">{message}</a>' in response.text
    assert len(found(programme_manager, query)) == 3


def test_filters_in_use_can_be_removed_one_by_one(actions, programme_manager):
    text = client_of(programme_manager).get(LIST + "?rating=off_track&flag=late").text
    assert 'href="?flag=late"' in text
    assert "Rating: Off track" in text
    assert "<strong>1 action</strong> with these filters" in text


def test_an_empty_list_says_what_to_do(actions, programme_manager):
    assert "Clear the filters" in client_of(programme_manager).get(LIST + "?q=nowhere").text


@pytest.mark.parametrize(("days", "is_said"), [(35, False), (36, True)])
def test_a_green_that_nobody_has_touched_says_so(actions, programme_manager, days, is_said):
    quiet = factories.ActionFactory(strand=actions, added_on=today() - timedelta(days=100))
    on = today() - timedelta(days=days)
    services.record_update(action=quiet, by=None, on=on, effective_on=on, narrative="Fine.", rating="on_track")
    text = client_of(programme_manager).get(LIST).text
    assert (f"Nobody has reported on it for {days} days" in text) == is_said


def test_the_list_as_at_a_past_date(actions, programme_manager):
    text = client_of(programme_manager).get(LIST + "?as_at=2026-09-01").text
    assert "This page shows how things stood on <strong>1 September 2026</strong>" in text
    assert found(programme_manager, "?as_at=2026-08-31") == []


def heading(text, label):
    """What a column's heading says of the order: its state and sign, and where a click leads."""
    head = text.split("<thead>")[1].split("</thead>")[0]
    cell = next(part for part in head.split("<th ") if f">{label}" in part)
    state = cell.split('aria-sort="')[1].split('"')[0] if "aria-sort" in cell else None
    sign = cell.split('aria-hidden="true">')[1][0] if "aria-hidden" in cell else None
    return state, sign, cell.split('href="')[1].split('"')[0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", (None, None, "?sort=due")),
        ("?sort=due", ("ascending", "▴", "?sort=-due")),
        ("?sort=-due", ("descending", "▾", "?sort=due")),
        (
            "?flag=late&flag=overdue&sort=due&as_at=2026-11-01&page=1",
            ("ascending", "▴", "?flag=late&amp;flag=overdue&amp;as_at=2026-11-01&amp;sort=-due"),
        ),
    ],
)
def test_a_second_click_on_a_heading_turns_the_order(actions, programme_manager, query, expected):
    text = client_of(programme_manager).get(LIST + query).text
    assert heading(text, "Date agreed") == expected
    assert heading(text, "Rating")[:2] == (None, None)


def test_the_order_of_references_is_that_of_a_new_list(actions, programme_manager):
    text = client_of(programme_manager).get(LIST).text
    assert heading(text, "Action") == ("ascending", "▴", "?sort=-reference")


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", ["C1", "C2", "A1", "B1", "B2"]), ("?sort=-reference", ["C2", "C1", "A1", "B2", "B1"])],
)
def test_open_plans_come_first_the_newest_before_the_others(legend, programme_manager, query, expected):
    closed = factories.PlanFactory(name="Closed", starts_on=date(2025, 1, 1))
    for plan, references in (
        (factories.PlanFactory(name="Old", starts_on=date(2022, 1, 1)), ["A1"]),
        (closed, ["B1", "B2"]),
        (factories.PlanFactory(name="New", starts_on=date(2024, 1, 1)), ["C1", "C2"]),
    ):
        strand = factories.StrandFactory(plan=plan)
        for reference in references:
            factories.ActionFactory(strand=strand, reference=reference)
    closed.closed_on, closed.closed_reason = date(2026, 10, 1), "Judged."
    closed.save()
    assert found(programme_manager, query) == expected
    options = client_of(programme_manager).get(LIST).text.split('name="plan"')[1].split("</select>")[0]
    assert [part.split("<")[0] for part in options.split('">')[1:]] == ["Any", "New", "Old", "Closed"]


def test_filters_order_and_date_are_kept_by_every_form_and_link(actions, programme_manager):
    text = client_of(programme_manager).get(LIST + "?rating=none&sort=-due&as_at=2026-11-01").text
    filters, as_at = text.split('class="filters"')[1], text.split('class="inline-form"')[1]
    for field in ('name="sort" value="-due"', 'name="as_at" value="2026-11-01"'):
        assert field in filters.split("</form>")[0]
    for field in ('name="rating" value="none"', 'name="sort" value="-due"'):
        assert field in as_at.split("</form>")[0]
    assert f'href="{reverse("plans:export")}?rating=none&amp;sort=-due&amp;as_at=2026-11-01&amp;format=csv"' in text
    assert f'<a href="{LIST}?as_at=2026-11-01">Clear all</a>' in text


@pytest.mark.parametrize(
    ("page", "shown", "count"), [("1", 50, "54 actions"), ("2", 4, "54 actions"), ("3", 4, "54 actions")]
)
def test_a_page_beyond_the_last_is_the_last(actions, programme_manager, page, shown, count):
    for n in range(51):
        factories.ActionFactory(strand=actions, reference=f"PA2.{n}")
    text = client_of(programme_manager).get(f"{LIST}?page={page}").text
    assert text.count('<span class="ref">') == shown
    assert f"<strong>{count}</strong>" in text
    assert f"Page {min(int(page), 2)} of 2" in text


@pytest.mark.parametrize("sort", ["reference", "-reference"])
@pytest.mark.parametrize("near_top", [0, 1, 10])
def test_pages_go_on_from_plan_to_plan_wherever_they_are_read_from(
    legend, programme_manager, monkeypatch, sort, near_top
):
    monkeypatch.setattr(lists, "NEAR_TOP", near_top)
    expected = []
    for year in (2025, 2024, 2023):
        strand = factories.StrandFactory(plan=factories.PlanFactory(starts_on=date(year, 1, 1)))
        references = [f"Y{year}.{n}" for n in range(30)]
        for reference in references:
            factories.ActionFactory(strand=strand, reference=reference)
        expected += references[::-1] if sort == "-reference" else references
    assert found(programme_manager, f"?sort={sort}") == expected[:50]
    assert found(programme_manager, f"?sort={sort}&page=2") == expected[50:]


def test_an_action_of_two_leads_is_listed_once_with_both(actions, programme_manager, council):
    action = Action.objects.get(reference="PA1.2")
    factories.ActionLeadFactory(
        action=action, post=factories.PostFactory(title="Head of psychology", organisation=council)
    )
    query = f"?lead=psycholog&organisation={council.pk}"
    assert found(programme_manager, query) == ["PA1.2"]
    assert "Principal psychologist<br>Head of psychology" in client_of(programme_manager).get(LIST + query).text


def test_only_plans_that_may_be_seen_are_offered(actions, scrutiny_member):
    hidden = factories.StrandFactory(plan=factories.PlanFactory(name="Not yet public", is_published=False))
    text = client_of(scrutiny_member).get(LIST).text
    assert f'<option value="{actions.plan_id}">{actions.plan.name}</option>' in text
    assert f'<option value="{actions.pk}">{actions}</option>' in text
    assert "Not yet public" not in text
    assert str(hidden) not in text


def test_the_list_takes_no_more_than_eight_queries(actions, programme_manager):
    client = client_of(programme_manager)
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST + "?q=publ&flag=stale&flag=due_soon&page=1&sort=-due")
    assert len([q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "SET LOCAL"))]) == 8


def test_one_and_three_rows_take_the_same_queries(actions, programme_manager):
    client = client_of(programme_manager)
    counts = []
    for query in ("?rating=off_track", ""):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(LIST + query)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_filters_are_kept_by_name_and_deleted(actions, programme_manager, other_officer):
    client = client_of(programme_manager)
    keep = {"name": "Late ones", "query": "flag=late&page=2&evil=1", "is_shared": "on"}
    response = client.post(reverse("plans:filter-save"), keep, follow=True)
    assert "The filter is kept as “Late ones”." in response.text
    row = SavedFilter.objects.get()
    assert (row.query, row.is_shared) == ("flag=late", True)
    client.post(reverse("plans:filter-save"), {"name": "late ONES", "query": "flag=stale"})
    assert SavedFilter.objects.get().query == "flag=stale"
    assert client_of(other_officer).post(reverse("plans:filter-delete", args=[row.pk])).status_code == 403
    client.post(reverse("plans:filter-delete", args=[row.pk]))
    assert not SavedFilter.objects.exists()


def test_only_managers_share_filters(actions, other_officer):
    keep = {"name": "Mine", "query": "flag=late", "is_shared": "on"}
    client_of(other_officer).post(reverse("plans:filter-save"), keep)
    assert SavedFilter.objects.get().is_shared is False


def test_a_filter_without_a_name_is_not_kept(actions, other_officer):
    response = client_of(other_officer).post(reverse("plans:filter-save"), {"name": " ", "query": ""}, follow=True)
    assert "give the filter a name" in response.text
    assert not SavedFilter.objects.exists()


def export(person, query):
    return client_of(person).get(reverse("plans:export") + query)


def test_the_workbook_holds_exactly_what_is_filtered(actions, programme_manager):
    response = export(programme_manager, "?flag=late&format=xlsx")
    assert response["Content-Disposition"] == f'attachment; filename="actions-{today().isoformat()}.xlsx"'
    book = load_workbook(io.BytesIO(response.content))
    rows = list(book["Actions"].iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Reference", "PA1.2", "PA1.10"]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Rating"] == "Off track"
    assert first["Leads"] == "Principal psychologist"
    assert first["First date promised"].date() == date(2026, 10, 31)
    assert first["Late by first date"] == "Yes"
    sheet = book["Actions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:S3")
    assert sheet["I2"].fill.fgColor.rgb == "00F4CDC6"
    about = {row[0]: row[1] for row in book["About this list"].iter_rows(values_only=True)}
    assert about["Filter"] == "Only actions that are: Late by the first date promised"
    assert about["Actions"] == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_a_spreadsheet_could_run_is_made_harmless(actions, programme_manager, start):
    title = f'{start}HYPERLINK("https://example.org")'
    factories.ActionFactory(strand=actions, reference="PA1.11", title=title)
    lines = export(programme_manager, "?q=HYPERLINK&format=csv").content.decode("utf-8-sig")
    assert f"'{start}HYPERLINK" in lines
    book = load_workbook(io.BytesIO(export(programme_manager, "?q=HYPERLINK&format=xlsx").content))
    cell = book["Actions"]["D2"]
    assert (cell.value, cell.data_type) == (title, "s")


def test_demonstration_data_is_marked_in_exports(actions, programme_manager):
    actions.plan.is_demonstration = True
    actions.plan.save()
    book = load_workbook(io.BytesIO(export(programme_manager, "?format=xlsx").content))
    about = {row[0]: row[1] for row in book["About this list"].iter_rows(values_only=True)}
    assert about["Please note"] == "Demonstration data: actions, dates and ratings of this plan are made up."
    assert book["Actions"]["B2"].value.endswith("(demonstration data)")
