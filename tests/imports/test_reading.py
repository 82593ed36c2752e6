"""Each kept workbook reads as its expected result says: rows exactly, and the same problems and skipped rows."""

import gzip
import json
from collections import Counter

import pytest

from apps.core.sheets import LAYOUTS
from apps.imports.reading import as_json, read
from tests.imports.books import SHEETS, kept

FILES = {
    "pip_tracker_clean": "pip",
    "pip_tracker_messy": "pip",
    "wsoa_tracker_2017": "wsoa",
    "app_kpis": "kpis",
    "caseload_officer": "caseload",
}
IN_LISTS = ("rows", "problems", "skipped_rows")


@pytest.fixture(scope="module", params=FILES)
def results(request):
    """What was read of a file, and what should be."""
    name = request.param
    found = as_json(read(kept(f"{name}.xlsx"), LAYOUTS[FILES[name]], file_name=f"{name}.xlsx"))
    expected = json.loads(gzip.decompress((SHEETS / f"{name}.json.gz").read_bytes()))
    return json.loads(json.dumps(found)), expected


def problems_of(result):
    return Counter((p.get("sheet"), p["row"], p["code"], p["field"], p["severity"]) for p in result["problems"])


def skipped_of(result):
    return Counter((row.get("sheet"), row["row"], row["reason"]) for row in result["skipped_rows"])


def test_kept_workbook_reads_to_the_expected_rows(results):
    found, expected = results

    assert found["rows"] == expected["rows"]


def test_kept_workbook_gives_the_expected_problems(results):
    found, expected = results

    assert problems_of(found) == problems_of(expected)


def test_kept_workbook_skips_the_expected_rows(results):
    found, expected = results

    assert skipped_of(found) == skipped_of(expected)


def test_kept_workbook_is_described_as_expected(results):
    found, expected = results

    del found["rows"], found["problems"], found["skipped_rows"]
    found.pop("questions", None)
    assert found == {name: value for name, value in expected.items() if name not in IN_LISTS}
