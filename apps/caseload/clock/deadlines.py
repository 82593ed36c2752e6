"""Which limits apply to a case on a date, when each is due, and whether it was met.

A date asked for (``on``) decides which limits have begun and which are met; it never changes a due date. An exception
never moves a due date either: no regulation sets a new one, so the deadline carries the exception beside it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from apps.caseload.clock import limits
from apps.caseload.clock.days import add_days, add_months, add_working_days, has_come, next_working_day
from apps.caseload.clock.facts import DISPUTE_WORDS, Decision, DisputeKind, LimitException, ReviewOutcome, TransferKind
from apps.caseload.clock.limits import GROUNDS, Limit, Status, Whose

COUNCIL_ONLY = frozenset({Whose.COUNCIL})
ANYONE = frozenset(Whose)


class DeadlineState(StrEnum):
    """Where a deadline stands on a date."""

    MET = "met"
    MET_LATE = "met late"
    OPEN = "open"
    OVERDUE = "overdue"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit as it falls on one case; ``about`` says which service, setting or decision where there are several."""

    limit: Limit
    trigger_on: date
    due_on: date
    met_on: date | None = None
    about: str = ""
    exception: LimitException | None = None

    @property
    def key(self):
        return self.limit.key

    @property
    def label(self):
        return f"{self.limit.label}: {self.about}" if self.about else self.limit.label

    @property
    def needs(self):
        return self.limit.needs

    @property
    def regulation(self):
        return self.limit.regulation

    @property
    def status(self):
        """How sure we are of the limit: read, confirm with legal, or practice."""
        return self.limit.status

    @property
    def is_statutory(self):
        return self.limit.is_statutory

    @property
    def whose(self):
        return self.limit.whose

    @property
    def possible_exceptions(self):
        """The regulations under which the limit need not be met, each with the status of what we know of it."""
        return tuple(
            (regulation, GROUNDS[regulation].status if regulation in GROUNDS else Status.CONFIRM)
            for regulation in self.limit.may_be_excepted
        )

    @property
    def may_be_excepted(self):
        return bool(self.limit.may_be_excepted)

    @property
    def is_excused(self):
        """Whether an exception is recorded that touches the time the limit ran."""
        return self.exception is not None

    @property
    def is_met_late(self):
        return self.met_on is not None and self.met_on > self.due_on

    def is_met(self, on):
        return self.met_on is not None and self.met_on <= on

    def is_open(self, on):
        """Whether it can still be met: not met by then, and not a chance that ended with its day."""
        return not self.is_met(on) and not (self.limit.lapses and on > self.due_on)

    def is_overdue(self, on):
        """Whether the day has passed without what is needed, exception or not; the due day itself is in time."""
        return on > self.due_on and self.is_open(on)

    def days_left(self, on):
        """Calendar days to the due date, negative when it has passed; None once met."""
        return None if self.is_met(on) else (self.due_on - on).days

    def state(self, on):
        if self.is_met(on):
            return DeadlineState.MET_LATE if self.is_met_late else DeadlineState.MET
        if not self.is_open(on):
            return DeadlineState.LAPSED
        return DeadlineState.OVERDUE if on > self.due_on else DeadlineState.OPEN


def deadlines(facts, on):
    """Every deadline that applies to the case on a date, met and open, in the order in which they fall due."""
    found = [
        *_request(facts, on),
        *_assessment(facts, on),
        *_reviews(facts, on),
        *_amendments(facts, on),
        *_transfers(facts, on),
        *_move_in(facts, on),
    ]
    for dispute in facts.disputes:
        found += _mediation(dispute, on)
        found += _appeal(dispute, on)
        found += _conceded(facts, dispute, on)
    found.sort(key=lambda deadline: deadline.due_on)
    return found


def next_deadline(facts, on, whose=COUNCIL_ONLY):
    """The first open deadline that the law sets, overdue ones included, or None.

    Only the council's own, unless ``whose`` says otherwise (``ANYONE`` for all): a chance to appeal is no duty.
    """
    legal = (d for d in deadlines(facts, on) if d.is_statutory and d.whose in whose and d.is_open(on))
    return next(legal, None)


def plan_due_on(facts):
    """Day 140, or None for a case without a request."""
    return facts.received_on and add_days(facts.received_on, limits.FINAL_PLAN.days)


def is_plan_excused(facts):
    """Whether a recorded exception touches the 20 weeks, whatever became of the case."""
    return facts.received_on is not None and _exception(facts, limits.FINAL_PLAN, plan_due_on(facts)) is not None


def is_waiting_for_plan(facts, on):
    """Whether the 20-week clock runs on a date: requested, and neither a plan issued nor the case ended otherwise."""
    return has_come(facts.received_on, on) and not has_come(facts.final_on, on) and not _ended_without_plan(facts, on)


def _by(day, on):
    """The day if it has come, else None."""
    return day if day is not None and day <= on else None


def _by_since(day, start, on):
    """The day if it has come and is not from before the start: an older one belongs to an earlier review."""
    return day if day is not None and start <= day <= on else None


def _ended_without_plan(facts, on):
    return (
        has_come(facts.withdrawn_on, on)
        or has_come(facts.no_plan_notice_on, on)
        or (facts.decision == Decision.DO_NOT_ASSESS and has_come(facts.decision_on, on))
    )


def _counted(limit, trigger_on, met_on, about=""):
    """A deadline that is so many calendar days after its trigger (before it, where the limit counts back)."""
    return Deadline(limit, trigger_on, add_days(trigger_on, limit.days), met_on, about)


def _from_receipt(facts, limit, met_on):
    due_on = add_days(facts.received_on, limit.days)
    return Deadline(limit, facts.received_on, due_on, met_on, "", _exception(facts, limit, due_on))


def _exception(facts, limit, due_on):
    for exception in facts.exceptions:
        if exception.excuses(limit.key, facts.received_on, due_on):
            return exception
    return None


def _request(facts, on):
    if has_come(facts.comments_invited_on, on):
        yield _counted(limits.COMMENTS_ON_REQUEST, facts.comments_invited_on, _by(facts.comments_received_on, on))
    if has_come(facts.received_on, on):
        yield from _clock_from_receipt(facts, on)


def _clock_from_receipt(facts, on):
    decided_on, final_on = _by(facts.decision_on, on), _by(facts.final_on, on)
    notice_on, draft_on = _by(facts.no_plan_notice_on, on), _by(facts.draft_on, on)
    runs = not final_on and not _ended_without_plan(facts, on)
    is_refused = bool(decided_on) and facts.decision == Decision.DO_NOT_ASSESS
    if decided_on or runs:
        yield _from_receipt(facts, limits.DECISION, decided_on)
    if is_refused:
        return
    if notice_on or (runs and not draft_on):
        yield _from_receipt(facts, limits.NO_PLAN_NOTICE, notice_on)
    if draft_on or runs:
        yield _from_receipt(facts, limits.DRAFT_TARGET, draft_on)
    if runs or (final_on and not notice_on):
        yield _from_receipt(facts, limits.FINAL_PLAN, final_on)


def _assessment(facts, on):
    is_over = has_come(facts.final_on, on) or _ended_without_plan(facts, on)
    for request in facts.advice:
        received_on = _by(request.received_on, on)
        if has_come(request.asked_on, on) and (received_on or not is_over):
            yield _counted(limits.ADVICE, request.asked_on, received_on, request.service)
    if has_come(facts.draft_on, on):
        yield _counted(limits.DRAFT_COMMENTS, facts.draft_on, None)
    for consultation in facts.consultations:
        replied_on = _by(consultation.replied_on, on)
        if has_come(consultation.sent_on, on) and (replied_on or not is_over):
            yield _counted(limits.CONSULTATION, consultation.sent_on, replied_on, consultation.setting)


def _reviews(facts, on):
    has_ceased = has_come(facts.ceased_on, on)
    made_on = facts.plan_made_on or facts.final_on
    last_on, meeting_on = facts.last_review_on, facts.review_meeting_on
    decided_on = _by(facts.review_decision_on, on)
    if made_on and not last_on and has_come(made_on, on) and (decided_on or not has_ceased):
        yield Deadline(limits.FIRST_REVIEW, made_on, add_months(made_on, 12), decided_on)
    if has_come(last_on, on):
        met_on = decided_on if decided_on and decided_on > last_on else None
        if met_on or not has_ceased:
            yield Deadline(limits.NEXT_REVIEW, last_on, add_months(last_on, 12), met_on)
    if meeting_on:
        yield from _review_meeting(facts, meeting_on, has_ceased, on)


def _review_meeting(facts, meeting_on, has_ceased, on):
    """The steps around one meeting; those of the school matter no longer once the council has decided."""
    decided_on = _by_since(facts.review_decision_on, meeting_on, on)
    is_over = bool(decided_on) or has_ceased
    papers_on = _by(facts.review_papers_on, on)
    if papers_on or not is_over:
        yield _counted(limits.REVIEW_ADVICE, meeting_on, papers_on)
    if meeting_on > on:
        return
    report_on = _by_since(facts.review_report_on, meeting_on, on)
    if report_on or not is_over:
        yield _counted(limits.REVIEW_REPORT, meeting_on, report_on)
    if decided_on or not has_ceased:
        yield _counted(limits.REVIEW_DECISION, meeting_on, decided_on)


def _amendments(facts, on):
    notice_on, meeting_on = _by(facts.amendment_notice_on, on), _by(facts.review_meeting_on, on)
    stays_on = _by(facts.not_amending_on, on)
    is_over = bool(stays_on) or has_come(facts.ceased_on, on)
    if meeting_on and _will_amend(facts, meeting_on, notice_on, on):
        yield from _amendments_from_meeting(facts, meeting_on, notice_on, is_over, on)
    if notice_on:
        final_on = _by_since(facts.amended_final_on, notice_on, on)
        yield _counted(limits.AMENDMENT_COMMENTS, notice_on, None)
        if final_on or not is_over:
            yield _counted(limits.AMENDED_PLAN, notice_on, final_on)
        if stays_on or not (final_on or is_over):
            yield _counted(limits.NOT_AMENDING, notice_on, stays_on)


def _will_amend(facts, meeting_on, notice_on, on):
    decided = facts.review_outcome == ReviewOutcome.AMEND and _by_since(facts.review_decision_on, meeting_on, on)
    return bool(decided) or (notice_on is not None and notice_on >= meeting_on)


def _amendments_from_meeting(facts, meeting_on, notice_on, is_over, on):
    noticed_on = _by_since(notice_on, meeting_on, on)
    final_on = _by_since(facts.amended_final_on, meeting_on, on)
    if noticed_on or not (is_over or final_on):
        yield _counted(limits.AMENDMENT_NOTICE, meeting_on, noticed_on)
    if final_on or not is_over:
        yield _counted(limits.AMENDED_PLAN_FROM_MEETING, meeting_on, final_on)


def _transfers(facts, on):
    """The date by which the plan for the next phase must be issued; it applies from when the move is known."""
    transfer = facts.transfer
    if transfer is None:
        return
    final_on = _by(transfer.final_on, on)
    if final_on is None and has_come(facts.ceased_on, on):
        return
    day = transfer.transfer_on
    if transfer.kind == TransferKind.SECONDARY_TO_POST_16:
        yield Deadline(limits.TRANSFER_TO_POST_16, day, date(day.year, 3, 31), final_on)
    elif transfer.kind == TransferKind.BETWEEN_POST_16:
        yield Deadline(limits.TRANSFER_BETWEEN_POST_16, day, add_months(day, -5), final_on)
    else:
        yield Deadline(limits.TRANSFER_OTHER, day, date(day.year, 2, 15), final_on)


def _move_in(facts, on):
    move = facts.move_in
    if move is None:
        return
    if has_come(move.moved_on, on):
        by_notice = add_working_days(move.aware_on, limits.PLAN_TRANSFER.days) if move.aware_on else move.moved_on
        due_on = max(move.moved_on, by_notice)
        yield Deadline(limits.PLAN_TRANSFER, move.moved_on, due_on, _by(move.transferred_on, on))
    if has_come(move.transferred_on, on):
        yield _counted(limits.NEW_COUNCIL_TELLS, move.transferred_on, _by(move.family_told_on, on))


def _mediation(dispute, on):
    about = DISPUTE_WORDS[dispute.kind]
    if not dispute.is_placement_only and has_come(dispute.notified_on, on):
        due_on = add_months(dispute.notified_on, 2)
        yield Deadline(limits.MEDIATION_CONTACT, dispute.notified_on, due_on, _by(dispute.contact_on, on), about)
    if has_come(dispute.mediation_asked_on, on):
        yield _counted(limits.MEDIATION_ARRANGED, dispute.mediation_asked_on, _by(dispute.mediation_on, on), about)
    trigger_on = _certificate_trigger(dispute)
    if has_come(trigger_on, on):
        due_on = add_working_days(trigger_on, limits.MEDIATION_CERTIFICATE.days)
        yield Deadline(limits.MEDIATION_CERTIFICATE, trigger_on, due_on, _by(dispute.certificate_on, on), about)


def _certificate_trigger(dispute):
    """The day from which the certificate is due: declined, ended, or the 30th day without mediation; else None."""
    known_on = dispute.declined_on or dispute.mediation_ended_on
    if known_on or not dispute.mediation_asked_on:
        return known_on
    limit_on = add_days(dispute.mediation_asked_on, limits.MEDIATION_ARRANGED.days)
    was_arranged = dispute.mediation_on is not None and dispute.mediation_on <= limit_on
    return None if was_arranged else limit_on


def appeal_due_on(notified_on, certificate_on=None):
    """The last day to appeal: 2 months from the notice or 1 month from the certificate, whichever is later, and moved
    out of August and out of the days from 25 December to 1 January (IPSEA; confirm with legal)."""
    due_on = add_months(notified_on, 2)
    if certificate_on:
        due_on = max(due_on, add_months(certificate_on, 1))
    if due_on.month == 8:
        return next_working_day(date(due_on.year, 8, 31))
    if (due_on.month, due_on.day) >= (12, 25):
        return next_working_day(date(due_on.year + 1, 1, 1))
    return next_working_day(due_on) if (due_on.month, due_on.day) == (1, 1) else due_on


def _appeal(dispute, on):
    about = DISPUTE_WORDS[dispute.kind]
    appealed_on, is_conceded = _by(dispute.appeal_on, on), has_come(dispute.conceded_on, on)
    if has_come(dispute.notified_on, on) and (appealed_on or not is_conceded):
        due_on = appeal_due_on(dispute.notified_on, dispute.certificate_on)
        yield Deadline(limits.APPEAL, dispute.notified_on, due_on, appealed_on, about)
    if appealed_on:
        response_on = _by(dispute.response_on, on)
        if response_on or not is_conceded:
            due_on = add_working_days(appealed_on, limits.APPEAL_RESPONSE.days)
            yield Deadline(limits.APPEAL_RESPONSE, appealed_on, due_on, response_on, about)


def _conceded(facts, dispute, on):
    """The limits after conceding before the response; for other kinds of appeal none is known."""
    if not dispute.is_conceded_before_response or not has_come(dispute.conceded_on, on):
        return
    since, about = dispute.conceded_on, DISPUTE_WORDS[dispute.kind]
    if dispute.kind in (DisputeKind.CONTENT, DisputeKind.REFUSED_TO_AMEND):
        yield _counted(limits.CONCEDED_AMENDED, since, _by_since(facts.amended_final_on, since, on), about)
    elif dispute.kind == DisputeKind.REFUSED_TO_ASSESS:
        final_on = _by_since(facts.final_on, since, on)
        notice_on = _by_since(facts.no_plan_notice_on, since, on)
        yield _counted(limits.CONCEDED_ASSESS, since, _by_since(dispute.told_will_assess_on, since, on), about)
        if notice_on or not (final_on or _by_since(facts.draft_on, since, on)):
            yield _counted(limits.CONCEDED_NO_PLAN, since, notice_on, about)
        if final_on or not notice_on:
            yield _counted(limits.CONCEDED_FINAL, since, final_on, about)
