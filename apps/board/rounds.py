"""The reporting round before a meeting as it is read: who owes reports, what was challenged, who has signed."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Min, Prefetch, Q, Window
from django.db.models.functions import RowNumber

from apps.accounts.models import Post
from apps.board.models import Challenge, ChallengeAnswer, Chase, Meeting, SignOff
from apps.board.models.meetings import BOARD
from apps.plans.codes import ActionState
from apps.plans.legend import thresholds
from apps.plans.models import Standing, Strand
from apps.plans.strands import strand_pictures

# How many actions of a post the round names; all are counted.
NAMED = 5


def next_board(on):
    """The meeting whose round runs: the Board's next; where none is planned, the next of any body."""
    coming = Meeting.objects.filter(closed_at=None)
    return coming.of(BOARD).next_after(on) or coming.next_after(on)


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


def waiting_for(user):
    """How many challenges wait for an answer of somebody whose posts lead, stand in for or answer for the action."""
    posts = user.posts.values("pk")
    concerned = (
        Q(action__leads__in=posts)
        | Q(action__deputy__in=posts)
        | Q(action__accountable_council__in=posts)
        | Q(action__accountable_icb__in=posts)
    )
    rows = unanswered(Challenge.objects.standing()).filter(concerned).exclude(recorded_by=user)
    return rows.values("pk").distinct().count()


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
