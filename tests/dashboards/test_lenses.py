"""Three lenses on a finding: where each stands, and where they disagree."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from apps.core.dates import today
from apps.dashboards.lenses import Lenses, with_lenses
from apps.measures.levels import Level
from apps.measures.pictures import Impact, headlines
from apps.plans import services
from apps.plans.codes import Rating
from apps.voice.models import Felt
from apps.voice.reading import Lived, voices_of_strand
from tests import factories
from tests.cast import client_of
from tests.measures.makers import a_measure, a_target, of_year
from tests.voice.makers import a_round, a_speaker


def figures(*levels, is_closed=False):
    """Headline measures, of which only the level counts here."""
    return Impact(tuple(SimpleNamespace(level=level, is_closed=is_closed) for level in levels))


def said(*ratings):
    return Lived(tuple(SimpleNamespace(rating=rating, speaker="Bury2gether") for rating in ratings))


@pytest.mark.parametrize(
    ("delivery", "impact", "lived", "sentence"),
    [
        (Rating.ON_TRACK, figures(), said(Felt.NOT_FELT), "On track on delivery, but not felt yet by families."),
        (
            Rating.COMPLETE,
            figures(Level.MISSES),
            said(),
            "Complete on delivery, but 1 of 1 headline figure not near the target.",
        ),
        (
            Rating.OFF_TRACK,
            figures(Level.MEETS, Level.MEETS),
            said(Felt.FELT),
            "Figures that meet their targets and felt by families, but off track on delivery.",
        ),
        (
            Rating.AT_RISK,
            figures(Level.FAR, Level.MEETS),
            said(Felt.FELT),
            "Felt by families, but at risk on delivery and 1 of 2 headline figures not near the target.",
        ),
        (
            Rating.ON_TRACK,
            figures(Level.MEETS),
            said(Felt.FELT, Felt.NOT_FELT),
            "On track on delivery and figures that meet their targets, but not felt yet by families.",
        ),
        # What is between, and silence, disagree with nothing.
        (Rating.ON_TRACK, figures(Level.NEAR), said(Felt.STARTING), ""),
        (Rating.NOT_STARTED, figures(Level.MEETS), said(Felt.FELT), ""),
        (None, figures(Level.NO_TARGET), said(Felt.NOT_FELT), ""),
        (Rating.OFF_TRACK, figures(Level.MISSES), said(Felt.NOT_FELT), ""),
        (Rating.ON_TRACK, figures(), said(), ""),
    ],
)
def test_where_the_views_disagree(delivery, impact, lived, sentence):
    lenses = Lenses(delivery, impact, lived)
    assert (lenses.sentence(None), lenses.disagree) == (sentence, bool(sentence))


def test_a_figure_that_is_not_shown_says_nothing():
    assert Lenses(Rating.ON_TRACK, figures(Level.MISSES, is_closed=True), said()).sentence(None) == ""


@pytest.fixture
def at_odds(action, lead_officer):
    """A finding whose action goes well by what its lead says, and which families do not feel."""
    finding = factories.FindingFactory(reference="PA3", text="Leaders should improve support.")
    factories.ActionFindingFactory(action=action, finding=finding)
    action.strand.findings.add(finding)
    services.rate_strand(
        strand=action.strand,
        by=lead_officer,
        on=today(),
        rating="on_track",
        narrative="Going well.",
        reason_differs="Soon",
    )
    a_round(a_speaker(), said=[(finding, "not_felt", "We still wait.")], heard_to=today())
    return finding


DISAGREE = "On track on delivery, but not felt yet by families."


def main_of(response):
    return " ".join(response.text.split('id="main"')[1].split())


def test_the_page_of_a_finding_says_where_the_views_disagree(at_odds, board_member):
    page = main_of(client_of(board_member).get(at_odds.get_absolute_url()))
    assert page.count(DISAGREE) == 1
    assert "“We still wait.”" in page
    assert "Bury2gether: not felt yet" in page


def test_the_list_of_findings_says_it_too(at_odds, board_member):
    assert main_of(client_of(board_member).get(reverse("dashboards:finding-list"))).count(DISAGREE) == 1


def test_the_board_reads_of_disagreements_first(at_odds, board_member):
    page = main_of(client_of(board_member).get(reverse("dashboards:board")))
    assert page.index(DISAGREE) < page.index("What the Board is asked to do") < page.index("Lived experience")


def test_why_impact_is_not_evidenced_stands_beside_the_level(at_odds, board_member):
    measure = a_measure("amended", finding=at_odds)
    of_year(measure, 2025, part=95, whole=100)
    a_target(measure, 90)
    why = "Impact not evidenced</strong>: the target was met in one period so far, and two running are needed</span>"
    client = client_of(board_member)
    for page in (reverse("dashboards:board"), reverse("dashboards:finding-list"), at_odds.get_absolute_url()):
        text = main_of(client.get(page))
        assert "Meets target" in text
        assert text.count(why) == 1


def test_each_side_of_a_finding_says_which_plan_it_is_of(at_odds, action, board_member):
    client, page = client_of(board_member), at_odds.get_absolute_url()
    assert "Real data" not in main_of(client.get(page))
    made_up = factories.StrandFactory(plan=factories.PlanFactory(name="Made up", is_demonstration=True))
    made_up.findings.add(at_odds)
    factories.ActionFindingFactory(
        action=factories.ActionFactory(strand=made_up, original_due_on=today() - timedelta(days=3)), finding=at_odds
    )
    text = main_of(client.get(page))
    assert f"<strong>Real data:</strong> {action.plan.name}.</p>" in text
    assert "<b>Demonstration data</b> Made up: these three views are made up.</p>" in text
    cells = main_of(client.get(reverse("dashboards:finding-list")))
    assert (cells.count("Real data</span><br>"), cells.count('<b class="made-up">Demonstration</b><br>')) == (3, 3)


def test_families_read_what_families_say(at_odds, parent):
    page = main_of(client_of(parent).get(reverse("dashboards:families")))
    assert "Do families feel it?" in page
    assert "“We still wait.”" in page


def test_the_query_of_the_board_and_families_brings_the_same_on_every_day_as_one_that_is_written_for_it(
    at_odds, action
):
    a_measure("amended", finding=at_odds)
    for on in (today(), today() - timedelta(days=1), today()):
        plain = action.plan.strands.annotate(headlines=headlines(on), voices=voices_of_strand(on))
        (expected,), (found,) = plain, with_lenses(action.plan.strands, on)
        assert (found.headlines, found.voices) == (expected.headlines, expected.voices)
        assert len(found.headlines) == 1
        assert len(found.voices) == (on == today())
