"""What waits for a decision, and the pages on which it is made."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.plans import permissions, services
from apps.plans.codes import CLOSED_STATES, DROPPED_STATES, ActionState, DecisionKind, is_greener
from apps.plans.forms.decisions import AcceptForm, CloseForm, DoneForm, ExtensionDecisionForm, ReopenForm
from apps.plans.forms.updates import WithdrawForm
from apps.plans.legend import legend, thresholds
from apps.plans.models import ExtensionDecision, Standing
from apps.plans.models.progress import newest_reports
from apps.plans.rules import reason_words


@require_safe
@signed_in
def approvals(request):
    require_page(permissions.is_officer(request.user))
    on = today()
    user = request.user
    extensions = permissions.visible_extensions(user).undecided().filter(action__plan__closed_on=None)
    extensions = extensions.exclude(action__state__in=CLOSED_STATES)
    standings = Standing.objects.on(on).select_related("action__plan").order_by("action__plan", "action__reference_key")
    if not permissions.is_manager(user):
        extensions = extensions.filter(_answered_for(user, "action"))
        standings = standings.filter(_answered_for(user, "action"))
    differing = [s for s in standings.owed().differing() if is_greener(s.rating, s.rule_rating)]
    reports = newest_reports([s.action_id for s in differing], on)
    context = {
        "on": on,
        "legend": legend(on),
        "limits": thresholds(on),
        "extensions": extensions.select_related("action__plan").order_by("effective_on", "pk"),
        "waiting": standings.filter(state=ActionState.SAID_DONE, is_plan_closed=False),
        "sent_back": standings.filter(state=ActionState.OPEN, was_sent_back=True, is_plan_closed=False),
        "differing": [(s, reason_words(s.rule_reason, s.rule_date), reports.get(s.action_id)) for s in differing],
    }
    return render(request, "plans/approvals.html", context)


def _answered_for(user, path):
    """Actions, or actions of strands, for which the person holds the accountable post."""
    query = Q()
    for owner in (path, f"{path}__strand"):
        query |= Q(**{f"{owner}__accountable_council__holder": user})
        query |= Q(**{f"{owner}__accountable_icb__holder": user})
    return query


def _decide(request, action, form, template, service, done, **context):
    """The shape of every decision page: the form, the service, its refusal, a stale version, then the action."""
    if request.method == "POST" and form.is_valid():
        try:
            service(form.cleaned_data)
        except services.Stale as stale:
            action.refresh_from_db()
            form.refuse_stale(stale.row)
        except services.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, done)
            return redirect(action)
    evidence = permissions.visible_evidence(request.user).filter(action=action).latest_first()
    return render(request, template, {"action": action, "form": form, "evidence": evidence, **context})


@require_http_methods(["GET", "POST"])
@signed_in
def action_done(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_update(request.user, action))
    form = DoneForm(posted(request), on=today(), initial={"version": action.version})

    def say_done(data):
        services.say_done(action=action, by=request.user, on=today(), **data)

    done = f"{action.reference} is said to be done. A second person now looks at the evidence."
    return _decide(request, action, form, "plans/action_done.html", say_done, done)


@require_http_methods(["GET", "POST"])
@signed_in
def action_accept(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    require(permissions.can_accept(request.user, action))
    form = AcceptForm(posted(request), initial={"version": action.version})

    def decide(data):
        service = services.accept if data.pop("decision") == DecisionKind.ACCEPTED else services.send_back
        service(action=action, by=request.user, on=today(), **data)

    said = action.decisions.standing().latest_first().first()
    done = f"Your decision on {action.reference} is recorded."
    return _decide(request, action, form, "plans/action_accept.html", decide, done, said=said)


@require_http_methods(["GET", "POST"])
@signed_in
def action_close(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_close(request.user, action) and action.state not in DROPPED_STATES)
    form = CloseForm(posted(request), action=action, initial={"version": action.version})

    def drop(data):
        services.drop(action=action, by=request.user, on=today(), **data)

    done = f"{action.reference} is no longer part of the plan. It stays in the record with your reason."
    return _decide(request, action, form, "plans/action_close.html", drop, done)


@require_http_methods(["GET", "POST"])
@signed_in
def action_reopen(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_close(request.user, action) and action.state in CLOSED_STATES)
    form = ReopenForm(posted(request), initial={"version": action.version})

    def reopen(data):
        services.reopen(action=action, by=request.user, on=today(), **data)

    return _decide(request, action, form, "plans/action_reopen.html", reopen, f"{action.reference} is open again.")


@require_http_methods(["GET", "POST"])
@signed_in
def extension_decide(request, pk):
    extension = get_object_or_404(
        permissions.visible_extensions(request.user).select_related("action__plan", "action__strand"), pk=pk
    )
    require(permissions.can_decide_extension(request.user, extension))
    form = ExtensionDecisionForm(posted(request))

    def decide(data):
        services.decide_extension(
            extension=extension,
            by=request.user,
            on=today(),
            is_approved=data["is_approved"] == "yes",
            reason=data["reason"],
        )

    done = f"Your decision on the new date of {extension.action.reference} is recorded."
    standing = extension.action.standings.on(today()).first()
    return _decide(
        request, extension.action, form, "plans/extension_decide.html", decide, done,
        extension=extension, standing=standing,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def extension_undo(request, pk):
    """Take a decision on a new date back; the request waits again."""
    decision = get_object_or_404(
        ExtensionDecision.objects.standing().select_related("extension__action__plan", "extension__action__strand"),
        pk=pk,
        extension__in=permissions.visible_extensions(request.user),
    )
    extension = decision.extension
    require(permissions.can_decide_extension(request.user, extension))
    form = WithdrawForm(posted(request))

    def undo(data):
        services.withdraw_extension_decision(decision=decision, by=request.user, on=today(), reason=data["reason"])

    done = f"The decision on the new date of {extension.action.reference} is taken back. The request waits again."
    return _decide(request, extension.action, form, "plans/extension_undo.html", undo, done, decision=decision)
