"""What a team records on a case: added, changed or taken back, each in one transaction that refreshes the standing.

Every change locks the case, refuses with ``Stale`` when somebody else changed it since the form was opened
(``version``, 0 for a case that nobody has worked yet), and counts once however often its form is sent. ``recorded_on``
is today: what happened cannot lie after it. In extract mode, too, these rows are kept here; a load does
not touch them.
"""

import uuid

import pghistory
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from apps.accounts.models import Membership, Person, Role
from apps.caseload import codes
from apps.caseload.clock import GROUNDS
from apps.caseload.clock.facts import FOUR_WEEKS
from apps.caseload.models import (
    AdviceRequest,
    Case,
    Dispute,
    Feedback,
    PlanAudit,
    Review,
    StatutoryException,
    Step,
    Transfer,
)
from apps.caseload.standing import refresh
from apps.caseload.week_20 import keep_week_20
from apps.core.changes import Refused, Stale
from apps.core.once import refusing, wait_for_token

# Days that can lie ahead: a meeting and a move are planned, an exception may last.
MAY_LIE_AHEAD = {"meeting_on", "transfer_on", "starts_on", "ends_on"}
# What cannot come before what: ``(earlier, later, what to say)``.
ORDER = {
    AdviceRequest: (("asked_on", "received_on", "Advice cannot arrive before it was asked for."),),
    StatutoryException: (("starts_on", "ends_on", "An exception cannot end before it starts."),),
    Review: (
        ("meeting_on", "report_on", "The report cannot come before the meeting."),
        ("meeting_on", "decided_on", "It cannot be decided before the meeting."),
        ("meeting_on", "notice_on", "The notice cannot be sent before the meeting."),
        ("notice_on", "final_on", "The final plan cannot be sent before the notice."),
        ("notice_on", "not_amending_on", "That the plan stays as it is cannot be told before the notice."),
    ),
    Dispute: (
        ("notified_on", "started_on", "It cannot start before the family was told of the decision."),
        ("started_on", "declined_on", "Mediation cannot be declined before the family made contact."),
        ("started_on", "held_on", "Mediation cannot be held before the family asked."),
        ("held_on", "mediation_ended_on", "Mediation cannot end before it was held."),
        ("started_on", "mediation_ended_on", "Mediation cannot end before the family asked."),
        ("started_on", "response_on", "The council cannot respond before the appeal."),
        ("started_on", "conceded_on", "The council cannot concede before the appeal."),
        ("conceded_on", "told_on", "The family cannot be told of it before the council conceded."),
        ("started_on", "ended_on", "It cannot be over before it starts."),
    ),
    Feedback: (("received_on", "answered_on", "It cannot be answered before it came."),),
}
# Days that follow the request: nothing of the assessment happens before it was received.
AFTER_RECEIPT = {AdviceRequest: ("asked_on",), Step: ("on",)}
ONCE = {
    AdviceRequest: ("caseload_advicerequest_once", "asked_on", "This advice was asked for on that day already."),
    Review: ("caseload_review_meeting_once", "meeting_on", "A review with this meeting is recorded already."),
    Transfer: ("caseload_transfer_once", "transfer_on", "A move on this day is recorded already."),
}


@transaction.atomic
def add(model, *, request, by, version, recorded_on, token=None, **fields):
    """Record something on a case; returns the row, or the one that an earlier sending of the form has made."""
    existing = _already(model, [token])
    if existing:
        return existing[0]
    case = locked_case(request, version)
    row = model(request=request, recorded_by=by, token=token, **fields)
    _check(row, recorded_on, by)
    _save(row)
    _keep_week_20(row)
    changed(case)
    return row


@transaction.atomic
def ask_advice(*, request, by, version, recorded_on, services, asked_on, note="", token=None):
    """Ask several services for advice on one day; returns the rows, one a service."""
    tokens = {service: token and uuid.uuid5(token, service) for service in services}
    existing = _already(AdviceRequest, tokens.values())
    if existing:
        return existing
    case = locked_case(request, version)
    rows = []
    for service in services:
        fields = {"service": service, "asked_on": asked_on, "note": note, "token": tokens[service]}
        row = AdviceRequest(request=request, recorded_by=by, **fields)
        _check(row, recorded_on, by)
        _save(row)
        rows.append(row)
    changed(case)
    return rows


@transaction.atomic
def change(row, *, version, recorded_on, by=None, reason="", **fields):
    """Fill in what was not known yet, or correct what was recorded; only a correction asks for a reason.

    What was there before stays in the history. A form that changes nothing, as one that is sent twice, counts as done.
    """
    request = row.request
    case = locked_case(request)
    row = type(row).objects.select_related("request").get(pk=row.pk)
    _require_counting(row)
    before = {name: getattr(row, name) for name in fields}
    if before == fields:
        return row
    if case.version != version:
        raise Stale(case)
    corrected = [name for name, value in before.items() if value not in (None, "", False) and value != fields[name]]
    if corrected and not reason:
        raise Refused("Say why what was recorded is corrected.", "why")
    for name, value in fields.items():
        setattr(row, name, value)
    _check(row, recorded_on, by)
    with pghistory.context(reason=reason):
        _save(row)
    _keep_week_20(row)
    changed(case)
    return row


@transaction.atomic
def take_back(row, *, by, version, recorded_on, reason):
    """Mark a row that was recorded by mistake: it stays in sight, struck out, and counts no more."""
    case = locked_case(row.request)
    row = type(row).objects.select_related("request").get(pk=row.pk)
    if row.is_taken_back and (row.taken_back_by, row.taken_back_reason) == (by, reason):
        return row
    _require_counting(row)
    if case.version != version:
        raise Stale(case)
    row.taken_back_on, row.taken_back_by, row.taken_back_reason = recorded_on, by, reason
    with pghistory.context(reason=reason):
        row.save(update_fields=["taken_back_on", "taken_back_by", "taken_back_reason"])
    _keep_week_20(row)
    changed(case)
    return row


def locked_case(request, version=None):
    """The case of a request, made if there is none yet, and locked; Stale where it has moved on from ``version``.

    A load waits until the change is done, and a change until a load is: both write where cases stand.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(hashtext('caseload_extract'))")
    Case.objects.bulk_create([Case(request=request, version=0)], ignore_conflicts=True)
    rows = Case.objects.select_for_update(of=("self",), no_key=True).select_related("request")
    case = rows.get(request=request)
    if version is not None and case.version != version:
        raise Stale(case)
    return case


def changed(case):
    """Count the change, and work out anew where the case stands."""
    case.version += 1
    case.save(update_fields=["version"])
    refresh([case.request_id])


def version_of(request):
    """The version that a form about a case carries."""
    case = getattr(request, "case", None)
    return case.version if case else 0


def authorisers(on):
    """The EHC managers of a day: only they authorise an exception."""
    held = Membership.objects.current(on).filter(person=OuterRef("pk"), role=Role.EHC_MANAGER)
    return Person.objects.filter(Exists(held), is_active=True).order_by("name", "pk")


def _already(model, tokens):
    tokens = [token for token in tokens if token]
    for token in sorted(tokens):
        wait_for_token(token)
    return list(model.objects.filter(token__in=tokens)) if tokens else []


def _require_counting(row):
    if row.is_taken_back:
        raise Refused("It was taken back already. Record it again if it did happen.")


def _save(row):
    constraint, field, words = ONCE.get(type(row), ("", None, ""))
    with refusing(constraint, Refused(words, field)):
        row.save()


def _check(row, on, by):
    """Everything that forbids a row, in plain words beside the field."""
    _require_dates_in_order(row, on)
    rule = RULES.get(type(row))
    if rule:
        rule(row, on, by)


def _keep_week_20(row):
    if isinstance(row, StatutoryException):
        keep_week_20(row.request)


def _require_dates_in_order(row, on):
    model = type(row)
    for field in model._meta.fields:
        value = getattr(row, field.attname)
        is_day = field.get_internal_type() == "DateField" and field.name not in MAY_LIE_AHEAD
        if is_day and value and value > on:
            raise Refused("The date of what happened cannot be in the future.", field.name)
    for earlier, later, words in ORDER.get(model, ()):
        first, second = getattr(row, earlier), getattr(row, later)
        if first and second and second < first:
            raise Refused(words, later)
    received_on = row.request.received_on
    for name in AFTER_RECEIPT.get(model, ()):
        if received_on and getattr(row, name) < received_on:
            raise Refused(f"The request was received on {received_on:%-d %B %Y}: choose that day or a later one.", name)


def _exception(row, on, by):
    if row.ground not in codes.ExceptionGround.values:
        raise Refused("Choose one of the grounds of the regulations. Shortage of staff is not one.", "ground")
    lasts = GROUNDS[row.ground].lasts_four_weeks
    if lasts and row.ends_on and (row.ends_on - row.starts_on).days + 1 < FOUR_WEEKS:
        raise Refused("On this ground it must last at least 4 weeks (28 days) without a break.", "ends_on")
    is_chosen = row.pk is None or row.authorised_by_id != type(row).objects.get(pk=row.pk).authorised_by_id
    if is_chosen and not authorisers(on).filter(pk=row.authorised_by_id).exists():
        raise Refused("Only an EHC manager can authorise an exception.", "authorised_by")
    if is_chosen and row.authorised_by_id in {row.recorded_by_id, by and by.pk}:
        raise Refused("Another person must authorise it: choose an EHC manager who did not record it.", "authorised_by")


def _step(row, on, by):
    if row.kind == codes.StepKind.CONSULTATION_SENT and not row.note:
        raise Refused("Enter the school or setting that was consulted.", "note")
    if row.kind == codes.StepKind.CONSULTATION_ANSWERED and row.note not in _consulted(row):
        raise Refused("Choose a setting that was consulted on that day or before it.", "note")
    if row.advice and row.advice.request_id != row.request_id:
        raise Refused("Choose advice that was asked for in this case.", "advice")


def _consulted(row):
    sent = Step.objects.counting().filter(request=row.request, kind=codes.StepKind.CONSULTATION_SENT, on__lte=row.on)
    return set(sent.values_list("note", flat=True))


def _review(row, on, by):
    if bool(row.decided_on) != bool(row.outcome):
        field = "outcome" if row.decided_on else "decided_on"
        raise Refused("Enter both the decision and the day on which the council wrote with it.", field)
    if row.papers_on and row.papers_on > row.meeting_on:
        raise Refused("Advice is circulated before the meeting.", "papers_on")
    if row.not_amending_on and row.final_on:
        raise Refused("The plan was amended or stays as it is, not both.", "not_amending_on")
    if row.not_amending_on and not row.notice_on:
        raise Refused("Enter the notice of amendments that came before it.", "notice_on")


def _audit(row, on, by):
    if row.grade not in range(1, 5):
        raise Refused("Choose a grade from 1 to 4.", "grade")


RULES = {StatutoryException: _exception, Step: _step, Review: _review, PlanAudit: _audit}
