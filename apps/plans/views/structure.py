"""The pages of plans and strands, and those on which they and their actions are edited."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.conflicts import settled
from apps.core.dates import as_at, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.core.words import joined
from apps.inspections.glossary import explainer_for
from apps.inspections.models import Judgement
from apps.plans import editing, permissions, services
from apps.plans.forms import structure as forms
from apps.plans.legend import legend, thresholds
from apps.plans.models import Action, Milestone, Plan, Strand
from apps.plans.rules import STRAND_RULE, in_words, reason_words
from apps.plans.strands import is_late_by_first_date, strand_pictures
from apps.plans.views.conflicts import conflict_page


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
            "plan__type", "accountable_council__organisation", "accountable_icb__organisation"
        ),
        pk=pk,
    )
    on = as_at(request)
    limits, words = thresholds(on), legend(on)
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
        "findings": shown.findings.select_related("inspection").prefetch_related("parts"),
        "judgements": Judgement.objects.as_at(on).filter(finding__in=shown.findings.all()),
        "rule": in_words(STRAND_RULE, limits, words),
        "limits": limits,
        "sees_officers_words": permissions.can_see_officers_words(request.user),
        "explain": explainer_for(request.user),
        "legend": words,
        "on": on,
        "may_rate": permissions.can_rate_strand(request.user, shown) and on == today(),
        "may_edit": permissions.can_edit_plans(request.user),
    }
    return render(request, "plans/strand.html", context)


# The reason that stands in the history of what is new.
ADDED = "Added."


def edit_page(request, make_form, save, heading, done, back, values_of=None, row=None, intro="", missing=None):
    """The shape of every editing page: bind, save, refuse in words, settle a conflict, or go to what was saved.

    ``values_of(row)`` gives what is saved now of the row that is edited, in the form's own values; ``missing(saved)``
    says what is still missing of what was saved, if anything is.
    """
    theirs = values_of(row) if row else {}
    form = make_form(settled(posted(request), make_form(None).fields, theirs))
    if request.method == "POST" and form.is_valid():
        try:
            saved = save({name: value for name, value in form.cleaned_data.items() if name != "token"})
        except services.Stale as stale:
            return conflict_page(request, form, stale.row, values_of(stale.row))
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            if missing and missing(saved):
                messages.warning(request, missing(saved))
            return redirect(saved)
    return render(request, "plans/edit.html", {"form": form, "heading": heading, "back": back, "intro": intro})


def plan_values(plan):
    return {name: getattr(plan, name) for name in editing.PLAN_FIELDS}


def strand_values(strand):
    values = {name: getattr(strand, name) for name in editing.STRAND_FIELDS}
    return values | {"findings": list(strand.findings.values_list("pk", flat=True))}


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


def _opened(row, values_of):
    """What an editing form is opened with."""
    return values_of(row) | {"version": row.version}


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
        return forms.PlanForm(data, initial=_opened(shown, plan_values))

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
            raise services.Refused("The day cannot be in the future: publish on the day itself.", "effective_on")
        services.publish(
            plan=shown, by=request.user, on=data["effective_on"], is_published=data["publishes"], note=data["note"]
        )
        return shown

    heading = f"Publish {shown.name}?" if publishing else f"Take {shown.name} back from the public?"
    done = "The plan is published: families can read it." if publishing else "The plan is no longer public."
    intro = PUBLISHING if publishing else WITHDRAWING
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), intro=intro)


def edit_life_cycle(request, row, steps, needed=(), has_note=False):
    """The page on which the dates of a plan's life cycle are changed; ``row`` is that of the plan's kind."""
    require(permissions.can_edit_plans(request.user))
    names = [name for name, _ in steps] + (["date_note"] if has_note else [])

    def values_of(plan):
        row.refresh_from_db()
        return {name: getattr(row, name) for name in names}

    def make_form(data):
        initial = _opened(row.plan, values_of)
        return forms.LifeCycleForm(data, initial=initial, steps=steps, needed=needed, has_note=has_note)

    def save(data):
        return editing.save_life_cycle(row=row, **data | {"version": data["version"] or 0})

    heading, back = f"Dates of {row.plan.name}", row.plan.get_absolute_url()
    intro = "Leave empty what is not known. The day of publication comes from publishing the plan."
    return edit_page(request, make_form, save, heading, "The dates were changed.", back, values_of, row.plan, intro)


def _delete(request, row, delete, after):
    """Ask once, then delete what nothing hangs on."""
    form = forms.ConfirmForm(posted(request), initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        try:
            delete(version=form.cleaned_data["version"])
        except services.Stale as stale:
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{row} was deleted.")
            return redirect(after)
    return render(request, "plans/delete.html", {"form": form, "row": row})


@require_http_methods(["GET", "POST"])
@signed_in
def plan_delete(request, pk):
    shown = get_object_or_404(permissions.visible_plans(request.user), pk=pk)
    require(permissions.can_edit_plans(request.user))
    return _delete(request, shown, partial(editing.delete_plan, plan=shown), "plans:plan-list")


@require_http_methods(["GET", "POST"])
@signed_in
def strand_delete(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    return _delete(request, shown, partial(editing.delete_strand, strand=shown), shown.plan.get_absolute_url())


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
    shown = get_object_or_404(permissions.visible_plans(request.user).select_related("type"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    last = shown.strands.order_by("-position").values_list("position", flat=True).first() or 0
    initial = {"kind": shown.type.strand_word, "position": last + 1}

    def make_form(data):
        return forms.StrandForm(data, initial=initial, plan=shown, is_new=True)

    def save(data):
        return editing.save_strand(strand=Strand(plan=shown), reason=ADDED, **data)

    return edit_page(request, make_form, save, f"Add to {shown.name}", "It was added.", shown.get_absolute_url())


@require_http_methods(["GET", "POST"])
@signed_in
def strand_edit(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_edit_plans(request.user))
    opened = _opened(shown, strand_values)

    def make_form(data):
        return forms.StrandForm(data, initial=opened, plan=shown.plan, already=opened["findings"])

    def save(data):
        return editing.save_strand(strand=shown, **data | {"version": data["version"] or 0})

    heading, done = f"Edit {shown}", "It was changed."
    return edit_page(request, make_form, save, heading, done, shown.get_absolute_url(), strand_values, shown)


@require_http_methods(["GET", "POST"])
@signed_in
def strand_rate(request, pk):
    shown = get_object_or_404(permissions.visible_strands(request.user).select_related("plan"), pk=pk)
    require(permissions.can_rate_strand(request.user, shown))
    on = today()
    picture = strand_pictures([shown], [on], thresholds(on))[on][shown.pk]
    form = forms.StrandRatingForm(posted(request), initial={"rating": picture.rating, "version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.rate_strand(
                strand=shown, by=request.user, on=on, rule_rating=picture.rule.rating, **form.cleaned_data
            )
        except services.Stale as stale:
            form.refuse_stale(stale.row)
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
    opened, has_first_date = _opened(shown, action_values), bool(shown.original_due_on)

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
