"""Where a case stands on a date, and the points of a line that shows it against the 20 weeks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from apps.caseload.clock import limits
from apps.caseload.clock.days import has_come
from apps.caseload.clock.deadlines import deadlines
from apps.caseload.clock.facts import Decision, ReviewOutcome


class Stage(StrEnum):
    """Where a case stands; ``STAGE_WORDS`` says it as pages do."""

    NOT_RECEIVED = "not_received"
    REQUESTED = "requested"
    DECIDING = "deciding"
    ASSESSING = "assessing"
    DRAFTING = "drafting"
    ISSUED = "issued"
    REVIEWING = "reviewing"
    AMENDING = "amending"
    CEASING = "ceasing"
    CEASED = "ceased"
    REFUSED = "refused"
    NO_PLAN = "no_plan"
    WITHDRAWN = "withdrawn"


STAGE_WORDS = {
    Stage.NOT_RECEIVED: "No request received",
    Stage.REQUESTED: "Request received",
    Stage.DECIDING: "Deciding whether to assess",
    Stage.ASSESSING: "Assessing",
    Stage.DRAFTING: "Draft plan sent",
    Stage.ISSUED: "Plan in force",
    Stage.REVIEWING: "Deciding after the review",
    Stage.AMENDING: "Amending the plan",
    Stage.CEASING: "Plan to end, still in force",
    Stage.CEASED: "Plan ended",
    Stage.REFUSED: "Assessment refused",
    Stage.NO_PLAN: "Assessed, no plan issued",
    Stage.WITHDRAWN: "Withdrawn",
}


def stage(facts, on):
    """Where the case stands on a date.

    The request is being decided from the day on which the family was invited to comment. A refusal counts until the
    council concedes the appeal or a draft or plan follows; the refusal itself stays in the facts.
    """
    if has_come(facts.ceased_on, on):
        return Stage.CEASED
    if has_come(facts.plan_made_on, on) or has_come(facts.final_on, on):
        return _stage_of_plan(facts, on)
    if has_come(facts.withdrawn_on, on):
        return Stage.WITHDRAWN
    return _stage_of_request(facts, on)


def _stage_of_plan(facts, on):
    meeting_on = facts.review_meeting_on
    decided = has_come(facts.review_decision_on, on)
    is_new_meeting = has_come(meeting_on, on)
    if is_new_meeting and not (decided and facts.review_decision_on >= meeting_on):
        return Stage.REVIEWING
    if decided and facts.review_outcome == ReviewOutcome.CEASE:
        return Stage.CEASING
    return Stage.AMENDING if _is_amending(facts, decided, on) else Stage.ISSUED


def _is_amending(facts, decided, on):
    has_notice = has_come(facts.amendment_notice_on, on)
    if not has_notice and not (decided and facts.review_outcome == ReviewOutcome.AMEND):
        return False
    since = facts.amendment_notice_on if has_notice else facts.review_decision_on
    is_done = any(has_come(day, on) and day >= since for day in (facts.amended_final_on, facts.not_amending_on))
    return not is_done


def _stage_of_request(facts, on):
    has_conceded = any(has_come(dispute.conceded_on, on) for dispute in facts.disputes)
    if has_come(facts.no_plan_notice_on, on) and not has_conceded:
        return Stage.NO_PLAN
    if has_come(facts.draft_on, on):
        return Stage.DRAFTING
    if has_come(facts.decision_on, on):
        refused = facts.decision == Decision.DO_NOT_ASSESS and not has_conceded
        return Stage.REFUSED if refused else Stage.ASSESSING
    if has_come(facts.comments_invited_on, on):
        return Stage.DECIDING
    return Stage.REQUESTED if has_come(facts.received_on, on) else Stage.NOT_RECEIVED


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """A point of the line: ``day`` and ``week`` count from receipt, of the actual date if there is one, else of the
    planned; ``state`` is a deadline's, or "start" or "today"."""

    week: int
    day: int
    label: str
    planned_on: date
    actual_on: date | None
    state: str


ON_TRACK = (limits.DECISION, limits.ADVICE, limits.DRAFT_TARGET, limits.NO_PLAN_NOTICE, limits.FINAL_PLAN)
TODAY, START = "today", "start"


def position_on_track(facts, on):
    """The points of a line from receipt to the final plan, in the order of their days; empty before receipt.

    The date asked for stands on it until a plan is issued or the case ends otherwise.
    """
    start = facts.received_on
    if not has_come(start, on):
        return []
    keys = {limit.key for limit in ON_TRACK}
    shown = [d for d in deadlines(facts, on) if d.key in keys]
    points = [_point(start, "Request received", start, start, START)]
    points += [_point(start, d.label, d.due_on, d.met_on, d.state(on)) for d in shown]
    if any(d.key == limits.FINAL_PLAN.key and d.met_on is None for d in shown):
        points.append(_point(start, "Today", on, on, TODAY))
    return sorted(points, key=lambda point: point.day)


def _point(start, label, planned_on, actual_on, state):
    day = ((actual_on or planned_on) - start).days
    return TrackPoint(day // 7, day, label, planned_on, actual_on, str(state))
