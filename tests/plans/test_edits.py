"""How a promise was changed: what it said before, who changed it and why, and who is told."""

from datetime import date

import pghistory
import pytest
from django.db import connection

from apps.accounts.models import Role
from apps.core import as_stood
from apps.core.dates import today
from apps.plans import editing
from apps.plans.edits import edits_of
from apps.plans.models import Action
from tests import factories
from tests.cast import client_of, make_person

TITLE, ANOTHER = "Recruit two psychologists", "Recruit one psychologist"


@pytest.fixture
def action(db):
    factories.make_legend()
    action = factories.ActionFactory(reference="PA1.1", title=TITLE, description="")
    action.leads.add(factories.PostFactory(title="Principal psychologist"))
    return action


def change(action, reason="Agreed.", leads=None, findings=(), **fields):
    leads = list(action.leads.all()) if leads is None else leads
    return editing.save_action(action=action, reason=reason, on=today(), leads=leads, findings=findings, **fields)


def told(action, on=None):
    return [(edit.reason, edit.changes) for edit in edits_of(Action.objects.get(pk=action.pk), on or today())]


def test_what_came_with_the_promise_is_no_change(action):
    assert told(action) == []
    with pghistory.context(reason="The first plan."):
        other = factories.ActionFactory(strand=action.strand, reference="PA1.2")
        other.leads.add(factories.PostFactory())
    assert told(other) == []


def test_each_change_says_what_stood_before_newest_first(action):
    council = factories.PostFactory(title="Director", organisation__kind="council")
    change(action, "Fewer are needed.", title=ANOTHER)
    change(action, "She answers now.", accountable_council=council, description="With a bursary.")
    assert told(action) == [
        (
            "She answers now.",
            [
                ("Description", "nothing", "With a bursary."),
                ("Who answers for it at the council", "nobody", "Director"),
            ],
        ),
        ("Fewer are needed.", [("What was promised", TITLE, ANOTHER)]),
    ]


def test_leads_and_findings_are_told_whole(action):
    old = list(action.leads.all())
    findings = [factories.FindingFactory(reference=f"PA{n}", number=n) for n in (1, 2)]
    change(action, "Two lead it.", leads=[*old, factories.PostFactory(title="Head of inclusion")], findings=findings)
    change(action, "One is enough.", findings=findings[:1], leads=old)
    assert told(action) == [
        (
            "One is enough.",
            [
                ("Who leads it", "Head of inclusion and Principal psychologist", "Principal psychologist"),
                ("Findings it answers", "PA1 and PA2", "PA1"),
            ],
        ),
        (
            "Two lead it.",
            [
                ("Who leads it", "Principal psychologist", "Head of inclusion and Principal psychologist"),
                ("Findings it answers", "nothing", "PA1 and PA2"),
            ],
        ),
    ]


def test_a_report_is_no_change_of_the_promise(action):
    change(action, title=ANOTHER)
    with pghistory.context(reason="A report."):
        Action.objects.filter(pk=action.pk).update(percent_complete=40)
    assert [reason for reason, _ in told(action)] == ["Agreed."]


def test_a_change_is_not_told_on_days_before_it(action):
    change(action, title=ANOTHER)
    assert told(action, date(2020, 1, 1)) == []


def test_words_that_whoever_replaced_them_hid_are_not_told(action):
    change(action, title="Write to the mother of Zebedee Quillfeather")
    with as_stood.hiding_old_words(True):
        change(action, title="Write to the mother")
    change(action, title="Write to both parents")
    assert [changes for _, changes in told(action)] == [
        [("What was promised", "Write to the mother", "Write to both parents")],
        [("What was promised", as_stood.TAKEN_OUT, "Write to the mother")],
    ]


def test_a_number_of_a_child_that_is_gone_is_not_told(action):
    change(action, description="Ring 943 476 5919 first")
    change(action, description="Ring first")
    assert [changes for _, changes in told(action)] == [
        [("Description", as_stood.TAKEN_OUT, "Ring first")],
        [("Description", "nothing", as_stood.TAKEN_OUT)],
    ]


@pytest.mark.parametrize(
    ("role", "is_told_why"),
    [(Role.BOARD_MEMBER, True), (Role.PARENT_REPRESENTATIVE, False), (Role.PROGRAMME_MANAGER, True)],
)
def test_the_page_tells_it_and_says_why_to_the_partnership(action, role, is_told_why):
    organisation = factories.OrganisationFactory(name="Bury Council")
    manager = make_person(Role.PROGRAMME_MANAGER, organisation, name="Manager who edits")
    with pghistory.context(membership=manager.acting.pk):
        change(action, "Fewer are needed.", title=ANOTHER)
    action.plan.is_published = True
    action.plan.save()
    page = client_of(make_person(role, organisation)).get(action.get_absolute_url()).text
    assert "How the promise was changed: 1 time" in page
    assert "Programme manager, Bury Council" in page
    assert f"was: {TITLE}" in page
    assert ("Fewer are needed." in page) is is_told_why


def test_a_promise_that_was_never_changed_says_nothing_of_it(action):
    reader = make_person(Role.BOARD_MEMBER, factories.OrganisationFactory(name="Bury Council"))
    assert "How the promise was changed" not in client_of(reader).get(action.get_absolute_url()).text


def test_only_a_change_of_words_is_noted_as_one(action):
    Action.objects.filter(pk=action.pk).update(percent_complete=50)
    assert Action.objects.get(pk=action.pk).edited_at is None
    Action.objects.filter(pk=action.pk).update(title=ANOTHER)
    event = Action.pgh_event_model.objects.filter(pgh_obj_id=action.pk).latest("pgh_id")
    assert Action.objects.get(pk=action.pk).edited_at == event.edited_at <= event.pgh_created_at


def test_where_nothing_stood_otherwise_the_tables_themselves_are_read(action):
    assert as_stood.stand_as_on(date(2020, 1, 1)) is False
    with connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ('"$user", public',)
