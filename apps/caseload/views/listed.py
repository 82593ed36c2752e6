"""The team's own list: its lines, their export, the search, one line beside its case record, and who looked at it."""

from django.contrib import messages
from django.db.models import Max, Q
from django.db.models.functions import Lower
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.caseload import permissions
from apps.caseload.audit import shown, views_of_listed
from apps.caseload.filters import ListedFilter
from apps.caseload.forms import ListedSearchForm
from apps.caseload.history import history_of_listed
from apps.caseload.listed import MOST, about_list, day_of, find_listed, pairs_of, record_of
from apps.caseload.load_permissions import can_load
from apps.caseload.models import View
from apps.caseload.views.basis import cases_only
from apps.caseload.views.case import PAGE_WORDS
from apps.caseload.views.lists import counts
from apps.core.changes import Refused
from apps.core.listing import (
    Place,
    chips_of,
    count_words,
    key_of_place,
    keyset_page,
    next_sort,
    place_of,
    query_of,
    sort_of,
)
from apps.core.permissions import require_page
from apps.imports.exporting.files import file_of
from apps.imports.exporting.gathering import export_of

SORTS = {"reference": "reference_order", "due": "plan_due_order", "review": "review_order"}


@require_safe
@cases_only
def listed_list(request):
    """The list, filtered, sorted and paged; references stand in no address, so that a page is named by a line's id."""
    rows = permissions.visible_listed(request.user)
    sort = sort_of(request, SORTS, "reference")
    column = SORTS[sort.removeprefix("-")]
    key, is_before = key_of_place(request)
    about = about_list(rows, value=Max(column, filter=Q(pk=key)))
    day = day_of(request.clock, about)
    found = ListedFilter(request.GET or None, queryset=rows, day=day)
    page = keyset_page(
        found.qs,
        column,
        Place() if about["value"] is None else Place(about["value"], key, is_before),
        is_descending=sort.startswith("-"),
        names_value=False,
    )
    shown(request, "caseload:listed-list", listed=[line.pk for line in page.rows])
    context = {
        "form": found.form,
        "page": page,
        "lines": page.rows,
        "about": about,
        "day": day,
        "count": count_words(counts(request.user, found=found.qs)["found"], "case"),
        "chips": chips_of(request, found.form),
        "sort": sort,
        "sorts": {name: f"?{query_of(request, sort=next_sort(sort, name))}" for name in SORTS},
        "query": query_of(request),
        "search": ListedSearchForm(),
        "may_load": can_load(request.user),
    }
    return render(request, "caseload/listed_list.html", context)


@require_safe
@cases_only
def listed_export(request):
    """The filtered lines as a workbook that can be edited and loaded again."""
    require_page(can_load(request.user))
    rows = permissions.visible_listed(request.user)
    found = ListedFilter(request.GET or None, queryset=rows, day=day_of(request.clock, about_list(rows)))
    keys = dict(found.qs.order_by("reference_order", "pk").values_list("pk", Lower("reference")))
    chosen_by = [label for label, _ in chips_of(request, found.form)]
    try:
        export = export_of("caseload", keys=keys.values(), chosen_by=chosen_by, exported_by=request.user.name)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(f"{reverse('caseload:listed-list')}?{query_of(request)}".rstrip("?&"))
    shown(request, "caseload:listed-export", listed=keys)
    return file_of(export)


@require_POST
@cases_only
def listed_search(request):
    """Find a line; sent as a form and shown at once, so that no reference and no initials stand in an address."""
    form = ListedSearchForm(request.POST)
    rows = permissions.visible_listed(request.user)
    lines = find_listed(rows, form.cleaned_data["q"]) if form.is_valid() else []
    has_more, lines = len(lines) > MOST, lines[:MOST]
    shown(request, "caseload:listed-search", listed=[line.pk for line in lines])
    context = {"form": form, "lines": lines, "has_more": has_more, "most": MOST}
    return render(request, "caseload/listed_search.html", context | _about(request, rows))


def _about(request, rows):
    """What each page of the list says of it as a whole."""
    about = about_list(rows)
    return {"about": about, "day": day_of(request.clock, about)}


@require_safe
@cases_only
def listed_case(request, pk):
    """All of a line, beside the case record of the same reference where the person may see that."""
    rows = permissions.visible_listed(request.user)
    line = get_object_or_404(rows, pk=pk)
    record = record_of(request.user, line)
    shown(request, "caseload:listed-case", [record.pk] if record else [], [line.pk])
    about = _about(request, rows)
    context = about | {
        "line": line,
        "days": line.days_left(about["day"]),
        "record": record,
        "pairs": pairs_of(line, record) if record else [],
        "history": history_of_listed(line),
        "may_load": can_load(request.user),
        "may_see_who_looked": permissions.can_see_who_looked(request.user),
    }
    return render(request, "caseload/listed_case.html", context)


@require_safe
@cases_only
def listed_looked(request, pk):
    """Every page on which the line was shown, the newest first."""
    require_page(permissions.can_see_who_looked(request.user))
    rows = permissions.visible_listed(request.user)
    line = get_object_or_404(rows, pk=pk)
    place = place_of(request, View._meta.get_field("at"))
    looks = views_of_listed(line.pk)
    page = keyset_page(looks, "at", place, is_descending=True, reading=lambda chosen: chosen.select_related("person"))
    shown(request, "caseload:listed-looked", listed=[line.pk])
    context = {"line": line, "page": page, "pages": PAGE_WORDS}
    return render(request, "caseload/listed_looked.html", context | _about(request, rows))
