"""Who may see and change plans and their parts; the one place that answers.

Every view first narrows its rows with ``visible_…(user)`` (404 for the rest) and then asks ``can_…`` (403).
"""

from django.db.models import Exists, OuterRef, Q

from apps.accounts.models import MANAGERS, OFFICERS, Role
from apps.core.sheets import LANDINGS
from apps.plans.codes import CLOSED_STATES, ActionState
from apps.plans.models import Action, Evidence, EvidenceRelease, Extension, Plan, PlanShare, Standing, Strand

# The partnership's own people read plans that are not published yet; parents and scrutiny members do not.
INSIDERS = OFFICERS | {Role.BOARD_MEMBER, Role.ADVISER}


def visible_plans(user):
    """Published plans, plans shared with the person by name, and for insiders all."""
    if user.role is None:
        return Plan.objects.none()
    if user.role in INSIDERS:
        return Plan.objects.all()
    shared = PlanShare.objects.filter(plan=OuterRef("pk"), person=user)
    return Plan.objects.filter(Q(is_published=True) | Exists(shared))


def _within_visible(rows, user, path):
    if user.role in INSIDERS:
        return rows
    return rows.filter(**{f"{path}__in": visible_plans(user)})


def visible_strands(user):
    return _within_visible(Strand.objects.all(), user, "plan")


def visible_actions(user):
    return _within_visible(Action.objects.all(), user, "plan")


def visible_standings(user):
    return _within_visible(Standing.objects.all(), user, "action__plan")


def visible_extensions(user):
    return _within_visible(Extension.objects.standing(), user, "action__plan")


def visible_evidence(user, taken_back=False):
    """Officers see all evidence; others only what was released. ``taken_back`` adds what no longer counts."""
    rows = Evidence.objects.filter(voids__isnull=True) if taken_back else Evidence.objects.standing()
    evidence = _within_visible(rows, user, "action__plan")
    if user.role in OFFICERS:
        return evidence
    return evidence.filter(Exists(EvidenceRelease.objects.standing().filter(evidence=OuterRef("pk"))))


def mine(user):
    """Actions that the person leads or stands in for; may name an action twice, so ask for distinct ones."""
    return Q(leads__holder=user) | Q(deputy__holder=user)


def reportable_actions(user):
    """Actions that are not closed, of plans that are not."""
    return visible_actions(user).filter(plan__closed_on__isnull=True).exclude(state__in=CLOSED_STATES)


def can_report_on(user, actions):
    """The numbers of those actions of ``actions`` on which ``can_update`` lets a person report; one query."""
    rows = reportable_actions(user).filter(pk__in=actions)
    if user.role not in OFFICERS:
        return set()
    if not is_manager(user):
        rows = rows.filter(mine(user) | Q(accountable_council__holder=user) | Q(accountable_icb__holder=user))
    return set(rows.values_list("pk", flat=True))


def leads(user, action):
    """Whether the person holds a post that leads the action or is its deputy; one query."""
    return Action.objects.filter(mine(user), pk=action.pk).exists()


def answers_for(user, strand_or_action):
    """Whether the person holds the accountable post of the council or the ICB."""
    posts = {strand_or_action.accountable_council_id, strand_or_action.accountable_icb_id} - {None}
    return bool(posts) and user.posts.filter(pk__in=posts).exists()


def answered_for(user, path):
    """A filter: actions, or actions of strands, for which the person holds the accountable post."""
    query = Q()
    for owner in (path, f"{path}__strand"):
        query |= Q(**{f"{owner}__accountable_council__holder": user})
        query |= Q(**{f"{owner}__accountable_icb__holder": user})
    return query


def is_manager(user):
    return user.role in MANAGERS


def is_officer(user):
    return user.role in OFFICERS


def can_update(user, action):
    """Leads, their deputy and programme managers report on actions that are not closed."""
    if action.state in CLOSED_STATES or action.plan.closed_on or user.role not in OFFICERS:
        return False
    return is_manager(user) or leads(user, action) or answers_for(user, action)


def can_add_evidence(user, action):
    """As for reports; evidence may still be added to an action that is complete."""
    if action.state in (ActionState.WITHDRAWN, ActionState.MERGED, ActionState.REPLACED):
        return False
    if action.plan.closed_on or user.role not in OFFICERS:
        return False
    return is_manager(user) or leads(user, action) or answers_for(user, action)


def can_withdraw_evidence(user, evidence):
    """Whoever added it, and managers; also of an action that is complete."""
    return can_add_evidence(user, evidence.action) and (is_manager(user) or evidence.recorded_by_id == user.pk)


def can_erase_evidence(user):
    return is_manager(user)


def can_withdraw_extension(user, extension):
    """Only the person who asked for the new date."""
    return user.role in OFFICERS and extension.recorded_by_id == user.pk and not extension.action.plan.closed_on


def works_on(user, action):
    """Leads, their deputy, who answers for it, and managers; whatever state it is in."""
    return user.role in OFFICERS and (is_manager(user) or leads(user, action) or answers_for(user, action))


def decides_on(user, action):
    """A programme manager, or who answers for the action or its strand; whatever state it is in."""
    if user.role not in OFFICERS:
        return False
    return is_manager(user) or answers_for(user, action) or answers_for(user, action.strand)


def can_accept(user, action):
    """A programme manager or the accountable officer, and never the person who said that it is done."""
    if action.state != ActionState.SAID_DONE or action.plan.closed_on or user.role not in OFFICERS:
        return False
    said = action.decisions.standing().latest_first().first()
    if said is None or said.recorded_by_id == user.pk:
        return False
    return decides_on(user, action)


def can_decide_extension(user, extension):
    """A programme manager or the accountable officer, and never the person who asked."""
    if user.role not in OFFICERS or extension.recorded_by_id == user.pk:
        return False
    action = extension.action
    if action.plan.closed_on or action.state in CLOSED_STATES:
        return False
    return decides_on(user, action)


def can_rate_strand(user, strand):
    if strand.plan.closed_on or user.role not in OFFICERS:
        return False
    return is_manager(user) or answers_for(user, strand)


def can_edit_plans(user):
    return is_manager(user)


def can_load_tracker(user, plan):
    """Whether a spreadsheet of actions may be loaded into a plan, and so be exported for that."""
    landing = LANDINGS.get(plan.type.code)
    return plan.closed_on is None and landing is not None and landing.may_import(user)


def can_close(user, action):
    """Take an action out of the plan, or open it again."""
    return is_manager(user) and action.plan.closed_on is None


def can_see_officers_words(user):
    """Whether narrative written for the partnership is shown, beside the words for families."""
    return user.role in INSIDERS or user.role == Role.SCRUTINY_MEMBER
