"""The list of findings, and the golden thread of one."""

from django.db.models import OuterRef, Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.core.expressions import RowCount
from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.dashboards.lenses import lenses_of
from apps.dashboards.threads import KINDS, evidence_for_officers, time_line
from apps.inspections.glossary import explainer_for
from apps.inspections.models import Finding, Judgement
from apps.measures.known import recorded_later
from apps.measures.levels import MEANINGS, SHAPES
from apps.measures.models import Measure
from apps.measures.pictures import EVIDENCED_WORDS, impacts_of
from apps.plans import permissions
from apps.plans.codes import DROPPED_STATES, ActionState
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds
from apps.plans.models import ActionFinding
from apps.plans.rules import reason_words
from apps.plans.strands import is_late_by_first_date
from apps.voice.models import MEANINGS as FELT_MEANINGS
from apps.voice.models import SHAPES as FELT_SHAPES
from apps.voice.reading import latest_voices


@shows_days
@require_safe
@signed_in
def finding_list(request):
    on = shown_day(request)
    plans = permissions.visible_plans(request.user).values("pk")
    seen = ActionFinding.objects.filter(finding=OuterRef("pk"), action__plan__in=plans, action__added_on__lte=on)
    findings = (
        Finding.objects.filter(inspection__ended_on__lte=on)
        .select_related("inspection")
        .prefetch_related(Prefetch("judgements", Judgement.objects.as_at(on), to_attr="judged"))
        .annotate(
            action_count=RowCount(seen.filter(action__plan__is_demonstration=False).order_by().values("pk")),
            made_up_count=RowCount(seen.filter(action__plan__is_demonstration=True).order_by().values("pk")),
        )
        .order_by("-inspection__started_on", "-kind", "number")
    )
    findings = list(findings)
    lenses = lenses_of(
        findings, request.user, on, thresholds(on), impacts_of(findings, request.user, on), latest_voices(findings, on)
    )
    context = {
        "rows": [(finding, lenses[finding.pk]) for finding in findings],
        "on": on,
        "reads_plain": request.user.role == Role.PARENT_REPRESENTATIVE,
        "legend": legend(on),
        "shapes": SHAPES,
        "meanings": MEANINGS,
        "felt_meanings": FELT_MEANINGS,
        "felt_shapes": FELT_SHAPES,
    }
    return render(request, "dashboards/finding_list.html", context)


@shows_days
@require_safe
@signed_in
def finding(request, pk):
    on = shown_day(request)
    shown = get_object_or_404(
        Finding.objects.select_related("inspection").prefetch_related("parts", "responsible"), pk=pk
    )
    standings = permissions.visible_standings(request.user).on(on).filter(action__findings=shown)
    standings = standings.select_related("action__plan", "action__strand")
    standings = list(standings.order_by("action__plan", "action__reference_key"))
    kind = request.GET.get("kind", "")
    events = time_line(shown, request.user, on)
    limits, impacts, voices = thresholds(on), impacts_of([shown], request.user, on), latest_voices([shown], on)
    context = {
        "finding": shown,
        "on": on,
        "later": recorded_later(Measure.objects.filter(links__finding=shown), request.user, on)
        if request.known_then
        else [],
        "rows": [(s, reason_words(s.rule_reason, s.rule_date), is_late_by_first_date(s, on)) for s in standings],
        "lenses": lenses_of([shown], request.user, on, limits, impacts, voices)[shown.pk],
        "voices": voices.get(shown.pk, []),
        "impacts": impacts[shown.pk],
        "felt_meanings": FELT_MEANINGS,
        "felt_shapes": FELT_SHAPES,
        "delivery": delivered(standings),
        "meanings": MEANINGS,
        "shapes": SHAPES,
        "evidenced_words": EVIDENCED_WORDS,
        "strands": permissions.visible_strands(request.user).filter(findings=shown).select_related("plan"),
        "repeats": shown.repeats.select_related("earlier__inspection"),
        "repeated_by": shown.repeated_by.filter(later__inspection__ended_on__lte=on).select_related(
            "later__inspection"
        ),
        "claims": shown.claims.as_at(on).order_by("effective_on"),
        "judgements": shown.judgements.as_at(on).select_related("inspection").order_by("effective_on"),
        "events": [event for event in events if kind in ("", event.kind)],
        "for_officers": evidence_for_officers(shown, request.user, on) if kind in ("", "evidence") else {},
        "kinds": KINDS,
        "kind": kind if kind in KINDS else "",
        "legend": legend(on),
        "explain": explainer_for(request.user),
        "limits": limits,
    }
    return render(request, "dashboards/finding.html", context)


def delivered(standings):
    """``{whether it is a demonstration: (complete, promised)}`` of the actions that still count as promises."""
    counts = {}
    for standing in standings:
        if standing.state not in DROPPED_STATES:
            complete, promised = counts.get(standing.action.plan.is_demonstration, (0, 0))
            counts[standing.action.plan.is_demonstration] = (
                complete + (standing.state == ActionState.ACCEPTED),
                promised + 1,
            )
    return counts
