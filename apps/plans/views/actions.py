"""The page of one action, with everything that is known of it."""

from collections import defaultdict

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.core.as_known import all_recorded
from apps.core.dates import today
from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for
from apps.plans import permissions
from apps.plans.beside import parts_beside
from apps.plans.codes import ActionState, DecisionKind
from apps.plans.edits import edits_of
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds
from apps.plans.models import EvidenceRelease, ExtensionDecision, MilestoneChange, MilestoneCompletion
from apps.plans.rules import ACTION_RULE, in_words, reason_words
from apps.plans.strands import is_late_by_first_date


@shows_days
@require_safe
@signed_in
def action(request, pk):
    on = shown_day(request)
    if request.known_then and not permissions.visible_actions(request.user).filter(pk=pk).exists():
        with all_recorded():
            later = get_object_or_404(permissions.visible_actions(request.user), pk=pk)
        told = {"name": later.reference, "what": "This action", "recorded_at": later.recorded_at}
        return render(request, "plans/not_known.html", told | {"on": on})
    shown = get_object_or_404(
        permissions.visible_actions(request.user).select_related(
            "plan",
            "strand",
            "accountable_council__organisation",
            "accountable_icb__organisation",
            "deputy",
            "replaced_by",
        ),
        pk=pk,
    )
    standing = shown.standings.on(on).first()
    if standing:
        standing.action = shown
    limits, words = thresholds(on), legend(on)
    leads = list(shown.action_leads.select_related("post__organisation"))
    decisions = _decisions(shown, on)
    evidence, taken_back = _evidence(request.user, shown, on), _taken_back(request.user, shown, on)
    context = {
        "action": shown,
        "standing": standing,
        "on": on,
        "legend": words,
        "explain": explainer_for(request.user),
        "reason": reason_words(standing.rule_reason, standing.rule_date) if standing else "",
        "is_late": bool(standing) and is_late_by_first_date(standing, on),
        "rule": in_words(ACTION_RULE, limits, words),
        "limits": limits,
        "leads": leads,
        "edits": edits_of(shown, on),
        "leads_nobody": shown.state in (ActionState.OPEN, ActionState.SAID_DONE)
        and not any(lead.post.holder_id for lead in leads),
        "updates": _updates(shown, on),
        "milestones": _milestones(shown, on),
        "extensions": _extensions(request.user, shown, on),
        "decisions": decisions,
        "evidence": evidence,
        "hidden_evidence": _hidden(shown, on, evidence),
        "taken_back": taken_back,
        "lost_proof": _has_lost_proof(shown, on, decisions),
        "sees_all_evidence": permissions.is_officer(request.user),
        "findings": shown.action_findings.select_related("finding__inspection").prefetch_related("finding__parts"),
        "may": _may(request.user, shown, decisions) if on == today() else {},
        "sees_officers_words": permissions.can_see_officers_words(request.user),
        "beside": parts_beside(request.user, shown, on),
    }
    return render(request, "plans/action.html", context)


def _updates(shown, on):
    """Every report up to a date, newest first; those taken back are kept and marked."""
    rows = shown.updates.filter(effective_on__lte=on, voids__isnull=True).select_related("voided_by")
    return list(rows.latest_first())


def _milestones(shown, on):
    """``(milestone, due on, why it was moved, reached on)`` of those that were part of the action on a date."""
    done = {
        row.milestone_id: row.effective_on
        for row in MilestoneCompletion.objects.as_at(on).filter(milestone__action=shown)
    }
    changes = MilestoneChange.objects.as_at(on).filter(milestone__action=shown).latest_first()
    newest = {}
    for row in changes:
        newest.setdefault(row.milestone_id, row)
    rows = []
    for milestone in shown.milestones.exclude(added_on__gt=on):
        change = newest.get(milestone.pk)
        if not (change and change.is_dropped):
            due_on = change.due_on if change else milestone.original_due_on
            rows.append((milestone, due_on, change.reason if change else "", done.get(milestone.pk)))
    return rows


def _extensions(user, shown, on):
    """``(request, its decision, may this person decide or undo, decisions taken back)`` by a date, newest first.

    Requests and decisions that were taken back are kept and marked.
    """
    decisions = ExtensionDecision.objects.filter(extension__action=shown, voids=None, effective_on__lte=on)
    by_request, undone = {}, defaultdict(list)
    for row in decisions.select_related("voided_by").latest_first():
        if _is_taken_back(row):
            undone[row.extension_id].append(row)
        else:
            by_request[row.extension_id] = row
    rows = []
    for row in shown.extensions.filter(voids=None, effective_on__lte=on).select_related("voided_by").latest_first():
        row.action = shown
        may = on == today() and permissions.can_decide_extension(user, row)
        rows.append((row, by_request.get(row.pk), may, undone[row.pk]))
    return rows


def _is_taken_back(row):
    return getattr(row, "voided_by", None) is not None


def _decisions(shown, on):
    """Every decision up to a date, newest first; those taken back are kept and marked."""
    rows = shown.decisions.filter(effective_on__lte=on, voids=None).select_related("takes_its_place", "voided_by")
    return list(rows.latest_first())


def _said_by(decisions):
    """Who said last that it is done, if that is the newest decision that stands."""
    newest = next((row for row in decisions if not _is_taken_back(row)), None)
    return newest.recorded_by_id if newest and newest.kind == DecisionKind.SAID_DONE else None


def _evidence(user, shown, on):
    """``(evidence, whether it was open to Board and families)`` by a date."""
    rows = permissions.visible_evidence(user).filter(action=shown, effective_on__lte=on)
    released = set(EvidenceRelease.objects.as_at(on).filter(evidence__action=shown).values_list("evidence", flat=True))
    return [(row, row.pk in released) for row in rows.latest_first()]


def _hidden(shown, on, evidence):
    """How many items stand that this person may not see yet."""
    return shown.evidence.as_at(on).count() - len(evidence)


def _taken_back(user, shown, on):
    """Evidence that was taken back, of what the person could see before, newest first."""
    rows = permissions.visible_evidence(user, taken_back=True)
    rows = rows.filter(action=shown, effective_on__lte=on, voided_by__isnull=False)
    return list(rows.select_related("voided_by", "erasure").latest_first())


def _has_lost_proof(shown, on, decisions):
    """Whether evidence was taken back after the action was accepted on it; it stays complete until it is reopened."""
    newest = next((row for row in decisions if not _is_taken_back(row)), None)
    if newest is None or newest.kind != DecisionKind.ACCEPTED:
        return False
    lost = shown.evidence.filter(recorded_at__lt=newest.recorded_at, voided_by__recorded_at__gt=newest.recorded_at)
    return lost.filter(voided_by__effective_on__lte=on).exists()


def _may(user, shown, decisions):
    """What this person may do now; the page shows only those buttons."""
    return {
        "report": permissions.can_update(user, shown),
        "evidence": permissions.can_add_evidence(user, shown),
        "take_done_back": shown.state == ActionState.SAID_DONE and _said_by(decisions) == user.pk,
        "accept": permissions.can_accept(user, shown),
        "edit": permissions.can_edit_plans(user),
        "close": permissions.can_close(user, shown),
    }
