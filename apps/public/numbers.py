"""Figures for everybody: what was published about Bury, and what its services do where that is open."""

from collections import defaultdict
from dataclasses import dataclass

from apps.measures import history
from apps.measures.pictures import pictures
from apps.public import published


class Anybody:
    """A reader of whom nothing is known, for what asks for the role of its reader."""

    role = None


@dataclass(frozen=True)
class Told:
    """A measure with its figures, newest first, and its charts."""

    measure: object
    lines: list
    charts: list

    @property
    def sources(self):
        return list(dict.fromkeys(entry.figure.origin for line in self.lines for entry in line.figures))

    @property
    def told_on(self):
        return max(entry.figure.effective_on for line in self.lines for entry in line.figures)


def told(on):
    """Every measure that has a public figure; a fixed number of queries."""
    measures = published.measures(on).order_by("position", "slug")
    values = defaultdict(list)
    for row in published.figures(on).filter(measure__in=measures).select_related("measure"):
        values[row.measure_id].append(row)
    seen = {picture.pk: picture for picture in pictures(measures, Anybody, on)}
    found = (_told(measure, seen[measure.pk], values[measure.pk]) for measure in measures)
    return [row for row in found if row.lines]


def _told(measure, picture, values):
    lines = history.lines(measure, values, [])
    return Told(measure, lines, history.charts(measure, picture, lines, []))
