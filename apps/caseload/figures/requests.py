"""Requests for an assessment by the calendar year in which they were received."""

from dataclasses import dataclass

from apps.caseload.figures.counting import DECISION_DAYS, percentage, query, read, span

_RECEIVED = query(
    """
    SELECT extract(year FROM received_on)::int AS year,
           count(*) FILTER (WHERE outcome = 'Y') AS going_ahead,
           count(*) FILTER (WHERE outcome = 'N') AS refused,
           count(*) FILTER (WHERE outcome = 'A') AS awaited,
           count(*) FILTER (WHERE outcome = 'W') AS withdrawn,
           count(outcome_on) FILTER (WHERE outcome IN ('Y', 'N')) AS decided,
           count(*) FILTER (WHERE outcome IN ('Y', 'N') AND outcome_on - received_on <= %(days)s) AS decided_in_time,
           count(*) FILTER (WHERE had_mediation) AS with_mediation,
           count(*) FILTER (WHERE had_tribunal) AS with_tribunal
      FROM caseload_request AS request
     WHERE received_on >= %(first)s AND received_on < %(after)s AND outcome <> 'H' AND {request_stands}
     GROUP BY 1
    """,
    "request",
)


@dataclass(frozen=True)
class Received:
    """Requests received in a year, historical ones left out.

    ``decided`` are those with a yes or no and its date, whenever that was; ``refused`` need no date.
    """

    going_ahead: int = 0
    refused: int = 0
    awaited: int = 0
    withdrawn: int = 0
    decided: int = 0
    decided_in_time: int = 0
    with_mediation: int = 0
    with_tribunal: int = 0

    @property
    def received(self):
        return self.going_ahead + self.refused + self.awaited + self.withdrawn

    @property
    def outcomes(self):
        """How many of each outcome, by its code in the return."""
        return {"Y": self.going_ahead, "N": self.refused, "A": self.awaited, "W": self.withdrawn}

    @property
    def decided_in_time_percentage(self):
        return percentage(self.decided_in_time, self.decided)

    @property
    def refused_percentage_of_received(self):
        """As the Department for Education publishes it."""
        return percentage(self.refused, self.received)

    @property
    def refused_percentage_of_decided(self):
        return percentage(self.refused, self.decided)


def requests_received(years):
    """``Received`` of each calendar year asked for."""
    if not years:
        return {}
    found = {row.pop("year"): Received(**row) for row in read(_RECEIVED, days=DECISION_DAYS, **span(years))}
    return {year: found.get(year, Received()) for year in years}
