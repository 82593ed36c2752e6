"""Editing plans, strands and actions: what is refused, what is kept, who said why."""

import re
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse

from apps.core.dates import today
from apps.plans.models import Action, Milestone, MilestoneChange, Plan, Strand, StrandRating
from tests import factories
from tests.cast import client_of


def post(visitor, page, /, *args, **fields):
    return client_of(visitor).post(reverse(f"plans:{page}", args=args), fields, follow=True)


def plan_form(kind, /, **fields):
    return {"type": kind.pk, "name": "Improvement plan", "starts_on": "1/9/2026", "reason": "New plan."} | fields


def action_form(**fields):
    return {
        "reference": "PA1.5",
        "title": "Hire two psychologists",
        "start_on": "1/9/2026",
        "original_due_on": "31/3/2027",
        "reason": "Agreed by the Board.",
    } | fields


def test_a_plan_is_added_and_not_published(programme_manager):
    post(programme_manager, "plan-add", **plan_form(factories.PlanTypeFactory()))
    plan = Plan.objects.get()
    assert (plan.name, plan.starts_on, plan.is_published) == ("Improvement plan", date(2026, 9, 1), False)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": ""}, "Fill in “Name”"),
        ({"name": "plan ONE"}, "There is already a plan with this name."),
        ({"starts_on": "31/2/2026"}, "“Counts from” must be a real date"),
        ({"closed_on": "1/1/2026", "closed_reason": "Over."}, "“Closed on” cannot be before “Counts from”"),
        ({"closed_on": "1/10/2026"}, "Say why the plan is closed"),
        ({"type": "0"}, "Choose “Kind of plan” from the list"),
    ],
)
def test_a_bad_plan_is_refused_in_words(programme_manager, fields, message):
    plan = factories.PlanFactory(name="Plan one")
    response = post(programme_manager, "plan-add", **plan_form(plan.type, **fields))
    assert message in response.text
    assert Plan.objects.count() == 1


def test_closing_a_plan_ends_its_overdue_actions(programme_manager, legend):
    action = factories.ActionFactory(original_due_on=date(2026, 10, 1))
    form = plan_form(action.plan.type, name=action.plan.name, closed_on="1/11/2026", closed_reason="Judged.", version=1)
    post(programme_manager, "plan-edit", action.plan_id, **form)
    assert action.standings.on(today()).get().rule_reason == "plan_closed"


def test_publishing_and_taking_back(programme_manager, legend):
    plan = factories.PlanFactory(is_published=False)
    future = post(programme_manager, "plan-publish", plan.pk, effective_on="1/1/2050", publishes="True")
    assert "“From which day?” cannot be in the future: publish on the day itself." in future.text
    for _ in range(2):
        post(programme_manager, "plan-publish", plan.pk, effective_on="1/11/2026", publishes="True")
    plan.refresh_from_db()
    assert (plan.is_published, plan.publications.get().effective_on) == (True, date(2026, 11, 1))
    post(programme_manager, "plan-publish", plan.pk, effective_on="2/11/2026", publishes="False")
    plan.refresh_from_db()
    assert plan.is_published is False


def test_a_draft_is_shared_with_a_person_and_taken_back(programme_manager, parent, legend):
    plan = factories.PlanFactory(is_published=False)
    page = reverse("plans:plan", args=[plan.pk])
    assert client_of(parent).get(page).status_code == 404
    for _ in range(2):
        post(programme_manager, "plan-share", plan.pk, person=parent.pk)
    assert client_of(parent).get(page).status_code == 200
    post(programme_manager, "plan-unshare", plan.pk, plan.shares.get().pk)
    assert client_of(parent).get(page).status_code == 404


def test_a_strand_is_added_with_its_findings(programme_manager, legend):
    plan, finding = factories.PlanFactory(), factories.FindingFactory()
    form = {"kind": "priority", "reference": "PA7", "position": "7", "title": "New", "findings": [finding.pk]}
    post(programme_manager, "strand-add", plan.pk, **form, reason="Agreed.")
    strand = Strand.objects.get()
    assert list(strand.findings.all()) == [finding]
    again = post(programme_manager, "strand-add", plan.pk, **form | {"reference": "pa7"}, reason="Agreed.")
    assert "This plan already has a part with this reference." in again.text


def test_an_action_is_added_with_leads_and_findings(programme_manager, legend):
    strand, finding = factories.StrandFactory(), factories.FindingFactory()
    posts = [factories.PostFactory(), factories.PostFactory()]
    form = action_form(leads=[p.pk for p in posts], findings=[finding.pk], accountable_council=posts[0].pk)
    post(programme_manager, "action-add", strand.pk, **form)
    action = Action.objects.get()
    assert (list(action.leads.order_by("pk")), list(action.findings.all())) == (posts, [finding])
    assert (action.due_on, action.added_on) == (date(2027, 3, 31), today())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"reference": "pa1.1"}, "This plan already has an action with this reference."),
        ({"title": ""}, "Fill in “What is promised”"),
        ({"original_due_on": "1/8/2026"}, "“First date promised” cannot be before “Starts on”"),
        ({"leads": ["999999"]}, "Choose leads from the list"),
        ({"accountable_icb": "x"}, "from the list"),
    ],
)
def test_a_bad_action_is_refused_in_words(programme_manager, action, fields, message):
    response = post(programme_manager, "action-add", action.strand_id, **action_form(**fields))
    assert message in response.text
    assert Action.objects.count() == 1


def test_the_first_date_promised_never_changes(programme_manager, action):
    form = action_form(version=action.version, original_due_on="1/6/2027")
    response = post(programme_manager, "action-edit", action.pk, **form)
    assert "The first date promised never changes. Ask for a new date instead." in response.text
    action.refresh_from_db()
    assert action.original_due_on == date(2027, 3, 31)


def test_an_edit_is_recorded_with_its_reason(programme_manager, action):
    post(programme_manager, "action-edit", action.pk, **action_form(version=action.version, title="Better words"))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_context->>'reason', (pgh_context->>'user')::bigint, pgh_context ? 'request' "
            "FROM plans_actionevent WHERE title = 'Better words' ORDER BY pgh_id LIMIT 1"
        )
        assert cursor.fetchone() == ("Agreed by the Board.", programme_manager.pk, True)


def test_two_edits_of_an_action_are_settled_field_by_field(programme_manager, action):
    first = action_form(version=action.version, title="First", plain_title="Theirs")
    second = action_form(version=action.version, title="Second", plain_title="Mine")
    post(programme_manager, "action-edit", action.pk, **first)
    response = post(programme_manager, "action-edit", action.pk, **second)
    assert response.status_code == 409
    assert re.findall(r'name="keep_(\w+)" value="mine"', response.text) == ["title", "plain_title"]
    assert re.findall(r'class="said">(\w+)<', response.text) == ["Second", "First", "Mine", "Theirs"]
    action.refresh_from_db()
    assert action.title == "First"
    chosen = second | {"version": action.version, "keep_title": "mine", "keep_plain_title": "theirs"}
    post(programme_manager, "action-edit", action.pk, **chosen)
    action.refresh_from_db()
    assert (action.title, action.plain_title) == ("Second", "Theirs")


@pytest.mark.parametrize("version", [1, ""])
def test_a_stale_edit_of_a_plan_or_strand_overwrites_nothing(programme_manager, action, version):
    plan, strand = action.plan, action.strand
    finding = factories.FindingFactory()
    strand_form = {"kind": "priority", "reference": "PA7", "position": "7", "reason": "Agreed."}
    for page, row, fields, shown in (
        ("plan-edit", plan, plan_form(plan.type), "name"),
        ("strand-edit", strand, strand_form | {"findings": [finding.pk]}, "title"),
    ):
        post(programme_manager, page, row.pk, **fields | {shown: "Theirs", "version": 1})
        mine = fields | {shown: "Mine", "version": version, "findings": []}
        assert post(programme_manager, page, row.pk, **mine).status_code == 409
        row.refresh_from_db()
        assert (getattr(row, shown), row.version) == ("Theirs", 2)
        post(
            programme_manager, page, row.pk, **mine | {"version": 2, f"keep_{shown}": "mine", "keep_findings": "theirs"}
        )
        row.refresh_from_db()
        assert (getattr(row, shown), row.version) == ("Mine", 3)
    assert list(strand.findings.all()) == [finding]


def milestones_form(action, *rows, **fields):
    form = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": "0", "version": action.version}
    for number, row in enumerate(rows):
        form |= {f"form-{number}-{name}": value for name, value in row.items()}
    return form | {"reason": "The Board agreed."} | fields


def test_milestones_are_added_changed_and_dropped(programme_manager, action):
    kept, dropped = factories.MilestoneFactory(action=action), factories.MilestoneFactory(action=action)
    rows = [
        {"milestone": kept.pk, "title": "Adverts out", "due_on": "1/12/2026"},
        {"milestone": dropped.pk, "title": dropped.title, "due_on": "1/12/2026", "drop": "on"},
        {"title": "Interviews", "due_on": "15/12/2026"},
    ]
    post(programme_manager, "milestones-edit", action.pk, **milestones_form(action, *rows))
    shown = Milestone.objects.filter(is_dropped=False).values_list("title", "due_on", "original_due_on")
    assert list(shown) == [
        ("Adverts out", date(2026, 12, 1), date(2026, 12, 18)),
        ("Interviews", date(2026, 12, 15), date(2026, 12, 15)),
    ]
    assert Milestone.objects.filter(is_dropped=True).get() == dropped
    changes = MilestoneChange.objects.order_by("pk").values_list("milestone", "due_on", "is_dropped", "reason")
    assert list(changes) == [
        (kept.pk, date(2026, 12, 1), False, "The Board agreed."),
        (dropped.pk, date(2026, 12, 18), True, "The Board agreed."),
    ]


def test_a_milestone_moved_later_was_late_before(programme_manager, legend):
    due = today() - timedelta(days=10)
    action = factories.ActionFactory(added_on=date(2026, 1, 1), start_on=None, original_due_on=date(2030, 1, 1))
    milestone = factories.MilestoneFactory(action=action, original_due_on=due, due_on=due)
    moved = {"milestone": milestone.pk, "title": milestone.title, "due_on": "1/6/2029"}
    post(programme_manager, "milestones-edit", action.pk, **milestones_form(action, moved))
    reasons = {day: action.standings.on(day).get().rule_reason for day in (today() - timedelta(days=1), today())}
    assert reasons == {today() - timedelta(days=1): "milestone_overdue", today(): "stale"}
    page = client_of(programme_manager).get(action.get_absolute_url()).text
    assert "moved: “The Board agreed.”" in page


def test_a_milestone_that_was_dropped_comes_back(programme_manager, action):
    milestone = factories.MilestoneFactory(action=action, is_dropped=True)
    row = {"title": milestone.title, "due_on": "18/12/2026"}
    post(programme_manager, "milestones-edit", action.pk, **milestones_form(action, row))
    assert Milestone.objects.get().is_dropped is False
    other = {"title": "Other", "due_on": ""}
    action.refresh_from_db()
    post(programme_manager, "milestones-edit", action.pk, **milestones_form(action, other))
    action.refresh_from_db()
    renamed = {"milestone": Milestone.objects.get(title="Other").pk, "title": milestone.title, "due_on": ""}
    response = post(programme_manager, "milestones-edit", action.pk, **milestones_form(action, renamed))
    assert "was a milestone before and was dropped" in response.text


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"reason": ""}, "Say why you are making this change"), ({"version": 0}, "Somebody else changed PA1.1")],
)
def test_milestones_that_are_refused_stay_as_they_were(programme_manager, action, fields, message):
    form = milestones_form(action, {"title": "Step", "due_on": ""}, **fields)
    assert message in post(programme_manager, "milestones-edit", action.pk, **form).text
    assert not Milestone.objects.exists()


def test_a_bad_date_says_of_which_milestone_it_is(programme_manager, action):
    form = milestones_form(action, {"title": "Step", "due_on": "1/12/2026"}, {"title": "Next", "due_on": "32/12/2026"})
    text = post(programme_manager, "milestones-edit", action.pk, **form).text
    message = "“Due on of milestone 2” must be a real date, such as 27/3/2026"
    assert f'<a href="#id_form-1-due_on">{message}</a>' in text
    assert "milestone 1” must" not in text


def test_two_milestones_with_the_same_words_are_refused(programme_manager, action):
    form = milestones_form(action, {"title": "Step"}, {"title": "step"})
    assert "two milestones have the same words" in post(programme_manager, "milestones-edit", action.pk, **form).text
    assert not Milestone.objects.exists()


def test_the_first_date_of_a_milestone_never_changes(action):
    milestone = factories.MilestoneFactory(action=action)
    with pytest.raises(IntegrityError, match="first date of a milestone is never changed"):
        Milestone.objects.filter(pk=milestone.pk).update(original_due_on=date(2027, 1, 1))


def test_a_strand_is_rated_by_who_answers_for_it(accountable_officer, other_officer, action):
    action.strand.accountable_council = action.accountable_council
    action.strand.save()
    form = {"rating": "at_risk", "narrative": "Too slow.", "version": 1}
    assert post(other_officer, "strand-rate", action.strand_id, **form).status_code == 403
    post(accountable_officer, "strand-rate", action.strand_id, **form)
    rating = StrandRating.objects.get()
    assert (rating.rating, rating.author_title) == ("at_risk", "Director")


def test_a_post_is_handed_over_with_its_actions(programme_manager, lead_officer, other_officer, action):
    (held,) = lead_officer.posts.all()
    page = client_of(programme_manager).get(reverse("plans:hand-over-person", args=[lead_officer.pk])).text
    assert "1 post, 1 open action." in page
    form = {f"post_{held.pk}": other_officer.pk, "reason": "Left the council."}
    form |= {"ends_memberships": "on", "confirms": "yes"}
    post(programme_manager, "hand-over-person", lead_officer.pk, **form)
    held.refresh_from_db()
    lead_officer.refresh_from_db()
    assert (held.holder, lead_officer.is_active) == (other_officer, False)
    assert lead_officer.memberships.get().ends_on == today()
    assert "PA1.1" in client_of(other_officer).get(reverse("dashboards:my-actions")).text


def test_handing_over_wants_a_reason(programme_manager, lead_officer, action):
    assert "Say why the posts go to somebody else" in post(programme_manager, "hand-over-person", lead_officer.pk).text
    assert lead_officer.posts.count() == 1
