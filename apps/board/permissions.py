"""Who may see and change meetings, reporting rounds and the risk register.

Everybody who signs in sees meetings, agendas, public papers, questions and decisions. The partnership's own people also
see papers that are not public, declarations and action logs. Managers keep the records; Members and representatives
ask questions.

Officers keep the risk register; Board members, advisers and scrutiny read it, scrutiny only of plans that it sees. It
is no page for parent representatives: they see what the Board decides to share with them.
"""

from apps.accounts.models import MANAGERS, OFFICERS, Role
from apps.board.models import Asker, Challenge, Paper, Risk
from apps.plans.codes import CLOSED_STATES
from apps.plans.permissions import INSIDERS, can_edit_plans, visible_actions, visible_plans, works_on

READERS = OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER, Role.SCRUTINY_MEMBER}
ASKS_AS = {
    Role.PARENT_REPRESENTATIVE: Asker.REPRESENTATIVE,
    Role.SCRUTINY_MEMBER: Asker.MEMBER,
    Role.BOARD_MEMBER: Asker.MEMBER,
}
# Officers see their own part of a round; Board members what they challenged, and who has signed.
OF_ROUND = OFFICERS | {Role.BOARD_MEMBER}


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


def keeps_meetings(user):
    return user.role in MANAGERS


def sees_records(user):
    """Papers that are not public, declarations of interest and action logs."""
    return user.role in INSIDERS


def visible_papers(user):
    """Those that stand; what is not public only for the partnership's own people."""
    papers = Paper.objects.standing()
    return papers if sees_records(user) else papers.filter(is_public=True)


def can_ask(user, meeting, on):
    """Members and representatives until the deadline; managers pass questions on until the record is closed."""
    if keeps_meetings(user):
        return not meeting.is_closed
    return user.role in ASKS_AS and meeting.takes_questions(on)


def sees_round(user):
    return user.role in OF_ROUND


def can_challenge(user, action):
    """A manager or a Board member, while the action and its plan are open."""
    if action.state in CLOSED_STATES or action.plan.closed_on:
        return False
    return keeps_meetings(user) or user.role == Role.BOARD_MEMBER


def visible_challenges(user):
    """Challenges are for those who take part in rounds, of actions that they see."""
    if not sees_round(user):
        return Challenge.objects.none()
    return Challenge.objects.standing().filter(action__in=visible_actions(user))


def can_answer(user, challenge):
    """Whoever works on the action, and never the person who challenged."""
    return challenge.recorded_by_id != user.pk and works_on(user, challenge.action)


def post_that_signs(user, strand):
    """The accountable post of a strand that the person holds, the council's first; None where they hold neither."""
    if user.role not in OFFICERS:
        return None
    posts = (strand.accountable_council, strand.accountable_icb)
    return next((post for post in posts if post and post.holder_id == user.pk), None)
