"""Files that are no workbook, that are damaged, or that are made to do harm: refused in words that help."""

import hashlib
import re
import struct
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook

from apps.imports.grid import Unreadable
from apps.imports.workbook import Limits, read_workbook

from .packages import (
    LINKS_PART,
    MAIN,
    SHEET_PART,
    SHEETS,
    in_both_ways,
    parts,
    read_sheet,
    zipped,
)

GOOD_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
AGAIN = "Open it in Excel, save it as .xlsx and try again."
TOO_LARGE = (
    "The workbook is too large when opened. Take out the sheets, pictures and formatting that are not needed, "
    "save it as .xlsx and try again."
)
DOCTYPE = f"The workbook contains a document type declaration, which is not allowed. {AGAIN}"


def refusal(content, **others):
    """The words by which a file is refused."""
    with pytest.raises(Unreadable) as refused:
        read_workbook(content, "tracker.xlsx", **others)
    return str(refused.value)


def damage(content, **others):
    """What the refusal of a damaged workbook says is wrong."""
    words = refusal(content, **others)
    assert words.startswith("The workbook is damaged: ")
    assert words.endswith(f". {AGAIN}")
    return words.removeprefix("The workbook is damaged: ").removesuffix(f". {AGAIN}")


def sheet_damage(rows, **others):
    """What is wrong with a sheet of these rows, the same whichever way they are written."""
    plain, careful = (damage(zipped(parts(written, **others))) for written in in_both_ways(rows))
    assert plain == careful
    return plain


def junk(size):
    """Bytes without any sense, the same each time."""
    return b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(size // 32))


def doubled(content, name, other):
    """A zip in which one name takes the place of another of the same length."""
    return content.replace(name.encode(), other.encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t\n", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"\xff\xfe", "The file is empty."),
        (b"<!DOCTYPE html><html></html>", f"This is a web page, not a workbook. {AGAIN}"),
        (b"\n <HTML><table><tr><td>1</td></tr></table>", f"This is a web page, not a workbook. {AGAIN}"),
        ("<html><body>".encode("utf-16"), f"This is a web page, not a workbook. {AGAIN}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
            "The workbook is password protected or in the old .xls form. "
            "Remove the password, save it as .xlsx and try again.",
        ),
        (
            b"%PDF-1.7\n",
            "This is a PDF, not a workbook. Send the Excel workbook or CSV file that it was made from.",
        ),
        (junk(4096), "This is not a workbook. Send an Excel workbook (.xlsx) or a CSV file."),
        (b"\x89PNG\r\n\x1a\n", "This is not a workbook. Send an Excel workbook (.xlsx) or a CSV file."),
        (b'<?xml version="1.0"?><Workbook/>', "This is not a workbook. Send an Excel workbook (.xlsx) or a CSV file."),
        (
            zipped({"letter.txt": "x"}),
            "This is a zip file, but not a workbook. If the workbook is inside, take it out and send it by itself.",
        ),
        (
            zipped({}),
            "This is a zip file, but not a workbook. If the workbook is inside, take it out and send it by itself.",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "This is an OpenDocument file, not an Excel workbook. Save it as .xlsx and try again.",
        ),
    ],
)
def test_files_that_are_something_else(content, words):
    assert refusal(content) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "Macro-enabled workbooks are not accepted. Save it as .xlsx, without macros, and try again.",
        ),
        (
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
            f"The workbook is in the binary form (.xlsb), which is not accepted. {AGAIN}",
        ),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "This is a Word document, not a workbook. Copy its table into Excel, save it as .xlsx and try again.",
        ),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "This is a PowerPoint file, not a workbook. Copy its table into Excel, save it as .xlsx and try again.",
        ),
        (
            "text/plain",
            "This is a zip file, but not a workbook. If the workbook is inside, take it out and send it by itself.",
        ),
    ],
)
def test_packages_that_are_something_else(kind, words):
    assert refusal(zipped(parts(GOOD_ROW, main=kind))) == words


def test_macros_are_refused_whatever_the_workbook_calls_itself():
    assert refusal(zipped(parts(GOOD_ROW) | {"xl/vbaProject.bin": "x"})) == (
        "Macro-enabled workbooks are not accepted. Save it as .xlsx, without macros, and try again."
    )


def test_a_template_is_a_workbook():
    assert read_sheet(GOOD_ROW, main=MAIN.replace("sheet.main", "template.main")).rows == [[1]]


def test_a_workbook_without_any_cell_is_refused_with_its_sheets():
    workbook = Workbook()
    workbook.active.title = "Sheet1"
    workbook.create_sheet("Sheet2")
    file = BytesIO()
    workbook.save(file)

    assert refusal(file.getvalue()) == (
        "Nothing was found in Sheet1 or Sheet2. Check that this is the right file and try again."
    )


def test_a_long_list_of_empty_sheets_is_cut_short():
    workbook = Workbook()
    for _ in range(6):
        workbook.create_sheet()
    file = BytesIO()
    workbook.save(file)

    assert refusal(file.getvalue()) == (
        "Nothing was found in Sheet, Sheet1, Sheet2, Sheet3 or 3 more sheets. "
        "Check that this is the right file and try again."
    )


def test_the_upload_is_limited(tmp_path):
    words = (
        "The file is larger than 0.1 MB, which is the most that can be read. "
        "Take out the sheets and pictures that are not needed and try again."
    )
    path = tmp_path / "long.csv"
    path.write_bytes(b"A,B,C,D,E\n" * 10_000 + b"F")

    assert refusal(path, limits=Limits(upload=100_000)) == words
    assert refusal(path.read_bytes(), limits=Limits(upload=100_000)) == words
    assert len(read_workbook(path, limits=Limits(upload=100_001)).sheets[0].rows) == 10_001


# The zip.


def test_a_part_that_expands_a_thousand_times_is_refused():
    bomb = parts(GOOD_ROW + " " * 20_000_000)
    assert refusal(zipped(bomb)) == TOO_LARGE


def test_parts_that_are_too_large_together_are_refused():
    members = parts(GOOD_ROW) | {f"xl/media/{number}.bin": junk(32_000) for number in range(4)}
    size = sum(len(content) for content in members.values())

    assert refusal(zipped(members), limits=Limits(expanded=size - 1)) == TOO_LARGE
    assert read_workbook(zipped(members), limits=Limits(expanded=size)).sheets[0].rows == [[1]]


def test_a_part_that_is_larger_than_it_says_is_refused():
    members = parts(GOOD_ROW)
    size = len(members[SHEET_PART])
    content = zipped(members, ZIP_STORED)
    lie = content.replace(struct.pack("<LL", size, size), struct.pack("<LL", size, size - 1))
    assert lie != content

    assert damage(lie) == "a part of the zip that it is made of is broken"


def test_a_part_that_is_shorter_than_it_says_is_refused():
    content = zipped(parts(GOOD_ROW))
    with ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(SHEET_PART)
    said = struct.pack("<LL", entry.compress_size, entry.file_size)
    lie = content.replace(said, struct.pack("<LL", entry.compress_size, entry.file_size + 1))
    assert lie != content

    assert damage(lie) == "a part of the zip that it is made of is shorter than it says"


def test_too_many_parts_are_refused():
    members = parts(GOOD_ROW) | {f"xl/{number}.bin": "" for number in range(20)}
    assert refusal(zipped(members), limits=Limits(parts=26)) == TOO_LARGE
    assert read_workbook(zipped(members), limits=Limits(parts=27)).sheets[0].rows == [[1]]


def test_a_truncated_workbook_is_refused():
    content = zipped(parts(GOOD_ROW))
    assert damage(content[: len(content) // 2]) == "the zip that it is made of is incomplete or broken"


def test_a_part_that_does_not_match_its_checksum_is_refused():
    content = zipped(parts('<row r="1"><c r="A1" t="str"><v>unique words</v></c></row>'), ZIP_STORED)
    assert damage(content.replace(b"unique words", b"unique wards")) == "a part of the zip that it is made of is broken"


def test_parts_of_the_same_name_are_refused():
    members = list(parts(GOOD_ROW).items())
    twice = zipped([*members, ("xl/worksheets/sheet2.xml", "<x/>")])
    assert damage(doubled(twice, "sheet2.xml", "sheet1.xml")) == "two of its parts have the same name"
    assert damage(doubled(twice, "sheet2.xml", "SHEET1.XML")) == "two of its parts have the same name"


def test_parts_that_overlap_are_refused():
    content = bytearray(zipped(parts(GOOD_ROW)))
    entries = [at for at in range(len(content)) if content[at : at + 4] == b"PK\x01\x02"]
    content[entries[1] + 42 : entries[1] + 46] = content[entries[0] + 42 : entries[0] + 46]
    assert damage(bytes(content)) == "parts of the zip that it is made of overlap"


def test_encrypted_parts_are_refused():
    content = bytearray(zipped(parts(GOOD_ROW)))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert refusal(bytes(content)) == (
        "The workbook is password protected. Remove the password, save it as .xlsx and try again."
    )


def test_other_ways_to_compress_are_refused():
    content = bytearray(zipped(parts(GOOD_ROW)))
    at = content.index(b"PK\x01\x02")
    content[at + 10] = 12
    assert damage(bytes(content)) == "it is compressed in a way that Excel does not use"


def test_names_that_lead_out_of_the_package_are_never_followed(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    members = parts(GOOD_ROW) | {"../escape.txt": "x", "/escape.txt": "x", "..\\escape2.txt": "x"}

    assert read_workbook(zipped(members)).sheets[0].rows == [[1]]
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]


def test_links_that_lead_out_of_the_package_are_never_followed(tmp_path):
    (tmp_path / "sheet.xml").write_text("<x/>")
    members = parts(GOOD_ROW)
    members[LINKS_PART] = members[LINKS_PART].replace("worksheets/sheet1.xml", f"../..{tmp_path}/sheet.xml")
    assert damage(zipped(members)) == "its sheet Tracker is missing"


# The XML.

ENTITIES = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("part", list(parts()))
@pytest.mark.parametrize("declaration", [ENTITIES, EXTERNAL, "<!DOCTYPE x>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_document_types_are_refused_in_every_part_and_encoding(part, declaration, encoding):
    members = parts(GOOD_ROW)
    written = f'<?xml version="1.0" encoding="{encoding.removesuffix("-be")}"?>{declaration}{members[part]}'
    assert refusal(zipped(members | {part: written.encode(encoding)})) == DOCTYPE


@pytest.mark.parametrize("name", ["docProps/app.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/x.rels"])
def test_document_types_are_refused_in_parts_that_nobody_reads(name):
    assert refusal(zipped(parts(GOOD_ROW) | {name: " " * (1 << 20) + ENTITIES})) == DOCTYPE
    # Where one piece ends and the next begins.
    assert refusal(zipped(parts(GOOD_ROW) | {name: " " * ((1 << 20) - 5) + ENTITIES})) == DOCTYPE


def test_other_encodings_are_refused():
    written = '<?xml version="1.0" encoding="utf-7"?>' + parts(GOOD_ROW)[SHEET_PART]
    assert damage(zipped(parts() | {SHEET_PART: written})) == ("a part of it is in an encoding that Excel does not use")


@pytest.mark.parametrize("part", list(parts()))
def test_parts_that_are_not_well_formed_are_refused(part):
    members = parts(GOOD_ROW)
    assert damage(zipped(members | {part: members[part][:-1]})) == "a part of it is not well formed"


def with_more(part, more):
    """A good workbook in which one part holds more, and then does not end."""
    members = parts(GOOD_ROW)
    return zipped(members | {part: members[part].rpartition("</")[0] + more})


@pytest.mark.parametrize("part", list(parts()))
def test_elements_nested_too_deeply_are_refused(part):
    assert damage(with_more(part, "<x>" * 1_000_000)) == "its parts are nested too deeply"


@pytest.mark.parametrize("part", list(parts()))
def test_a_comment_without_end_is_refused(part):
    assert refusal(with_more(part, "<!--" + "x" * 8_000_000)) == TOO_LARGE


@pytest.mark.parametrize("part", list(parts()))
def test_too_many_names_are_refused(part):
    names = "".join(f"<n{number}/>" for number in range(200_000))
    assert damage(with_more(part, names)) == "it has more kinds of elements than any workbook"


# The sheet.


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (
            '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
            "cell A1 of Tracker is there twice",
        ),
        (f"{GOOD_ROW}{GOOD_ROW}", "Tracker has two rows 1"),
        ('<row r="0"/>', "Tracker has a row that no sheet has"),
        ('<row r="1048577"/>', "Tracker has a row that no sheet has"),
        ('<row r="x"/>', "Tracker has a row that no sheet has"),
        ('<row r="2"><c r="A1"/></row>', "a cell of Tracker is not where it says"),
        ('<row r="1"><c r="XFE1"/></row>', "a cell of Tracker is not where it says"),
        ('<row r="1"><c r="a1"/></row>', "a cell of Tracker is not where it says"),
        ('<row r="1"><c r=""/></row>', "a cell of Tracker is not where it says"),
        ('<row r="1"><c r="A1"><c r="B1"/></c></row>', "Tracker has a cell outside of a row"),
        ('<c r="A1"/>', "Tracker has a cell outside of a row"),
        ('<row r="1"><row r="2"/></row>', "Tracker has a row that is not among its rows"),
        ('<row r="1">' + "<c/>" * 16_385 + "</row>", "row 1 of Tracker has more cells than a sheet has columns"),
        ('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "a cell points to a text that is not there"),
        ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', "a cell points to a text that is not there"),
        ('<row r="1"><c r="A1" t="s"><v>9999999999</v></c></row>', "a cell points to a text that is not there"),
        ('<row r="1"><c r="A1"><v>&#0;</v></c></row>', "a part of it is not well formed"),
        ('<row r="1"><c r="A1"><v>&x;</v></c></row>', "a part of it is not well formed"),
        ('<row r="1"><c r="A1"><v>\x01</v></c></row>', "a part of it is not well formed"),
        ('<row r="1"><c r="A1"><v>\ufffe</v></c></row>', "a part of it is not well formed"),
        ('<row r="1"><c r="A1"><v>]]></v></c></row>', "a part of it is not well formed"),
        ('<row r="1" r="2"><c r="A1"/></row>', "a part of it is not well formed"),
        ('<row r="1" x:y="2"><c r="A1"/></row>', "a part of it is not well formed"),
    ],
)
def test_sheets_that_contradict_themselves(rows, wrong):
    assert sheet_damage(rows) == wrong


def test_rows_that_come_twice_or_elsewhere():
    assert damage(zipped(parts(GOOD_ROW, after="<sheetData/>"))) == "Tracker has its rows twice"
    assert damage(zipped(parts(GOOD_ROW, after=GOOD_ROW))) == "Tracker has a row that is not among its rows"


@pytest.mark.parametrize(
    ("reference", "wrong"),
    [
        ("A1:XFE1", "a merged range of Tracker is not on the sheet"),
        ("", "a merged range of Tracker is not on the sheet"),
        ('A1:C2"/><mergeCell ref="B2:C3', "merged ranges of Tracker overlap"),
    ],
)
def test_merged_ranges_that_cannot_be(reference, wrong):
    rows = '<row r="1"><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    after = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>'
    assert damage(zipped(parts(rows, after=after))) == wrong


def test_two_sheets_of_one_part_are_refused():
    sheets = '<sheet name="A" r:id="r1"/><sheet name="B" r:id="r1"/>'
    assert damage(zipped(parts(GOOD_ROW, sheets=sheets))) == "two of its sheets are the same part"


def test_a_sheet_without_its_part_is_refused():
    sheets = '<sheet name="A" r:id="r1"/><sheet name="B" r:id="r9"/>'
    assert damage(zipped(parts(GOOD_ROW, sheets=sheets))) == "its sheet B is missing"
    members = parts(GOOD_ROW)
    del members[SHEET_PART]
    assert damage(zipped(members)) == "its sheet Tracker is missing"


# The limits.


def test_too_many_columns_are_refused_with_their_number():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
    for written in in_both_ways(rows):
        assert refusal(zipped(parts(written))) == (
            "Too many columns (16,384) in Tracker; at most 500 can be read. "
            "Take out those that are not needed and try again."
        )


def test_too_many_rows_are_refused():
    for written in in_both_ways('<row r="200001"><c r="A200001"><v>1</v></c></row>'):
        assert refusal(zipped(parts(written))) == (
            "Too many rows in Tracker: something stands in row 200,001; at most 200,000 rows can be read. "
            "Split the sheet into smaller ones and try again."
        )


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(cells=2), "more than 2 cells that hold something"),
        (Limits(fills=3), "more than 3 coloured cells"),
        (Limits(merges=0), "more than 0 merged ranges"),
    ],
)
def test_what_all_sheets_hold_is_limited(limits, words):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c><c r="D1"/></row>'
    styles = (
        '<fills><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>'
        '<cellXfs><xf fillId="0"/></cellXfs>'
    )
    after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    for written in in_both_ways(rows):
        content = zipped(parts(written, styles=styles, after=after))
        assert refusal(content, limits=limits) == (
            f"The workbook has {words}, which is too many. Split it into smaller workbooks and try again."
        )
        assert read_workbook(content, limits=Limits(cells=3, fills=4, merges=1)).sheets[0].rows == [[1, 1, 1]]


def test_too_many_sheets_are_refused():
    sheets = '<sheet name="A" r:id="r1"/><sheet name="B" r:id="r6"/>'
    members = parts(GOOD_ROW, sheets=sheets) | {"xl/b.xml": f'<worksheet xmlns="{SHEETS}"/>'}
    link = members[LINKS_PART].partition("<Relationship ")[2].partition("/>")[0]
    link = link.replace("r1", "r6").replace("worksheets/sheet1.xml", "b.xml")
    members[LINKS_PART] = members[LINKS_PART].replace("</Relationships>", f"<Relationship {link}/></Relationships>")

    assert [sheet.name for sheet in read_workbook(zipped(members), limits=Limits(sheets=2)).sheets] == ["A", "B"]
    assert refusal(zipped(members), limits=Limits(sheets=1)) == (
        "The workbook has 2 sheets; at most 1 can be read. Take out those that are not needed and try again."
    )


def test_cells_with_too_much_text_are_refused():
    longest = "x" * 32_767
    for written in in_both_ways(f'<row r="3"><c r="AB3" t="str"><v>{longest}x</v></c></row>'):
        assert refusal(zipped(parts(written))) == (
            "Cell AB3 of Tracker holds more than 32,767 characters. Shorten it and try again."
        )
    assert read_sheet(f'<row r="1"><c r="A1" t="str"><v>{longest}</v></c></row>').rows == [[longest]]


def test_shared_texts_that_are_too_long_are_refused():
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    strings = f"<si><r><t>Long</t></r><r><t>{'x' * 32_764}</t></r></si>"
    assert refusal(zipped(parts(rows, strings=strings))) == (
        "A cell holds more than 32,767 characters. Shorten it and try again; it begins “Long”."
    )


def test_too_many_shared_texts_and_styles_are_refused():
    strings = "<si><t>a</t></si>" * 3
    styles = f"<cellXfs>{'<xf/>' * 3}</cellXfs>"
    content = zipped(parts(GOOD_ROW, strings=strings, styles=styles))
    assert refusal(content, limits=Limits(strings=2)) == TOO_LARGE
    assert refusal(content, limits=Limits(styles=2)) == TOO_LARGE
    assert read_workbook(content, limits=Limits(strings=3, styles=3)).sheets[0].rows == [[1]]


@pytest.mark.parametrize("part", list(parts()))
def test_parts_that_are_something_else_are_refused(part):
    members = parts(GOOD_ROW)
    other = re.sub('xmlns(:a)?="[^"]*"', r'xmlns\1="urn:other"', members[part])
    assert damage(zipped(members | {part: other})) == "a part of it is not what it says it is"
