"""Live mode: children, requests, decisions and plans by forms; in extract mode these pages do not exist."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.models import Role
from apps.caseload import live, models, work
from apps.caseload.figures import plans_issued
from apps.caseload.models import CaseStanding, Child, NamedPlan, Request
from apps.core.changes import Refused, Stale
from apps.core.dates import today
from tests.caseload.cases import a_case, an_assessment
from tests.caseload.live_cases import PERSON, ago, decided, issued, made, typed, version
from tests.caseload.people import opened, plain, sent
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases")
NEW = "/cases/new/"
STEPS = ("request", "decide", "end", "issue", "cease")


@pytest.fixture
def is_live(settings):
    settings.CASELOAD_MODE = "live"


@pytest.fixture
def case(is_live):
    return made(ago(30))


def test_in_extract_mode_these_pages_do_not_exist(manager):
    case = a_case()
    for address in (NEW, *(f"/cases/{case.pk}/{step}/" for step in STEPS)):
        assert (address, opened(manager, address).status_code) == (address, 404)
    text = opened(manager, case.get_absolute_url()).text
    assert "These fields come from the case system and are corrected there." in text
    assert "Decide whether to assess" not in text.split("Add to this case")[1].split("</section>")[0]


def test_from_the_child_to_the_end_of_the_plan(is_live, caseworker):
    assert "Add a child and a request" in opened(caseworker, "/cases/").text
    person = PERSON | {"birth_on": typed(PERSON["birth_on"]), "upn": "z000000000001"}
    assert sent(caseworker, NEW, person | {"received_on": typed(ago(150)), "source": "2"}).status_code == 302
    case = Request.objects.get()
    assert (case.key, case.child.key, case.child.upn) == (f"L{case.pk}", f"L{case.child_id}", "Z000000000001")
    assert _stage(case) == ("requested", True)
    page = case.get_absolute_url()
    assert "These fields are kept here." in opened(caseworker, page).text
    for step, fields, stage in (
        ("decide", {"outcome": "Y", "outcome_on": typed(ago(110))}, ("assessing", True)),
        ("issue", {"starts_on": typed(ago(5)), "need": "ASD", "urn": "990001"}, ("issued", False)),
        ("cease", {"ceased_on": typed(ago(1)), "cease_reason": "2"}, ("ceased", False)),
    ):
        address = f"{page}{step}/"
        assert address in opened(caseworker, page).text
        assert sent(caseworker, address, fields).status_code == 302
        assert _stage(case) == stage
    standing = CaseStanding.objects.get(request=case)
    assert (standing.need, NamedPlan.objects.get().details.get().urn) == ("ASD", "990001")
    year = ago(5).year
    assert (plans_issued([year])[year].issued, plans_issued([year])[year].in_time) == (1, 0)


def _stage(case):
    standing = CaseStanding.objects.get(request=case)
    return standing.stage, standing.is_open


def test_a_double_click_makes_one_child(is_live, manager):
    page = opened(manager, NEW)
    person = PERSON | {"birth_on": "6/5/2015", "received_on": typed(ago(9)), "source": "1"}
    for _ in range(2):
        assert sent(manager, NEW, person, opened_as=page).status_code == 302
    assert (Child.objects.count(), Request.objects.count()) == (1, 1)


def test_what_is_missing_of_a_child_is_said(is_live, manager):
    text = opened(manager, NEW).text
    assert "For a child who is in the records already" in text
    refused = sent(manager, NEW, {"upn": "12"}).text
    for words in (
        "Enter the surname.",
        "Enter the first names.",
        "A UPN is a letter, eleven digits, and a digit or letter.",
        "Enter a date for “Request received on”",
        "Choose “Who asked”.",
    ):
        assert words in refused
    assert "Enter the UPN, or say why there is none." in sent(manager, NEW, {"surname": "A"}).text
    assert "A name has at most 100 letters." in sent(manager, NEW, {"surname": "A" * 101}).text


@pytest.mark.parametrize(
    ("fields", "words", "field"),
    [
        ({"received_on": ago(-1)}, "The date of what happened cannot be in the future.", "received_on"),
        ({"received_on": ago(3001)}, "A request cannot be received before the child was born.", "received_on"),
    ],
)
def test_a_request_that_cannot_be(is_live, fields, words, field):
    with pytest.raises(Refused) as refused:
        made(fields["received_on"])
    assert (refused.value.message, refused.value.field) == (words, field)


def test_a_child_who_is_here_already_is_not_made_again(case):
    with pytest.raises(Refused) as refused:
        made(ago(3))
    assert refused.value.field == "upn"


def test_one_open_request_of_a_child(case):
    with pytest.raises(Refused) as refused:
        made(ago(3), child=case.child)
    assert refused.value.message == f"There is an open request of this child already: {case.key}."
    decided(case, "N")
    assert made(ago(3), child=case.child).child == case.child


def test_after_a_plan_the_child_can_be_assessed_anew(case):
    decided(case)
    issued(case)
    assert made(ago(3), child=case.child).outcome == "A"


def test_the_database_refuses_a_second_open_request_too(case):
    second = {"key": "second", "child": case.child, "received_on": ago(3), "outcome": "A", "token": uuid.uuid4()}
    with pytest.raises(IntegrityError, match="already has an open request"), transaction.atomic():
        Request.objects.create(**second)
    ended = Request.objects.create(**second | {"outcome": "W"})
    with pytest.raises(IntegrityError, match="already has an open request"), transaction.atomic():
        Request.objects.filter(pk=ended.pk).update(outcome="Y")


def test_the_database_refuses_a_plan_before_its_request(case):
    assessment = an_assessment(case)
    with pytest.raises(IntegrityError, match="before it was asked for"), transaction.atomic():
        NamedPlan.objects.create(key="early", assessment=assessment, starts_on=ago(31))
    with pytest.raises(IntegrityError, match="before its request"), transaction.atomic():
        models.Assessment.objects.filter(pk=assessment.pk).update(outcome="N", outcome_on=ago(31))


def test_what_was_decided_is_not_decided_again(case):
    decided(case)
    assert decided(case).outcome == "Y"
    assert version(case) == 1
    with pytest.raises(Refused, match="It was decided already"):
        decided(case, "N")
    with pytest.raises(Stale):
        live.decide(request=case, version=0, outcome="W", outcome_on=ago(1), recorded_on=today())


def test_decisions_have_their_order(case):
    received = f"{ago(30):%-d %B %Y}"
    with pytest.raises(Refused, match=f"The request was received on {received}"):
        decided(case, days=31)
    with pytest.raises(Refused, match="cannot be in the future"):
        decided(case, days=-1)
    with pytest.raises(Refused, match="Decide first to assess"):
        issued(case)
    decided(case)
    with pytest.raises(Refused, match="No plan was issued"):
        live.cease_plan(request=case, version=1, ceased_on=ago(1), cease_reason="2", recorded_on=today())
    with pytest.raises(Refused, match=f"The request was received on {received}"):
        issued(case, days=31)
    issued(case)
    with pytest.raises(Refused, match="cannot end before it was issued"):
        live.cease_plan(request=case, version=2, ceased_on=ago(11), cease_reason="2", recorded_on=today())
    with pytest.raises(Refused, match="The assessment has ended already"):
        live.end_without_plan(request=case, version=2, outcome="N", outcome_on=ago(1), recorded_on=today())


def test_a_plan_that_is_issued_twice_is_one(case):
    decided(case)
    assert issued(case) == issued(case)
    assert NamedPlan.objects.count() == 1


def test_an_assessment_that_ends_without_a_plan(case):
    decided(case)
    live.end_without_plan(request=case, version=1, outcome="N", outcome_on=ago(5), recorded_on=today())
    assert _stage(case) == ("no_plan", False)


def test_week_20_of_the_return_follows_from_the_exceptions(case, manager):
    decided(case)
    row = work.add(
        models.StatutoryException,
        request=case,
        by=None,
        version=1,
        recorded_on=today(),
        ground="10(4)(c)",
        reason="Illness.",
        starts_on=ago(20),
        authorised_by=manager,
    )
    with transaction.atomic():
        issued(case)
        assert models.Assessment.objects.get().has_exception
        transaction.set_rollback(True)
    work.take_back(row, by=None, version=2, recorded_on=today(), reason="Another case.")
    issued(case)
    assert not models.Assessment.objects.get().has_exception


def test_the_plan_names_one_setting(case, manager):
    decided(case)
    address = f"{case.get_absolute_url()}issue/"
    fields = {"starts_on": typed(ago(5)), "need": "ASD"}
    words = "Enter one of the three: a URN, a UKPRN or the kind of setting."
    assert words in sent(manager, address, fields).text
    assert words in sent(manager, address, fields | {"urn": "990001", "setting": "EHE"}).text
    assert sent(manager, address, fields | {"setting": "EHE"}).status_code == 302


def test_who_opened_an_older_state_is_told(case, manager):
    address = f"{case.get_absolute_url()}decide/"
    page = opened(manager, address)
    work.add(models.Step, request=case, by=None, version=0, recorded_on=today(), kind="comments_invited", on=ago(1))
    fields = {"outcome": "Y", "outcome_on": typed(ago(1))}
    stale = sent(manager, address, fields, opened_as=page)
    assert f"Somebody else changed Case {case.key} meanwhile" in plain(stale)
    assert sent(manager, address, fields, opened_as=stale).status_code == 302


def test_who_enters_records(case, council, manager, caseworker, data_officer):
    models.Case.objects.update_or_create(request=case, defaults={"caseworker": caseworker})
    other = make_person(Role.EHC_CASEWORKER, council, "Other caseworker")
    for step in STEPS:
        address = f"{case.get_absolute_url()}{step}/"
        for person, status in ((caseworker, 200), (manager, 200), (other, 403), (data_officer, 403)):
            assert (step, person.name, opened(person, address).status_code) == (step, person.name, status)
    for person, status in ((caseworker, 200), (manager, 200), (data_officer, 403)):
        assert (person.name, opened(person, NEW).status_code) == (person.name, status)
    assert opened(make_person(Role.PROGRAMME_MANAGER, council), NEW).status_code == 403
    case.closures.create(person=manager, reason="A relative.")
    assert opened(manager, f"{case.get_absolute_url()}decide/").status_code == 404
