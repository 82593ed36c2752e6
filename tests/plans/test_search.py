"""Searching the list of all actions: references, strands, leads, abbreviations, one or several."""

from html import unescape

import pytest
from django.urls import reverse

from apps.inspections.models import GlossaryEntry
from apps.plans.search import terms_of
from tests import factories
from tests.cast import client_of

LIST = reverse("plans:action-list")


@pytest.fixture
def actions(legend, council):
    """Five actions of two strands, and two abbreviations that families are told."""
    quality = factories.StrandFactory(reference="PA6", title="Quality of plans")
    elsewhere = factories.StrandFactory(reference="AFI2", title="Alternative provision and EOTAS", plan=quality.plan)
    for strand, reference, title in (
        (quality, "PA6.6", "Issue new plans within 20 weeks"),
        (quality, "PA6.60", "Cut the wait for speech and language therapy"),
        (quality, "PA6.7", "Publish the SALT toolkit"),
        (elsewhere, "AFI2.1", "Recruit a psychologist"),
        (elsewhere, "AFI2.2", "Review the policies of co-production"),
    ):
        action = factories.ActionFactory(strand=strand, reference=reference, title=title)
    post = factories.PostFactory(title="Designated Clinical Officer", organisation=council)
    factories.ActionLeadFactory(action=action, post=post)
    GlossaryEntry.objects.create(abbreviation="SALT", expansion="speech and language therapy")
    GlossaryEntry.objects.create(abbreviation="EOTAS", expansion="educated other than at school")


def found(person, words):
    text = client_of(person).get(LIST, {"q": words}).text
    return [part.split("<")[0] for part in text.split('<span class="ref">')[1:]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("PA6.6", ["PA6.6", "PA6.60"]),
        ("pa6", ["PA6.6", "PA6.7", "PA6.60"]),
        ("AFI2.", ["AFI2.1", "AFI2.2"]),
        ("SALT", ["PA6.7", "PA6.60"]),
        ("salt", ["PA6.7", "PA6.60"]),
        ("speech and language therapy", ["PA6.7", "PA6.60"]),
        ("EOTAS", ["AFI2.1", "AFI2.2"]),
        ("educated other than at school", ["AFI2.1", "AFI2.2"]),
        ("psychologists", ["AFI2.1"]),
        ("psychologist", ["AFI2.1"]),
        ("policies", ["AFI2.2"]),
        ("co-production", ["AFI2.2"]),
        ("clinical officers", ["AFI2.2"]),
        ("alternative recruit", ["AFI2.1"]),
        ("PA6 plans", ["PA6.6", "PA6.7", "PA6.60"]),
        ("PA6 psychologist", []),
        ("²", []),
        ("psychologist's", ["AFI2.1"]),
        ("it's 'quoted' & | ! <-> :* (", []),
    ],
)
def test_what_is_found(actions, programme_manager, words, expected):
    assert found(programme_manager, words) == expected


def test_more_words_than_can_be_looked_for_are_refused(actions, programme_manager):
    words = " ".join(f"word{n}" for n in range(13))
    assert "Search for 12 words or fewer" in client_of(programme_manager).get(LIST, {"q": words}).text
    assert found(programme_manager, "publish " * 20) == ["PA6.7"]


@pytest.mark.parametrize("words", ["'", "%", "_", "& | :* ("])
def test_signs_alone_are_said_to_be_no_words(actions, programme_manager, words):
    text = client_of(programme_manager).get(LIST, {"q": words}).text
    assert "There are no words to search for: enter a letter or a number" in text
    assert "<strong>5 actions</strong>, as at" in " ".join(text.split())
    assert "Filters in use" not in text


def test_a_closed_off_strand_is_not_found_by_those_who_may_not_see_it(actions, scrutiny_member):
    factories.StrandFactory(title="Secret EOTAS", plan=factories.PlanFactory(is_published=False))
    hidden = factories.ActionFactory(strand__plan=factories.PlanFactory(is_published=False), title="Secret EOTAS")
    assert hidden.reference not in found(scrutiny_member, "EOTAS")


def test_the_search_box_stands_outside_the_filters_and_keeps_them(actions, programme_manager):
    text = client_of(programme_manager).get(f"{LIST}?q=plans&flag=live&sort=-due&as_at=2026-11-01").text
    search, filters = text.split('role="search"')[1].split("</form>")[0], text.split('class="filters"')[1]
    assert text.index('role="search"') < text.index("Filter the list")
    for field in ('name="flag" value="live"', 'name="sort" value="-due"', 'name="as_at" value="2026-11-01"'):
        assert field in search
    assert 'name="q"' in search
    assert 'value="plans"' in search
    assert 'name="q" value="plans"' in filters.split("</form>")[0]
    assert unescape(text).count('id="id_q"') == 1


def test_a_term_is_looked_for_in_every_way_it_is_written():
    glossary = [("SALT", "speech and language therapy"), ("SLT", "speech and language therapy")]
    assert [(term.typed, term.query) for term in terms_of("Speech and language therapy waits", glossary)] == [
        (
            "speech and language therapy",
            "('speech':* <-> 'and':* <-> 'language':* <-> 'therapy':*) | ('salt':*) | ('slt':*)",
        ),
        ("waits", "('wait':*)"),
    ]
    assert [term.query for term in terms_of("policies bus class it's", ())] == [
        "(('policies':* | 'policy':*))",
        "('bus':*)",
        "('class':*)",
        "('it':*)",
    ]
