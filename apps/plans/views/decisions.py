"""What waits for a decision, and the pages on which it is made."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import long_date, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.core.words import linked, plural
from apps.plans import permissions, services
from apps.plans.codes import CLOSED_STATES, DROPPED_STATES, ActionState, DecisionKind, is_greener
from apps.plans.forms.decisions import AcceptForm, CloseForm, DoneForm, ExtensionDecisionForm, ReopenForm
from apps.plans.forms.updates import WithdrawForm, WithdrawVersionForm
from apps.plans.legend import legend, thresholds
from apps.plans.models import ActionDecision, Extension, ExtensionDecision, MilestoneCompletion, Standing
from apps.plans.models.progress import newest_reports
from apps.plans.rules import reason_words

# Where a decision is chosen from, and to which one returns from it.
QUEUE = "plans:approvals"


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
        extensions = extensions.filter(permissions.answered_for(user, "action"))
        standings = standings.filter(permissions.answered_for(user, "action"))
    differing = [s for s in standings.owed().differing() if is_greener(s.rating, s.rule_rating)]
    reports = newest_reports([s.action_id for s in differing], on)
    sent_back = list(standings.filter(state=ActionState.OPEN, was_sent_back=True, is_plan_closed=False))
    context = {
        "on": on,
        "legend": legend(on),
        "limits": thresholds(on),
        "decides": permissions.is_manager(user) or _answers_for_anything(user),
        "asked": permissions.visible_extensions(user)
        .undecided()
        .filter(recorded_by=user)
        .select_related("action__plan"),
        "said": _said_by(user),
        "extensions": extensions.select_related("action__plan").order_by("effective_on", "pk"),
        "waiting": standings.filter(state=ActionState.SAID_DONE, is_plan_closed=False),
        "sent_back": sent_back,
        "may_report": permissions.can_report_on(user, [s.action_id for s in (*differing, *sent_back)]),
        "differing": [(s, reason_words(s.rule_reason, s.rule_date), reports.get(s.action_id)) for s in differing],
    }
    return render(request, "plans/approvals.html", context)


def _answers_for_anything(user):
    """Whether the person holds a post that some action or strand names as accountable; one query."""
    roles = ("council_actions", "icb_actions", "council_strands", "icb_strands")
    query = Q()
    for role in roles:
        query |= Q(**{f"{role}__isnull": False})
    return user.posts.filter(query).exists()


def _said_by(user):
    """What this person said is done and still waits for a second person."""
    rows = ActionDecision.objects.standing().filter(kind=DecisionKind.SAID_DONE, recorded_by=user)
    rows = rows.filter(action__state=ActionState.SAID_DONE, action__plan__closed_on=None).latest_first()
    newest = {row.action_id: row for row in reversed(rows.select_related("action__plan"))}
    return list(newest.values())


def _already(request, action, words):
    """A form that was sent or opened after the matter was settled leads to the action, which shows how."""
    messages.info(request, words)
    return redirect(action)


def _story(action, said):
    """What whoever says or accepts that an action is done should have before their eyes."""
    reached = MilestoneCompletion.objects.standing().values("milestone")
    return {
        "said": said,
        "open_milestones": action.milestones.filter(is_dropped=False).exclude(pk__in=reached),
        "sent_back": action.decisions.standing().filter(kind=DecisionKind.SENT_BACK).latest_first(),
        "taken_back": action.updates.filter(voids__isnull=True, voided_by__isnull=False).select_related("voided_by"),
    }


def _decide(request, action, form, template, service, done, after=None, **context):
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
            messages.success(
                request, linked(f"{done} {{}}", (f"Look at {action.reference}", action.get_absolute_url()))
            )
            return redirect(after or action)
    evidence = permissions.visible_evidence(request.user).filter(action=action).latest_first()
    return render(request, template, {"action": action, "form": form, "evidence": evidence, **context})


@require_http_methods(["GET", "POST"])
@signed_in
def action_done(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    if action.state != ActionState.OPEN and permissions.works_on(request.user, action):
        return _already(request, action, f"{action.reference} was already said to be done, or is closed.")
    require(permissions.can_update(request.user, action))
    form = DoneForm(posted(request), on=today(), initial={"version": action.version})

    def say_done(data):
        services.say_done(action=action, by=request.user, on=today(), **data)

    done = f"{action.reference} is said to be done. A second person now looks at the evidence."
    return _decide(request, action, form, "plans/action_done.html", say_done, done, **_story(action, None))


@require_http_methods(["GET", "POST"])
@signed_in
def action_accept(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    if action.state != ActionState.SAID_DONE and permissions.decides_on(request.user, action):
        return _already(request, action, f"{action.reference} does not wait for acceptance: it was already decided.")
    require(permissions.can_accept(request.user, action))
    form = AcceptForm(posted(request), initial={"version": action.version})

    def decide(data):
        service = services.accept if data.pop("decision") == DecisionKind.ACCEPTED else services.send_back
        service(action=action, by=request.user, on=today(), **data)

    said = action.decisions.standing().latest_first().first()
    done = f"Your decision on {action.reference} is recorded."
    return _decide(request, action, form, "plans/action_accept.html", decide, done, QUEUE, **_story(action, said))


@require_http_methods(["GET", "POST"])
@signed_in
def action_close(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_close(request.user, action))
    if action.state in DROPPED_STATES:
        return _already(request, action, f"{action.reference} was already taken out of the plan.")
    form = CloseForm(posted(request), action=action, initial={"version": action.version})

    def drop(data):
        services.drop(action=action, by=request.user, on=today(), **data)

    done = f"{action.reference} is no longer part of the plan. It stays in the record with your reason."
    return _decide(request, action, form, "plans/action_close.html", drop, done)


@require_http_methods(["GET", "POST"])
@signed_in
def action_reopen(request, pk):
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_close(request.user, action))
    if action.state not in CLOSED_STATES:
        return _already(request, action, f"{action.reference} is open already.")
    form = ReopenForm(posted(request), initial={"version": action.version})

    def reopen(data):
        services.reopen(action=action, by=request.user, on=today(), **data)

    return _decide(request, action, form, "plans/action_reopen.html", reopen, f"{action.reference} is open again.")


@require_http_methods(["GET", "POST"])
@signed_in
def extension_decide(request, pk):
    extension = _extension(request, pk)
    if _is_settled(extension) and permissions.decides_on(request.user, extension.action):
        return _already(request, extension.action, "This request for a new date was already decided or taken back.")
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
        request, extension.action, form, "plans/extension_decide.html", decide, done, QUEUE,
        extension=extension, standing=standing, effect=_effect(standing, extension),
    )  # fmt: skip


def _effect(standing, extension):
    """What the dates will say of the action once this date is agreed; empty where it changes nothing."""
    limits = thresholds(today())
    days = standing.days_extended + extension.days
    if days > limits.extension_days:
        moved = f"moved by more than {limits.extension_days} days in all"
        return f"The date will have {moved}: the dates will then say at risk."
    if standing.times_extended + 1 >= limits.extension_count:
        return (
            f"The date will have moved {plural(standing.times_extended + 1, 'time')}: the dates will then say at risk."
        )
    return ""


def _extension(request, pk):
    """A request for a new date, also one that was taken back."""
    rows = Extension.objects.filter(voids__isnull=True, action__in=permissions.visible_actions(request.user))
    return get_object_or_404(rows.select_related("action__plan", "action__strand"), pk=pk)


def _is_settled(extension):
    """Whether it was decided or taken back; one query."""
    return not Extension.objects.undecided().filter(pk=extension.pk).exists()


@require_http_methods(["GET", "POST"])
@signed_in
def extension_withdraw(request, pk):
    """Whoever asked for a new date takes the request back."""
    extension = _extension(request, pk)
    action = extension.action
    require(permissions.can_withdraw_extension(request.user, extension))
    if _is_settled(extension):
        return _already(request, action, "This request for a new date was already decided or taken back.")
    form = WithdrawForm(posted(request))

    def withdraw(data):
        services.withdraw_extension(extension=extension, by=request.user, on=today(), reason=data["reason"])

    asked = f"You asked on {long_date(extension.effective_on)} for {long_date(extension.to_due_on)}."
    return _decide(
        request, action, form, "plans/take_back.html", withdraw, "Your request for a new date is taken back.",
        heading=f"Take back your request for a new date for {action.reference}?", act="Take it back",
        why="Why is the request taken back?", lines=[asked, "It stays in the record, marked, with your reason."],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def done_withdraw(request, pk):
    """Whoever said that an action is done takes that back before it is decided."""
    action = get_object_or_404(permissions.visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    said = action.decisions.standing().latest_first().first()
    waits = action.state == ActionState.SAID_DONE
    if not waits and permissions.works_on(request.user, action):
        return _already(request, action, f"{action.reference} does not wait for acceptance: it was already decided.")
    require(waits and said.recorded_by_id == request.user.pk and permissions.is_officer(request.user))
    form = WithdrawVersionForm(posted(request), initial={"version": action.version})

    def withdraw(data):
        services.withdraw_said_done(
            action=action, by=request.user, on=today(), reason=data["reason"], version=data["version"]
        )

    lines = [
        f"You said on {long_date(said.effective_on)} that it is done: “{said.reason}”",
        "It is open again then. What you said stays in the record, marked, with your reason.",
    ]
    return _decide(
        request, action, form, "plans/take_back.html", withdraw, f"{action.reference} is open again.",
        heading=f"Take back that {action.reference} is done?", act="Take it back",
        why="Why is it taken back?", lines=lines,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def extension_undo(request, pk):
    """Take a decision on a new date back; the request waits again."""
    rows = ExtensionDecision.objects.filter(voids__isnull=True)
    decision = get_object_or_404(
        rows.select_related("extension__action__plan", "extension__action__strand", "voided_by"),
        pk=pk,
        extension__in=permissions.visible_extensions(request.user),
    )
    extension = decision.extension
    if getattr(decision, "voided_by", None) and permissions.decides_on(request.user, extension.action):
        return _already(request, extension.action, "This decision was already taken back.")
    require(permissions.can_decide_extension(request.user, extension))
    form = WithdrawForm(posted(request))

    def undo(data):
        services.withdraw_extension_decision(decision=decision, by=request.user, on=today(), reason=data["reason"])

    done = f"The decision on the new date of {extension.action.reference} is taken back. The request waits again."
    return _decide(request, extension.action, form, "plans/extension_undo.html", undo, done, decision=decision)
