"""What is coming: the forecast of cases, and what clearing the backlog does to this year's figure."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.caseload import outlook, permissions
from apps.caseload.audit import shown
from apps.caseload.models import CaseStanding
from apps.caseload.outlook_forms import BacklogForm, ForecastForm
from apps.caseload.views.basis import cases_only
from apps.core.dates import today
from apps.core.listing import keyset_page, place_of, query_of


@require_safe
@cases_only
def forecast(request):
    """Which open cases will pass day 140 in the next weeks if nothing changes, and those that have passed it."""
    day = request.clock.day
    people = permissions.people_with_cases(today(), permissions.WORKING_ROLES).values_list("pk", "name")
    form = ForecastForm(request.GET or None, caseworkers=[(str(key), name) for key, name in people])
    standings = form.narrowed(permissions.visible_standings(request.user))
    weeks, overdue = outlook.by_week(standings, day)
    rows = outlook.passed(standings, day) if form.is_passed else outlook.passing(standings, day, form.length)
    place = place_of(request, CaseStanding._meta.get_field("plan_due_on"))
    page = keyset_page(rows, "plan_due_on", place, reading=lambda chosen: outlook.values_of_lines(chosen, day))
    lines = [outlook.line_of(row, day) for row in page.rows]
    shown(request, "caseload:forecast", [line.pk for line in lines])
    context = {
        "form": form,
        "page": page,
        "lines": lines,
        "weeks": weeks,
        "within": {number: sum(week.cases for week in weeks[:number]) for number in outlook.WEEKS},
        "overdue": overdue,
        "query": query_of(request),
    }
    return render(request, "caseload/forecast.html", context)


@require_safe
@cases_only
def backlog(request):
    """What issuing the overdue plans does to this year's figure; no single child stands on it."""
    day = request.clock.day
    overdue = outlook.overdue_count(day)
    form = BacklogForm(request.GET or None, overdue=overdue)
    all_of_them, some = outlook.backlogs(day, overdue, form.chosen)
    context = {"form": form, "year": day.year, "all": all_of_them, "some": some}
    return render(request, "caseload/backlog.html", context)
