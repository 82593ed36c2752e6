"""Trackers as other councils keep them: other headings, orders, title blocks, dates and ways to show a rating."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from apps.imports.reading import as_json
from tests.imports.books import column, fill, problems, reading_of, skipped


def tracker(*rows, title="Tracker"):
    """A workbook of one sheet."""
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    return workbook


def one_due(text):
    """What one cell under "Deadline" gives: (date, text, precision) and the problem."""
    reading = reading_of(tracker(["Ref", "Action", "Lead", "Deadline"], ["1", "Do", "Head", text]), "pip")
    found = tuple(column(reading, name)[0] for name in ("due_on", "due_text", "due_precision"))
    return found, [code for _, code, field, _ in problems(reading) if field == "due"]


def months_of_brag():
    """A key of fills, a header on rows 11 and 12, and a rating column for each of three months."""
    workbook = tracker(title="Plan")
    sheet = workbook.active
    sheet["A1"] = "Improvement plan 2024 to 2026"
    sheet["A3"] = "BRAG key"
    key = {"0070C0": "Complete, embedded", "FF0000": "Major issues", "FFC000": "Some slippage", "00B050": "On schedule"}
    for row, (colour, meaning) in enumerate(key.items(), 4):
        sheet.cell(row, 1).fill = fill(colour)
        sheet.cell(row, 2, meaning)
    sheet["A9"] = "Position as at 31 October 2025"
    for letter, heading in zip(
        "ABCDEHI", ["What we will do", "Who", "By when", "How will we know?", "BRAG", "Commentary", "Cost"], strict=True
    ):
        sheet[f"{letter}11"] = heading
        if letter != "E":
            sheet.merge_cells(f"{letter}11:{letter}12")
    sheet.merge_cells("E11:G11")
    for letter, month in zip("EFG", ["Aug 25", "Sep 25", "Oct 25"], strict=True):
        sheet[f"{letter}12"] = month
    for row, colour in enumerate(["FFA500", "92D050", "00B0F0", "C00000", None], 13):
        for place, words in enumerate(["Action", "Head of SEND; Head of Health", "By Dec 25", "More of it"], 1):
            sheet.cell(row, place, words)
        sheet.cell(row, 6).fill = fill("FF0000")
        sheet.cell(row, 8, "As planned")
        if colour:
            sheet.cell(row, 7).fill = fill(colour)
    return workbook


def test_header_of_two_rows_under_a_key_is_found():
    reading = reading_of(months_of_brag(), "pip")

    assert reading.sheets[0].header_rows == [11, 12]
    assert reading.sheets[0].columns == {
        "A": "action",
        "B": "leads",
        "C": "due",
        "D": "success_measure",
        "G": "rating",
        "H": "progress",
    }
    assert reading.sheets[0].unread == {"E": "BRAG Aug 25", "F": "BRAG Sep 25", "I": "Cost"}
    assert skipped(reading) == [
        (1, "title"),
        (2, "blank"),
        (3, "note"),
        *((row, "legend") for row in range(4, 8)),
        (8, "blank"),
        (9, "note"),
        (10, "blank"),
        (11, "header"),
        (12, "header"),
    ]
    assert reading.position_at == date(2025, 10, 31)


def test_rating_of_the_latest_month_is_read_by_the_key_of_fills():
    reading = reading_of(months_of_brag(), "pip")

    assert column(reading, "rating") == ["at_risk", "on_track", "complete", "off_track", None]
    assert column(reading, "rating_source") == ["fill"] * 4 + [None]
    assert reading.key == {"blue": "complete", "red": "off_track", "amber": "at_risk", "green": "on_track"}
    assert reading.questions == []
    assert problems(reading, "latest_period_read", "rating_missing", "no_reference_column") == [
        (None, "no_reference_column", "reference", "warning"),
        (None, "latest_period_read", "rating", "note"),
        (17, "rating_missing", "rating", "warning"),
    ]


@pytest.mark.parametrize(
    ("text", "found", "codes"),
    [
        ("By Dec 24", (date(2024, 12, 31), "By Dec 24", "month"), ["due_approximate"]),
        ("Mar-25", (date(2025, 3, 31), "Mar-25", "month"), ["due_approximate"]),
        ("02/2025", (date(2025, 2, 28), "02/2025", "month"), ["due_approximate"]),
        (
            "by the end of September 2025",
            (date(2025, 9, 30), "by the end of September 2025", "month"),
            ["due_approximate"],
        ),
        ("End Q2 25/26", (date(2025, 9, 30), "End Q2 25/26", "quarter"), ["due_approximate"]),
        ("2024/25 Q4", (date(2025, 3, 31), "2024/25 Q4", "quarter"), ["due_approximate"]),
        ("30/6/25", (date(2025, 6, 30), "30/6/25", "day"), []),
        ("Friday 14th March 2025", (date(2025, 3, 14), "Friday 14th March 2025", "day"), []),
        ("no later than 1 May 2025", (date(2025, 5, 1), "no later than 1 May 2025", "day"), []),
        ("March 3, 2025", (date(2025, 3, 3), "March 3, 2025", "day"), []),
        ("2025-03-03", (date(2025, 3, 3), "2025-03-03", "day"), []),
        (datetime(2025, 3, 4, 9, 30), (date(2025, 3, 4), None, "day"), []),
        (45747, (date(2025, 3, 31), "45747", "day"), ["due_serial_number"]),
        ("12/31/2024", (None, "12/31/2024", None), ["due_impossible"]),
        ("30/02/2025", (None, "30/02/2025", None), ["due_impossible"]),
        ("Q2 2024/26", (None, "Q2 2024/26", None), ["due_impossible"]),
        ("1 May 1066", (None, "1 May 1066", None), ["due_impossible"]),
        ("Q3 2024", (None, "Q3 2024", None), ["due_not_a_date"]),
        ("Autumn Term 2025", (None, "Autumn Term 2025", None), ["due_not_a_date"]),
        ("w/c 3 March 2025", (None, "w/c 3 March 2025", None), ["due_not_a_date"]),
        ("mid-March 2025", (None, "mid-March 2025", None), ["due_not_a_date"]),
        ("Jan - Mar 2025", (None, "Jan - Mar 2025", None), ["due_not_a_date"]),
        ("30 June", (None, "30 June", None), ["due_not_a_date"]),
        ("Ongoing", (None, "Ongoing", None), ["due_not_a_date"]),
        (2025, (None, "2025", None), ["due_not_a_date"]),
        (0.5, (None, "0.5", None), ["due_not_a_date"]),
        ("  ", (None, None, None), ["due_missing"]),
    ],
)
def test_due_date_in_one_of_the_ways_that_people_write_it(text, found, codes):
    assert one_due(text) == (found, codes)


def test_month_and_day_the_wrong_way_round_says_how_to_write_it():
    reading = reading_of(tracker(["Ref", "Action", "Lead", "Due"], ["1", "Do", "Head", "12/31/2024"]), "pip")

    (problem,) = [problem for problem in reading.problems if problem.code == "due_impossible"]
    assert (problem.sheet, problem.row, problem.column, problem.text) == ("Tracker", 2, "D", "12/31/2024")
    assert problem.message == ("“12/31/2024” is not a real date: the day comes before the month. Write it as 31/12/…")


def words_for_ratings():
    return tracker(
        ["Written Statement tracker"],
        [
            "RAG Rating",
            "Progress / Comments",
            "Timescales",
            "Lead Officer(s)",
            "Actions",
            "Ref.",
            "Area of Weakness",
            "Partner",
        ],
        ["Amber/Green", "x", "1/5/25", "Head\nDeputy", "One", 1.1, "Area 1: Leadership", "ICB"],
        ["On Track", "x", "1/5/25", "TBC", "Two", "1.2", None, "LA"],
        ["B", "x", "1/5/25", "Head", "Three", "1.3", None, "LA"],
        ["RED ", "x", "1/5/25", "Head", "Four", datetime(2025, 1, 4), "Area 2 - Voice", "LA"],
        ["Overdue", "x", "1/5/25", "Head", "Five", "2.2", None, "#REF!"],
    )


def test_columns_in_another_order_and_by_other_names_are_known():
    reading = reading_of(words_for_ratings(), "wsoa")

    assert reading.sheets[0].columns == {
        "A": "rating",
        "B": "progress",
        "C": "due",
        "D": "leads",
        "E": "action",
        "F": "reference",
        "G": "priority",
        "H": "organisation",
    }
    assert column(reading, "leads") == [["Head", "Deputy"], [], ["Head"], ["Head"], ["Head"]]
    assert column(reading, "priority_ref") == ["A1", "A1", "A1", "A2", "A2"]
    assert problems(reading, "carried_down", "reference_is_date", "error_value", "lead_missing") == [
        (4, "lead_missing", "leads", "warning"),
        (4, "carried_down", "priority", "note"),
        (5, "carried_down", "priority", "note"),
        (6, "reference_is_date", "reference", "warning"),
        (7, "error_value", "organisation", "warning"),
        (7, "carried_down", "priority", "note"),
    ]


def test_words_that_no_key_has_are_asked_about():
    reading = reading_of(words_for_ratings(), "wsoa")

    assert column(reading, "rating") == [None, "on_track", "complete", "off_track", None]
    assert [(question.code, question.subject, question.default, question.cells) for question in reading.questions] == [
        ("colour", "blue", "complete", (("Tracker", "A5"),)),
        ("word", "amber/green", None, (("Tracker", "A3"),)),
        ("word", "overdue", None, (("Tracker", "A7"),)),
    ]


def test_confirmed_legend_answers_the_questions():
    legend = {"blue": "on_hold", "amber/green": "at_risk", "overdue": "off_track"}

    reading = reading_of(words_for_ratings(), "wsoa", legend=legend)

    assert column(reading, "rating") == ["at_risk", "on_track", None, "off_track", "off_track"]
    assert reading.questions == []
    assert problems(reading, "rating_not_recognised") == [(5, "rating_not_recognised", "rating", "warning")]


def test_legend_with_an_unknown_rating_is_refused():
    with pytest.raises(ValueError, match="“done-ish” is not a rating"):
        reading_of(words_for_ratings(), "wsoa", legend={"blue": "done-ish"})


def test_sheet_that_says_blue_is_on_hold_gives_no_rating_for_it():
    workbook = tracker(
        ["Red = not on track, Amber = slight delay, Green = on track, Blue = on hold"],
        ["Ref", "Action", "Lead", "RAG"],
        ["1", "One", "Head", "Blue"],
        ["2", "Two", "Head", "Amber"],
    )

    reading = reading_of(workbook, "pip")

    assert column(reading, "rating") == [None, "at_risk"]
    assert reading.questions == []
    assert problems(reading, "rating_not_recognised") == [(3, "rating_not_recognised", "rating", "warning")]


def test_purple_is_complete_where_a_sheet_of_its_own_says_so():
    workbook = tracker(["Ref", "Action", "Lead", "RAG"], ["1", "One", "Head", None], ["2", "Two", "Head", "Purple"])
    workbook.active["D2"].fill = fill("7030A0")
    key = workbook.create_sheet("Key")
    for row, (colour, meaning) in enumerate([("FF0000", "Not on track"), ("7030A0", "Completed")], 1):
        key.cell(row, 1).fill = fill(colour)
        key.cell(row, 2, meaning)

    reading = reading_of(workbook, "pip")

    assert column(reading, "rating") == ["complete", "complete"]
    assert column(reading, "rating_source") == ["fill", "word"]


@pytest.mark.parametrize(
    ("colour", "rating"),
    [
        ("C00000", "off_track"),
        ("FF3B30", "off_track"),
        ("FFC7CE", "off_track"),
        ("FFA500", "at_risk"),
        ("FFBF00", "at_risk"),
        ("F79646", "at_risk"),
        ("FFFF00", "at_risk"),
        ("92D050", "on_track"),
        ("00AA44", "on_track"),
        ("C6EFCE", "on_track"),
        ("00B0F0", "complete"),
        ("4472C4", "complete"),
        ("D9D9D9", "not_started"),
        ("7030A0", None),
        ("000000", None),
        ("FFFFFF", None),
        ("DDEBF7", None),
    ],
)
def test_shade_counts_as_the_colour_it_is_nearest_to(colour, rating):
    workbook = tracker(["Ref", "Action", "Lead", "RAG"], ["1", "One", "Head"])
    workbook.active["D2"].fill = fill(colour)

    assert column(reading_of(workbook, "pip"), "rating") == [rating]


def test_stripes_over_whole_rows_are_no_ratings():
    workbook = tracker(["Ref", "Action", "Lead", "RAG"], ["1", "One", "Head", None], ["2", "Two", "Head", "Green"])
    for row in (2, 3):
        for cell in workbook.active[row]:
            cell.fill = fill("BDD7EE")

    reading = reading_of(workbook, "pip")

    assert column(reading, "rating") == [None, "on_track"]
    assert problems(reading, "rating_conflict") == []


def banded():
    """Bands by number in two cells and in the second column, a repeated header, a total; "Status" beside "RAG"."""
    return tracker(
        ["Action plan", None, "Lead: Director", None, "Status: draft"],
        ["Area 1", "Co-production"],
        ["Ref*", "Action*", "Lead*", "Date", "Status", "RAG", "Objective"],
        ["1.1", "One", "Head", "1 May 2025", "Open", "G", "First aim"],
        ["1.2", "Two", "Head", "1 May 2025", "Closed", "G", None],
        [None],
        ["Area 2 – Data"],
        ["Ref*", "Action*", "Lead*", "Date", "Status", "RAG", "Objective"],
        ["2.1", "Three", "Head", "1 May 2025", "Open", "R", "Second aim"],
        [None, "Priority area 3: Voice"],
        ["3.1", "Four", "Head", "1 May 2025", "Open", "R", None],
        [None, None, None, None, None, None, "words that stand alone"],
        [None, "Only words of an action"],
        ["3.2", "Five", "Head", "1 May 2025", "Open", "R", "Third aim"],
        [None, "Total actions: 5"],
        [None],
        ["Signed off by the Board."],
    )


def test_rows_belong_to_the_band_above_them():
    reading = reading_of(banded(), "wsoa")

    assert reading.numbers == [4, 5, 9, 11, 13, 14]
    assert column(reading, "priority") == [
        "Area 1 Co-production",
        "Area 1 Co-production",
        "Area 2 – Data",
        *["Priority area 3: Voice"] * 3,
    ]
    assert column(reading, "priority_ref") == ["A1", "A1", "A2", "A3", "A3", "A3"]
    assert column(reading, "objective") == ["First aim", "First aim", "Second aim", None, None, "Third aim"]


def test_rows_that_are_no_actions_are_listed_with_their_reason():
    reading = reading_of(banded(), "wsoa")

    assert skipped(reading) == [
        (1, "title"),
        (2, "priority_band"),
        (3, "header"),
        (6, "blank"),
        (7, "priority_band"),
        (8, "repeated_header"),
        (10, "priority_band"),
        (12, "note"),
        (15, "total"),
        (16, "blank"),
        (17, "footnote"),
    ]
    assert problems(reading, "row_not_read", "column_not_read", "missing_reference") == [
        (None, "column_not_read", None, "warning"),
        (12, "row_not_read", None, "warning"),
        (13, "missing_reference", "reference", "error"),
    ]


def test_bands_without_a_number_are_known_by_their_fill():
    workbook = tracker(
        ["Ref", "Action", "Lead"],
        ["Workstream A: early help"],
        ["1", "One", "Head"],
        ["Workstream B: data"],
        ["2", "Two", "Head"],
    )
    for cell in ("A2", "A4"):
        workbook.active[cell].fill = fill("1F3864")

    reading = reading_of(workbook, "pip")

    assert column(reading, "priority") == ["Workstream A: early help", "Workstream B: data"]
    assert column(reading, "priority_ref") == [None, None]
    assert skipped(reading) == [(2, "priority_band"), (4, "priority_band")]


def test_sheet_for_each_priority_is_read_and_a_hidden_one_reported():
    workbook = Workbook()
    for number, title in enumerate(["PA1 Governance", "PA2 Early help", "Old"], 1):
        sheet = workbook.create_sheet(title)
        sheet.append(["Improvement plan"])
        sheet.append(["No.", "Task", "Responsible", "Deadline", "Status"])
        sheet.append([f"{number}.1", "Do", "Head", "31/01/2025", "Green"])
        sheet.append(["1.9", "Do more", "Head", "31/01/2025", "At risk"])
    workbook["Old"].sheet_state = "hidden"

    reading = reading_of(workbook, "pip")

    assert [(row["sheet"], row["row"], row["reference"], row["priority_ref"]) for row in reading.records()] == [
        ("PA1 Governance", 3, "1.1", "PA1"),
        ("PA1 Governance", 4, "1.9", "PA1"),
        ("PA2 Early help", 3, "2.1", "PA2"),
        ("PA2 Early help", 4, "1.9", "PA2"),
    ]
    assert [(p.sheet, p.row, p.code, p.message) for p in reading.problems] == [
        (
            "Old",
            None,
            "hidden_sheet",
            "The hidden sheet “Old” looks like a Priority Impact Plan tracker and is not read.",
        ),
        ("PA2 Early help", 4, "duplicate_reference", "Reference 1.9 is already used on row 4 of PA1 Governance."),
    ]
    assert as_json(reading)["sheets"] == ["PA1 Governance", "PA2 Early help"]


def test_cells_merged_downwards_count_in_each_of_their_rows():
    workbook = tracker(
        ["Planning", None, None, "Delivery"],
        ["Ref", "Priority", "Action", "Lead", "Deadline"],
        ["1", "PA1 Governance", "One", "Head/Deputy", "31.12.2025"],
        ["2", None, "Two", None, None],
    )
    for merged in ("A1:C1", "D1:E1", "B3:B4", "D3:D4", "E3:E4"):
        workbook.active.merge_cells(merged)

    reading = reading_of(workbook, "pip")

    assert column(reading, "leads") == [["Head", "Deputy"]] * 2
    assert column(reading, "due_on") == [date(2025, 12, 31)] * 2
    assert column(reading, "priority_ref") == ["PA1", "PA1"]
    assert reading.problems == []


def test_date_that_calls_itself_original_is_the_one_that_counts():
    workbook = tracker(
        ["Ref", "Action", "Lead", "Target date", "Original target date"],
        ["1", "One", "Head", "30-09-2025", "1 Sept 25"],
    )

    reading = reading_of(workbook, "pip")

    assert column(reading, "due_on") == [date(2025, 9, 1)]
    assert column(reading, "revised_due_on") == [date(2025, 9, 30)]


def test_heading_that_is_only_nearly_known_is_used_and_reported():
    workbook = tracker(["Ref", "Action", "Responsible manager", "Due"], ["1", "One", "Head", "1 May 2025"])

    reading = reading_of(workbook, "pip")

    assert column(reading, "leads") == [["Head"]]
    (problem,) = reading.problems
    assert (problem.code, problem.field, problem.column, problem.severity) == (
        "column_guessed",
        "leads",
        "C",
        "warning",
    )


@pytest.mark.parametrize(
    ("cells", "percents", "read", "codes"),
    [
        ([0.25, 1, "60%"], True, [25, 100, 60], []),
        ([0.25, 0.5, 1], False, [25, 50, 100], []),
        ([25, 50, 1], False, [25, 50, 1], []),
        ([25, 0.5, "half"], False, [25, 0.5, None], ["fraction_among_percentages", "not_a_number"]),
        ([25, 150, "30 per cent"], False, [25, None, 30], ["number_out_of_range"]),
    ],
)
def test_percentages_are_read_as_0_to_100(cells, percents, read, codes):
    workbook = tracker(
        ["Ref", "Action", "Lead", "% complete"], *([n, "Do", "Head", cell] for n, cell in enumerate(cells))
    )
    if percents:
        for row in (2, 3):
            workbook.active.cell(row, 4).number_format = "0%"

    reading = reading_of(workbook, "pip")

    assert column(reading, "percent_complete") == read
    assert [code for _, code, field, _ in problems(reading) if field == "percent_complete"] == codes


def test_file_without_a_header_is_refused():
    reading = reading_of(tracker(["Minutes of the Board"], ["Item", "Who"], ["1", "Head"]), "pip")

    assert reading.is_refused
    assert reading.row_count == 0
    assert [problem.message for problem in reading.problems] == [
        "No header row or actions found in Tracker: no row has a heading like “Action” with at least two other "
        "headings of a Priority Impact Plan tracker beside it."
    ]


def test_header_without_rows_is_refused():
    reading = reading_of(tracker(["Ref", "Action", "Due date"]), "pip")

    assert reading.is_refused
    assert problems(reading) == [(None, "no_rows", None, "error")]


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["1. Ref", "2. Action", "3. Lead", "4. RAG"], ["reference", "action", "leads", "rating"]),
        (["Ref", "Action", "Due date", "Due date (revised)"], ["reference", "action", "due", "revised_due_on"]),
        (["Ref", "Action", "RAG (last month)", "RAG (this month)"], ["reference", "action", None, "rating"]),
        (["Ref", "Action", "Lead", "Previous RAG"], ["reference", "action", "leads", None]),
        (["Ref", "Action", "Lead", "Date completed"], ["reference", "action", "leads", None]),
        (["ID", "Task", "Owner", "Deadline", "Commentary"], ["reference", "action", "leads", "due", "progress"]),
        (["No.", "Activity", "By whom", "Current status"], ["reference", "action", "leads", "rating"]),
        (["Ref", "Action", "Outcome", "Success criteria"], ["reference", "action", "impact", "success_measure"]),
        (["Ref", "Action", "Status", "RAG rating"], ["reference", "action", None, "rating"]),
    ],
)
def test_heading_tells_its_field(headings, fields):
    reading = reading_of(tracker(headings, ["1", "Do", *["x"] * (len(headings) - 2)]), "pip")

    letters = "ABCDE"[: len(headings)]
    assert [reading.sheets[0].columns.get(letter) for letter in letters] == fields


def test_two_rows_of_a_header_say_which_date_is_the_original():
    workbook = tracker(
        ["Ref", "Action", "Lead", "Due date", None],
        [None, None, None, "Original", "Revised"],
        ["1", "Do", "Head", "1/5/25", "1/6/25"],
    )
    workbook.active.merge_cells("D1:E1")

    reading = reading_of(workbook, "pip")

    assert reading.sheets[0].header_rows == [1, 2]
    assert column(reading, "due_on") == [date(2025, 5, 1)]
    assert column(reading, "revised_due_on") == [date(2025, 6, 1)]
