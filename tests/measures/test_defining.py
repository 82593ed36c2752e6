"""Administrators add measures and say what they count; who, when and why is kept."""

import pytest
from django.urls import reverse

from apps.accounts.models import Role
from apps.measures.models import Measure, MeasureFinding
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure

ADD = reverse("admin:measures_measure_add")
NO_LINKS = {"links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0"}
WORDS = {
    "name": "Calls answered in three days",
    "definition": "Calls of families that somebody called back within three working days.",
    "numerator": "calls answered in time",
    "denominator": "all calls",
    "good_direction": "up",
    "position": "7",
    "minimum": "5",
    "version": "1",
    "why": "The Board asked for it.",
}


def change(measure):
    return reverse("admin:measures_measure_change", args=[measure.pk])


def test_a_measure_is_added_with_the_finding_that_it_tells_of(administrator):
    finding = factories.FindingFactory()
    links = {"links-TOTAL_FORMS": "1", "links-INITIAL_FORMS": "0", "links-0-finding": finding.pk}
    links |= {"links-0-position": "0", "links-0-is_headline": "on"}
    data = WORDS | links | {"slug": "calls", "unit": "percent", "grain": "month"}
    response = client_of(administrator).post(ADD, data)
    assert response.status_code == 302, response.context["errors"]
    measure = Measure.objects.get(slug="calls")
    assert (measure.kind, measure.subject, measure.unit, measure.version) == ("manual", "conduct", "percent", 1)
    assert MeasureFinding.objects.get(measure=measure).is_headline
    assert "Calls of families that somebody called back" in client_of(administrator).get("/measures/calls/").text


def test_a_definition_is_changed_with_its_reason_and_what_figures_were_counted_by_stays(administrator):
    measure = a_measure("calls")
    sent = WORDS | NO_LINKS | {"slug": "other", "unit": "days", "kind": "computed", "subject": "children"}
    assert client_of(administrator).post(change(measure), sent).status_code == 302
    measure.refresh_from_db()
    assert (measure.slug, measure.unit, measure.kind, measure.subject) == ("calls", "percent", "manual", "conduct")
    assert (measure.name, measure.version) == ("Calls answered in three days", 2)
    event = measure.events.order_by("-pgh_id").first()
    assert (event.pgh_context["reason"], event.pgh_context["user"]) == ("The Board asked for it.", administrator.pk)


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"why": " "}, "This field is required."),
        ({"version": "2"}, "Somebody changed this measure meanwhile. Open it anew, then change it."),
        ({"definition": ""}, "This field is required."),
        ({"reference": "k1"}, "Another measure has this reference."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(administrator, sent, message):
    a_measure("other", reference="K1")
    measure = a_measure("calls")
    response = client_of(administrator).post(change(measure), WORDS | NO_LINKS | sent)
    assert message in response.text
    measure.refresh_from_db()
    assert (measure.name, measure.version) == ("Calls", 1)


def test_only_administrators_are_led_there(administrator, programme_manager):
    measure = a_measure("calls")
    pages = {reverse("measures:measure-list"): ADD, measure.get_absolute_url(): change(measure)}
    for person in (administrator, programme_manager):
        for page, link in pages.items():
            is_led = f'href="{link}"' in client_of(person).get(page).text
            assert is_led == (person.role == Role.ADMINISTRATOR)
    assert client_of(programme_manager).get(change(measure)).status_code in (302, 403)
