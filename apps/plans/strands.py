"""How strands stand on a date: the accountable officer's rating beside what the actions say."""

from dataclasses import dataclass, field

from apps.plans.codes import DROPPED_STATES, ActionState, Rating, is_greener
from apps.plans.models import Standing, StrandRating
from apps.plans.rules import roll_up


@dataclass
class StrandPicture:
    """One strand on one date; ``standings`` carry their actions, in the order of the references."""

    strand: object
    on: object
    officer: StrandRating | None
    rule: object
    standings: list = field(default_factory=list)

    @property
    def rating(self):
        """The accountable officer's rating, or None where nobody has given one."""
        return self.officer.rating if self.officer else None

    @property
    def shown(self):
        """What a page shows first: the officer's rating, else the rule's (and says which)."""
        return self.rating or self.rule.rating

    @property
    def differs(self):
        return bool(self.rating and self.rule.rating and self.rating != self.rule.rating)

    @property
    def is_greener(self):
        return is_greener(self.rating, self.rule.rating)

    @property
    def live(self):
        """Actions that still count as promises."""
        return [s for s in self.standings if s.state not in DROPPED_STATES]

    @property
    def complete(self):
        return [s for s in self.live if s.state == ActionState.ACCEPTED]

    @property
    def late_by_first_date(self):
        return [s for s in self.live if is_late_by_first_date(s, self.on)]

    def rated(self, code):
        """Live actions with this officer's rating; None picks those not reported."""
        return [s for s in self.live if s.rating == code]


def is_late_by_first_date(standing, on):
    """As ``StandingQuerySet.late_by_first_date``, for one row in hand: no new date takes this away."""
    first = standing.action.original_due_on
    if first is None or first >= on:
        return False
    if standing.finished_on:
        return standing.finished_on > first
    return not standing.is_plan_closed


def strand_pictures(strands, on, limits):
    """The picture of each strand on a date, in three queries whatever their number; ``limits`` are the Thresholds."""
    strands = list(strands)
    standings = (
        Standing.objects.on(on)
        .filter(action__strand__in=strands)
        .select_related("action")
        .order_by("action__reference_key", "action_id")
    )
    by_strand = {strand.pk: [] for strand in strands}
    for standing in standings:
        by_strand[standing.action.strand_id].append(standing)
    officers = latest_strand_ratings(strands, on)
    shares = limits.strand_off_track_share, limits.strand_at_risk_share
    return [
        StrandPicture(strand, on, officers.get(strand.pk), roll_up(by_strand[strand.pk], *shares), by_strand[strand.pk])
        for strand in strands
    ]


def latest_strand_ratings(strands, on):
    """``{strand id: StrandRating}`` of the newest rating that had taken effect by a date; one query."""
    rows = StrandRating.objects.as_at(on).filter(strand__in=strands).order_by("effective_on", "recorded_at", "pk")
    return {row.strand_id: row for row in rows}


def counts(pictures):
    """Live actions by officer's rating over several strands, with "not reported" under None."""
    total = dict.fromkeys([*Rating.values, None], 0)
    for picture in pictures:
        for standing in picture.live:
            total[standing.rating] += 1
    return total
