"""The list of all actions: filtered, sorted, paged, kept by name and exported."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import Case, F, IntegerField, Prefetch, Q, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.core.dates import as_at
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import exports, permissions
from apps.plans.codes import SEVERITY
from apps.plans.filters import ActionFilter
from apps.plans.legend import legend, thresholds
from apps.plans.models import ActionLead, SavedFilter
from apps.plans.rules import reason_words
from apps.plans.strands import is_late_by_first_date

PER_PAGE = 50
MAX_SAVED = 30
WORST_FIRST = Case(
    *[When(rating=code, then=Value(-weight)) for code, weight in SEVERITY.items()],
    default=Value(1),
    output_field=IntegerField(),
)
SORTS = {
    # Open plans before closed ones, the newest first.
    "reference": (
        F("action__plan__closed_on").asc(nulls_first=True),
        "-action__plan__starts_on",
        "action__plan_id",
        "action__reference_key",
    ),
    "due": (F("due_on").asc(nulls_last=True), "action__reference_key"),
    "rating": (WORST_FIRST, "action__reference_key"),
    "reported": (F("updated_on").asc(nulls_first=True), "action__reference_key"),
    "title": ("action__title", "action__reference_key"),
}


@dataclass
class Listing:
    """The filtered rows of the list, and what the page says of the filter."""

    filter: ActionFilter
    rows: object
    on: object
    sort: str
    limits: object


def listing_of(request):
    """What the query string asks for; parts of it that make no sense are said by the field and not applied."""
    on = as_at(request)
    limits = thresholds(on)
    plans = permissions.visible_plans(request.user)
    standings = permissions.visible_standings(request.user).on(on).select_related("action__strand", "action__plan")
    found = ActionFilter(request.GET or None, queryset=standings, plans=plans, on=on, limits=limits, mine=request.user)
    sort = request.GET.get("sort", "reference")
    sort = sort if sort in SORTS else "reference"
    return Listing(found, found.qs.order_by(*SORTS[sort], "pk"), on, sort, limits)


@require_safe
@signed_in
def action_list(request):
    listing = listing_of(request)
    page = Paginator(listing.rows, PER_PAGE).get_page(_page_number(request))
    leads = ActionLead.objects.select_related("post")
    standings = list(page.object_list.prefetch_related(Prefetch("action__action_leads", queryset=leads)))
    context = {
        "filter": listing.filter,
        "form": listing.filter.form,
        "page": page,
        "rows": [
            (s, reason_words(s.rule_reason, s.rule_date), is_late_by_first_date(s, listing.on)) for s in standings
        ],
        "on": listing.on,
        "sort": listing.sort,
        "sorts": {name: f"?{_query(request, sort=name)}" for name in SORTS},
        "query": _query(request),
        "chips": _chips(request, listing.filter),
        "legend": legend(listing.on),
        "saved": SavedFilter.objects.filter(Q(owner=request.user) | Q(is_shared=True)).select_related("owner"),
        "may_share": permissions.can_edit_plans(request.user),
        "may_report": permissions.is_officer(request.user),
    }
    return render(request, "plans/action_list.html", context)


def _page_number(request):
    """A page that does not exist leads to the first one."""
    number = request.GET.get("page", "1")
    return number if number.isdigit() else 1


def _query(request, **changes):
    """The query string with some values changed; the page number starts anew."""
    values = {name: request.GET.getlist(name) for name in request.GET if name not in ("page", *changes)}
    text = urlencode({**values, **changes}, doseq=True)
    return f"{text}&" if text and not changes else text


def _chips(request, found):
    """Each filter that is set, in words, with the address of the list without it."""
    chips = []
    for name, field in found.form.fields.items():
        for value in request.GET.getlist(name):
            if value:
                chips.append((f"{field.label}: {_in_words(field, value)}", _without(request, name, value)))
    return chips


def _in_words(field, value):
    for key, label in getattr(field, "choices", ()):
        if str(key) == value:
            return label
    return value


def _without(request, name, value):
    values = request.GET.copy()
    values.pop("page", None)
    values.setlist(name, [other for other in values.getlist(name) if other != value])
    return f"?{values.urlencode()}"


@require_safe
@signed_in
def export(request):
    """Exactly what is filtered, all pages of it, as a workbook or as CSV."""
    listing = listing_of(request)
    kind = "csv" if request.GET.get("format") == "csv" else "xlsx"
    make = {"csv": exports.as_csv, "xlsx": exports.as_workbook}[kind]
    leads = ActionLead.objects.select_related("post")
    rows = listing.rows.prefetch_related(Prefetch("action__action_leads", queryset=leads))
    words = [label for label, _ in _chips(request, listing.filter)]
    content = make(rows, on=listing.on, legend=legend(listing.on), filter_words=words)
    response = HttpResponse(content, content_type=exports.CONTENT_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="actions-{listing.on.isoformat()}.{kind}"'
    return response


@require_POST
@signed_in
def filter_save(request):
    """Keep the list's filter under a name; a name that is there already is given the new filter."""
    name = request.POST.get("name", "").replace("\x00", "").strip()[:100]
    known = [*ActionFilter.base_filters, "sort"]
    values = [(key, value) for key, value in _pairs(request.POST.get("query", "")) if key in known and value]
    query = urlencode(values)[:2000]
    if not name:
        messages.error(request, "Nothing was kept: give the filter a name.")
        return redirect(f"{reverse('plans:action-list')}?{query}")
    if SavedFilter.objects.filter(owner=request.user).count() >= MAX_SAVED:
        messages.error(request, f"Nothing was kept: {MAX_SAVED} filters are the most. Delete one first.")
        return redirect(f"{reverse('plans:action-list')}?{query}")
    is_shared = bool(request.POST.get("is_shared")) and permissions.can_edit_plans(request.user)
    try:
        with transaction.atomic():
            SavedFilter.objects.create(owner=request.user, name=name, query=query, is_shared=is_shared)
    except IntegrityError:
        SavedFilter.objects.filter(owner=request.user, name__iexact=name).update(query=query, is_shared=is_shared)
    messages.success(request, f"The filter is kept as “{name}”.")
    return redirect(f"{reverse('plans:action-list')}?{query}")


def _pairs(query):
    try:
        return parse_qsl(query, max_num_fields=100)
    except ValueError:
        return []


@require_POST
@signed_in
def filter_delete(request, pk):
    row = get_object_or_404(SavedFilter, pk=pk)
    require(row.owner_id == request.user.pk)
    row.delete()
    messages.success(request, f"The filter “{row.name}” was deleted.")
    return redirect("plans:action-list")
