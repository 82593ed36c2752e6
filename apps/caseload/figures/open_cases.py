"""Cases that were open at the end of a day, and how long they had been."""

from dataclasses import dataclass

from apps.caseload.figures.counting import DECISION_DAYS, PLAN_DAYS, percentage, query, read

# A refusal with an assessment went ahead after all. A refusal without a date is, like a withdrawal, never open: nobody
# can say until when it was. An assessment that ended without a plan but without a date stays open: nobody was told.
_OPEN = query(
    """
    WITH first_plan AS (
        SELECT assessment_id, min(starts_on) AS starts_on
          FROM caseload_namedplan AS plan
         WHERE {plan_stands}
         GROUP BY 1
    ), cases AS (
        SELECT request.received_on,
               CASE request.outcome
                   WHEN 'Y' THEN coalesce(request.outcome_on, request.received_on)
                   WHEN 'N' THEN request.outcome_on
               END AS decided_on,
               least(
                   first_plan.starts_on,
                   CASE WHEN assessment.outcome = 'N' THEN assessment.outcome_on END,
                   CASE WHEN request.outcome = 'N' AND assessment.id IS NULL THEN request.outcome_on END
               ) AS ended_on
          FROM caseload_request AS request
          LEFT JOIN caseload_assessment AS assessment
            ON assessment.request_id = request.id AND {assessment_stands}
          LEFT JOIN first_plan ON first_plan.assessment_id = assessment.id
         WHERE request.outcome IN ('Y', 'N', 'A')
           AND request.exported IN ('', '0')
           AND (assessment.id IS NULL OR assessment.outcome NOT IN ('W', 'H'))
           AND NOT (request.outcome = 'N' AND request.outcome_on IS NULL AND assessment.id IS NULL)
           AND {request_stands}
    )
    SELECT day,
           count(received_on) AS open,
           count(*) FILTER (WHERE day - received_on > %(limit)s) AS overdue,
           count(*) FILTER (WHERE day - received_on > %(decision)s AND (decided_on IS NULL OR decided_on > day))
               AS undecided_late,
           count(*) FILTER (WHERE day - received_on = %(limit)s) AS on_last_day,
           count(*) FILTER (WHERE day - received_on = %(limit)s + 1) AS a_day_late,
           max(day - received_on) AS longest_days
      FROM unnest(%(dates)s::date[]) AS day
      LEFT JOIN cases ON received_on <= day AND (ended_on IS NULL OR ended_on > day)
     GROUP BY day
    """,
    "plan",
    "assessment",
    "request",
)


@dataclass(frozen=True)
class OpenCases:
    """Cases open at the end of a day: past day 140, without a decision past day 42, on day 140, on day 141.

    ``longest_days`` is None where no case is open. Exceptions are not removed.
    """

    open: int
    overdue: int
    undecided_late: int
    on_last_day: int
    a_day_late: int
    longest_days: int | None

    @property
    def overdue_percentage(self):
        return percentage(self.overdue, self.open)


def open_cases(dates):
    """``OpenCases`` of each date asked for."""
    rows = read(_OPEN, dates=sorted(set(dates)), limit=PLAN_DAYS, decision=DECISION_DAYS)
    return {row.pop("day"): OpenCases(**row) for row in rows}
