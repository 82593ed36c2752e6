"""Two managers at one meeting: its pack is frozen once, and nothing is recorded of it after it was closed."""

import hashlib

import pytest

from apps.board import services
from apps.board.models import AgendaItem, Decision, LogNote, Meeting
from apps.core.access import working_as
from apps.core.changes import Refused
from apps.core.dates import today
from apps.papers import freezing
from apps.papers.models import Pack
from tests.board import meetings
from tests.hostile.conftest import at_once, in_transaction
from tests.hostile.test_races import send_eight_times

pytestmark = pytest.mark.long
SURE = {"is_sure": "on"}


@pytest.fixture
def held(committed):
    with working_as():
        return meetings.a_meeting(-1)


@pytest.mark.parametrize(
    ("name", "fields", "model"),
    [
        ("item-add", {"position": "3", "title": "Any other business", "purpose": "note", "reason": "x"}, AgendaItem),
        ("decision-add", {"words": "It was agreed."}, Decision),
    ],
)
def test_what_is_recorded_eight_times_is_there_once(committed, held, name, fields, model):
    assert set(send_eight_times(committed.manager, f"board:{name}", [held.pk], fields)) == {302}
    with working_as():
        assert model.objects.count() == 1


def test_a_note_sent_eight_times_is_there_once(committed, held):
    with working_as():
        logged = meetings.a_logged_action(held, committed.action.leads.get())
    fields = {"words": "Begun.", "effective_on": today().strftime("%d/%m/%Y")}
    assert set(send_eight_times(committed.manager, "board:log-note", [logged.pk], fields)) == {302}
    with working_as():
        assert LogNote.objects.count() == 1


def test_a_meeting_closed_eight_times_has_one_pack(committed, held):
    fields = SURE | {"plan": committed.plan.pk}
    assert set(send_eight_times(committed.manager, "papers:meeting-pack", [held.pk], fields)) <= {200, 302}
    with working_as():
        pack = Pack.objects.get()
        assert hashlib.sha256(bytes(pack.content)).hexdigest() == pack.sha256
        assert Meeting.objects.get(pk=held.pk).is_closed


def test_two_managers_who_close_a_meeting_get_one_pack(committed, held):
    works = [
        in_transaction(freezing.freeze, meeting=held, plan=committed.plan, by=person)
        for person in (committed.manager, committed.second)
    ]
    first, second = at_once(*works)
    assert first.pk == second.pk
    with working_as():
        pack = Pack.objects.get()
        assert Meeting.objects.get(pk=held.pk).closed_by == pack.made_by


def test_a_decision_made_while_the_meeting_is_closed_comes_before_the_pack_or_is_refused(committed, held):
    def decide():
        try:
            return meetings.a_decision(held, by=committed.second, words="The last decision.")
        except Refused:
            return None

    freeze = in_transaction(freezing.freeze, meeting=held, plan=committed.plan, by=committed.manager)
    made, pack = at_once(in_transaction(decide), freeze)
    with working_as():
        assert [row.recorded_at <= pack.made_at for row in Decision.objects.all()] == ([True] if made else [])


def test_a_challenge_is_answered_once(committed, held):
    with working_as():
        challenge = services.challenge_rating(
            action=committed.action, by=committed.second, on=today(), words="Three dates were missed."
        )
    words = {"is_changed": False, "words": "The last step is done."}
    works = [
        in_transaction(services.answer_challenge, challenge=challenge, by=person, on=today(), **words)
        for person in (committed.lead, committed.manager)
    ]
    answers = at_once(*works)
    assert sorted(isinstance(answer, Exception) for answer in answers) == [False, True]
