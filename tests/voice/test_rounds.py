"""A round is written by those whose voice it is, seen by nobody else, and never changed once it is released."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, ProgrammingError
from django.urls import reverse

from apps.accounts.models import Role
from apps.core.dates import today
from apps.voice import services
from apps.voice.models import DraftEntry, DraftIssue, Issue, Round, Speaker, VoiceRating
from apps.voice.services import Refused, Stale
from tests import factories
from tests.cast import client_of, make_person
from tests.tables import rows_everywhere
from tests.voice.makers import HEARD, a_draft, a_round, a_speaker

TYPED = {"heard_from": "1/10/2026", "heard_to": "31/10/2026", "how": "event", "how_many": "12"}


@pytest.fixture
def finding(db):
    return factories.FindingFactory(reference="PA1", plain_title="Waiting")


@pytest.fixture
def speaker(parent):
    return a_speaker(organisation=parent.acting.organisation)


@pytest.fixture
def forum_youth(db):
    return a_speaker("Youth Forum")


def send(client, name, *keys, **fields):
    return client.post(reverse(f"voice:{name}", args=keys), fields)


def test_a_representative_writes_a_round_looks_at_it_and_releases_it(parent, speaker, finding):
    client = client_of(parent)
    begun = send(client, "round-add", speaker.pk, **TYPED)
    draft = Round.objects.get()
    assert begun.url == reverse("voice:round", args=[draft.pk])
    second = factories.FindingFactory(inspection=finding.inspection, reference="PA2")
    said = send(client, "entry", draft.pk, finding.pk, version=0, rating="not_felt", comment="We still wait.")
    assert said.url == reverse("voice:entry", args=[draft.pk, second.pk])
    last = send(client, "entry", draft.pk, second.pk, version=0, rating="", comment="")
    assert last.url == reverse("voice:round", args=[draft.pk])
    send(client, "draft-issue-add", draft.pk, words="Nobody rings back.", how_many="3", finding=second.pk)
    look = client.get(reverse("voice:round-release", args=[draft.pk]))
    assert "Nobody can change it afterwards, not even you." in look.text
    draft.refresh_from_db()
    assert send(client, "round-release", draft.pk, version=draft.version, is_read="on").status_code == 302
    rating, issue = VoiceRating.objects.get(), Issue.objects.get()
    assert (rating.rating, rating.comment, rating.effective_on) == ("not_felt", "We still wait.", date(2026, 10, 31))
    assert (issue.words, issue.how_many, issue.finding, issue.effective_on) == (
        "Nobody rings back.",
        3,
        second,
        date(2026, 10, 31),
    )
    draft.refresh_from_db()
    assert (draft.state, draft.released_by, draft.released_at is None) == ("released", parent, False)
    assert (DraftEntry.objects.count(), DraftIssue.objects.count()) == (0, 0)
    assert "“We still wait.”" in client.get(draft.get_absolute_url()).text


@pytest.mark.parametrize("role", sorted(Role))
def test_nobody_but_its_representatives_sees_a_draft(speaker, finding, parent, council, role):
    draft = a_draft(speaker, parent)
    services.say(draft=draft, finding=finding, version=0, rating="felt", comment="Only ours.")
    other = client_of(make_person(role, council, "Other"))
    for name in ("round", "round-edit", "round-release", "round-drop", "draft-issue-add"):
        assert other.get(reverse(f"voice:{name}", args=[draft.pk])).status_code == 404
    assert other.get(reverse("voice:entry", args=[draft.pk, finding.pk])).status_code == 404
    before = rows_everywhere()
    assert send(other, "entry", draft.pk, finding.pk, version=1, rating="not_felt").status_code == 404
    assert send(other, "round-release", draft.pk, version=2, is_read="on").status_code == 404
    assert send(other, "round-drop", draft.pk, version=2).status_code == 404
    assert rows_everywhere() == before
    said = other.get(reverse("voice:said")).text
    assert "Only ours." not in said
    assert "No voice has released anything yet." in said


def test_a_colleague_of_the_same_forum_writes_on(parent, speaker, finding):
    draft = a_draft(speaker, parent)
    colleague = make_person(Role.PARENT_REPRESENTATIVE, parent.acting.organisation, "Colleague")
    assert send(client_of(colleague), "entry", draft.pk, finding.pk, version=0, rating="felt").status_code == 302
    assert DraftEntry.objects.get().rating == "felt"


def test_the_history_never_holds_the_words_of_a_draft(parent, speaker, finding):
    draft = a_draft(speaker, parent)
    services.say(draft=draft, finding=finding, version=0, rating="felt", comment="Unsaid in the end.")
    services.raise_issue(draft=draft, words="Unsaid in the end.")
    draft.refresh_from_db()
    services.drop_round(draft=draft, version=draft.version)
    assert everywhere("Unsaid in the end.") == []


def everywhere(words):
    """The tables of this app in which some words stand."""
    with connection.cursor() as cursor:
        names = [n for n in connection.introspection.table_names(cursor) if n.startswith("voice_")]
        found = []
        for name in names:
            cursor.execute(f'SELECT count(*) FROM "{name}" t WHERE t::text LIKE %s', [f"%{words}%"])  # noqa: S608
            found += [name] if cursor.fetchone()[0] else []
    return found


def test_only_a_representative_or_a_programme_manager_brings_a_voice_without_sign_in(
    forum_youth, parent, programme_manager, administrator, lead_officer
):
    for person, status in ((parent, 302), (programme_manager, 302), (administrator, 403), (lead_officer, 403)):
        typed = TYPED | {"brought_by": "Two members"}
        assert send(client_of(person), "round-add", forum_youth.pk, **typed).status_code == status
    assert list(Round.objects.order_by("pk").values_list("written_by", flat=True)) == [parent.pk, programme_manager.pk]
    # Each sees only their own draft.
    theirs = Round.objects.get(written_by=programme_manager)
    assert client_of(parent).get(theirs.get_absolute_url()).status_code == 404


def test_a_manager_never_writes_for_a_voice_with_representatives(speaker, programme_manager):
    assert send(client_of(programme_manager), "round-add", speaker.pk, **TYPED).status_code == 404


def test_who_brought_it_is_asked_and_shown(forum_youth, parent, finding):
    client = client_of(parent)
    assert "Say who brought what was said" in send(client, "round-add", forum_youth.pk, **TYPED).text
    released = a_round(forum_youth, [(finding, "starting", "")], by=parent, brought_by="The group’s youth worker")
    for address in (released.get_absolute_url(), reverse("voice:said")):
        assert "Brought by: The group’s youth worker" in client.get(address).text


def test_why_and_how_a_voice_is_passed_on_is_said_where_it_is_begun(forum_youth, speaker, parent):
    why = "Youth Forum does not sign in here, so you pass on what it said. Readers see it as the words of Youth Forum, "
    client = client_of(parent)
    for name in ("round-add", "issue-add"):
        assert f"{why}with “Brought by” and" in client.get(reverse(f"voice:{name}", args=[forum_youth.pk])).text
        assert "you pass on" not in client.get(reverse(f"voice:{name}", args=[speaker.pk])).text


@pytest.mark.parametrize("typed", ["1", " 1 ", "01"])
def test_what_one_person_said_is_saved_only_with_a_tick(parent, speaker, typed):
    client, alone = client_of(parent), TYPED | {"how_many": typed}
    page = send(client, "round-add", speaker.pk, **alone).text
    words = "You heard one person. People who know the family may see who it is."
    assert page.count(words) == 2 and 'name="is_safe_of_one"' in page
    assert not Round.objects.exists()
    assert send(client, "round-add", speaker.pk, is_safe_of_one="on", **alone).status_code == 302
    assert Round.objects.get().how_many == 1


def test_one_person_is_asked_about_in_every_form_that_says_how_many_were_heard(parent, speaker):
    client, draft = client_of(parent), a_draft(speaker, parent)
    words = "You heard one person."
    alone = TYPED | {"how_many": "1"}
    assert words in send(client, "round-edit", draft.pk, version=draft.version, **alone).text
    assert words in send(client, "issue-add", speaker.pk, words="Nobody rings back.", **alone).text
    assert list(Round.objects.values_list("how_many", flat=True)) == [12]
    assert "is_safe_of_one" not in client.get(reverse("voice:round-add", args=[speaker.pk])).text


def test_demonstration_people_speak_only_for_demonstration_voices(speaker, parent):
    made_up = a_speaker(organisation=parent.acting.organisation, is_demonstration=True)
    assert send(client_of(parent), "round-add", made_up.pk, **TYPED).status_code == 404
    parent.is_demonstration = True
    parent.save()
    assert send(client_of(parent), "round-add", speaker.pk, **TYPED).status_code == 404
    assert send(client_of(parent), "round-add", made_up.pk, **TYPED).status_code == 302


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"heard_to": "1/1/2099"}, "The last day of listening cannot be in the future"),
        ({"heard_to": "30/9/2026"}, "The last day of listening cannot be before the first"),
        ({"how": "x"}, "Choose how you heard it"),
        ({"how_many": "0"}, "“How many people did you hear?” must be a whole number from 1 to 100,000"),
        ({"how_many": ""}, "Fill in “How many people did you hear?”"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_not_saved(parent, speaker, changes, message):
    assert message in send(client_of(parent), "round-add", speaker.pk, **TYPED | changes).text
    assert Round.objects.count() == 0


def test_an_empty_round_is_not_released(parent, speaker):
    draft = a_draft(speaker, parent)
    with pytest.raises(Refused, match="This draft says nothing yet"):
        services.release(draft=draft, by=parent, version=1)


def test_nobody_releases_what_they_have_not_seen(parent, speaker, finding):
    draft = a_draft(speaker, parent)
    services.say(draft=draft, finding=finding, version=0, rating="felt", comment="Later words.")
    page = send(client_of(parent), "round-release", draft.pk, version=1, is_read="on")
    assert "changed" in page.text
    assert "Later words." in page.text
    assert Round.objects.get().state == "draft"


def test_two_representatives_never_overwrite_each_other(parent, speaker, finding):
    draft = a_draft(speaker, parent)
    services.say(draft=draft, finding=finding, version=0, rating="felt", comment="First.")
    page = send(client_of(parent), "entry", draft.pk, finding.pk, version=0, rating="not_felt", comment="Second.")
    assert "What is saved now" in page.text
    assert "First." in page.text
    assert DraftEntry.objects.get().comment == "First."
    issue = services.raise_issue(draft=draft, words="First.")
    services.change_issue(issue=issue, version=1, words="First, in other words.")
    with pytest.raises(Stale):
        services.change_issue(issue=issue, version=1, words="Second.")
    with pytest.raises(Stale):
        services.change_round(draft=draft, on=today(), version=1, **HEARD)


def test_a_double_click_counts_once(parent, speaker):
    client = client_of(parent)
    token = "6f1c1d0e-0000-4000-8000-000000000009"
    for _ in range(2):
        send(client, "round-add", speaker.pk, token=token, **TYPED)
        send(client, "issue-add", speaker.pk, token=token[:-1] + "8", words="Nobody rings back.", **TYPED)
    assert Round.objects.count() == 2
    draft = Round.objects.get(draft_issues__words="Nobody rings back.")
    for _ in range(2):
        services.release(draft=draft, by=parent, version=2)
    assert Issue.objects.count() == 1


def test_an_issue_alone_is_a_round_of_its_own(parent, speaker):
    client = client_of(parent)
    response = send(client, "issue-add", speaker.pk, words="Nobody rings back.", **TYPED)
    draft = Round.objects.get()
    assert response.url == reverse("voice:round-release", args=[draft.pk])
    send(client, "round-release", draft.pk, version=draft.version, is_read="on")
    assert Issue.objects.get().words == "Nobody rings back."


def test_an_issue_is_taken_out_of_a_draft_and_a_draft_thrown_away(parent, speaker):
    client, draft = client_of(parent), a_draft(speaker, parent)
    issue = services.raise_issue(draft=draft, words="Nobody rings back.")
    send(client, "draft-issue-edit", draft.pk, issue.pk, version=1, words="Nobody rings back.", is_dropped="on")
    assert DraftIssue.objects.count() == 0
    draft.refresh_from_db()
    assert send(client, "round-drop", draft.pk, version=draft.version).url == reverse("voice:said")
    assert Round.objects.count() == 0


def test_a_released_round_is_read_by_all_and_changed_by_nobody(parent, speaker, finding, administrator):
    released = a_round(speaker, [(finding, "felt", "Better.")], by=parent)
    for person in (parent, administrator):
        client = client_of(person)
        assert client.get(released.get_absolute_url()).status_code == 200
        for name in ("round-edit", "round-release", "round-drop", "draft-issue-add"):
            assert send(client, name, released.pk, version=2, is_read="on").status_code == 403
        page = send(client, "entry", released.pk, finding.pk, version=0, rating="not_felt")
        assert (page.status_code, "Nobody changes it any more" in page.text) == (403, True)
    with pytest.raises(Refused, match="released meanwhile"):
        services.say(draft=released, finding=finding, version=0, rating="not_felt")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE voice_round SET how_many = 1",
        "UPDATE voice_round SET state = 'draft', released_at = NULL",
        "DELETE FROM voice_round",
        "UPDATE voice_voicerating SET rating = 'felt'",
        "DELETE FROM voice_voicerating",
        "UPDATE voice_issue SET words = 'Other'",
        "DELETE FROM voice_issue",
        "UPDATE voice_speaker SET organisation_id = NULL",
        "INSERT INTO voice_voicerating (round_id, finding_id, rating, comment, effective_on, void_reason)"
        " SELECT round_id, finding_id + 1, 'felt', '', effective_on, '' FROM voice_voicerating",
        "INSERT INTO voice_draftissue (round_id, words, version) SELECT id, 'More', 1 FROM voice_round",
        "INSERT INTO voice_round (speaker_id, heard_from, heard_to, how, how_many, brought_by, is_on_behalf, state,"
        " released_at, version) SELECT speaker_id, heard_from, heard_to, how, how_many, '', false, 'released', now(), 1"
        " FROM voice_round",
    ],
)
def test_the_database_refuses_to_change_what_was_released(parent, speaker, finding, statement):
    factories.FindingFactory(pk=finding.pk + 1)
    a_round(speaker, [(finding, "not_felt", "")], ["Nobody rings back."], by=parent)
    before = rows_everywhere()
    with (
        pytest.raises((IntegrityError, InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert rows_everywhere() == before
    assert VoiceRating.objects.get().rating == "not_felt"
    assert Speaker.objects.get().organisation == parent.acting.organisation
