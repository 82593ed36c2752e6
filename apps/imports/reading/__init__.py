"""From the cells of a workbook to rows of one layout, with all that was unsure about them."""

from apps.imports.reading.proposing import Proposal, propose, proposed_by
from apps.imports.reading.read import Reader, read
from apps.imports.reading.results import Problem, Question, Reading, Skipped, as_json

__all__ = [
    "Problem",
    "Proposal",
    "Question",
    "Reader",
    "Reading",
    "Skipped",
    "as_json",
    "propose",
    "proposed_by",
    "read",
]
