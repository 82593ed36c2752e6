"""From the cells of a workbook to rows of one layout, with all that was unsure about them."""

from apps.imports.reading.proposing import Proposal, propose
from apps.imports.reading.read import read
from apps.imports.reading.results import Problem, Question, Reading, Skipped, as_json

__all__ = ["Problem", "Proposal", "Question", "Reading", "Skipped", "as_json", "propose", "read"]
