"""Background work on measures."""

from apps.core.access import WEB_CASES, assume
from apps.core.dates import today
from apps.core.jobs import job
from apps.measures.computing import compute_newest


@job("measures.compute")
def compute_measures(progress):
    """Work out the measures anew after a load of case records, which asks for this by the job's name."""
    assume(WEB_CASES)
    compute_newest(latest=today())
