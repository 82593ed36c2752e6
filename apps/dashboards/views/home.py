"""The first page of each role."""

from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.core.sign_in import signed_in

FIRST_PAGES = {
    Role.ADMINISTRATOR: "plans:action-list",
    Role.PROGRAMME_MANAGER: "plans:approvals",
    Role.EHC_CASEWORKER: "caseload:my-cases",
    Role.EHC_MANAGER: "caseload:case-list",
    Role.DATA_OFFICER: "loads:list",
    Role.BOARD_MEMBER: "dashboards:board",
    Role.ADVISER: "dashboards:board",
    Role.SCRUTINY_MEMBER: "dashboards:board",
    Role.PARENT_REPRESENTATIVE: "dashboards:families",
}


@require_safe
@signed_in
def home(request):
    return redirect(FIRST_PAGES.get(request.user.role, "dashboards:my-actions"))
