"""What every page shows around its own content."""

from django.conf import settings
from django.urls import reverse

from apps.accounts.models import Role
from apps.core.dates import as_at_problem, today

MY_ACTIONS = ("My actions", "dashboards:my-actions")
ACTIONS = ("All actions", "plans:action-list")
BOARD = ("Are we on track?", "dashboards:board")
FAMILIES = ("What was promised", "dashboards:families")
SAID = ("What families say", "voice:said")
ISSUES = ("You said, we did", "voice:issue-list")
FINDINGS = ("Findings", "dashboards:finding-list")
PLANS = ("Plans", "plans:plan-list")
MONITORING = ("Monitoring", "inspections:event-list")
MEETINGS = ("Meetings", "board:meeting-list")
RISKS = ("Risks", "board:risk-list")
PAPERS = ("Papers", "papers:paper-list")
MEASURES = ("Measures", "measures:measure-list")
NUMBERS = ("Numbers", "measures:benchmarks")
MY_CASES = ("My cases", "caseload:my-cases")
CASES = ("Cases", "caseload:case-list")
LOADS = ("Loads", "loads:list")
TO_CORRECT = ("To correct", "loads:queries")
COMING = ("What is coming", "caseload:forecast")
GLOSSARY = ("Words explained", "inspections:glossary")

SHEETS = ("Spreadsheets", "imports:list")
HAND_OVER = ("Leavers", "plans:hand-over")
ADMINISTRATION = ("Administration", "admin:index")

WAITING = ("Waiting", "plans:approvals")
OFFICER_PAGES = (MY_ACTIONS, WAITING, ACTIONS, BOARD, SAID, FINDINGS, PLANS, MEASURES, NUMBERS, MEETINGS, RISKS, PAPERS)
NAVIGATION = {
    Role.ADMINISTRATOR: (
        ACTIONS,
        BOARD,
        SAID,
        FINDINGS,
        PLANS,
        MEASURES,
        NUMBERS,
        MONITORING,
        MEETINGS,
        RISKS,
        PAPERS,
        SHEETS,
        HAND_OVER,
        ADMINISTRATION,
    ),
    Role.PROGRAMME_MANAGER: (
        WAITING,
        ACTIONS,
        BOARD,
        SAID,
        FINDINGS,
        PLANS,
        MEASURES,
        NUMBERS,
        MONITORING,
        MEETINGS,
        RISKS,
        PAPERS,
        SHEETS,
        HAND_OVER,
    ),
    Role.OFFICER: OFFICER_PAGES,
    Role.EHC_CASEWORKER: (MY_CASES, CASES, COMING, TO_CORRECT, *OFFICER_PAGES),
    Role.EHC_MANAGER: (CASES, COMING, LOADS, SHEETS, *OFFICER_PAGES),
    Role.DATA_OFFICER: (CASES, COMING, LOADS, SHEETS, *OFFICER_PAGES),
    Role.BOARD_MEMBER: (BOARD, SAID, FINDINGS, PLANS, ACTIONS, MEASURES, NUMBERS, MEETINGS, RISKS, PAPERS, GLOSSARY),
    Role.PARENT_REPRESENTATIVE: (FAMILIES, SAID, ISSUES, FINDINGS, PLANS, MEASURES, NUMBERS, PAPERS, GLOSSARY),
    Role.ADVISER: (BOARD, SAID, FINDINGS, PLANS, ACTIONS, MEASURES, NUMBERS, MONITORING, MEETINGS, RISKS, PAPERS),
    Role.SCRUTINY_MEMBER: (BOARD, SAID, FINDINGS, PLANS, ACTIONS, MEASURES, NUMBERS, RISKS, PAPERS, GLOSSARY),
}
# What a role needs least often stands under "More", so that its menu fits on one line of a screen 1,280 pixels wide.
FOLDED = {
    Role.ADMINISTRATOR: (MONITORING, SHEETS, HAND_OVER, ADMINISTRATION),
    Role.PROGRAMME_MANAGER: (MONITORING, SHEETS, HAND_OVER),
    Role.EHC_CASEWORKER: (SAID, MEASURES, NUMBERS, MEETINGS, RISKS, PAPERS),
    Role.EHC_MANAGER: (SAID, MEASURES, NUMBERS, MEETINGS, RISKS, PAPERS),
    Role.DATA_OFFICER: (SAID, FINDINGS, PLANS, MEETINGS, RISKS, PAPERS),
}


def page(request):
    """Navigation, who is signed in as what, and today's date, for the base template."""
    user = getattr(request, "user", None)
    acting = getattr(user, "acting", None)
    return {
        "today": today(),
        "nav": _navigation(request, acting) if acting else [],
        "who": f"{user.name}, {acting}" if acting else (user.name if user and user.is_authenticated else ""),
        "acting": acting,
        "memberships": getattr(request, "memberships", []),
        "is_demonstration_site": settings.DEMO,
        "prints_mail": settings.DEMO and settings.EMAIL_BACKEND.endswith("console.EmailBackend"),
        "contact": settings.CONTACT,
        "as_at_problem": as_at_problem(request),
        "known_then": getattr(request, "known_then", False),
    }


def _navigation(request, acting):
    """The pages of a role; current is the one whose address is the longest beginning of this page's."""
    folded = FOLDED.get(acting.role, ())
    entries = [
        {"label": entry[0], "url": reverse(entry[1]), "is_folded": entry in folded} for entry in NAVIGATION[acting.role]
    ]
    begun = [entry["url"] for entry in entries if request.path.startswith(entry["url"])]
    current = max(begun, key=len, default=None)
    return [entry | {"is_current": entry["url"] == current} for entry in entries]
