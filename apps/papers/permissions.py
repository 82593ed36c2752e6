"""Who may make, see and write papers.

A pack holds what officers wrote and the action log, so that it is for the partnership's own people; families and
scrutiny members get the frozen pack of a meeting that is open to the public.
"""

from apps.accounts.models import MANAGERS, OFFICERS
from apps.board.models import Meeting
from apps.papers.models import EditedReport, Pack
from apps.plans.permissions import INSIDERS, can_see_officers_words, visible_plans


def makes_packs(user):
    """Whoever reads the Board's papers may make a draft."""
    return user.role in INSIDERS


def visible_packs(user):
    """Frozen packs; of a plan that the person sees, and for others than insiders only of public meetings."""
    packs = Pack.objects.all() if user.role else Pack.objects.none()
    return packs if user.role in INSIDERS else packs.filter(meeting__is_public=True, plan__in=visible_plans(user))


def pack_meetings(user):
    """Meetings whose page of the pack the person may open."""
    if user.role in INSIDERS:
        return Meeting.objects.all()
    return Meeting.objects.filter(pk__in=visible_packs(user).values("meeting"))


def can_freeze(user):
    """Closing a meeting and so freezing its pack is for those who keep meetings."""
    return user.role in MANAGERS


def makes_reports(user):
    """Scrutiny reports and evidence packs quote officers' words, and are made for a plan that the person sees."""
    return can_see_officers_words(user)


def can_upload_reports(user):
    return user.role in OFFICERS


def visible_reports(user):
    """Edited reports; for families and Members those of public meetings."""
    reports = EditedReport.objects.standing() if user.role else EditedReport.objects.none()
    return reports if user.role in INSIDERS else reports.filter(meeting__is_public=True)


def can_evaluate(user):
    """Officers write what they say of a finding themselves."""
    return user.role in OFFICERS


def sees_evaluations(user):
    return user.role in INSIDERS
