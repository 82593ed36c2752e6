"""Gives the signed-in person the membership that they act in."""

from apps.accounts.models import Membership
from apps.core.dates import today

SESSION_KEY = "acting_membership"


class ActingMiddleware:
    """Sets ``request.user.acting`` to the chosen membership, or to the first current one; None when there is none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.memberships = []
        if request.user.is_authenticated:
            current = Membership.objects.current(today()).filter(person=request.user)
            request.memberships = list(current.select_related("organisation").order_by("pk"))
            chosen = request.session.get(SESSION_KEY)
            acting = next((m for m in request.memberships if m.pk == chosen), None)
            request.user.act_as(acting or next(iter(request.memberships), None))
            if not request.memberships:
                later = Membership.objects.later(today()).filter(person=request.user)
                request.later_membership = later.select_related("organisation").first()
        return self.get_response(request)
