"""You said, we did: what families raised, what was answered, and where the promises stand that answer it."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, Q

from apps.accounts.models import Post
from apps.plans.codes import ActionState
from apps.plans.models.progress import newest_reports, words_for_families
from apps.plans.strands import is_late_by_first_date
from apps.voice.models import Answer, Place, Redaction, State
from apps.voice.permissions import visible_standings


@dataclass(frozen=True)
class LinkedPromise:
    """A promise that answers an issue, as families read of it."""

    standing: object
    words: str
    is_late: bool

    @property
    def action(self):
        return self.standing.action

    @property
    def leads(self):
        return [post.title for post in self.action.leads.all()]

    @property
    def is_kept(self):
        return self.standing.state == ActionState.ACCEPTED


@dataclass
class Raised:
    """An issue with its newest answer and the promises that this names, then the earlier answers."""

    issue: object
    answers: list
    promises: list = field(default_factory=list)
    marks: dict = field(default_factory=dict)

    @property
    def answer(self):
        return self.answers[0] if self.answers else None

    @property
    def earlier(self):
        return self.answers[1:]


def released_issues(issues, on):
    """Issues of released rounds that were raised by a date, the newest first."""
    issues = issues.filter(round__state=State.RELEASED, effective_on__lte=on)
    return issues.order_by("-effective_on", "-recorded_at", "-pk")


def unanswered(issues, on):
    """Issues that nobody had answered by a date."""
    return issues.exclude(Exists(Answer.objects.as_at(on).filter(issue=OuterRef("pk"))))


def raised(issues, user, on):
    """A ``Raised`` for each issue; a fixed number of queries. Promises that the reader may not see are left out."""
    answers = Answer.objects.as_at(on).latest_first().prefetch_related("actions")
    issues = issues.select_related("round__speaker", "finding")
    rows = list(issues.prefetch_related(Prefetch("answers", answers, to_attr="answered")))
    found = [Raised(row, row.answered) for row in rows]
    linked = {action.pk for one in found if one.answer for action in one.answer.actions.all()}
    promises = _promises(linked, user, on)
    marks = marks_of(
        (Place.ISSUE, [row.pk for row in rows]),
        (Place.ANSWER, [answer.pk for row in rows for answer in row.answered]),
        (Place.BROUGHT_BY, [row.round_id for row in rows]),
    )
    for one in found:
        named = [action.pk for action in one.answer.actions.all()] if one.answer else []
        one.promises = [promises[key] for key in named if key in promises]
        one.marks = marks
    return found


def _promises(keys, user, on):
    leads = Prefetch("action__leads", queryset=Post.objects.order_by("action_leads__pk"))
    standings = visible_standings(user, on).filter(action__in=keys).select_related("action__plan")
    newest = newest_reports(keys, on)
    words = words_for_families(newest, on)
    return {
        row.action_id: LinkedPromise(row, words.get(row.action_id, ""), is_late_by_first_date(row, on))
        for row in standings.prefetch_related(leads)
    }


def marks_of(*places):
    """``{(place, row): [Redaction]}`` of texts from which a personal detail was taken; one query."""
    wanted = Q(pk__in=())
    for place, keys in places:
        wanted |= Q(place=place, row__in=keys)
    found = {}
    for row in Redaction.objects.filter(wanted).order_by("recorded_at", "pk"):
        found.setdefault((row.place, row.row), []).append(row)
    return found
