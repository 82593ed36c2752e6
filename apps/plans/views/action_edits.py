"""Pages on which an action and its milestones are added and edited."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.core.words import joined
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.models import Action, Milestone
from apps.plans.views.edit_pages import ADDED, edit_page, opening_values


def action_values(action):
    values = {name: getattr(action, name) for name in (*editing.ACTION_FIELDS, "original_due_on")}
    values["leads"] = list(action.leads.values_list("pk", flat=True))
    return values | {"findings": list(action.findings.values_list("pk", flat=True))}


def _nobody_named(action):
    """What to say of an action for which nobody would report, or nobody answers; empty where somebody does both."""
    gaps = []
    if not action.leads.filter(holder__isnull=False).exists():
        gaps.append("no lead in post, so that nobody is asked to report on it")
    if not (action.accountable_council_id or action.accountable_icb_id):
        gaps.append("nobody who answers for it")
    return f"{action.reference} has {joined(gaps)}." if gaps else ""


@require_http_methods(["GET", "POST"])
@signed_in
def action_add(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    initial = {"findings": list(shown.findings.values_list("pk", flat=True)), "start_on": today()}

    def make_form(data):
        return forms.ActionForm(data, initial=initial, plan=shown.plan, already=initial["findings"], is_new=True)

    def save(data):
        action = Action(plan=shown.plan, strand=shown)
        return editing.save_action(action=action, on=today(), by=request.user, reason=ADDED, **data)

    heading, done = f"Add an action to {shown}", "The action was added."
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), missing=_nobody_named)


@require_http_methods(["GET", "POST"])
@signed_in
def action_edit(request, pk):
    shown = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    opened, has_first_date = opening_values(shown, action_values), bool(shown.original_due_on)

    def make_form(data):
        return forms.ActionForm(
            data, initial=opened, plan=shown.plan, already=opened["findings"], has_first_date=has_first_date
        )

    def save(data):
        return editing.save_action(
            action=shown, on=today(), by=request.user, **data | {"version": data["version"] or 0}
        )

    heading, done = f"Edit {shown.reference}", "The action was changed."
    back = shown.get_absolute_url()
    return edit_page(request, make_form, save, heading, done, back, action_values, shown, missing=_nobody_named)


@require_http_methods(["GET", "POST"])
@signed_in
def milestones_edit(request, pk):
    shown = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    rows = {m.pk: m for m in Milestone.objects.filter(action=shown, is_dropped=False)}
    initial = [{"milestone": m.pk, "title": m.title, "due_on": m.due_on} for m in rows.values()]
    form = forms.MilestonesForm(posted(request), initial={"version": shown.version})
    formset = forms.MilestoneFormSet(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid() & formset.is_valid():
        try:
            services.set_milestones(
                action=shown, by=request.user, on=today(), milestones=_milestones(formset, rows), **form.changes()
            )
        except services.Stale as stale:
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The milestones of {shown.reference} were changed.")
            return redirect(shown)
    context = {"action": shown, "form": form, "formset": formset, "saved": rows.values()}
    return render(request, "plans/milestones_form.html", context)


def _milestones(formset, rows):
    """``[(Milestone or None, title, due_on)]`` of the rows that stay; Refused where two have the same words."""
    kept = [row.cleaned_data for row in formset if row.cleaned_data.get("title") and not row.cleaned_data.get("drop")]
    titles = [data["title"].casefold() for data in kept]
    if len(set(titles)) < len(titles):
        raise services.Refused("Nothing was saved: two milestones have the same words. Change one of them.")
    return [(rows.get(data["milestone"]), data["title"], data["due_on"]) for data in kept]
