"""The page of parent representatives: what was promised, and was it kept?"""

from datetime import timedelta

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.dashboards.families import add_judgements, judged, promises
from apps.dashboards.lenses import with_lenses
from apps.dashboards.views.board import chosen_plan
from apps.inspections.glossary import explainer_for
from apps.measures.known import headlines_of, recorded_later
from apps.measures.levels import MEANINGS, SHAPES
from apps.measures.pictures import Impact, of_strand
from apps.plans import permissions
from apps.plans.known import shown_day
from apps.plans.legend import legend
from apps.voice.reading import lived


@shows_days
@require_safe
@signed_in
def families(request):
    on = shown_day(request)
    plans = list(permissions.visible_plans(request.user).select_related("inspection").newest_first())
    plan = chosen_plan(request, plans, on)
    if plan is None:
        return render(request, "dashboards/families.html", {"plan": None, "on": on})
    # What changed since last month: since the end of the month before this one.
    since = on.replace(day=1) - timedelta(days=1)
    strands = with_lenses(plan.strands, on)
    groups = promises(strands, permissions.visible_standings(request.user), on, since)
    for group in groups:
        group.impact = Impact(tuple(of_strand(group.strand.headlines, request.user, plan.is_demonstration)))
        group.lived = lived(group.strand.voices, plan.is_demonstration)
    add_judgements(groups, plan, on)
    is_closed = bool(plan.closed_on and plan.closed_on <= on)
    context = {
        "plan": plan,
        "plans": plans,
        "meanings": MEANINGS,
        "shapes": SHAPES,
        "on": on,
        "later": recorded_later(headlines_of(plan), request.user, on) if request.known_then else [],
        "since": since,
        "groups": groups,
        "kept": sum(len(group.kept) for group in groups),
        "late": sum(len(group.late) for group in groups),
        "promised": sum(len(group.rows) for group in groups),
        "changed": sum(len(group.changed) for group in groups),
        "is_unsaid": all(group.is_unsaid for group in groups),
        "is_closed": is_closed,
        "judged": judged(groups),
        # Nobody writes words for families on a plan that has ended.
        "without_words": 0 if is_closed else sum(group.without_words for group in groups),
        "legend": legend(on),
        "explain": explainer_for(request.user),
    }
    return render(request, "dashboards/families.html", context)
