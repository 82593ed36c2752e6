"""The pages that families and the public read are written for a reader of twelve."""

import pytest

from apps.measures.levels import MEANINGS
from tests.database import ROOT
from tests.reading_age import AGE_12, grade, own_text, syllables

TEMPLATES = ROOT / "templates"
READ_BY_FAMILIES = [
    TEMPLATES / "dashboards" / "families.html",
    TEMPLATES / "core" / "accessibility_statement.html",
    *sorted((TEMPLATES / "public").glob("*.html")),
    *sorted((TEMPLATES / "voice").glob("*.html")),
]


@pytest.mark.parametrize("path", READ_BY_FAMILIES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_our_own_texts_are_for_a_reader_of_twelve(path):
    sentences = own_text(path.read_text())
    assert not sentences or grade(sentences) <= AGE_12, sorted(sentences, key=lambda text: grade([text]))[-4:]


@pytest.mark.parametrize(("word", "count"), [("council", 2), ("promise", 2), ("SEND", 1), ("EHCP", 4), ("tabled", 2)])
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_grade_of_a_known_text():
    plain = ["The cat sat on the mat", "It was glad to be home"]
    hard = ["Multidisciplinary governance arrangements necessitate organisational accountability frameworks"]
    assert grade(plain) < 2 < AGE_12 < 20 < grade(hard)


def test_only_what_is_ours_counts():
    template = '{# no #}<p class="x">We say {{ finding.text }} here too.</p>{% if a %}Late{% else %}'
    template += '{{ empty("No plan is out yet.") }}{% endif %}'
    assert own_text(template) == ["We say here too", "No plan is out yet"]


def test_what_the_levels_mean_is_for_a_reader_of_twelve():
    assert grade([*MEANINGS.values()]) <= AGE_12
