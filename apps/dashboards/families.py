"""What was promised to families, strand by strand, in the words that are meant for them."""

from dataclasses import dataclass, field

from apps.plans.codes import CLOSED_STATES, DROPPED_STATES, ActionState
from apps.plans.models import StatusUpdate
from apps.plans.strands import is_late_by_first_date


@dataclass
class Promise:
    """One group of promises.

    ``changed`` are those that were reported on in words for families, or stand otherwise, since a day; ``unsaid``
    counts those that were reported on without a word for families; ``without_words`` those never put into such words.
    """

    strand: object
    promised: int = 0
    kept: list = field(default_factory=list)
    late: list = field(default_factory=list)
    coming: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    unsaid: int = 0
    without_words: int = 0

    @property
    def next(self):
        """The next promise that is due, or None."""
        return self.coming[0] if self.coming else None


def promises(strands, standings, on, since):
    """One Promise a strand, from standings that hold on ``on``; two queries."""
    groups = {strand.pk: Promise(strand) for strand in strands}
    rows = list(
        standings.on(on)
        .filter(
            action__strand__in=groups,
        )
        .select_related("action")
        .order_by("due_on", "action__reference_key")
    )
    words = latest_words([row.action_id for row in rows], on)
    for row in rows:
        if row.state not in DROPPED_STATES:
            _count(groups[row.action.strand_id], row, on, since, words.get(row.action_id))
    return list(groups.values())


def _count(promise, row, on, since, update):
    row.words = update.families_text if update else ""
    row.is_late = is_late_by_first_date(row, on)
    promise.promised += 1
    if row.state == ActionState.ACCEPTED:
        promise.kept.append(row)
    elif row.is_late:
        promise.late.append(row)
    if row.state not in CLOSED_STATES and row.due_on and row.due_on >= on:
        promise.coming.append(row)
    if update and update.effective_on >= since:
        if row.words or row.starts_on >= since:
            promise.changed.append(row)
        else:
            promise.unsaid += 1
    promise.without_words += bool(update) and not row.words


def latest_words(actions, on):
    """``{action id: newest StatusUpdate}`` that had taken effect by a date; one query."""
    rows = StatusUpdate.objects.as_at(on).filter(action__in=actions).order_by("effective_on", "recorded_at", "pk")
    return {row.action_id: row for row in rows}
