"""Figures from case records: the demonstration's set key by key, then every boundary by hand."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.caseload import sen2

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def demonstration(as_cases):
    return sen2.load()


def printed(capsys, *arguments):
    call_command("measures", *arguments)
    return capsys.readouterr().out


def test_demonstration_set_gives_the_expected_figures(demonstration, capsys):
    figures = json.loads(printed(capsys, "--json"))
    assert figures.keys() == EXPECTED.keys()
    for key in EXPECTED:
        assert figures[key] == EXPECTED[key], key
