"""Reporting on actions: one by one, in a row, several at once, and what happens when two people do."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.conflicts import settled
from apps.core.dates import date_and_time, long_date, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import kept_fields, signed_in
from apps.core.words import linked
from apps.plans import permissions, services
from apps.plans.codes import DecisionKind
from apps.plans.forms.evidence import EvidenceForm
from apps.plans.forms.updates import (
    BulkForm,
    ExtensionForm,
    NoChangeForm,
    UpdateForm,
    WithdrawUpdateForm,
    as_last_time,
)
from apps.plans.legend import legend
from apps.plans.models import MilestoneCompletion, StatusUpdate
from apps.plans.rules import reason_words
from apps.plans.standing import lock_in_order
from apps.plans.views.conflicts import conflict_page

# More actions do not fit into an address.
MOST_IN_WALK = 200
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


def _words_again(request, action):
    """The words of a report of one's own that was taken back to be written again; None where there is none such."""
    number = request.GET.get("again", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    rows = action.updates.filter(pk=number, voided_by__isnull=False)
    rows = rows if permissions.is_manager(request.user) else rows.filter(recorded_by=request.user)
    return rows.first()


def _update_forms(request, action, last):
    """The report's form and the one for evidence that goes with it; after a time-out with what was typed before."""
    on = today()
    if request.method == "POST":
        data = settled(request.POST, UpdateForm.base_fields, _reported(last))
        data = as_last_time(data, action, on)
        return UpdateForm(data, action=action, on=on), _evidence_form(data, request.FILES)
    kept = kept_fields(request)
    again = _words_again(request, action)
    if again:
        initial = _initial(action, last) | _reported(again)
        return UpdateForm(initial=initial, action=action, on=on), _evidence_form()
    if not kept:
        return _new_forms(action, last, in_place=request.htmx)
    messages.info(request, "What you typed before you were signed out is back in the form. Check it and save it.")
    initial = {**kept.dict(), "version": action.version, "token": uuid.uuid4()}
    if "milestones" in kept:
        initial["milestones"] = kept.getlist("milestones")
    return UpdateForm(initial=initial, action=action, on=on), _evidence_form()


def _new_forms(action, last, in_place):
    """Empty forms; in place there may be several on one page, so that their fields' ids name the action."""
    auto_id = f"id_{action.pk}_%s" if in_place else "id_%s"
    form = UpdateForm(initial=_initial(action, last), action=action, on=today(), auto_id=auto_id)
    return form, _evidence_form(auto_id=auto_id)


def _evidence_form(data=None, files=None, auto_id="id_%s"):
    """Evidence beside a report; left as it is, there is none."""
    on = today()
    return EvidenceForm(
        data,
        files,
        on=on,
        prefix="evidence",
        auto_id=auto_id,
        empty_permitted=True,
        use_required_attribute=False,
    )


def _reported(last):
    """The last report, in the values of the form."""
    return {name: getattr(last, name) for name in SHARED_FIELDS} if last else {}


@require_http_methods(["GET", "POST"])
@signed_in
def action_update(request, pk):
    action = _reportable(request, pk)
    last = _last(action)
    form, evidence = _update_forms(request, action, last)
    if request.method == "POST" and form.is_valid() & evidence.is_valid():
        try:
            report = _record(action, form, evidence, request.user)
        except services.Stale as stale:
            theirs = _last(stale.row)
            return conflict_page(
                request, form, stale.row, _reported(theirs), report=theirs, has_file=bool(request.FILES)
            )
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _saved(f"Update recorded for {action.reference}.", report))
            if report.back_on and action.due_on and report.back_on > action.due_on:
                messages.info(request, _suggest_new_date(action))
            return redirect(_next_page(request, action))
    evidence.ask_for_file_again()
    context = update_context(action, last, form, evidence)
    if request.htmx and request.method == "GET":
        return render(request, "plans/action_update_in_place.html", context)
    context |= {"walk": _walk(request, action), "sent_back": _sent_back(action)}
    return render(request, "plans/action_update.html", context)


def _suggest_new_date(action):
    """Said of an action that will be back on track only after the date agreed."""
    address = reverse("plans:extension-ask", args=[action.pk])
    text = f"It will be back on track only after {long_date(action.due_on)}, the date agreed. {{}}"
    return linked(text, ("Ask for a new date", address))


def _saved(text, report):
    """What was saved, with the way to it and the way back."""
    return linked(
        f"{text} {{}} {{}}",
        ("Look at it", f"{report.action.get_absolute_url()}#update-{report.pk}"),
        ("Take it back", reverse("plans:update-withdraw", args=[report.pk])),
    )


@transaction.atomic
def _record(action, form, evidence, by):
    """The report and its evidence, both or neither."""
    report = services.record_update(action=action, by=by, on=today(), **form.changes())
    if evidence.has_changed():
        services.add_evidence(action=action, by=by, on=today(), report=report, **evidence.changes())
    return report


def update_context(action, last, form, evidence):
    """What the fields of a report need around them."""
    on = today()
    standing = action.standings.on(on).first()
    return {
        "action": action,
        "form": form,
        "evidence_form": evidence,
        "last": last,
        "standing": standing,
        "reason": reason_words(standing.rule_reason, standing.rule_date) if standing else "",
        "legend": legend(on),
    }


def new_report(action):
    """The same for a report that somebody is about to write."""
    last = _last(action)
    return update_context(action, last, *_new_forms(action, last, in_place=True))


@dataclass(frozen=True)
class Walk:
    """Where one is on the way through some actions, and the address of what comes next."""

    place: int
    of: int
    goes_on: bool
    next: str


def walk_address(action, walk):
    """The address of the report on one of the actions of a walk; ``walk`` are their numbers in order.

    They stand in the address, so that reports on the way change neither which they are nor how many.
    """
    numbers = "-".join(str(number) for number in walk)
    return f"{reverse('plans:action-update', args=[action])}?work_through={numbers}"


def _walk(request, action):
    """The ``Walk`` of the address; None where there is none that makes sense. What was closed meanwhile is left out."""
    parts = request.GET.get("work_through", "").split("-")[:MOST_IN_WALK]
    walk = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 10]
    if action.pk not in walk:
        return None
    place = walk.index(action.pk) + 1
    open_ones = set(
        permissions.reportable_actions(request.user).filter(pk__in=walk[place:]).values_list("pk", flat=True)
    )
    following = next((number for number in walk[place:] if number in open_ones), None)
    address = walk_address(following, walk) if following else reverse("dashboards:my-actions")
    return Walk(place, len(walk), following is not None, address)


def _next_page(request, action):
    """After a report: the next action of the walk, the list that one came from, or the action itself."""
    walk = _walk(request, action)
    if walk:
        if not walk.goes_on:
            messages.info(request, "That was the last of the actions that needed you.")
        return walk.next
    if "mine" in request.GET:
        return f"{reverse('dashboards:my-actions')}?saved={action.pk}#action-{action.pk}"
    return action.get_absolute_url()


def _sent_back(action):
    """The decision by which the action was sent back; None where something else was decided since."""
    newest = action.decisions.standing().latest_first().first()
    return newest if newest and newest.kind == DecisionKind.SENT_BACK else None


def _who_saved(user, report):
    """Whose report came in between: somebody else's, or one's own from another window."""
    if report and report.recorded_by_id == user.pk:
        return f"You saved a report on {report.action.reference} on {date_and_time(report.recorded_at)}."
    return f"Somebody else has just reported on {report.action.reference}." if report else "It was changed meanwhile."


@require_POST
@signed_in
def action_no_change(request, pk):
    action = _reportable(request, pk)
    form = NoChangeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing was saved. Load the page again and choose “No change” once more.")
        return redirect(action)
    try:
        report = services.record_no_change(action=action, by=request.user, on=today(), **form.cleaned_data)
    except services.Stale:
        messages.error(request, f"{_who_saved(request.user, _last(action))} Look at it before you say so.")
    except services.Refused as refused:
        messages.error(request, refused.message)
        return redirect("plans:action-update", action.pk)
    else:
        messages.success(request, _saved(f"“No change” recorded for {action.reference}.", report))
    if permissions.is_manager(request.user):
        return redirect(action)
    return redirect(f"{reverse('dashboards:my-actions')}?saved={action.pk}#action-{action.pk}")


@require_http_methods(["GET", "POST"])
@signed_in
def bulk_update(request):
    require_page(permissions.is_officer(request.user))
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
    words = {name: data[name] for name in ("narrative", "families_text", "rating", "reason_differs")}
    for action in data["actions"]:
        token = uuid.uuid5(bulk, str(action.pk))
        try:
            services.record_note(action=action, by=by, on=today(), bulk=bulk, token=token, **words)
        except services.Refused as refused:
            words_of_refusal = f"{action.reference}: {refused.message} Nothing was saved."
            raise services.Refused(words_of_refusal, refused.field) from refused
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
            action = stale.row
            form.refuse_stale(action)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"A new date was asked for {action.reference}. Somebody else decides on it.")
            return redirect(action)
    waiting = services.open_extension(action) if request.method == "GET" else None
    return render(request, "plans/extension_ask.html", {"action": action, "form": form, "waiting": waiting})


@require_http_methods(["GET", "POST"])
@signed_in
def update_withdraw(request, pk):
    update = get_object_or_404(
        StatusUpdate.objects.filter(voids__isnull=True).select_related("action__plan", "action__strand", "voided_by"),
        pk=pk,
        action__in=permissions.visible_actions(request.user),
    )
    require(permissions.can_update(request.user, update.action))
    require(update.recorded_by_id == request.user.pk or permissions.is_manager(request.user))
    if getattr(update, "voided_by", None):
        messages.info(request, f"The report of {long_date(update.effective_on)} was already taken back.")
        return redirect(update.action)
    form = WithdrawUpdateForm(posted(request), update=update)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.withdraw_update(
                update=update, by=request.user, on=today(), reason=data["reason"], evidence=data.get("evidence", ())
            )
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The report of {update.effective_on:%-d %B %Y} was taken back.")
            if data["writes_again"]:
                address = reverse("plans:action-update", args=[update.action_id])
                return redirect(f"{address}?again={update.pk}")
            return redirect(update.action)
    return render(request, "plans/update_withdraw.html", {"update": update, "form": form})
