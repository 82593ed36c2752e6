"""The words of the ratings and the numbers of the rules: dated, and every action is rated anew."""

import re
import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from apps.core.dates import today
from apps.core.models import Job
from apps.plans.forms.settings import NUMBERS, PLAIN
from apps.plans.jobs import refresh_all
from apps.plans.legend import legend as legend_on
from apps.plans.legend import thresholds
from apps.plans.models import RatingWord, Standing, Thresholds
from apps.plans.rules import ACTION_RULE, REASON_WORDS, STRAND_RULE, Tally, in_words, roll_up
from tests import factories
from tests.cast import client_of

NUMBERS_PAGE = reverse("plans:thresholds")


def numbers(**changed):
    defaults = {column.name: column.default for column in NUMBERS}
    return defaults | {"reason": "The Board agreed."} | changed


def word_form(**changed):
    return {"word": "At risk", "shape": "◆", "meaning": "It wobbles.", "reason": "The Board agreed."} | changed


def test_new_numbers_hold_from_today_and_ask_for_a_new_rating(administrator):
    Thresholds.objects.create(effective_on=date(2020, 1, 1))
    client_of(administrator).post(NUMBERS_PAGE, numbers(stale_days=50))
    assert thresholds(today()).stale_days == 50
    assert thresholds(date(2020, 1, 1)).stale_days == 35
    assert Job.objects.get().kind == "plans.refresh_all"


def test_numbers_out_of_range_are_refused(administrator):
    for wrong in ({"stale_days": 0}, {"strand_off_track_share": 101}, {"no_change_count": 1}, {"due_soon_days": "x"}):
        assert "must be a whole number" in client_of(administrator).post(NUMBERS_PAGE, numbers(**wrong)).text
    assert not Thresholds.objects.exists()


def test_rating_anew_follows_the_new_numbers(legend):
    action = factories.ActionFactory(added_on=date(2026, 1, 1), start_on=date(2026, 11, 10))
    standing = Standing.objects.on
    assert standing(date(2026, 11, 20)).get(action=action).rule_rating == "on_track"
    Thresholds.objects.create(effective_on=date(2026, 11, 1), start_grace_days=5)
    seen = []
    refresh_all(lambda done, total: seen.append((done, total)))
    assert standing(date(2026, 11, 20)).get(action=action).rule_reason == "start_missed"
    assert seen == [(1, 1)]
    before = list(Standing.objects.values_list("starts_on", "rule_reason"))
    refresh_all(lambda done, total: None)
    assert list(Standing.objects.values_list("starts_on", "rule_reason")) == before


def test_a_new_word_leaves_earlier_dates_their_own(administrator, legend):
    address = reverse("plans:legend-edit", args=["at_risk"])
    client_of(administrator).post(address, word_form(word="Wobbly", shape="■"))
    assert legend_on(today())["at_risk"].word == "Wobbly"
    assert legend_on(date(2026, 1, 1))["at_risk"].word == "At risk"
    assert "Wobbly" in client_of(administrator).get(reverse("plans:how-ratings-work")).text


def test_a_bad_word_is_refused(administrator, legend):
    address = reverse("plans:legend-edit", args=["at_risk"])
    response = client_of(administrator).post(address, {"word": "", "shape": "x", "meaning": ""})
    assert "Fill in “Word”" in response.text
    assert RatingWord.objects.count() == 5
    assert client_of(administrator).get(reverse("plans:legend-edit", args=["purple"])).status_code == 404


AT_RISK = reverse("plans:legend-edit", args=["at_risk"])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"word": "OFF track"}, "“OFF track” is the word of another rating: choose another word"),
        ({"shape": "▲"}, "▲ triangle stands for “Off track”: choose another shape"),
        ({"reason": " "}, "Say why you are making this change"),
    ],
)
def test_a_word_or_shape_of_another_rating_is_refused(administrator, legend, fields, message):
    assert message in client_of(administrator).post(AT_RISK, word_form(**fields)).text
    assert RatingWord.objects.count() == 5


@pytest.mark.parametrize(
    ("on", "changed"),
    [
        (date(2026, 5, 1), {"word": "off TRACK ", "shape": "★"}),
        (date(2026, 5, 1), {"word": "Wobbly", "shape": "▲"}),
    ],
)
def test_the_database_refuses_two_ratings_of_one_word_or_shape(legend, on, changed):
    with pytest.raises(IntegrityError, match="same word or shape"), transaction.atomic():
        RatingWord.objects.create(code="at_risk", effective_on=on, **changed)


def test_a_word_that_another_rating_has_given_up_may_be_taken(legend):
    RatingWord.objects.create(code="off_track", word="Late", shape="■", effective_on=date(2026, 5, 1))
    RatingWord.objects.create(code="at_risk", word="Off track", shape="▲", effective_on=date(2026, 5, 1))
    with pytest.raises(IntegrityError, match="same word or shape"), transaction.atomic():
        RatingWord.objects.create(code="at_risk", word="Off track", shape="★", effective_on=date(2026, 4, 30))
    assert legend_on(date(2026, 5, 1))["at_risk"].word == "Off track"


def test_a_form_that_is_sent_twice_counts_once(administrator, legend):
    client, token = client_of(administrator), uuid.uuid4()
    for _ in range(2):
        client.post(AT_RISK, word_form(word="Wobbly", token=token))
        client.post(NUMBERS_PAGE, numbers(stale_days=50, token=uuid.UUID(int=token.int ^ 1)))
    assert (RatingWord.objects.count(), Thresholds.objects.count(), Job.objects.count()) == (6, 1, 1)


def test_why_it_was_changed_is_kept_with_the_row_and_in_its_history(administrator, legend):
    client = client_of(administrator)
    client.post(AT_RISK, word_form(word="Wobbly", reason="Too soft a word."))
    client.post(NUMBERS_PAGE, numbers(stale_days=50, reason="Reports are monthly."))
    word, row = RatingWord.objects.get(word="Wobbly"), Thresholds.objects.get()
    assert (word.reason, row.reason) == ("Too soft a word.", "Reports are monthly.")
    for kept, reason in ((word, word.reason), (row, row.reason)):
        event = type(kept).pgh_event_model.objects.get(pgh_obj_id=kept.pk)
        assert (event.reason, event.pgh_context["reason"]) == (reason, reason)


def test_every_number_says_what_it_does(administrator, legend):
    assert set(PLAIN) == {column.name for column in NUMBERS}
    client_of(administrator).post(AT_RISK, word_form(word="Wobbly"))
    text = client_of(administrator).get(NUMBERS_PAGE).text
    assert "An action on which nobody has reported for more days than this is wobbly." in text
    assert "Per cent of actions that make a part of a plan wobbly" in text


def test_the_rules_speak_in_the_words_of_the_day(administrator, action):
    client = client_of(administrator)
    client.post(AT_RISK, word_form(word="Wobbly"))
    client.post(reverse("plans:legend-edit", args=["off_track"]), word_form(word="Lost", shape="▲"))
    words = legend_on(today())
    said = " ".join(in_words(ACTION_RULE + STRAND_RULE, thresholds(today()), words))
    assert "It is wobbly when a milestone is late" in said
    assert "a critical action is lost by the dates" in said
    assert not re.search("at risk|off track|[{}]", said)
    assert roll_up(Tally(off_track=1, on_track=1), 25, 25).said(words) == "1 action is lost by the dates, of 2 open."
    assert (
        roll_up(Tally(at_risk=1, on_track=9), 25, 25).said(words) == "By the dates none is lost; 1 of 10 open wobbly."
    )
    assert roll_up(Tally(on_track=1), 25, 25).said(words) == "By the dates none of its actions is lost or wobbly."
    assert not re.search("at risk|off track|on track", " ".join(REASON_WORDS.values()))
    report = client.get(reverse("plans:action-update", args=[action.pk])).text
    assert "Why is it lost or wobbly?" in report
    earlier = in_words(STRAND_RULE, thresholds(date(2026, 1, 1)), legend_on(date(2026, 1, 1)))
    assert "It is at risk when any action is off track by the dates" in earlier[2]
