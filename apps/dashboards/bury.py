"""Loads Bury's real inspections, plans, glossary and rating words from ``fixtures/bury``.

Rows are found by their natural keys, so that a second run adds and changes nothing. Nothing is invented on the way:
where the sources give no rating, date or owner, there is none.
"""

import json
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from apps.accounts.models import Organisation
from apps.inspections import models as inspections
from apps.measures import loading, papers
from apps.measures.models import Baseline, ExpectedDip, Measure, MeasureFinding, Observation, Target
from apps.pip.models import ImpactPlan, Stocktake
from apps.plans import services
from apps.plans.models import (
    Action,
    ActionFinding,
    Plan,
    PlanType,
    Publication,
    RatingWord,
    StatusUpdate,
    Strand,
    Thresholds,
)
from apps.plans.standing import refresh
from apps.voice.models import Speaker
from apps.wsoa.models import Statement

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "bury"


def read(name):
    return json.loads((FOLDER / f"{name}.json").read_text())


@transaction.atomic
def load_all():
    """Load everything; returns how many rows of each kind there are now."""
    ratings(read("ratings"))
    glossary(read("glossary"))
    findings = inspections_and_findings(read("inspections"))
    speakers(read("speakers")["speakers"])
    for plan in read("plans"):
        one_plan(plan, findings)
    return {
        "inspections": inspections.Inspection.objects.count(),
        "findings": inspections.Finding.objects.count(),
        "judgements": inspections.Judgement.objects.count(),
        "local claims": inspections.LocalClaim.objects.count(),
        "plans": Plan.objects.filter(is_demonstration=False).count(),
        "actions": Action.objects.filter(plan__is_demonstration=False).count(),
        "dated updates": StatusUpdate.objects.filter(action__plan__is_demonstration=False).count(),
        "abbreviations": inspections.GlossaryEntry.objects.count(),
        "voices": Speaker.objects.filter(is_demonstration=False).count(),
    }


def load_statistics():
    """Load the published statistics and what papers say in figures; returns how many figures there are now."""
    loading.load(FOLDER.with_name("dfe"))
    papers.load(FOLDER / "observations.json")
    return {"published figures": Observation.objects.count()}


OF_MEASURE = ("name", "plain_name", "definition", "numerator", "denominator", "caution", "unit", "good_direction")
OF_MEASURE += ("kind", "subject", "grain", "minimum", "published_part", "published_whole", "published_also")


@transaction.atomic
def load_measures():
    """Load measures with their starting points, targets set by law and what was announced; returns how many there are.

    They are tied to the findings of 2024, which must be there. A measure that is there already is left as it is.
    """
    findings = {row.reference: row for row in inspections.Finding.objects.filter(inspection__key="2024")}
    for position, row in enumerate(read("measures")["measures"], 1):
        fields = {name: row[name] for name in OF_MEASURE} | {"position": position}
        measure, is_new = Measure.objects.get_or_create(slug=row["slug"], defaults=fields)
        if is_new:
            _of_measure(measure, row, position, findings)
    return {"measures": Measure.objects.filter(is_demonstration=False).count()}


def _of_measure(measure, row, position, findings):
    for link in row["findings"]:
        fields = {"is_headline": link["is_headline"], "note": link["note"], "position": position}
        MeasureFinding.objects.create(measure=measure, finding=findings[link["reference"]], **fields)
    for kind, name in ((Baseline, "baselines"), (Target, "targets"), (ExpectedDip, "dips")):
        for told in row[name]:
            fields = {key: day(value) if key in DAYS else value for key, value in told.items()}
            kind.objects.create(measure=measure, **fields)


DAYS = ("effective_on", "starts_on", "until")


def day(text):
    return date.fromisoformat(text) if text else None


def ratings(data):
    for word in data["words"]:
        if not RatingWord.objects.filter(code=word["code"]).exists():
            RatingWord.objects.create(effective_on=day(data["effective_on"]), source=data["source"], **word)
    if not Thresholds.objects.exists():
        Thresholds.objects.create(effective_on=day(data["effective_on"]))


def glossary(entries):
    for entry in entries:
        fields = {name: entry[name] for name in ("expansion", "plain_meaning", "is_general_knowledge")}
        inspections.GlossaryEntry.objects.get_or_create(abbreviation=entry["abbreviation"], defaults=fields)


def speakers(rows):
    """Whose voices are heard; organisations are there already."""
    for row in rows:
        organisation = Organisation.objects.filter(name=row["organisation"]).first()
        Speaker.objects.get_or_create(
            name=row["name"],
            is_demonstration=False,
            defaults={"kind": row["kind"], "organisation": organisation},
        )


def inspections_and_findings(data):
    """Load them; returns ``{reference: Finding}``, references being unique over all inspections of Bury."""
    organisations = {
        row["name"]: Organisation.objects.get_or_create(name=row["name"], defaults={"kind": row["kind"]})[0]
        for row in data["organisations"]
    }
    visits = {row["key"]: _inspection(row) for row in data["inspections"]}
    for row in data["inspections"]:
        if row["revisits"] and visits[row["key"]].revisits_id is None:
            visits[row["key"]].revisits = visits[row["revisits"]]
            visits[row["key"]].save()
    findings = {row["reference"]: _finding(row, visits, organisations) for row in data["findings"]}
    for row in data["repeats"]:
        pair = {"later": findings[row["later"]], "earlier": findings[row["earlier"]]}
        inspections.FindingRepeat.objects.get_or_create(**pair, defaults={"reading": row["reading"]})
    for row in data["judgements"]:
        _judgement(row, findings, visits)
    for row in data["claims"]:
        _claim(row, findings)
    for row in data["events"]:
        _event(row, findings, visits)
    return findings


def _inspection(row):
    names = ("name", "framework", "outcome", "follow_up", "source")
    dates = ("started_on", "ended_on", "letter_on", "published_on")
    fields = {name: row[name] for name in names} | {name: day(row[name]) for name in dates}
    return inspections.Inspection.objects.get_or_create(key=row["key"], defaults=fields)[0]


def _finding(row, visits, organisations):
    names = ("kind", "number", "title", "plain_title", "text", "tail", "source")
    finding, is_new = inspections.Finding.objects.get_or_create(
        inspection=visits[row["inspection"]],
        reference=row["reference"],
        defaults={name: row[name] for name in names},
    )
    if is_new:
        finding.responsible.set(organisations[name] for name in row["responsible"])
        for letter, text in zip("abcdefgh", row["parts"], strict=False):
            inspections.FindingPart.objects.create(finding=finding, letter=letter, text=text)
    return finding


def _judgement(row, findings, visits):
    keys = {"finding": findings[row["finding"]], "inspection": visits[row["inspection"]]}
    if not inspections.Judgement.objects.filter(**keys).exists():
        fields = {name: row[name] for name in ("verdict", "sentence", "text", "source")}
        inspections.Judgement.objects.create(**keys, **fields, effective_on=day(row["effective_on"]))


def _claim(row, findings):
    if inspections.LocalClaim.objects.filter(text=row["text"]).exists():
        return
    fields = {name: row[name] for name in ("text", "said_by", "date_note", "source")}
    claim = inspections.LocalClaim.objects.create(effective_on=day(row["effective_on"]), **fields)
    claim.findings.set(findings[reference] for reference in row["findings"])


def _event(row, findings, visits):
    fields = {name: row[name] for name in ("kind", "precision", "outcome", "is_restricted", "source")}
    event, is_new = inspections.MonitoringEvent.objects.get_or_create(
        inspection=visits[row["inspection"]],
        name=row["name"],
        defaults={**fields, "held_on": day(row["held_on"])},
    )
    if not is_new:
        return
    for item in row["recommendations"]:
        made = inspections.Recommendation.objects.create(
            event=event, number=item["number"], text=item["text"], source=item["source"]
        )
        made.findings.set(findings[reference] for reference in item["findings"])
    for item in row["letters"]:
        inspections.Letter.objects.create(event=event, **item)


def one_plan(data, findings):
    """One plan with its strands, actions and dated updates."""
    kind, _ = PlanType.objects.get_or_create(code=data["type"]["code"], defaults=data["type"])
    names = ("closed_reason", "note", "source")
    plan, _ = Plan.objects.get_or_create(
        name=data["name"],
        defaults={
            **{name: data[name] for name in names},
            "type": kind,
            "inspection": inspections.Inspection.objects.filter(key=data["inspection"]).first(),
            "starts_on": day(data["starts_on"]),
            "closed_on": day(data["closed_on"]),
        },
    )
    if not Publication.objects.filter(plan=plan).exists():
        services.publish(plan=plan, by=None, on=day(data["published_on"]), note=data["published_note"])
    _life_cycle(plan, data)
    strands = {row["reference"]: _strand(plan, row, place, findings) for place, row in enumerate(data["strands"], 1)}
    actions = [_action(plan, strands[row["strand"]], row, findings) for row in data["actions"]]
    refresh([action for action, is_new in actions if is_new])


def _life_cycle(plan, data):
    if "statement" in data:
        dates = {name: day(value) for name, value in data["statement"].items() if name != "source"}
        Statement.objects.get_or_create(plan=plan, defaults={**dates, "source": data["statement"]["source"]})
    if "impact_plan" in data:
        fields = dict(data["impact_plan"])
        for name in ("required_on", "submitted_on", "approved_on"):
            fields[name] = day(fields[name])
        impact_plan, _ = ImpactPlan.objects.get_or_create(plan=plan, defaults=fields)
        for event in inspections.MonitoringEvent.objects.filter(name__in=data["stocktakes"]):
            Stocktake.objects.get_or_create(impact_plan=impact_plan, event=event)


def _strand(plan, row, place, findings):
    fields = {name: row[name] for name in ("kind", "title", "plain_title", "note")} | {"position": place}
    strand, is_new = Strand.objects.get_or_create(plan=plan, reference=row["reference"], defaults=fields)
    if is_new:
        strand.findings.set(findings[reference] for reference in row["findings"])
    return strand


def _action(plan, strand, row, findings):
    action, is_new = Action.objects.get_or_create(
        plan=plan,
        reference=row["reference"],
        defaults={
            "strand": strand,
            "title": row["title"],
            "plain_title": row["plain_title"],
            "description": row.get("description", ""),
            "added_on": day(row["added_on"]),
            "due_text": row.get("due_text", ""),
            "source": row["source"],
        },
    )
    if is_new:
        for reference in row["findings"]:
            ActionFinding.objects.create(action=action, finding=findings[reference], reading=row["reading"])
        StatusUpdate.objects.bulk_create(
            StatusUpdate(
                action=action,
                effective_on=day(update["effective_on"]),
                narrative=update["narrative"],
                author_title=update["author_title"],
                source=row["source"],
            )
            for update in row["updates"]
        )
    return action, is_new
