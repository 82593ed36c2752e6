"""The list of measures, and the page of one with everything that is known of it."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.core.as_known import shown_day
from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.measures import history, permissions
from apps.measures.known import recorded_later
from apps.measures.levels import MEANINGS, SHAPES
from apps.measures.models import MeasureFinding
from apps.measures.pictures import EVIDENCED_WORDS, pictures


@shows_days
@require_safe
@signed_in
def measure_list(request):
    on = shown_day(request)
    measures = permissions.visible_measures(request.user)
    found = pictures(measures, request.user, on)
    links = MeasureFinding.objects.select_related("finding__inspection").order_by(
        "-finding__inspection__started_on", "-finding__kind", "finding__number", "position", "pk"
    )
    context = {
        "on": on,
        "later": recorded_later(measures, request.user, on) if request.known_then else [],
        "groups": history.grouped(found, list(links)),
        "published": history.newest_published(list(measures), on),
        "meanings": MEANINGS,
        "shapes": SHAPES,
        "reads_plain": request.user.role == Role.PARENT_REPRESENTATIVE,
        "may_switch": permissions.can_switch(request.user),
        "may_define": permissions.can_define(request.user),
        "evidenced_words": EVIDENCED_WORDS,
    }
    return render(request, "measures/measure_list.html", context)


@shows_days
@require_safe
@signed_in
def measure(request, slug):
    on, user = shown_day(request), request.user
    measures = permissions.visible_measures(user).select_related("owner")
    shown = get_object_or_404(measures, slug=slug)
    (picture,) = pictures(measures.filter(pk=shown.pk), user, on)
    values = [] if picture.is_closed else list(shown.values.as_at(on))
    theirs = history.published(shown, on)
    lines, months = history.lines(shown, values, theirs), history.months(shown, values, theirs)
    context = {
        "measure": shown,
        "picture": picture,
        "on": on,
        "later": recorded_later(measures.filter(pk=shown.pk), user, on) if request.known_then else [],
        "lines": lines,
        "months": months,
        "charts": history.charts(shown, picture, lines, months),
        "published_sources": history.sources_of([*lines, *months]),
        "targets": shown.targets.as_at(on).latest_first(),
        "baselines": shown.baselines.as_at(on),
        "dips": shown.dips.as_at(on),
        "taken_back": history.taken_back(shown, on, picture.is_closed),
        "findings": shown.links.select_related("finding__inspection"),
        "meanings": MEANINGS,
        "shapes": SHAPES,
        "may_enter": permissions.can_enter(user, shown),
        "may_set": permissions.can_set_targets(user, shown),
        "may_define": permissions.can_define(user),
        "reads_plain": user.role == Role.PARENT_REPRESENTATIVE,
    }
    return render(request, "measures/measure.html", context)
