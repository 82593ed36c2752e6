"""Pages of plans: the list, one plan, adding, editing, publishing, sharing and deleting."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.past_days import shows_days
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.known import shown_day
from apps.plans.legend import legend, thresholds
from apps.plans.models import Plan
from apps.plans.strands import strand_pictures
from apps.plans.views.edit_pages import ADDED, delete_page, edit_page, opening_values


@require_safe
@signed_in
def plan_list(request):
    plans = permissions.visible_plans(request.user).select_related("type", "inspection").newest_first()
    may_edit = permissions.can_edit_plans(request.user)
    return render(request, "plans/plan_list.html", {"plans": plans, "may_edit": may_edit, "on": today()})


def plan_context(request, shown, on):
    """What every plan's page shows; the pages of a Written Statement and an Impact Plan add their own dates."""
    limits = thresholds(on)
    strands = list(
        shown.strands.select_related("accountable_council__organisation", "accountable_icb__organisation").order_by(
            "position", "reference_key"
        )
    )
    pictures = strand_pictures(strands, [on], limits)[on]
    return {
        "plan": shown,
        "on": on,
        "legend": legend(on),
        "explain": explainer_for(request.user),
        "rows": [(strand, pictures[strand.pk]) for strand in strands],
        "may_edit": permissions.can_edit_plans(request.user),
        "may_load": permissions.can_load_tracker(request.user, shown),
        "sees_quarters": request.user.role in permissions.INSIDERS,
    }


@shows_days
@require_safe
@signed_in
def plan(request, pk):
    """A plan that has a life cycle of its kind has a page of its kind."""
    on = shown_day(request)
    shown = get_object_or_404(permissions.visible_plans(request.user).select_related("type", "inspection"), pk=pk)
    for relation, page in (("statement", "wsoa:statement"), ("impact_plan", "pip:impact-plan")):
        of_kind = getattr(shown, relation, None)
        if of_kind:
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{reverse(page, args=[of_kind.pk])}{query}")
    return render(request, "plans/plan.html", plan_context(request, shown, on))


def plan_values(plan):
    return {name: getattr(plan, name) for name in editing.PLAN_FIELDS}


@require_http_methods(["GET", "POST"])
@signed_in
def plan_add(request):
    require_page(permissions.can_edit_plans(request.user))

    def make_form(data):
        return forms.PlanForm(data, initial={"starts_on": today()}, is_new=True)

    def save(data):
        return editing.save_plan(plan=Plan(), reason=ADDED, **data)

    return edit_page(
        request, make_form, save, "Add a plan", "The plan was added. It is not published.", "plans:plan-list"
    )


@require_http_methods(["GET", "POST"])
@signed_in
def plan_edit(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))

    def make_form(data):
        return forms.PlanForm(data, initial=opening_values(shown, plan_values))

    def save(data):
        return editing.save_plan(plan=shown, **data | {"version": data["version"] or 0})

    heading, done = f"Edit {shown.name}", "The plan was changed."
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), plan_values, shown)


PUBLISHING = (
    "Parent representatives and scrutiny members will see it then, with its actions, dates, ratings and the words for "
    "families. Officers, the Board and advisers see it already. Nobody sees it without signing in."
)
WITHDRAWING = "Parent representatives and scrutiny members will no longer see it, unless its draft is shared with them."


@require_http_methods(["GET", "POST"])
@signed_in
def plan_publish(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    publishing = request.POST.get("publishes") == "True" if request.method == "POST" else not shown.is_published

    def make_form(data):
        return forms.PublishForm(data, initial={"effective_on": today(), "publishes": publishing})

    def save(data):
        if data["effective_on"] > today():
            is_done = "publish" if publishing else "take it back"
            words = f"“From which day?” cannot be in the future: {is_done} on the day itself."
            raise services.Refused(words, "effective_on")
        services.publish(
            plan=shown, by=request.user, on=data["effective_on"], is_published=data["publishes"], note=data["note"]
        )
        return shown

    heading = f"Publish {shown.name}?" if publishing else f"Take {shown.name} back from the public?"
    done = "The plan is published: families can read it." if publishing else "The plan is no longer public."
    intro = PUBLISHING if publishing else WITHDRAWING
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), intro=intro)


@require_http_methods(["GET", "POST"])
@signed_in
def plan_delete(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    return delete_page(request, shown, partial(editing.delete_plan, plan=shown), "plans:plan-list")


@require_http_methods(["GET", "POST"])
@signed_in
def plan_share(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    form = forms.ShareForm(posted(request))
    if request.method == "POST" and form.is_valid():
        editing.share_plan(plan=shown, person=form.cleaned_data["person"], on=today())
        messages.success(request, f"{form.cleaned_data['person']} may now read this plan.")
        return redirect("plans:plan-share", pk)
    shares = shown.shares.select_related("person")
    return render(request, "plans/plan_share.html", {"plan": shown, "form": form, "shares": shares})


@require_POST
@signed_in
def plan_unshare(request, pk, share):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    row = get_object_or_404(shown.shares, pk=share)
    messages.success(request, f"{row.person} may no longer read the draft.")
    row.delete()
    return redirect("plans:plan-share", pk)
