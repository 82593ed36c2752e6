"""Who may see, make and open releases.

The information-governance lead has no role of their own yet: an EHC manager or an administrator stands in for them,
and never for what they have made themselves.
"""

from apps.accounts.models import Role
from apps.measures.models import Release, ReleaseState

CHILD_LEVEL = frozenset({Role.EHC_CASEWORKER, Role.EHC_MANAGER, Role.DATA_OFFICER})
MAKERS = frozenset({Role.DATA_OFFICER})
RELEASERS = frozenset({Role.EHC_MANAGER, Role.ADMINISTRATOR})


def visible_releases(user):
    """What is out, for everybody in a role; drafts for those who make and release them."""
    if user.role is None:
        return Release.objects.none()
    return Release.objects.all() if works_on_releases(user) else Release.objects.out()


def works_on_releases(user):
    return user.role in MAKERS | RELEASERS


def can_make(user):
    return user.role in MAKERS


def can_see_children(user):
    """Whether the numbers behind hidden cells of a draft may be shown."""
    return user.role in CHILD_LEVEL


def can_release(user, release):
    return user.role in RELEASERS and release.made_by_id != user.pk


def can_drop(user, release):
    return works_on_releases(user)


def can_correct(user, release):
    return can_make(user) and release.is_out


def can_withdraw(user, release):
    return user.role in RELEASERS


def can_set_threshold(user):
    return user.role == Role.ADMINISTRATOR


def offers(user, release):
    """``{what may be done with a release as it stands}``, for its buttons."""
    is_newest = not any(later.state != ReleaseState.DROPPED for later in release.corrections.all())
    return {
        "release": release.is_draft and can_release(user, release),
        "drop": release.is_draft and can_drop(user, release),
        "correct": can_correct(user, release) and is_newest,
        "withdraw": release.state == ReleaseState.RELEASED and can_withdraw(user, release),
    }
