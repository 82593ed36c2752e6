"""What must be true of meetings and of what belongs to them, whoever writes it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from apps.board import reading, services
from apps.board.models import AgendaItem, Decision, Meeting
from apps.core.dates import today
from apps.plans import services as plans
from apps.plans.standing import refresh
from tests import factories

TOKEN = UUID("6f1c1d0e-0000-4000-8000-000000000005")


@pytest.fixture
def held(db):
    on = today() - timedelta(days=30)
    return factories.MeetingFactory(held_on=on, updates_by=on, questions_by=on - timedelta(days=5))


@pytest.fixture
def item(held):
    return AgendaItem.objects.create(meeting=held, title="Progress")


def refused(code=IntegrityError, **kwargs):
    return pytest.raises(code, **kwargs), transaction.atomic()


@pytest.mark.parametrize("name", ["updates_by", "papers_by", "questions_by"])
def test_nothing_is_due_after_the_meeting(db, name):
    with pytest.raises(IntegrityError, match=f"board_meeting_{name.removesuffix('_by')}_before"), transaction.atomic():
        factories.MeetingFactory(**{name: date(2026, 12, 5)})


def test_a_meeting_is_closed_once_it_was_held_and_only_once(held, programme_manager):
    coming = factories.MeetingFactory()
    with pytest.raises(services.Refused, match="can be recorded from that day on"):
        services.close_meeting(coming, programme_manager, TOKEN)
    closed = services.close_meeting(held, programme_manager, TOKEN)
    assert (closed.closed_by, closed.version) == (programme_manager, 2)
    assert services.close_meeting(held, programme_manager, TOKEN).closed_at == closed.closed_at
    with pytest.raises(services.Refused, match="already closed"):
        services.close_meeting(held, programme_manager, UUID(int=7))


def test_the_database_keeps_a_closed_meeting_as_it_is(held, item, programme_manager):
    decision = services.decide(meeting=held, by=programme_manager, on=today(), words="Noted.", agenda_item=item)
    empty = AgendaItem.objects.create(meeting=held, title="Any other business")
    services.close_meeting(held, programme_manager, TOKEN)
    attempts = [
        lambda: Meeting.objects.filter(pk=held.pk).update(place="Elsewhere"),
        lambda: Meeting.objects.filter(pk=held.pk).update(closed_at=None, closed_by=None),
        lambda: AgendaItem.objects.filter(pk=item.pk).update(title="Other"),
        lambda: AgendaItem.objects.create(meeting=held, title="Late item"),
        lambda: AgendaItem.objects.filter(pk=empty.pk).delete(),
        lambda: Decision.objects.create(meeting=held, effective_on=held.held_on, words="More."),
        lambda: Decision.objects.create(meeting=held, effective_on=held.held_on, words="More.", corrects=decision),
    ]
    for attempt in attempts:
        with pytest.raises(Exception, match="closed|taken back is corrected|violates"), transaction.atomic():
            attempt()
    services.reword_decision(decision=decision, by=programme_manager, on=today(), words="Agreed.", reason="Misheard.")
    (shown,) = reading.decisions_of(held)
    assert (shown.words, shown.corrects.words, shown.corrects.voided_by.void_reason) == (
        "Agreed.",
        "Noted.",
        "Misheard.",
    )


def test_the_round_counts_by_lead_post(action, lead_officer, programme_manager, held):
    coming = factories.MeetingFactory(held_on=today() + timedelta(days=7), updates_by=today())
    reported = factories.ActionFactory(strand=action.strand)
    factories.ActionLeadFactory(action=reported, post=action.leads.get())
    plans.record_update(action=reported, by=None, on=today(), narrative="Done so far.")
    nobody = factories.ActionFactory(strand=action.strand)
    refresh([action, nobody])
    found = reading.reported_round(coming, today())
    assert (found.expected, found.reported, found.since) == (3, 1, held.held_on)
    assert [
        (g.post.title if g.post else None, g.count, g.never, [s.action for s in g.actions]) for g in found.owed
    ] == [(None, 1, 1, [nobody]), ("Project lead", 1, 1, [action])]
    made = services.chase(meeting=coming, by=programme_manager, on=today(), posts=[action.leads.get()])
    assert [(c.holder, c.action_count) for c in made] == [(lead_officer, 1)]
    assert services.chase(meeting=coming, by=programme_manager, on=today(), posts=[action.leads.get()]) == []
    assert [s.strand for s in reading.signoffs_of(coming, today())] == [action.strand]
