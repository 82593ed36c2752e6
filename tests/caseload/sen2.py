"""The demonstration's CSV set of a return, put into the tables by the shortest way."""

import csv
from datetime import date
from pathlib import Path

from apps.caseload.models import (
    ActivePlan,
    Assessment,
    Child,
    Extract,
    NamedPlan,
    Need,
    Placement,
    PlanDetail,
    Request,
)

FOLDER = Path(__file__).resolve().parents[2] / "fixtures/demonstration/sen2"


def read(module):
    """The rows of a module as dicts."""
    with (FOLDER / f"{module}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def day(text):
    return date.fromisoformat(text) if text else None


def load():
    """Every record of the set, seen in one extract."""
    header = read("sen2")[0]
    extract = Extract.objects.create(
        return_year=int(header["year"]),
        reference_on=day(header["referencedate"]),
        as_at=date(2025, 3, 31),
        local_authority=header["lea"],
        is_synthetic=True,
        digest="0" * 64,
    )
    children = add(Child, extract, "person", "persontableid", person)
    requests = add(Request, extract, "requests", "requeststableid", request, child=children)
    assessments = add(Assessment, extract, "assessment", "assessmenttableid", assessment, request=requests)
    plans = add(NamedPlan, extract, "namedplan", "namedplantableid", named_plan, assessment=assessments)
    add(PlanDetail, extract, "plandetail", "plandetailtableid", place, named_plan=plans)
    active = add(ActivePlan, extract, "activeplans", "activeplanstableid", active_plan, request=requests)
    add(Placement, extract, "placementdetail", "placementdetailtableid", placement, active_plan=active)
    add(Need, extract, "senneed", "senneedtableid", need, active_plan=active)
    return extract


PARENT_KEYS = {
    "child": "persontableid",
    "request": "requeststableid",
    "assessment": "assessmenttableid",
    "named_plan": "namedplantableid",
    "active_plan": "activeplanstableid",
}


def add(model, extract, module, key, fields, **parents):
    """Add a module's rows; returns the records by their own id."""
    records = [
        model(
            key=row[key],
            first_extract=extract,
            **{name: known[row[PARENT_KEYS[name]]] for name, known in parents.items()},
            **fields(row),
        )
        for row in read(module)
    ]
    return {record.key: record for record in model.objects.bulk_create(records, batch_size=2000)}


def person(row):
    return {
        "surname": row["surname"],
        "forename": row["forename"],
        "birth_on": day(row["personbirthdate"]),
        "sex": row["sex"],
        "ethnicity": row["ethnicity"],
        "postcode": row["postcode"],
        "upn": row["upn"],
        "uln": row["uniquelearnernumber"],
        "upn_unknown": row["upnunknown"],
    }


def request(row):
    return {
        "received_on": day(row["receiveddate"]),
        "source": row["requestsource"],
        "is_in_youth_accommodation": row["rya"] == "1",
        "outcome": row["requestoutcome"],
        "outcome_on": day(row["requestoutcomedate"]),
        "had_mediation": row["requestmediation"] == "1",
        "had_tribunal": row["requesttribunal"] == "1",
        "exported": row["exported"],
    }


def assessment(row):
    return {
        "outcome": row["assessmentoutcome"],
        "outcome_on": day(row["assessmentoutcomedate"]),
        "had_mediation": row["assessmentmediation"] == "1",
        "had_tribunal": row["assessmenttribunal"] == "1",
        "had_other_mediation": row["othermediation"] == "1",
        "had_other_tribunal": row["othertribunal"] == "1",
        "has_exception": row["week20"] == "1",
    }


def named_plan(row):
    return {
        "starts_on": day(row["startdate"]),
        "residential": row["planres"],
        "work_based": row["planwbp"],
        "has_personal_budget": row["pb"] == "1",
        "has_organised_arrangements": row["oa"] == "1",
        "direct_payments": row["dp"],
        "ceased_on": day(row["ceasedate"]),
        "cease_reason": row["ceasereason"],
    }


def place(row):
    return {
        "urn": row["urn"],
        "ukprn": row["ukprn"],
        "setting": row["sensetting"],
        "setting_other": row["sensettingother"],
        "rank": int(row["placementrank"]),
        "is_sen_unit": row["senunitindicator"] == "1",
        "is_resourced_provision": row["resourcedprovisionindicator"] == "1",
    }


def active_plan(row):
    return {
        "transferred_from": row["transferla"],
        "review_meeting_on": day(row["reviewmeeting"]),
        "review_outcome": row["reviewoutcome"],
        "decided_on": day(row["lastreview"]),
        "amended_draft_on": day(row["reviewdraft"]),
        "transfer_due_on": day(row["phasetransferduedate"]),
        "transfer_final_on": day(row["phasetransferfinaldate"]),
    }


def placement(row):
    return place(row) | {
        "entered_on": day(row["entrydate"]),
        "left_on": day(row["leavingdate"]),
        "residential": row["res"],
        "work_based": row["wbp"],
    }


def need(row):
    return {"type": row["sentype"], "rank": int(row["sentyperank"])}
