"""Scorecards, case lists, people, risks and evidence, as others keep them."""

from datetime import date, datetime

from openpyxl import Workbook

from tests.imports.books import column, problems, reading_of, skipped


def sheet_of(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return workbook


def scorecard():
    """The period stands over its milestone and its figure."""
    workbook = sheet_of(
        ["Scorecard"],
        ["Data as at 30/09/2025"],
        ["No.", "Indicator", "Polarity", "Baseline 2024", "Target 2026", "Sep 25", None, "Q3 25/26", None],
        [None, None, None, None, None, "Trajectory", "Actual", "Trajectory", "Actual"],
        ["1", "Timeliness (%)", "High", "50% (Mar 2024)", 0.6, 0.55, "52.5%", 0.6, ".."],
        ["2", "Tribunals registered", "Low", "12 (Q1 24/25)", "none set", 11, "<5", 10, "c"],
        ["3", "Longest wait (weeks)", "?", 20, 18, 19, "19.5 weeks", "many", None],
    )
    for merged in ("F3:G3", "H3:I3"):
        workbook.active.merge_cells(merged)
    return workbook


def test_figures_are_read_for_each_period_and_kind():
    reading = reading_of(scorecard(), "kpis")

    assert reading.sheets[0].header_rows == [3, 4]
    assert reading.position_at == date(2025, 9, 30)
    heads = [(o["period"], o["period_end"], o["kind"]) for o in column(reading, "observations")[0]]
    assert heads == [
        ("Sep 25", date(2025, 9, 30), "milestone"),
        ("Sep 25", date(2025, 9, 30), "actual"),
        ("Q3 25/26", date(2025, 12, 31), "milestone"),
        ("Q3 25/26", date(2025, 12, 31), "actual"),
    ]
    figures = [[(o["value"], o["text"], o["state"]) for o in row] for row in column(reading, "observations")]
    assert figures == [
        [(55, None, "number"), (52.5, "52.5%", "number"), (60, None, "number"), (None, "..", "unavailable")],
        [(11, None, "number"), (None, "<5", "suppressed"), (10, None, "number"), (None, "c", "suppressed")],
        [(19, None, "number"), (19.5, "19.5 weeks", "number"), (None, "many", "no_value"), (None, None, "blank")],
    ]


def test_units_baselines_and_targets_are_read():
    reading = reading_of(scorecard(), "kpis")

    assert column(reading, "unit") == ["percent", "children", "weeks"]
    assert column(reading, "better") == ["higher", "lower", None]
    assert column(reading, "baseline_value") == [50, 12, 20]
    assert column(reading, "baseline_on") == [date(2024, 3, 31), date(2024, 6, 30), None]
    assert column(reading, "target_value") == [60, None, 18]
    assert column(reading, "target_text") == [None, "none set", None]


def test_figures_that_are_unsure_are_reported():
    assert problems(reading_of(scorecard(), "kpis")) == [
        (5, "fraction_read_as_percent", "Sep 25 Trajectory", "warning"),
        (5, "text_number", "Sep 25 Actual", "note"),
        (5, "fraction_read_as_percent", "Q3 25/26 Trajectory", "warning"),
        (5, "fraction_read_as_percent", "Target 2026", "warning"),
        (6, "suppressed_value", "Sep 25 Actual", "note"),
        (6, "suppressed_value", "Q3 25/26 Actual", "note"),
        (7, "better_not_recognised", "better", "warning"),
        (7, "text_number", "Sep 25 Actual", "note"),
        (7, "not_a_number", "Q3 25/26 Trajectory", "warning"),
    ]


def test_fraction_among_percentages_is_left_as_it_stands_and_reported():
    workbook = sheet_of(["Ref", "KPI", "Baseline", "Actual Jul 25", "Actual Aug 25"], ["1", "Seen (%)", 0.5, 55, 60])

    reading = reading_of(workbook, "kpis")

    assert column(reading, "baseline_value") == [0.5]
    assert problems(reading) == [(2, "fraction_among_percentages", "Baseline", "warning")]


def test_columns_of_months_alone_are_actual_figures_and_reported():
    workbook = sheet_of(["Ref", "Measure", "Unit", datetime(2025, 4, 1), "May 25"], ["1", "Seen in time", "%", 50, 60])

    reading = reading_of(workbook, "kpis")

    assert [(o["kind"], o["period"], o["value"]) for o in column(reading, "observations")[0]] == [
        ("actual", "Apr 2025", 50),
        ("actual", "May 25", 60),
    ]
    assert column(reading, "unit") == ["percent"]
    assert problems(reading) == [(None, "column_guessed", None, "warning")]


def test_case_list_by_other_headings():
    workbook = sheet_of(
        ["EHCP tracker, as at 1 June 2025"],
        [
            "Case ID",
            "D.O.B.",
            "Main need",
            "Date of request",
            "Week 6 decision",
            "Final plan issued",
            "Case officer",
            "Stage",
        ],
        [
            "a1",
            "1/1/15",
            "Speech, Language & Communication Needs",
            "01/02/2025",
            "mar-25",
            "2.7.25",
            "TEAM ONE",
            "Final",
        ],
        ["A1 ", "1/1/15", "other words", "13/13/2025", "n/a", None, "Team One", "Waiting"],
        ["A3", "1/1/15", "asc", "1/2/25", None, "1/1/25", "Team One", None],
        ["Total cases", 3],
    )

    reading = reading_of(workbook, "caseload")

    assert column(reading, "reference") == ["A1", "A1", "A3"]
    assert column(reading, "primary_need") == ["SLCN", None, "ASD"]
    assert column(reading, "caseworker") == ["Team One"] * 3
    assert column(reading, "status") == ["issued", None, None]
    assert column(reading, "request_on") == [date(2025, 2, 1), None, date(2025, 2, 1)]
    assert skipped(reading) == [(1, "title"), (2, "header"), (6, "total")]
    assert problems(reading) == [
        (3, "not_a_date", "decision_on", "warning"),
        (3, "date_in_future", "final_on", "error"),
        (4, "need_not_recognised", "primary_need", "warning"),
        (4, "impossible_date", "request_on", "error"),
        (4, "not_a_date", "decision_on", "note"),
        (4, "status_not_recognised", "status", "warning"),
        (4, "duplicate_reference", "reference", "error"),
        (5, "date_order", "final_on", "error"),
    ]


def test_list_without_a_date_is_of_the_latest_day_on_which_something_happened():
    workbook = sheet_of(
        ["Case ID", "DOB", "Request date", "Final issued"],
        ["1", "2015-01-01", "2025-01-10", "2052-03-01"],
        ["2", "2030-01-01", "2025-01-16", None],
    )

    reading = reading_of(workbook, "caseload", on=date(2025, 12, 31))

    assert reading.position_at == date(2025, 1, 16)
    assert [(question.code, question.default) for question in reading.questions] == [("position_date", "2025-01-16")]
    assert problems(reading) == [
        (2, "date_in_future", "final_on", "error"),
        (3, "date_in_future", "dob", "error"),
    ]


def test_people_and_their_roles():
    workbook = sheet_of(
        ["Job title", "Email", "Role", "Organisation", "From", "Until"],
        ["Head of SEND", "Head@council.example", "Programme Manager", "Council", "01/04/2025", None],
        ["Clinical officer", "clinical@icb.example", "wizard", "ICB", None, "2025-01-01"],
        ["Adviser", "not an address", "Adviser (DfE or NHS England)", None, "01/04/2025", "01/03/2025"],
        ["Head of SEND", "head@council.example", "programme manager", "council", None, None],
    )

    reading = reading_of(workbook, "users")

    assert list(reading.records())[0] == {
        "row": 2,
        "name": "Head of SEND",
        "email": "head@council.example",
        "role": "programme_manager",
        "organisation": "Council",
        "starts_on": date(2025, 4, 1),
        "ends_on": None,
    }
    assert column(reading, "role") == ["programme_manager", None, "adviser", "programme_manager"]
    assert problems(reading) == [
        (3, "role_not_recognised", "role", "error"),
        (4, "email_not_recognised", "email", "error"),
        (4, "organisation_missing", "organisation", "warning"),
        (4, "date_order", "ends_on", "error"),
        (5, "duplicate_row", "email", "error"),
    ]
    assert reading.refused_rows() == {("Sheet", 3), ("Sheet", 4), ("Sheet", 5)}


def test_risk_register():
    workbook = sheet_of(
        ["Risk register"],
        [
            "Risk ID",
            "Risk description",
            "Cause / Consequence",
            "L",
            "I",
            "Risk score",
            "Residual score",
            "Risk owner",
            "Mitigating actions",
            "Workstream",
            "Status",
            "Last reviewed",
        ],
        ["R1", "Staff leave", "Pay", "4", "5", 20, 12, "Head", "Plan", "PA1", "Open", datetime(2025, 3, 1)],
        ["R2", "Money", "Budget", 4, 9, 21, "12 (amber)", "Head / Deputy", "Plan", "PA1", "Live?", "March 2025"],
        ["R3", "Data", "Systems", 2, 3, 7, 4, None, "Plan", "PA1", "closed", None],
    )

    reading = reading_of(workbook, "risks")

    assert list(reading.records())[0] == {
        "row": 3,
        "reference": "R1",
        "risk": "Staff leave",
        "cause": "Pay",
        "likelihood": 4,
        "impact": 5,
        "score_before": 20,
        "score_after": 12,
        "owner": ["Head"],
        "mitigation": "Plan",
        "strand": "PA1",
        "status": "open",
        "reviewed_on": date(2025, 3, 1),
    }
    assert problems(reading) == [
        (4, "number_out_of_range", "impact", "warning"),
        (4, "not_a_number", "score_after", "warning"),
        (4, "status_not_recognised", "status", "warning"),
        (4, "not_a_date", "reviewed_on", "warning"),
        (5, "owner_missing", "owner", "warning"),
        (5, "score_differs", "score_before", "warning"),
    ]


def test_evidence_for_actions():
    workbook = sheet_of(
        ["Action ref", "Document", "Link", "Date", "Evidence type", "Notes"],
        ["PA1.1", "Minutes", "https://records.example/minutes", "2025-01-02", "Impact", "Page 3"],
        ["PA1.1", "Survey", "S:\\Shared\\survey.docx", "last year", "rumour", None],
        [None, "Minutes", "https://records.example/more", None, None, None],
    )

    reading = reading_of(workbook, "evidence")

    assert column(reading, "action_reference") == ["PA1.1", "PA1.1", None]
    assert column(reading, "link") == [
        "https://records.example/minutes",
        "S:\\Shared\\survey.docx",
        "https://records.example/more",
    ]
    assert column(reading, "shows") == ["changed", None, None]
    assert problems(reading) == [
        (3, "link_not_recognised", "link", "warning"),
        (3, "not_a_date", "dated_on", "warning"),
        (3, "shows_not_recognised", "shows", "warning"),
        (4, "missing_reference", "action_reference", "error"),
    ]
