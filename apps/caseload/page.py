"""All that the page of one case shows, gathered in a fixed number of queries."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from apps.caseload import clock, codes, models
from apps.caseload.facts import facts_of
from apps.caseload.mode import can_edit_records
from apps.caseload.records import data_queries
from apps.caseload.track import STATES, track_of

ENDED_WITHOUT_DAY = "The records do not say on which day it ended; the last day known stands in its place."
EXCEPTION_WITHOUT_GROUND = "The return says that an exception to the 20 weeks applies. It does not say on which ground."
EXCEPTION_NOT_IN_RETURN = (
    "An exception to the 20 weeks is recorded here, and the newest extract does not mark one. Figures without "
    "exceptions follow the extract and count this case: mark it in the case system."
)
AMENDMENT_NOT_FOLLOWED = (
    "The return does not say when an amended plan was sent. The limits after an amendment are counted from reviews "
    "recorded here."
)

NO_REVIEW = "The records name no review of this plan. If one was held, add it where the records are kept."


@dataclass(frozen=True)
class Shown:
    """A deadline on the clock's day, in words and with its shape."""

    deadline: object
    shape: str
    words: str
    days_left: int | None

    @property
    def is_overdue(self):
        return self.words == STATES[clock.DeadlineState.OVERDUE][1]

    @property
    def needs_confirming(self):
        return self.deadline.status == clock.Status.CONFIRM


@dataclass
class CasePage:
    """One case: what the clock says, its records, what the team added, and what must be corrected at source."""

    request: object
    stage: str
    next: Shown | None
    deadlines: list
    track: object
    plans: list
    placements: list
    needs: list
    active: object
    assessment: object
    exceptions: list
    advice: list
    steps: list
    reviews: list
    transfers: list
    disputes: list
    feedback: list
    audits: list
    queries: list
    notes: list = field(default_factory=list)


def case_page(request, now):
    """The page of a request (read with its child, case and assessment) as the clock ``now`` stands."""
    facts = facts_of([request])[request.pk]
    found = [_shown(deadline, now.day) for deadline in clock.deadlines(facts, now.day)]
    following = None if request.missing_since_id or request.is_taken_back else clock.next_deadline(facts, now.day)
    assessment, active = _counting(request, "assessment"), _counting(request, "active_plan")
    return CasePage(
        request=request,
        stage=clock.STAGE_WORDS[clock.stage(facts, now.day)],
        next=_shown(following, now.day) if following else None,
        deadlines=found,
        track=track_of(clock.position_on_track(facts, now.day)),
        plans=_plans(request),
        placements=list(active.placements.select_related("missing_since")) if active else [],
        needs=list(active.needs.select_related("missing_since")) if active else [],
        active=active,
        assessment=assessment,
        exceptions=list(request.exceptions.select_related("authorised_by")),
        advice=list(request.advice.all()),
        steps=list(request.steps.all()),
        reviews=list(request.reviews.all()),
        transfers=list(request.transfers.all()),
        disputes=list(request.disputes.all()),
        feedback=list(request.feedback.all()),
        audits=list(request.audits.all()),
        queries=data_queries(request.pk, now.extract_id),
        notes=list(_notes(request, assessment, active, facts)),
    )


def _shown(deadline, day):
    shape, words = STATES[deadline.state(day)]
    return Shown(deadline, shape, words, deadline.days_left(day))


def _counting(request, name):
    """The one assessment or active plan of a request; None where it was taken back."""
    row = getattr(request, name, None)
    return None if row is None or row.is_taken_back else row


def _plans(request):
    """All plans of the case, those taken back among them."""
    details = Prefetch("details", models.PlanDetail.objects.select_related("missing_since"))
    plans = models.NamedPlan.objects.filter(assessment__request=request).select_related("missing_since", "assessment")
    return list(plans.prefetch_related(details))


def _notes(request, assessment, active, facts):
    """What the records do not say, where the page would else mislead."""
    last = assessment or request
    if last.outcome in ("W", "N") and not last.outcome_on and not request.outcome_on:
        yield ENDED_WITHOUT_DAY
    is_excused = clock.is_plan_excused(facts)
    if assessment and assessment.has_exception and not is_excused:
        yield EXCEPTION_WITHOUT_GROUND
    if assessment and is_excused and not assessment.has_exception and not can_edit_records():
        yield EXCEPTION_NOT_IN_RETURN
    if active and active.amended_draft_on:
        yield AMENDMENT_NOT_FOLLOWED
    if facts.plan_made_on and not facts.ceased_on and not (facts.last_review_on or facts.review_meeting_on):
        yield NO_REVIEW


def setting_words(place):
    """Where a child is educated, in words."""
    if place.urn:
        return f"School, URN {place.urn}"
    if place.ukprn:
        return f"College or provider, UKPRN {place.ukprn}"
    label = place.get_setting_display() or "Not recorded"
    return f"{label}: {place.setting_other}" if place.setting_other else label


def review_outcome_words(value):
    """The outcome of the return's review as it came: its letters were not found in public sources."""
    return dict(codes.ReviewOutcome.choices).get(value, f"“{value}” in the return" if value else "")
