"""The risk register: the list, one risk, adding and editing."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.board import permissions, services
from apps.board.models import BANDS, BARS, Risk
from apps.board.risk_forms import FilterForm, RiskForm
from apps.core.as_known import all_recorded, shown_day
from apps.core.dates import today
from apps.core.listing import query_of, values_of
from apps.core.past_days import shows_days
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.plans.permissions import visible_plans
from apps.plans.views.edit_pages import ADDED, edit_page, opening_values

ON_A_PAGE = 50


def bands():
    """``[(first score, last score, severity, bars)]``, the gravest last."""
    first = 1
    for last, severity in BANDS:
        yield first, last, severity, BARS[severity]
        first = last + 1


@shows_days
@require_safe
@signed_in
def risk_list(request):
    require_page(permissions.sees_risks(request.user))
    on = shown_day(request)
    form = FilterForm(request.GET, plans=visible_plans(request.user))
    risks = form.narrowed(permissions.visible_risks(request.user)).gravest_first()
    context = {
        "form": form,
        "page": Paginator(risks.select_related("plan", "owner", "strand"), ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query_of(request),
        "bars": BARS,
        "bands": list(bands()),
        "on": on,
        "kept": values_of(request, "as_at", "known"),
        "may_add": on == today() and permissions.can_add_risks(request.user),
    }
    return render(request, "board/risk_list.html", context)


@shows_days
@require_safe
@signed_in
def risk(request, pk):
    require_page(permissions.sees_risks(request.user))
    on = shown_day(request)
    if request.known_then and not permissions.visible_risks(request.user).filter(pk=pk).exists():
        return _not_known(request, pk, on)
    shown = get_object_or_404(_whole(permissions.visible_risks(request.user)), pk=pk)
    context = {
        "risk": shown,
        "bars": BARS,
        "bands": list(bands()),
        "on": on,
        "may_edit": on == today() and permissions.can_edit_risk(request.user, shown),
    }
    return render(request, "board/risk.html", context)


def _not_known(request, pk, on):
    """The page of a risk that was recorded after the day."""
    with all_recorded():
        later = get_object_or_404(permissions.visible_risks(request.user), pk=pk)
        recorded = Risk.pgh_event_model.objects.filter(pgh_obj_id=pk).order_by("pgh_created_at").first()
    told = {"name": later.reference, "what": "This risk", "recorded_at": recorded.pgh_created_at, "on": on}
    return render(request, "plans/not_known.html", told)


def _whole(risks):
    return risks.select_related("plan", "owner__organisation", "strand")


def risk_values(shown):
    return {name: getattr(shown, name) for name in services.FIELDS}


@require_safe
@signed_in
def risk_plan(request):
    """A risk belongs to one plan: which one, where several are open."""
    require_page(permissions.can_add_risks(request.user))
    plans = visible_plans(request.user).filter(closed_on=None).newest_first()
    if len(plans) == 1:
        return redirect("board:risk-add", plans[0].pk)
    return render(request, "board/risk_plan.html", {"plans": plans})


@require_http_methods(["GET", "POST"])
@signed_in
def risk_add(request, pk):
    require_page(permissions.can_add_risks(request.user))
    plan = get_object_or_404(visible_plans(request.user), pk=pk)

    def make_form(data):
        return RiskForm(data, plan=plan, on=today(), is_new=True)

    def save(data):
        return services.save_risk(risk=Risk(plan=plan), reason=ADDED, **data)

    return edit_page(request, make_form, save, f"Add a risk of {plan}", "The risk was added.", "board:risk-list")


@require_http_methods(["GET", "POST"])
@signed_in
def risk_edit(request, pk):
    require_page(permissions.sees_risks(request.user))
    shown = get_object_or_404(_whole(permissions.visible_risks(request.user)), pk=pk)
    require(permissions.can_edit_risk(request.user, shown))
    opened = opening_values(shown, risk_values)

    def make_form(data):
        return RiskForm(data, initial=opened, plan=shown.plan, on=today())

    def save(data):
        return services.save_risk(risk=Risk.objects.get(pk=shown.pk), **data | {"version": data["version"] or 0})

    heading, done = f"Change {shown.reference}", "The risk was changed."
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), risk_values, shown)
