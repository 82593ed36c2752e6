"""What the clock is told of one case: dates and decisions, no names and no rules but those of the exceptions.

Every date is the day on which something happened or, for a meeting or a transfer, will happen; None means that it has
not happened or is not known. Whoever fills in the facts may leave out everything that the case does not have.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from apps.caseload.clock.limits import GROUNDS

FOUR_WEEKS = 28


class Decision(StrEnum):
    """The answer to a request."""

    ASSESS = "assess"
    DO_NOT_ASSESS = "do_not_assess"


class ReviewOutcome(StrEnum):
    """The decision after a review."""

    KEEP = "keep"
    AMEND = "amend"
    CEASE = "cease"


class TransferKind(StrEnum):
    """Which move between phases; reg 18 sets a date for each."""

    SECONDARY_TO_POST_16 = "secondary_to_post_16"
    OTHER_PHASE = "other_phase"
    BETWEEN_POST_16 = "between_post_16"


class DisputeKind(StrEnum):
    """What the family may appeal against."""

    REFUSED_TO_ASSESS = "refused_to_assess"
    NO_PLAN = "no_plan"
    CONTENT = "content"
    REFUSED_TO_REASSESS = "refused_to_reassess"
    REFUSED_TO_AMEND = "refused_to_amend"
    CEASING = "ceasing"


DISPUTE_WORDS = {
    DisputeKind.REFUSED_TO_ASSESS: "refusal to assess",
    DisputeKind.NO_PLAN: "refusal to issue a plan",
    DisputeKind.CONTENT: "content of the plan (sections B, F, I)",
    DisputeKind.REFUSED_TO_REASSESS: "refusal to re-assess",
    DisputeKind.REFUSED_TO_AMEND: "refusal to amend",
    DisputeKind.CEASING: "ceasing the plan",
}


@dataclass(frozen=True, slots=True)
class LimitException:
    """A recorded exception: which limits it concerns (keys), on which ground, from when to when.

    For a closure the dates are the first and the last day closed. Raises ValueError for whatever is not a ground of
    reg 10(4) or 5(4), such as staff shortage, and for a limit that the ground does not cover.
    """

    limits: frozenset[str]
    regulation: str
    reason_code: str
    starts_on: date
    ends_on: date | None = None

    def __post_init__(self):
        ground = GROUNDS.get(self.regulation)
        if ground is None or self.reason_code != ground.reason_code:
            raise ValueError(
                f"“{self.reason_code}” under “{self.regulation}” is not an exception in the regulations; "
                "shortage of staff never is one."
            )
        if not self.limits or not frozenset(self.limits) <= ground.limits:
            raise ValueError(f"Regulation {self.regulation} covers only: {', '.join(sorted(ground.limits))}.")
        if self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("An exception can't end before it starts.")

    @property
    def ground(self):
        return GROUNDS[self.regulation]

    @property
    def is_long_enough(self):
        """Whether it lasts the 4 continuous weeks that its ground asks for; one without an end is taken to."""
        if not self.ground.lasts_four_weeks or self.ends_on is None:
            return True
        return (self.ends_on - self.starts_on).days + 1 >= FOUR_WEEKS

    @property
    def advice_window(self):
        """First and last day on which advice must have been asked for a closure to count; None for other grounds."""
        if not self.ground.is_closure:
            return None
        # The day of reopening is the day after the last day closed.
        last = self.ends_on - timedelta(days=6) if self.ends_on else None
        return self.starts_on - timedelta(days=7), last

    def excuses(self, key, trigger_on, due_on):
        """Whether it touches the time that a limit ran; what began after the limit had passed explains nothing."""
        return (
            key in self.limits
            and self.starts_on <= due_on
            and (self.ends_on is None or self.ends_on >= trigger_on)
            and self.is_long_enough
        )


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """Advice asked of a service for the assessment."""

    service: str
    asked_on: date
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consultation:
    """A school or setting asked whether it can be named in the plan."""

    setting: str
    sent_on: date
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhaseTransfer:
    """A move to the next phase; ``final_on`` is the day on which the plan for it was issued."""

    kind: TransferKind
    transfer_on: date
    final_on: date | None = None


@dataclass(frozen=True, slots=True)
class MoveIn:
    """A child with a plan who moves here from another council."""

    moved_on: date
    aware_on: date | None = None
    transferred_on: date | None = None
    family_told_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """An appealable decision and what the family and the council did about it."""

    kind: DisputeKind
    notified_on: date
    is_placement_only: bool = False
    contact_on: date | None = None
    declined_on: date | None = None
    mediation_asked_on: date | None = None
    mediation_on: date | None = None
    mediation_ended_on: date | None = None
    certificate_on: date | None = None
    appeal_on: date | None = None
    response_on: date | None = None
    conceded_on: date | None = None
    told_will_assess_on: date | None = None

    @property
    def is_conceded_before_response(self):
        return self.conceded_on is not None and (self.response_on is None or self.conceded_on < self.response_on)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """All that the clock looks at. ``received_on`` is day 0; a case known only by its plan has none.

    ``last_review_on`` is the day on which the council wrote with its decision on the review before the one that
    ``review_meeting_on`` and the dates after it speak of, or on that one (then the next year counts from it).
    """

    reference: str = ""
    received_on: date | None = None
    comments_invited_on: date | None = None
    comments_received_on: date | None = None
    decision_on: date | None = None
    decision: Decision | None = None
    exceptions: tuple[LimitException, ...] = ()
    advice: tuple[AdviceRequest, ...] = ()
    draft_on: date | None = None
    consultations: tuple[Consultation, ...] = ()
    final_on: date | None = None
    no_plan_notice_on: date | None = None
    withdrawn_on: date | None = None
    plan_made_on: date | None = None
    ceased_on: date | None = None
    last_review_on: date | None = None
    review_papers_on: date | None = None
    review_meeting_on: date | None = None
    review_report_on: date | None = None
    review_decision_on: date | None = None
    review_outcome: ReviewOutcome | None = None
    amendment_notice_on: date | None = None
    not_amending_on: date | None = None
    amended_final_on: date | None = None
    transfer: PhaseTransfer | None = None
    move_in: MoveIn | None = None
    disputes: tuple[Dispute, ...] = ()
