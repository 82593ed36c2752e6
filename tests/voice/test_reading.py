"""What families last said, as at a date, told apart by speaker and by whether it is made up."""

from datetime import date

import pytest
from django.db import connection

from apps.inspections.models import Finding
from apps.plans.models import Strand
from apps.voice import reading
from tests import factories
from tests.voice.makers import a_draft, a_forum, a_round, a_speaker

ON = date(2026, 11, 27)


@pytest.fixture
def finding(db):
    return factories.FindingFactory(reference="PA1")


@pytest.fixture
def forum(db):
    return a_speaker(organisation=a_forum())


@pytest.fixture
def youth(db):
    return a_speaker("Youth Forum")


def in_month(month):
    return {"heard_from": date(2026, month, 1), "heard_to": date(2026, month, 28)}


def said_of(finding, on=ON, is_demonstration=False):
    rows = Finding.objects.annotate(said=reading.voices(on)).get(pk=finding.pk).said
    return reading.lived(rows, is_demonstration)


def test_of_each_speaker_the_newest_released_rating_counts(finding, forum, youth):
    a_round(forum, [(finding, "not_felt", "Late.")], **in_month(3))
    a_round(forum, [(finding, "starting", "Better.")], **in_month(9))
    a_round(youth, [(finding, "felt", "")], **in_month(8))
    a_draft(forum, **in_month(10))
    lived = said_of(finding)
    assert [(v.speaker, v.rating, v.comment, v.heard_to) for v in lived.voices] == [
        ("Bury2gether", "starting", "Better.", date(2026, 9, 28)),
        ("Youth Forum", "felt", "", date(2026, 8, 28)),
    ]
    assert (lived.code, lived.words, lived.shape, lived.differs) == ("starting", "Starting to feel it", "★☆", True)
    assert lived.sentence == "They differ. Bury2gether: starting to feel it; Youth Forum: felt."
    assert lived.heard_to == date(2026, 9, 28)
    assert lived.voices[1].from_words == "12 people, at an event"
    assert lived.voices[1].brought_by == "Two members of the group"


def test_as_at_and_as_known_then(finding, forum):
    a_round(forum, [(finding, "not_felt", "")], **in_month(3))
    a_round(forum, [(finding, "felt", "")], **in_month(9))
    assert said_of(finding, date(2026, 9, 27)).code == "not_felt"
    assert said_of(finding, date(2026, 3, 27)).code is None
    # All of this was recorded today, so that nothing was known a year ago.
    with connection.cursor() as cursor:
        cursor.execute("SELECT now() - interval '1 year', clock_timestamp()")
        before, now = cursor.fetchone()
    assert reading.latest_voices([finding], ON, before) == {}
    assert [voice.rating for voice in reading.latest_voices([finding], ON, now)[finding.pk]] == ["felt"]


def test_silence_is_silence(finding):
    lived = said_of(finding)
    assert (lived.code, lived.words, lived.shape, lived.sentence) == (None, "Nobody has said", "··", "")
    assert lived.heard_to is None


def test_voices_that_agree_are_told_together(finding, forum, youth):
    for speaker in (forum, youth):
        a_round(speaker, [(finding, "not_felt", "")])
    lived = said_of(finding)
    assert (lived.differs, lived.sentence) == (False, "Bury2gether and Youth Forum: not felt yet.")


def test_what_is_made_up_never_stands_beside_what_is_real(finding, forum):
    made_up = a_speaker("Bury2gether", is_demonstration=True)
    a_round(made_up, [(finding, "felt", "")])
    a_round(forum, [(finding, "not_felt", "")])
    assert said_of(finding).code == "not_felt"
    assert said_of(finding, is_demonstration=True).code == "felt"


def test_a_strand_hears_all_voices_of_its_findings(finding, forum, youth, django_assert_num_queries):
    other, elsewhere = factories.FindingFactory(), factories.FindingFactory()
    strand = factories.StrandFactory()
    strand.findings.add(finding, other)
    a_round(forum, [(finding, "felt", ""), (other, "starting", ""), (elsewhere, "not_felt", "")])
    a_round(youth, [(other, "felt", "")])
    with django_assert_num_queries(1):
        rows = Strand.objects.annotate(said=reading.voices_of_strand(ON)).get().said
        lived = reading.lived(rows, False)
    assert sorted((v.speaker, v.finding, v.rating) for v in lived.voices) == [
        ("Bury2gether", finding.pk, "felt"),
        ("Bury2gether", other.pk, "starting"),
        ("Youth Forum", other.pk, "felt"),
    ]
    assert lived.code == "starting"


def test_one_query_for_any_number_of_findings(finding, forum, django_assert_num_queries):
    others = [factories.FindingFactory() for _ in range(3)]
    a_round(forum, [(row, "felt", "") for row in (finding, *others)])
    with django_assert_num_queries(1):
        said = reading.latest_voices([finding, *others], ON)
    assert {key: len(voices) for key, voices in said.items()} == {row.pk: 1 for row in (finding, *others)}
