"""Whether what was due was done: advice, annual reviews, amended plans, transfers; disputes, complaints and audits.

What is counted "by the end of a day" has fallen due by then; it was in time if it was done by its date, and what is
still missing counts as late. What was taken back counts nowhere. Years of which there is no record are not in the
answers: nothing recorded is not zero.
"""

from dataclasses import dataclass
from decimal import Decimal

from apps.caseload.figures.counting import DECISION_DAYS, percentage, query, read, rounded, span

AMENDED_DAYS = 84  # twelve weeks from the meeting: regulation 22(3), R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)
GOOD_GRADE = 3  # grades run from 1 (poor) to 4 (very good)

_ADVICE = query(
    """
    SELECT service, extract(year FROM asked_on + %(days)s)::int AS year,
           count(*) AS due,
           count(*) FILTER (WHERE advice.received_on <= asked_on + %(days)s) AS in_time
      FROM caseload_advicerequest AS advice
      JOIN caseload_request AS request ON request.id = advice.request_id AND {request_stands}
     WHERE asked_on + %(days)s <= %(on)s AND {advice_counts}
     GROUP BY 1, 2
    """,
    "request",
    added=("advice",),
)

_AMENDED = query(
    """
    SELECT extract(year FROM meeting_on + %(days)s)::int AS year,
           count(*) AS due,
           count(*) FILTER (WHERE final_on <= meeting_on + %(days)s) AS in_time
      FROM caseload_review AS review
      JOIN caseload_request AS request ON request.id = review.request_id AND {request_stands}
     WHERE review.outcome = 'amend' AND meeting_on + %(days)s <= %(on)s AND {review_counts}
     GROUP BY 1
    """,
    "request",
    added=("review",),
)

# By regulation 18. What is entered here takes the place of what the return says of the same date.
_TRANSFERS = query(
    """
    WITH entered AS (
        SELECT transfer.request_id,
               CASE transfer.kind
                   WHEN 'phase' THEN make_date(extract(year FROM transfer_on)::int, 2, 15)
                   WHEN 'post_16' THEN make_date(extract(year FROM transfer_on)::int, 3, 31)
                   ELSE (transfer_on - interval '5 months')::date
               END AS due_on,
               final_on
          FROM caseload_transfer AS transfer
          JOIN caseload_request AS request ON request.id = transfer.request_id AND {request_stands}
         WHERE {transfer_counts}
    ), transfers AS (
        SELECT due_on, final_on FROM entered
        UNION ALL
        SELECT transfer_due_on, transfer_final_on
          FROM caseload_activeplan AS active
         WHERE transfer_due_on IS NOT NULL AND {active_stands}
           AND NOT EXISTS (
               SELECT FROM entered
                WHERE entered.request_id = active.request_id AND entered.due_on = active.transfer_due_on
           )
    )
    SELECT extract(year FROM due_on)::int AS year,
           count(*) AS due,
           count(*) FILTER (WHERE final_on <= due_on) AS in_time
      FROM transfers
     WHERE due_on <= %(on)s
     GROUP BY 1
    """,
    "request",
    "active",
    added=("transfer",),
)

_DISPUTES = query(
    """
    SELECT extract(year FROM received_on)::int AS year,
           count(*) AS decided,
           count(*) FILTER (
               WHERE request.had_mediation OR assessment.had_mediation OR assessment.had_other_mediation
                  OR EXISTS (
                      SELECT FROM caseload_dispute AS dispute
                       WHERE dispute.request_id = request.id AND dispute.kind = 'mediation' AND {dispute_counts}
                  )
           ) AS with_mediation,
           count(*) FILTER (
               WHERE request.had_tribunal OR assessment.had_tribunal OR assessment.had_other_tribunal
                  OR EXISTS (
                      SELECT FROM caseload_dispute AS dispute
                       WHERE dispute.request_id = request.id AND dispute.kind = 'appeal' AND {dispute_counts}
                  )
           ) AS with_tribunal
      FROM caseload_request AS request
      LEFT JOIN caseload_assessment AS assessment ON assessment.request_id = request.id AND {assessment_stands}
     WHERE received_on >= %(first)s AND received_on < %(after)s
       AND request.outcome IN ('Y', 'N') AND {request_stands}
     GROUP BY 1
    """,
    "request",
    "assessment",
    added=("dispute",),
)

_COMPLAINTS = query(
    """
    SELECT extract(year FROM feedback.received_on)::int AS year, count(*) AS complaints
      FROM caseload_feedback AS feedback
      JOIN caseload_request AS request ON request.id = feedback.request_id AND {request_stands}
     WHERE feedback.kind = 'complaint' AND feedback.received_on <= %(on)s AND {feedback_counts}
     GROUP BY 1
    """,
    "request",
    added=("feedback",),
)

_AUDITS = query(
    """
    SELECT extract(year FROM audited_on)::int AS year,
           count(*) AS audited,
           count(*) FILTER (WHERE grade >= %(good)s) AS good,
           count(*) FILTER (WHERE has_social_care) AS with_social_care,
           count(*) FILTER (WHERE has_adulthood) AS with_adulthood
      FROM caseload_planaudit AS audit
      JOIN caseload_request AS request ON request.id = audit.request_id AND {request_stands}
     WHERE audited_on <= %(on)s AND {audit_counts}
     GROUP BY 1
    """,
    "request",
    added=("audit",),
)

# When the text of each plan in force was last made new, and when it was last looked at in a review.
_AGES = query(
    """
    WITH plans AS (
        SELECT in_force.starts_on,
               greatest(in_force.starts_on, entered.final_on) AS text_on,
               coalesce(
                   greatest(CASE WHEN active.decided_on <= %(on)s THEN active.decided_on END, entered.decided_on),
                   in_force.starts_on
               ) AS looked_at_on
          FROM caseload_activeplan AS active
          LEFT JOIN LATERAL (
              SELECT plan.starts_on
                FROM caseload_assessment AS assessment
                JOIN caseload_namedplan AS plan ON plan.assessment_id = assessment.id AND {plan_stands}
               WHERE assessment.request_id = active.request_id AND plan.starts_on <= %(on)s
               ORDER BY (plan.ceased_on IS NULL OR plan.ceased_on > %(on)s) DESC, plan.starts_on DESC
               LIMIT 1
          ) AS in_force ON true
          LEFT JOIN LATERAL (
              SELECT max(final_on) FILTER (WHERE final_on <= %(on)s) AS final_on,
                     max(decided_on) FILTER (WHERE decided_on <= %(on)s) AS decided_on
                FROM caseload_review AS review
               WHERE review.request_id = active.request_id AND {review_counts}
          ) AS entered ON true
         WHERE {active_stands}
    )
    SELECT count(text_on) AS dated,
           count(*) - count(text_on) AS undated,
           count(*) FILTER (WHERE text_on + interval '12 months' < %(on)s) AS over_a_year,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY %(on)s - text_on) AS median_days,
           count(looked_at_on) AS reviewable,
           count(*) - count(looked_at_on) AS not_reviewable,
           count(*) FILTER (WHERE looked_at_on + interval '12 months' >= %(on)s) AS up_to_date
      FROM plans
    """,
    "plan",
    "active",
    added=("review",),
)


@dataclass(frozen=True)
class Due:
    """What fell due in a year, and how much of it was done by its date."""

    due: int = 0
    in_time: int = 0

    @property
    def in_time_percentage(self):
        return percentage(self.in_time, self.due)


@dataclass(frozen=True)
class Disputes:
    """Requests received in a year on which yes or no was said, and those with mediation or an appeal about anything."""

    decided: int = 0
    with_mediation: int = 0
    with_tribunal: int = 0


@dataclass(frozen=True)
class Audits:
    """Plans audited in a year: graded 3 or 4, saying what social care does, preparing for adulthood."""

    audited: int = 0
    good: int = 0
    with_social_care: int = 0
    with_adulthood: int = 0


@dataclass(frozen=True)
class Ages:
    """Plans in force on a day by the age of their text, and by whether a review is overdue.

    A text is as old as the issue of the plan or its last final amendment, whichever is later. A plan is up to date if
    it was made, or the decision after its last review was written, no more than 12 months before. ``undated`` and
    ``not_reviewable`` are left out of the other counts because no such day is recorded.
    """

    dated: int
    undated: int
    over_a_year: int
    median_days: Decimal | None
    reviewable: int
    not_reviewable: int
    up_to_date: int


def advice_in_time(on):
    """``{service: {year: Due}}`` of advice that fell due by the end of a day, six weeks after it was asked for."""
    found = {}
    for row in read(_ADVICE, on=on, days=DECISION_DAYS):
        found.setdefault(row["service"], {})[row["year"]] = Due(row["due"], row["in_time"])
    return found


def amended_plans(on):
    """``{year: Due}`` of final amended plans due by the end of a day, twelve weeks after the review meeting."""
    return {row.pop("year"): Due(**row) for row in read(_AMENDED, on=on, days=AMENDED_DAYS)}


def transfers(on):
    """``{year: Due}`` of amended plans for a transfer that were due by the end of a day."""
    return {row.pop("year"): Due(**row) for row in read(_TRANSFERS, on=on)}


def disputes(years):
    """``Disputes`` of each calendar year asked for in which a request was decided."""
    return {row.pop("year"): Disputes(**row) for row in read(_DISPUTES, **span(years))} if years else {}


def complaints(on):
    """``{year: how many}`` received by the end of a day, of years with at least one."""
    return {row["year"]: row["complaints"] for row in read(_COMPLAINTS, on=on)}


def audits(on):
    """``{year: Audits}`` of plans audited by the end of a day."""
    return {row.pop("year"): Audits(**row) for row in read(_AUDITS, on=on, good=GOOD_GRADE)}


def plan_ages(on):
    """``Ages`` of the plans in force."""
    (row,) = read(_AGES, on=on)
    median = row.pop("median_days")
    return Ages(**row, median_days=None if median is None else rounded(median, "0.1"))
