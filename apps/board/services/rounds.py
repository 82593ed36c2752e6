"""The reporting round: reminding, challenging, answering and signing."""

from django.db import transaction

from apps.accounts.titles import title_of
from apps.board.models import Challenge, ChallengeAnswer, Chase, SignOff
from apps.board.rounds import next_board, owed_by, reported_round
from apps.board.services.meetings import made_before, open_meeting
from apps.core.changes import Refused, locked
from apps.core.jobs import enqueue
from apps.core.once import refusing
from apps.plans.codes import CLOSED_STATES
from apps.plans.legend import thresholds
from apps.plans.models import Action
from apps.plans.strands import strand_pictures

TODAY_ALREADY = Refused("They were already reminded today.")


@transaction.atomic
def chase(*, meeting, by, on, posts, plans=None):
    """Remind the holders of posts of what all their posts have not reported; ``[Chase]``, one e-mail each.

    Who was reminded today already, holds nothing or owes nothing is left out.
    """
    meeting = open_meeting(meeting)
    groups = [group for group in reported_round(meeting, on, plans).owed if group.holder]
    wanted = {group.holder for group in groups if group.post.pk in {post.pk for post in posts}}
    reminded = set(Chase.objects.filter(chased_on=on, holder__in=wanted).values_list("holder", flat=True))
    made = []
    for holder in sorted(wanted, key=lambda person: person.pk):
        if holder.pk in reminded or not holder.is_active:
            continue
        count = owed_by(holder, meeting, on, plans)
        with refusing("board_chase_once_a_day", TODAY_ALREADY):
            row = Chase.objects.create(meeting=meeting, holder=holder, action_count=count, chased_on=on, chased_by=by)
        enqueue("board.send_chase", by=by, chase=row.pk)
        made.append(row)
    return made


@transaction.atomic
def challenge_rating(*, action, by, on, words, token=None):
    """Doubt the rating of an action; it belongs to the round of the next Board meeting."""
    existing = made_before(Challenge, token)
    if existing:
        return existing
    action = locked(action, related=("plan",))
    if action.plan.closed_on or action.state in CLOSED_STATES:
        raise Refused(f"{action.reference} is closed, so that its rating is not doubted any more.")
    return Challenge.objects.create(
        action=action,
        meeting=next_board(on),
        recorded_by=by,
        effective_on=on,
        words=words,
        rating=action.rating,
        token=token,
        author_title=title_of(by, action),
    )


@transaction.atomic
def answer_challenge(*, challenge, by, on, is_changed, words, token=None):
    """Keep the rating, or say that a report has changed it; somebody other than the person who challenged answers."""
    existing = made_before(ChallengeAnswer, token)
    if existing:
        return existing
    action = locked(Action.objects.get(pk=challenge.action_id))
    if challenge.recorded_by_id == by.pk:
        raise Refused("Somebody other than the person who challenged the rating answers.")
    if ChallengeAnswer.objects.standing().filter(challenge=challenge).exists():
        raise Refused("This challenge was already answered.")
    if is_changed and action.rating == challenge.rating:
        raise Refused("Report the new rating first: the action is still rated as it was.", "is_changed")
    if not is_changed and action.rating != challenge.rating:
        raise Refused("The rating is no longer the one that was challenged: say that it was changed.", "is_changed")
    return ChallengeAnswer.objects.create(
        challenge=challenge,
        recorded_by=by,
        effective_on=on,
        is_changed=is_changed,
        words=words,
        rating=action.rating,
        token=token,
        author_title=title_of(by, action),
    )


@transaction.atomic
def sign_off(*, meeting, strand, post, by, on, seen, note="", token=None):
    """Sign for a strand as it stands: ``seen`` are its officer's rating and its actions' as the form showed them.

    A later signature of the same post takes the place of this one.
    """
    existing = made_before(SignOff, token)
    if existing:
        return existing
    meeting, strand = open_meeting(meeting), locked(strand)
    if post.pk not in (strand.accountable_council_id, strand.accountable_icb_id) or post.holder_id != by.pk:
        raise Refused("Only who holds an accountable post of this part of the plan signs for it.")
    picture = strand_pictures([strand], [on], thresholds(on))[on][strand.pk]
    if (picture.rating, picture.rule.rating) != tuple(seen):
        raise Refused("The rating has changed since this page was opened. Look at it, then sign again.")
    for row in SignOff.objects.standing().filter(meeting=meeting, strand=strand, post=post):
        SignOff.objects.create(
            meeting=meeting,
            strand=strand,
            post=post,
            recorded_by=by,
            effective_on=on,
            voids=row,
            void_reason="Signed anew.",
        )
    return SignOff.objects.create(
        meeting=meeting,
        strand=strand,
        post=post,
        recorded_by=by,
        effective_on=on,
        rating=picture.rating,
        rule_rating=picture.rule.rating,
        note=note,
        token=token,
        author_title=post.title,
    )
