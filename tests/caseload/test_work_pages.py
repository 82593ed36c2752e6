"""Adding to a case, correcting and taking back by forms: for whom, what is said, and what two people at once see."""

from html import escape

import pytest
from django.urls import reverse

from apps.accounts.models import Role
from apps.caseload import models, work
from apps.caseload.kinds import KINDS
from apps.caseload.models import View
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_folder
from tests.caseload import sen2
from tests.caseload.cases import DAY, a_case, a_plan, an_assessment, an_extract, before
from tests.caseload.people import give, opened, plain, sent
from tests.cast import make_person

pytestmark = pytest.mark.usefixtures("as_cases")
SENT = "3/1/2025"


@pytest.fixture
def case(db):
    an_extract()
    request = a_case(before(60), "Y", outcome_on=before(30))
    an_assessment(request)
    return request


def adding(case, kind):
    return reverse("caseload:row-add", args=[case.pk, kind])


def changing(word, row, name="row-change"):
    return reverse(f"caseload:{name}", args=[word, row.pk])


def version(case):
    return models.Case.objects.get(request=case).version


def a_row(case, model=models.AdviceRequest, **fields):
    fields = fields or {"service": "health", "asked_on": before(20)}
    now = models.Case.objects.filter(request=case).values_list("version", flat=True).first() or 0
    return work.add(model, request=case, by=None, version=now, recorded_on=DAY, **fields)


# Each kind with what a person types, and a value of the row that it makes.
TYPED = {
    "comments-invited": ({"on": SENT}, {"kind": "comments_invited"}),
    "comments-received": ({"on": SENT}, {"kind": "comments_received"}),
    "advice": ({"services": ["ep"], "asked_on": SENT}, {"service": "ep"}),
    "chaser": ({"on": SENT, "note": "Called."}, {"kind": "chased", "advice": None}),
    "draft": ({"on": SENT}, {"kind": "draft_issued"}),
    "representations": ({"on": SENT}, {"kind": "representations"}),
    "consultation": ({"on": SENT, "note": "A school"}, {"kind": "consultation_sent", "note": "A school"}),
    "consultation-answer": ({"on": SENT, "note": "Our school"}, {"kind": "consultation_answered"}),
    "review": ({"meeting_on": SENT}, {"outcome": ""}),
    "transfer": ({"kind": "phase", "transfer_on": "1/9/2025"}, {"kind": "phase"}),
    "mediation": (
        {"against": "content", "notified_on": SENT, "started_on": "4/1/2025"},
        {"kind": "mediation", "against": "content"},
    ),
    "appeal": (
        {"against": "no_plan", "notified_on": SENT, "started_on": "4/1/2025", "is_placement_only": "on"},
        {"kind": "appeal", "is_placement_only": True},
    ),
    "feedback": ({"kind": "compliment", "received_on": SENT}, {"kind": "compliment"}),
    "audit": ({"audited_on": SENT, "grade": "3", "has_adulthood": "on"}, {"grade": 3, "has_adulthood": True}),
    "exception": (
        {"ground": "10(4)(c)", "reason": "Illness.", "starts_on": SENT},
        {"ground": "10(4)(c)", "reason": "Illness.", "ends_on": None},
    ),
}


def test_every_kind_is_tried():
    assert set(TYPED) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(TYPED))
def test_a_caseworker_adds_to_a_case(case, caseworker, manager, kind):
    give(caseworker, case)
    a_row(case, models.Step, kind="consultation_sent", on=before(20), note="Our school")
    fields, expected = TYPED[kind]
    if kind == "exception":
        fields = fields | {"authorised_by": manager.pk}
        expected = expected | {"authorised_by": manager}
    response = sent(caseworker, adding(case, kind), fields)
    assert (response.status_code, response["Location"]) == (302, case.get_absolute_url())
    row = KINDS[kind].form.model.objects.last()
    assert {name: getattr(row, name) for name in expected} == expected
    assert (row.request, row.recorded_by) == (case, caseworker)
    assert escape(str(row)).replace("&#x27;", "&#39;") in opened(caseworker, case.get_absolute_url()).text


@pytest.mark.parametrize("kind", sorted(TYPED))
def test_an_empty_form_says_what_is_missing(case, manager, kind):
    response = sent(manager, adding(case, kind), {})
    assert response.status_code == 200
    assert "There is a problem" in response.text
    assert "This field is required" not in response.text
    assert "<title>Error: " in response.text


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(case, manager):
    response = sent(manager, adding(case, "draft"), {"on": "1/11/2024", "note": "By post"})
    assert "The request was received on 17 November 2024: choose that day or a later one." in response.text
    assert 'href="#id_on"' in response.text
    assert "By post" in response.text
    assert models.Step.objects.count() == 0


def test_a_double_click_counts_once(case, manager):
    address = adding(case, "draft")
    page = opened(manager, address)
    for _ in range(2):
        assert sent(manager, address, {"on": SENT}, opened_as=page).status_code == 302
    assert models.Step.objects.count() == 1


def test_who_opened_an_older_state_is_told_and_can_then_save(case, manager):
    address = adding(case, "draft")
    page = opened(manager, address)
    a_row(case)
    response = sent(manager, address, {"on": SENT}, opened_as=page)
    assert f"Somebody else changed Case {case.key} meanwhile" in response.text
    assert models.Step.objects.count() == 0
    assert sent(manager, address, {"on": SENT}, opened_as=response).status_code == 302


def test_what_was_not_known_is_filled_in(case, manager):
    row = a_row(case)
    fields = {"service": "health", "asked_on": "27/12/2024", "received_on": SENT}
    assert sent(manager, changing("advice", row), fields).status_code == 302
    row.refresh_from_db()
    assert str(row.received_on) == "2025-01-03"
    refused = sent(manager, changing("advice", row), fields | {"received_on": "4/1/2025"})
    assert "Say why what was recorded is corrected." in refused.text
    corrected = fields | {"received_on": "4/1/2025", "why": "Read wrongly."}
    assert sent(manager, changing("advice", row), corrected).status_code == 302
    page = plain(opened(manager, case.get_absolute_url()))
    assert "Read wrongly." in page
    assert "Received on: 3 January 2025 → 4 January 2025" in page


def test_two_people_change_the_same_row(case, manager):
    row = a_row(case)
    address = changing("advice", row)
    page = opened(manager, address)
    work.change(row, version=1, recorded_on=DAY, received_on=before(9))
    fields = {"service": "health", "asked_on": "27/12/2024", "received_on": SENT, "note": "By post"}
    conflict = sent(manager, address, fields, opened_as=page)
    assert conflict.status_code == 409
    text = plain(conflict)
    assert f"Somebody else changed case {case.key} while you were typing" in text
    assert "3 January 2025" in text
    assert "7 January 2025" in text
    settled = sent(manager, address, {"keep_received_on": "theirs"}, opened_as=conflict)
    assert settled.status_code == 302
    row.refresh_from_db()
    assert (row.received_on, row.note) == (before(9), "By post")


def test_what_was_recorded_by_mistake_is_taken_back_and_struck_out(case, manager):
    row = a_row(case)
    address = changing("advice", row, "row-take-back")
    assert "Say why it is taken back." in sent(manager, address, {}).text
    page = opened(manager, address)
    for _ in range(2):
        assert sent(manager, address, {"reason": "Another child."}, opened_as=page).status_code == 302
    text = plain(opened(manager, case.get_absolute_url()))
    assert '<li class="taken-back">' in text
    assert 'it does not count</span> <span class="muted">Another child.</span>' in text
    for name in ("row-change", "row-take-back"):
        assert opened(manager, changing("advice", row, name)).status_code == 404


def test_nothing_else_can_be_chosen_for_an_exception(case, manager, caseworker):
    page = opened(manager, adding(case, "exception"))
    assert "Shortage of staff is not one" in page.text
    assert f'<option value="{manager.pk}">' in page.text
    assert f'<option value="{caseworker.pk}">' not in page.text
    typed = {"ground": "staff", "reason": "Nobody free.", "starts_on": SENT, "authorised_by": manager.pk}
    assert "There is a problem" in sent(manager, adding(case, "exception"), typed).text
    assert models.StatutoryException.objects.count() == 0


def test_only_advice_that_is_outstanding_is_chased(case, manager):
    late = a_row(case)
    came = a_row(case, service="ep", asked_on=before(20), received_on=before(2))
    page = opened(manager, adding(case, "chaser"))
    assert f'<option value="{late.pk}">' in page.text
    assert f'<option value="{came.pk}">' not in page.text
    sent(manager, adding(case, "chaser"), {"on": SENT, "note": "Called.", "advice": late.pk})
    assert models.Step.objects.get().advice == late


def test_who_may_add_and_change(case, caseworker, manager, data_officer, council):
    row = a_row(case)
    addresses = [adding(case, "draft"), changing("advice", row), changing("advice", row, "row-take-back")]
    other = make_person(Role.EHC_CASEWORKER, council, "Other caseworker")
    officer = make_person(Role.OFFICER, council)
    models.Case.objects.filter(request=case).update(caseworker=caseworker)
    for person, status in ((caseworker, 200), (manager, 200), (other, 403), (data_officer, 403), (officer, 403)):
        for address in addresses:
            assert (person.name, opened(person, address).status_code) == (person.name, status)
    models.Case.objects.update(caseworker=None)
    assert opened(other, addresses[0]).status_code == 200
    case.closures.create(person=manager, reason="A relative.")
    for address in addresses:
        assert opened(manager, address).status_code == 404
    assert opened(caseworker, adding(case, "nothing")).status_code == 404
    assert opened(caseworker, f"/cases/rows/nothing/{row.pk}/").status_code == 404


def test_the_data_officer_sees_no_panel_and_no_links(case, data_officer):
    row = a_row(case)
    text = opened(data_officer, case.get_absolute_url()).text
    assert str(row.get_service_display()) in text
    assert "Add to this case" not in text
    assert changing("advice", row) not in text


def test_one_row_says_who_looked(case, manager):
    row = a_row(case)
    for address in (adding(case, "draft"), changing("advice", row), changing("advice", row, "row-take-back")):
        opened(manager, address)
    names = ["caseload:row-add", "caseload:row-change", "caseload:row-take-back"]
    assert list(View.objects.order_by("pk").values_list("page", "requests")) == [(name, [case.pk]) for name in names]


def first(person, case):
    """The words of the obvious next things."""
    text = plain(opened(person, case.get_absolute_url()))
    box = text.split("Add to this case", 1)[1].split("<details", 1)[0]
    return [part.split("</a>")[0].split(">")[-1] for part in box.split("<a ")[1:]]


def test_what_the_next_deadline_needs_comes_first(case, manager):
    undecided = a_case(before(10))
    assert first(manager, undecided) == ["Family invited to comment on the request", "Advice asked for"]
    assert first(manager, case) == ["Advice asked for", "Draft plan sent"]
    a_row(case)
    assert first(manager, case) == ["Record that advice came: Health", "Chaser", "Draft plan sent"]
    a_row(case, models.Step, kind="draft_issued", on=before(2))
    assert first(manager, case) == [
        "Record that advice came: Health",
        "Chaser",
        "Comments on the draft received",
        "School or setting consulted",
        "School or setting answered",
    ]
    with_plan = a_case(before(600), "Y", outcome_on=before(560))
    a_plan(with_plan, before(470))
    assert first(manager, with_plan) == ["Annual review"]
    a_row(with_plan, models.Review, meeting_on=before(9))
    assert first(manager, with_plan) == ["Record what followed the review meeting: Review of 7 January 2025"]
    refused = a_case(before(60), "N", outcome_on=before(30))
    assert first(manager, refused) == ["Mediation", "Appeal to the Tribunal"]


def test_what_was_added_survives_the_next_load_and_a_load_without_the_case(caseworker, manager):
    folder = read_folder(sen2.FOLDER)
    load(folder)
    request = models.Request.objects.filter(standing__is_open=True).first()
    day = models.Extract.objects.newest().as_at
    made = [
        work.add(model, request=request, by=caseworker, version=number, recorded_on=day, **fields)
        for number, (model, fields) in enumerate(
            [
                (models.AdviceRequest, {"service": "ep", "asked_on": request.received_on}),
                (models.Step, {"kind": "chased", "on": request.received_on, "note": "Called."}),
                (
                    models.StatutoryException,
                    {
                        "ground": "10(4)(c)",
                        "reason": "Illness.",
                        "starts_on": request.received_on,
                        "authorised_by": manager,
                    },
                ),
            ]
        )
    ]
    folder.rows["requests"] = [row for row in folder.rows["requests"] if row.key != request.key]
    for module in ("assessment", "activeplans"):
        folder.rows[module] = [row for row in folder.rows[module] if row.parent != request.key]
    _with_other_bytes(folder, b" ")
    load(folder)
    request.refresh_from_db()
    assert request.missing_since_id is not None
    again = read_folder(sen2.FOLDER)
    _with_other_bytes(again, b"  ")
    load(again)
    request.refresh_from_db()
    assert request.missing_since_id is None
    for row in made:
        kept = type(row).objects.get(pk=row.pk)
        assert (kept.request_id, kept.recorded_by, kept.is_taken_back) == (request.pk, caseworker, False)
    assert version(request) == 3
    assert request.standing.has_exception


def _with_other_bytes(made, more):
    """The same records in files that are not the same."""
    name, content = made.files["sen2"]
    made.files["sen2"] = (name, content + more)
