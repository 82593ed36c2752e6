"""Whether exceptions to the 20 weeks apply (Week20 of the return), from the exceptions that are recorded.

In extract mode the case system says so and its mark stands as it came. In live mode the recorded exceptions decide; a
plan that came with a load keeps the mark with which it came.
"""

from apps.caseload import clock
from apps.caseload.facts import facts_of
from apps.caseload.mode import can_edit_records
from apps.caseload.models import Assessment


def keep_week_20(request):
    """Mark the assessment of a request as its exceptions now stand; in extract mode nothing happens."""
    if not can_edit_records():
        return
    assessment = Assessment.objects.filter(request=request).exclude(plans__first_extract__isnull=False).first()
    if assessment is None:
        return
    applies = clock.is_plan_excused(facts_of([request])[request.pk])
    if assessment.has_exception != applies:
        assessment.has_exception = applies
        assessment.save(update_fields=["has_exception"])
