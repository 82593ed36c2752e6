"""Plans and their parts; what a WSoA item and a PIP action share exists once, here."""

from apps.plans.codes import ActionState, DecisionKind, Rating, RuleReason
from apps.plans.models.actions import Action, ActionChange, ActionDecision, ActionFinding, ActionLead
from apps.plans.models.filters import SavedFilter
from apps.plans.models.plans import Plan, PlanShare, PlanType, Publication, Strand, StrandKind, StrandRating
from apps.plans.models.progress import (
    Evidence,
    EvidenceErasure,
    EvidenceRelease,
    Extension,
    ExtensionDecision,
    Milestone,
    MilestoneChange,
    MilestoneCompletion,
    StatusUpdate,
)
from apps.plans.models.ratings import RatingShape, RatingWord, Standing, Thresholds

__all__ = [
    "Action",
    "ActionChange",
    "ActionDecision",
    "ActionFinding",
    "ActionLead",
    "ActionState",
    "DecisionKind",
    "Evidence",
    "EvidenceErasure",
    "EvidenceRelease",
    "Extension",
    "ExtensionDecision",
    "Milestone",
    "MilestoneChange",
    "MilestoneCompletion",
    "Plan",
    "PlanShare",
    "PlanType",
    "Publication",
    "Rating",
    "RatingShape",
    "RatingWord",
    "RuleReason",
    "SavedFilter",
    "Standing",
    "StatusUpdate",
    "Strand",
    "StrandKind",
    "StrandRating",
    "Thresholds",
]
