"""Who may see and change the risk register.

Officers keep it; Board members, advisers and scrutiny read it, scrutiny only of plans that it sees. It is no page for
parent representatives: they see what the Board decides to share with them.
"""

from apps.accounts.models import OFFICERS, Role
from apps.board.models import Risk
from apps.plans.permissions import can_edit_plans, visible_plans

READERS = OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER, Role.SCRUTINY_MEMBER}


def sees_risks(user):
    return user.role in READERS


def visible_risks(user):
    return Risk.objects.filter(plan__in=visible_plans(user)) if sees_risks(user) else Risk.objects.none()


def can_add_risks(user):
    return user.role in OFFICERS


def can_edit_risk(user, risk):
    """Risks of a closed plan stay as they were."""
    return user.role in OFFICERS and risk.plan.closed_on is None


def can_load_risks(user):
    """A whole register from a file is for programme managers and administrators."""
    return can_edit_plans(user)
