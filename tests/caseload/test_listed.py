"""The team's own list: its lines, their order and filters, the search, one line beside its case record, who sees it."""

import io
from datetime import date

import pghistory
import pytest
from openpyxl import load_workbook

from apps.accounts.models import Role
from apps.caseload import models
from apps.caseload.models import ListedCase, ListedStatus, View
from apps.caseload.permissions import visible_listed
from apps.caseload.standing import in_order, refresh
from apps.core.access import WEB_CASES, assume
from tests.caseload.cases import DAY, a_case, a_plan, an_extract, before
from tests.caseload.people import opened, plain
from tests.caseload.test_pages import counted, links
from tests.cast import client_of, make_person
from tests.imports.test_case_list import listed as loaded
from tests.imports.test_trackers import saved, taken_back

pytestmark = pytest.mark.usefixtures("as_cases")
LIST, SEARCH = "/cases/team-list/", "/cases/team-list/search/"
NEWEST = date(2025, 1, 10)


@pytest.fixture
def extract(as_cases):
    return an_extract(is_synthetic=True)


def a_line(reference, **fields):
    """A line of the newest list whose request was received 10 days before the day unless it is given."""
    line = ListedCase(reference=reference, **({"position_on": NEWEST, "request_on": before(10)} | fields))
    line.save()
    line.refresh_from_db()
    return line


def references(response):
    """The references that the page lists, in its order."""
    return [part.split("</a>")[0].split(">")[-1] for part in response.text.split('<a class="govuk-link ref"')[1:]]


def sent(person, text):
    response = client_of(person).post(SEARCH, {"q": text})
    assume(WEB_CASES)
    return response


def looked():
    return list(View.objects.order_by("pk").values_list("page", "requests", "listed"))


# What a line is.


@pytest.mark.parametrize("reference", ["E9", "E10", "EHC-10001", "12", "A1B22C", "E" + "9" * 14, "NONE", "7/0008"])
def test_numbers_of_a_reference_sort_as_the_case_list_does(reference):
    assert a_line(reference).reference_order == in_order(reference)


def test_the_20_week_date_is_the_clocks_and_the_database_holds_the_same():
    line = a_line("E1", request_on=date(2024, 8, 24))
    assert (line.plan_due_on, line.plan_due_order) == (date(2025, 1, 11), date(2025, 1, 11))
    line = a_line("E2", request_on=None)
    assert (line.plan_due_on, line.plan_due_order, line.days_left(DAY)) == (None, date(9999, 12, 31), None)


def test_a_line_waits_until_a_final_plan_or_an_end_is_recorded():
    for status in ("", *ListedStatus.values):
        a_line(f"open-{status}", status=status)
        a_line(f"final-{status}", status=status, final_on=before(1))
    waiting = {"open-", "open-requested", "open-assessing", "open-draft"}
    assert set(ListedCase.objects.waiting().values_list("reference", flat=True)) == waiting
    assert {line.reference for line in ListedCase.objects.all() if line.is_waiting} == waiting


def test_a_line_is_overdue_from_the_day_after_day_140():
    for days in (139, 140, 141):
        a_line(f"E{days}", request_on=before(days))
    a_line("E200", request_on=before(200), status="refused")
    a_line("E201", request_on=None)
    assert [line.reference for line in ListedCase.objects.overdue(DAY)] == ["E141"]
    left = {line.reference: line.days_left(DAY) for line in ListedCase.objects.all()}
    assert left == {"E139": 1, "E140": 0, "E141": -1, "E200": None, "E201": None}


# The list.


def test_the_list_shows_what_was_loaded(extract, caseworker):
    a_line(
        "E1",
        initials="MA",
        school="Test High",
        primary_need="SEMH",
        status="assessing",
        request_on=before(150),
        caseworker="Team B",
        next_review_on=date(2025, 6, 1),
    )
    a_line("E2", request_on=before(139))
    a_line("E3", request_on=before(140), position_on=date(2025, 1, 3))
    a_line("E4", request_on=before(400), final_on=before(300), status="issued", position_on=None)
    response = opened(caseworker, LIST)
    text = plain(response)
    assert references(response) == ["E1", "E2", "E3", "E4"]
    assert (
        "<strong>Lists of 3 January 2025 to 10 January 2025.</strong> This is the team’s own list, kept in a "
        "spreadsheet beside the case system’s records. No figure is counted from it. Days are counted to "
        "16 January 2025, the clock’s today." in text
    )
    assert "<strong>4 cases</strong>" in text
    # What the newest extract is says nothing of the list.
    assert "Synthetic" not in text
    cells = [
        'data-label="School or setting">Test High<',
        'data-label="Primary need">Social, emotional and mental health<',
        'data-label="Status">Being assessed<',
        'data-label="Request received">19 August 2024<',
        'data-label="20-week date">6 January 2025 <b class="late">',
        '<span aria-hidden="true">▲</span> 10 days overdue</b>',
        'data-label="Final plan">None<',
        'data-label="Caseworker">Team B<',
        'data-label="Next review">1 June 2025<',
    ]
    first, second, third, fourth = text.split("<tr ")[1:]
    assert [cell for cell in cells if cell not in first] == []
    assert ">E1</a> MA</th>" in first
    assert '<b><span aria-hidden="true">○</span> due in 1 day</b>' in second
    assert 'data-label="Caseworker">Nobody<' in second
    assert '<b><span aria-hidden="true">◆</span> due today</b>' in third
    assert "List of 3 January 2025" in third
    assert "List without a day" in fourth
    assert "overdue" not in fourth
    assert 'data-label="Final plan">22 March 2024<' in fourth


def test_days_are_counted_to_a_list_that_is_newer_than_the_extract(extract, caseworker):
    line = a_line("E1", request_on=before(140), position_on=date(2025, 1, 20))
    for address in (LIST, line.get_absolute_url()):
        assert "4 days overdue" in opened(caseworker, address).text
    assert "4 days overdue" in sent(caseworker, "E1").text
    text = opened(caseworker, LIST).text
    assert "<strong>List of 20 January 2025.</strong>" in text
    assert "Days are counted to 20 January 2025, the day of the newest list." in text
    assert references(opened(caseworker, LIST, {"flag": "is_overdue"})) == ["E1"]


def test_the_list_is_narrowed_and_sorted(extract, manager):
    a_line("E2", request_on=before(150), status="assessing", primary_need="ASD", caseworker="Team B")
    a_line("E10", request_on=before(20), status="draft", primary_need="SLCN", next_review_on=date(2025, 3, 1))
    a_line("E9", request_on=before(300), status="issued", final_on=before(170), next_review_on=date(2025, 2, 1))
    a_line("E1", request_on=None, caseworker="Team B")
    for query, expected in (
        ({}, ["E1", "E2", "E9", "E10"]),
        ({"sort": "-reference"}, ["E10", "E9", "E2", "E1"]),
        ({"sort": "due"}, ["E9", "E2", "E10", "E1"]),
        ({"sort": "-due"}, ["E1", "E10", "E2", "E9"]),
        ({"sort": "review"}, ["E9", "E10", "E2", "E1"]),
        ({"sort": "nothing"}, ["E1", "E2", "E9", "E10"]),
        ({"status": "issued"}, ["E9"]),
        ({"need": "ASD"}, ["E2"]),
        ({"flag": "is_overdue"}, ["E2"]),
        ({"flag": "is_waiting"}, ["E1", "E2", "E10"]),
        ({"flag": "has_no_caseworker"}, ["E9", "E10"]),
        ({"flag": ["is_waiting", "has_no_caseworker"]}, ["E10"]),
        ({"status": "issued", "need": "ASD"}, []),
    ):
        assert (query, references(opened(manager, LIST, query))) == (query, expected)


def test_filters_are_chips_and_an_empty_list_says_so(extract, manager):
    a_line("E1")
    text = opened(manager, LIST, {"status": "refused", "flag": "is_overdue"}).text
    assert "Status: Assessment refused" in text
    assert "Only cases: Past the 20 weeks" in text
    assert "<strong>0 cases</strong> with these filters" in text
    assert "No case of the list fits." in text
    assert "There is a problem" in opened(manager, LIST, {"status": "nowhere"}).text


@pytest.mark.parametrize("sort", ["reference", "-reference", "due", "-review"])
def test_pages_go_on_where_the_one_before_ended_and_name_no_reference(extract, manager, sort):
    ListedCase.objects.bulk_create(
        ListedCase(reference=f"REF{n}", request_on=before(n // 3), next_review_on=before(-(n // 5)), position_on=NEWEST)
        for n in range(120)
    )
    column = {"reference": "reference_order", "due": "plan_due_order", "review": "review_order"}[sort.strip("-")]
    order = (f"-{column}", "-pk") if sort.startswith("-") else (column, "pk")
    expected = list(ListedCase.objects.order_by(*order).values_list("reference", flat=True))
    seen, response = [], opened(manager, LIST, {"sort": sort})
    for _ in range(3):
        seen.append(references(response))
        following = links(response.text, "next")
        assert "REF" not in "".join(part.split('"')[0] for part in response.text.split('href="')[1:])
        response = opened(manager, f"{LIST}{following}") if following else response
    assert seen == [expected[:50], expected[50:100], expected[100:]]
    assert references(opened(manager, f"{LIST}{links(response.text, 'prev')}")) == expected[50:100]


@pytest.mark.parametrize("place", ["after=x", "after=999999", f"before={'9' * 30}", "after="])
def test_a_place_that_makes_no_sense_is_the_first_page(extract, manager, place):
    a_line("E1")
    assert references(opened(manager, f"{LIST}?{place}")) == ["E1"]


def test_the_count_is_capped(extract, manager):
    ListedCase.objects.bulk_create(ListedCase(reference=f"E{n}") for n in range(1001))
    assert "<strong>More than 1,000 cases</strong>" in opened(manager, LIST).text
    ListedCase.objects.get(reference="E7").delete()
    assert "<strong>1,000 cases</strong>" in opened(manager, LIST).text


def test_a_page_takes_as_many_queries_for_three_lines_as_for_one(extract, manager):
    first = a_line("E1", initials="MA")
    a_case(key="E1")
    addresses = [
        LIST,
        f"{LIST}?sort=due&flag=is_waiting",
        first.get_absolute_url(),
        f"{first.get_absolute_url()}looked/",
    ]
    counts = [counted(manager, address) for address in addresses]
    a_line("E2", initials="MA")
    a_line("E3", initials="MA")
    assert [counted(manager, address) for address in addresses] == counts
    assert counts[:2] == [8, 8]
    assert counted(manager, f"{LIST}?after={first.pk}") == 8


def test_an_empty_list_says_what_to_do(extract, manager, caseworker):
    text = plain(opened(manager, LIST))
    assert "No list has been loaded yet" in text
    assert '<a class="govuk-link" href="/spreadsheets/new/caseload/">Load the team’s spreadsheet</a>' in text
    text = plain(opened(caseworker, LIST))
    assert "Ask an EHC manager or a data officer to load the team’s spreadsheet." in text
    assert "/spreadsheets/" not in text
    assert looked() == []


@pytest.mark.parametrize(
    ("role", "is_linked"), [(Role.EHC_CASEWORKER, False), (Role.EHC_MANAGER, True), (Role.DATA_OFFICER, True)]
)
def test_loads_and_the_export_are_linked_for_those_who_may(extract, council, role, is_linked):
    a_line("E1")
    person = make_person(role, council)
    text = opened(person, LIST).text
    for address in ("/spreadsheets/new/caseload/", f"{LIST}export/", "/spreadsheets/"):
        assert (address, f'href="{address}"' in text) == (address, is_linked)
        if is_linked:
            assert opened(person, address).status_code == 200


@pytest.mark.parametrize("address", ["/cases/", "/cases/mine/"])
def test_the_pages_of_cases_lead_to_it(extract, caseworker, address):
    assert f'href="{LIST}"' in opened(caseworker, address).text


def exported(response):
    """The references of a workbook, in its order."""
    rows = load_workbook(io.BytesIO(b"".join(response.streaming_content))).worksheets[0].iter_rows(values_only=True)
    return [row[0] for row in rows if row[0] and row[0].startswith("E")]


def test_the_export_holds_what_is_filtered_and_visible_and_is_written_down(extract, data_officer):
    case = a_case(key="E4")
    case.closures.create(person=data_officer, reason="A relative.")
    lines = {n: a_line(f"E{n}", status="issued" if n == 2 else "assessing") for n in (10, 9, 2, 4)}
    text = opened(data_officer, LIST, {"status": "assessing"}).text
    assert f'href="{LIST}export/?status=assessing">Export these cases to edit</a>' in text
    assert exported(opened(data_officer, f"{LIST}export/", {"status": "assessing"})) == ["E9", "E10"]
    assert exported(opened(data_officer, f"{LIST}export/")) == ["E2", "E9", "E10"]
    assert looked()[1:] == [
        ("caseload:listed-export", [], [lines[9].pk, lines[10].pk]),
        ("caseload:listed-export", [], [lines[2].pk, lines[9].pk, lines[10].pk]),
    ]


def test_an_export_of_too_many_lines_says_what_to_do_and_leads_back(extract, data_officer):
    ListedCase.objects.bulk_create(ListedCase(reference=f"E{n}", status="issued") for n in range(5001))
    response = opened(data_officer, f"{LIST}export/", {"status": "issued", "sort": "due"})
    assert (response.status_code, response.url) == (302, f"{LIST}?status=issued&sort=due")
    client = client_of(data_officer)
    text = client.get(f"{LIST}export/", {"status": "issued"}, follow=True).text
    assert "The list has 5,001 cases; a file to edit and load again holds at most 5,000." in text
    assume(WEB_CASES)
    assert {page for page, *_ in looked()} == {"caseload:listed-list"}


# The search.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E1", ["E1", "E10"]),
        (" e10 ", ["E10"]),
        ("E", ["E1", "E2", "E10"]),
        ("ma", ["E2", "E10"]),
        ("M. A.", ["E2", "E10"]),
        ("M", []),
        ("1", []),
        ("E%", []),
        ("nobody", []),
    ],
)
def test_a_line_is_found_by_its_reference_or_initials(extract, caseworker, text, expected):
    a_line("E1", initials="BW")
    a_line("E2", initials="MA")
    a_line("E10", initials="MA")
    assert references(sent(caseworker, text)) == expected


def test_a_search_is_only_sent_and_says_what_to_enter_and_that_there_are_more(extract, caseworker):
    assert client_of(caseworker).get(SEARCH, {"q": "E1"}).status_code == 405
    assume(WEB_CASES)
    assert "Enter the beginning of a reference, or initials." in sent(caseworker, " ").text
    assert "No case of the list was found." in sent(caseworker, "nobody").text
    ListedCase.objects.bulk_create(ListedCase(reference=f"E{n}") for n in range(51))
    response = sent(caseworker, "e")
    assert "More than 50 cases" in response.text
    assert references(response) == [f"E{n}" for n in range(50)]


# One line.


def test_a_line_shows_all_its_fields(extract, caseworker):
    days = {"decision_on": 140, "ep_advice_on": 120, "health_advice_on": 119, "social_care_advice_on": 118}
    line = a_line(
        "E1",
        initials="MA",
        dob=date(2015, 3, 9),
        school="Test High",
        primary_need="ASD",
        status="draft",
        request_on=before(150),
        caseworker="Team B",
        next_review_on=date(2025, 6, 1),
        notes="Waits for a place.",
        draft_on=before(5),
        **{name: before(number) for name, number in days.items()},
    )
    text = plain(opened(caseworker, line.get_absolute_url()))
    said = dict(
        part.split("</dt>")[0:1] + [part.split('__value">')[1].split("</dd>")[0]] for part in text.split('__key">')[1:]
    )
    assert said == {
        "Our ref": "E1",
        "Initials": "MA",
        "Date of birth": "9 March 2015",
        "School or setting": "Test High",
        "Primary need": "Autistic spectrum disorder",
        "Status": "Draft plan issued",
        "Request received on": "19 August 2024",
        "20-week date": "6 January 2025",
        "Decided on": "29 August 2024",
        "Educational psychology advice on": "18 September 2024",
        "Health advice on": "19 September 2024",
        "Social care advice on": "20 September 2024",
        "Draft issued on": "11 January 2025",
        "Final plan issued on": "Not given",
        "Caseworker, as the list names them": "Team B",
        "Next review on": "1 June 2025",
        "Notes": "Waits for a place.",
        "Newest list that said something new": "10 January 2025",
    }
    assert "<strong>Draft plan issued</strong> · caseworker Team B · list of 10 January 2025" in text
    assert "Plan due by 6 January 2025: <b" in text
    assert "10 days overdue" in text
    assert f'href="{LIST}"' in text
    assert "No case record has this reference." in text


def compared(response):
    """``{date: (the list, the case record, how they compare)}``"""
    rows = plain(response).split('<tr class="govuk-table__row">')[1:]
    found = {}
    for row in rows:
        label, *cells = [part.split("</t")[0] for part in row.split("<t")[1:]]
        values = [cell.split(">", 1)[1].replace("<b>", "").replace("</b>", "") for cell in (label, *cells)]
        found[values[0]] = (
            values[1],
            values[2],
            values[3].replace('<span aria-hidden="true">', "").split("</span> ")[1],
        )
    return found


def test_the_dates_of_the_case_record_stand_beside_those_of_the_list(extract, caseworker):
    case = a_case(before(150), "Y", key="e1", outcome_on=before(110))
    a_plan(case, before(3))
    models.Step.objects.create(request=case, kind="draft_issued", on=before(20))
    models.Step.objects.create(
        request=case, kind="draft_issued", on=before(60), taken_back_on=DAY, taken_back_reason="A mistake."
    )
    models.AdviceRequest.objects.create(request=case, service="ep", asked_on=before(110), received_on=before(80))
    line = a_line(
        "E1",
        dob=date(2015, 5, 6),
        request_on=before(150),
        decision_on=before(111),
        health_advice_on=before(70),
        draft_on=before(20),
        final_on=before(1),
    )
    a_case(key="E11")
    refresh([case])
    response = opened(caseworker, line.get_absolute_url())
    assert compared(response) == {
        "Date of birth": ("6 May 2015", "6 May 2015", "Same"),
        "Request received on": ("19 August 2024", "19 August 2024", "Same"),
        "Decided on": ("27 September 2024", "28 September 2024", "Differs by 1 day"),
        "Educational psychology advice on": ("None", "28 October 2024", "Only in the case record"),
        "Health advice on": ("7 November 2024", "None", "Only in the list"),
        "Draft issued on": ("27 December 2024", "27 December 2024", "Same"),
        "Final plan issued on": ("15 January 2025", "13 January 2025", "Differs by 2 days"),
    }
    text = plain(response)
    assert "<strong>4 dates differ.</strong>" in text
    assert "The case record is made up and describes no real child." in text
    assert f'href="{case.get_absolute_url()}"><span class="ref">e1</span> Child TEST</a> · plan in force' in text


def test_dates_that_agree_say_so_and_records_taken_back_do_not_count(extract, caseworker):
    case = a_case(before(150), "W", key="E1", outcome_on=before(110), taken_back_on=DAY)
    plan = a_plan(case, before(3))
    models.NamedPlan.objects.filter(pk=plan.pk).update(taken_back_on=DAY)
    line = a_line("E1", dob=date(2015, 5, 6), request_on=before(150))
    response = opened(caseworker, line.get_absolute_url())
    assert list(compared(response)) == ["Date of birth", "Request received on"]
    assert "<strong>All dates agree.</strong>" in response.text
    assert "Taken back on 16 January 2025; it does not count" in response.text


def test_the_history_says_who_loaded_what(extract, data_officer, caseworker):
    first = saved(loaded(data_officer, "E1,MA,09/03/2015,ASD,24/08/2024,,Assessing\n"), data_officer)
    second = saved(loaded(data_officer, "E1,,,,,30/01/2025,Final\n", date(2025, 2, 1), "later.csv"), data_officer)
    line = ListedCase.objects.get()
    assert (line.final_on, line.plan_due_order) == (date(2025, 1, 30), date(2025, 1, 11))
    text = plain(opened(data_officer, line.get_absolute_url()))
    changed, added = text.split('<ul class="timeline">')[1].split("<li><h3>")[1:]
    assert added.startswith("Line of the list added</h3>")
    assert changed.startswith("Line of the list changed</h3>")
    assert "From list.csv, position 2025-01-16" in added
    assert "From later.csv, position 2025-02-01" in changed
    assert f'href="/spreadsheets/{first.pk}/"' in added
    assert f'href="/spreadsheets/{second.pk}/"' in changed
    assert "<li>Final plan issued on: 30 January 2025</li>" in changed
    assert "<li>Status: Being assessed → Plan issued</li>" in changed
    assert "<li>List of: 16 January 2025 → 1 February 2025</li>" in changed
    assert [part.split(":")[0] for part in added.split("<li>")[1:]] == [
        "Our ref",
        "Initials",
        "Date of birth",
        "Primary need",
        "Request received on",
        "Status",
        "List of",
    ]
    assert "/spreadsheets/" not in opened(caseworker, line.get_absolute_url()).text
    taken_back(second, data_officer)
    text = plain(opened(data_officer, line.get_absolute_url()))
    assert "later.csv was taken back: Loaded too early." in text
    assert "<li>Final plan issued on: 30 January 2025 → nothing</li>" in text


def test_the_history_names_who_had_it_loaded(extract, data_officer):
    with pghistory.context(user=data_officer.pk, batch=7, reason="From list.csv"):
        line = a_line("E1")
    assert "· Data officer</p>" in plain(opened(data_officer, line.get_absolute_url()))


# Who sees it.


def test_a_line_of_a_case_that_is_closed_to_a_person_is_nowhere_for_them(extract, manager, caseworker):
    case = a_case(key="e 1")
    case.closures.create(person=caseworker, reason="A relative.")
    closed, other = a_line("E1", initials="MA"), a_line("E2", initials="MA")
    assert references(opened(manager, LIST)) == ["E1", "E2"]
    response = opened(caseworker, LIST)
    assert references(response) == ["E2"]
    assert "<strong>1 case</strong>" in plain(response)
    assert references(sent(caseworker, "MA")) == ["E2"]
    assert opened(caseworker, closed.get_absolute_url()).status_code == 404
    assert opened(caseworker, other.get_absolute_url()).status_code == 200
    assert references(opened(caseworker, f"{LIST}?after={closed.pk}")) == ["E2"]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EHC_CASEWORKER, Role.EHC_MANAGER, Role.DATA_OFFICER}))
def test_nobody_else_sees_a_line_and_their_request_stays_without_the_role(extract, council, role):
    line = a_line("E1")
    person = make_person(role, council)
    assert visible_listed(person).count() == 0
    for address in (LIST, line.get_absolute_url(), f"{line.get_absolute_url()}looked/"):
        assert opened(person, address).status_code == 403
    assert sent(person, "E1").status_code == 403
    assert looked() == []


def test_every_page_that_shows_a_line_is_written_down_once(extract, manager):
    first, second = a_line("E1", initials="MA"), a_line("E2", initials="BW")
    case = a_case(key="E1")
    opened(manager, LIST)
    sent(manager, "bw")
    sent(manager, "nobody")
    opened(manager, LIST, {"status": "refused"})
    for line in (first, second):
        opened(manager, line.get_absolute_url())
    opened(manager, f"{first.get_absolute_url()}looked/")
    assert looked() == [
        ("caseload:listed-list", [], [first.pk, second.pk]),
        ("caseload:listed-search", [], [second.pk]),
        ("caseload:listed-case", [case.pk], [first.pk]),
        ("caseload:listed-case", [], [second.pk]),
        ("caseload:listed-looked", [], [first.pk]),
    ]


def test_who_looked_at_a_line_and_at_its_case_is_told(extract, manager, data_officer, caseworker):
    line, case = a_line("E1"), a_case(key="E1")
    a_line("E2")
    opened(caseworker, LIST)
    opened(caseworker, line.get_absolute_url())
    text = plain(opened(data_officer, f"{line.get_absolute_url()}looked/"))
    assert text.count('data-label="Who">EHC caseworker') == 2
    assert "The team’s list, with 1 other case<" in text
    assert 'data-label="Page">The line of the team’s list<' in text
    text = plain(opened(manager, f"{case.get_absolute_url()}looked/"))
    assert 'data-label="Page">The line of the team’s list<' in text
    assert f'href="{line.get_absolute_url()}looked/"' in opened(manager, line.get_absolute_url()).text
    assert "Who looked" not in opened(caseworker, line.get_absolute_url()).text
    assert opened(caseworker, f"{line.get_absolute_url()}looked/").status_code == 403


def test_a_case_leads_to_its_line_however_its_reference_is_typed(extract, manager):
    case, other = a_case(key="e 1"), a_case(key="E2")
    line = a_line("E1")
    link = f'<a class="govuk-link" href="{line.get_absolute_url()}">Its line in the team’s list</a>'
    assert link in opened(manager, case.get_absolute_url()).text
    assert "Its line in the team’s list" not in opened(manager, other.get_absolute_url()).text
