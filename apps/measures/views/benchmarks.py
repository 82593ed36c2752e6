"""The page of published figures."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.core.dates import today
from apps.core.sign_in import signed_in
from apps.measures import comparisons


@require_safe
@signed_in
def benchmarks(request):
    waits, report = comparisons.starting_points()
    counts, count_notes, paper = comparisons.council_plans()
    context = {
        "sections": comparisons.sections(today()),
        "waits": waits,
        "report": report,
        "counts": counts,
        "count_notes": count_notes,
        "paper": paper,
    }
    return render(request, "measures/benchmarks.html", context)
