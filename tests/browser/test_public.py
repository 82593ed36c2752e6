"""axe on every public page, on a wide and a narrow screen, with Bury's data and without scripts."""

import pytest
from django.urls import reverse

from apps.core.access import working_as
from apps.core.dates import today
from apps.dashboards import bury, demonstration
from apps.inspections.models import GlossaryEntry
from apps.plans.models import Plan, Strand
from apps.public import published
from tests.browser.test_accessibility import problems

pytestmark = pytest.mark.browser


def test_no_public_page_has_a_problem(open_page, committed_db):
    with working_as():
        bury.load_all()
        bury.load_statistics()
        bury.load_measures()
        demonstration.load(today())
        assert GlossaryEntry.objects.filter(abbreviation="SEND").exists()
        assert Plan.objects.filter(is_demonstration=True).exists()
        strand = Strand.objects.filter(plan__in=published.plans(), actions__isnull=False).first()
        finding = published.findings(today()).filter(strands=strand).first()
        names = ("home", "numbers", "words", "ratings", "accessibility")
        addresses = [reverse(f"public:{name}") for name in names]
        addresses += [reverse("public:strand", args=[strand.pk]), reverse("public:finding", args=[finding.pk])]
    found = {}
    for width in (1280, 375):
        page = open_page(width=width)
        for address in addresses:
            response = page.goto(address)
            assert (address, response.status) == (address, 200)
            if wrong := problems(page):
                found[f"{address} at {width}"] = wrong
        assert page.context.cookies() == []
    assert found == {}
