"""What was promised to families, strand by strand, in the words that are meant for them."""

from dataclasses import dataclass, field

from django.db.models import F, Prefetch

from apps.accounts.models import Post
from apps.inspections.models import Judgement, Verdict
from apps.measures.pictures import Impact
from apps.plans.codes import CLOSED_STATES, DROPPED_STATES, ActionState, Rating
from apps.plans.models.progress import newest_reports, words_for_families
from apps.plans.strands import is_late_by_first_date
from apps.voice.reading import Lived


@dataclass
class OnePromise:
    """One promise on a date: where it stands, where it stood before, and the newest words for families."""

    standing: object
    before: object
    words: str
    is_late: bool
    is_coming: bool
    leads: tuple = ()

    @property
    def action(self):
        return self.standing.action

    @property
    def is_new(self):
        return self.before is None

    @property
    def rating_changed(self):
        """That somebody said for the first time that it has not begun is no change."""
        if self.before is None or self.before.rating == self.standing.rating:
            return False
        return (self.before.rating, self.standing.rating) != (None, Rating.NOT_STARTED)

    @property
    def days_later(self):
        """By how many calendar days its date moved later since; 0 where it did not."""
        if self.before is None or not (self.before.due_on and self.standing.due_on):
            return 0
        return max(0, (self.standing.due_on - self.before.due_on).days)

    @property
    def has_changed(self):
        return self.is_new or self.rating_changed or bool(self.days_later)

    @property
    def is_kept(self):
        return self.standing.state == ActionState.ACCEPTED


@dataclass
class Group:
    """One group of promises; ``reported`` counts those of which something was said since a day."""

    strand: object
    rows: list = field(default_factory=list)
    reported: int = 0
    without_words: int = 0
    impact: Impact = field(default_factory=lambda: Impact(()))
    lived: Lived = field(default_factory=Lived)
    judgements: list = field(default_factory=list)

    @property
    def kept(self):
        return [row for row in self.rows if row.is_kept]

    @property
    def late(self):
        return [row for row in self.rows if row.is_late and not row.is_kept]

    @property
    def changed(self):
        return [row for row in self.rows if row.has_changed]

    @property
    def titles(self):
        return [row.action.plain_title or row.action.title for row in self.rows]

    @property
    def is_unsaid(self):
        """That nobody has said of any of these promises how it goes."""
        return all(row.standing.rating is None for row in self.rows)

    @property
    def next(self):
        """The next promise that is due and not named as late already, or None; ``rows`` are in order of their dates."""
        return next((row for row in self.rows if row.is_coming and not row.is_late), None)


def promises(strands, standings, on, since):
    """One Group a strand, from the standings that hold on ``on`` beside those of ``since``; five queries."""
    groups = {strand.pk: Group(strand) for strand in strands}
    inside = standings.filter(action__strand__in=groups)
    before = {row.action_id: row for row in inside.on(since)}
    leads = Prefetch("action__leads", queryset=Post.objects.order_by("action_leads__pk"))
    rows = inside.on(on).select_related("action").prefetch_related(leads)
    rows = list(rows.order_by("due_on", "action__reference_key"))
    newest = newest_reports([row.action_id for row in rows], on)
    words = words_for_families(newest, on)
    for row in rows:
        if row.state not in DROPPED_STATES:
            _add(
                groups[row.action.strand_id],
                row,
                before.get(row.action_id),
                newest.get(row.action_id),
                words,
                on,
                since,
            )
    return list(groups.values())


def add_judgements(groups, plan, on):
    """What inspectors judged, once the plan had begun, of the findings that each group answers; one query."""
    by_key = {group.strand.pk: group for group in groups}
    rows = Judgement.objects.as_at(on).filter(finding__strands__in=by_key, effective_on__gte=plan.starts_on)
    rows = rows.annotate(strand_id=F("finding__strands")).select_related("inspection")
    for row in rows.order_by("effective_on", "pk"):
        if row.strand_id in by_key:
            by_key[row.strand_id].judgements.append(row)
    return groups


def judged(groups):
    """How many parts inspectors judged sufficient and not, by the newest judgement of each, and when; else None."""
    newest = [group.judgements[-1] for group in groups if group.judgements]
    if not newest:
        return None
    sufficient = sum(row.verdict == Verdict.SUFFICIENT for row in newest)
    return {
        "sufficient": sufficient,
        "not_sufficient": len(newest) - sufficient,
        "on": max(row.effective_on for row in newest),
    }


def _add(group, standing, before, report, words_of, on, since):
    words = words_of.get(standing.action_id, "")
    is_coming = standing.state not in CLOSED_STATES and bool(standing.due_on) and standing.due_on >= on
    leads = tuple(post.title for post in standing.action.leads.all())
    group.rows.append(OnePromise(standing, before, words, is_late_by_first_date(standing, on), is_coming, leads))
    group.reported += bool(report) and report.effective_on > since
    group.without_words += bool(report) and not words
