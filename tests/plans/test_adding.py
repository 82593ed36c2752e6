"""Adding and deleting plans and their parts: what a form opens with, what it asks for, what goes away again."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from apps.core.dates import today
from apps.core.words import titles
from apps.pip.models import ImpactPlan
from apps.plans import editing, services
from apps.plans.models import Plan, Strand
from apps.wsoa.models import Statement
from tests import factories
from tests.cast import client_of


def get(visitor, page, /, *args):
    return client_of(visitor).get(reverse(page, args=args)).text


def post(visitor, page, /, *args, **fields):
    return client_of(visitor).post(reverse(page, args=args), fields, follow=True)


def test_what_is_new_needs_no_reason_and_its_history_says_added(programme_manager, legend):
    kind = factories.PlanTypeFactory()
    for page, args in (("plans:plan-add", []), ("plans:strand-add", [factories.PlanFactory().pk])):
        assert "Why are you making this change?" not in get(programme_manager, page, *args)
    post(programme_manager, "plans:plan-add", type=kind.pk, name="New plan", starts_on="1/9/2026")
    plan = Plan.objects.get(name="New plan")
    assert Plan.pgh_event_model.objects.get(pgh_obj_id=plan.pk).pgh_context["reason"] == "Added."


def test_an_edit_asks_for_its_reason_last_and_refuses_without(programme_manager, legend):
    plan = factories.PlanFactory()
    page = get(programme_manager, "plans:plan-edit", plan.pk)
    assert page.index('name="note"') < page.index('name="reason"')
    fields = {"type": plan.type_id, "name": "Other name", "starts_on": "1/9/2024", "version": 1, "reason": ""}
    assert "Say why you are making this change" in post(programme_manager, "plans:plan-edit", plan.pk, **fields).text
    plan.refresh_from_db()
    assert plan.name != "Other name"


def test_a_new_part_opens_with_the_kind_of_its_plan_and_the_next_place(programme_manager, legend):
    kind = factories.PlanTypeFactory(code="impact", strand_word="priority")
    strand = factories.StrandFactory(position=4, plan__type=kind)
    page = get(programme_manager, "plans:strand-add", strand.plan_id)
    assert '<option value="priority" selected>' in page
    assert 'value="5"' in page[page.index('id="id_position"') - 300 : page.index('id="id_position"') + 300]
    assert "Parts are listed in this order, the lowest number first." in page


def test_a_part_answers_findings_of_the_plan_s_own_inspection(programme_manager, legend):
    own, other = factories.FindingFactory(), factories.FindingFactory()
    strand = factories.StrandFactory(plan__inspection=own.inspection)
    action = factories.ActionFactory(strand=strand)
    for page, key in (
        ("plans:strand-add", strand.plan_id),
        ("plans:strand-edit", strand.pk),
        ("plans:action-add", strand.pk),
        ("plans:action-edit", action.pk),
    ):
        text = get(programme_manager, page, key)
        assert (own.title in text, other.title in text) == (True, False)
    strand.findings.add(other)
    assert other.title in get(programme_manager, "plans:strand-edit", strand.pk)
    shape = {"kind": "priority", "reference": "PA9", "position": "9", "title": "New", "findings": [other.pk]}
    assert "from the list" in post(programme_manager, "plans:strand-add", strand.plan_id, **shape).text
    assert Strand.objects.count() == 1


def test_the_first_date_is_said_to_be_final_before_it_is_entered(programme_manager, legend):
    strand = factories.StrandFactory()
    assert "once saved, it can never be changed" in get(programme_manager, "plans:action-add", strand.pk)


def test_publishing_says_who_will_see_it(programme_manager, legend):
    draft = factories.PlanFactory(is_published=False)
    text = get(programme_manager, "plans:plan-publish", draft.pk)
    assert "Parent representatives and scrutiny members will see it then" in text
    public = factories.PlanFactory()
    assert "will no longer see it" in get(programme_manager, "plans:plan-publish", public.pk)


def test_the_dates_of_a_statement_are_changed_with_a_reason(programme_manager, legend):
    row = Statement.objects.create(plan=factories.PlanFactory(), required_on=date(2026, 1, 5), source="Test")
    assert reverse("wsoa:statement-edit", args=[row.pk]) in get(programme_manager, "wsoa:statement", row.pk)
    fields = {"required_on": "5/1/2026", "submitted_on": "1/4/2026", "version": 1, "reason": "From the letter."}
    early = post(programme_manager, "wsoa:statement-edit", row.pk, **fields | {"submitted_on": "4/1/2026"})
    assert "“Submitted” cannot be before “Required”" in early.text
    assert "Enter a date for “Required”" in post(programme_manager, "wsoa:statement-edit", row.pk, version=1).text
    post(programme_manager, "wsoa:statement-edit", row.pk, **fields)
    row.refresh_from_db()
    assert (row.submitted_on, row.plan.version) == (date(2026, 4, 1), 2)
    event = Statement.pgh_event_model.objects.filter(pgh_obj_id=row.pk).latest("pgh_id")
    assert event.pgh_context["reason"] == "From the letter."
    stale = post(programme_manager, "wsoa:statement-edit", row.pk, **fields | {"submitted_on": "2/4/2026"})
    row.refresh_from_db()
    assert row.submitted_on == date(2026, 4, 1)
    assert "2 April 2026" in stale.text


def test_the_dates_of_an_impact_plan_are_changed(programme_manager, board_member, legend):
    row = ImpactPlan.objects.create(plan=factories.PlanFactory(), source="Test", date_note="Nothing is known.")
    page = reverse("pip:impact-plan-edit", args=[row.pk])
    assert page in get(programme_manager, "pip:impact-plan", row.pk)
    assert page not in get(board_member, "pip:impact-plan", row.pk)
    fields = {"approved_on": "1/4/2026", "date_note": "", "version": 1, "reason": "From the letter."}
    post(programme_manager, "pip:impact-plan-edit", row.pk, **fields)
    row.refresh_from_db()
    assert (row.approved_on, row.date_note) == (date(2026, 4, 1), "")


def test_an_empty_draft_is_deleted_after_asking_and_its_history_stays(programme_manager, parent, legend):
    plan = factories.PlanFactory(is_published=False)
    editing.share_plan(plan=plan, person=parent, on=today())
    assert reverse("plans:plan-delete", args=[plan.pk]) in get(programme_manager, "plans:plan", plan.pk)
    assert f"Delete {plan.name}?" in get(programme_manager, "plans:plan-delete", plan.pk)
    response = post(programme_manager, "plans:plan-delete", plan.pk, version=1)
    assert f"{plan.name} was deleted." in response.text
    assert not Plan.objects.exists()
    event = Plan.pgh_event_model.objects.filter(pgh_obj_id=plan.pk).latest("pgh_id")
    assert (event.pgh_label, event.pgh_context["reason"]) == ("delete", "Added by mistake.")


def test_a_plan_in_which_there_is_something_is_not_deleted(programme_manager, legend):
    was_public = factories.PlanFactory(is_published=False)
    services.publish(plan=was_public, by=None, on=today(), is_published=True)
    services.publish(plan=was_public, by=None, on=today(), is_published=False)
    dated = Statement.objects.create(plan=factories.PlanFactory(is_published=False), required_on=today(), source="T")
    with_part = factories.StrandFactory(plan__is_published=False).plan
    for plan in (was_public, dated.plan, with_part, factories.PlanFactory()):
        version = Plan.objects.get(pk=plan.pk).version
        assert (
            "is not deleted: close it." in post(programme_manager, "plans:plan-delete", plan.pk, version=version).text
        )
    assert Plan.objects.count() == 4


def test_an_empty_part_of_a_draft_is_deleted_and_no_other(programme_manager, legend):
    empty = factories.StrandFactory(plan__is_published=False)
    public = factories.StrandFactory()
    with_action = factories.ActionFactory(strand__plan__is_published=False).strand
    rated = factories.StrandFactory(plan__is_published=False)
    services.rate_strand(strand=rated, by=programme_manager, on=today(), rating="on_track", narrative="Well.")
    factories.RiskFactory(plan=with_action.plan, strand=with_action, reference="R10")
    factories.RiskFactory(plan=with_action.plan, strand=with_action, reference="R9")
    why = "A part that something belongs to is not deleted. To this one belong:"
    told = {
        public: "A part of a published plan is not deleted.",
        with_action: f"{why} 1 action ({with_action.actions.get().reference}) and 2 risks (R9 and R10).",
        rated: f"{why} 1 rating.",
    }
    for strand in (public, with_action, rated):
        version = Strand.objects.get(pk=strand.pk).version
        text = post(programme_manager, "plans:strand-delete", strand.pk, version=version).text
        assert told[strand] in text
    post(programme_manager, "plans:strand-delete", empty.pk, version=1)
    assert set(Strand.objects.all()) == {public, with_action, rated}


def test_the_database_keeps_the_parts_of_a_published_plan(db):
    strand = factories.StrandFactory()
    with pytest.raises(IntegrityError, match="part of a published plan is not deleted"), transaction.atomic():
        strand.delete()
    with pytest.raises(ProtectedError):
        strand.plan.delete()


def test_two_posts_of_one_title_are_told_apart(board_member, council, icb, legend):
    posts = [factories.PostFactory(title="Head of SEND", organisation=row) for row in (council, icb)]
    assert titles([posts[0], None]) == ["Head of SEND"]
    strand = factories.StrandFactory(accountable_council=posts[0], accountable_icb=posts[1])
    both = f"Head of SEND, {council.name} and Head of SEND, {icb.name}"
    assert both in get(board_member, "plans:strand", strand.pk)
    assert both in get(board_member, "plans:plan", strand.plan_id)
