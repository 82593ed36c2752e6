"""What a meeting's page, its pack and other papers read of a meeting; each function asks a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Min, Prefetch, Q, Window
from django.db.models.functions import RowNumber

from apps.accounts.models import Post
from apps.board.models import (
    Challenge,
    ChallengeAnswer,
    Chase,
    Decision,
    Declaration,
    LoggedAction,
    LogNote,
    Meeting,
    Paper,
    Question,
    QuestionAnswer,
    QuestionRuling,
    SignOff,
)
from apps.plans.codes import ActionState
from apps.plans.legend import thresholds
from apps.plans.models import Standing, Strand
from apps.plans.strands import strand_pictures

# How many actions of a post the round names; all are counted.
NAMED = 5


@dataclass(frozen=True)
class Item:
    """An agenda item with its number on the agenda, its papers and what was decided on it."""

    number: int
    item: object
    papers: tuple
    decisions: tuple


def agenda_of(meeting, public_only=False):
    """``[Item]`` in the order of the agenda; ``public_only`` leaves out papers that are not public."""
    papers, decisions = _by_item(papers_of(meeting, public_only)), _by_item(decisions_of(meeting))
    items = meeting.items.select_related("presenter").order_by("position", "pk")
    return [
        Item(number, item, tuple(papers[item.pk]), tuple(decisions[item.pk])) for number, item in enumerate(items, 1)
    ]


def _by_item(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.agenda_item_id].append(row)
    return found


def papers_of(meeting, public_only=False):
    """The papers that stand, those of the agenda's items in its order."""
    rows = Paper.objects.standing().filter(meeting=meeting).select_related("meeting", "agenda_item", "corrects")
    rows = rows.filter(is_public=True) if public_only else rows
    return list(rows.order_by(F("agenda_item__position").asc(nulls_last=True), "title", "pk"))


def decisions_of(meeting):
    """The decisions that stand, in the order of the agenda; ``corrects`` is the earlier wording where there was one."""
    rows = Decision.objects.standing().filter(meeting=meeting).select_related("agenda_item", "corrects__voided_by")
    return list(rows.order_by(F("agenda_item__position").asc(nulls_last=True), "pk"))


def declarations_of(meeting):
    """The declarations of interest that stand, as they were made."""
    rows = Declaration.objects.standing().filter(meeting=meeting).select_related("agenda_item")
    return list(rows.order_by("effective_on", "pk"))


@dataclass(frozen=True)
class Asked:
    """A question with the ruling on it, if there is one, and its answers."""

    question: Question
    ruling: QuestionRuling | None
    answers: tuple

    @property
    def is_refused(self):
        return self.ruling is not None and not self.ruling.is_accepted

    @property
    def waits_for_ruling(self):
        """It came late and nobody has said whether it is taken."""
        return self.question.is_late and self.ruling is None


def questions_of(meeting):
    """``[Asked]`` as they were asked."""
    rows = Question.objects.standing().filter(meeting=meeting).select_related("meeting", "agenda_item")
    rows = rows.prefetch_related(
        Prefetch("answers", QuestionAnswer.objects.standing(), to_attr="given"),
        Prefetch("rulings", QuestionRuling.objects.standing(), to_attr="ruled"),
    )
    ordered = rows.order_by("effective_on", "recorded_at", "pk")
    return [Asked(row, row.ruled[-1] if row.ruled else None, tuple(row.given)) for row in ordered]


@dataclass(frozen=True)
class LogEntry:
    """A logged action as it stood on a day; ``due_on`` is the date then agreed, ``notes`` are oldest first."""

    action: LoggedAction
    on: date
    notes: tuple

    @property
    def due_on(self):
        return next((note.due_on for note in reversed(self.notes) if note.due_on), self.action.due_on)

    @property
    def done_on(self):
        """The day on which it was done, unless a later note goes on with it."""
        return self.notes[-1].effective_on if self.notes and self.notes[-1].is_done else None

    @property
    def is_done(self):
        return self.done_on is not None

    @property
    def days_overdue(self):
        """Calendar days past the date agreed; 0 where it is done or not late."""
        return 0 if self.is_done else max(0, (self.on - self.due_on).days)

    @property
    def is_overdue(self):
        return self.days_overdue > 0


def log_of(body, on):
    """Every ``LogEntry`` of a body's log that had been raised by a day, done ones too; two queries."""
    rows = LoggedAction.objects.as_at(on).filter(meeting__body__iexact=body)
    rows = rows.select_related("meeting", "agenda_item", "owner__organisation")
    rows = rows.prefetch_related(
        Prefetch("notes", LogNote.objects.as_at(on).order_by("effective_on", "recorded_at", "pk"), to_attr="notes_then")
    )
    return [LogEntry(row, on, tuple(row.notes_then)) for row in rows.order_by("effective_on", "pk")]


def open_log(body, on):
    """``[LogEntry]`` of what a body's log still held open by the end of a day, the earliest due first."""
    waiting = [entry for entry in log_of(body, on) if not entry.is_done]
    return sorted(waiting, key=lambda entry: (entry.due_on, entry.action.pk))


def log_at(meeting, on):
    """``[LogEntry]`` that came before a meeting: all that was open, and what was done since the meeting before it."""
    day = min(on, meeting.held_on)
    before = Meeting.objects.of(meeting.body).last_before(meeting.held_on)
    entries = [entry for entry in log_of(meeting.body, day) if _comes_before(entry, before)]
    return sorted(entries, key=lambda entry: (entry.is_done, entry.due_on, entry.action.pk))


def _comes_before(entry, meeting_before):
    return not entry.is_done or meeting_before is None or entry.done_on > meeting_before.held_on


@dataclass(frozen=True)
class Signature:
    """What one accountable post of a strand signed; ``sign_off`` is None while it has not."""

    post: Post
    sign_off: SignOff | None


@dataclass(frozen=True)
class SignedStrand:
    """A strand, how it stands, and who of its accountable posts has signed."""

    strand: Strand
    picture: object
    signatures: tuple

    @property
    def signed(self):
        """The newest signature; None where nobody has signed."""
        given = [signature.sign_off for signature in self.signatures if signature.sign_off]
        return max(given, key=lambda row: (row.effective_on, row.recorded_at), default=None)

    @property
    def missing(self):
        """The accountable posts that have not signed."""
        return [signature.post for signature in self.signatures if signature.sign_off is None]

    @property
    def has_changed(self):
        """Whether the strand is now rated otherwise than it was signed for."""
        newest = self.signed
        return newest is not None and (newest.rating, newest.rule_rating) != (
            self.picture.rating,
            self.picture.rule.rating,
        )


def signoffs_of(meeting, on=None, plans=None):
    """``[SignedStrand]`` of the strands that have actions in open plans, or in ``plans``.

    They stand as by the end of ``on``; without it, of the day of the meeting.
    """
    day = on or meeting.held_on
    strands = Strand.objects.filter(plan__closed_on__isnull=True, actions__isnull=False).distinct()
    strands = strands if plans is None else strands.filter(plan__in=plans)
    strands = strands.select_related(
        "plan", "accountable_council__organisation", "accountable_icb__organisation"
    ).order_by("plan__starts_on", "plan", "position", "reference_key")
    shown = list(strands)
    pictures = strand_pictures(shown, [day], thresholds(day))[day]
    newest = {(row.strand_id, row.post_id): row for row in SignOff.objects.standing().filter(meeting=meeting)}
    return [
        SignedStrand(
            strand,
            pictures[strand.pk],
            tuple(
                Signature(post, newest.get((strand.pk, post.pk)))
                for post in (strand.accountable_council, strand.accountable_icb)
                if post
            ),
        )
        for strand in shown
    ]


@dataclass(frozen=True)
class Challenged:
    """A challenge and its answer, None while nobody has answered."""

    challenge: Challenge
    answer: ChallengeAnswer | None


def with_answers(challenges):
    """``[Challenged]`` of a queryset of challenges, those that wait first; two queries."""
    rows = challenges.select_related("action__strand", "action__plan", "meeting")
    rows = rows.prefetch_related(Prefetch("answers", ChallengeAnswer.objects.standing(), to_attr="given"))
    found = [Challenged(row, row.given[0] if row.given else None) for row in rows.order_by("effective_on", "pk")]
    return sorted(found, key=lambda row: row.answer is not None)


def unanswered(challenges):
    """Narrows a queryset of challenges to those that wait for an answer."""
    return challenges.exclude(pk__in=ChallengeAnswer.objects.standing().values("challenge"))


def challenges_of(meeting):
    """``[Challenged]`` that were made in the round of a meeting, those that wait for an answer first."""
    return with_answers(Challenge.objects.standing().filter(meeting=meeting))


@dataclass
class Owed:
    """What one lead post has not reported; ``post`` is None for actions that nobody leads.

    ``oldest`` is the earliest day since which one of them is silent.
    """

    post: Post | None
    count: int
    never: int
    oldest: date | None
    actions: list = field(default_factory=list)
    chase: Chase | None = None

    @property
    def holder(self):
        return self.post.holder if self.post else None


@dataclass(frozen=True)
class Round:
    """The reporting round of a meeting as it stood on a day; ``since`` is the day of the meeting before it, or None.

    ``owed`` lists lead posts, those that owe most first; ``reported`` of ``expected`` actions have a report.
    """

    meeting: Meeting
    since: date | None
    on: date
    expected: int
    reported: int
    owed: list

    @property
    def missing(self):
        return self.expected - self.reported


def reported_round(meeting, on=None, plans=None):
    """Which open, begun actions of open plans have no report since the last meeting of the body, by lead post.

    ``on`` is the day on which it is asked, without it the day of the meeting; ``plans`` narrows the plans. The number
    of queries does not depend on the number of actions.
    """
    on = on or meeting.held_on
    since = since_of(meeting)
    standings, silent = _begun(on, plans), _silent(since)
    counted = standings.aggregate(expected=Count("pk"), missing=Count("pk", filter=silent))
    return Round(
        meeting, since, on, counted["expected"], counted["expected"] - counted["missing"],
        _owed(standings.filter(silent), meeting),
    )  # fmt: skip


def since_of(meeting):
    """The day of the body's meeting before a meeting; None where it is the first."""
    before = Meeting.objects.of(meeting.body).last_before(meeting.held_on)
    return before.held_on if before else None


def owed_by(holder, meeting, on, plans=None):
    """How many actions that the holder's posts lead have no report since the last meeting; each counts once."""
    silent = _begun(on, plans).filter(_silent(since_of(meeting)), action__action_leads__post__holder=holder)
    return silent.values("action").distinct().count()


def _silent(since):
    return Q(updated_on__isnull=True) | Q(updated_on__lt=since) if since else Q(updated_on__isnull=True)


def _begun(on, plans):
    rows = Standing.objects.on(on).owed().filter(state=ActionState.OPEN)
    rows = rows.filter(Q(action__start_on__isnull=True) | Q(action__start_on__lte=on))
    return rows if plans is None else rows.filter(action__plan__in=plans)


LEAD = "action__action_leads__post"


def _owed(standings, meeting):
    counted = standings.values(LEAD).annotate(
        count=Count("pk"), never=Count("pk", filter=Q(updated_on__isnull=True)), oldest=Min("touched_on")
    )
    groups = {row[LEAD]: Owed(None, row["count"], row["never"], row["oldest"]) for row in counted}
    posts = Post.objects.select_related("holder", "organisation").in_bulk([key for key in groups if key])
    newest = {row.holder_id: row for row in meeting.chases.order_by("chased_on", "pk")}
    for key, group in groups.items():
        group.post = posts.get(key)
        group.chase = newest.get(group.post.holder_id) if group.post else None
    for row in _named(standings):
        groups[row.lead].actions.append(row)
    return sorted(groups.values(), key=lambda group: (-group.count, group.post.title if group.post else ""))


def _named(standings):
    """The longest silent actions of each post, at most ``NAMED`` of each."""
    place = Window(RowNumber(), partition_by=F(LEAD), order_by=[F("touched_on").asc(), F("action_id").asc()])
    rows = standings.annotate(lead=F(LEAD), place=place).filter(place__lte=NAMED)
    return rows.select_related("action").order_by("lead", "place")
