"""Live mode: children, requests, decisions and plans are entered here, by the rules by which a load is checked.

Each is one transaction that locks the case, refuses with ``Stale`` or ``Refused``, counts once however often its form
is sent, and refreshes the standing. The database holds the same rules for whatever is entered here
(``apps.caseload.models.records``). ``recorded_on`` is today.
"""

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from apps.caseload import codes
from apps.caseload.models import ActivePlan, Assessment, Child, NamedPlan, Need, PlanDetail, Request
from apps.caseload.standing import refresh
from apps.caseload.week_20 import keep_week_20
from apps.caseload.work import changed, locked_case
from apps.core.changes import Refused, Stale
from apps.core.once import wait_for_token

OUTCOME, ASSESSED = codes.RequestOutcome, codes.AssessmentOutcome
NOT_YET = "The date of what happened cannot be in the future."


@transaction.atomic
def add_request(*, received_on, source, recorded_on, child=None, token=None, **person):
    """A request for an assessment: of a child who is known here, or of a new one (the fields in ``person``)."""
    if token:
        wait_for_token(token)
        existing = Request.objects.filter(token=token).first()
        if existing:
            return existing
    if received_on > recorded_on:
        raise Refused(NOT_YET, "received_on")
    child = Child.objects.select_for_update(no_key=True).get(pk=child.pk) if child else _new_child(person)
    if child.birth_on and received_on < child.birth_on:
        raise Refused("A request cannot be received before the child was born.", "received_on")
    other = open_request_of(child)
    if other:
        raise Refused(f"There is an open request of this child already: {other.key}.")
    request = _new(Request, child=child, received_on=received_on, source=source, outcome=OUTCOME.AWAITED, token=token)
    refresh([request])
    return request


def open_request_of(child):
    """The request of a child that is still waiting for its end, or None."""
    ended = Assessment.objects.filter(request=OuterRef("pk")).exclude(outcome=ASSESSED.AWAITED)
    rows = Request.objects.filter(child=child, outcome__in=(OUTCOME.AWAITED, OUTCOME.ASSESS), exported__in=("", "0"))
    return rows.filter(~Exists(ended), missing_since__isnull=True).first()


def _new_child(person):
    upn = person.get("upn")
    if upn:
        wait_for_token(upn)
        if Child.objects.filter(upn=upn).exists():
            raise Refused("A child with this UPN is in the records: add the request on their case.", "upn")
    return _new(Child, **person)


def _new(model, **fields):
    """A record entered here; its reference is an L and its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [model._meta.db_table])
        (number,) = cursor.fetchone()
    return model.objects.create(pk=number, key=f"L{number}", **fields)


@transaction.atomic
def decide(*, request, version, outcome, outcome_on, recorded_on):
    """Assess (Y), refuse (N), or withdrawn before a decision (W)."""
    case, request = _locked(request)
    if (request.outcome, request.outcome_on) == (outcome, outcome_on):
        return request
    _require_version(case, version)
    if request.outcome != OUTCOME.AWAITED:
        raise Refused("It was decided already.")
    _require_day(request, outcome_on, recorded_on, "outcome_on")
    request.outcome, request.outcome_on = outcome, outcome_on
    request.save(update_fields=["outcome", "outcome_on"])
    if outcome == OUTCOME.ASSESS:
        _new(Assessment, request=request, outcome=ASSESSED.AWAITED)
    changed(case)
    return request


@transaction.atomic
def end_without_plan(*, request, version, outcome, outcome_on, recorded_on):
    """The assessment ended without a plan (N, the day on which the family was told) or was withdrawn (W)."""
    case, request = _locked(request)
    assessment = _assessment_of(request)
    if (assessment.outcome, assessment.outcome_on) == (outcome, outcome_on):
        return request
    _require_version(case, version)
    _require_waiting(assessment)
    _require_day(request, outcome_on, recorded_on, "outcome_on")
    assessment.outcome, assessment.outcome_on = outcome, outcome_on
    assessment.save(update_fields=["outcome", "outcome_on"])
    changed(case)
    return request


@transaction.atomic
def issue_plan(*, request, version, starts_on, need, recorded_on, **place):
    """Issue the final plan, with the setting that it names (``place``) and the primary need."""
    case, request = _locked(request)
    assessment = _assessment_of(request)
    if (assessment.outcome, assessment.outcome_on) == (ASSESSED.ISSUE, starts_on):
        return assessment.plans.get()
    _require_version(case, version)
    _require_waiting(assessment)
    _require_day(request, starts_on, recorded_on, "starts_on")
    assessment.outcome, assessment.outcome_on = ASSESSED.ISSUE, starts_on
    assessment.save(update_fields=["outcome", "outcome_on"])
    plan = _new(NamedPlan, assessment=assessment, starts_on=starts_on)
    _new(PlanDetail, named_plan=plan, **place)
    active = _new(ActivePlan, request=request)
    _new(Need, active_plan=active, type=need, rank=codes.Rank.PRIMARY)
    keep_week_20(request)
    changed(case)
    return plan


@transaction.atomic
def cease_plan(*, request, version, ceased_on, cease_reason, recorded_on):
    """End the plan: the day on which it ends or is transferred, not that of the decision."""
    case, request = _locked(request)
    plan = NamedPlan.objects.select_for_update(no_key=True).filter(assessment__request=request).last()
    if plan is None:
        raise Refused("No plan was issued in this case.")
    if (plan.ceased_on, plan.cease_reason) == (ceased_on, cease_reason):
        return plan
    _require_version(case, version)
    if plan.ceased_on:
        raise Refused("The plan has ended already.")
    if ceased_on > recorded_on:
        raise Refused(NOT_YET, "ceased_on")
    if plan.starts_on and ceased_on < plan.starts_on:
        raise Refused("A plan cannot end before it was issued.", "ceased_on")
    plan.ceased_on, plan.cease_reason = ceased_on, cease_reason
    plan.save(update_fields=["ceased_on", "cease_reason"])
    changed(case)
    return plan


def _locked(request):
    case = locked_case(request)
    return case, Request.objects.select_for_update(no_key=True).get(pk=request.pk)


def _require_version(case, version):
    if case.version != version:
        raise Stale(case)


def _assessment_of(request):
    assessment = Assessment.objects.select_for_update(no_key=True).filter(request=request).first()
    if assessment is None:
        raise Refused("Decide first to assess.")
    return assessment


def _require_waiting(assessment):
    if assessment.outcome != ASSESSED.AWAITED:
        raise Refused("The assessment has ended already.")


def _require_day(request, day, recorded_on, field):
    if day > recorded_on:
        raise Refused(NOT_YET, field)
    if request.received_on and day < request.received_on:
        received = f"{request.received_on:%-d %B %Y}"
        raise Refused(f"The request was received on {received}: choose that day or a later one.", field)
