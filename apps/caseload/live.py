"""Live mode: children, requests, decisions and plans are entered here, by the rules by which a load is checked.

Each is one transaction that locks the case, refuses with ``Stale`` or ``Refused``, counts once however often its form
is sent, and refreshes the standing. The database holds the same rules for whatever is entered here
(``apps.caseload.models.records``). ``recorded_on`` is today.
"""

import pghistory
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from apps.caseload import codes
from apps.caseload.models import ActivePlan, Assessment, Child, NamedPlan, Need, PlanDetail, Request
from apps.caseload.standing import refresh
from apps.caseload.week_20 import keep_week_20
from apps.caseload.work import changed, locked_case
from apps.core.changes import Refused, Stale
from apps.core.dates import long_date
from apps.core.once import wait_for_token

OUTCOME, ASSESSED = codes.RequestOutcome, codes.AssessmentOutcome
OVERTURNED_BY = {"mediation": "mediation", "tribunal": "the Tribunal"}
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
    request = new_record(
        Request, child=child, received_on=received_on, source=source, outcome=OUTCOME.AWAITED, token=token
    )
    refresh([request])
    return request


def open_request_of(child):
    """The request of a child that is still waiting for its end, or None."""
    ended = Assessment.objects.standing().filter(request=OuterRef("pk")).exclude(outcome=ASSESSED.AWAITED)
    rows = Request.objects.standing().filter(child=child, outcome__in=(OUTCOME.AWAITED, OUTCOME.ASSESS))
    return rows.filter(~Exists(ended), exported__in=("", "0")).first()


def _new_child(person):
    upn = person.get("upn")
    if upn:
        wait_for_token(upn)
        if Child.objects.filter(upn=upn).exists():
            raise Refused("A child with this UPN is in the records: add the request on their case.", "upn")
    return new_record(Child, **person)


def made_or_again(model, *, only, **fields):
    """A record of which there is one a place (``only``): the one that was taken back counts again, else a new one."""
    row = model.objects.filter(**only).first()
    if row is None:
        return new_record(model, **only, **fields)
    for name, value in fields.items():
        setattr(row, name, value)
    row.taken_back_on = None
    row.save()
    return row


def new_record(model, **fields):
    """A record entered here; its reference is an L and its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [model._meta.db_table])
        (number,) = cursor.fetchone()
    return model.objects.create(pk=number, key=f"L{number}", **fields)


@transaction.atomic
def decide(*, request, version, outcome, outcome_on, recorded_on):
    """Assess (Y), refuse (N), or withdrawn before a decision (W)."""
    case, request = locked_request(request)
    if (request.outcome, request.outcome_on) == (outcome, outcome_on):
        return request
    require_version(case, version)
    if request.outcome != OUTCOME.AWAITED:
        raise Refused("It was decided already.")
    _require_day(request, outcome_on, recorded_on, "outcome_on")
    request.outcome, request.outcome_on = outcome, outcome_on
    request.save(update_fields=["outcome", "outcome_on"])
    if outcome == OUTCOME.ASSESS:
        begin_assessment(request)
    changed(case)
    return request


def begin_assessment(request):
    made_or_again(Assessment, only={"request": request}, outcome=ASSESSED.AWAITED, outcome_on=None)


@transaction.atomic
def overturn(*, request, version, by, decided_on, what, recorded_on):
    """Mediation or the Tribunal (``by``) overturned a refusal: to assess, or to issue a plan.

    The outcome stays as it was and the flag says what happened, as the return asks. An assessment then begins, or a
    plan can be issued. The return has no place for the day: it stands with ``what`` was decided in the history.
    """
    case, request = locked_request(request)
    assessment = Assessment.objects.standing().select_for_update(no_key=True).filter(request=request).first()
    refused = assessment if assessment and assessment.outcome == ASSESSED.NO_PLAN else request
    if is_overturned(request, assessment) and getattr(refused, f"had_{by}"):
        return request
    require_version(case, version)
    if refused.outcome != OUTCOME.REFUSED or is_overturned(request, assessment):
        raise Refused("There is no refusal that could be overturned.")
    if decided_on > recorded_on:
        raise Refused(NOT_YET, "decided_on")
    if refused.outcome_on and decided_on < refused.outcome_on:
        raise Refused("It cannot be overturned before it was decided.", "decided_on")
    setattr(refused, f"had_{by}", True)
    with pghistory.context(reason=f"Overturned on {long_date(decided_on)} ({OVERTURNED_BY[by]}): {what}"):
        refused.save(update_fields=[f"had_{by}"])
        if assessment is None:
            begin_assessment(request)
    changed(case)
    return request


def is_overturned(request, assessment):
    """Whether a refusal went ahead after all: an assessment after one, or the flag on an assessment without a plan."""
    if assessment is None:
        return False
    if assessment.outcome == ASSESSED.NO_PLAN:
        return assessment.had_mediation or assessment.had_tribunal
    return request.outcome == OUTCOME.REFUSED


@transaction.atomic
def end_without_plan(*, request, version, outcome, outcome_on, recorded_on):
    """The assessment ended without a plan (N, the day on which the family was told) or was withdrawn (W)."""
    case, request = locked_request(request)
    assessment = _assessment_of(request)
    if (assessment.outcome, assessment.outcome_on) == (outcome, outcome_on):
        return request
    require_version(case, version)
    _require_waiting(assessment)
    _require_day(request, outcome_on, recorded_on, "outcome_on")
    assessment.outcome, assessment.outcome_on = outcome, outcome_on
    assessment.save(update_fields=["outcome", "outcome_on"])
    changed(case)
    return request


@transaction.atomic
def issue_plan(*, request, version, starts_on, need, recorded_on, **place):
    """Issue the final plan, with the setting that it names (``place``) and the primary need."""
    case, request = locked_request(request)
    assessment = _assessment_of(request)
    issued = assessment.plans.standing().first()
    if issued and issued.starts_on == starts_on:
        return issued
    require_version(case, version)
    is_after_refusal = assessment.outcome == ASSESSED.NO_PLAN and is_overturned(request, assessment)
    if issued or not is_after_refusal:
        _require_waiting(assessment)
    _require_day(request, starts_on, recorded_on, "starts_on")
    if not is_after_refusal:
        assessment.outcome, assessment.outcome_on = ASSESSED.ISSUE, starts_on
    assessment.save(update_fields=["outcome", "outcome_on"])
    plan = new_record(NamedPlan, assessment=assessment, starts_on=starts_on)
    new_record(PlanDetail, named_plan=plan, **place)
    active = made_or_again(ActivePlan, only={"request": request})
    made_or_again(Need, only={"active_plan": active, "rank": codes.Rank.PRIMARY}, type=need)
    keep_week_20(request)
    changed(case)
    return plan


@transaction.atomic
def cease_plan(*, request, version, ceased_on, cease_reason, recorded_on):
    """End the plan: the day on which it ends or is transferred, not that of the decision."""
    case, request = locked_request(request)
    plans = NamedPlan.objects.standing().select_for_update(no_key=True)
    plan = plans.filter(assessment__request=request).last()
    if plan is None:
        raise Refused("No plan was issued in this case.")
    if (plan.ceased_on, plan.cease_reason) == (ceased_on, cease_reason):
        return plan
    require_version(case, version)
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


def locked_request(request):
    """The case and its request, both locked; a request that was taken back is not worked any more."""
    case = locked_case(request)
    request = Request.objects.select_for_update(no_key=True).get(pk=request.pk)
    if request.is_taken_back:
        raise Refused("This request was taken back. Enter a new one.")
    return case, request


def require_version(case, version):
    if case.version != version:
        raise Stale(case)


def _assessment_of(request):
    assessment = Assessment.objects.standing().select_for_update(no_key=True).filter(request=request).first()
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
