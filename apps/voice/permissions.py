"""Who may read, write and answer what families say; the one place that answers.

What is released is read by everybody who signs in. A draft is seen by those whose voice it is and by nobody else,
least of all an officer or an administrator. Demonstration people speak for demonstration voices only, and real people
for real ones, so that nothing made up is ever read as what families said.
"""

from django.db.models import Q

from apps.accounts.models import Role
from apps.plans import permissions as plans
from apps.plans.models import Action, Standing
from apps.voice.models import Answer, Issue, Place, ProposalAnswer, Round, Speaker, State, VoiceRating, WordingProposal

# Who brings what young people or a survey have said, whose voices do not sign in.
BRINGERS = frozenset({Role.PARENT_REPRESENTATIVE, Role.PROGRAMME_MANAGER})


def is_representative(user):
    return user.role == Role.PARENT_REPRESENTATIVE


def writable_speakers(user):
    """The voices for which a person may begin a round."""
    speakers = Speaker.objects.filter(is_demonstration=user.is_demonstration)
    if user.role not in BRINGERS:
        return speakers.none()
    own = Q(organisation=user.acting.organisation_id) if is_representative(user) else Q(pk__in=())
    return speakers.filter(own | Q(organisation__isnull=True))


def writable_drafts(user):
    """Drafts of the person's own organisation, and those that the person began for a voice that does not sign in."""
    drafts = Round.objects.filter(state=State.DRAFT, speaker__in=writable_speakers(user))
    return drafts.filter(Q(speaker__organisation__isnull=False) | Q(written_by=user))


def visible_rounds(user):
    """Released rounds, and the drafts that are the person's to write."""
    if user.role is None:
        return Round.objects.none()
    drafts = writable_drafts(user).values("pk")
    return Round.objects.filter(Q(state=State.RELEASED) | Q(pk__in=drafts))


def visible_issues(user):
    return Issue.objects.none() if user.role is None else Issue.objects.all()


def can_answer(user, speaker):
    """Officers answer; nothing made up answers what is real, and the other way round."""
    return plans.is_officer(user) and user.is_demonstration == speaker.is_demonstration


def answerable_actions(speaker):
    """Published actions of plans that are as real as the voice: what families may read of."""
    actions = Action.objects.filter(plan__is_published=True, plan__is_demonstration=speaker.is_demonstration)
    return actions.filter(plan__closed_on=None)


def visible_standings(user, on):
    return plans.visible_standings(user).on(on) if user.role else Standing.objects.none()


def can_propose(user, action):
    """Representatives propose words for promises of plans that are open and published."""
    is_open = action.plan.is_published and action.plan.closed_on is None
    return is_representative(user) and is_open and user.is_demonstration == action.plan.is_demonstration


def visible_proposals(user):
    """Officers see all proposals, representatives those of their own organisation."""
    if plans.is_officer(user):
        return WordingProposal.objects.all()
    if is_representative(user):
        return WordingProposal.objects.filter(organisation=user.acting.organisation_id)
    return WordingProposal.objects.none()


def can_answer_proposal(user, proposal):
    """Whoever may report on the action."""
    is_ours = user.is_demonstration == proposal.action.plan.is_demonstration
    return is_ours and plans.can_update(user, proposal.action)


# Personal details.

MODELS = {
    Place.COMMENT: (VoiceRating, "comment", "round__speaker"),
    Place.ISSUE: (Issue, "words", "round__speaker"),
    Place.BROUGHT_BY: (Round, "brought_by", "speaker"),
    Place.ANSWER: (Answer, "text", "issue__round__speaker"),
    Place.WORDING: (WordingProposal, "wording", "organisation"),
    Place.REASON: (ProposalAnswer, "reason", "proposal__organisation"),
}


def visible_texts(user, place):
    """The rows whose text the person reads at a place."""
    model = MODELS[place][0]
    if place == Place.WORDING:
        return visible_proposals(user)
    if place == Place.REASON:
        return ProposalAnswer.objects.filter(proposal__in=visible_proposals(user))
    return model.objects.filter(state=State.RELEASED) if model is Round else model.objects.all()


def can_take_out(user, place, row):
    """Administrators, and those whose voice it is."""
    if user.role == Role.ADMINISTRATOR:
        return True
    if not is_representative(user):
        return False
    if place in (Place.WORDING, Place.REASON):
        organisation = row.organisation_id if place == Place.WORDING else row.proposal.organisation_id
        return organisation == user.acting.organisation_id
    return writable_speakers(user).filter(pk=speaker_of(row).pk).exists()


def speaker_of(row):
    """Hides queries unless the round and its speaker were selected with the row."""
    if isinstance(row, Round):
        return row.speaker
    return row.round.speaker if hasattr(row, "round_id") else row.issue.round.speaker
