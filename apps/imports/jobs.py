"""Uploaded files do not stay: the bytes go after a set time, and what nobody saved is thrown away."""

from datetime import date, timedelta

from apps.core.access import WEB_CASES, assume
from apps.core.jobs import daily
from apps.imports.models import SETTLED, Batch, BatchFile, BatchState, CaseFile, CaseRow, StagedRow

# Days after the upload; what was saved stays in the rows of the batch, so that it can still be taken back.
KEPT_DAYS = 90
WAITS_DAYS = 30


@daily("imports.remove_old")
def remove_old(progress, on):
    """Throw away what nobody saved for a month, and the bytes of files that were settled long ago."""
    assume(WEB_CASES)
    day = date.fromisoformat(on)
    waiting = Batch.objects.filter(
        state__in=(BatchState.READ, BatchState.ASKING, BatchState.REFUSED),
        uploaded_at__date__lt=day - timedelta(days=WAITS_DAYS),
    )
    keys = list(waiting.values_list("pk", flat=True))
    for model in (StagedRow, CaseRow, BatchFile, CaseFile):
        model.objects.filter(batch__in=keys).delete()
    for batch in Batch.objects.filter(pk__in=keys):
        batch.state = BatchState.DISCARDED
        batch.save()
    old = Batch.objects.filter(state__in=SETTLED, uploaded_at__date__lt=day - timedelta(days=KEPT_DAYS))
    for model in (BatchFile, CaseFile):
        model.objects.filter(batch__in=old).delete()
