"""Who may see what advisers and inspectors wrote after an inspection."""

from apps.accounts.models import Role
from apps.inspections.models import Letter, MonitoringEvent

SEE_RESTRICTED = frozenset({Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.ADVISER})


def visible_events(user):
    """Restricted events are for administrators, programme managers and advisers."""
    if user.role is None:
        return MonitoringEvent.objects.none()
    if user.role in SEE_RESTRICTED:
        return MonitoringEvent.objects.all()
    return MonitoringEvent.objects.filter(is_restricted=False)


def visible_letters(user):
    if user.role in SEE_RESTRICTED:
        return Letter.objects.all()
    return Letter.objects.filter(is_restricted=False, event__in=visible_events(user))


def can_answer(user):
    """Who answers recommendations for the partnership."""
    return user.role in (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)
