"""All figures of an extract in one dict, under the names that the team checks them by."""

from datetime import date

from apps.caseload import figures


def all_figures(extract, on=None):
    """The figures of every full year before the return's, of open cases then and on ``on``, of census day and reviews.

    The years are those that the records cover, up to the year of the return.
    """
    years = figures.years_covered(extract.return_year - 1)
    days = {date(year, 12, 31) for year in years} | {extract.reference_on} | ({on} if on else set())
    return {
        "row_counts": figures.row_counts(),
        "years": of_years(years),
        "open_cases": {day.isoformat(): of_open(cases) for day, cases in figures.open_cases(days).items()},
        "census": of_census(figures.census(extract.reference_on)),
        "annual_reviews": of_reviews(extract.return_year - 1),
    }


def of_years(years):
    received, issued = figures.requests_received(years), figures.plans_issued(years)
    ended, ceased = figures.assessments_ended_no_plan(years), figures.plans_ceased(years)
    return {
        str(year): of_received(received[year])
        | of_issued(issued[year])
        | {
            "assessments_ended_no_plan": ended[year],
            "plans_ceased": ceased[year].ceased,
            "plans_ceased_by_reason": ceased[year].by_reason,
            "by_month": of_months(year, issued[year].months),
        }
        for year in years
    }


def of_received(received):
    return {
        "requests_received": received.received,
        "request_outcomes": received.outcomes,
        "decided": received.decided,
        "decided_within_42_days": received.decided_in_time,
        "decided_within_42_days_pc": received.decided_in_time_percentage,
        "refused": received.refused,
        "refused_pc_of_received": received.refused_percentage_of_received,
        "refused_pc_of_decided": received.refused_percentage_of_decided,
        "requests_with_mediation": received.with_mediation,
        "requests_with_tribunal": received.with_tribunal,
    }


def of_issued(issued):
    return {
        "plans_issued": issued.issued,
        "within_140_days": issued.in_time,
        "within_140_days_pc": issued.in_time_percentage,
        "plans_issued_excluding_exceptions": issued.without_exception,
        "within_140_days_excluding_exceptions": issued.without_exception_in_time,
        "within_140_days_excluding_exceptions_pc": issued.without_exception_in_time_percentage,
        "plans_issued_no_mediation_or_tribunal": issued.undisputed,
        "within_140_days_no_mediation_or_tribunal": issued.undisputed_in_time,
        "issued_141_to_365_days": issued.late_within_a_year,
        "issued_over_365_days": issued.over_a_year,
        "issued_on_day_140": issued.on_last_day,
        "issued_on_day_141": issued.a_day_late,
        "mean_days_to_issue": issued.mean_days,
        "median_days_to_issue": issued.median_days,
    }


def of_months(year, months):
    return {
        f"{year}-{number:02}": {"issued": month.issued, "within_140_days": month.in_time}
        for number, month in months.items()
    }


def of_open(cases):
    return {
        "open": cases.open,
        "open_over_140_days": cases.overdue,
        "undecided_over_42_days": cases.undecided_late,
        "open_on_day_140": cases.on_last_day,
        "open_on_day_141": cases.a_day_late,
        "longest_days": cases.longest_days,
    }


def of_census(census):
    return {
        "date": census.on.isoformat(),
        "active_plans": census.active_plans,
        "age_day": census.age_day.isoformat(),
        "age_bands_at_age_day": census.bands_at_age_day,
        "age_bands_at_census": census.bands_at_census,
        "single_year_of_age_at_age_day": _text_keys(census.ages_at_age_day),
        "sex": census.sexes,
        "primary_need": census.needs,
        "transferred_in": census.transferred_in,
        "active_plans_by_start_year": _text_keys(census.start_years),
    }


def of_reviews(year):
    reviews = figures.annual_reviews(year)
    return {
        "year": year,
        "meetings": reviews.meetings,
        "decisions": reviews.decisions,
        "decisions_within_28_days": reviews.in_time,
        "decisions_after_28_days": reviews.late,
        "decisions_within_28_days_pc": reviews.in_time_percentage,
    }


def _text_keys(counts):
    return {str(key): count for key, count in counts.items()}
