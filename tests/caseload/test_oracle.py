"""The figures against a slow count in plain Python: the known set, and councils made up to hit every boundary."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from apps.caseload.figures.report import all_figures
from apps.caseload.sen2.loading import load
from apps.caseload.sen2.reading import read_files
from tests.caseload.councils import PATHS, council, files_of
from tests.caseload.oracle import Oracle

FOLDER = settings.BASE_DIR / "fixtures" / "demonstration" / "sen2"
EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
ON = date(2023, 2, 28)


def tables_of_folder():
    tables = {}
    for path in FOLDER.glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def told(tables):
    """What ``measures --json`` says of a set; nothing of it may be set aside."""
    result = load(read_files(files_of(tables)))
    assert [problem for problem in result.problems if problem.is_error] == []
    return json.loads(json.dumps(all_figures(result.extract, on=ON), default=float))


def test_the_count_agrees_with_what_the_demonstration_set_is_known_to_have():
    figures = Oracle(tables_of_folder()).figures()
    assert {name: figures[name] for name in figures} == {name: EXPECTED[name] for name in figures}


@pytest.mark.parametrize("number", range(4))
def test_figures_of_another_council(as_cases, number):
    tables = council(number, children=4 * len(PATHS))
    assert told(tables) == Oracle(tables).figures(on=ON)


def test_figures_of_councils_with_one_record_or_none(as_cases):
    """One after the other over the same records, as made-up sets may be."""
    for number, children in [*((n, 1) for n in range(len(PATHS))), (0, 0)]:
        tables = council(number, children=children)
        assert told(tables) == Oracle(tables).figures(on=ON)


@pytest.mark.long
@pytest.mark.parametrize("number", range(100, 220))
def test_figures_of_many_councils(as_cases, number):
    tables = council(number, children=(1, 10, 60, 150)[number % 4])
    assert told(tables) == Oracle(tables).figures(on=ON)
