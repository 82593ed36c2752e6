"""Every request is one transaction under a database role, and says who is behind each change."""

import uuid

import pghistory.middleware
from django.db import transaction

from apps.core.access import WEB, assume
from apps.core.as_known import read_all


class RoleMiddleware:
    """One transaction a request, begun with the role that sees no child; undone whole when the request fails."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.has_failed = False
        with transaction.atomic():
            assume(WEB)
            response = self.get_response(request)
            if request.has_failed or response.status_code >= 500:
                transaction.set_rollback(True)
            elif getattr(request, "looks_back", False):
                read_all()
        return response

    def process_exception(self, request, exception):
        request.has_failed = True


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Adds who, in which role, where and in which request to every row of the history."""

    def get_context(self, request):
        acting = getattr(request.user, "acting", None)
        return super().get_context(request) | {
            "request": str(uuid.uuid4()),
            "membership": acting.pk if acting else None,
        }
