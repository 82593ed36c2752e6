"""The risk register: what must be true of a risk, and the pages on which it is read and changed."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from apps.board.models import Risk, severity_of
from apps.core.dates import today
from tests import factories
from tests.cast import client_of

LIST = reverse("board:risk-list")
TYPED = {"reference": "R1", "title": "Nobody may apply", "likelihood": "4", "impact": "5", "status": "open"}


def references(page):
    return re.findall(r'<span class="ref">(\w+)</span> <a class="govuk-link" href="/meetings/risks/', page.text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"likelihood": 6, "score": 18},
        {"likelihood": 0, "score": 0},
        {"score": 13},
        {"likelihood": None},
        {"score": None},
        {"score_after": 26},
        {"likelihood_after": 2, "impact_after": 2, "score_after": 5},
        {"likelihood_after": 2},
        {"status": "unknown"},
        {"title": " "},
    ],
)
def test_what_cannot_be_is_not_saved(db, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.RiskFactory(**wrong)


def test_a_reference_is_there_once_in_a_plan(db):
    risk = factories.RiskFactory(reference="R1")
    factories.RiskFactory(reference="R1")
    with pytest.raises(IntegrityError, match="board_risk_reference_once"), transaction.atomic():
        factories.RiskFactory(plan=risk.plan, reference="r1")


@pytest.mark.parametrize(
    ("score", "word"),
    [(None, None), (1, "Low"), (4, "Low"), (5, "Medium"), (9, "Medium"), (10, "High"), (15, "High"), (16, "Very high")]
    + [(25, "Very high")],
)
def test_a_score_has_a_word(score, word):
    severity = severity_of(score)
    assert (severity.label if severity else None) == word


def test_the_gravest_after_mitigation_come_first(db, board_member):
    plan = factories.PlanFactory()
    scores = {"R1": (12, None), "R2": (12, 20), "R3": (12, 2), "R10": (12, None), "R4": (None, None)}
    for reference, (score, after) in scores.items():
        factors = {} if score else {"likelihood": None, "impact": None}
        factories.RiskFactory(plan=plan, reference=reference, score=score, score_after=after, **factors)
    page = client_of(board_member).get(LIST)
    assert references(page) == ["R2", "R1", "R10", "R3", "R4"]
    assert '<span aria-hidden="true">▮▮▮▮</span> 20 Very high' in page.text
    assert "Not scored" in page.text


def test_the_list_shows_open_risks_unless_asked_for_others(db, board_member):
    plan = factories.PlanFactory()
    for reference, status in (("R1", "open"), ("R2", "issue"), ("R3", "closed")):
        factories.RiskFactory(plan=plan, reference=reference, status=status)
    client = client_of(board_member)
    assert references(client.get(LIST)) == ["R1", "R2"]
    assert references(client.get(LIST, {"status": "closed"})) == ["R3"]
    assert references(client.get(LIST, {"status": "all"})) == ["R1", "R2", "R3"]
    assert references(client.get(LIST, {"status": "nonsense", "strand": "x"})) == ["R1", "R2"]


def test_the_list_is_narrowed_to_a_part_of_a_plan(db, board_member):
    strand = factories.StrandFactory()
    factories.RiskFactory(plan=strand.plan, strand=strand, reference="R1")
    factories.RiskFactory(plan=strand.plan, reference="R2")
    client = client_of(board_member)
    assert references(client.get(LIST, {"strand": strand.pk})) == ["R1"]
    assert references(client.get(LIST, {"plan": strand.plan_id})) == ["R1", "R2"]
    nothing = client.get(LIST, {"strand": strand.pk, "status": "closed"})
    assert "No risk fits." in nothing.text


def test_an_empty_register_says_so(db, board_member):
    assert "No open risk is recorded in a plan that you may see." in client_of(board_member).get(LIST).text


def test_a_risk_shows_its_numbers_and_words(db, adviser):
    risk = factories.RiskFactory(cause="No applicants", likelihood_after=2, impact_after=3, score_after=6)
    page = client_of(adviser).get(risk.get_absolute_url())
    assert '<span aria-hidden="true">▮▮▮▯</span> 12 High' in page.text
    assert '<span aria-hidden="true">▮▮▯▯</span> 6 Medium' in page.text
    assert "Likelihood 2 × impact 3" in page.text
    assert "No applicants" in page.text
    assert "Change this risk" not in page.text


def test_scrutiny_sees_only_risks_of_plans_that_it_sees(db, scrutiny_member):
    draft = factories.RiskFactory(plan=factories.PlanFactory(is_published=False))
    shown = factories.RiskFactory()
    client = client_of(scrutiny_member)
    assert references(client.get(LIST)) == [shown.reference]
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_the_register_is_no_page_for_parents(db, parent):
    client = client_of(parent)
    assert client.get(LIST).status_code == 403
    assert client.get(factories.RiskFactory().get_absolute_url()).status_code == 403
    assert "Risks" not in client.get("/").text


def test_readers_change_nothing(db, board_member, adviser, scrutiny_member):
    risk = factories.RiskFactory()
    for person in (board_member, adviser, scrutiny_member):
        client = client_of(person)
        assert client.post(reverse("board:risk-edit", args=[risk.pk]), TYPED).status_code == 403
        assert client.post(reverse("board:risk-add", args=[risk.plan_id]), TYPED).status_code == 403
    assert Risk.objects.get().version == 1


def test_an_officer_adds_a_risk_with_its_scores(db, lead_officer):
    strand = factories.StrandFactory()
    typed = TYPED | {"likelihood_after": "2", "impact_after": "4", "strand": strand.pk, "reviewed_on": "2/11/2026"}
    response = client_of(lead_officer).post(reverse("board:risk-add", args=[strand.plan_id]), typed)
    risk = Risk.objects.get()
    assert response.url == risk.get_absolute_url()
    assert (risk.score, risk.score_after, risk.strand, risk.reviewed_on) == (20, 8, strand, date(2026, 11, 2))


def test_only_one_open_plan_is_not_asked_for(db, lead_officer):
    plan = factories.PlanFactory()
    client = client_of(lead_officer)
    assert client.get(reverse("board:risk-plan")).url == reverse("board:risk-add", args=[plan.pk])
    factories.PlanFactory()
    assert reverse("board:risk-add", args=[plan.pk]) in client.get(reverse("board:risk-plan")).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": ""}, "Fill in “What could happen”"),
        ({"reference": "R" * 31}, "“Reference” must be 30 characters or fewer"),
        ({"impact": ""}, "Enter “Impact before mitigation” too, or neither of them"),
        ({"impact_after": "3"}, "Enter “Likelihood after mitigation” too, or neither of them"),
        ({"likelihood": "9"}, "“Likelihood before mitigation” must be a number from 1 to 5"),
        ({"reviewed_on": "1/1/2099"}, "“Last reviewed on” cannot be in the future"),
        ({"reference": "r9"}, "This plan already has a risk with this reference."),
        ({"strand": "999999"}, "Choose “Part of the plan that it concerns” from the list"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_not_saved(db, lead_officer, changes, message):
    plan = factories.RiskFactory(reference="R9").plan
    page = client_of(lead_officer).post(reverse("board:risk-add", args=[plan.pk]), TYPED | changes)
    assert message in page.text
    assert Risk.objects.count() == 1


def test_a_change_is_saved_with_its_reason_in_the_history(db, lead_officer):
    risk = factories.RiskFactory(reference="R1", owner_words="Somebody")
    post = factories.PostFactory()
    typed = TYPED | {"version": "1", "reason": "Reviewed.", "owner": post.pk, "status": "closed"}
    client_of(lead_officer).post(reverse("board:risk-edit", args=[risk.pk]), typed)
    risk.refresh_from_db()
    assert (risk.score, risk.status, risk.owner, risk.owner_words, risk.version) == (20, "closed", post, "", 2)
    event = Risk.pgh_event_model.objects.filter(pgh_obj=risk).latest("pgh_id")
    assert event.pgh_context["reason"] == "Reviewed."


def test_a_score_that_stood_alone_stays_until_numbers_are_given(db, lead_officer):
    risk = factories.RiskFactory(reference="R1", likelihood=None, impact=None, score=7, score_after=3)
    typed = TYPED | {"version": "1", "reason": "Reviewed.", "likelihood": "", "impact": ""}
    client_of(lead_officer).post(reverse("board:risk-edit", args=[risk.pk]), typed)
    risk.refresh_from_db()
    assert (risk.title, risk.score, risk.score_after) == ("Nobody may apply", 7, 3)


def test_two_people_at_once_settle_it_field_by_field(db, lead_officer, other_officer):
    risk = factories.RiskFactory(reference="R1")
    address = reverse("board:risk-edit", args=[risk.pk])
    client_of(lead_officer).post(address, TYPED | {"version": "1", "reason": "First."})
    typed = TYPED | {"version": "1", "reason": "Second.", "title": "Other words"}
    page = client_of(other_officer).post(address, typed)
    assert (page.status_code, "Other words" in page.text) == (409, True)
    assert Risk.objects.get().title == "Nobody may apply"


def test_risks_of_a_closed_plan_stay_as_they_were(db, programme_manager):
    plan = factories.PlanFactory(closed_on=today(), closed_reason="Done.")
    risk = factories.RiskFactory(plan=plan)
    client = client_of(programme_manager)
    assert client.get(reverse("board:risk-edit", args=[risk.pk])).status_code == 403
    page = client.post(reverse("board:risk-add", args=[plan.pk]), TYPED)
    assert "its risks stay as they were" in page.text
    assert Risk.objects.count() == 1
