"""The parents' page: plain words, published plans, what is missing said plainly."""

from datetime import date, timedelta

from django.urls import reverse

from apps.core.dates import today
from apps.core.words import Explainer, joined, plural
from apps.inspections.models import GlossaryEntry, Judgement
from apps.plans import services
from apps.plans.standing import refresh
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


def test_promises_of_which_nobody_has_said_anything_are_not_counted_as_broken(action, parent):
    text = client_of(parent).get(FAMILIES).text
    assert text.count("1 promise. Nobody has said whether it was kept.") == 2
    assert "0 of 1" not in text
    factories.ActionFactory(strand=action.strand)
    assert "2 promises. Nobody has said whether they were kept." in client_of(parent).get(FAMILIES).text
    services.record_update(action=action, by=None, on=today(), narrative="Begun.", rating="on_track")
    assert "0 of 2 promises kept." in client_of(parent).get(FAMILIES).text


def test_a_closed_plan_shows_how_inspectors_judged_it_later(action, parent):
    plan, other = action.plan, factories.StrandFactory(plan=action.plan)
    visit = factories.InspectionFactory(started_on=date(2026, 10, 1), ended_on=date(2026, 10, 2))
    for strand, verdict, on in (
        (action.strand, "sufficient", date(2026, 10, 20)),
        (other, "not_sufficient", date(2026, 10, 20)),
        (other, "sufficient", plan.starts_on - timedelta(days=1)),
    ):
        finding = factories.FindingFactory()
        strand.findings.add(finding)
        Judgement.objects.create(
            finding=finding,
            inspection=visit,
            verdict=verdict,
            sentence="So.",
            text="Seen.",
            effective_on=on,
            source="x",
        )
    services.record_update(action=action, by=None, on=date(2026, 10, 1), narrative="For the Board.", rating="on_track")
    plan.closed_on, plan.closed_reason = date(2026, 10, 21), "Judged."
    plan.save()
    refresh(plan.actions.all())
    text = unspaced(client_of(parent).get(FAMILIES).text)
    assert "Inspectors judged progress sufficient in 1 area and not sufficient in 1, on 20 October 2026." in text
    assert "Inspectors judged it on 20 October 2026: <strong>sufficient progress</strong>." in text
    assert "Inspectors judged it on 20 October 2026: <strong>not sufficient progress</strong>." in text
    assert text.count("Inspectors judged it on") == 2
    assert "written for families yet" not in text
    assert "This plan was closed on 21 October 2026: Judged." in text
    before = client_of(parent).get(f"{FAMILIES}?as_at=2026-10-19").text
    assert "Inspectors judged" not in before
    assert "1 report has not been written for families yet." in before


def test_a_late_promise_is_not_named_again_as_the_next(action, parent):
    late = factories.ActionFactory(strand=action.strand, title="Late promise", original_due_on=date(2026, 10, 31))
    asked = services.ask_extension(action=late, by=None, on=today(), to_due_on=date(2026, 12, 31), reason="Late.")
    services.decide_extension(extension=asked, by=None, on=today(), is_approved=True)
    text = client_of(parent).get(FAMILIES).text
    named = text.split("<p>Next: ")[1].split("</p>")[0]
    assert action.title in named
    assert "Late promise" not in named
    assert text.count("Late promise</a>, first promised for 31 October 2026") == 1


def test_all_promises_are_open_on_paper(action, parent):
    assert '<details class="govuk-details prints"><summary' in client_of(parent).get(FAMILIES).text


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
    ask = "Nobody has written this for families yet. You can ask the Project lead, or the council’s SEND team."
    text = client_of(parent).get(FAMILIES).text
    assert "1 report has not been written for families yet." in text
    assert ask in text
    assert ask in client_of(parent).get(action.get_absolute_url()).text


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
