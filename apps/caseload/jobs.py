"""Background work on cases."""

from apps.caseload.standing import refresh_passed
from apps.core.access import WEB_CASES, assume
from apps.core.jobs import daily


@daily("caseload.refresh_passed")
def refresh_for_the_day(progress, on):
    """Days pass in live mode: work out anew what was worked out for another day. In extract mode that is nothing."""
    assume(WEB_CASES)
    refresh_passed(progress)
