"""From the records of a case and what the team added to the dates that the clock reads.

What the records cannot say is left out, never guessed; ``docs/caseload.md`` lists it. Records that the newest load no
longer has do not count. The number of queries is the same for one case and for ten thousand.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from apps.caseload import clock, codes, models
from apps.caseload.clock.days import add_months
from apps.caseload.figures.counting import query, read
from apps.core.expressions import IsOneOf

_RECORDS = query(
    """
    SELECT request.id, request.key, request.received_on, request.outcome, request.outcome_on,
           request.exported NOT IN ('', '0') AS has_left,
           assessment.outcome AS assessed, assessment.outcome_on AS assessed_on,
           coalesce(assessment.has_exception, false) AS has_exception,
           plan.first_on, plan.ended_on,
           active.review_meeting_on, active.decided_on, active.review_outcome,
           active.transfer_due_on, active.transfer_final_on
      FROM caseload_request AS request
      LEFT JOIN caseload_assessment AS assessment ON assessment.request_id = request.id AND {assessment_stands}
      LEFT JOIN LATERAL (
               SELECT min(starts_on) AS first_on,
                      CASE WHEN bool_and(ceased_on IS NOT NULL) THEN max(ceased_on) END AS ended_on
                 FROM caseload_namedplan AS plan
                WHERE plan.assessment_id = assessment.id AND {plan_stands}
           ) AS plan ON true
      LEFT JOIN caseload_activeplan AS active ON active.request_id = request.id AND {active_stands}
     WHERE request.id = ANY(%(ids)s)
    """,
    "assessment",
    "plan",
    "active",
)

REVIEW_OUTCOMES = {
    codes.ReviewOutcome.MAINTAIN: clock.ReviewOutcome.KEEP,
    codes.ReviewOutcome.AMEND: clock.ReviewOutcome.AMEND,
    codes.ReviewOutcome.CEASE: clock.ReviewOutcome.CEASE,
}
TRANSFERS = {
    codes.TransferKind.PHASE: clock.TransferKind.OTHER_PHASE,
    codes.TransferKind.POST_16: clock.TransferKind.SECONDARY_TO_POST_16,
    codes.TransferKind.BETWEEN_POST_16: clock.TransferKind.BETWEEN_POST_16,
}


@dataclass(frozen=True, slots=True)
class _Review:
    """One review, recorded here or last in the return; ``meeting_on`` is None where only the decision is known."""

    meeting_on: date | None
    decided_on: date | None
    outcome: clock.ReviewOutcome | None = None
    notice_on: date | None = None
    final_on: date | None = None
    not_amending_on: date | None = None
    papers_on: date | None = None
    report_on: date | None = None

    @property
    def is_amending(self):
        is_to_amend = self.notice_on or (self.decided_on and self.outcome == clock.ReviewOutcome.AMEND)
        return bool(is_to_amend) and self.final_on is None and self.not_amending_on is None


def facts_of(requests):
    """``{id of the request: CaseFacts}`` of requests or their ids; seven queries."""
    return {key: facts for key, (facts, _) in facts_and_flags(requests).items()}


def facts_and_flags(requests):
    """The same beside whether the return says that an exception applies: ``{id: (CaseFacts, flag)}``."""
    ids = [getattr(request, "pk", request) for request in requests]
    added = _Added(ids)
    return {row["id"]: (_facts(row, added), row["has_exception"]) for row in read(_RECORDS, ids=ids)}


REVIEW = ("meeting_on", "decided_on", "outcome", "notice_on", "final_on", "not_amending_on", "papers_on", "report_on")
DISPUTE = ("kind", "started_on", "against", "notified_on", "is_placement_only", "declined_on", "held_on")
DISPUTE += ("mediation_ended_on", "certificate_on", "response_on", "conceded_on", "told_on")


class _Added:
    """What the team added and did not take back, by request: one query a table."""

    def __init__(self, ids):
        self.advice = _grouped(models.AdviceRequest, ids, "service", "asked_on", "received_on", order="asked_on")
        self.steps = _grouped(models.Step, ids, "kind", "on", "note", order="on")
        self.exceptions = _grouped(models.StatutoryException, ids, "ground", "starts_on", "ends_on", order="starts_on")
        self.reviews = _grouped(models.Review, ids, *REVIEW, order="meeting_on")
        self.transfers = _grouped(models.Transfer, ids, "kind", "transfer_on", "final_on", order="transfer_on")
        self.disputes = _grouped(models.Dispute, ids, *DISPUTE, order="started_on", ended_on__isnull=True)


def _grouped(model, ids, *fields, order, **conditions):
    """``{id of the request: [values]}``"""
    rows = model.objects.counting().filter(IsOneOf(F("request"), ids), **conditions).order_by(order, "pk")
    found = defaultdict(list)
    for key, *values in rows.values_list("request_id", *fields):
        found[key].append(values)
    return found


def _facts(row, added):
    key = row["id"]
    reviews = _reviews(row, added.reviews.get(key, ()))
    steps = added.steps.get(key, ())
    return clock.CaseFacts(
        reference=row["key"],
        **_request(row),
        exceptions=tuple(_exception(*values) for values in added.exceptions.get(key, ())),
        advice=tuple(_advice(*values) for values in added.advice.get(key, ())),
        comments_invited_on=_first(steps, codes.StepKind.COMMENTS_INVITED),
        comments_received_on=_first(steps, codes.StepKind.COMMENTS_RECEIVED),
        draft_on=_first(steps, codes.StepKind.DRAFT_ISSUED),
        consultations=tuple(_consultations(steps)),
        plan_made_on=row["first_on"],
        ceased_on=row["ended_on"],
        **_review_dates(reviews),
        transfer=_transfer(row, added.transfers.get(key, ())),
        disputes=tuple(_dispute(row, *values) for values in added.disputes.get(key, ())),
    )


def _request(row):
    """The part from the request to the plan, as the figures count it.

    Decided before the collection period without a plan: no clock runs. A refusal with an assessment went ahead after
    all. Where the day of an end is not known, the last day known before it stands in its place: the case has ended.
    """
    is_earlier = "H" in (row["outcome"], row["assessed"])
    facts = {"final_on": row["first_on"], "received_on": row["received_on"]}
    if is_earlier:
        return facts if row["first_on"] else facts | {"received_on": None}
    ended_on = row["assessed_on"] or row["outcome_on"] or row["received_on"]
    if row["outcome"] == "W" or row["assessed"] == "W" or row["has_left"]:
        facts["withdrawn_on"] = ended_on
    if row["outcome"] == "Y" or row["assessed"]:
        facts |= {"decision": clock.Decision.ASSESS, "decision_on": row["outcome_on"] or row["received_on"]}
    elif row["outcome"] == "N":
        facts |= {"decision": clock.Decision.DO_NOT_ASSESS, "decision_on": ended_on}
    if row["assessed"] == "N":
        facts["no_plan_notice_on"] = row["assessed_on"]
    return facts


def _exception(ground, starts_on, ends_on):
    rule = clock.GROUNDS[ground]
    return clock.LimitException(rule.limits, ground, rule.reason_code, starts_on, ends_on)


def _advice(service, asked_on, received_on):
    return clock.AdviceRequest(codes.AdviceService(service).label, asked_on, received_on)


def _first(steps, wanted):
    """The first day of a kind of step, or None."""
    return next((on for kind, on, _ in steps if kind == wanted), None)


def _consultations(steps):
    """Each setting that was consulted, with the first answer after it that has the same note."""
    answers = [(on, note) for kind, on, note in steps if kind == codes.StepKind.CONSULTATION_ANSWERED]
    for kind, on, note in steps:
        if kind == codes.StepKind.CONSULTATION_SENT:
            answer = next((a for a in answers if a[0] >= on and a[1] == note), None)
            if answer:
                answers.remove(answer)
            yield clock.Consultation(note, on, answer and answer[0])


def _reviews(row, recorded):
    """Reviews by their meeting; one recorded here counts before the same one of the return.

    The return says neither the day of the final amended plan nor that there was none. Its "amend" is therefore left
    out: else every amendment of past years would be overdue for ever.
    """
    meeting_on, decided_on = row["review_meeting_on"], row["decided_on"]
    found = {}
    if decided_on and meeting_on and decided_on < meeting_on:
        found = {decided_on: _Review(None, decided_on), meeting_on: _Review(meeting_on, None)}
    elif meeting_on or decided_on:
        found = {meeting_on or decided_on: _Review(meeting_on, decided_on)}
    for on, decided, outcome, *later in recorded:
        known = REVIEW_OUTCOMES.get(outcome)
        found[on] = _Review(on, decided or (on in found and found[on].decided_on) or None, known, *later)
    return [found[on] for on in sorted(found)]


def _review_dates(reviews):
    """The newest review, or the one before it whose amendments are not finished while the newest is not decided; and
    the decision from which the next year counts."""
    if not reviews:
        return {}
    newest = reviews[-1]
    if newest.decided_on is None and len(reviews) > 1 and reviews[-2].is_amending:
        newest = reviews[-2]
    decided = [review.decided_on for review in reviews if review.decided_on]
    return {
        "last_review_on": max(decided, default=None),
        "review_meeting_on": newest.meeting_on,
        "review_decision_on": newest.decided_on,
        "review_outcome": newest.outcome,
        "amendment_notice_on": newest.notice_on,
        "amended_final_on": newest.final_on,
        "not_amending_on": newest.not_amending_on,
        "review_papers_on": newest.papers_on,
        "review_report_on": newest.report_on,
    }


def _transfer(row, recorded):
    """The latest move recorded here, else that of the return, whose due day tells which kind it is."""
    if recorded:
        kind, transfer_on, final_on = recorded[-1]
        return clock.PhaseTransfer(TRANSFERS[kind], transfer_on, final_on)
    due_on = row["transfer_due_on"]
    if due_on is None:
        return None
    if (due_on.month, due_on.day) == (3, 31):
        return clock.PhaseTransfer(clock.TransferKind.SECONDARY_TO_POST_16, due_on, row["transfer_final_on"])
    if (due_on.month, due_on.day) == (2, 15):
        return clock.PhaseTransfer(clock.TransferKind.OTHER_PHASE, due_on, row["transfer_final_on"])
    return clock.PhaseTransfer(clock.TransferKind.BETWEEN_POST_16, add_months(due_on, 5), row["transfer_final_on"])


def _dispute(row, kind, started_on, against, notified_on, is_placement_only, *days):
    """A dispute that is not over. What was decided, and when the family was told, follow from the records where the
    team did not say it."""
    declined_on, held_on, mediation_ended_on, certificate_on, response_on, conceded_on, told_on = days
    decision, told_of_it_on = _disputed(row)
    facts = {"certificate_on": certificate_on, "conceded_on": conceded_on, "told_will_assess_on": told_on}
    if kind == codes.DisputeKind.APPEAL:
        facts |= {"appeal_on": started_on, "response_on": response_on}
    else:
        facts |= {"contact_on": started_on, "declined_on": declined_on, "mediation_on": held_on}
        facts |= {"mediation_asked_on": None if declined_on else started_on, "mediation_ended_on": mediation_ended_on}
    return clock.Dispute(
        clock.DisputeKind(against) if against else decision,
        notified_on or told_of_it_on or started_on,
        is_placement_only,
        **facts,
    )


def _disputed(row):
    if row["first_on"]:
        return clock.DisputeKind.CONTENT, row["first_on"]
    if row["assessed"] == "N":
        return clock.DisputeKind.NO_PLAN, row["assessed_on"]
    return clock.DisputeKind.REFUSED_TO_ASSESS, row["outcome_on"]
