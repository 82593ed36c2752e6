"""CSV files as cells: encodings, delimiters, quotation marks, line ends and limits."""

from itertools import pairwise

import pytest

from apps.imports.grid import Unreadable
from apps.imports.workbook import Limits, read_workbook

TRACKER = [["Ref", "Action", "Due"], ["1.1", "“On plan” – costs £12,500", "31/03/2025"]]
WRITTEN = 'Ref,Action,Due\n1.1,"“On plan” – costs £12,500",31/03/2025\n'
AS_UTF8 = "Open it in Excel, save it as “CSV UTF-8” and try again."


def rows(content, **others):
    """The rows of a CSV file."""
    (sheet,) = read_workbook(content if isinstance(content, bytes) else content.encode(), **others).sheets
    return sheet.rows


def refusal(content, **others):
    """The words by which a CSV file is refused."""
    with pytest.raises(Unreadable) as refused:
        rows(content, **others)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    assert rows(WRITTEN.encode(encoding)) == TRACKER


def test_utf_16_that_begins_with_its_high_bytes():
    assert rows(b"\xfe\xff" + WRITTEN.encode("utf-16-be")) == TRACKER


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told_by_the_rows(delimiter):
    written = f"Plan of the council\n\nRef{delimiter}Action{delimiter}Due\n" + "".join(
        f'{number}{delimiter}"One, two; three | four"{delimiter}"1,5"\n' for number in range(3)
    )
    assert (
        rows(written)
        == [
            ["Plan of the council"],
            [],
            ["Ref", "Action", "Due"],
            *([str(number), "One, two; three | four", "1,5"] for number in range(3)),
        ]
        or delimiter == ","
    )


def test_commas_in_the_words_of_a_file_with_semicolons():
    assert rows("Ref;Action;Lead\n1;Meet, agree, publish;A, B\n2;Meet, agree, act;C, D\n") == [
        ["Ref", "Action", "Lead"],
        ["1", "Meet, agree, publish", "A, B"],
        ["2", "Meet, agree, act", "C, D"],
    ]


def test_a_delimiter_that_the_first_line_tells():
    assert rows("sep=|\r\nA|B,C\r\n") == [[], ["A", "B,C"]]


def test_a_single_column():
    assert rows("Action\nMeet\n") == [["Action"], ["Meet"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    assert rows(f'A,B{end}{end}"one{end}two",2{end}3,4') == [["A", "B"], [], ["one\ntwo", "2"], ["3", "4"]]


def test_empty_cells_and_rows_at_the_end_are_left_out():
    assert rows("A,,B,,\n,,\n1,,\n,,,\n\n") == [["A", None, "B"], [], ["1"]]


def test_quotation_marks():
    assert rows('A,B\n"He said ""yes""",5" pipe\n"=1+1",\'x\n') == [
        ["A", "B"],
        ['He said "yes"', '5" pipe'],
        ["=1+1", "'x"],
    ]


def test_everything_is_text():
    assert rows("1,1.50,TRUE,2024-02-29,007,=1+1\n") == [["1", "1.50", "TRUE", "2024-02-29", "007", "=1+1"]]


@pytest.mark.parametrize(
    ("file_name", "sheet"),
    [
        ("", "CSV"),
        ("tracker.csv", "tracker"),
        ("../../etc/tracker.csv", "tracker"),
        ("C:\\Plans\\tracker.v2.csv", "tracker.v2"),
        ("\u202evsc.rekcart\u00ad.xlsx", "vsc.rekcart"),
        ("Zażółć.csv", "Zażółć"),
        ("x" * 300 + ".csv", "x" * 100),
        ("/", "CSV"),
    ],
)
def test_the_sheet_is_named_after_the_file(file_name, sheet):
    assert read_workbook(b"A,B\n", file_name).sheets[0].name == sheet


def test_progress_is_told_up_to_the_end():
    told = []
    rows("A,B\n" * 12_000, progress=lambda done, total: told.append((done, total)))
    assert told == [(20_000, 48_000), (40_000, 48_000), (48_000, 48_000)]
    assert all(before < after for before, after in pairwise(told))


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"A,B\n1,\0\n", 2),
        (bytes(200_000), 1),
        (b"\0A,B\n1,2\n", 1),
        (b'A,B\n"1\n2",2\n\0\n', 3),
        ("A,B\n1,\0".encode("utf-16"), 2),
    ],
)
def test_nul_bytes_are_refused(content, row):
    assert refusal(content) == f"The file contains NUL bytes (row {row}). {AS_UTF8}"


def test_a_quotation_mark_that_is_not_closed():
    words = (
        "A quotation mark is not closed (row {}), or stands undoubled in a cell that is itself in quotation marks. "
        "Correct the row and try again."
    )
    assert refusal('A,B\n1,"open\n' + "2,x\n" * 398) == words.format(2)
    assert refusal('A,B\n"1\n1",2\n2,"open, then\n3,"closed",4\n') == words.format(3)
    assert refusal('A,B\n"open') == words.format(2)


def test_a_quotation_mark_that_is_not_closed_in_a_long_file():
    assert refusal('A,B\n1,"open\n' + "2,some words\n" * 20_000) == (
        "A quotation mark is not closed, or a cell has more than 32,767 characters (row 2). "
        "Correct the row and try again."
    )


def test_cells_with_too_much_text_are_refused():
    assert refusal(f"A,B\n1,{'x' * 32_768}\n") == (
        "Row 2 has a cell with more than 32,767 characters. Shorten it, or look for a quotation mark that is not "
        "closed, and try again."
    )
    assert rows(f"A,B\n1,{'x' * 32_767}\n") == [["A", "B"], ["1", "x" * 32_767]]


def test_rows_columns_and_cells_are_limited():
    limits = Limits(rows=2, columns=3, cells=4)
    assert rows("A,B\nC,D,\n,,,\n,,,\n", limits=limits) == [["A", "B"], ["C", "D"]]
    assert refusal("A\nB\nC\n", limits=limits, file_name="list.csv") == (
        "Too many rows in list: something stands in row 3; at most 2 rows can be read. "
        "Split the sheet into smaller ones and try again."
    )
    assert refusal("A,B\n1,2,3,4\n", limits=limits, file_name="list.csv") == (
        "Too many columns (4) in list; at most 3 can be read. Take out those that are not needed and try again."
    )
    assert refusal("A,B,C\n1,2\n", limits=limits) == (
        "The workbook has more than 4 cells that hold something, which is too many. "
        "Split it into smaller workbooks and try again."
    )


def test_a_line_of_nothing_but_commas_is_refused():
    assert refusal("A,B\n" + "," * 100_001) == (
        "A row has more than 100,000 columns. Take out those that are not needed and try again."
    )


def test_a_file_of_empty_lines_is_refused():
    assert refusal("A,B\n" + "\n" * 1_048_576) == (
        "The file has more than 1,048,576 rows, empty ones among them, which is more than a sheet can have. "
        "Take out those that are not needed and try again."
    )


def test_bytes_that_no_encoding_has():
    assert (
        refusal(b"A,B\n1,\x81\n")
        == f"The file holds characters that are neither UTF-8 nor Windows-1252 (row 2). {AS_UTF8}"
    )
    assert refusal(b"\xef\xbb\xbfA,B\n\n1,\xff\n") == (
        f"The file begins as UTF-8, but holds characters that are not (row 3). {AS_UTF8}"
    )
    assert refusal("A,B\n".encode("utf-16") + b"\x00\xd8") == (
        f"The file begins as UTF-16, but holds characters that are not (row 2). {AS_UTF8}"
    )


def test_a_csv_file_without_anything_in_its_cells_is_refused():
    assert refusal(",,\n,,\n", file_name="list.csv") == (
        "Nothing was found in list. Check that this is the right file and try again."
    )
