"""Live mode: placements, settings and needs; refusals that are overturned; records that are corrected or taken back."""

from datetime import date

import pytest
from django.urls import reverse

from apps.accounts.models import Role
from apps.caseload import corrections, figures, live, models
from apps.caseload.facts import facts_of
from apps.caseload.history import history_of
from apps.caseload.models import Assessment, CaseStanding, Extract, Need, Placement, PlanDetail, Request
from apps.caseload.record_forms import RECORDS
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_files
from apps.caseload.sen2.writing import written
from apps.core.changes import Refused, Stale
from apps.core.dates import long_date, today
from tests.caseload.cases import a_case
from tests.caseload.live_cases import PERSON, ago, decided, issued, made, typed, version
from tests.caseload.people import opened, plain, sent
from tests.caseload.uploads import HEADER, files
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases", "is_live")
RECEIVED = 30


@pytest.fixture
def is_live(settings):
    settings.CASELOAD_MODE = "live"


@pytest.fixture
def case(is_live):
    return made(ago(RECEIVED))


@pytest.fixture
def with_plan(case):
    decided(case)
    issued(case)
    case.refresh_from_db()
    return case


def call(service, case, *args, **fields):
    return service(*args, request=case, version=version(case), recorded_on=today(), **fields)


def correct(row, case, **fields):
    row.refresh_from_db()
    return call(corrections.correct, case, row, reason="Typed wrongly.", **fields)


def take_back(row, case):
    return call(corrections.take_back, case, row, reason="The wrong case.")


def refusal(service, *args, **fields):
    with pytest.raises(Refused) as refused:
        service(*args, **fields)
    return refused.value.message, refused.value.field


def stands(case):
    standing = CaseStanding.objects.get(request=case)
    return standing.stage, standing.is_open


def placed(case, days, ends_earlier=True, rank=1, **place):
    fields = {"rank": rank, "entered_on": ago(days), "ends_earlier": ends_earlier} | place
    return call(corrections.add_placement, case, **fields)


# Placements, settings and needs.


def test_a_child_moves_from_one_placement_to_the_next(with_plan):
    placed(with_plan, 9, urn="990001")
    assert CaseStanding.objects.get(request=with_plan).setting == "school"
    placed(with_plan, 5, ukprn="19990001")
    assert CaseStanding.objects.get(request=with_plan).setting == "provider"
    found = Placement.objects.order_by("pk").values_list("urn", "ukprn", "entered_on", "left_on")
    assert list(found) == [("990001", "", ago(9), ago(6)), ("", "19990001", ago(5), None)]


def test_a_second_place_ends_nothing_of_the_first(with_plan):
    placed(with_plan, 9, urn="990001")
    placed(with_plan, 5, rank=2, urn="990002")
    assert list(Placement.objects.values_list("left_on", flat=True)) == [None, None]


def test_a_placement_that_is_sent_twice_is_one(with_plan):
    fields = {"rank": 1, "entered_on": ago(9), "urn": "990001", "ends_earlier": True}
    sent_twice = {"request": with_plan, "version": version(with_plan), "recorded_on": today()} | fields
    assert corrections.add_placement(**sent_twice) == corrections.add_placement(**sent_twice)
    with pytest.raises(Stale):
        corrections.add_placement(**sent_twice | {"urn": "990002"})
    assert Placement.objects.count() == 1


def test_placements_that_cannot_be(with_plan):
    placed(with_plan, 5, urn="990001")
    words = "The placement before it began on that day or later: choose a later day, or correct that one."
    assert refusal(placed, with_plan, 5, urn="990002") == (words, "entered_on")
    assert refusal(placed, with_plan, -1, urn="990002") == (live.NOT_YET, "entered_on")
    other = made(ago(9), **PERSON | {"upn": "Z000000000002"})
    assert refusal(placed, other, 5, urn="990002") == ("There is no plan in force in this case.", None)


def named(case, replaces=True, rank=1, **place):
    return call(corrections.add_setting, case, reason="Amended.", replaces=replaces, rank=rank, **place)


def test_the_plan_names_another_setting_and_the_first_stays_in_sight(with_plan, manager):
    named(with_plan, urn="990002")
    assert list(PlanDetail.objects.standing().values_list("urn", flat=True)) == ["990002"]
    text = plain(opened(manager, with_plan.get_absolute_url()))
    assert f'School, URN 990001 <span class="flag">Taken back on {long_date(today())}; it does not count' in text
    named(with_plan, replaces=False, rank=2, setting="EHE")
    assert named(with_plan, replaces=False, rank=2, setting="EHE").pk == PlanDetail.objects.last().pk
    assert sorted(PlanDetail.objects.standing().values_list("urn", "rank")) == [("", 2), ("990002", 1)]


def test_without_a_plan_nothing_names_a_setting(case):
    assert refusal(named, case, urn="990002") == ("No plan was issued in this case.", None)


def need(case, type, rank):
    return call(corrections.set_need, case, reason="Amended.", type=type, rank=rank)


def test_needs_of_both_ranks(with_plan):
    need(with_plan, "SLCN", 2)
    assert need(with_plan, "SLCN", 2).pk == Need.objects.get(rank=2).pk
    need(with_plan, "SEMH", 1)
    assert sorted(Need.objects.values_list("rank", "type")) == [(1, "SEMH"), (2, "SLCN")]
    assert CaseStanding.objects.get(request=with_plan).need == "SEMH"
    take_back(Need.objects.get(rank=2), with_plan)
    need(with_plan, "MLD", 2)
    assert sorted(Need.objects.standing().values_list("rank", "type")) == [(1, "SEMH"), (2, "MLD")]


# Refusals that are overturned.


def overturn(case, days=1, by="tribunal"):
    return call(live.overturn, case, by=by, decided_on=ago(days), what="It orders an assessment.")


def test_a_refusal_to_assess_that_the_tribunal_overturns(case, manager):
    decided(case, "N")
    assert stands(case) == ("refused", False)
    overturn(case)
    case.refresh_from_db()
    assert (case.outcome, case.had_tribunal, case.had_mediation, case.assessment.outcome) == ("N", True, False, "A")
    assert stands(case) == ("assessing", True)
    assert (
        'Request</dt><dd class="govuk-summary-list__value">Assessment refused, '
        in opened(manager, case.get_absolute_url()).text
    )
    reason = f"Overturned on {long_date(ago(1))} (the Tribunal): It orders an assessment."
    assert reason in [entry.reason for entry in history_of(case)]
    issued(case, days=0)
    year = figures.plans_issued([today().year])[today().year]
    assert (year.issued, year.undisputed) == (1, 0)
    assert figures.requests_received([ago(RECEIVED).year])[ago(RECEIVED).year].refused == 1


def test_a_refusal_to_issue_that_mediation_overturns(case, manager):
    decided(case)
    call(live.end_without_plan, case, outcome="N", outcome_on=ago(9))
    page = opened(manager, case.get_absolute_url()).text
    assert (f"{case.pk}/overturn/" in page, f"{case.pk}/issue/" in page) == (True, False)
    overturn(case, by="mediation")
    page = opened(manager, case.get_absolute_url()).text
    assert (f"{case.pk}/overturn/" in page, f"{case.pk}/issue/" in page) == (False, True)
    issued(case, days=0)
    assessment = Assessment.objects.get()
    assert (assessment.outcome, assessment.outcome_on, assessment.had_mediation) == ("N", ago(9), True)
    assert stands(case) == ("issued", False)


def test_an_overturned_refusal_that_is_sent_twice_counts_once(case):
    decided(case, "N")
    overturn(case)
    overturn(case)
    assert (Assessment.objects.count(), version(case)) == (1, 2)


def test_what_cannot_be_overturned(case):
    words = "There is no refusal that could be overturned."
    assert refusal(overturn, case) == (words, None)
    decided(case, "N")
    assert refusal(overturn, case, -1) == (live.NOT_YET, "decided_on")
    assert refusal(overturn, case, 21) == ("It cannot be overturned before it was decided.", "decided_on")
    overturn(case)
    assert refusal(overturn, case, 1, "mediation") == (words, None)


# Corrections.


def test_a_correction_says_who_and_why_and_keeps_what_it_said(with_plan, manager):
    address = reverse("caseload:record-correct", args=[with_plan.pk, "need", Need.objects.get().pk])
    assert address in opened(manager, with_plan.get_absolute_url()).text
    assert "Say why it is corrected." in sent(manager, address, {"type": "SEMH", "why": ""}).text
    response = sent(manager, address, {"type": "SEMH", "why": "The advice says so."})
    assert (response.status_code, response["Location"]) == (302, with_plan.get_absolute_url())
    entry = next(entry for entry in history_of(with_plan) if entry.what == "Need changed")
    assert (entry.by, entry.reason) == (manager.name, "The advice says so.")
    assert entry.changes == [("Type", "Autistic spectrum disorder", "Social, emotional and mental health")]


def test_who_opened_an_older_state_is_told(with_plan, manager):
    address = reverse("caseload:record-correct", args=[with_plan.pk, "need", Need.objects.get().pk])
    page = opened(manager, address)
    placed(with_plan, 9, urn="990001")
    fields = {"type": "SEMH", "why": "The advice says so."}
    stale = sent(manager, address, fields, opened_as=page)
    assert f"Somebody else changed Case {with_plan.key} meanwhile" in plain(stale)
    assert Need.objects.get().type == "ASD"
    assert sent(manager, address, fields, opened_as=stale).status_code == 302


def test_a_correction_that_is_sent_twice_counts_once(with_plan):
    row = Need.objects.get()
    fields = {"request": with_plan, "version": version(with_plan), "recorded_on": today(), "reason": "So."}
    for _ in range(2):
        corrections.correct(row, **fields, type="SEMH")
    assert version(with_plan) == fields["version"] + 1


def test_a_childs_details_are_corrected_in_all_their_cases(with_plan):
    later = made(ago(3), child=with_plan.child)
    correct(with_plan.child, with_plan, surname="OTHER", upn="", upn_unknown="UN1", birth_on=ago(2000))
    assert set(CaseStanding.objects.values_list("request", "surname")) == {(with_plan.pk, "other"), (later.pk, "other")}


def test_a_child_that_cannot_be(case):
    other = made(ago(9), **PERSON | {"upn": "Z000000000002"})
    fields = {"surname": "TEST", "upn": "Z000000000002", "birth_on": PERSON["birth_on"]}
    assert refusal(correct, case.child, case, **fields) == ("Another child in the records has this UPN.", "upn")
    words = "A child cannot be born after a request was received."
    assert refusal(correct, other.child, other, upn="Z000000000002", birth_on=ago(8)) == (words, "birth_on")


def request(case, **fields):
    case.refresh_from_db()
    saved = {name: getattr(case, name) for name in ("received_on", "outcome", "outcome_on", "source")}
    return correct(case, case, **saved | fields)


def test_the_day_of_a_request_moves_its_clock(case):
    request(case, received_on=ago(31))
    assert CaseStanding.objects.get(request=case).plan_due_on == ago(31 - 140)


def test_a_decision_that_was_recorded_wrongly(case):
    decided(case)
    request(case, outcome="N")
    assert (stands(case), list(Assessment.objects.standing())) == (("refused", False), [])
    year = ago(RECEIVED).year
    assert figures.requests_received([year])[year].outcomes == {"Y": 0, "N": 1, "A": 0, "W": 0}
    request(case, outcome="Y")
    assert (stands(case), Assessment.objects.standing().count()) == (("assessing", True), 1)
    request(case, outcome="A", outcome_on=None)
    assert (stands(case), list(Assessment.objects.standing())) == (("requested", True), [])
    decided(case)
    assert (stands(case), Assessment.objects.count()) == (("assessing", True), 1)


def test_a_request_that_cannot_be(case):
    received = "It cannot be decided before it was received."
    assert refusal(request, case, outcome="Y") == ("Enter the day of the decision.", "outcome_on")
    assert refusal(request, case, outcome="N", outcome_on=ago(31)) == (received, "outcome_on")
    assert refusal(request, case, outcome_on=ago(1)) == (
        "A request that is not decided has no day of decision.",
        "outcome_on",
    )
    assert refusal(request, case, received_on=ago(-1)) == (live.NOT_YET, "received_on")
    born = "A request cannot be received before the child was born."
    assert refusal(request, case, received_on=ago(3001)) == (born, "received_on")
    decided(case, "N")
    second = made(ago(3), child=case.child)
    words = f"There is an open request of this child already: {second.key}."
    assert refusal(request, case, outcome="Y") == (words, "outcome")


def test_an_assessment_that_has_ended_holds_its_decision(with_plan):
    words = "The assessment has ended: take that back first, or correct it."
    assert refusal(request, with_plan, outcome="N") == (words, "outcome")
    words = "The assessment ended before that day: correct the one that is wrong."
    assert refusal(request, with_plan, received_on=ago(9), outcome_on=ago(9)) == (words, "received_on")


def assessment(case, **fields):
    row = Assessment.objects.get(request=case)
    return correct(row, case, **{"outcome": row.outcome, "outcome_on": row.outcome_on} | fields)


def test_the_end_of_an_assessment_is_corrected(case):
    decided(case)
    assert refusal(assessment, case, outcome="N") == ("Enter the day on which it ended.", "outcome_on")
    words = "Plans are issued and taken back by themselves: this outcome follows from them."
    assert refusal(assessment, case, outcome="Y", outcome_on=ago(1)) == (words, "outcome")
    assessment(case, outcome="N", outcome_on=ago(5))
    assert stands(case) == ("no_plan", False)
    words = "An assessment that goes on has no day on which it ended."
    assert refusal(assessment, case, outcome="A") == (words, "outcome_on")
    assessment(case, outcome="A", outcome_on=None)
    assert stands(case) == ("assessing", True)


def plan(case, **fields):
    row = models.NamedPlan.objects.standing().get()
    saved = {name: getattr(row, name) for name in ("starts_on", "ceased_on", "cease_reason")}
    return correct(row, case, **saved | fields)


def test_the_day_of_issue_is_corrected_with_that_of_the_assessment(with_plan):
    plan(with_plan, starts_on=ago(8))
    assert (Assessment.objects.get().outcome_on, facts_of([with_plan])[with_plan.pk].final_on) == (ago(8), ago(8))
    words = "This is the day on which the plan was issued: correct that of the plan."
    assert refusal(assessment, with_plan, outcome_on=ago(7)) == (words, "outcome_on")


def test_an_end_that_was_recorded_by_mistake_is_taken_out(with_plan):
    call(live.cease_plan, with_plan, ceased_on=ago(1), cease_reason="2")
    assert stands(with_plan) == ("ceased", False)
    words = "Enter both the day on which the plan ended and the reason."
    assert refusal(plan, with_plan, ceased_on=None) == (words, "ceased_on")
    assert refusal(plan, with_plan, cease_reason="") == (words, "cease_reason")
    assert refusal(plan, with_plan, ceased_on=ago(11)) == ("A plan cannot end before it was issued.", "ceased_on")
    plan(with_plan, ceased_on=None, cease_reason="")
    assert stands(with_plan) == ("issued", False)


def test_a_placement_and_the_record_of_the_plan_in_force(with_plan):
    placement = placed(with_plan, 9, urn="990001")
    words = "A placement cannot end before it begins."
    assert refusal(correct, placement, with_plan, entered_on=ago(5), left_on=ago(6)) == (words, "left_on")
    active = with_plan.active_plan
    words = "It cannot be decided before the meeting."
    days = {"review_meeting_on": ago(3), "decided_on": ago(4)}
    assert refusal(correct, active, with_plan, **days) == (words, "decided_on")
    correct(active, with_plan, **days | {"decided_on": ago(2)})
    assert facts_of([with_plan])[with_plan.pk].last_review_on == ago(2)


# Taking back.


def test_a_plan_that_was_issued_in_the_wrong_case(with_plan, manager):
    placed(with_plan, 9, urn="990001")
    page = with_plan.get_absolute_url()
    row = models.NamedPlan.objects.get()
    address = reverse("caseload:record-take-back", args=[with_plan.pk, "plan", row.pk])
    assert address in opened(manager, reverse("caseload:record-correct", args=[with_plan.pk, "plan", row.pk])).text
    assert "Say why it is taken back." in sent(manager, address, {"reason": ""}).text
    assert sent(manager, address, {"reason": "The wrong case."}).status_code == 302
    assert stands(with_plan) == ("assessing", True)
    for model in (models.NamedPlan, PlanDetail, models.ActivePlan, Placement, Need):
        assert (model.__name__, model.objects.standing().count(), model.objects.count()) == (model.__name__, 0, 1)
    year = today().year
    assert figures.plans_issued([year])[year].issued == 0
    assert figures.row_counts()["namedplan"] == 0
    text = plain(opened(manager, page))
    assert f"Taken back on {long_date(today())}; it does not count" in text
    assert "Issue the final plan" in text
    assert ("Named plan taken back", "The wrong case.") in [(e.what, e.reason) for e in history_of(with_plan)]
    again = issued(with_plan, days=3)
    assert (again.pk != row.pk, stands(with_plan)) == (True, ("issued", False))
    assert [m.objects.standing().count() for m in (models.ActivePlan, Need, Placement)] == [1, 1, 0]


def test_a_request_for_the_wrong_child(with_plan, manager):
    take_back(with_plan, with_plan)
    take_back(with_plan, with_plan)
    standing = CaseStanding.objects.get(request=with_plan)
    assert (standing.is_missing, standing.is_open, standing.next_due_on) == (True, False, None)
    year = ago(RECEIVED).year
    assert figures.requests_received([year])[year].received == 0
    text = opened(manager, with_plan.get_absolute_url()).text
    assert "Add to this case" not in text
    assert "Does not count: not in the newest extract, or taken back" in opened(manager, "/cases/?show=all").text
    address = reverse("caseload:record-correct", args=[with_plan.pk, "request", with_plan.pk])
    assert opened(manager, address).status_code == 404
    assert made(ago(3), child=with_plan.child).pk


def test_an_open_request_that_was_taken_back_hinders_no_other(case):
    take_back(case, case)
    assert made(ago(3), child=case.child).pk
    assert refusal(decided, case) == ("This request was taken back. Enter a new one.", None)


def test_a_decision_to_assess_that_is_taken_back_waits_again(case):
    decided(case)
    take_back(Assessment.objects.get(), case)
    assert stands(case) == ("requested", True)
    assert (Request.objects.get().outcome, Request.objects.get().outcome_on) == ("A", None)


def test_what_was_taken_back_is_not_written_as_sen2(is_live):
    load(read_files(files()))
    case = Request.objects.get(key="1")
    take_back(Need.objects.get(key="1"), case)
    assert written(Extract.objects.get())["senneed.csv"].decode().count("\n") == 1
    need(case, "MLD", 1)
    assert b"\n1,1,MLD,1" in written(Extract.objects.get())["senneed.csv"]


def test_what_a_load_brings_counts_again(is_live):
    load(read_files(files()))
    case = Request.objects.get()
    take_back(case, case)
    assert CaseStanding.objects.get().is_missing
    load(read_files(files() | {"sen2": ("sen2.csv", HEADER.replace(b"2025-04-01", b"2025-05-01"))}))
    assert Request.objects.standing().count() == 1
    assert not CaseStanding.objects.get().is_missing


def test_nobody_else_corrects(with_plan, council, manager, caseworker, data_officer):
    models.Case.objects.filter(request=with_plan).update(caseworker=caseworker)
    other = make_person(Role.EHC_CASEWORKER, council, "Other caseworker")
    row = Need.objects.get()
    addresses = [reverse(f"caseload:record-{n}", args=[with_plan.pk, "need", row.pk]) for n in ("correct", "take-back")]
    names = ("overturn", "placement-add", "setting-add", "need-set")
    addresses += [reverse(f"caseload:{name}", args=[with_plan.pk]) for name in names]
    for address in addresses:
        for person, status in ((caseworker, 200), (manager, 200), (other, 403), (data_officer, 403)):
            assert (address, person.name, opened(person, address).status_code) == (address, person.name, status)
    assert "Correct the need" not in opened(other, with_plan.get_absolute_url()).text


def test_only_records_of_the_case_are_corrected_and_only_in_live_mode(with_plan, manager, settings):
    other = made(ago(9), **PERSON | {"upn": "Z000000000002"})
    row = Need.objects.get()
    for args in ([other.pk, "need", row.pk], [with_plan.pk, "nothing", row.pk], [with_plan.pk, "need", 0]):
        assert opened(manager, reverse("caseload:record-correct", args=args)).status_code == 404
    for word, key in (("child", with_plan.child_id), ("in-force", with_plan.active_plan.pk)):
        args = [with_plan.pk, word, key]
        assert opened(manager, reverse("caseload:record-correct", args=args)).status_code == 200
        assert opened(manager, reverse("caseload:record-take-back", args=args)).status_code == 404
    settings.CASELOAD_MODE = "extract"
    address = reverse("caseload:record-correct", args=[with_plan.pk, "need", row.pk])
    assert opened(manager, address).status_code == 404
    assert "Correct the need" not in opened(manager, with_plan.get_absolute_url()).text


TYPED = {
    "child": {"surname": "OTHER"},
    "request": {"source": "3"},
    "assessment": {"had_other_mediation": "on"},
    "plan": {"residential": "A"},
    "setting": {"urn": "990003"},
    "in-force": {"transferred_from": "352"},
    "placement": {"left_on": typed(ago(1))},
    "need": {"type": "MLD"},
}


@pytest.mark.parametrize("word", sorted(TYPED))
def test_each_form_shows_what_is_saved_and_saves_what_is_typed(with_plan, manager, word):
    placed(with_plan, 9, urn="990001")
    kind = RECORDS[word]
    row = corrections.records_of(with_plan, kind.model).get()
    form = kind.form(row=row, version=1)
    saved = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    values = {name: typed(v) if isinstance(v, date) else v for name, v in saved.items()}
    address = reverse("caseload:record-correct", args=[with_plan.pk, word, row.pk])
    fields = {n: v for n, v in values.items() if n not in ("token", "version")} | TYPED[word] | {"why": "So."}
    response = sent(manager, address, fields)
    assert (word, response.status_code) == (word, 302), plain(response)
    row.refresh_from_db()
    again = kind.form(row=row, version=1)
    changed = {name for name in kind.form.record_fields() if again.initial[name] != form.initial[name]}
    assert changed == set(TYPED[word])


def test_a_request_of_an_earlier_period_is_corrected_without_a_new_decision(is_live, manager):
    case = a_case(ago(900), "H")
    address = reverse("caseload:record-correct", args=[case.pk, "request", case.pk])
    fields = {"received_on": typed(ago(901)), "outcome": "H", "why": "Typed wrongly."}
    assert '<option value="H" selected' in opened(manager, address).text
    assert sent(manager, address, fields).status_code == 302
    case.refresh_from_db()
    assert (case.received_on, case.outcome) == (ago(901), "H")


def test_the_forms_that_add_save_what_is_typed(with_plan, manager):
    page = with_plan.get_absolute_url()
    for address, fields in (
        ("placement/", {"entered_on": typed(ago(4)), "urn": "990001", "rank": "1"}),
        ("setting/", {"setting": "EHE", "rank": "1", "replaces": "on", "reason": "Amended."}),
        ("need/", {"type": "SLCN", "rank": "2", "reason": "Amended."}),
    ):
        assert f"{page}{address}" in opened(manager, page).text
        assert sent(manager, f"{page}{address}", fields).status_code == 302
    assert Placement.objects.get().entered_on == ago(4)
    assert [d.setting for d in PlanDetail.objects.standing()] == ["EHE"]
    assert Need.objects.get(rank=2).type == "SLCN"


def test_the_form_of_an_overturned_refusal(case, manager):
    decided(case, "N")
    page = case.get_absolute_url()
    assert f"{page}overturn/" in opened(manager, page).text
    empty = sent(manager, f"{page}overturn/", {}).text
    for words in ("Choose who overturned it.", "Enter a date for “Overturned on”", "Say what was decided."):
        assert words in empty
    fields = {"by": "tribunal", "decided_on": typed(ago(1)), "what": "It orders an assessment."}
    assert sent(manager, f"{page}overturn/", fields).status_code == 302
    assert stands(case) == ("assessing", True)
