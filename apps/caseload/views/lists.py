"""My cases by their next deadline, the list of all cases, and the search for a person."""

from datetime import timedelta

from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import Person
from apps.caseload import permissions
from apps.caseload.audit import shown
from apps.caseload.filters import SHOWN, CaseFilter, narrowed, shown_of
from apps.caseload.forms import NOBODY, SearchForm
from apps.caseload.lines import line_of, values_of_lines
from apps.caseload.models import CaseStanding
from apps.caseload.search import MOST, find
from apps.caseload.todo import todo_of
from apps.caseload.views.basis import cases_only
from apps.core.dates import today
from apps.core.expressions import RowCount
from apps.core.listing import (
    COUNT_LIMIT,
    chips_of,
    count_words,
    keyset_page,
    next_sort,
    place_of,
    query_of,
    sort_of,
)

SORTS = {"due": "due_order", "received": "received_order", "reference": "reference_order"}
SOON = timedelta(weeks=2)
NO_REVIEW = "These plans have no review in the records. If one took place, record it; if none did, it is overdue."


def counts(user, **rows):
    """How many rows each of some queries gives, or one more than the pages say; one query."""
    capped = {name: RowCount(found.order_by().values("pk")[: COUNT_LIMIT + 1]) for name, found in rows.items()}
    return Person.objects.filter(pk=user.pk).values(**capped).get()


@require_safe
@cases_only
def my_cases(request):
    """The person's own cases in which something is due, those overdue first."""
    day = request.clock.day
    mine = permissions.visible_standings(request.user).filter(caseworker=request.user)
    due = mine.filter(next_due_on__isnull=False)
    place = place_of(request, CaseStanding._meta.get_field("due_order"))
    page = keyset_page(due, "due_order", place, reading=values_of_lines)
    lines = [line_of(row, day) for row in page.rows]
    todo = todo_of(mine, day)
    shown(request, "caseload:my-cases", dict.fromkeys([*(e.request_id for e in todo.entries), *(x.pk for x in lines)]))
    context = {
        "todo": todo,
        "page": page,
        "groups": _groups(lines),
        "counts": counts(
            request.user,
            mine=mine,
            overdue=due.filter(due_order__lt=day),
            soon=due.filter(due_order__gte=day, due_order__lte=day + SOON),
            # What is itself missing has something missing, too: of that there is an index.
            gone=mine.filter(has_missing=True, is_missing=True),
        ),
        "words": count_words,
        "search": SearchForm(),
        "query": query_of(request),
    }
    return render(request, "caseload/my_cases.html", context)


def _groups(lines):
    """``[(title, hint, lines)]`` without those that are empty; what the records may only lack comes last."""
    groups = (
        ("Overdue", "", [line for line in lines if line.is_overdue and not line.has_no_review]),
        ("Due within two weeks", "", [line for line in lines if 0 <= line.days_left <= SOON.days]),
        ("Later", "", [line for line in lines if line.days_left > SOON.days]),
        ("Overdue, or a review that the records lack", NO_REVIEW, [line for line in lines if line.has_no_review]),
    )
    return [group for group in groups if group[2]]


@require_safe
@cases_only
def case_list(request):
    """All cases that the person may see, filtered, sorted and paged by value."""
    day = request.clock.day
    people = permissions.people_with_cases(today(), permissions.WORKING_ROLES).values_list("pk", "name")
    caseworkers = [(str(key), name) for key, name in people]
    found = CaseFilter(
        request.GET or None,
        queryset=permissions.visible_standings(request.user),
        day=day,
        caseworkers=caseworkers,
    )
    show = shown_of(request)
    rows = narrowed(found.qs, show)
    sort = sort_of(request, SORTS, "due")
    column = SORTS[sort.removeprefix("-")]
    page = keyset_page(
        rows,
        column,
        place_of(request, CaseStanding._meta.get_field(column)),
        is_descending=sort.startswith("-"),
        reading=values_of_lines,
    )
    lines = [line_of(row, day) for row in page.rows]
    shown(request, "caseload:case-list", [line.pk for line in lines])
    context = {
        "form": found.form,
        "page": page,
        "lines": lines,
        "count": count_words(counts(request.user, found=rows)["found"], "case"),
        "chips": chips_of(request, found.form),
        "show": show,
        "tabs": [(name, f"?{query_of(request, show=name)}", words, holds) for name, words, holds in SHOWN],
        "sort": sort,
        "sorts": {name: f"?{query_of(request, sort=next_sort(sort, name))}" for name in SORTS},
        "query": query_of(request),
        "search": SearchForm(),
        "caseworkers": [*caseworkers, (NOBODY, "Nobody")],
        "may_assign": permissions.can_assign(request.user),
    }
    return render(request, "caseload/case_list.html", context)


@require_POST
@cases_only
def search(request):
    """Find a person; sent as a form and shown at once, so that no name or number stands in an address."""
    form = SearchForm(request.POST)
    lines, has_more = [], False
    if form.is_valid():
        standings = permissions.visible_standings(request.user)
        keys = find(standings, form.cleaned_data["q"])
        has_more, keys = len(keys) > MOST, keys[:MOST]
        rows = {row["pk"]: row for row in values_of_lines(standings.filter(pk__in=keys))}
        lines = [line_of(rows[key], request.clock.day) for key in keys]
        shown(request, "caseload:search", keys)
    context = {"form": form, "lines": lines, "has_more": has_more, "most": MOST}
    return render(request, "caseload/search.html", context)
