"""Cases: what the case system exports, and what the team adds here."""

from apps.caseload.models.extracts import Extract, ExtractFile, SetAside
from apps.caseload.models.listed import ListedCase, ListedStatus
from apps.caseload.models.records import (
    ActivePlan,
    Assessment,
    Child,
    NamedPlan,
    Need,
    Placement,
    PlanDetail,
    Request,
)
from apps.caseload.models.schools import School, SchoolRegister
from apps.caseload.models.standing import CaseStanding
from apps.caseload.models.trials import Trial, TrialFile, TrialProblem, TrialState
from apps.caseload.models.work import (
    AdviceRequest,
    Case,
    CaseClosure,
    Dispute,
    Feedback,
    PlanAudit,
    Review,
    StatutoryException,
    Step,
    Transfer,
    View,
)

__all__ = [
    "ActivePlan",
    "AdviceRequest",
    "Assessment",
    "Case",
    "CaseClosure",
    "CaseStanding",
    "Child",
    "Dispute",
    "Extract",
    "ExtractFile",
    "Feedback",
    "ListedCase",
    "ListedStatus",
    "NamedPlan",
    "Need",
    "Placement",
    "PlanAudit",
    "PlanDetail",
    "Request",
    "School",
    "SchoolRegister",
    "Review",
    "SetAside",
    "StatutoryException",
    "Step",
    "Transfer",
    "Trial",
    "TrialFile",
    "TrialProblem",
    "TrialState",
    "View",
]
