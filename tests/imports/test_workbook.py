"""A good workbook as cells: values, fills, merged ranges and what is hidden."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from apps.imports.grid import Book, Sheet
from apps.imports.workbook import read_workbook
from apps.imports.workbook.colours import tinted

from .packages import LINKS_PART, SHEET_PART, SHEETS, WORKBOOK_PART, in_both_ways, parts, read_sheet, zipped

# Styles 0 to 9: plain, then one for each way to show a number.
FORMATS = """
<numFmts>
  <numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/>
  <numFmt numFmtId="165" formatCode="[$-809]d mmmm yyyy;@"/>
  <numFmt numFmtId="166" formatCode="[h]:mm"/>
  <numFmt numFmtId="167" formatCode="h:mm AM/PM"/>
  <numFmt numFmtId="168" formatCode="0 &quot;days&quot;"/>
  <numFmt numFmtId="169" formatCode="mmm\\-yy"/>
</numFmts>
<cellXfs>
  <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/>
  <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="20"/>
</cellXfs>
"""


def saved(workbook):
    """The bytes of a workbook."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def row(*cells):
    """A row 1 of cells, each without its reference: ``c`` is put before, A1 and so on."""
    return (
        '<row r="1">'
        + "".join(f'<c r="{letter}1" {cell}' for letter, cell in zip("ABCDEFGHIJ", cells, strict=False))
        + "</row>"
    )


def only_row(rows, **others):
    """The values of the one row, the same whichever way it is written."""
    plain, careful = (read_sheet(written, **others).rows for written in in_both_ways(rows))
    assert plain == careful
    assert [[type(value) for value in values] for values in plain] == [
        [type(value) for value in values] for values in careful
    ]
    return plain[0]


def test_reads_what_a_library_wrote():
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

    assert read_workbook(saved(workbook)) == Book(
        [
            Sheet(
                name="Tracker",
                rows=[[], [None, "Reference", date(2024, 2, 29)], [], [None, 1.5, True]],
                fills={(4, 3): "FFC000"},
                merges=[(2, 2, 3, 2)],
                hidden_rows={4},
                hidden_columns={3},
            )
        ]
    )


def test_reads_from_a_path(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(zipped(parts('<row r="1"><c r="A1"><v>7</v></c></row>')))

    assert read_workbook(path).sheets[0].rows == [[7]]


def test_numbers_stay_as_they_are_written():
    assert only_row(row("><v>3</v></c>", "><v>3.0</v></c>", "><v>-0.25</v></c>", "><v>1.5E3</v></c>")) == [
        3,
        3.0,
        -0.25,
        1500.0,
    ]
    assert [type(value) for value in only_row(row("><v>3</v></c>", "><v>3.0</v></c>"))] == [int, float]


def test_what_is_no_number_stays_text():
    cells = ("><v>NaN</v></c>", "><v>1e999</v></c>", "><v>1_000</v></c>", "><v>inf</v></c>", "><v>٣</v></c>")
    assert only_row(row(*cells)) == ["NaN", "1e999", "1_000", "inf", "٣"]


def test_a_number_is_a_date_only_by_its_format():
    cells = [f's="{style}"><v>45351.5</v></c>' for style in range(10)]
    noon = datetime(2024, 2, 29, 12)
    assert only_row(row(*cells), styles=FORMATS) == [
        45351.5, noon, 45351.5, noon, noon, 45351.5, 45351.5, 45351.5, noon, 45351.5,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("45351", date(2024, 2, 29)),
        ("45351.0", date(2024, 2, 29)),
        ("45351.999999999", date(2024, 3, 1)),
        ("45351.520833333336", datetime(2024, 2, 29, 12, 30)),
        ("1", date(1900, 1, 1)),
        ("59", date(1900, 2, 28)),
        ("60", 60),
        ("61", date(1900, 3, 1)),
        ("2958465", date(9999, 12, 31)),
        ("2958466", 2958466),
        ("1e300", 1e300),
        ("0.5", 0.5),
        ("-1", -1),
        ("soon", "soon"),
    ],
)
def test_days_since_1900(stored, value):
    assert only_row(row(f's="1"><v>{stored}</v></c>'), styles=FORMATS) == [value]


@pytest.mark.parametrize(
    ("stored", "value"), [("0", date(1904, 1, 1)), ("43889", date(2024, 2, 29)), ("-1", -1), ("2957004", 2957004)]
)
def test_days_since_1904(stored, value):
    assert only_row(row(f's="1"><v>{stored}</v></c>'), styles=FORMATS, properties='date1904="1"') == [value]


def test_white_space_for_a_number_is_nothing():
    cells = ("><v> </v></c>", 's="1"><v>\t</v></c>', 't="d"><v> </v></c>', 't="str"><v> </v></c>')
    assert only_row(row(*cells), styles=FORMATS) == [None, None, None, " "]


def test_dates_written_out():
    cells = ('t="d"><v>2024-02-29</v></c>', 't="d"><v>2024-02-29T09:30:00Z</v></c>', 't="d"><v>2024-02-30</v></c>')
    assert only_row(row(*cells)) == [date(2024, 2, 29), datetime(2024, 2, 29, 9, 30), "2024-02-30"]


def test_truths_and_errors():
    cells = ('t="b"><v>1</v></c>', 't="b"><v>0</v></c>', 't="e"><v>#N/A</v></c>', 't="e"><v>#REF!</v></c>')
    assert only_row(row(*cells)) == [True, False, "#N/A", "#REF!"]


def test_formulas_are_never_worked_out():
    cells = (
        "><f>1+1</f><v>3</v></c>",
        't="str"><f>A1&amp;"x"</f><v>3x</v></c>',
        "><f>1+1</f></c>",
        't="str"><f>""</f><v></v></c>',
        '><f t="shared" si="0"/><v>4</v></c>',
    )
    assert only_row(row(*cells)) == [3, "3x", None, None, 4]


def test_text_that_looks_like_a_formula_is_text():
    strings = "<si><t>=1+1</t></si>"
    assert only_row(row('t="s"><v>0</v></c>', 't="inlineStr"><is><t>=cmd</t></is></c>'), strings=strings) == [
        "=1+1",
        "=cmd",
    ]


def test_shared_texts_in_runs_without_how_to_pronounce_them():
    strings = (
        "<si><r><rPr><b/></rPr><t>On </t></r><r><t xml:space='preserve'>track </t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si/>"
    )
    cells = [f't="s"><v>{number}</v></c>' for number in (0, 1, 2)]
    assert only_row(row(*cells, "><v>5</v></c>"), strings=strings) == ["On track ", "東京", None, 5]


def test_texts_in_the_cell_itself():
    cells = (
        't="inlineStr"><is><t>Fish &amp; chips &#163;5</t></is></c>',
        't="inlineStr"><is><r><t>On </t></r><r><t>track</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>',
        't="inlineStr"><is><t xml:space="preserve"> x </t></is></c>',
        't="inlineStr"/>',
        "><v>1</v></c>",
    )
    assert only_row(row(*cells)) == ["Fish & chips £5", "On track", " x ", None, 1]


def test_characters_that_xml_cannot_hold():
    cells = (
        't="str"><v>a_x000D_b_x0009_c</v></c>',
        't="str"><v>_x0000__x0007_</v></c>',
        't="str"><v>_x005F_x41_</v></c>',
    )
    assert only_row(row(*cells)) == ["a\rb\tc", "_x0000__x0007_", "_x41_"]


def test_rows_and_columns_are_where_they_say():
    for rows in in_both_ways('<row r="3"><c r="C3"><v>1</v></c><c r="E3"/><c r="F3"><v>2</v></c></row><row r="5"/>'):
        assert read_sheet(rows).rows == [[], [], [None, None, 1, None, None, 2]]


def test_rows_and_cells_that_do_not_say_follow_the_one_before():
    rows = '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c><v>4</v></c></row>'
    assert read_sheet(rows).rows == [[1, None, 2], [], [None, 3, 4]]


def test_rows_and_cells_out_of_order_are_put_in_order():
    rows = '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    assert read_sheet(rows).rows == [[1], [3, 4]]


def test_an_empty_cell_in_the_last_row_of_all_makes_no_rows():
    for rows in in_both_ways(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" hidden="1"><c r="XFD1048576" s="1"/></row>'
    ):
        sheet = read_sheet(rows, before='<dimension ref="A1:XFD1048576"/>')
        assert sheet.rows == [[1]]
        assert sheet.hidden_rows == set()


def test_names_of_the_strict_form_and_prefixes_are_read():
    sheet = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert read_workbook(zipped(parts() | {SHEET_PART: sheet})).sheets[0].rows == [[1]]


def test_a_sheet_in_utf_16_is_read():
    sheet = f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{SHEETS}"><sheetData>' + row(
        't="str"><v>£</v></c>'
    )
    members = parts() | {SHEET_PART: f"{sheet}</sheetData></worksheet>".encode("utf-16")}
    assert read_workbook(zipped(members)).sheets[0].rows == [["£"]]


def test_what_looks_like_rows_in_a_comment_is_not_read():
    before = '<!-- <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData> -->'
    assert read_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', before=before).rows == [[1]]


def test_hidden_sheets_are_flagged_and_charts_left_out():
    members = parts(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        sheets='<sheet name="A" r:id="r1"/><sheet name="B" state="hidden" r:id="b"/>'
        '<sheet name="C" state="veryHidden" r:id="c"/><sheet name="D" r:id="d"/>',
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}" '
        f'Target="/xl/{name}.xml"/>'
        for name, kind in (("b", "worksheet"), ("c", "worksheet"), ("d", "chartsheet"))
    )
    members[LINKS_PART] = members[LINKS_PART].replace("</Relationships>", f"{links}</Relationships>")
    members |= dict.fromkeys(("xl/b.xml", "xl/c.xml"), f'<worksheet xmlns="{SHEETS}"><sheetData/></worksheet>')

    book = read_workbook(zipped(members))

    assert [(sheet.name, sheet.is_hidden, sheet.rows) for sheet in book.sheets] == [
        ("A", False, [[1]]),
        ("B", True, []),
        ("C", True, []),
    ]


def test_rows_and_columns_that_are_hidden_filtered_or_have_no_size():
    rows = "".join(
        f'<row r="{number}" {said}><c r="A{number}"><v>1</v></c><c r="F{number}"><v>1</v></c></row>'
        for number, said in enumerate(
            ('hidden="1"', 'ht="0" customHeight="1"', 'hidden="true"', 'ht="15"', 'hidden="0"'), 1
        )
    )
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/>'
        '<col min="6" max="16384" hidden="1"/></cols>'
    )
    for written in in_both_ways(rows):
        sheet = read_sheet(written, before=columns)
        assert sheet.hidden_rows == {1, 2, 3}
        assert sheet.hidden_columns == {2, 3, 4, 6}


def test_merged_ranges_end_where_the_cells_do():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row>'
    after = (
        '<mergeCells><mergeCell ref="A2:XFD2"/><mergeCell ref="B1:C1"/><mergeCell ref="$A$3:$B$1048576"/>'
        '<mergeCell ref="C3:D3"/><mergeCell ref="H8:I9"/></mergeCells>'
    )
    assert read_sheet(rows, after=after).merges == [(1, 2, 1, 3), (2, 1, 2, 3), (3, 1, 3, 2)]


def fill(colour, pattern="solid"):
    """One more fill of the styles."""
    return f'<fill><patternFill patternType="{pattern}"><fgColor {colour}/><bgColor indexed="64"/></patternFill></fill>'


RED = 'rgb="FFFF0000"'
INDEXED_1 = 'indexed="1"'
SCHEME = (
    '<a:dk1><a:sysClr val="windowText" lastClr="010203"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFE"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent6><a:srgbClr val="F79646"/></a:accent6>'
)


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ('rgb="FFFFC000"', "FFC000"),
        ('rgb="0000b050"', "00B050"),
        ('rgb="00B050"', "00B050"),
        ('rgb="FFFFFFFF"', None),
        ('rgb="green"', None),
        ('auto="1"', None),
        ('indexed="10"', "FF0000"),
        ('indexed="51"', "FFCC00"),
        ('indexed="63"', "333333"),
        ('indexed="64"', "000000"),
        ('indexed="65"', None),
        ('indexed="66"', None),
        ('theme="0"', "FFFFFE"),
        ('theme="1"', "010203"),
        ('theme="2"', "EEECE1"),
        ('theme="3"', "1F497D"),
        ('theme="4"', "4F81BD"),
        ('theme="5"', "ED7D31"),
        ('theme="9"', "F79646"),
        ('theme="12"', None),
        ('theme="-1"', None),
        # As Excel shows "Accent 1, Lighter 80%", "Lighter 40%" and "Darker 25%".
        ('theme="4" tint="0.79998168889431442"', "DCE6F1"),
        ('theme="4" tint="0.39997558519241921"', "95B3D7"),
        ('theme="4" tint="-0.249977111117893"', "366092"),
        ('theme="4" tint="nan"', "4F81BD"),
        ('theme="4" tint="9"', None),
    ],
)
def test_fills_as_they_are_seen(colour, seen):
    styles = f'<fills>{fill("", "none")}{fill(colour)}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs>'
    for rows in in_both_ways('<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>1</v></c></row>'):
        sheet = read_sheet(rows, styles=styles, scheme=SCHEME)
        assert sheet.fills == ({(1, 2): seen} if seen else {})


@pytest.mark.parametrize(
    ("accent", "shown"),
    [
        ("4F81BD", "DCE6F1 B8CCE4 95B3D7 366092 244062"),
        ("C0504D", "F2DCDB E6B8B7 DA9694 963634 632523"),
        ("9BBB59", "EBF1DE D8E4BC C4D79B 76933C 4F6228"),
        ("8064A2", "E4DFEC CCC0DA B1A0C7 60497A 403151"),
        ("4BACC6", "DAEEF3 B7DEE8 92CDDC 31869B 215967"),
        ("F79646", "FDE9D9 FCD5B4 FABF8F E26B0A 974706"),
        ("1F497D", "C5D9F1 8DB4E2 538DD5 16365C 0F243E"),
    ],
)
def test_tints_are_those_of_excels_palette(accent, shown):
    """Lighter by 80, 60 and 40 percent, darker by 25 and 50, with the tints that Excel 2010 stores for them."""
    tints = (0.79998168889431442, 0.59999389629810485, 0.39997558519241921, -0.249977111117893, -0.499984740745262)
    assert [tinted(accent, tint) for tint in tints] == shown.split()


def test_tints_of_white_and_black_are_those_of_excels_palette():
    tints = (4.9989318521683403e-2, 0.14999847407452621, 0.249977111117893, 0.34998626667073579, 0.499984740745262)
    assert [tinted("FFFFFF", -tint) for tint in tints] == ["F2F2F2", "D9D9D9", "BFBFBF", "A6A6A6", "808080"]
    assert [tinted("000000", tint) for tint in tints] == ["0D0D0D", "262626", "404040", "595959", "808080"]


def test_a_palette_of_the_workbooks_own():
    styles = (
        f"<fills>{fill(INDEXED_1)}</fills>"
        '<cellXfs><xf fillId="0"/></cellXfs>'
        '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00ABCDEF"/></indexedColors></colors>'
    )
    assert read_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', styles=styles).fills == {(1, 1): "ABCDEF"}


def test_only_solid_fills_of_cells_count():
    styles = f'<fills>{fill(RED, "gray125")}</fills><cellXfs><xf fillId="0"/><xf fillId="7"/></cellXfs>'
    assert read_sheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>', styles=styles).fills == {}


def test_fills_are_left_out_where_nobody_asks_and_where_no_cell_is():
    styles = f"<fills>{fill(RED)}</fills><cellXfs><xf fillId='0'/></cellXfs>"
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"/></row>'

    assert read_sheet(rows, styles=styles).fills == {(1, 1): "FF0000"}
    assert read_sheet(rows, styles=styles, with_fills=False).fills == {}


def test_progress_is_told_up_to_the_end():
    told = []
    content = zipped(parts('<row r="1"><c r="A1"><v>1</v></c></row>'))

    read_workbook(content, progress=lambda done, total: told.append((done, total)))

    size = len(parts('<row r="1"><c r="A1"><v>1</v></c></row>')[SHEET_PART])
    assert told == [(size, size)]


def test_a_workbook_may_lie_elsewhere_in_its_package():
    members = parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("/xl/workbook.xml", "/Book.xml")
    members["Book.xml"] = members.pop(WORKBOOK_PART)
    members["_rels/Book.xml.rels"] = members.pop(LINKS_PART).replace("worksheets/", "./XL\\worksheets/")

    assert read_workbook(zipped(members)).sheets[0].rows == [[1]]
