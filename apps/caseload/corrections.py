"""Live mode: placements, settings and needs are added, and records that are wrong are corrected or taken back.

Every change is one transaction that locks the case, asks for its version, keeps who and why in the history, and
refreshes the standing. Sent twice it counts once, because the second one finds what is already so.
"""

from datetime import timedelta

import pghistory
from django.db import transaction

from apps.caseload import models
from apps.caseload.live import (
    ASSESSED,
    NOT_YET,
    OUTCOME,
    begin_assessment,
    locked_request,
    made_or_again,
    new_record,
    open_request_of,
    require_version,
)
from apps.caseload.standing import refresh
from apps.caseload.week_20 import keep_week_20
from apps.caseload.work import changed, locked_case
from apps.core.changes import Refused
from apps.core.once import wait_for_token

# The records of a case: how each hangs on its request.
PATHS = {
    models.Request: "pk",
    models.Assessment: "request",
    models.NamedPlan: "assessment__request",
    models.PlanDetail: "named_plan__assessment__request",
    models.ActivePlan: "request",
    models.Placement: "active_plan__request",
    models.Need: "active_plan__request",
}
# What hangs on a record and is taken back with it.
BELOW = {
    models.Request: ("assessment", "active_plan"),
    models.Assessment: ("plans",),
    models.NamedPlan: ("details",),
    models.ActivePlan: ("placements", "needs"),
}
# Days that are agreed on beforehand.
MAY_LIE_AHEAD = {"transfer_due_on", "left_on", "ceased_on"}


def records_of(request, model):
    """The records of one kind that belong to a case and count."""
    if model is models.Child:
        return models.Child.objects.filter(pk=request.child_id)
    key = request.pk
    return model.objects.standing().filter(**{PATHS[model]: key})


@transaction.atomic
def add_placement(*, request, version, recorded_on, entered_on, ends_earlier, **fields):
    """Where the child now is; with ``ends_earlier`` placements of the same rank end on the day before."""
    case, request = locked_request(request)
    active = _active_plan(request)
    fields |= {"active_plan": active, "entered_on": entered_on}
    existing = models.Placement.objects.standing().filter(**fields).first()
    if existing:
        return existing
    require_version(case, version)
    if entered_on > recorded_on:
        raise Refused(NOT_YET, "entered_on")
    if ends_earlier:
        _end_placements(active, fields["rank"], entered_on)
    placement = new_record(models.Placement, **fields)
    changed(case)
    return placement


def _end_placements(active, rank, entered_on):
    earlier = active.placements.standing().filter(rank=rank, left_on__isnull=True)
    for placement in earlier:
        if placement.entered_on and placement.entered_on >= entered_on:
            words = "The placement before it began on that day or later: choose a later day, or correct that one."
            raise Refused(words, "entered_on")
        placement.left_on = entered_on - timedelta(days=1)
        placement.save(update_fields=["left_on"])


@transaction.atomic
def add_setting(*, request, version, recorded_on, reason, replaces, **fields):
    """The setting that the plan now names; with ``replaces`` the one of the same rank is no longer named."""
    case, request = locked_request(request)
    plan = models.NamedPlan.objects.standing().filter(assessment__request=request).last()
    if plan is None:
        raise Refused("No plan was issued in this case.")
    existing = plan.details.standing().filter(**fields).first()
    if existing:
        return existing
    require_version(case, version)
    with pghistory.context(reason=reason):
        if replaces:
            for detail in plan.details.standing().filter(rank=fields["rank"]):
                _mark(detail, recorded_on)
        detail = new_record(models.PlanDetail, named_plan=plan, **fields)
    changed(case)
    return detail


@transaction.atomic
def set_need(*, request, version, recorded_on, reason, rank, type):
    """The need of a rank: another one than before, or one where there was none."""
    case, request = locked_request(request)
    active = _active_plan(request)
    if active.needs.standing().filter(rank=rank, type=type).exists():
        return active.needs.get(rank=rank)
    require_version(case, version)
    with pghistory.context(reason=reason):
        need = made_or_again(models.Need, only={"active_plan": active, "rank": rank}, type=type)
    changed(case)
    return need


def _active_plan(request):
    active = models.ActivePlan.objects.standing().filter(request=request).first()
    if active is None:
        raise Refused("There is no plan in force in this case.")
    return active


@transaction.atomic
def correct(row, *, request, version, recorded_on, reason, **fields):
    """Put a record right; what it said before stays in the history, with who corrected it and why."""
    if fields.get("upn"):
        wait_for_token(fields["upn"])
    case, request = locked_request(request)
    row = records_of(request, type(row)).select_for_update(no_key=True).get(pk=row.pk)
    before = {name: getattr(row, name) for name in fields}
    if before == fields:
        return row
    require_version(case, version)
    for name, value in fields.items():
        setattr(row, name, value)
    _require_days(row, recorded_on)
    if type(row) in RULES:
        RULES[type(row)](row, request, before)
    with pghistory.context(reason=reason):
        row.save()
        if isinstance(row, models.Request):
            _follow_decision(row, before["outcome"], recorded_on)
        keep_week_20(request)
    changed(case)
    if isinstance(row, models.Child):
        refresh(row.requests.all())
    return row


@transaction.atomic
def take_back(row, *, request, version, recorded_on, reason):
    """Mark a record that was entered by mistake, with all that hangs on it: it stays in sight and counts no more."""
    case = locked_case(request)
    row = type(row).objects.select_for_update(no_key=True).get(pk=row.pk)
    if row.is_taken_back:
        return row
    request = models.Request.objects.select_for_update(no_key=True).get(pk=request.pk)
    require_version(case, version)
    with pghistory.context(reason=reason):
        _mark(row, recorded_on)
        _follow_taking_back(row, request, recorded_on)
    changed(case)
    return row


def _mark(row, on):
    for name in BELOW.get(type(row), ()):
        for below in _below(row, name):
            _mark(below, on)
    row.taken_back_on = on
    row.save(update_fields=["taken_back_on"])


def _below(row, name):
    relation = type(row)._meta.get_field(name)
    return relation.related_model.objects.standing().filter(**{relation.field.name: row})


def _follow_taking_back(row, request, on):
    """What else was recorded in the same step is undone with it: a decision waits again, an assessment goes on."""
    if isinstance(row, models.NamedPlan):
        if not row.assessment.plans.standing().exists():
            if row.assessment.outcome == ASSESSED.ISSUE:
                row.assessment.outcome, row.assessment.outcome_on = ASSESSED.AWAITED, None
                row.assessment.save(update_fields=["outcome", "outcome_on"])
            for active in models.ActivePlan.objects.standing().filter(request=request):
                _mark(active, on)
        keep_week_20(request)
    if isinstance(row, models.Assessment):
        if request.outcome == OUTCOME.ASSESS:
            request.outcome, request.outcome_on = OUTCOME.AWAITED, None
            request.save(update_fields=["outcome", "outcome_on"])
        for active in models.ActivePlan.objects.standing().filter(request=request):
            _mark(active, on)


def _follow_decision(request, before, on):
    """An assessment begins with the decision to assess, and was none where that decision was another."""
    if request.outcome == before:
        return
    if request.outcome == OUTCOME.ASSESS:
        if not models.Assessment.objects.standing().filter(request=request).exists():
            begin_assessment(request)
    elif before == OUTCOME.ASSESS:
        for assessment in models.Assessment.objects.standing().filter(request=request):
            _mark(assessment, on)


def _require_days(row, recorded_on):
    for field in row._meta.fields:
        value = getattr(row, field.attname)
        has_been = field.get_internal_type() == "DateField" and field.name not in MAY_LIE_AHEAD
        if has_been and value and value > recorded_on:
            raise Refused(NOT_YET, field.name)


def _child(child, request, before):
    first = child.requests.standing().exclude(received_on=None).order_by("received_on").first()
    if child.birth_on and first and first.received_on < child.birth_on:
        raise Refused("A child cannot be born after a request was received.", "birth_on")
    same = models.Child.objects.filter(upn=child.upn).exclude(pk=child.pk)
    if child.upn and child.upn != before["upn"] and same.exists():
        raise Refused("Another child in the records has this UPN.", "upn")


def _request(row, request, before):
    is_decided = row.outcome in (OUTCOME.ASSESS, OUTCOME.REFUSED)
    if row.outcome == OUTCOME.AWAITED and row.outcome_on:
        raise Refused("A request that is not decided has no day of decision.", "outcome_on")
    if is_decided and not row.outcome_on:
        raise Refused("Enter the day of the decision.", "outcome_on")
    if row.child.birth_on and row.received_on and row.received_on < row.child.birth_on:
        raise Refused("A request cannot be received before the child was born.", "received_on")
    if row.outcome_on and row.received_on and row.outcome_on < row.received_on:
        raise Refused("It cannot be decided before it was received.", "outcome_on")
    assessment = models.Assessment.objects.standing().filter(request=row).first()
    if assessment:
        _request_of_assessment(row, assessment, before)
    other = open_request_of(row.child)
    is_open = row.outcome in (OUTCOME.AWAITED, OUTCOME.ASSESS) and (
        assessment is None or assessment.outcome == ASSESSED.AWAITED
    )
    if is_open and row.exported in ("", "0") and other and other.pk != row.pk:
        raise Refused(f"There is an open request of this child already: {other.key}.", "outcome")


def _request_of_assessment(row, assessment, before):
    has_changed = row.outcome != before["outcome"]
    if has_changed and row.outcome != OUTCOME.ASSESS and assessment.outcome != ASSESSED.AWAITED:
        words = "The assessment has ended: take that back first, or correct it."
        raise Refused(words, "outcome")
    days = [assessment.outcome_on, *assessment.plans.standing().values_list("starts_on", flat=True)]
    if row.received_on and any(day and day < row.received_on for day in days):
        raise Refused("The assessment ended before that day: correct the one that is wrong.", "received_on")


def _assessment(row, request, before):
    has_plan = row.plans.standing().exists()
    if row.outcome != before["outcome"] and (has_plan or row.outcome == ASSESSED.ISSUE):
        raise Refused("Plans are issued and taken back by themselves: this outcome follows from them.", "outcome")
    if row.outcome == ASSESSED.AWAITED and row.outcome_on:
        raise Refused("An assessment that goes on has no day on which it ended.", "outcome_on")
    if row.outcome != ASSESSED.AWAITED and not row.outcome_on:
        raise Refused("Enter the day on which it ended.", "outcome_on")
    _require_after_receipt(row.outcome_on, request, "outcome_on")
    if has_plan and row.outcome_on != before["outcome_on"]:
        raise Refused("This is the day on which the plan was issued: correct that of the plan.", "outcome_on")


def _plan(row, request, before):
    _require_after_receipt(row.starts_on, request, "starts_on")
    if row.ceased_on and row.ceased_on < row.starts_on:
        raise Refused("A plan cannot end before it was issued.", "ceased_on")
    if bool(row.ceased_on) != bool(row.cease_reason):
        field = "cease_reason" if row.ceased_on else "ceased_on"
        raise Refused("Enter both the day on which the plan ended and the reason.", field)
    assessment = row.assessment
    if assessment.outcome == ASSESSED.ISSUE and assessment.outcome_on == before["starts_on"]:
        assessment.outcome_on = row.starts_on
        assessment.save(update_fields=["outcome_on"])


def _require_after_receipt(day, request, field):
    if day and request.received_on and day < request.received_on:
        received = f"{request.received_on:%-d %B %Y}"
        raise Refused(f"The request was received on {received}: choose that day or a later one.", field)


def _active(row, request, before):
    if row.review_meeting_on and row.decided_on and row.decided_on < row.review_meeting_on:
        raise Refused("It cannot be decided before the meeting.", "decided_on")


def _placement(row, request, before):
    if row.entered_on and row.left_on and row.left_on < row.entered_on:
        raise Refused("A placement cannot end before it begins.", "left_on")


RULES = {
    models.Child: _child,
    models.Request: _request,
    models.Assessment: _assessment,
    models.NamedPlan: _plan,
    models.ActivePlan: _active,
    models.Placement: _placement,
}
