"""Which numbers a workbook shows as percentages."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from apps.imports.workbook import read_workbook
from apps.imports.workbook.styles import is_percent_format
from tests.imports.books import saved


def workbook():
    made = Workbook()
    made.active.append([0.9, 0.25, 0.5, "0.5", "words"])
    for letter, shown in zip("ABDE", ["0%", "0.00%", "0%", "0%"], strict=True):
        made.active[f"{letter}1"].number_format = shown
    return saved(made)


def spaced(content):
    """The same workbook with white space in its cells, which few programs write."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, re.sub(rb"<v>", b"<v >", part) if "worksheets/" in name else part)
    return file.getvalue()


@pytest.mark.parametrize("written", [workbook(), spaced(workbook())], ids=["plainly", "with spaces"])
def test_numbers_shown_as_percentages_are_kept(written):
    (sheet,) = read_workbook(written, "x.xlsx").sheets

    assert sheet.rows == [[0.9, 0.25, 0.5, "0.5", "words"]]
    assert sheet.percents == {(1, 1), (1, 2)}


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [("0%", True), ("0.0%;[Red]-0.0%", True), ("General", False), ('0" %"', False), ("0\\%", False)],
)
def test_percent_sign_counts_only_where_it_is_no_quotation(code, is_percent):
    assert is_percent_format(code) is is_percent
