"""Charts: named, clean under the content security policy, told apart without colour, drawn once."""

import re
from decimal import Decimal

import pytest

from apps.core.charts import Line, apart, largest, line_chart, number_words, stretches

PERIODS = ["2021", "2022", "2023"]
BURY = Line("Bury", (Decimal("34.2"), Decimal(51), Decimal("74.1")), frozenset({1}))
ENGLAND = Line("England", (Decimal("57.9"), None, Decimal("49.1")))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "charts"


def draw(**more):
    words = {"title": "Plans & <time>", "description": "Bury rose.", "unit": "%"} | more
    return line_chart([BURY, ENGLAND], PERIODS, **words)


def test_a_chart_has_a_name_and_a_description():
    svg = draw()
    name = re.search(r'<title id="title-(\w{32})">', svg)[1]
    assert f'role="img" viewBox="0 0 712 328" aria-labelledby="title-{name} description-{name}"' in svg
    assert f'<title id="title-{name}">Plans &amp; &lt;time&gt;</title>' in svg
    assert f'<desc id="description-{name}">Bury rose.</desc>' in svg
    assert svg.count("role=") == svg.count("<title") == 1


def test_a_chart_holds_nothing_that_the_policy_forbids():
    assert re.findall(r"style=|<style|<script|href=|\son\w+=|url\(|<image|<foreignObject", draw()) == []


def test_lines_are_told_apart_by_dashes_shapes_and_names():
    svg = draw()
    assert 'stroke="#10323c" stroke-width="4"' in svg
    assert re.search(r'stroke="#17687a"[^>]*stroke-dasharray="9,4"', svg)
    assert ">Bury 74.1</text>" in svg
    assert ">England 49.1</text>" in svg
    shapes = {colour: re.search(rf'd="([^"]*)"[^>]*fill="{colour}"', svg)[1] for colour in ("#10323c", "#17687a")}
    assert "A" in shapes["#10323c"]
    assert "A" not in shapes["#17687a"]


def test_a_break_is_drawn_and_named():
    svg = draw()
    assert svg.count(">change of source</text>") == 1
    without = line_chart([ENGLAND], PERIODS, title="t", description="d", unit="%")
    assert "change of source" not in without


def test_lines_are_broken_at_breaks_and_gaps():
    assert stretches(BURY) == [[(0, Decimal("34.2"))], [(1, 51), (2, Decimal("74.1"))]]
    assert stretches(ENGLAND) == [[(0, Decimal("57.9"))], [(2, Decimal("49.1"))]]


def test_a_chart_is_drawn_once_and_the_same_each_time(folder):
    first = draw()
    (path,) = folder.iterdir()
    path.write_text(path.read_text().replace("Bury rose.", "From the folder."))
    assert "From the folder." in draw()
    path.unlink()
    assert draw() == first
    draw(title="Another")
    assert sorted(file.suffix for file in folder.iterdir()) == [".svg", ".svg"]


def test_names_do_not_cover_each_other():
    assert apart([10, 12, 50], 19) == [10, 29, 50]
    assert apart([50, 10, 10], 19) == [50, 10, 29]


def test_the_axis_ends_at_a_round_number():
    assert largest([Decimal("51")], "%") == 100
    assert largest([Decimal("36.6")], "%") == 40
    assert largest([Decimal("3.2")], "%") == 4
    assert largest([2804], "plans") == 3000
    assert largest([], "plans") == 1


def test_numbers_are_written_as_people_do():
    written = [number_words(value) for value in (Decimal("99.0000"), Decimal("49.6"), Decimal(2804), 0)]
    assert written == ["99", "49.6", "2,804", "0"]


def test_more_lines_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="4 lines apart, not 5"):
        line_chart([ENGLAND] * 5, PERIODS, title="t", description="d", unit="%")
