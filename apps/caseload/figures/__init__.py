"""Figures computed from case records; every date is an argument, every function is one query.

Only records that the newest load has are counted, and records entered here: a load is a complete snapshot, so a record
that it no longer holds was taken out of the case system.
"""

from apps.caseload.figures.census import Census, Reviews, annual_reviews, census, row_counts
from apps.caseload.figures.open_cases import OpenCases, open_cases
from apps.caseload.figures.plans import (
    Ceased,
    Issued,
    Month,
    assessments_ended_no_plan,
    plans_ceased,
    plans_issued,
    years_covered,
)
from apps.caseload.figures.practice import (
    Ages,
    Audits,
    Disputes,
    Due,
    advice_in_time,
    amended_plans,
    audits,
    complaints,
    disputes,
    plan_ages,
    transfers,
)
from apps.caseload.figures.requests import Received, requests_received

__all__ = [
    "Ages",
    "Audits",
    "Ceased",
    "Census",
    "Disputes",
    "Due",
    "Issued",
    "Month",
    "OpenCases",
    "Received",
    "Reviews",
    "advice_in_time",
    "amended_plans",
    "annual_reviews",
    "assessments_ended_no_plan",
    "audits",
    "census",
    "complaints",
    "disputes",
    "open_cases",
    "plan_ages",
    "plans_ceased",
    "plans_issued",
    "requests_received",
    "row_counts",
    "transfers",
    "years_covered",
]
