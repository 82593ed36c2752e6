"""Made-up voices beside the demonstration plan, so that its pages show what families say; always marked."""

import json
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from apps.accounts.models import Organisation, OrganisationKind
from apps.inspections.models import Finding
from apps.plans.models import Action
from apps.voice import services
from apps.voice.models import Answer, DraftEntry, DraftIssue, Issue, Place, Redaction, Round, Speaker, VoiceRating

FILE = Path(settings.BASE_DIR) / "fixtures" / "demonstration" / "voices.json"
MANAGER = "SEND Programme Manager"
# Everything of a demonstration voice, in an order in which nothing is left that points to what is gone.
OF_SPEAKER = (
    (Answer, "issue__round__speaker__is_demonstration"),
    (Issue, "round__speaker__is_demonstration"),
    (VoiceRating, "round__speaker__is_demonstration"),
    (DraftIssue, "round__speaker__is_demonstration"),
    (DraftEntry, "round__speaker__is_demonstration"),
    (Round, "speaker__is_demonstration"),
    (Speaker, "is_demonstration"),
)
PLACES = {Answer: Place.ANSWER, Issue: Place.ISSUE, VoiceRating: Place.COMMENT, Round: Place.BROUGHT_BY}


def load(plan, position):
    """Rounds that were released and an answer; days count from ``position``."""
    told = json.loads(FILE.read_text())
    findings = {row.reference: row for row in Finding.objects.filter(inspection=plan.inspection_id)}
    for row in told["rounds"]:
        _round(row, findings, position)
    for row in told["answers"]:
        _answer(row, plan, position)


def _round(told, findings, position):
    organisation = None
    if told["organisation"]:
        kind = {"kind": OrganisationKind.PARENT_CARER_FORUM}
        organisation, _ = Organisation.objects.get_or_create(name=told["organisation"], defaults=kind)
    speaker = Speaker.objects.create(
        name=told["speaker"], kind=told["kind"], organisation=organisation, is_demonstration=True
    )
    draft = services.begin_round(
        speaker=speaker,
        by=None,
        on=position,
        heard_from=position + timedelta(days=told["from_days"]),
        heard_to=position + timedelta(days=told["to_days"]),
        how=told["how"],
        how_many=told["how_many"],
        brought_by=told["brought_by"],
    )
    for reference, (rating, comment) in told["said"].items():
        services.say(draft=draft, finding=findings[reference], version=0, rating=rating, comment=comment)
    for issue in told["issues"]:
        services.raise_issue(draft=draft, **issue | {"finding": findings[issue["finding"]]})
    draft.refresh_from_db()
    services.release(draft=draft, by=None, version=draft.version)


def _answer(told, plan, position):
    answer = Answer.objects.create(
        issue=Issue.objects.get(words=told["issue"], round__speaker__is_demonstration=True),
        text=told["text"],
        author_title=MANAGER,
        effective_on=position + timedelta(days=told["days"]),
    )
    answer.actions.set(Action.objects.filter(plan=plan, reference__in=told["actions"]))


def redactions():
    """The keys of marks that personal details left in texts of demonstration voices."""
    keys = []
    for model, path in OF_SPEAKER:
        if model in PLACES:
            rows = model.objects.filter(**{path: True}).values("pk")
            keys += Redaction.objects.filter(place=PLACES[model], row__in=rows).values_list("pk", flat=True)
    return keys
