"""The parents' page: plain words, published plans, what is missing said plainly."""

from datetime import date, timedelta

from django.urls import reverse

from apps.core.dates import today
from apps.core.words import explain, joined, plural
from apps.inspections.models import GlossaryEntry
from apps.plans import services
from tests import factories
from tests.cast import client_of

FAMILIES = reverse("dashboards:families")


def kept(action, on):
    services.add_evidence(
        action=action, by=None, on=on, title="Link", shows="done", effective_on=on, link="https://example.org/"
    )
    services.say_done(action=action, by=None, on=on, reason="Done.")
    services.accept(action=action, by=None, on=on, reason="Seen.")


def test_promises_are_counted_in_words(action, parent):
    kept(factories.ActionFactory(strand=action.strand), today())
    factories.ActionFactory(strand=action.strand, title="Late promise", original_due_on=date(2026, 10, 31))
    text = client_of(parent).get(FAMILIES).text
    assert "1 of 3 promises kept. 1 is late." in text
    assert "Late promise" in text
    assert "first promised for 31 October 2026" in text


def test_a_withdrawn_promise_no_longer_counts(action, parent, programme_manager):
    services.drop(action=action, by=programme_manager, on=today(), kind="withdrawn", reason="Not needed.")
    assert "This plan has no promises in it yet." in client_of(parent).get(FAMILIES).text


def test_the_words_for_families_are_shown_and_the_boards_are_not(action, lead_officer, parent):
    services.record_update(
        action=action,
        by=lead_officer,
        on=today(),
        narrative="For the Board.",
        families_text="For you.",
        rating="on_track",
    )
    for address in (FAMILIES, action.get_absolute_url()):
        text = client_of(parent).get(address).text
        assert "For you." in text
        assert "For the Board." not in text


def test_missing_words_for_families_are_said(action, lead_officer, parent):
    services.record_update(action=action, by=lead_officer, on=today(), narrative="For the Board.", rating="on_track")
    text = client_of(parent).get(FAMILIES).text
    assert "1 report has not been written for families yet." in text
    assert "Nobody has written this for families yet." in text


def test_what_has_not_changed_is_not_news(action, lead_officer, parent):
    long_ago = today() - timedelta(days=80)
    services.record_update(
        action=action, by=None, on=long_ago, narrative="Old.", families_text="Old news.", rating="on_track"
    )
    assert "Nobody has reported anything." in client_of(parent).get(FAMILIES).text


def test_abbreviations_are_explained_where_they_stand(action, lead_officer, parent):
    GlossaryEntry.objects.create(abbreviation="EP", expansion="educational psychology")
    services.record_update(
        action=action, by=lead_officer, on=today(), narrative="x", families_text="An EP starts.", rating="on_track"
    )
    text = client_of(parent).get(FAMILIES).text
    assert 'An <abbr title="educational psychology">EP</abbr> starts.' in text


def test_explaining_is_safe_and_done_once():
    known = {"EP": "educational psychology", "EHC": "education, health & care", "X": ""}
    words = str(explain("EP, <b>EHC</b>, EP and STEP", known))
    assert words == (
        '<abbr title="educational psychology">EP</abbr>, &lt;b&gt;'
        '<abbr title="education, health &amp; care">EHC</abbr>&lt;/b&gt;, EP and STEP'
    )
    assert str(explain("<i>", {})) == "&lt;i&gt;"


def test_numbers_and_lists_in_words():
    assert (plural(1, "action"), plural(2, "action"), plural(2, "child", "children")) == (
        "1 action",
        "2 actions",
        "2 children",
    )
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
