"""What anybody may read: all that is published, and not a word of anything else."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from apps.accounts.models import Post
from apps.core.dates import today
from apps.inspections.models import GlossaryEntry, Judgement, LocalClaim, MonitoringEvent
from apps.measures.models import Openness
from apps.plans import editing, services
from apps.plans.models import Plan, StrandRating
from apps.voice.services import say
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure, of_year
from tests.test_links import links_of
from tests.voice.makers import a_draft, a_round, a_speaker

SECRET = "zq-secret"
ON = date(2026, 11, 24)


def proved(action, by):
    services.add_evidence(
        action=action, by=by, on=ON, title=SECRET, shows="done", effective_on=ON, link="https://zq-secret.org/"
    )


@pytest.fixture
def promised(legend, lead_officer, council):
    """A published plan with one promise kept, one late and one that nobody spoke of, in answer to a finding."""
    finding = factories.FindingFactory(title="Children wait too long", text="Leaders should act for SEND.")
    plan = factories.PlanFactory(name="Plan for SEND", note=SECRET, source=SECRET)
    strand = factories.StrandFactory(plan=plan, reference="PA1", title="Waiting", note=SECRET)
    strand.findings.add(finding)
    kept, late, _ = (
        factories.ActionFactory(
            strand=strand,
            title=f"Promise {n}",
            original_due_on=due,
            description=SECRET,
            success_criteria=SECRET,
            due_text=SECRET,
            source=SECRET,
        )
        for n, due in ((1, date(2027, 3, 31)), (2, date(2026, 11, 1)), (3, date(2027, 3, 31)))
    )
    services.record_update(
        action=late,
        by=lead_officer,
        on=ON,
        narrative=SECRET,
        families_text="We are sorry for the wait.",
        rating="off_track",
        why=SECRET,
        being_done=SECRET,
        board_ask=SECRET,
        back_on=date(2027, 1, 1),
    )
    proved(kept, lead_officer)
    services.say_done(action=kept, by=lead_officer, on=ON, reason=SECRET)
    services.accept(action=kept, by=factories.PersonFactory(name=SECRET), on=ON, reason=SECRET)
    return strand


@pytest.fixture
def secrets(promised, lead_officer, council):
    """A marked secret in everything that is not public, beside what is."""
    finding = promised.findings.get()
    action = promised.actions.order_by("pk").last()
    for is_published, is_demonstration in ((False, False), (True, True), (False, True)):
        plan = factories.PlanFactory(
            name=f"{SECRET} {is_published} {is_demonstration}",
            is_published=is_published,
            is_demonstration=is_demonstration,
        )
        strand = factories.StrandFactory(plan=plan, title=SECRET, plain_title=SECRET)
        strand.findings.add(finding)
        hidden = factories.ActionFactory(strand=strand, title=SECRET, plain_title=SECRET)
        factories.ActionFindingFactory(action=hidden, finding=finding, reading=SECRET)
        services.record_update(action=hidden, by=lead_officer, on=ON, narrative=SECRET, families_text=SECRET)
    StrandRating.objects.create(
        strand=promised,
        effective_on=ON,
        rating="on_track",
        narrative=SECRET,
        reason_differs=SECRET,
        author_title=SECRET,
    )
    services.ask_extension(action=action, by=lead_officer, on=ON, to_due_on=date(2028, 1, 1), reason=SECRET)
    factories.MilestoneFactory(action=action, title=SECRET)
    proved(action, lead_officer)
    editing.share_plan(plan=promised.plan, person=lead_officer, on=ON)
    factories.RiskFactory(plan=promised.plan, strand=promised, owner=Post.objects.first() or factories.PostFactory())
    event = MonitoringEvent.objects.create(
        inspection=finding.inspection, kind="stocktake", name=SECRET, held_on=ON, outcome=SECRET, source=SECRET
    )
    event.letters.create(title=SECRET, text=SECRET, source=SECRET)
    LocalClaim.objects.create(effective_on=ON, text=SECRET, said_by=SECRET, source=SECRET).findings.add(finding)
    coming = factories.InspectionFactory(name=SECRET, outcome=SECRET, published_on=today() + timedelta(days=1))
    not_out = factories.FindingFactory(inspection=coming, title=SECRET, text=SECRET)
    promised.findings.add(not_out)
    Judgement.objects.create(
        finding=finding,
        inspection=coming,
        verdict="sufficient",
        sentence=SECRET,
        text=SECRET,
        effective_on=ON,
        source=SECRET,
    )
    made_up = a_speaker(SECRET, is_demonstration=True)
    a_round(made_up, said=[(finding, "felt", SECRET)], issues=[SECRET])
    a_round(a_speaker("Forum"), said=[(finding, "not_felt", SECRET)], issues=[SECRET])
    say(draft=a_draft(a_speaker("Youth group")), finding=finding, version=0, rating="felt", comment=SECRET)
    for fields in ({"is_demonstration": True}, {"subject": "children"}):
        of_year(a_measure(name=SECRET, definition=SECRET, finding=finding, **fields), 2025, part=60, whole=100)
    return promised


def crawled():
    """``{address: response}`` of every page that links lead to from the first public one, for somebody unknown; where
    one signs in is not among them."""
    found, waiting, client = {}, ["/public/"], Client()
    elsewhere = ("/static/", reverse("account_login"))
    while waiting:
        address = waiting.pop()
        if address not in found:
            found[address] = client.get(address)
            links = (link for link in links_of(found[address].text) if link.startswith("/"))
            waiting += [link for link in links if not link.startswith(elsewhere)]
    return found


def test_no_link_leaves_what_is_public_and_no_secret_stands_anywhere(secrets):
    pages = crawled()
    finding = secrets.findings.order_by("pk").first()
    assert set(pages) == {
        "/public/",
        "/public/numbers/",
        "/public/words/",
        "/public/ratings/",
        "/public/accessibility/",
        f"/public/promises/{secrets.pk}/",
        f"/public/findings/{finding.pk}/",
    }
    for address, response in pages.items():
        assert response.status_code == 200, address
        assert SECRET not in response.text, address
        assert response.text.count("sign-in") == 1, address
        assert "Officer" not in response.text, address


def test_nothing_else_answers_under_any_number(secrets):
    client = Client()
    hidden = [*secrets.__class__.objects.exclude(pk=secrets.pk).values_list("pk", flat=True)]
    not_out = secrets.findings.order_by("pk").last()
    addresses = [f"/public/promises/{pk}/" for pk in hidden] + [f"/public/findings/{not_out.pk}/"]
    assert len(addresses) == 4
    for address in addresses:
        response = client.get(address)
        assert (response.status_code, SECRET in response.text) == (404, False)


def test_what_is_published_is_told(secrets):
    pages = crawled()
    home = pages["/public/"].text
    assert "1 of 3 promises kept. 1 is late by the first date given." in " ".join(home.split())
    assert "<abbr>" not in home
    strand = pages[f"/public/promises/{secrets.pk}/"].text
    assert "We are sorry for the wait." in strand
    assert "Leaders should act for SEND." in strand
    assert "may be up to 10 minutes old" in strand


def test_abbreviations_are_explained_where_they_stand(promised):
    GlossaryEntry.objects.create(abbreviation="SEND", expansion="special educational needs and disabilities")
    assert "<abbr>SEND</abbr> (special educational needs and disabilities)" in Client().get("/public/").text


def test_nothing_published_is_said_so(legend):
    plan = factories.PlanFactory(is_demonstration=True, name="Made up")
    factories.ActionFactory(strand=factories.StrandFactory(plan=plan))
    page = Client().get("/public/").text
    assert "No plan has been made public yet." in page
    assert "Made up" not in page


def test_a_plan_that_is_taken_back_is_gone_at_once(promised, programme_manager):
    address = f"/public/promises/{promised.pk}/"
    assert Client().get(address).status_code == 200
    services.publish(plan=promised.plan, by=programme_manager, on=ON, is_published=False)
    assert Client().get(address).status_code == 404
    assert "Plan for SEND" not in Client().get("/public/").text


def test_a_report_renews_the_pages_at_once(promised, lead_officer):
    address = f"/public/promises/{promised.pk}/"
    action = promised.actions.filter(state="open").first()
    assert "We have begun in Radcliffe." not in Client().get(address).text
    services.record_update(
        action=action,
        by=lead_officer,
        on=ON,
        narrative="Begun.",
        families_text="We have begun in Radcliffe.",
        reason_differs="x",
    )
    assert "We have begun in Radcliffe." in Client().get(address).text


def test_nobody_is_known_and_the_page_may_be_kept(promised, lead_officer, django_assert_num_queries):
    client = client_of(lead_officer)
    first = client.get("/public/?as_at=2020-01-01")
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert first.headers["Vary"] == "Accept-Encoding"
    assert (dict(first.cookies), "Lead officer" in first.text) == ({}, False)
    assert Client().get("/public/").text == first.text
    with django_assert_num_queries(8):
        again = Client().get("/public/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().post("/public/").status_code == 405


def test_whether_families_feel_it_is_public_and_what_they_wrote_is_not(promised):
    finding = promised.findings.get()
    for address in ("/public/", f"/public/promises/{promised.pk}/", f"/public/findings/{finding.pk}/"):
        assert "Not felt yet" not in Client().get(address).text
    a_round(a_speaker("Forum"), said=[(finding, "not_felt", "We still wait.")])
    assert "Forum: not felt yet" in Client().get("/public/").text
    for address in (f"/public/promises/{promised.pk}/", f"/public/findings/{finding.pk}/"):
        text = Client().get(address).text
        assert (text.count("Not felt yet"), "We still wait." in text) == (1, False)


def test_a_promise_stands_as_it_did_until_the_page_is_made_anew(promised):
    Client().get("/public/")
    Plan.objects.filter(pk=promised.plan_id).update(name="Renamed")
    assert "Renamed" not in Client().get("/public/").text


@pytest.mark.parametrize(
    ("is_open", "words"),
    [
        (None, "has not said that its own numbers"),
        (False, "has not said that its own numbers"),
        (True, "60.0% (60 of 100)"),
    ],
)
def test_figures_are_shown_once_they_are_opened_and_none_that_is_made_up_or_small(promised, is_open, words):
    measure = a_measure("told-soon", finding=promised.findings.get(), definition="How many say so.")
    of_year(measure, 2025, part=60, whole=100)
    of_year(measure, 2024, part=2, whole=3)
    of_year(measure, 2023, part=33, whole=100, is_synthetic=True)
    if is_open is not None:
        Openness.objects.create(effective_on=ON, is_open=is_open, decided_by="Lead", reason="So.")
    page = Client().get("/public/numbers/").text
    assert words in page
    assert ("60 of 100" in page) == (is_open is True)
    assert ("Too few to show" in page) == (is_open is True)
    assert "33.0%" not in page
    assert ("told-soon" in Client().get(f"/public/findings/{promised.findings.get().pk}/").text) == (is_open is True)


def test_as_many_queries_for_three_as_for_one(promised):
    def counted():
        cache.clear()
        counts = {}
        for address in ("/public/", f"/public/promises/{promised.pk}/", f"/public/findings/{finding.pk}/"):
            with CaptureQueriesContext(connection) as queries:
                assert Client().get(address).status_code == 200
            counts[address] = len(queries)
        return counts

    finding = promised.findings.get()
    one = counted()
    for number in range(2):
        strand = factories.StrandFactory(plan=promised.plan)
        strand.findings.add(finding, factories.FindingFactory())
        factories.ActionFactory(strand=promised)
        factories.ActionFactory(strand=strand)
        promised.findings.add(factories.FindingFactory(number=50 + number))
    assert counted() == one


def test_every_public_address_is_in_the_crawl():
    names = {pattern.name for pattern in get_resolver("apps.public.urls").url_patterns}
    assert names == {"home", "strand", "finding", "numbers", "words", "ratings", "accessibility"}


def test_whoever_has_an_account_finds_where_to_sign_in(client, promised):
    for name in ("home", "numbers", "words", "ratings", "accessibility"):
        page = client.get(reverse(f"public:{name}")).text
        assert f'<a href="{reverse("account_login")}">Sign in</a>' in page.partition("</header>")[0]
