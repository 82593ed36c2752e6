"""What a published cell says, and what is refused with the place named."""

from datetime import date
from decimal import Decimal

import pytest

from apps.measures import dfe, tribunals
from apps.measures.cells import ReadError, cell, period

HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "new_la_code,old_la_code,la_name,breakdown_topic,breakdown"
)
BURY = "Local authority,E92000001,England,E12000002,North West,E08000002,351,Bury"
TOTAL = "All requests,All requests"


def dfe_file(*lines, columns="requests_received_in_year"):
    return "\n".join([f"{HEADER},{columns}", *lines]).encode("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0", ("number", Decimal(0))),
        ("1,234", ("number", Decimal(1234))),
        ("14.30%", ("number", Decimal("14.3"))),
        ("72 %", ("number", Decimal(72))),
        ("45.12345", ("number", Decimal("45.1235"))),
        ("-3", ("number", Decimal(-3))),
        ("x", ("unavailable", None)),
        ("", ("unavailable", None)),
        (" .. ", ("unavailable", None)),
        ("z", ("not_applicable", None)),
        ("[z]", ("not_applicable", None)),
        ("c", ("suppressed", None)),
        ("<5", ("suppressed", None)),
        ("~", ("suppressed", None)),
        ("low", ("low", None)),
    ],
)
def test_a_cell_is_a_number_or_says_why_there_is_none(text, read):
    assert cell(text) == read


@pytest.mark.parametrize("text", ["many", "1.2.3", "12,34", "1e5", "NaN", "12345678901"])
def test_a_cell_is_never_guessed(text):
    with pytest.raises(ValueError, match=text):
        cell(text)


@pytest.mark.parametrize(
    ("text", "identifier", "days"),
    [
        ("2024", "Calendar year", (date(2024, 1, 1), date(2024, 12, 31))),
        ("202425", "Academic year", (date(2024, 9, 1), date(2025, 8, 31))),
        ("201819", "Academic year", (date(2018, 9, 1), date(2019, 8, 31))),
        ("199900", "Academic year", (date(1999, 9, 1), date(2000, 8, 31))),
        ("202324", "Financial year", (date(2023, 4, 1), date(2024, 3, 31))),
        ("2024", "February", (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_a_period_has_its_days(text, identifier, days):
    assert period(text, identifier) == days


@pytest.mark.parametrize(
    ("text", "identifier"),
    [("202426", "Academic year"), ("2024", "Academic year"), ("202425", "Calendar year"), ("2024", "Week 3")],
)
def test_a_period_is_never_guessed(text, identifier):
    with pytest.raises(ValueError, match=text):
        period(text, identifier)


def test_unknown_and_repeated_columns_are_left_out_and_named():
    columns = "requests_received_in_year,shoe_size,requests_rya,requests_rya.1"
    read = dfe.read("r.csv", dfe_file(f"2024,Calendar year,{BURY},{TOTAL},560,9,1,2", columns=columns))
    assert [(f.series, f.value, f.breakdown_topic, f.breakdown) for f in read.figures] == [
        ("requests.requests_received_in_year", 560, "", ""),
        ("requests.requests_rya", 1, "", ""),
    ]
    assert read.left_out == [
        "column shoe_size: not known",
        "column requests_rya.1: repeats requests_rya with other figures",
    ]


@pytest.mark.parametrize("spelling", ["number_decsion_4weeks", "number_decision_4weeks", "NUMBER_DECISION_4WEEKS"])
def test_other_spellings_of_a_column_are_the_same_measure(spelling):
    read = dfe.read("a.csv", dfe_file(f"2024,Calendar year,{BURY},Sex,Male,7", columns=spelling))
    (figure,) = read.figures
    assert (figure.series, figure.column) == ("annual_reviews.number_decision_4weeks", spelling)
    assert (figure.breakdown_topic, figure.breakdown) == ("Sex", "Male")


@pytest.mark.parametrize(
    ("time", "series"),
    [("202425,Academic year", "plan_needs.number_asd"), ("2024,Calendar year", "new_plan_needs.number_asd")],
)
def test_files_with_the_same_columns_are_told_apart_by_their_period(time, series):
    read = dfe.read("n.csv", dfe_file(f"{time},{BURY},Sex,Male,7", columns="number_asd"))
    assert [figure.series for figure in read.figures] == [series]


def test_the_change_of_source_is_marked_where_there_is_a_number_before():
    lines = [f"{year},Calendar year,{BURY},{TOTAL},{value}" for year, value in ((2022, 5), (2021, 4), (2023, 6))]
    read = dfe.read("r.csv", dfe_file(*lines))
    assert [(f.period, f.is_break) for f in read.figures] == [("2022", True), ("2021", False), ("2023", False)]
    alone = dfe.read("r.csv", dfe_file(f"2021,Calendar year,{BURY},{TOTAL},x", lines[0]))
    assert [f.is_break for f in alone.figures] == [False, False]


GOOD = f"2024,Calendar year,{BURY},{TOTAL},560"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe1", r"^f\.csv: byte 1 is not UTF-8 text"),
        (b"PK\x03\x04\x00\x00", r"^f\.csv: this is not a CSV file"),
        (b"", r"^f\.csv: there are no figures in it"),
        (b'a,"b\n1,2', r"^f\.csv: this is not a CSV file"),
        (b"time_period,la_name\n2024,Bury", r"row 1: there is no column time_identifier, geographic_level"),
        (dfe_file(GOOD, columns="shoe_size"), r"row 1: no column of a measure is known"),
        (dfe_file(f"{GOOD},1"), r"row 2: 14 cells, but the first row has 13"),
        (dfe_file(GOOD.replace("560", "lots")), r"row 2, column requests_received_in_year: “lots” is neither"),
        (dfe_file(GOOD.replace("2024", "24")), r"row 2, column time_period: “24” is not a period"),
        (dfe_file(GOOD.replace("Bury", "")), r"row 2: there is no la_name"),
        (dfe_file(GOOD, GOOD), r"row 3: the same area, breakdown and period as row 2"),
    ],
)
def test_a_file_is_refused_with_the_place(content, message):
    with pytest.raises(ReadError, match=message):
        dfe.read("f.csv", content)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("nothing", "no row begins with “Local Authority”"),
        ("Local Authority,LA code,2014\n,,Something else", r"row 3, column 3: “Something else” is not expected"),
        ("Local Authority,LA code,2014\n,,Appeals registered4\nBury,351,many", r"row 4, column 3: “many” is neither"),
    ],
)
def test_a_table_of_appeals_is_refused_with_the_place(rows, message):
    with pytest.raises(ReadError, match=message):
        tribunals.read("t.csv", f"SEND Appeal rate table 1\n{rows}".encode())
