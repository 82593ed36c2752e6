"""Reporting on actions: one by one, all in a row, several at once, and what happens when two people do."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import kept_fields, signed_in
from apps.plans import permissions, services
from apps.plans.forms.updates import BulkForm, ExtensionForm, NoChangeForm, UpdateForm, WithdrawForm
from apps.plans.legend import legend
from apps.plans.models import Action, MilestoneCompletion, StatusUpdate
from apps.plans.rules import reason_words
from apps.plans.standing import lock_in_order

# The fields that two people can both have written, in the order of the form.
SHARED_FIELDS = (
    "rating",
    "narrative",
    "families_text",
    "percent_complete",
    "reason_differs",
    "why",
    "being_done",
    "back_on",
    "board_ask",
)


def _reportable(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    require(permissions.can_update(request.user, action))
    return action


def _last(action):
    return action.updates.standing().latest_first().first()


def _initial(action, last):
    """What a new report begins with: last time's rating and percentage; its words are shown beside, not copied."""
    done = MilestoneCompletion.objects.standing().filter(milestone__action=action)
    return {
        "version": action.version,
        "rating": last.rating if last else None,
        "percent_complete": last.percent_complete if last else None,
        "milestones": [row.milestone_id for row in done],
    }


def _update_form(request, action, last):
    on = today()
    if request.method == "POST":
        return UpdateForm(request.POST, action=action, on=on)
    kept = kept_fields(request)
    if kept:
        messages.info(request, "What you typed before you were signed out is back in the form. Check it and save it.")
        return UpdateForm(
            initial={**kept.dict(), "version": action.version, "token": uuid.uuid4()}, action=action, on=on
        )
    return UpdateForm(initial=_initial(action, last), action=action, on=on)


@require_http_methods(["GET", "POST"])
@signed_in
def action_update(request, pk):
    action = _reportable(request, pk)
    last = _last(action)
    form = _update_form(request, action, last)
    if request.method == "POST" and form.is_valid():
        try:
            services.record_update(action=action, by=request.user, on=today(), **form.changes())
        except services.Stale as stale:
            return _conflict(request, form, stale.action)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Update recorded for {action.reference}.")
            return redirect(_next_page(request, action))
    in_place = request.htmx and request.method == "GET"
    template = "plans/action_update_in_place.html" if in_place else "plans/action_update.html"
    return render(request, template, _update_context(request, action, last, form))


def _update_context(request, action, last, form):
    on = today()
    standing = action.standings.on(on).first()
    return {
        "action": action,
        "form": form,
        "last": last,
        "standing": standing,
        "reason": reason_words(standing.rule_reason, standing.rule_date) if standing else "",
        "legend": legend(on),
        "work_through": "work_through" in request.GET,
    }


def _next_page(request, action):
    """After a report: the next of one's actions, the list that one came from, or the action itself."""
    if "work_through" in request.GET:
        return f"{reverse('plans:work-through')}?after={action.pk}"
    if "mine" in request.GET:
        return reverse("dashboards:my-actions")
    return action.get_absolute_url()


def _conflict(request, form, action):
    """Somebody reported meanwhile: field by field, what was typed and what they recorded; nothing is lost."""
    theirs = _last(action)
    rows = []
    for name in SHARED_FIELDS:
        mine, other = form.cleaned_data.get(name), getattr(theirs, name, None) if theirs else None
        if (mine or None) != (other or None) or mine == 0 != other:
            rows.append({"name": name, "label": form.fields[name].label, "mine": mine, "theirs": other})
    context = {
        "action": action,
        "form": form,
        "rows": rows,
        "theirs": theirs,
        "typed": [(name, value) for name, values in request.POST.lists() for value in values if name != "version"],
        "legend": legend(today()),
    }
    return render(request, "plans/conflict.html", context, status=409)


@require_POST
@signed_in
def action_settle(request, pk):
    """Save after a conflict, with the choice made for each field."""
    action = _reportable(request, pk)
    theirs = _last(action)
    data = request.POST.copy()
    for name in SHARED_FIELDS:
        if data.get(f"keep_{name}") == "theirs" and theirs:
            value = getattr(theirs, name)
            data[name] = "" if value is None else str(value)
    form = UpdateForm(data, action=action, on=today())
    if form.is_valid():
        try:
            services.record_update(action=action, by=request.user, on=today(), **form.changes())
        except services.Stale as stale:
            return _conflict(request, form, stale.action)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Update recorded for {action.reference}.")
            return redirect(action)
    return render(request, "plans/action_update.html", _update_context(request, action, theirs, form))


@require_POST
@signed_in
def action_no_change(request, pk):
    action = _reportable(request, pk)
    form = NoChangeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing was saved. Load the page again and choose “No change” once more.")
        return redirect(action)
    try:
        services.record_no_change(action=action, by=request.user, on=today(), **form.cleaned_data)
    except services.Stale:
        messages.error(request, f"Somebody else has just reported on {action.reference}. Look at it before you say so.")
    except services.Refused as refused:
        messages.error(request, refused.message)
        return redirect("plans:action-update", action.pk)
    else:
        messages.success(request, f"“No change” recorded for {action.reference}.")
    return redirect("dashboards:my-actions" if not permissions.is_manager(request.user) else action)


@require_safe
@signed_in
def work_through(request):
    """The next of one's open actions, by reference; back to the list after the last."""
    rows = _mine(request.user).order_by("plan_id", "reference_key", "pk")
    mine = [str(key) for key in rows.values_list("pk", flat=True)]
    after = request.GET.get("after", "")
    place = mine.index(after) + 1 if after in mine else 0
    if place >= len(mine):
        messages.success(request, "That was the last of your actions." if mine else "No open action is yours.")
        return redirect("dashboards:my-actions")
    address = reverse("plans:action-update", args=[mine[place]])
    return redirect(f"{address}?work_through={place + 1}-{len(mine)}")


def _mine(user):
    return permissions.reportable_actions(user).filter(permissions.mine(user)).distinct()


@require_http_methods(["GET", "POST"])
@signed_in
def bulk_update(request):
    require(permissions.is_officer(request.user))
    actions = permissions.reportable_actions(request.user)
    if not permissions.is_manager(request.user):
        actions = actions.filter(permissions.mine(request.user)).distinct()
    actions = actions.order_by("plan_id", "reference_key")
    form = BulkForm(posted(request), actions=actions, initial={"actions": request.GET.getlist("action")})
    if request.method == "POST" and form.is_valid():
        try:
            count = _record_bulk(form.cleaned_data, request.user)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The note was recorded for {count} actions.")
            return redirect(
                "dashboards:my-actions" if not permissions.is_manager(request.user) else "plans:action-list"
            )
    return render(request, "plans/bulk_update.html", {"form": form, "actions": actions, "legend": legend(today())})


@transaction.atomic
def _record_bulk(data, by):
    """One report an action, all or none; a form that is sent twice counts once."""
    bulk = data["token"] or uuid.uuid4()
    lock_in_order(data["actions"])
    for action in data["actions"]:
        last = _last(action)
        try:
            services.record_update(
                action=action,
                by=by,
                on=today(),
                narrative=data["narrative"],
                rating=data["rating"] or (last.rating if last else None),
                reason_differs=last.reason_differs if last else "",
                bulk=bulk,
                token=uuid.uuid5(bulk, str(action.pk)),
            )
        except services.Refused as refused:
            raise services.Refused(f"{action.reference}: {refused.message} Nothing was saved.") from refused
    return len(data["actions"])


@require_http_methods(["GET", "POST"])
@signed_in
def extension_ask(request, pk):
    action = _reportable(request, pk)
    form = ExtensionForm(posted(request), initial={"version": action.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_extension(action=action, by=request.user, on=today(), **form.cleaned_data)
        except services.Stale as stale:
            action = stale.action
            form = ExtensionForm({**request.POST.dict(), "version": action.version})
            form.is_valid()
            form.add_error(None, f"{action.reference} was changed meanwhile. Look at it, then send this again.")
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"A new date was asked for {action.reference}. Somebody else decides on it.")
            return redirect(action)
    return render(request, "plans/extension_ask.html", {"action": action, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def update_withdraw(request, pk):
    update = get_object_or_404(
        StatusUpdate.objects.standing().select_related("action__plan"),
        pk=pk,
        action__in=permissions.visible_actions(request.user),
    )
    require(permissions.can_update(request.user, update.action))
    require(update.recorded_by_id == request.user.pk or permissions.is_manager(request.user))
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw_update(update=update, by=request.user, on=today(), reason=form.cleaned_data["reason"])
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The report of {update.effective_on:%-d %B %Y} was taken back.")
            return redirect(Action.objects.get(pk=update.action_id))
    return render(request, "plans/update_withdraw.html", {"update": update, "form": form})
