"""The pages of plans and strands, and those on which they and their actions are edited."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.dates import as_at, today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.legend import legend, thresholds
from apps.plans.models import Action, Milestone, Plan, Strand
from apps.plans.rules import STRAND_RULE, reason_words
from apps.plans.strands import is_late_by_first_date, strand_pictures


@require_safe
@signed_in
def plan_list(request):
    plans = permissions.visible_plans(request.user).select_related("type", "inspection").newest_first()
    may_edit = permissions.can_edit_plans(request.user)
    return render(request, "plans/plan_list.html", {"plans": plans, "may_edit": may_edit, "on": today()})


def plan_context(request, shown):
    """What every plan's page shows; the pages of a Written Statement and an Impact Plan add their own dates."""
    on = as_at(request)
    limits = thresholds(on)
    strands = list(
        shown.strands.select_related("accountable_council", "accountable_icb").order_by("position", "reference_key")
    )
    pictures = strand_pictures(strands, [on], limits)[on]
    return {
        "plan": shown,
        "on": on,
        "legend": legend(on),
        "rows": [(strand, pictures[strand.pk]) for strand in strands],
        "may_edit": permissions.can_edit_plans(request.user),
    }


@require_safe
@signed_in
def plan(request, pk):
    """A plan that has a life cycle of its kind has a page of its kind."""
    shown = get_object_or_404(permissions.visible_plans(request.user).select_related("type", "inspection"), pk=pk)
    for relation, page in (("statement", "wsoa:statement"), ("impact_plan", "pip:impact-plan")):
        of_kind = getattr(shown, relation, None)
        if of_kind:
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{reverse(page, args=[of_kind.pk])}{query}")
    return render(request, "plans/plan.html", plan_context(request, shown))


@require_safe
@signed_in
def strand(request, pk):
    shown = get_object_or_404(
        permissions.visible_strands(request.user).select_related(
            "plan__type", "accountable_council", "accountable_icb"
        ),
        pk=pk,
    )
    on = as_at(request)
    limits = thresholds(on)
    picture = strand_pictures([shown], [on], limits)[on][shown.pk]
    standings = permissions.visible_standings(request.user).on(on).filter(action__strand=shown)
    rows = [
        (s, reason_words(s.rule_reason, s.rule_date), is_late_by_first_date(s, on))
        for s in standings.select_related("action").order_by("action__reference_key")
    ]
    context = {
        "strand": shown,
        "plan": shown.plan,
        "picture": picture,
        "rows": rows,
        "deciding": [s for s, _, _ in rows if picture.rule.is_decided_by(s)],
        "ratings": shown.ratings.as_at(on).latest_first(),
        "findings": shown.findings.select_related("inspection"),
        "rule": [text.format(**limits.__dict__) for text in STRAND_RULE],
        "legend": legend(on),
        "on": on,
        "may_rate": permissions.can_rate_strand(request.user, shown) and on == today(),
        "may_edit": permissions.can_edit_plans(request.user),
    }
    return render(request, "plans/strand.html", context)


def _edit(request, form, save, heading, done, back):
    """The shape of every editing page: bind, save, refuse in words, or go to what was saved."""
    if request.method == "POST" and form.is_valid():
        try:
            saved = save({name: value for name, value in form.cleaned_data.items() if name != "token"})
        except services.Stale as stale:
            words = f"{stale.action.reference} was changed meanwhile. Compare it with what you typed, then save again."
            form.add_error(None, words)
            form.data = _with_version(request, stale.action.version)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            return redirect(saved)
    return render(request, "plans/edit.html", {"form": form, "heading": heading, "back": back})


def _with_version(request, version):
    data = request.POST.copy()
    data["version"] = str(version)
    return data


@require_http_methods(["GET", "POST"])
@signed_in
def plan_add(request):
    require(permissions.can_edit_plans(request.user))
    form = forms.PlanForm(posted(request), initial={"starts_on": today()})

    def save(data):
        return editing.save_plan(plan=Plan(), **data)

    return _edit(request, form, save, "Add a plan", "The plan was added. It is not published.", "plans:plan-list")


@require_http_methods(["GET", "POST"])
@signed_in
def plan_edit(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    initial = {name: getattr(shown, name) for name in editing.PLAN_FIELDS}
    form = forms.PlanForm(posted(request), initial=initial)

    def save(data):
        return editing.save_plan(plan=shown, **data)

    return _edit(request, form, save, f"Edit {shown.name}", "The plan was changed.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def plan_publish(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    # What the page asked when it was opened: sent twice, it does not take back what it has just done.
    asked = {"True": True, "False": False}.get(request.POST.get("is_published"))
    publishing = not shown.is_published if asked is None else asked
    form = forms.PublishForm(posted(request), initial={"effective_on": today(), "is_published": publishing})

    def save(data):
        if data["effective_on"] > today():
            raise services.Refused("The day cannot be in the future: publish on the day itself.", "effective_on")
        services.publish(
            plan=shown, by=request.user, on=data["effective_on"], is_published=publishing, note=data["note"]
        )
        return shown

    heading = f"Publish {shown.name}?" if publishing else f"Take {shown.name} back from the public?"
    done = "The plan is published: families can read it." if publishing else "The plan is no longer public."
    return _edit(request, form, save, heading, done, shown.get_absolute_url())


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


@require_http_methods(["GET", "POST"])
@signed_in
def strand_add(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    form = forms.StrandForm(posted(request))

    def save(data):
        return editing.save_strand(strand=Strand(plan=shown), **data)

    return _edit(request, form, save, f"Add to {shown.name}", "It was added.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def strand_edit(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    initial = {name: getattr(shown, name) for name in editing.STRAND_FIELDS}
    initial["findings"] = list(shown.findings.values_list("pk", flat=True))
    form = forms.StrandForm(posted(request), initial=initial)

    def save(data):
        return editing.save_strand(strand=shown, **data)

    return _edit(request, form, save, f"Edit {shown}", "It was changed.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def strand_rate(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_rate_strand(request.user, shown))
    on = today()
    picture = strand_pictures([shown], [on], thresholds(on))[on][shown.pk]
    form = forms.StrandRatingForm(posted(request), initial={"rating": picture.rating})
    if request.method == "POST" and form.is_valid():
        try:
            services.rate_strand(
                strand=shown, by=request.user, on=on, rule_rating=picture.rule.rating, **form.cleaned_data
            )
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Your rating of {shown.reference} is recorded.")
            return redirect(shown)
    context = {"strand": shown, "picture": picture, "form": form, "legend": legend(on)}
    return render(request, "plans/strand_rate.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def action_add(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    initial = {"findings": list(shown.findings.values_list("pk", flat=True)), "start_on": today()}
    form = forms.ActionForm(posted(request), initial=initial)

    def save(data):
        return editing.save_action(action=Action(plan=shown.plan, strand=shown), on=today(), **data)

    return _edit(request, form, save, f"Add an action to {shown}", "The action was added.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def action_edit(request, pk):
    shown = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    names = (*editing.ACTION_FIELDS, "original_due_on", "version")
    initial = {name: getattr(shown, name) for name in names}
    initial["leads"] = list(shown.leads.values_list("pk", flat=True))
    initial["findings"] = list(shown.findings.values_list("pk", flat=True))
    form = forms.ActionForm(posted(request), initial=initial, has_first_date=bool(shown.original_due_on))

    def save(data):
        return editing.save_action(action=shown, on=today(), **data)

    return _edit(request, form, save, f"Edit {shown.reference}", "The action was changed.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def milestones_edit(request, pk):
    shown = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    rows = {m.pk: m for m in Milestone.objects.filter(action=shown, is_dropped=False)}
    initial = [{"milestone": m.pk, "title": m.title, "due_on": m.due_on} for m in rows.values()]
    formset = forms.MilestoneFormSet(posted(request), initial=initial)
    if request.method == "POST" and formset.is_valid():
        kept = [f.cleaned_data for f in formset if f.cleaned_data.get("title") and not f.cleaned_data.get("drop")]
        titles = [data["title"].casefold() for data in kept]
        if len(set(titles)) == len(titles):
            milestones = [(rows.get(data["milestone"]), data["title"], data["due_on"]) for data in kept]
            try:
                services.set_milestones(action=shown, by=request.user, on=today(), milestones=milestones)
            except services.Refused as refused:
                messages.error(request, refused.message)
            else:
                messages.success(request, f"The milestones of {shown.reference} were changed.")
                return redirect(shown)
        else:
            messages.error(request, "Nothing was saved: two milestones have the same words. Change one of them.")
    return render(request, "plans/milestones_form.html", {"action": shown, "formset": formset})
