"""The list of all actions: filtered, sorted, paged, kept by name and exported."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import Case, F, IntegerField, OuterRef, Prefetch, Q, Value, When
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.core.as_known import as_at_query
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.expressions import RowCount, Unnest
from apps.core.listing import chips_of, next_sort, query_of, sort_of, values_of
from apps.core.past_days import shows_days
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.imports.exporting.files import file_of
from apps.imports.exporting.gathering import export_of
from apps.plans import exports, permissions
from apps.plans.codes import SEVERITY, ActionState
from apps.plans.filters import ActionFilter
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds
from apps.plans.models import ActionLead, Plan, SavedFilter, Standing
from apps.plans.rules import reason_words
from apps.plans.strands import is_late

PER_PAGE = 50
MAX_SAVED = 30
# Up to this page the list is read from the top of each plan; further down all of it is sorted.
NEAR_TOP = 10
# Ascending is from the worst to the best.
GOODNESS = Case(
    *[When(rating=code, then=Value(-weight)) for code, weight in SEVERITY.items()], output_field=IntegerField()
)
SORTS = {
    "reference": F("action__reference_key"),
    "due": F("due_on"),
    "rating": GOODNESS,
    "reported": F("updated_on"),
    "title": F("action__title"),
}
MAY_BE_ABSENT = ("due", "rating", "reported")


def ordering(sort, plans):
    """The order of the rows for ``?sort=``; a minus in front turns it. What is absent comes last, but for the date
    of the last report: never reported on is longest ago.

    By references, plans follow each other as in ``plans`` in both directions. Their place is a number that is written
    into the query: to sort ten thousand rows by three columns of their plans would take as long as all else.
    """
    name = sort.removeprefix("-")
    absent = {"nulls_first" if sort == "reported" else "nulls_last": True} if name in MAY_BE_ABSENT else {}
    column = SORTS[name].desc(**absent) if sort.startswith("-") else SORTS[name].asc(**absent)
    places = [When(action__plan=key, then=Value(place)) for place, (key, _) in enumerate(plans)]
    before = [Case(*places, output_field=IntegerField())] if name == "reference" and len(plans) > 1 else []
    return (*before, column, "action__reference_key", "pk")


@dataclass(slots=True)
class Line:
    """A line of the list: what is shown of an action and of where it stands. Much quicker made than three models."""

    action_id: int
    reference: str
    title: str
    strand_title: str
    is_demonstration: bool
    is_published: bool
    original_due_on: object
    due_on: object
    updated_on: object
    touched_on: object
    state: str
    is_plan_closed: bool
    finished_on: object
    rating: str | None
    rule_rating: str | None
    rule_reason: str
    rule_date: object
    lead_titles: list
    count: int

    def get_state_display(self):
        return ActionState(self.state).label


OF_STANDING = ("action_id", "due_on", "updated_on", "touched_on", "state", "is_plan_closed", "finished_on", "rating")
OF_RULE = ("rule_rating", "rule_reason", "rule_date")
OF_ACTION = {
    "reference": F("action__reference"),
    "title": F("action__title"),
    "strand_title": F("action__strand__title"),
    "is_demonstration": F("action__plan__is_demonstration"),
    "is_published": F("action__plan__is_published"),
    "original_due_on": F("action__original_due_on"),
}


@dataclass
class Listing:
    """The filtered rows of the list, and what the page says of the filter.

    ``known_then`` says that views stand in place of tables, in which no index leads to the rows of a page.
    """

    filter: ActionFilter
    rows: object
    on: object
    limits: object
    sort: str
    ordering: tuple
    known_then: bool

    def page(self, number):
        """A page of the rows with all that is shown of them; a page beyond the last is the last. One query.

        The fifty rows are chosen by what they are sorted by alone, and only then read whole.
        """
        found = self._numbered(number)
        if not found and number > 1:
            last = Paginator(self.rows, PER_PAGE).num_pages
            number, found = last, self._numbered(last)
        paginator = Paginator(self.rows, PER_PAGE)
        paginator.count = found[0].count if found else 0
        page = paginator.page(number)
        page.object_list = found
        return page

    def _numbered(self, number):
        keys = self.rows.values("pk")
        page = slice((number - 1) * PER_PAGE, number * PER_PAGE)
        leads = ActionLead.objects.filter(action=OuterRef("action")).order_by("pk").values("post__title")
        if self.known_then:
            lines = self.rows[page]
        elif self._is_all_by_reference and number <= NEAR_TOP:
            lines = Standing.objects.filter(pk__in=self._first_of_each_plan(page.stop)).order_by(*self.ordering)[page]
        else:
            lines = Standing.objects.filter(pk__in=keys[page]).order_by(*self.ordering)
        lines = lines.values(
            *OF_STANDING, *OF_RULE, **OF_ACTION, lead_titles=ArraySubquery(leads), count=RowCount(keys.order_by())
        )
        return [Line(**values) for values in lines]

    @property
    def _is_all_by_reference(self):
        form = self.filter.form
        is_narrowed = form.is_bound and (form.errors or any(form.cleaned_data.values()))
        return self.sort.removeprefix("-") == "reference" and not is_narrowed

    def _first_of_each_plan(self, count):
        """The keys of so many rows of each plan, read in order from an index instead of sorting all there are."""
        *_, column, reference, pk = self.ordering
        of_plan = self.rows.filter(action__plan=OuterRef("pk")).order_by(column, reference, pk).values("pk")[:count]
        plans = Plan.objects.filter(pk__in=[key for key, _ in self.filter.offered["plan"]])
        return plans.order_by().values(key=Unnest(ArraySubquery(of_plan)))


def listing_of(request):
    """What the query string asks for; parts of it that make no sense are said by the field and not applied."""
    on = shown_day(request)
    limits = thresholds(on)
    plans = permissions.visible_plans(request.user)
    standings = permissions.visible_standings(request.user).on(on)
    found = ActionFilter(request.GET or None, queryset=standings, plans=plans, on=on, limits=limits, mine=request.user)
    sort = sort_of(request, SORTS, "reference")
    order = ordering(sort, found.offered["plan"])
    return Listing(found, found.qs.order_by(*order), on, limits, sort, order, request.known_then)


@shows_days
@require_safe
@signed_in
def action_list(request):
    listing = listing_of(request)
    page = listing.page(_page_number(request))
    context = {
        "filter": listing.filter,
        "form": listing.filter.form,
        "page": page,
        "rows": [
            (line, reason_words(line.rule_reason, line.rule_date), is_late(line.original_due_on, line, listing.on))
            for line in page.object_list
        ],
        "on": listing.on,
        "limits": listing.limits,
        "sort": listing.sort,
        "sorts": {name: f"?{query_of(request, sort=next_sort(listing.sort, name))}" for name in SORTS},
        "query": query_of(request),
        "kept_by_search": values_of(request, "q"),
        "kept": [(name, value) for name, value in values_of(request) if name not in ("as_at", "known")],
        "as_at_query": as_at_query(request, listing.on),
        "chips": chips_of(request, listing.filter.form),
        "legend": legend(listing.on),
        "saved": _saved_filters(request.user),
        "may_share": permissions.can_edit_plans(request.user),
        "may_report": permissions.is_officer(request.user),
    }
    return render(request, "plans/action_list.html", context)


def _page_number(request):
    """What is no page number leads to the first page."""
    number = request.GET.get("page", "1")
    return max(int(number), 1) if number.isascii() and number.isdigit() and len(number) < 10 else 1


EXPORTS = {"csv": exports.as_csv, "xlsx": exports.as_workbook}


@require_safe
@signed_in
def export(request):
    """Exactly what is filtered, all pages of it, as a workbook or as CSV; there is no other format."""
    make = EXPORTS.get(kind := request.GET.get("format", "xlsx"))
    if make is None:
        raise Http404
    listing = listing_of(request)
    leads = ActionLead.objects.select_related("post")
    of_action = ("strand", "plan", "accountable_council", "accountable_icb")
    rows = listing.rows.select_related(*(f"action__{name}" for name in of_action)).prefetch_related(
        Prefetch("action__action_leads", queryset=leads)
    )
    sees_officers_words = permissions.can_see_officers_words(request.user)
    rows = exports.told(rows, listing.on, sees_officers_words=sees_officers_words)
    words = [label for label, _ in chips_of(request, listing.filter.form)]
    content = make(rows, on=listing.on, legend=legend(listing.on), filter_words=words)
    response = HttpResponse(content, content_type=exports.CONTENT_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="actions-{listing.on.isoformat()}.{kind}"'
    return response


ONE_PLAN = "Filter the list to one plan first: a workbook to edit holds the actions of one plan."
NOW_ONLY = "A workbook to edit is made of the list as it stands today. Leave the date empty."
NOT_LOADED = "Actions of {plan} are not loaded from spreadsheets."


@require_safe
@signed_in
def export_to_edit(request):
    """The filtered actions of one plan as a workbook that can be edited and loaded again."""
    require_page(permissions.can_edit_plans(request.user))
    listing = listing_of(request)
    try:
        return file_of(_to_edit(request, listing))
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(f"{reverse('plans:action-list')}?{request.GET.urlencode()}")


def _to_edit(request, listing):
    """The export of a list. Raises Refused where it is not of one open plan as it stands today."""
    if listing.on < today():
        raise Refused(NOW_ONLY)
    rows = list(listing.rows.values_list("action__plan", "action__reference"))
    plans = Plan.objects.select_related("type").in_bulk({plan for plan, _ in rows})
    if len(plans) != 1:
        raise Refused(ONE_PLAN)
    (plan,) = plans.values()
    if not permissions.can_load_tracker(request.user, plan):
        raise Refused(NOT_LOADED.format(plan=plan))
    return export_of(
        plan.type.code,
        {"plan": plan.pk},
        keys=[reference.lower() for _, reference in rows],
        place=plan.marked_name,
        chosen_by=[label for label, _ in chips_of(request, listing.filter.form)],
        exported_by=request.user.name,
    )


def _saved_filters(user):
    """A person's own filters, and for officers those that a manager shares."""
    shared = Q(is_shared=True) if permissions.is_officer(user) else Q()
    return SavedFilter.objects.filter(Q(owner=user) | shared if shared else Q(owner=user))


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
    others = SavedFilter.objects.filter(owner=request.user).exclude(name__iexact=name)
    if others.count() >= MAX_SAVED:
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
