"""Background work on plans."""

from apps.core.jobs import job
from apps.plans.models import Action
from apps.plans.standing import refresh

BATCH = 500


@job("plans.refresh_all")
def refresh_all(progress):
    """Work out anew where every action stands, after the numbers of the rules have changed."""
    ids = list(Action.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        refresh(Action.objects.filter(pk__in=ids[start : start + BATCH]))
        progress(min(start + BATCH, len(ids)), len(ids))
