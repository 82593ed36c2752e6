"""Challenges to a rating, on the page of the action."""

from apps.board import permissions, rounds
from apps.core.dates import today
from apps.plans.beside import beside_action
from apps.plans.permissions import works_on


@beside_action
def challenges(user, action, on):
    """Challenges made by a date, and whether this person may make or answer one; for those who take part in rounds."""
    if not permissions.sees_round(user):
        return None
    rows = permissions.visible_challenges(user).filter(action=action, effective_on__lte=on)
    found = rounds.with_answers(rows)
    is_today = on == today()
    waiting = is_today and any(row.answer is None for row in found)
    context = {
        "challenges": found,
        "may_challenge": is_today and permissions.can_challenge(user, action),
        "may_answer": waiting and works_on(user, action),
        "user": user,
    }
    return "board/challenges_of_action.html", context
