"""The golden thread of a finding: everything said and done about it, on one time line."""

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Count
from django.urls import reverse

from apps.core.words import plural
from apps.inspections.models import Judgement
from apps.inspections.permissions import visible_events
from apps.plans.codes import DecisionKind
from apps.plans.models import ActionDecision, Evidence, ExtensionDecision, StatusUpdate
from apps.plans.permissions import can_see_officers_words, visible_actions, visible_evidence
from apps.voice.reading import spoken

KINDS = {
    "inspectors": "What inspectors said",
    "claims": "What was said locally",
    "promises": "What was promised",
    "updates": "Reports on actions",
    "evidence": "Evidence",
    "voices": "What families say",
    "decisions": "Decisions and new dates",
    "monitoring": "Monitoring",
}


@dataclass
class Event:
    """One point of the time line."""

    on: object
    kind: str
    title: str
    text: str = ""
    by: str = ""
    address: str = ""
    note: str = ""
    is_demonstration: bool = False


def time_line(finding, user, on):
    """Events up to a date, newest first; only what the person may see."""
    actions = visible_actions(user).filter(findings=finding).select_related("plan")
    by_key = {action.pk: action for action in actions}
    events = [
        *_inspectors(finding, on),
        *_claims(finding, on),
        *_promised(by_key, on),
        *_updates(by_key, user, on),
        *_evidence(by_key, user, on),
        *_decisions(by_key, user, on),
        *_voices(finding, on),
        *_monitoring(finding, user, on),
    ]
    return sorted(events, key=attrgetter("on"), reverse=True)


def _inspectors(finding, on):
    """What inspectors found and judged, of this finding and of the earlier ones that it repeats; two queries."""
    earlier = [repeat.earlier for repeat in finding.repeats.select_related("earlier__inspection")]
    judged = Judgement.objects.as_at(on).filter(finding__in=[finding, *earlier]).select_related("finding", "inspection")
    for found in (finding, *earlier):
        if found.inspection.ended_on <= on:
            yield _found(found, is_earlier=found is not finding)
    for judgement in judged:
        yield _judged(judgement, is_earlier=judgement.finding_id != finding.pk)


def _found(finding, is_earlier):
    inspection = finding.inspection
    title = f"{inspection.name}: {finding.get_kind_display().lower()} found"
    return Event(
        inspection.ended_on,
        "inspectors",
        f"Earlier finding {finding.reference}. {title}" if is_earlier else title,
        finding.title if is_earlier else "",
        address=finding.get_absolute_url() if is_earlier else reverse("inspections:inspection", args=[inspection.pk]),
        note=finding.source,
    )


def _judged(judgement, is_earlier):
    title = f"Inspectors judged: {judgement.get_verdict_display().lower()}"
    return Event(
        judgement.effective_on,
        "inspectors",
        f"Earlier finding {judgement.finding.reference}. {title}" if is_earlier else title,
        judgement.sentence if is_earlier else f"{judgement.text}\n\n{judgement.sentence}",
        address=reverse("inspections:inspection", args=[judgement.inspection_id]),
        note=judgement.source,
    )


def _promised(by_key, on):
    """What was promised on each day, plan by plan."""
    days = defaultdict(list)
    for action in by_key.values():
        if action.added_on <= on:
            days[action.added_on, action.plan].append(action)
    for (day, plan), actions in days.items():
        actions.sort(key=attrgetter("reference_key"))
        yield Event(
            day,
            "promises",
            f"{plan.marked_name}: {plural(len(actions), 'action')} promised",
            "\n".join(str(action) for action in actions),
            address=plan.get_absolute_url(),
            note=plan.source,
            is_demonstration=plan.is_demonstration,
        )


def _claims(finding, on):
    for claim in finding.claims.as_at(on):
        yield Event(claim.effective_on, "claims", f"Said locally: {claim.said_by}", claim.text, note=_noted(claim))


def _noted(claim):
    return f"{claim.source} ({claim.date_note})" if claim.date_note else claim.source


# What stands for words that nobody wrote for families.
NO_WORDS = "Nobody has written this for families yet."


def _updates(by_key, user, on):
    sees_all = can_see_officers_words(user)
    for update in StatusUpdate.objects.as_at(on).filter(action__in=by_key):
        action = by_key[update.action_id]
        # What was loaded from a published paper is public already.
        words = (
            update.narrative
            if sees_all or (update.is_public and not action.plan.is_demonstration)
            else update.families_text
        )
        yield Event(
            update.effective_on,
            "updates",
            f"{action.reference}: report",
            words or ("No change since the report before." if update.is_no_change else NO_WORDS),
            update.author_title,
            f"{action.get_absolute_url()}#update-{update.pk}",
            update.source,
            action.plan.is_demonstration,
        )


def _evidence(by_key, user, on):
    for row in visible_evidence(user).filter(action__in=by_key, effective_on__lte=on):
        action = by_key[row.action_id]
        yield Event(
            row.effective_on,
            "evidence",
            f"{action.reference}: evidence {row.get_shows_display()}",
            row.title,
            row.author_title,
            f"{action.get_absolute_url()}#evidence",
            is_demonstration=action.plan.is_demonstration,
        )


def evidence_for_officers(finding, user, on):
    """``{whether it is made up: how many}`` pieces of evidence a person may not see of actions that they may see.

    One query.
    """
    actions = visible_actions(user).filter(findings=finding)
    rows = Evidence.objects.as_at(on).filter(action__in=actions).exclude(pk__in=visible_evidence(user).values("pk"))
    return dict(rows.order_by().values_list("action__plan__is_demonstration").annotate(Count("pk")))


def _decisions(by_key, user, on):
    sees_all = can_see_officers_words(user)
    for row in ActionDecision.objects.as_at(on).filter(action__in=by_key):
        action = by_key[row.action_id]
        yield Event(
            row.effective_on,
            "decisions",
            f"{action.reference}: {DecisionKind(row.kind).label.lower()}",
            row.reason if sees_all else "",
            row.author_title,
            action.get_absolute_url(),
            is_demonstration=action.plan.is_demonstration,
        )
    approved = ExtensionDecision.objects.as_at(on).filter(is_approved=True, extension__action__in=by_key)
    for row in approved.select_related("extension"):
        action = by_key[row.extension.action_id]
        yield Event(
            row.effective_on,
            "decisions",
            f"{action.reference}: date moved later by {row.extension.days} days",
            row.extension.reason if sees_all else "",
            row.author_title,
            action.get_absolute_url(),
            is_demonstration=action.plan.is_demonstration,
        )


def _voices(finding, on):
    """Every released rating with its comment, on the last day of its listening."""
    for voice in spoken(finding, on):
        yield Event(
            voice.heard_to,
            "voices",
            f"{voice.speaker}: {voice.words.lower()}",
            voice.comment,
            voice.from_words,
            reverse("voice:round", args=[voice.round]),
            is_demonstration=voice.is_demonstration,
        )


def _monitoring(finding, user, on):
    for row in visible_events(user).filter(inspection=finding.inspection, held_on__lte=on):
        address = reverse("inspections:event", args=[row.pk])
        yield Event(row.held_on, "monitoring", row.name, row.outcome, address=address, note=row.source)
