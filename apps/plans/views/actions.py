"""The page of one action, with everything that is known of it."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.core.dates import as_at, today
from apps.core.sign_in import signed_in
from apps.plans import permissions
from apps.plans.legend import legend, thresholds
from apps.plans.models import EvidenceRelease, MilestoneCompletion
from apps.plans.rules import ACTION_RULE, reason_words
from apps.plans.strands import is_late_by_first_date


@require_safe
@signed_in
def action(request, pk):
    on = as_at(request)
    shown = get_object_or_404(
        permissions.visible_actions(request.user).select_related(
            "plan", "strand", "accountable_council", "accountable_icb", "deputy", "replaced_by"
        ),
        pk=pk,
    )
    standing = shown.standings.on(on).first()
    if standing:
        standing.action = shown
    limits = thresholds(on)
    context = {
        "action": shown,
        "standing": standing,
        "on": on,
        "legend": legend(on),
        "reason": reason_words(standing.rule_reason, standing.rule_date) if standing else "",
        "is_late": bool(standing) and is_late_by_first_date(standing, on),
        "rule": [line.format(**limits.__dict__) for line in ACTION_RULE],
        "limits": limits,
        "leads": shown.action_leads.select_related("post__organisation"),
        "updates": _updates(shown, on),
        "milestones": _milestones(shown, on),
        "extensions": shown.extensions.as_at(on).select_related("decision", "recorded_by"),
        "decisions": shown.decisions.as_at(on).latest_first().select_related("takes_its_place"),
        "evidence": _evidence(request.user, shown, on),
        "findings": shown.action_findings.select_related("finding__inspection"),
        "may": _may(request.user, shown) if on == today() else {},
        "sees_officers_words": permissions.can_see_officers_words(request.user),
    }
    return render(request, "plans/action.html", context)


def _updates(shown, on):
    """Every report up to a date, newest first; those taken back are kept and marked."""
    rows = shown.updates.filter(effective_on__lte=on, voids__isnull=True).select_related("voided_by")
    return list(rows.latest_first())


def _milestones(shown, on):
    done = {
        row.milestone_id: row.effective_on
        for row in MilestoneCompletion.objects.as_at(on).filter(milestone__action=shown)
    }
    return [(milestone, done.get(milestone.pk)) for milestone in shown.milestones.filter(is_dropped=False)]


def _evidence(user, shown, on):
    released = Exists(EvidenceRelease.objects.standing().filter(evidence=OuterRef("pk")))
    rows = permissions.visible_evidence(user).filter(action=shown, effective_on__lte=on)
    return [(row, row.is_released) for row in rows.annotate(is_released=released).latest_first()]


def _may(user, shown):
    """What this person may do now; the page shows only those buttons."""
    return {
        "update": permissions.can_update(user, shown),
        "evidence": permissions.can_add_evidence(user, shown),
        "accept": permissions.can_accept(user, shown),
        "edit": permissions.can_edit_plans(user),
    }
