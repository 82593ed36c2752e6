"""Wherever a finding is quoted it is quoted in full, with its points; and the words explained."""

import pytest
from django.urls import reverse

from apps.inspections.models import FindingPart, GlossaryEntry
from tests import factories
from tests.cast import client_of

GLOSSARY = reverse("inspections:glossary")


@pytest.fixture
def finding(action):
    """A finding whose words run on into two points, answered by the action and its strand."""
    made = factories.FindingFactory(text="Leaders should act. This should include:", tail="")
    for letter, text in (("a", "better advice;"), ("b", "shorter waits.")):
        FindingPart.objects.create(finding=made, letter=letter, text=text)
    factories.ActionFindingFactory(action=action, finding=made)
    action.strand.findings.set([made])
    return made


def test_a_quotation_ends_with_its_last_point(finding, action, lead_officer):
    client = client_of(lead_officer)
    for address in (
        reverse("dashboards:my-actions") + f"?report={action.pk}",
        action.get_absolute_url(),
        action.strand.get_absolute_url(),
        finding.get_absolute_url(),
        reverse("inspections:inspection", args=[finding.inspection_id]),
    ):
        text = client.get(address).text
        assert "“Leaders should act. This should include:</p>" in text, address
        assert "<li>better advice;</li><li>shorter waits.”</li>" in text, address
        assert "include:”" not in text, address


def test_what_follows_the_points_is_quoted_too(action, lead_officer):
    made = factories.FindingFactory(text="Leaders should act on:", tail="They should do so soon.")
    FindingPart.objects.create(finding=made, letter="a", text="shorter waits.")
    factories.ActionFindingFactory(action=action, finding=made)
    text = client_of(lead_officer).get(action.get_absolute_url()).text
    assert "<li>shorter waits.</li></ol>" in text
    assert "<p>They should do so soon.”</p>" in text


def test_our_own_words_are_marked_as_ours(parent):
    GlossaryEntry.objects.create(abbreviation="Milestone", plain_meaning="A step.", is_general_knowledge=True)
    GlossaryEntry.objects.create(abbreviation="BPCP")
    text = client_of(parent).get(GLOSSARY).text
    assert "A step.<br>" in text
    assert "In our own words, not taken from one of Bury’s own papers." in text
    assert text.count("We could not find what it stands for.") == 1


def test_families_are_spared_technical_words_until_they_look_for_them(parent, board_member):
    GlossaryEntry.objects.create(abbreviation="XSD", expansion="XML schema file")
    GlossaryEntry.objects.create(abbreviation="EP", expansion="educational psychology")
    text = client_of(parent).get(GLOSSARY).text
    assert "educational psychology" in text
    assert "XML schema file" not in text
    assert "are left out here" in text
    assert "XML schema file" in client_of(parent).get(GLOSSARY, {"q": "xsd"}).text
    text = client_of(board_member).get(GLOSSARY).text
    assert "XML schema file" in text
    assert "are left out here" not in text
