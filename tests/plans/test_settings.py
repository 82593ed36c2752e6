"""The words of the ratings and the numbers of the rules: dated, and every action is rated anew."""

from datetime import date

from django.urls import reverse

from apps.core.dates import today
from apps.core.models import Job
from apps.plans.forms.settings import NUMBERS
from apps.plans.jobs import refresh_all
from apps.plans.legend import legend as legend_on
from apps.plans.legend import thresholds
from apps.plans.models import RatingWord, Standing, Thresholds
from tests import factories
from tests.cast import client_of

NUMBERS_PAGE = reverse("plans:thresholds")


def numbers(**changed):
    defaults = {column.name: column.default for column in NUMBERS}
    return defaults | changed


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
    client_of(administrator).post(address, {"word": "Wobbly", "shape": "■", "meaning": "It wobbles."})
    assert legend_on(today())["at_risk"].word == "Wobbly"
    assert legend_on(date(2026, 1, 1))["at_risk"].word == "At risk"
    assert "Wobbly" in client_of(administrator).get(reverse("plans:how-ratings-work")).text


def test_a_bad_word_is_refused(administrator, legend):
    address = reverse("plans:legend-edit", args=["at_risk"])
    response = client_of(administrator).post(address, {"word": "", "shape": "x", "meaning": ""})
    assert "Fill in “Word”" in response.text
    assert RatingWord.objects.count() == 5
    assert client_of(administrator).get(reverse("plans:legend-edit", args=["purple"])).status_code == 404
