"""What a person is asked to confirm about a file of a new shape, and that the answer is used."""

from datetime import datetime

from openpyxl import Workbook

from apps.core.sheets import LAYOUTS
from apps.imports.reading import propose
from tests.imports.books import book_of, column, fill, kept, reading_of


def unknown_headings(title="Plan", above=1):
    """Nothing but one date is called as anyone else calls it."""
    workbook = Workbook()
    workbook.active.title = title
    for line in range(above):
        workbook.active.append([f"Title {line + 1}"])
    workbook.active.append(["Thing", "Tag", "Mood", "Date", "Date"])
    workbook.active.append(["Publish the guide", "1.1", "Green", datetime(2025, 1, 1), datetime(2025, 2, 1)])
    workbook.active.append(["Publish the report", "1.2", None, datetime(2025, 1, 1), None])
    return workbook


def proposal_of(workbook, layout="pip"):
    return propose(book_of(workbook), LAYOUTS[layout])


def columns_of(sheet):
    return [(each.letter, each.key, each.samples, each.field, each.is_certain) for each in sheet.columns]


def test_columns_are_proposed_with_samples():
    (sheet,) = proposal_of(unknown_headings()).sheets

    assert (sheet.name, sheet.header_rows, sheet.is_read) == ("Plan", [2], False)
    assert columns_of(sheet) == [
        ("A", "thing", ["Publish the guide", "Publish the report"], None, False),
        ("B", "tag", ["1.1", "1.2"], None, False),
        ("C", "mood", ["Green"], None, False),
        ("D", "date", ["2025-01-01"], "due", True),
        ("E", "date#2", ["2025-02-01"], None, False),
    ]


def test_confirmed_columns_are_read():
    mapping = {
        "columns": {"thing": "action", "tag": "reference", "mood": "rating", "date": "start_on", "date#2": "due"}
    }

    reading = reading_of(unknown_headings(), "pip", mapping=mapping)

    assert column(reading, "action") == ["Publish the guide", "Publish the report"]
    assert column(reading, "rating") == ["on_track", None]
    assert [day and day.isoformat() for day in column(reading, "due_on")] == ["2025-02-01", None]
    assert [day.isoformat() for day in column(reading, "start_on")] == ["2025-01-01"] * 2


def test_column_that_was_said_to_hold_nothing_of_use_is_not_read():
    mapping = {"columns": {"thing": "action", "tag": "reference", "date": None, "date#2": None}}

    reading = reading_of(unknown_headings(), "pip", mapping=mapping)

    assert "due_on" not in reading.columns
    assert reading.sheets[0].unread == {"C": "Mood", "D": "Date", "E": "Date"}


def test_answer_serves_the_next_file_of_the_same_shape():
    mapping = {"columns": {"thing": "action", "tag": "reference"}}
    later = unknown_headings(title="Plan v2", above=4)

    assert proposal_of(later).fingerprint == proposal_of(unknown_headings()).fingerprint
    reading = reading_of(later, "pip", mapping=mapping)
    assert reading.numbers == [6, 7]


def test_other_headings_have_another_fingerprint():
    other = unknown_headings()
    other.active["C2"] = "Temper"

    assert proposal_of(other).fingerprint != proposal_of(unknown_headings()).fingerprint


def test_sheet_and_header_rows_can_be_confirmed():
    workbook = unknown_headings(above=2)
    workbook.create_sheet("Copy")
    for row in workbook["Plan"].iter_rows(values_only=True):
        workbook["Copy"].append(row)
    mapping = {"sheets": ["Copy"], "header_rows": {"Copy": [3]}, "columns": {"thing": "action"}}

    reading = reading_of(workbook, "pip", mapping=mapping)

    assert [(sheet.name, sheet.header_rows) for sheet in reading.sheets] == [("Copy", [3])]


def test_colours_and_words_are_proposed_with_their_cells():
    workbook = Workbook()
    workbook.active.title = "Plan"
    workbook.active.append(["Ref", "Action", "Lead", "RAG"])
    for words in (None, None, "B", "Amber/Green", "On track"):
        workbook.active.append(["1", "Do", "Head", words])
    workbook.active["D2"].fill = fill("FF0000")
    workbook.active["D3"].fill = fill("7030A0")

    proposal = proposal_of(workbook)

    assert [(each.mark, each.rating, each.source, each.cells) for each in proposal.legend] == [
        ("amber/green", None, "unknown", [("Plan", "D5")]),
        ("b", "complete", "usual", [("Plan", "D4")]),
        ("on track", "on_track", "usual", [("Plan", "D6")]),
        ("purple", None, "unknown", [("Plan", "D3")]),
        ("red", "off_track", "usual", [("Plan", "D2")]),
    ]
    assert proposal.sheets[0].columns[3].samples == ["(red)", "(purple)", "B"]


def test_key_of_the_sheet_is_proposed():
    legend = propose(kept("pip_tracker_messy.xlsx"), LAYOUTS["pip"]).legend

    assert {(each.mark, each.rating, each.source) for each in legend if each.mark in ("red", "blue", "delayed")} == {
        ("red", "off_track", "sheet"),
        ("blue", "complete", "sheet"),
        ("delayed", None, "unknown"),
    }
    assert sum(each.count for each in legend) == 47
