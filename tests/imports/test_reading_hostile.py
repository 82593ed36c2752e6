"""Whatever stands in a cell, reading ends with rows and problems, and the result is plain data."""

import json
from datetime import date, datetime

import pytest

from apps.core.sheets import LAYOUTS
from apps.imports.grid import Book, Sheet
from apps.imports.reading import as_json, propose, read

CELLS = (
    None,
    "",
    " \xa0\n",
    True,
    -1,
    0.5,
    float("nan"),
    float("inf"),
    10**400,
    date(1, 1, 1),
    datetime(9999, 12, 31, 23, 59),
    "x" * 32_767,
    "1" * 32_767,
    "," * 32_767,
    "a@" + "a." * 16_000,
    "(" * 2_000,
    "=1+1",
    "\u202egnp.exe",
    "a\x00b",
    "12²",
    "²²²²²",
    "٤٥٧٤٧",
    "١٢/٠٣/٢٠٢٥",
    "00/00/0000",
    "Q9 24/25",
    "<5",
    "½",
    "#REF!",
    "Priority 99999999999999999999: all",
    "Red = off track; Red = at risk",
    "As at 31 February 2025",
    "TOTAL",
    "*",
)


def hostile(layout):
    """Each cell under each heading of the layout, and a header that is repeated."""
    headings = [column.heading for column in layout.columns]
    if layout.pairs:
        headings += ["Milestone Jul 24", "Actual Jul ٢٤", "Jul 24"]
    count = len(headings)
    rows = [[CELLS[(place + shift) % len(CELLS)] for place in range(count)] for shift in range(len(CELLS))]
    everywhere = [(row, column) for row in range(1, len(rows) + 3) for column in range(1, count + 1)]
    return Book(
        [
            Sheet(
                "Sheet",
                [headings, *rows, headings],
                fills=dict.fromkeys(everywhere[::3], "FF0000"),
                percents=set(everywhere[::2]),
                merges=[(2, 1, 9, 1), (3, 2, 3, count)],
                hidden_rows={2, 3},
                hidden_columns={1},
            )
        ]
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_any_cell_is_read_or_reported(name):
    reading = read(hostile(LAYOUTS[name]), LAYOUTS[name], file_name="hostile.xlsx")

    found = as_json(reading)
    read_or_skipped = [row["row"] for row in found["rows"]] + [row["row"] for row in found["skipped_rows"]]
    assert sorted(read_or_skipped) == list(range(2, len(CELLS) + 3))
    assert json.loads(json.dumps(found, allow_nan=False)) == json.loads(json.dumps(found))


@pytest.mark.parametrize("name", LAYOUTS)
def test_any_answer_can_be_given_to_a_proposal(name):
    layout = LAYOUTS[name]
    book = hostile(layout)
    (sheet,) = propose(book, layout).sheets

    mapping = {"columns": dict.fromkeys(column.key for column in sheet.columns), "header_rows": {"Sheet": [1]}}

    assert read(book, layout, file_name="hostile.xlsx", mapping=mapping).is_refused
    assert propose(book, layout, mapping).fingerprint == propose(book, layout).fingerprint
