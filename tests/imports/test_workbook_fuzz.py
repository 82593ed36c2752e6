"""Damaged workbooks and CSV files by the thousand: each is a book within its limits, or refused in words.

What is changed follows from the number of the case alone, so that a case that fails can be run again by itself.
"""

import random
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from apps.imports.grid import Book, Unreadable
from apps.imports.workbook import Limits, read_workbook

from .packages import parts, zipped

pytestmark = pytest.mark.long

SHEETS = Path(__file__).parent / "sheets"
LIMITS = Limits(expanded=5_000_000, rows=3_000, columns=60, cells=50_000, fills=20_000, merges=500)
CASES_IN_A_RUN = 500

NUMBERS = (
    *("0", "-1", "00", "1.0", "1e3", "1e999", "-0", "65", "255", "60", "16385", "70000", "1048576", "1048577"),
    *("2147483648", "4294967296", "9" * 30, "9" * 5_000, "0x10", "NaN", "inf", "-inf", " 7 ", "٣", "", "1_0", "+5"),
)
WORDS = (
    *("", " ", "A1", "XFD1048576", "A1:XFD1048576", "ZZZZ9", "A0", "s", "b", "d", "e", "n", "str", "inlineStr", "true"),
    *("\ufffe", "\u202e", "\x07", "&amp;", "&#0;", "&#xD800;", "&bogus;", "]]>", "_x0000_", "_xD83D_", "x" * 40_000),
    *("hidden", "../../etc/passwd", "worksheet", "External", "general", "[h]:mm;@", 'd"', "h" * 300, "FFFF0000", "-1"),
)
MARKUP = (
    *(
        "<c/>",
        "<c>",
        "</c>",
        "<row/>",
        "<row>",
        "</row>",
        "<v>1</v>",
        "<v/>",
        "<is><t>x</t></is>",
        "<f>1+1</f>",
        "<si/>",
    ),
    *("<sheetData/>", "<sheetData>", "</sheetData>", "<!-- x -->", "<![CDATA[x]]>", "<?x y?>", "<!DOCTYPE x>", "<rPh>"),
    *(
        '<x:c xmlns:x="y" r="A1"/>',
        '<mergeCell ref="A1:B9"/>',
        '<col min="1" max="99999999" hidden="1"/>',
        "\n",
        "\r\n",
    ),
    *(
        '<c r="A1" t="s"><v>99999</v></c>',
        '<row r="2999"><c r="BH2999"><v>5</v></c></row>',
        "<xf/>",
        "<fill/>",
        "<a><b>",
    ),
)
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r'="([^"]*)"')
NUMBER = re.compile(r"[0-9.]+")
TEXT = re.compile(r">([^<>]+)<")


def made():
    """A workbook that has one of everything."""
    rows = (
        '<row r="1" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" s="2"><v>45351</v></c><c r="D1" t="b"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>Fish &amp; chips</t></is></c>'
        '<c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="str"><f>A1&amp;"x"</f><v>x</v></c></row>'
        '<row r="4" ht="0"><c r="B4" t="d"><v>2024-02-29</v></c><c r="C4" s="3"><f>1+1</f><v>0.25</v></c>'
        '<c r="D4" t="inlineStr"><is><r><t>runs</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>'
    )
    strings = "<si><t>Reference</t></si><si><r><t>On </t></r><r><t>track</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    styles = (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]d mmm yyyy h:mm;@"/></numFmts>'
        '<fills><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor theme="4" tint="-0.25"/></patternFill></fill>'
        '<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>'
        '<cellXfs><xf numFmtId="0" fillId="0"/><xf numFmtId="0" fillId="1"/><xf numFmtId="164" fillId="2"/>'
        '<xf numFmtId="9" fillId="0"/></cellXfs>'
        '<colors><indexedColors><rgbColor rgb="00ABCDEF"/></indexedColors></colors>'
    )
    return parts(
        rows,
        strings=strings,
        styles=styles,
        scheme='<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>',
        before='<dimension ref="A1:D4"/><cols><col min="4" max="4" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
        properties='date1904="0"',
    )


def members(path):
    """The parts of a workbook by name, those that hold XML as text."""
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def workbooks():
    """The parts of good workbooks."""
    return [made(), members(SHEETS / "pip_tracker_messy.xlsx"), members(SHEETS / "wsoa_tracker_2017.xlsx")]


@pytest.fixture(scope="module")
def tables():
    """Good CSV files."""
    written = "".join(
        f'{number},"Agree, “publish” and\r\nact – £{number}","Say ""yes""",{number}/02/2024\r\n' for number in range(60)
    )
    semicolons = "Ref;Action;Due\n" + "1.1;Agree, publish;31/03/2025\n" * 40
    return [
        written.encode(),
        written.encode("utf-8-sig"),
        written.encode("utf-16"),
        written.encode("cp1252"),
        semicolons.encode(),
    ]


def somewhere(chance, pattern, text):
    """A match of a pattern, None if there is none."""
    start = chance.randrange(len(text) + 1)
    return pattern.search(text, start) or pattern.search(text)


def replaced(match, text, new, group=0):
    """The text with another text in the place of a match."""
    return text if match is None else text[: match.start(group)] + new + text[match.end(group) :]


def swap_attributes(chance, text):
    first, second = sorted(
        (match for match in (somewhere(chance, ATTRIBUTE, text) for _ in range(2)) if match),
        key=lambda match: match.start(),
    ) or (None, None)
    if first is None or first.end() > second.start():
        return text
    return text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :]


def change_attribute(chance, text):
    return replaced(somewhere(chance, ATTRIBUTE, text), text, chance.choice(WORDS + NUMBERS), 1)


def change_text(chance, text):
    return replaced(somewhere(chance, TEXT, text), text, chance.choice(WORDS + NUMBERS), 1)


def change_number(chance, text):
    return replaced(somewhere(chance, NUMBER, text), text, chance.choice(NUMBERS))


def remove_tag(chance, text):
    return replaced(somewhere(chance, TAG, text), text, "")


def double_tag(chance, text):
    match = somewhere(chance, TAG, text)
    return replaced(match, text, match[0] * chance.choice((2, 3, 70)) if match else "")


def move_piece(chance, text):
    cuts = sorted(chance.randrange(len(text) + 1) for _ in range(3))
    return text[: cuts[0]] + text[cuts[1] : cuts[2]] + text[cuts[0] : cuts[1]] + text[cuts[2] :]


def double_element(chance, text):
    match = somewhere(chance, re.compile(r"<(row|c|si|xf|mergeCell|sheet|fill)\b[^<>]*>.*?</\1>"), text)
    return replaced(match, text, match[0] * 2 if match else "")


def add_markup(chance, text):
    match = somewhere(chance, TAG, text)
    return replaced(match, text, match[0] + chance.choice(MARKUP) if match else "")


def add_junk(chance, text):
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.randbytes(chance.randrange(1, 9)).decode("latin-1") + text[at:]


def truncate(chance, text):
    return text[: chance.randrange(len(text) + 1)]


CHANGES = (
    *(swap_attributes, change_attribute, change_text, change_number, remove_tag, double_tag, move_piece),
    *(double_element, add_markup, add_junk, truncate),
)


def changed_parts(chance, workbook):
    """The parts of a workbook with up to three changes, most of them in what is read."""
    changed = dict(workbook)
    for _ in range(chance.randrange(1, 4)):
        name = chance.choice([name for name in changed if chance.random() < 0.3 or "docProps" not in name])
        changed[name] = chance.choice(CHANGES)(chance, changed[name])
    if chance.random() < 0.05:
        del changed[chance.choice(list(changed))]
    if chance.random() < 0.05:
        one, other = chance.sample(list(changed), 2)
        changed[one], changed[other] = changed[other], changed[one]
    return changed


def encoded(chance, changed):
    """The parts as bytes, now and then in another encoding."""
    encoding = chance.choice(("utf-8",) * 8 + ("utf-16", "latin-1"))
    return {name: text.encode(encoding, "replace") for name, text in changed.items()}


def changed_bytes(chance, content):
    """Bytes of which some were flipped, overwritten, left out, doubled or cut off."""
    content = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        if not content:
            break
        at = chance.randrange(len(content))
        size = chance.randrange(1, 40)
        way = chance.randrange(6)
        if way == 0:
            del content[at:]
        elif way == 1:
            del content[at : at + size]
        elif way == 2:
            content[at : at + size] = content[at : at + size] * 2
        elif way == 3:
            content[at : at + size] = chance.randbytes(size)
        elif way == 4:
            content[at:at] = chance.choice((b'"', b",", b"\0", b"\r", b"\n", b";", b"\xff", b'""', b'","', b"\x1a"))
        else:
            content[at] ^= 1 << chance.randrange(8)
    return bytes(content)


def outcome(content):
    """The book, or the words of the refusal; nothing else may be raised."""
    try:
        book = read_workbook(content, "tracker.xlsx", limits=LIMITS)
    except Unreadable as refused:
        return str(refused)
    require_sound(book)
    return book


def require_sound(book):
    """A book keeps to its limits, and to what it promises to whoever reads it on."""
    assert 0 < len(book.sheets) <= LIMITS.sheets
    assert sum(len(sheet.fills) for sheet in book.sheets) <= LIMITS.fills
    assert sum(len(sheet.merges) for sheet in book.sheets) <= LIMITS.merges
    for sheet in book.sheets:
        height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
        assert height <= LIMITS.rows
        assert width <= LIMITS.columns
        assert all(values[-1] is not None for values in sheet.rows if values)
        for value in {value for values in sheet.rows for value in values}:
            assert value is None or isinstance(value, bool | int | float | date) or 0 < len(value) <= LIMITS.text
        assert all(0 < row <= height and 0 < column <= width for row, column in sheet.fills)
        assert all(re.fullmatch("[0-9A-F]{6}", colour) for colour in sheet.fills.values())
        assert all(0 < row <= height for row in sheet.hidden_rows)
        assert all(0 < column <= width for column in sheet.hidden_columns)
        for top, left, bottom, right in sheet.merges:
            assert 0 < top <= bottom <= height
            assert 0 < left <= right <= width


def carefully(changed):
    """The same parts, written so that the careful reader reads all sheets."""
    return {
        name: content.replace(b"<sheetData>", b"<!-- --><sheetData>", 1) if "/worksheets/" in name else content
        for name, content in changed.items()
    }


@pytest.mark.parametrize("run", range(8))
def test_workbooks_whose_parts_were_changed(workbooks, run):
    """Both readers come to the same end, and each is a book or a refusal."""
    read = 0
    for case in range(run * CASES_IN_A_RUN, (run + 1) * CASES_IN_A_RUN):
        chance = random.Random(case)
        changed = encoded(chance, changed_parts(chance, chance.choice(workbooks)))
        book = outcome(zipped(changed))
        careful = outcome(zipped(carefully(changed)))
        assert (book if isinstance(book, Book) else None) == (careful if isinstance(careful, Book) else None), case
        read += isinstance(book, Book)
    # Enough of either, so that the changes are neither all fatal nor all without effect.
    assert CASES_IN_A_RUN / 10 < read < CASES_IN_A_RUN * 9 / 10


@pytest.mark.parametrize("run", range(4))
def test_workbooks_whose_bytes_were_changed(workbooks, run):
    whole = [zipped(workbook) for workbook in workbooks]
    for case in range(run * CASES_IN_A_RUN, (run + 1) * CASES_IN_A_RUN):
        chance = random.Random(case)
        outcome(changed_bytes(chance, chance.choice(whole)))


@pytest.mark.parametrize("run", range(2))
def test_csv_files_whose_bytes_were_changed(tables, run):
    for case in range(run * CASES_IN_A_RUN, (run + 1) * CASES_IN_A_RUN):
        chance = random.Random(case)
        outcome(changed_bytes(chance, chance.choice(tables)))
