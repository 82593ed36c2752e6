"""Reads the Ministry of Justice's table of appeals to the SEND Tribunal, one line a council, three columns a year.

Appeal rate = appeals registered, of all decisions that could be appealed against: assessments refused, plans refused,
plans in January, and plans ceased because needs are met without one (note 1 of the table).
"""

import csv
import io
import re

from apps.measures.cells import Published, ReadError, cell, period, text_of
from apps.measures.models import AreaLevel, Observation, State

PUBLISHER = "Ministry of Justice and Department for Education"
BEGINS = "SEND Appeal rate table"
HEADINGS = {
    "Appeals registered": "tribunal.appeals_registered",
    "Total Appealable Decisions": "tribunal.appealable_decisions",
    "SEND Tribunal Appeal Rate": "tribunal.appeal_rate",
    "In development: Total Appealable Decisions": "tribunal.appealable_decisions_in_development",
    "In development: SEND Tribunal Appeal Rate": "tribunal.appeal_rate_in_development",
}
ENGLAND = "E92000001"
NONE_REGISTERED = "-"
# Note 9: "Caution should be used when comparing the number of appealable decisions in 2023 to previous years".
FIRST_OF_NEW_RETURN = "2023"
COMPARED_WITH_CAUTION = (
    "The publisher asks for caution when 2023 is compared with years before: the decisions are counted from a new "
    "return."
)
RESTS_ON_DECISIONS = ("tribunal.appealable_decisions", "tribunal.appeal_rate")
FOOTNOTE = re.compile(r"(?<=[A-Za-z])\d(,\d)*$")


def is_tribunal_table(content):
    return content[:200].decode("utf-8-sig", errors="ignore").lstrip('"').startswith(BEGINS)


def read(name, content):
    """The figures of the table; raises ``ReadError`` where its headings are others than expected."""
    rows = list(csv.reader(io.StringIO(text_of(name, content), newline="")))
    start = next((n for n, row in enumerate(rows) if row[:2] == ["Local Authority", "LA code"]), None)
    if start is None or start + 1 >= len(rows):
        raise ReadError(f"{name}: no row begins with “Local Authority”, “LA code”.")
    columns = _columns(f"{name}, row {start + 2}", rows[start], rows[start + 1])
    published = Published(PUBLISHER, "SEND Tribunal: appeal rate by local authority")
    for number, row in enumerate(rows[start + 2 :], start + 3):
        area = _area(row)
        if row and row[0].strip().startswith("Sources"):
            break
        if area is None or not any(text.strip() for text in row[2:]):
            if row and row[0].strip():
                published.left_out.append(f"row {number}, {row[0].strip()}: a heading")
            continue
        published.figures += _figures(f"{name}, row {number}", row, area, columns)
    return published


def _columns(where, years, headings):
    """``[(place, year, series, heading)]``; a year stands over the first of its columns only."""
    columns, year = [], ""
    for place in range(2, len(headings)):
        year = years[place].strip() or year if place < len(years) else year
        heading = FOOTNOTE.sub("", headings[place].strip())
        if not heading:
            continue
        if heading not in HEADINGS:
            raise ReadError(f"{where}, column {place + 1}: “{headings[place][:60]}” is not expected in this table.")
        columns.append((place, year, HEADINGS[heading], headings[place].strip()))
    return columns


def _area(row):
    """Fields of the area of a row; the names' trailing digits are footnotes."""
    name = FOOTNOTE.sub("", row[0].strip()) if row else ""
    code = row[1].strip() if len(row) > 1 else ""
    if not name:
        return None
    if name == "England Total":
        return {"area_code": ENGLAND, "area_name": "England", "area_level": AreaLevel.NATIONAL}
    if name.startswith("England"):
        return {"area_code": name, "area_name": name, "area_level": AreaLevel.OTHER}
    return {"area_code": code or name, "area_name": name, "area_level": AreaLevel.LOCAL_AUTHORITY}


def _figures(where, row, area, columns):
    for place, year, series, heading in columns:
        raw = row[place] if place < len(row) else ""
        if not raw.strip():
            continue
        try:
            # A dash is no appeal: wherever the table has one, its rate beside it is 0.00%.
            state, value = (State.NUMBER, 0) if raw.strip() == NONE_REGISTERED else cell(raw)
            starts_on, ends_on = period(year, "Calendar year")
        except ValueError as error:
            raise ReadError(f"{where}, column {place + 1}: {error}.") from error
        is_break = year == FIRST_OF_NEW_RETURN and series in RESTS_ON_DECISIONS
        yield Observation(
            **area,
            series=series,
            period=year,
            time_identifier="Calendar year",
            period_starts_on=starts_on,
            period_ends_on=ends_on,
            state=state,
            value=value,
            raw=raw.strip(),
            column=heading,
            is_break=is_break,
            break_note=COMPARED_WITH_CAUTION if is_break else "",
        )
