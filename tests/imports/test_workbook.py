"""A good workbook or CSV file as cells."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from apps.imports.workbook import read_workbook


def saved(workbook):
    """The bytes of a workbook."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_reads_values_fills_merged_ranges_and_what_is_hidden():
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Tracker"
    sheet["B2"] = "Reference"
    sheet["C2"] = date(2024, 2, 29)
    sheet["B4"] = 1.5
    sheet["C4"] = True
    sheet["C4"].fill = PatternFill("solid", fgColor="FFFFC000")
    sheet.merge_cells("B2:B3")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True

    (read,) = read_workbook(saved(workbook)).sheets

    assert read.name == "Tracker"
    assert read.rows == [[], [None, "Reference", date(2024, 2, 29)], [], [None, 1.5, True]]
    assert read.fills == {(4, 3): "FFC000"}
    assert read.merges == [(2, 2, 3, 2)]
    assert read.hidden_rows == {4}
    assert read.hidden_columns == {3}
    assert read.is_hidden is False


def test_reads_a_csv_file():
    (read,) = read_workbook("Reference,Action\n1,“Agree”\n".encode()).sheets

    assert read.rows == [["Reference", "Action"], ["1", "“Agree”"]]
