"""Background work on measures."""

from apps.caseload.mode import can_edit_records
from apps.core.access import WEB_CASES, assume
from apps.core.dates import today
from apps.core.jobs import daily, job
from apps.measures.computing import compute_newest


@job("measures.compute")
def compute_measures(progress):
    """Work out the measures anew after a load of case records, which asks for this by the job's name."""
    assume(WEB_CASES)
    compute_newest(latest=today())


@daily("measures.compute_live")
def compute_for_the_day(progress, on):
    """In live mode no load asks for the measures: work them out once a day."""
    if can_edit_records():
        assume(WEB_CASES)
        compute_newest(latest=today())
