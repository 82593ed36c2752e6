"""What is read fast: sheets as the usual programs write them, and nothing that such a reading could get wrong."""

from datetime import date

import pytest

from apps.imports.workbook import Limits
from apps.imports.workbook.cells import Budget, Collected
from apps.imports.workbook.rapid import NotPlain, read_plain
from apps.imports.workbook.styles import Styles
from apps.imports.workbook.values import Values

from .packages import SHEETS

EXCEL = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f'<worksheet xmlns="{SHEETS}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
    '<dimension ref="A1:C2"/><sheetData>'
    '<row r="1" spans="1:3" ht="15.75" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="1"><v>45351</v></c>'
    '<c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><f t="shared" ref="C1:C2" si="0">B1&amp;"x"</f><v>ax</v></c></row>'
    '<row r="2" spans="1:3" hidden="1" x14ac:dyDescent="0.25">'
    '<c r="C2" t="str"><f t="shared" si="0"/><v>x</v></c></row>'
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>'
)
LIBRE_OFFICE = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{SHEETS}"><sheetData>'
    '<row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">'
    '<c r="A1" s="1" t="n"><v>45351</v></c><c r="B1" s="0" t="s"><v>0</v></c>'
    '<c r="C1" s="0" t="str"><f aca="false">B1&amp;"x"</f><v>ax</v></c></row>'
    '<row r="2" hidden="true"><c r="C2" s="0" t="str"><f aca="false">"x"</f><v>x</v></c></row>'
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>'
)
OPENPYXL = (
    f'<worksheet xmlns="{SHEETS}"><sheetData>'
    '<row r="1"><c r="A1" s="1" t="n"><v>45351</v></c><c r="B1" t="inlineStr"><is><t>a</t></is></c>'
    '<c r="C1" t="inlineStr"><is><t xml:space="preserve">ax</t></is></c></row>'
    '<row r="2" hidden="1"><c r="A2" s="1" /><c r="B2"><f>1</f><v /></c>'
    '<c r="C2" t="inlineStr"><is><t>x</t></is></c></row>'
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2" /></mergeCells></worksheet>'
)


def collected(written):
    """The sheet that is written so, read fast, in small pieces."""
    limits = Limits()
    styles = Styles(dates=[False, True], fills=[None, "FF0000"])
    sheet = Collected("Tracker", Budget(limits))
    content = written.encode()
    pieces = (content[at : at + 100] for at in range(0, len(content), 100))
    read_plain(pieces, limits, sheet, Values(["a"], styles, counts_from_1904=False), styles.fills)
    return sheet.finish()


@pytest.mark.parametrize(
    ("written", "fills"),
    [
        (EXCEL, {(1, 1): "FF0000"}),
        (LIBRE_OFFICE, {(1, 1): "FF0000"}),
        (OPENPYXL, {(1, 1): "FF0000", (2, 1): "FF0000"}),
    ],
)
def test_sheets_of_the_usual_programs(written, fills):
    sheet = collected(written)
    assert sheet.rows == [[date(2024, 2, 29), "a", "ax"], [None, None, "x"]]
    assert sheet.fills == fills
    assert sheet.hidden_rows == {2}
    assert sheet.merges == [(1, 1, 2, 1)]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("<sheetData>", "<!-- <sheetData> --><sheetData>"),
        ("<sheetData>", "<?x <sheetData>?><sheetData>"),
        ("<sheetData>", "<sheetData >"),
        ("UTF-8", "ISO-8859-1"),
        ('<row r="2"', '<row xmlns="urn:x" r="2"'),
        ('<row r="2"', '<row r="2" r="3"'),
        ('<row r="2"', "<row"),
        ("</row><row", "</row> <row"),
        ("<v>ax</v>", "<v><![CDATA[ax]]></v>"),
        ("<v>ax</v>", "<v>ax<!-- --></v>"),
        ("<v>ax</v>", "<v>&other;</v>"),
        ("<v>ax</v>", "<v>&#xD800;</v>"),
        ("<v>ax</v>", "<v>a\rx</v>"),
        ("<v>ax</v>", "<v>\ufffe</v>"),
        ("<v>ax</v>", "<is><t>ax</t></is>"),
        ('<c r="C1"', '<c r="C3"'),
        ('<c r="C1"', '<c r="A1"'),
        ('<c r="C1"', '<c r="XFE1"'),
        ('<c r="C1"', '<c cm="1" r="C1"'),
        ('<c r="C1"', "<c"),
        ("</sheetData>", ""),
    ],
)
def test_sheets_that_have_to_be_read_with_more_care(usual, other):
    changed = EXCEL.replace(usual, other, 1)
    assert changed != EXCEL
    with pytest.raises(NotPlain):
        collected(changed)
