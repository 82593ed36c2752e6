"""A line of a list of cases: what is shown of a case and of where it stands. Much quicker made than five models."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from apps.caseload.clock import LIMITS, STAGE_WORDS, Status
from apps.caseload.clock.limits import FIRST_REVIEW

OF_STANDING = ("pk", "received_on", "stage", "is_open", "next_due_on", "next_limit", "about", "has_exception")
OF_STANDING += ("is_missing", "has_missing", "has_query", "due_order", "received_order", "reference_order")
OF_OTHERS = {
    "reference": F("request__key"),
    "surname_of_child": F("request__child__surname"),
    "forename": F("request__child__forename"),
    "caseworker_name": F("caseworker__name"),
    "version": F("request__case__version"),
}


@dataclass(slots=True)
class Line:
    """One case on ``day``; ``days_left`` is negative when its next deadline has passed, None where nothing is due."""

    pk: int
    reference: str
    child: str
    received_on: date | None
    stage_words: str
    due_on: date | None
    days_left: int | None
    label: str
    limit: object
    caseworker: str
    version: int
    has_no_review: bool
    marks: list

    @property
    def is_overdue(self):
        return self.days_left is not None and self.days_left < 0

    @property
    def needs_confirming(self):
        return self.limit is not None and self.limit.status == Status.CONFIRM


def values_of_lines(standings):
    return standings.values(*OF_STANDING, **OF_OTHERS)


def line_of(row, day):
    """A line from the values of a standing."""
    limit, due_on = LIMITS.get(row["next_limit"]), row["next_due_on"]
    label = limit.label if limit else ""
    return Line(
        pk=row["pk"],
        reference=row["reference"],
        child=f"{row['surname_of_child']}, {row['forename']}".removesuffix(", "),
        received_on=row["received_on"],
        stage_words=STAGE_WORDS[row["stage"]],
        due_on=due_on,
        days_left=(due_on - day).days if due_on else None,
        label=f"{label}: {row['about']}" if row["about"] else label,
        limit=limit,
        caseworker=row["caseworker_name"] or "",
        version=row["version"] or 0,
        has_no_review=_has_no_review(row, day),
        marks=_marks(row, day),
    )


def _has_no_review(row, day):
    """The first review is overdue; as often as not the records lack one, since the return names the last only."""
    return row["next_limit"] == FIRST_REVIEW.key and row["next_due_on"] < day


def _marks(row, day):
    """What stands beside a case in words."""
    marks = []
    if row["is_missing"]:
        marks.append("Does not count: not in the newest extract, or taken back")
    elif row["has_missing"]:
        marks.append("Records missing from the newest extract")
    if _has_no_review(row, day):
        marks.append("No review in the records")
    if row["has_query"]:
        marks.append("Data query")
    if row["has_exception"]:
        marks.append("Exception recorded")
    return marks
