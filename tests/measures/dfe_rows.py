"""What DfE's files say of Bury, by the places of our tables: read from the files themselves, not through the site."""

import csv
from collections import Counter
from pathlib import Path

from apps.caseload import codes
from tests.measures.releasing import place

FOLDER = Path(__file__).resolve().parents[2] / "fixtures/dfe"
NEED, SEX, AGE, SETTING = "Primary need", "Sex", "Age on 31 August", "Kind of setting"
OUTCOME, REASON, NONE = "What was decided", "Reason", "Not recorded"
SETTINGS = {"elective_home_education": "EHE", "other_arrangements_la": "OLA", "other_arrangements_parents": "OPA"}
SETTINGS |= {"neet": "NEET", "neet_ntci": "NIEC"}
REASONS = ("max_age", "needs_met", "he", "employ", "transfer", "no_engage", "moved_outside_eng", "deceased", "other")
DECIDED = {"to_assess": "Y", "not_to_assess": "N"}


def rows(name, period):
    with (FOLDER / f"bury_nw_england_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["old_la_code"] == "351" and row["time_period"] == period]


def needs():
    for value, label in codes.NeedType.choices:
        if value != "DS":
            yield f"number_{value.lower()}", "Other difficulty, with Down syndrome" if value == "OTH" else label
    yield "number_need_unknown", NONE


def places(census_day, year):
    """``{place: figure}`` of the census day in words and the calendar year before it."""
    found = {}
    academic = f"{year}{(year + 1) % 100:02}"
    plans = f"Plans in force on {census_day}"
    by_need = {"ehc_plans": (), **{column: ((NEED, label),) for column, label in needs()}}
    by_setting = {"ehcplans": ()} | {
        column: ((SETTING, codes.Setting(value).label),) for column, value in SETTINGS.items()
    }
    _take(found, plans, rows("sen_needs_all_plans", academic), by_need, has_ages=True)
    _take(found, plans, rows("caseload", academic), by_setting, has_ages=True, only_total_by_age="ehcplans")
    requests = {"requests_received_in_year": (), "requests_decision_not_made": ((OUTCOME, "Not yet decided"),)}
    requests["requests_withdrawn"] = ((OUTCOME, codes.RequestOutcome.WITHDRAWN.label),)
    for column, value in DECIDED.items():
        requests[f"requests_decided_{column}"] = ((OUTCOME, codes.RequestOutcome(value).label),)
    _take(found, f"Requests for an assessment received in {year}", rows("requests", str(year)), requests)
    ceased = {column: ((REASON, label),) for column, label in zip(REASONS, codes.CeaseReason.labels, strict=True)}
    ceased |= {"total_ceased": (), "not_rec": ((REASON, NONE),)}
    _take(found, f"Plans that ceased in {year}", rows("ceased_plans", str(year)), ceased)
    return found


def _take(found, population, lines, columns, has_ages=False, only_total_by_age=None):
    bands = Counter()
    for line in lines:
        for column, chosen in columns.items():
            if line["breakdown_topic"] == "Sex":
                found[place(population, *chosen, (SEX, line["breakdown"]))] = int(line[column])
            elif line["breakdown_topic"] == line["breakdown"]:
                found[place(population, *chosen)] = int(line[column])
            elif line["breakdown_topic"].endswith("persons age") and has_ages and only_total_by_age in (None, column):
                bands[place(population, *chosen, (AGE, _band(line["breakdown"])))] += int(line[column])
    found |= bands


def _band(label):
    years = int(label.split()[-1])
    return next(
        name for name, most in (("Under 5", 4), ("5 to 10", 10), ("11 to 15", 15), ("16 to 25", 25)) if years <= most
    )
