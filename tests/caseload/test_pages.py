"""The pages of cases: what they show to whom, in which order, and what they write down."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role
from apps.caseload import models
from apps.caseload.models import CaseStanding, View
from apps.caseload.standing import refresh
from apps.core.access import WEB_CASES, assume
from tests.caseload.cases import DAY, a_case, a_plan, an_active_plan, an_assessment, an_extract, before
from tests.caseload.people import give
from tests.caseload.people import opened as page
from tests.cast import client_of, make_person

LIST = "/cases/"
MINE = "/cases/mine/"
SEARCH = "/cases/search/"


@pytest.fixture
def extract(as_cases):
    return an_extract(is_synthetic=True)


def post(person, address, data):
    response = client_of(person).post(address, data)
    assume(WEB_CASES)
    return response


def listed(response, *requests):
    """Those of the requests that the page links to, in its order."""
    places = {r: response.text.find(f'href="{r.get_absolute_url()}"') for r in requests}
    return sorted((r for r in requests if places[r] >= 0), key=places.get)


def test_the_case_worker_begins_with_their_cases(extract, caseworker):
    assert client_of(caseworker).get("/").url == MINE


def test_my_cases_come_by_their_next_deadline(extract, caseworker):
    late, soon, later, other = a_case(before(50)), a_case(before(40)), a_case(before(1)), a_case(before(60))
    ended = a_case(before(90), "N", outcome_on=before(60))
    give(caseworker, soon, later, late, ended)
    response = page(caseworker, MINE)
    assert listed(response, late, soon, later, other, ended) == [late, soon, later]
    text = " ".join(response.text.split())
    assert "8 days overdue" in text
    assert "2 days left" in text
    assert "41 days left" in text
    assert "<strong>1 deadline overdue</strong> · 1 case due within two weeks" in text
    assert "4 cases of yours in all" in text
    assert "decide whether to assess, and tell the family" in text
    assert "Reg 5(1) · statutory" in text
    assert "Records as at 16 January 2025. The clock&#39;s today is that day." in text
    assert "Synthetic records" in text


def test_plans_without_a_review_in_the_records_come_after_what_is_surely_due(extract, caseworker):
    late, later = a_case(before(50)), a_case(before(1))
    unreviewed = a_case(before(500), "Y")
    a_plan(unreviewed, before(400))
    an_active_plan(unreviewed)
    refresh([unreviewed])
    give(caseworker, late, later, unreviewed)
    response = page(caseworker, MINE)
    assert listed(response, unreviewed, late, later) == [late, later, unreviewed]
    text = response.text
    assert '<h2 class="govuk-heading-m">Overdue, or a review that the records lack</h2>' in text
    assert (
        "These plans have no review in the records. If one took place, record it; if none did, it is overdue." in text
    )


def test_a_limit_that_is_to_be_confirmed_says_so(extract, caseworker):
    request = a_case(before(900), "Y", outcome_on=before(860))
    a_plan(request, before(360))
    refresh([request])
    give(caseworker, request)
    text = page(caseworker, MINE).text
    assert "First annual review" in text
    assert "confirm with legal" in text


def test_the_list_is_narrowed(extract, manager, caseworker):
    overdue, due = a_case(before(50)), a_case(before(40))
    waiting = a_case(before(60), "Y", outcome_on=before(30))
    an_assessment(waiting, has_exception=True)
    refresh([waiting])
    ended = a_case(before(90), "N", outcome_on=before(60))
    give(caseworker, due)
    every = (overdue, due, waiting, ended)
    for query, expected in (
        ({}, [overdue, due, waiting]),
        ({"show": "weeks", "stage": "refused"}, []),
        ({"show": "reviews"}, []),
        ({"show": "nothing"}, [overdue, due, waiting]),
        ({"show": "all"}, [overdue, due, waiting, ended]),
        ({"due": "overdue"}, [overdue]),
        ({"due": "2"}, [due]),
        ({"due": "4"}, [due]),
        ({"due": "8"}, [due, waiting]),
        ({"stage": "refused"}, [ended]),
        ({"caseworker": str(caseworker.pk)}, [due]),
        ({"caseworker": "none"}, [overdue, waiting, ended]),
        ({"flag": ["has_exception", "is_open"]}, [waiting]),
        ({"flag": "has_missing"}, []),
        ({"flag": "has_query"}, []),
        ({"need": "ASD"}, []),
        ({"sort": "received"}, [waiting, overdue, due]),
        ({"show": "all", "sort": "received"}, [ended, waiting, overdue, due]),
        ({"show": "all", "sort": "-received"}, [due, overdue, waiting, ended]),
        ({"show": "all", "sort": "-reference"}, [ended, waiting, due, overdue]),
    ):
        assert (query, listed(page(manager, LIST, query), *every)) == (query, expected)


def test_the_list_begins_with_children_who_wait_and_keeps_the_years_old_reviews_apart(extract, manager):
    reviewed, waiting, late = a_case(before(900), "Y", outcome_on=before(860)), a_case(before(40)), a_case(before(130))
    a_plan(reviewed, before(800))
    refresh([reviewed])
    every = (reviewed, waiting, late)
    response = page(manager, LIST)
    assert listed(response, *every) == [late, waiting]
    assert '<a href="?show=weeks" aria-current="page">20 weeks</a>' in response.text
    assert "Children who wait for a plan. What is overdue comes first, then the nearest deadline." in response.text
    assert listed(page(manager, LIST, {"show": "reviews"}), *every) == [reviewed]
    assert listed(page(manager, LIST, {"show": "all"}), *every) == [reviewed, late, waiting]
    assert listed(page(manager, LIST, {"stage": "issued"}), *every) == [reviewed]


def test_a_tab_keeps_filter_and_order_and_begins_at_its_first_page(extract, manager):
    a_case()
    text = page(manager, f"{LIST}?show=all&stage=requested&sort=received&after=1_2020-01-01").text
    assert 'href="?stage=requested&amp;sort=received&amp;show=reviews"' in text
    assert '<input type="hidden" name="show" value="all">' in text


def test_due_within_weeks_includes_the_last_day_and_the_day_itself(extract, manager):
    cases = [a_case(before(42 - days)) for days in (-1, 0, 14, 15, 28, 29)]
    assert listed(page(manager, LIST, {"due": "2"}), *cases) == cases[1:3]
    assert listed(page(manager, LIST, {"due": "4"}), *cases) == cases[1:5]


def test_filters_are_chips_and_an_empty_list_says_so(extract, manager):
    a_case()
    text = page(manager, LIST, {"stage": "refused", "due": "overdue"}).text
    assert "Stage: Assessment refused" in text
    assert 'href="?due=overdue"' in text
    assert "No case fits." in text
    assert "Clear the filters" in text
    assert "<strong>0 cases</strong>" in text


def test_a_filter_that_makes_no_sense_is_said(extract, manager):
    text = page(manager, LIST, {"stage": "nowhere"}).text
    assert "There is a problem" in text


def test_pages_go_on_where_the_one_before_ended(extract, manager):
    child = models.Child.objects.create(key="many", surname="Many")
    rows = [models.Request(key=f"M{n}", child=child, outcome="A", received_on=before(n // 3)) for n in range(120)]
    made = models.Request.objects.bulk_create(rows)
    refresh(made)
    seen, address, pages = [], "", 0
    for _ in range(5):
        response = page(manager, f"{LIST}{address}", None)
        seen += listed(response, *made)
        pages += 1
        following = links(response.text, "next")
        if not following:
            break
        address = following
    assert (pages, len(seen)) == (3, 120)
    expected = CaseStanding.objects.order_by("due_order", "pk").values_list("pk", flat=True)
    assert [r.pk for r in seen] == list(expected)
    back = page(manager, f"{LIST}{links(response.text, 'prev')}")
    assert [r.pk for r in listed(back, *made)] == list(expected)[50:100]


def links(text, rel):
    """The address of the next or previous page, or ""."""
    before_rel = text.partition(f'" rel="{rel}"')[0]
    return before_rel.rpartition('href="')[2].replace("&amp;", "&") if f'rel="{rel}"' in text else ""


def test_a_plan_whose_first_review_is_long_past_says_that_the_records_have_none(extract, manager):
    old, new = (a_case(received_on=before(500), outcome="Y") for _ in range(2))
    for case, issued in ((old, before(400)), (new, before(300))):
        a_plan(case, issued)
        an_active_plan(case)
    refresh([old, new])
    text = page(manager, f"{LIST}?show=reviews").text
    assert text.count("No review in the records") == 1
    assert listed(page(manager, f"{LIST}?flag=has_no_review"), old, new) == [old]


@pytest.mark.parametrize(
    "place",
    [
        "after=x",
        "after=1_",
        "after=1_2025-99-99",
        f"before={'9' * 30}_2025-01-01",
        f"after={'9' * 5000}_2025-01-01",
        "after=",
    ],
)
def test_a_place_that_makes_no_sense_is_the_first_page(extract, manager, place):
    request = a_case()
    assert listed(page(manager, f"{LIST}?{place}"), request) == [request]


def test_a_count_is_capped(extract, manager):
    child = models.Child.objects.create(key="many", surname="Many")
    rows = [models.Request(key=f"M{n}", child=child, outcome="A", received_on=DAY) for n in range(1001)]
    refresh(models.Request.objects.bulk_create(rows))
    assert "<strong>More than 1,000 cases</strong>" in page(manager, LIST).text
    models.CaseStanding.objects.filter(pk=rows[0].pk).update(stage="ceased")
    assert "<strong>1,000 cases</strong>" in page(manager, LIST, {"stage": "requested"}).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R77", [0]),
        (" r77 ", [0]),
        ("r 7 7", [0]),
        ("R7", [0]),
        ("77", []),
        ("Z000", [3, 1, 2, 0]),
        ("Y000", []),
        ("mill", [1, 2]),
        ("MILLER", [1, 2]),
        ("mill er", [1, 2]),
        ("Miller, Ch", [1, 2]),
        ("Child Mil", [1, 2]),
        ("miller CHILD", [1, 2]),
        ("Miller, X", []),
        ("Miller X", []),
        ("r77 smith", [0]),
        ("Smith R77", [0]),
        ("chi r77 Smi", [0]),
        ("Smith R8", []),
        ("Smith r7", []),
        ("mary ann mcd", [3]),
        ("mcd mary ann", [3]),
        ("mary mcd", [3]),
        ("mc donald ann", []),
        ("Mc Donald", [3]),
        ("donald mary", []),
        ("mill%", []),
        ("iller", []),
        ("R_7", []),
    ],
)
def test_a_person_is_found(extract, caseworker, text, expected):
    cases = [a_case(key="R 77", surname="Smith"), a_case(surname="Miller"), a_case(surname="Millers")]
    cases.append(a_case(surname="McDonald"))
    models.Child.objects.filter(pk=cases[3].child_id).update(forename="Mary Ann")
    response = post(caseworker, SEARCH, {"q": text})
    assert response.status_code == 200
    assert listed(response, *cases) == [cases[place] for place in expected]


def test_a_reference_comes_before_names_and_references_that_begin_so(extract, caseworker):
    longer, named, exact = a_case(key="K10"), a_case(surname="K1son"), a_case(key="k1")
    assert listed(post(caseworker, SEARCH, {"q": "K1"}), longer, named, exact) == [exact, named, longer]


def test_a_upn_is_found_and_stands_in_no_address(extract, caseworker):
    request, other = a_case(), a_case()
    response = post(caseworker, SEARCH, {"q": request.child.upn.lower()})
    assert listed(response, request, other) == [request]
    assert client_of(caseworker).get(SEARCH).status_code == 405


def test_a_search_says_what_to_enter_and_that_there_are_more(extract, caseworker):
    assert "Enter a reference, a UPN or the beginning of a surname." in post(caseworker, SEARCH, {"q": " "}).text
    child = models.Child.objects.create(key="many", surname="Many")
    rows = [models.Request(key=f"M{n}", child=child, outcome="A", received_on=DAY) for n in range(51)]
    refresh(models.Request.objects.bulk_create(rows))
    assert "More than 50 cases" in post(caseworker, SEARCH, {"q": "many"}).text


def test_the_case_page_says_where_the_case_stands(extract, caseworker):
    request = a_case(before(150), "Y", outcome_on=before(120), key="R9")
    an_assessment(request)
    give(caseworker, request)
    text = " ".join(page(caseworker, request.get_absolute_url()).text.split())
    assert "<strong>Assessing</strong> · caseworker EHC caseworker · received 19 August 2024" in text
    assert "Final plan issued by 6 January 2025:" in text
    assert "10 days overdue" in text
    assert 'aria-labelledby="track-title"' in text
    assert "5. Final plan issued" in text
    assert "6. Today" in text
    assert "Reg 13(2); exceptions by reg 13(3) · statutory" in text
    assert "practice, no law sets it" in text
    assert "These fields come from the case system and are corrected there." in text


def test_the_case_page_shows_records_and_what_is_gone(extract, manager):
    request = a_case(before(900), "Y", outcome_on=before(860))
    plan = a_plan(request, before(800))
    models.PlanDetail.objects.create(key="1", named_plan=plan, urn="990001")
    active = an_active_plan(request, review_meeting_on=before(100), decided_on=before(90), review_outcome="M")
    need = models.Need.objects.create(key="1", active_plan=active, type="ASD", rank=1)
    models.Need.objects.filter(pk=need.pk).update(missing_since=extract)
    models.SetAside.objects.create(
        extract=extract, table="namedplan", record=plan.key, row=7, code="x", message="It is odd.", is_error=False
    )
    text = " ".join(page(manager, request.get_absolute_url()).text.split())
    assert "Primary: School, URN 990001" in text
    assert "Primary: Autistic spectrum disorder <span" in text
    assert "Not in the extract since 16 January 2025; it does not count" in text
    assert "It is odd." in text
    assert "line 7 of the file" in text
    assert "meeting 8 October 2024, decision 18 October 2024, outcome “M” in the return" in text


def test_the_history_says_who_changed_what(extract, manager, caseworker):
    request = a_case()
    post(manager, reverse("caseload:case-assign", args=[request.pk]), assigned(request, caseworker))
    text = " ".join(page(manager, request.get_absolute_url()).text.split())
    assert "Case changed" in text
    assert "· EHC manager</p>" in text
    assert "Caseworker: EHC caseworker" in text
    assert "by a load or a command" in text


def assigned(request, person, version=0):
    return {"cases": [f"{request.pk}.{version}"], "caseworker": person.pk if person else "none"}


def test_several_cases_are_given_at_once(extract, manager, caseworker):
    cases = [a_case(), a_case()]
    query = "stage=requested&x=1&show=weeks&"
    fields = {"cases": [f"{c.pk}.0" for c in cases], "caseworker": caseworker.pk, "query": query}
    response = post(manager, reverse("caseload:assign"), fields)
    assert response.url == f"{LIST}?stage=requested&show=weeks"
    assert set(CaseStanding.objects.values_list("caseworker", flat=True)) == {caseworker.pk}
    assert set(models.Case.objects.values_list("caseworker", "version")) == {(caseworker.pk, 1)}


def test_giving_twice_counts_once(extract, manager, caseworker):
    request = a_case()
    for _ in range(2):
        assert post(manager, reverse("caseload:assign"), assigned(request, caseworker)).status_code == 302
    assert models.Case.objects.get().version == 1


def test_what_another_changed_meanwhile_is_not_overwritten_unseen(extract, manager, caseworker, council):
    request, other = a_case(), make_person(Role.EHC_CASEWORKER, council, "Second caseworker")
    give(other, request)
    response = post(manager, reverse("caseload:case-assign", args=[request.pk]), assigned(request, caseworker))
    assert f"Somebody else changed {request.key} meanwhile." in response.text
    assert "now with Second caseworker" in response.text
    assert f'value="{request.pk}.1"' in response.text
    assert models.Case.objects.get().caseworker == other
    assert post(manager, reverse("caseload:assign"), assigned(request, caseworker, 1)).status_code == 302
    assert CaseStanding.objects.get().caseworker == caseworker


@pytest.mark.parametrize("cases", [[], ["x"], ["1.x"], ["1.2.3"], ["999999.0"]])
def test_only_cases_of_the_list_are_given(extract, manager, caseworker, cases):
    a_case()
    response = post(manager, reverse("caseload:assign"), {"cases": cases, "caseworker": caseworker.pk})
    assert "There is a problem" in response.text
    assert not models.Case.objects.exists()


def test_only_those_who_work_cases_are_given_any(extract, manager, data_officer):
    request = a_case()
    assert "There is a problem" in post(manager, reverse("caseload:assign"), assigned(request, data_officer)).text
    assert not models.Case.objects.exists()


def test_a_case_is_closed_to_a_person_and_opened_again(extract, manager, caseworker):
    request, other = a_case(before(50), surname="Closed"), a_case(before(50))
    give(caseworker, request, other)
    reason = {"person": caseworker.pk, "reason": "A relative."}
    assert post(manager, reverse("caseload:case-close", args=[request.pk]), reason).status_code == 302
    assert page(caseworker, request.get_absolute_url()).status_code == 404
    for response in (page(caseworker, MINE), page(caseworker, LIST)):
        assert listed(response, request, other) == [other]
        assert "Closed" not in response.text
    assert "<strong>1 case</strong>" in page(caseworker, LIST).text
    assert "1 case of yours in all" in page(caseworker, MINE).text
    for text in ("Closed", request.key, request.child.upn):
        assert listed(post(caseworker, SEARCH, {"q": text}), request) == []
    assert listed(page(manager, LIST), request, other) == [request, other]
    closure = request.closures.get()
    opened = reverse("caseload:case-open", args=[request.pk, closure.pk])
    assert "A relative." in page(manager, opened).text
    assert post(manager, opened, {"reason": "A mistake."}).status_code == 302
    assert page(caseworker, request.get_absolute_url()).status_code == 200
    told = page(manager, request.get_absolute_url()).text
    assert "A mistake." in told
    assert "A relative." in told
    assert "A relative." not in page(caseworker, request.get_absolute_url()).text


def test_a_case_is_closed_once_and_with_a_reason(extract, manager, caseworker):
    request = a_case()
    address = reverse("caseload:case-close", args=[request.pk])
    assert "Say why the case is closed to this person." in post(manager, address, {"person": caseworker.pk}).text
    fields = {"person": caseworker.pk, "reason": "A relative."}
    assert post(manager, address, fields).status_code == 302
    assert "The case is closed to this person already." in post(manager, address, fields).text
    assert request.closures.count() == 1


def test_every_page_that_shows_a_child_is_written_down(extract, manager, caseworker):
    first, second = a_case(before(50), surname="First"), a_case(before(40), surname="Second")
    give(manager, first, second)
    both = [first.pk, second.pk]
    page(manager, MINE)
    page(manager, LIST)
    post(manager, SEARCH, {"q": "second"})
    post(manager, SEARCH, {"q": "nobody"})
    for name in ("case", "case-assign", "case-close", "who-looked"):
        page(manager, reverse(f"caseload:{name}", args=[first.pk]))
    assert list(View.objects.order_by("pk").values_list("person", "page", "requests")) == [
        (manager.pk, "caseload:my-cases", both),
        (manager.pk, "caseload:case-list", both),
        (manager.pk, "caseload:search", [second.pk]),
        (manager.pk, "caseload:case", [first.pk]),
        (manager.pk, "caseload:assign", [first.pk]),
        (manager.pk, "caseload:case-close", [first.pk]),
        (manager.pk, "caseload:who-looked", [first.pk]),
    ]


def test_who_looked_names_the_page(extract, data_officer, caseworker):
    request, other = a_case(), a_case()
    page(caseworker, LIST)
    page(caseworker, request.get_absolute_url())
    page(caseworker, other.get_absolute_url())
    text = " ".join(page(data_officer, reverse("caseload:who-looked", args=[request.pk])).text.split())
    assert text.count('data-label="Who">EHC caseworker') == 2
    assert "List of cases, with 1 other case" in text
    assert 'data-label="Page">The case<' in text


def test_a_request_takes_up_the_role_of_cases_only_after_the_permission(extract, lead_officer, manager):
    a_case()
    for person, roles in ((lead_officer, ["sendtracker_web"]), (manager, ["sendtracker_web", "sendtracker_web_cases"])):
        with CaptureQueriesContext(connection) as queries:
            client_of(person).get(LIST)
        asked = [q["sql"].removeprefix("SET LOCAL ROLE ") for q in queries if q["sql"].startswith("SET LOCAL ROLE")]
        assert asked == roles
        assume(WEB_CASES)


def test_pages_take_as_many_queries_for_many_cases_as_for_one(extract, manager):
    one = a_case(before(50))
    give(manager, one)
    models.Step.objects.create(request=one, kind="chased", on=before(1))
    addresses = [MINE, LIST, one.get_absolute_url(), reverse("caseload:who-looked", args=[one.pk])]
    counts = [counted(manager, address) for address in addresses]
    give(manager, *(a_case(before(days)) for days in (51, 52, 53)))
    for days in (2, 3):
        models.Step.objects.create(request=one, kind="chased", on=before(days))
    assert [counted(manager, address) for address in addresses] == counts
    assert counts[:2] == [8, 8]


def counted(person, address):
    """What is asked of the data; opening the transaction and taking up the role is not."""
    client = client_of(person)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assume(WEB_CASES)
    no_questions = ("SAVEPOINT", "RELEASE", "SET LOCAL ROLE", "BEGIN", "COMMIT")
    return len([q for q in queries if not q["sql"].startswith(no_questions)])


def test_in_live_mode_the_pages_say_so(extract, manager, settings):
    settings.CASELOAD_MODE = "live"
    request = a_case(DAY + timedelta(days=1))
    text = page(manager, request.get_absolute_url()).text
    assert "Live records. The clock&#39;s today is" in text
    assert "These fields are kept here." in text


@pytest.mark.parametrize("address", [LIST, MINE, "/cases/forecast/", "/cases/1/", "/cases/loads/"])
def test_who_may_see_no_case_is_told_that_the_page_is_for_others(db, board_member, address):
    response = client_of(board_member).get(address)
    assert response.status_code == 403
    assert "This page is not for your role. The programme manager can tell you whose it is." in response.text
    assert "You may see this" not in response.text


def test_who_looked_is_a_page_for_others_than_caseworkers(extract, caseworker):
    response = page(caseworker, reverse("caseload:who-looked", args=[a_case().pk]))
    assert (response.status_code, "This page is not for your role." in response.text) == (403, True)
