"""Representatives who write and release at the same moment: nothing twice, nothing lost, nothing after the release."""

import pytest

from apps.accounts.models import Organisation, Role
from apps.core.access import working_as
from apps.voice import services
from apps.voice.models import DraftEntry, DraftIssue, Issue, Round, VoiceRating
from tests import factories
from tests.cast import make_person
from tests.hostile.conftest import at_once, in_transaction
from tests.hostile.test_races import send_eight_times
from tests.voice import makers

pytestmark = pytest.mark.long


@pytest.fixture
def draft(committed):
    with working_as():
        person = make_person(Role.PARENT_REPRESENTATIVE, Organisation.objects.first(), "Representative")
        draft = makers.a_draft(makers.a_speaker(organisation=person.acting.organisation), person)
        services.raise_issue(draft=draft, words="Nobody rang back.")
        draft.refresh_from_db()
        draft.person = person
    return draft


def test_a_round_released_eight_times_is_released_once(draft):
    statuses = send_eight_times(draft.person, "voice:round-release", [draft.pk], {"is_read": "on"})
    assert set(statuses) <= {302, 403}
    with working_as():
        assert (Issue.objects.count(), DraftIssue.objects.count(), Round.objects.get().state) == (1, 0, "released")


def test_an_issue_sent_eight_times_is_written_once(draft):
    statuses = send_eight_times(draft.person, "voice:draft-issue-add", [draft.pk], {"words": "Letters are late."})
    assert set(statuses) == {302}
    with working_as():
        assert DraftIssue.objects.count() == 2


def test_what_is_said_while_the_round_is_released_is_in_it_or_refused(draft):
    with working_as():
        finding = factories.FindingFactory()

    def say():
        try:
            services.say(draft=draft, finding=finding, version=0, rating="felt")
        except services.Refused:
            return "refused"
        return "said"

    def release():
        try:
            services.release(draft=draft, by=draft.person, version=draft.version)
        except services.Stale:
            return "stale"
        return "released"

    said, done = at_once(in_transaction(say), in_transaction(release))
    assert (said, done) in {("said", "stale"), ("refused", "released")}
    with working_as():
        assert DraftEntry.objects.count() == (1 if said == "said" else 0)
        assert VoiceRating.objects.count() == 0
