"""The parents' page: plain words, published plans, what is missing said plainly."""

from datetime import date, timedelta

from django.urls import reverse

from apps.core.dates import today
from apps.core.words import Explainer, joined, plural
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


def test_what_changed_since_last_month_is_said_with_what_it_was(action, lead_officer, parent):
    month_end = today().replace(day=1) - timedelta(days=1)
    services.record_update(action=action, by=None, on=month_end, narrative="Good.", rating="on_track")
    services.record_update(
        action=action, by=None, on=today(), narrative="Bad.", families_text="Two people left.", rating="at_risk"
    )
    text = unspaced(client_of(parent).get(FAMILIES).text)
    was, now = text.index("It was</span> <strong"), text.index("and is now</span> <strong")
    assert "On track" in text[was:now]
    assert text[now:].index("At risk") < text[now:].index("Two people left.")


def test_a_date_that_moved_later_is_said_in_days(action, lead_officer, accountable_officer, parent):
    asked = services.ask_extension(
        action=action, by=lead_officer, on=today(), to_due_on=date(2027, 4, 30), reason="Hiring takes longer."
    )
    services.decide_extension(extension=asked, by=accountable_officer, on=today(), is_approved=True)
    assert "Its date moved 30 days later, to 30 April 2027." in client_of(parent).get(FAMILIES).text


def test_a_report_that_changes_nothing_is_counted(action, lead_officer, parent):
    for on in (today() - timedelta(days=60), today()):
        services.record_update(action=action, by=None, on=on, narrative="Same.", rating="on_track")
    assert "Nothing stands differently. 1 promise was reported on." in client_of(parent).get(FAMILIES).text


def unspaced(text):
    return " ".join(text.split())


def test_what_has_not_changed_is_not_news(action, lead_officer, parent):
    long_ago = today() - timedelta(days=80)
    action.__class__.objects.filter(pk=action.pk).update(added_on=long_ago)
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
    assert "An <abbr>EP</abbr> (educational psychology) starts." in text


def test_explaining_is_safe_and_in_full_only_once():
    explain = Explainer({"EP": "educational psychology", "EHC": "education, health & care", "X": ""})
    assert str(explain("EP, <b>EHC</b>, EP and STEP")) == (
        "<abbr>EP</abbr> (educational psychology), &lt;b&gt;<abbr>EHC</abbr> (education, health &amp; care)&lt;/b&gt;, "
        '<abbr title="educational psychology">EP</abbr> and STEP'
    )
    assert explain.words_of("An EHC plan", "and an EP; EHC") == [
        ("EHC", "education, health & care"),
        ("EP", "educational psychology"),
    ]
    explain.again()
    assert str(explain("EP")) == "<abbr>EP</abbr> (educational psychology)"
    assert (str(Explainer({})("<i>")), Explainer({}).words_of("EP")) == ("&lt;i&gt;", [])


def test_numbers_and_lists_in_words():
    assert (plural(1, "action"), plural(2, "action"), plural(2, "child", "children")) == (
        "1 action",
        "2 actions",
        "2 children",
    )
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
