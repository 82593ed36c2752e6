"""What reading a workbook gives: rows by columns, what was unsure about them, what was left out and what to ask."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
NOTE = "note"


class Problem(NamedTuple):
    """Something that a person should look at; ``row`` is None where it concerns a sheet or the whole file."""

    code: str
    severity: str
    message: str
    sheet: str = ""
    row: int | None = None
    field: str | None = None
    # The letter of the column and what its cell says.
    column: str = ""
    text: str = ""


class Skipped(NamedTuple):
    """A row that is not an item, and why."""

    sheet: str
    row: int
    reason: str


class Question(NamedTuple):
    """What the file does not say and the reader decided for the time being: ``default`` was used for ``subject``."""

    code: str
    subject: str
    message: str
    default: str | None = None
    options: tuple = ()
    # Where it occurs: ("Tracker", "J9").
    cells: tuple = ()


@dataclass
class SheetRead:
    """How one sheet was understood: ``columns`` is {letter: field}, ``unread`` {letter: heading}."""

    name: str
    header_rows: list
    columns: dict
    headings: dict
    unread: dict = field(default_factory=dict)


@dataclass
class Reading:
    """A workbook as rows of one layout, kept by columns: the same place in each list is the same row."""

    layout: str
    file: str
    sheets: list = field(default_factory=list)
    # The sheet and the number on it of each row.
    sheet_of: list = field(default_factory=list)
    numbers: list = field(default_factory=list)
    # {field: values}
    columns: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    # The key of the ratings as the sheet shows it: {word: code}; None where it has none.
    key: dict | None = None
    position_at: date | None = None

    @property
    def row_count(self):
        return len(self.numbers)

    def records(self):
        """Each row as a dictionary, with its number and, where there are several sheets, its sheet."""
        fields = list(self.columns)
        has_sheets = len(self.sheets) > 1
        for sheet, number, *values in zip(self.sheet_of, self.numbers, *self.columns.values(), strict=True):
            record = {"sheet": sheet, "row": number} if has_sheets else {"row": number}
            record.update(zip(fields, values, strict=True))
            yield record

    @property
    def errors(self):
        return [problem for problem in self.problems if problem.severity == ERROR]

    @property
    def is_refused(self):
        """Whether the file as a whole cannot be read as this layout."""
        return any(problem.row is None for problem in self.errors)

    def refused_rows(self):
        """``{(sheet, row)}`` of the rows that have an error."""
        return {(problem.sheet, problem.row) for problem in self.errors if problem.row is not None}


def as_json(reading):
    """The reading as plain data: dates in ISO form, the sheet named with each row where there are several."""
    several = len(reading.sheets) > 1
    found = {"file": reading.file}
    if several:
        found["sheets"] = [sheet.name for sheet in reading.sheets]
    else:
        found["sheet"] = reading.sheets[0].name if reading.sheets else None
    found["header_rows"] = _header_rows(reading.sheets)
    if reading.position_at:
        found["position_at"] = reading.position_at.isoformat()
    found["row_count"] = reading.row_count
    if reading.key:
        found["key"] = reading.key
    found["rows"] = [_plain(record) for record in reading.records()]
    found["problems"] = [_problem(problem, several) for problem in reading.problems]
    found["skipped_rows"] = [_with_sheet(row, several, row=row.row, reason=row.reason) for row in reading.skipped]
    if reading.questions:
        found["questions"] = [_plain(question._asdict()) for question in reading.questions]
    return found


def _header_rows(sheets):
    """The rows of the header; by sheet where they differ."""
    rows = [sheet.header_rows for sheet in sheets]
    if all(each == rows[0] for each in rows):
        return list(rows[0]) if rows else []
    return {sheet.name: list(sheet.header_rows) for sheet in sheets}


def _problem(problem, several):
    found = {
        "row": problem.row,
        "code": problem.code,
        "field": problem.field,
        "severity": problem.severity,
        "message": problem.message,
    }
    if problem.column:
        found["column"] = problem.column
    if problem.text:
        found["text"] = problem.text
    return _with_sheet(problem, several, **found)


def _with_sheet(item, several, **found):
    return {"sheet": item.sheet, **found} if several and item.sheet else found


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
