"""The forecast, the backlog and what is to be chased: the exact cases, numbers and sentences, and who sees them."""

import pytest

from apps.accounts.models import Role
from apps.caseload import clock, models, outlook, work
from apps.caseload.facts import facts_of
from apps.caseload.models import CaseStanding, View
from apps.caseload.standing import refresh
from tests.caseload.cases import DAY, a_case, a_plan, an_assessment, an_extract, before
from tests.caseload.people import give, opened, plain
from tests.caseload.test_pages import counted
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases")
FORECAST, BACKLOG, MINE = "/cases/forecast/", "/cases/backlog/", "/cases/mine/"


@pytest.fixture
def extract(as_cases):
    return an_extract(is_synthetic=True, set_aside_count=3)


def due_in(days, **fields):
    """An open case whose day 140 is so many days after the clock's."""
    return a_case(before(140 - days), "Y", outcome_on=before(110 - days), **fields)


def add(model, case, **fields):
    version = models.Case.objects.filter(request=case).values_list("version", flat=True).first() or 0
    return work.add(model, request=case, by=None, version=version, recorded_on=DAY, **fields)


def listed(response, *cases):
    places = {case: response.text.find(f'href="{case.get_absolute_url()}"') for case in cases}
    return sorted((case for case in cases if places[case] >= 0), key=places.get)


def test_cases_that_will_pass_by_week(extract, manager):
    cases = [due_in(days) for days in (-1, 0, 6, 7, 13, 14, 55, 56)]
    ended = due_in(3)
    a_plan(ended, before(1))
    refresh([ended])
    response = opened(manager, FORECAST)
    text = plain(response)
    assert listed(response, *cases, ended) == cases[1:7]
    assert "If nothing changes, 4 cases will pass day 140 in the next 2 weeks, 5 in 4 and 6 in 8." in text
    assert "1 open case passed it already." in text
    assert [(week.number, week.cases) for week in outlook.by_week(CaseStanding.objects.all(), DAY)[0]] == [
        (1, 2),
        (2, 2),
        (3, 1),
        (4, 0),
        (5, 0),
        (6, 0),
        (7, 0),
        (8, 1),
    ]
    assert "16 January 2025 to 22 January 2025" in text
    assert "3 records of the newest extract were left out because of errors and are in no number here" in text
    assert "Records as at 16 January 2025." in text
    assert "Synthetic records" in text
    assert listed(opened(manager, FORECAST, {"weeks": "2"}), *cases) == cases[1:5]
    assert listed(opened(manager, FORECAST, {"weeks": "4"}), *cases) == cases[1:6]
    assert listed(opened(manager, FORECAST, {"which": "passed"}), *cases) == cases[:1]


def test_the_forecast_is_that_of_the_clock(extract):
    cases = [due_in(days) for days in (-200, -1, 0, 13, 20, 55, 56)]
    a_case(before(130), "N", outcome_on=before(100))
    a_case(before(130), "W", outcome_on=before(100))
    found = clock.forecast(facts_of(models.Request.objects.all()).values(), DAY, 8)
    standings = CaseStanding.objects.all()
    weeks, overdue = outlook.by_week(standings, DAY)
    assert tuple(week.cases for week in weeks) == found.by_week == (1, 1, 1, 0, 0, 0, 0, 1)
    assert overdue == outlook.overdue_count(DAY) == len(found.overdue) == 2
    passing = outlook.passing(standings, DAY, 8).order_by("plan_due_on").values_list("request__key", flat=True)
    assert list(passing) == [case.reference for case in found.passing] == [case.key for case in cases[2:6]]


def test_a_caseworkers_share_and_what_each_case_still_lacks(extract, manager, caseworker):
    mine, other, nobody = due_in(3), due_in(4), due_in(5)
    give(caseworker, mine)
    give(manager, other)
    add(models.AdviceRequest, mine, service="ep", asked_on=before(50))
    add(models.AdviceRequest, mine, service="health", asked_on=before(50), received_on=before(2))
    add(models.Step, other, kind="draft_issued", on=before(2))
    response = opened(caseworker, FORECAST, {"caseworker": caseworker.pk})
    assert listed(response, mine, other, nobody) == [mine]
    assert "1 case will pass day 140 in the next 2 weeks, 1 in 4 and 1 in 8" in plain(response)
    assert listed(opened(caseworker, FORECAST, {"caseworker": "none"}), mine, other, nobody) == [nobody]
    assert missing(mine) == ["Advice outstanding: Educational psychology", "Draft not sent"]
    assert missing(other) == []
    assert missing(nobody) == ["No advice recorded", "Draft not sent"]
    assert "Advice outstanding: Educational psychology" in response.text
    assert "There is a problem" in opened(caseworker, FORECAST, {"caseworker": "nowhere"}).text


def missing(case):
    row = outlook.values_of_lines(CaseStanding.objects.filter(pk=case.pk), DAY).get()
    return outlook.line_of(row, DAY).missing


def test_what_was_taken_back_is_missing_again(extract):
    case = due_in(3)
    row = add(models.Step, case, kind="draft_issued", on=before(2))
    assert missing(case) == []
    work.take_back(row, by=None, version=1, recorded_on=DAY, reason="Another case.")
    assert missing(case) == ["No advice recorded", "Draft not sent"]


def test_the_forecast_writes_one_row_and_shows_no_case_that_is_closed(extract, caseworker):
    open_to_all, closed = due_in(3), due_in(4)
    closed.closures.create(person=caseworker, reason="A relative.")
    response = opened(caseworker, FORECAST)
    assert listed(response, open_to_all, closed) == [open_to_all]
    assert "1 case will pass day 140 in the next 2 weeks" in plain(response)
    assert list(View.objects.values_list("page", "requests")) == [("caseload:forecast", [open_to_all.pk])]


def test_thirty_cases_take_as_many_queries_as_one(extract, manager):
    due_in(3)
    assert counted(manager, FORECAST) == 8
    for days in range(30):
        add(models.AdviceRequest, due_in(days), service="ep", asked_on=before(50))
    assert (counted(manager, FORECAST), counted(manager, BACKLOG)) == (8, 6)


def a_year(in_time, late):
    """Plans issued this year."""
    for number in range(in_time + late):
        case = a_case(before(140 if number < in_time else 150), "Y", outcome_on=before(100))
        a_plan(case, DAY)
        refresh([case])


def test_what_clearing_the_backlog_does(extract, manager):
    a_year(in_time=6, late=2)
    for days in range(1, 5):
        due_in(-days)
    text = plain(opened(manager, BACKLOG))
    assert "If all 4 overdue plans are issued this year, this year&#39;s figure moves from 75.0% to 50.0%." in text
    assert "2 + 4 = 6" in text
    assert "A whole number from 0 to 4" in text
    assert "3 records of the newest extract were left out because of errors" in text
    assert "Synthetic records" in text
    some = plain(opened(manager, BACKLOG, {"issued": "2"}))
    assert "If 2 of the 4 overdue plans are issued this year, this year&#39;s figure moves from 75.0% to 60.0%." in some
    assert "2 + 2 = 4" in some
    assert not View.objects.exists()


@pytest.mark.parametrize("typed", ["5", "-1", "x", "", "99999999999999999999"])
def test_no_more_than_are_overdue(extract, manager, typed):
    for days in range(1, 5):
        due_in(-days)
    text = plain(opened(manager, BACKLOG, {"issued": typed}))
    assert "Enter a whole number from 0 to 4." in text
    assert "There is a problem" in text
    assert "of the 4 overdue plans" not in text


@pytest.mark.parametrize(
    ("in_time", "late", "overdue", "chosen", "sentence"),
    [
        (
            323,
            113,
            12,
            None,
            "If all 12 overdue plans are issued this year, this year's figure moves from 74.1% to 72.1%.",
        ),
        (
            323,
            113,
            12,
            1,
            "If 1 of the 12 overdue plans is issued this year, this year's figure moves from 74.1% to 73.9%.",
        ),
        (323, 113, 12, 0, "If none of the 12 overdue plans are issued this year, this year's figure stays at 74.1%."),
        (0, 0, 3, 0, "If none of the 3 overdue plans are issued this year, this year has no figure yet."),
        (
            0,
            0,
            3,
            2,
            "If 2 of the 3 overdue plans are issued this year, this year's figure, for which no plan counts yet, "
            "starts at 0.0%.",
        ),
    ],
)
def test_the_sentence(in_time, late, overdue, chosen, sentence):
    assert clock.backlog(in_time, late, overdue, chosen).sentence == sentence


def test_no_more_can_be_chosen_than_are_overdue():
    with pytest.raises(ValueError, match="No more plans"):
        clock.backlog(1, 1, 3, 4)


@pytest.mark.parametrize("address", [FORECAST, BACKLOG])
def test_who_sees_what_is_coming(extract, council, address):
    may = {role for role in Role if opened(make_person(role, council, role.label), address).status_code == 200}
    assert may == {Role.EHC_CASEWORKER, Role.EHC_MANAGER, Role.DATA_OFFICER}


def test_what_a_caseworker_has_to_chase(extract, caseworker):
    case, other = due_in(30), due_in(30)
    give(caseworker, case)
    for request in (case, other):
        add(models.AdviceRequest, request, service="ep", asked_on=before(43))
    add(models.AdviceRequest, case, service="health", asked_on=before(42))
    add(models.AdviceRequest, case, service="social_care", asked_on=before(60), received_on=before(1))
    text = plain(opened(caseworker, MINE))
    assert "Educational psychology: advice was due on 15 January 2025</strong> · Not chased yet" in text
    assert text.count("<strong>Educational psychology: advice was due on") == 1
    assert text.count("advice was due on") == 3  # and once in each of its links, for those who do not see the page
    late = models.AdviceRequest.objects.get(request=case, service="ep")
    add(models.Step, case, kind="chased", on=before(3), note="Called.", advice=late)
    assert "Last chased on 13 January 2025" in plain(opened(caseworker, MINE))
    assert View.objects.last().requests == [case.pk]
    work.change(late, version=_version(case), recorded_on=DAY, received_on=DAY)
    assert "advice was due on" not in opened(caseworker, MINE).text


def _version(case):
    return models.Case.objects.get(request=case).version


def test_settings_that_did_not_answer_and_exceptions_without_an_end(extract, caseworker, manager):
    case = due_in(30)
    give(caseworker, case)
    add(models.Step, case, kind="consultation_sent", on=before(16), note="A school")
    add(models.Step, case, kind="consultation_sent", on=before(15), note="Another school")
    add(
        models.StatutoryException,
        case,
        ground="10(4)(c)",
        reason="Illness.",
        starts_on=before(20),
        authorised_by=manager,
    )
    text = plain(opened(caseworker, MINE))
    assert "<strong>A school has not answered</strong> · Consulted on 31 December 2024" in text
    assert "Another school has not answered" not in text
    assert "The exception under regulation 10(4)(c) has no end</strong> · Since 27 December 2024" in text
    add(models.Step, case, kind="consultation_answered", on=before(1), note="A school")
    exception = models.StatutoryException.objects.get()
    work.change(exception, version=_version(case), recorded_on=DAY, ends_on=before(1))
    assert "To do" not in opened(caseworker, MINE).text


def test_a_case_that_has_its_plan_is_not_chased(extract, caseworker):
    case = due_in(30)
    give(caseworker, case)
    add(models.AdviceRequest, case, service="ep", asked_on=before(60))
    an_assessment(case, "N", outcome_on=before(1))
    refresh([case])
    assert "To do" not in opened(caseworker, MINE).text
