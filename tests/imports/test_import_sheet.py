"""Reading a sheet from the shell; no database is asked."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.imports.books import SHEETS


def run(*arguments):
    """What the command prints, and its status."""
    printed = StringIO()
    try:
        call_command("import_sheet", *arguments, stdout=printed)
    except CommandError as refusal:
        return printed.getvalue(), refusal.returncode, str(refusal)
    return printed.getvalue(), 0, ""


def test_good_file_ends_with_status_0():
    printed, status, _ = run("pip", str(SHEETS / "pip_tracker_clean.xlsx"))

    assert status == 0
    assert printed.splitlines() == [
        "PIP tracker: 60 actions, headings on row 1.",
        "Position at 14 November 2024.",
        "0 errors, 0 warnings and 0 notes.",
    ]


def test_refused_rows_end_with_status_1():
    printed, status, refusal = run("pip", str(SHEETS / "pip_tracker_messy.xlsx"))

    assert (status, refusal) == (1, "4 rows of 48 refused.")
    assert "error: PIP Tracker v0.7 (2) , row 58, column F: “31/06/2025” is not a real date.\n" in printed
    assert printed.endswith("4 errors, 13 warnings and 9 notes.\n")


def test_json_has_rows_problems_and_skipped_rows():
    printed, status, _ = run("wsoa", str(SHEETS / "wsoa_tracker_2017.xlsx"), "--json")

    found = json.loads(printed)
    assert status == 0
    assert (found["row_count"], len(found["rows"]), len(found["sheets"])) == (35, 35, 8)
    assert found["rows"][0]["reference"] == "1.1"


def test_legend_is_used(tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text("Ref,Action,Lead,RAG\n1,Do,Head,Blue\n2,Do more,Head,Parked\n", encoding="utf-8")

    printed, _, _ = run("pip", str(file), "--legend", "blue=not_started", "parked=at_risk", "--json")

    found = json.loads(printed)
    assert [row["rating"] for row in found["rows"]] == ["not_started", "at_risk"]
    assert "questions" not in found


@pytest.mark.parametrize(
    ("legend", "words"),
    [
        ("blue", "Write each part of the legend as COLOUR=RATING, as in blue=complete."),
        (
            "blue=fine",
            "“fine” is not a rating. Use one of: not_started, off_track, at_risk, on_track, complete, "
            "or on_hold for none.",
        ),
    ],
)
def test_legend_that_cannot_be_used_ends_with_status_2(legend, words):
    assert run("pip", str(SHEETS / "pip_tracker_clean.xlsx"), "--legend", legend) == ("", 2, words)


def test_file_that_is_none_ends_with_status_2():
    _, status, words = run("pip", "nowhere.xlsx")

    assert (status, words) == (2, "nowhere.xlsx cannot be opened: No such file or directory.")


def test_file_that_is_no_workbook_is_refused_in_words_and_in_json(tmp_path):
    file = tmp_path / "empty.xlsx"
    file.write_bytes(b"")

    printed, status, refusal = run("pip", str(file), "--json")

    assert (status, refusal) == (1, "The file is refused.")
    (problem,) = json.loads(printed)["problems"]
    assert (problem["row"], problem["code"], problem["severity"]) == (None, "unreadable", "error")
    assert problem["message"].startswith("The file is empty.")
