"""The statutory clock: pure functions of the dates of one case, with no database and no reading of today's date."""

from apps.caseload.clock.deadlines import (
    ANYONE,
    COUNCIL_ONLY,
    Deadline,
    DeadlineState,
    deadlines,
    is_plan_excused,
    is_waiting_for_plan,
    next_deadline,
    plan_due_on,
)
from apps.caseload.clock.facts import (
    AdviceRequest,
    CaseFacts,
    Consultation,
    Decision,
    Dispute,
    DisputeKind,
    LimitException,
    MoveIn,
    PhaseTransfer,
    ReviewOutcome,
    TransferKind,
)
from apps.caseload.clock.limits import GROUNDS, LIMITS, Status, Whose
from apps.caseload.clock.outlook import backlog, forecast
from apps.caseload.clock.stages import STAGE_WORDS, Stage, position_on_track, stage

__all__ = [
    "ANYONE",
    "COUNCIL_ONLY",
    "GROUNDS",
    "LIMITS",
    "STAGE_WORDS",
    "AdviceRequest",
    "CaseFacts",
    "Consultation",
    "Deadline",
    "DeadlineState",
    "Decision",
    "Dispute",
    "DisputeKind",
    "LimitException",
    "MoveIn",
    "PhaseTransfer",
    "ReviewOutcome",
    "Stage",
    "Status",
    "TransferKind",
    "Whose",
    "backlog",
    "deadlines",
    "forecast",
    "is_plan_excused",
    "is_waiting_for_plan",
    "next_deadline",
    "plan_due_on",
    "position_on_track",
    "stage",
]
