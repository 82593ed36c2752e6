"""Every figure of a SEN2 set, counted anew in plain Python, row by row, from the definitions alone.

Nothing of the site is used: rows are dicts of a CSV file, dates are read here, and each definition is one condition.
``definitions`` of the demonstration's expected figures is the reference; where it leaves something open, it says so.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

NONE = "none recorded"
BANDS = {"under 5": range(5), "5 to 10": range(5, 11), "11 to 15": range(11, 16), "16 to 25": range(16, 26)}


def day(text):
    return date.fromisoformat(text) if text else None


def percentage(part, whole):
    """Rounded half up to one decimal, which the definitions leave open."""
    return rounded(Decimal(100 * part) / whole, "0.1") if whole else None


def rounded(value, step):
    return float(Decimal(value).quantize(Decimal(step), ROUND_HALF_UP))


def counted(values):
    found = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return found


class Oracle:
    """``tables``: ``{module: [{column: text}]}``, ``sen2`` among them."""

    def __init__(self, tables):
        self.tables = tables
        header = tables["sen2"][0]
        self.year, self.census_day = int(header["year"]), day(header["referencedate"])
        self.assessment_of = {row["requeststableid"]: row for row in tables["assessment"]}
        self.assessments = {row["assessmenttableid"]: row for row in tables["assessment"]}
        self.requests = {row["requeststableid"]: row for row in tables["requests"]}
        self.people = {row["persontableid"]: row for row in tables["person"]}

    def figures(self, on=None):
        years = self.years()
        days = sorted({*(date(year, 12, 31) for year in years), self.census_day, *([on] if on else [])})
        return {
            "row_counts": {name: len(rows) for name, rows in self.tables.items() if name != "sen2"},
            "years": {str(year): self.of_year(year) for year in years},
            "open_cases": {day.isoformat(): self.open_on(day) for day in days},
            "census": self.census(),
            "annual_reviews": self.reviews(self.year - 1),
        }

    def years(self):
        """From the first year in which a plan was issued to the one before the return's (left open)."""
        last = self.year - 1
        first = min([plan["on"].year for plan in self.issued()] + [last])
        return range(first, last + 1)

    def issued(self):
        """Plans of an assessment with outcome Y, with the days from the day received; without that day, left out."""
        for plan in self.tables["namedplan"]:
            assessment = self.assessments[plan["assessmenttableid"]]
            request = self.requests[assessment["requeststableid"]]
            starts, received = day(plan["startdate"]), day(request["receiveddate"])
            if assessment["assessmentoutcome"] == "Y" and starts and received:
                flags = [request["requestmediation"], request["requesttribunal"]]
                flags += [assessment["assessmentmediation"], assessment["assessmenttribunal"]]
                yield {
                    "on": starts,
                    "days": (starts - received).days,
                    "exception": assessment["week20"] == "1",
                    "disputed": "1" in flags,
                }

    def of_year(self, year):
        return self.received_in(year) | self.issued_in(year) | self.ended_in(year) | self.ceased_in(year)

    def received_in(self, year):
        rows = [
            row
            for row in self.tables["requests"]
            if row["receiveddate"] and day(row["receiveddate"]).year == year and row["requestoutcome"] != "H"
        ]
        decided = [row for row in rows if row["requestoutcome"] in ("Y", "N") and row["requestoutcomedate"]]
        in_time = [row for row in decided if (day(row["requestoutcomedate"]) - day(row["receiveddate"])).days <= 42]
        refused = sum(row["requestoutcome"] == "N" for row in rows)
        return {
            "requests_received": len(rows),
            "request_outcomes": {code: sum(row["requestoutcome"] == code for row in rows) for code in "YNAW"},
            "decided": len(decided),
            "decided_within_42_days": len(in_time),
            "decided_within_42_days_pc": percentage(len(in_time), len(decided)),
            "refused": refused,
            "refused_pc_of_received": percentage(refused, len(rows)),
            "refused_pc_of_decided": percentage(refused, len(decided)),
            "requests_with_mediation": sum(row["requestmediation"] == "1" for row in rows),
            "requests_with_tribunal": sum(row["requesttribunal"] == "1" for row in rows),
        }

    def issued_in(self, year):
        plans = [plan for plan in self.issued() if plan["on"].year == year]
        plain = [plan for plan in plans if not plan["exception"]]
        undisputed = [plan for plan in plans if not plan["disputed"]]
        days = sorted(plan["days"] for plan in plans)
        months = {}
        for month in range(1, 13):
            of_month = [plan for plan in plans if plan["on"].month == month]
            months[f"{year}-{month:02}"] = {"issued": len(of_month), "within_140_days": in_time(of_month)}
        return {
            "plans_issued": len(plans),
            "within_140_days": in_time(plans),
            "within_140_days_pc": percentage(in_time(plans), len(plans)),
            "plans_issued_excluding_exceptions": len(plain),
            "within_140_days_excluding_exceptions": in_time(plain),
            "within_140_days_excluding_exceptions_pc": percentage(in_time(plain), len(plain)),
            "plans_issued_no_mediation_or_tribunal": len(undisputed),
            "within_140_days_no_mediation_or_tribunal": in_time(undisputed),
            "issued_141_to_365_days": sum(140 < number <= 365 for number in days),
            "issued_over_365_days": sum(number > 365 for number in days),
            "issued_on_day_140": days.count(140),
            "issued_on_day_141": days.count(141),
            "mean_days_to_issue": rounded(Decimal(sum(days)) / len(days), "0.01") if days else None,
            "median_days_to_issue": median(days) if days else None,
            "by_month": months,
        }

    def ended_in(self, year):
        ended = [
            row
            for row in self.tables["assessment"]
            if row["assessmentoutcome"] == "N" and row["assessmentoutcomedate"].startswith(f"{year}-")
        ]
        return {"assessments_ended_no_plan": len(ended)}

    def ceased_in(self, year):
        ceased = [row for row in self.tables["namedplan"] if row["ceasedate"].startswith(f"{year}-")]
        return {
            "plans_ceased": len(ceased),
            "plans_ceased_by_reason": counted(row["ceasereason"] or NONE for row in ceased),
        }

    def open_on(self, on):
        waits, undecided = [], 0
        for row in self.tables["requests"]:
            if self.is_open(row, on):
                days = (on - day(row["receiveddate"])).days
                waits.append(days)
                undecided += days > 42 and not is_decided(row, on)
        return {
            "open": len(waits),
            "open_over_140_days": sum(days > 140 for days in waits),
            "undecided_over_42_days": undecided,
            "open_on_day_140": waits.count(140),
            "open_on_day_141": waits.count(141),
            "longest_days": max(waits, default=None),
        }

    def is_open(self, row, on):
        """A refusal without a date is, like a withdrawal, never shown as open (left open by the definition)."""
        received, outcome = day(row["receiveddate"]), row["requestoutcome"]
        if not received or received > on or outcome in ("H", "W") or row["exported"] not in ("", "0"):
            return False
        assessment = self.assessment_of.get(row["requeststableid"])
        if assessment is None:
            refused_on = day(row["requestoutcomedate"])
            return not (outcome == "N" and (refused_on is None or refused_on <= on))
        if assessment["assessmentoutcome"] in ("W", "H"):
            return False
        told = day(assessment["assessmentoutcomedate"])
        if assessment["assessmentoutcome"] == "N" and told and told <= on:
            return False
        return not any(
            plan["assessmenttableid"] == assessment["assessmenttableid"]
            and plan["startdate"]
            and day(plan["startdate"]) <= on
            for plan in self.tables["namedplan"]
        )

    def census(self):
        age_day = date(self.census_day.year, 8, 31)
        if age_day >= self.census_day:
            age_day = date(self.census_day.year - 1, 8, 31)
        active = self.tables["activeplans"]
        born = [day(self.person_of(row)["personbirthdate"]) for row in active]
        before, now = [age_on(one, age_day) for one in born], [age_on(one, self.census_day) for one in born]
        return {
            "date": self.census_day.isoformat(),
            "active_plans": len(active),
            "age_day": age_day.isoformat(),
            "age_bands_at_age_day": in_bands(before),
            "age_bands_at_census": in_bands(now),
            "single_year_of_age_at_age_day": counted(str(age) for age in before),
            "sex": counted(self.person_of(row)["sex"] or NONE for row in active),
            "primary_need": counted(self.need_of(row) for row in active),
            "transferred_in": sum(row["transferla"] != "" for row in active),
            "active_plans_by_start_year": counted(self.start_year_of(row) for row in active),
        }

    def person_of(self, active):
        return self.people[self.requests[active["requeststableid"]]["persontableid"]]

    def need_of(self, active):
        key = active["activeplanstableid"]
        needs = [
            row for row in self.tables["senneed"] if row["activeplanstableid"] == key and row["sentyperank"] == "1"
        ]
        return needs[0]["sentype"] if needs else NONE

    def start_year_of(self, active):
        """Of the plan in force: not ceased by census day before ceased, then the latest (left open for several)."""
        assessment = self.assessment_of.get(active["requeststableid"])
        plans = [
            row
            for row in self.tables["namedplan"]
            if assessment and row["assessmenttableid"] == assessment["assessmenttableid"]
        ]
        in_force = [row for row in plans if not row["ceasedate"] or day(row["ceasedate"]) > self.census_day]
        starts = [row["startdate"] for row in in_force or plans]
        return max(starts)[:4] if starts and max(starts) else NONE

    def reviews(self, year):
        met = [row for row in self.tables["activeplans"] if row["reviewmeeting"].startswith(f"{year}-")]
        decided = [row for row in met if row["lastreview"]]
        in_time = sum((day(row["lastreview"]) - day(row["reviewmeeting"])).days <= 28 for row in decided)
        return {
            "year": year,
            "meetings": len(met),
            "decisions": len(decided),
            "decisions_within_28_days": in_time,
            "decisions_after_28_days": len(decided) - in_time,
            "decisions_within_28_days_pc": percentage(in_time, len(decided)),
        }


def in_time(plans):
    return sum(plan["days"] <= 140 for plan in plans)


def is_decided(row, on):
    if row["requestoutcome"] == "Y" and not row["requestoutcomedate"]:
        return True
    decided = day(row["requestoutcomedate"])
    return row["requestoutcome"] in ("Y", "N") and decided is not None and decided <= on


def age_on(born, on):
    """Completed years, counted birthday by birthday; one on 29 February counts from 1 March in other years."""
    if born is None:
        return NONE
    age = 0
    while birthday(born, born.year + age + 1) <= on:
        age += 1
    return age


def birthday(born, year):
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 2, 28) + timedelta(1)


def in_bands(ages):
    bands = {name: sum(age in span for age in ages if age != NONE) for name, span in BANDS.items()}
    unknown = ages.count(NONE)
    return bands | ({NONE: unknown} if unknown else {})
