"""What changes the shape of plans: plans, strands, actions and who leads them; each change with its reason.

As in ``services``: one transaction, the row locked, where actions stand worked out anew.
"""

import pghistory
from django.db import transaction
from django.db.models import F, ProtectedError, Q, Value
from django.db.models.functions import Greatest

from apps.accounts.models import Membership, OrganisationKind, Post, Role
from apps.core.once import refusing
from apps.core.words import joined, plural
from apps.plans.models import ActionFinding, ActionLead, PlanShare, Strand
from apps.plans.models.actions import EDITED_IN_PLACE
from apps.plans.references import sort_key
from apps.plans.services import Refused, locked
from apps.plans.standing import refresh

# The reason that stands in the history of what is deleted.
MISTAKE = "Added by mistake."
PLAN_FIELDS = ("type", "name", "inspection", "starts_on", "closed_on", "closed_reason", "note")
STRAND_FIELDS = ("kind", *Strand.edited_in_place)
ACTION_FIELDS = (*EDITED_IN_PLACE, "is_critical", "start_on")


# Who may answer for a strand or an action where.
ACCOUNTABLE_KINDS = {
    "accountable_council": (OrganisationKind.COUNCIL, "Choose a post of the council."),
    "accountable_icb": (OrganisationKind.HEALTH, "Choose a post of the NHS."),
}


def _require_accountable(row, fields):
    """Whoever is named newly to answer for it at the council is of a council, and at the NHS of the NHS."""
    for name, (kind, message) in ACCOUNTABLE_KINDS.items():
        post = fields.get(name)
        if post and post.pk != getattr(row, f"{name}_id") and post.organisation.kind != kind:
            raise Refused(message, name)


@transaction.atomic
def save_plan(*, plan, reason, version=None, **fields):
    """Add or change a plan; closing one ends what the dates say of its actions."""
    plan = _locked_if_there(plan, version)
    twice = Refused("There is already a plan with this name.", "name")
    with refusing("plans_plan_name_once", twice), pghistory.context(reason=reason):
        _assign(plan, PLAN_FIELDS, fields)
        plan.save()
        refresh(plan.actions.all())
    return plan


@transaction.atomic
def save_life_cycle(*, row, reason, version=None, **fields):
    """Change the dates of a plan's life cycle, which stand in a row of its kind; the plan's version guards them."""
    plan = locked(row.plan, version)
    plan.version += 1
    with pghistory.context(reason=reason):
        _assign(row, fields, fields)
        row.save()
        plan.save()
    return plan


@transaction.atomic
def delete_plan(*, plan, version=None):
    """Remove a plan that was added by mistake; Refused once it has a part or was ever published."""
    plan = _locked_whole(plan, version)
    refusal = Refused("A plan that has parts or dates of its own, or was ever published, is not deleted: close it.")
    if plan.is_published:
        raise refusal
    plan.shares.all().delete()
    _delete(plan, refusal)


@transaction.atomic
def delete_strand(*, strand, version=None):
    """Remove a part that was added by mistake; Refused once anything hangs on it, or its plan is published."""
    strand = _locked_whole(strand, version)
    if strand.plan.is_published:
        raise Refused("A part of a published plan is not deleted.")
    _delete(strand, Refused("A part that something belongs to is not deleted."))


def _locked_whole(row, version):
    """As ``locked``, and nothing new can point to the row until the end of the transaction."""
    type(row).objects.select_for_update().get(pk=row.pk)
    return locked(row, version)


def _delete(row, refusal):
    """Whatever hangs on the row protects it; the refusal names it."""
    try:
        with transaction.atomic(), pghistory.context(reason=MISTAKE):
            row.delete()
    except ProtectedError as protected:
        raise Refused(f"{refusal.message} {_hanging(protected.protected_objects)}") from None


def _hanging(rows):
    """What hangs on a row, each kind with its number, and by its references where it has some."""
    kinds = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    said = []
    for kind, found in kinds.items():
        names = (
            str(name).removeprefix("strand ") for name in (kind._meta.verbose_name, kind._meta.verbose_name_plural)
        )
        # On pages a strand is called a part.
        names = [name.replace("strand", "part") for name in names]
        references = joined(sorted((row.reference for row in found if hasattr(row, "reference")), key=sort_key))
        said.append(f"{plural(len(found), *names)}{f' ({references})' if references else ''}")
    return f"To this one belong: {joined(sorted(said))}."


@transaction.atomic
def save_strand(*, strand, reason, findings=(), version=None, **fields):
    """Add or change a strand; its reference is unique in its plan, whatever the capitals."""
    strand = _locked_if_there(strand, version)
    _require_accountable(strand, fields)
    twice = Refused("This plan already has a part with this reference.", "reference")
    with refusing("plans_strand_reference_once", twice), pghistory.context(reason=reason):
        _assign(strand, STRAND_FIELDS, fields)
        strand.save()
        strand.findings.set(findings)
    return strand


@transaction.atomic
def save_action(*, action, reason, on, by=None, leads=(), findings=(), version=None, original_due_on=None, **fields):
    """Add or change an action. The first date promised may be set once; later dates come from extensions."""
    action = _locked_if_there(action, version)
    _require_accountable(action, fields)
    _set_first_date(action, original_due_on, fields.get("start_on"), on)
    planned = action.start_on, action.is_critical
    twice = Refused("This plan already has an action with this reference.", "reference")
    with refusing("plans_action_reference_once", twice), pghistory.context(reason=reason):
        _assign(action, ACTION_FIELDS, fields)
        is_changed = bool(action.pk) and planned != (action.start_on, action.is_critical)
        action.added_on = action.added_on or on
        action.save()
        if is_changed:
            _record_change(action, planned, by, on, reason)
        _set_links(action, leads, findings)
        refresh([action])
    action.refresh_from_db()
    return action


def _record_change(action, planned, by, on, reason):
    """The new plan from ``on`` on; before the first change also how it was at first."""
    rows = [(on, action.start_on, action.is_critical, reason)]
    if not action.changes.exists():
        rows.insert(0, (action.added_on, *planned, "As first planned."))
    for day, start_on, is_critical, words in rows:
        action.changes.create(
            recorded_by=by, effective_on=day, start_on=start_on, is_critical=is_critical, reason=words
        )


def _set_first_date(action, original_due_on, start_on, on):
    if action.original_due_on is None:
        action.original_due_on = original_due_on
        action.dated_on = on if action.pk and original_due_on else action.dated_on
    elif original_due_on not in (None, action.original_due_on):
        raise Refused("The first date promised never changes. Ask for a new date instead.", "original_due_on")
    if start_on and action.original_due_on and action.original_due_on < start_on:
        raise Refused("“First date promised” cannot be before “Starts on”.", "original_due_on")


def _set_links(action, leads, findings):
    _keep_only(action.action_leads, "post", leads, lambda post: ActionLead(action=action, post=post))
    _keep_only(
        action.action_findings, "finding", findings, lambda finding: ActionFinding(action=action, finding=finding)
    )


def _keep_only(rows, name, wanted, make):
    present = {getattr(row, f"{name}_id"): row for row in rows.all()}
    wanted = {item.pk: item for item in wanted}
    for key, row in present.items():
        if key not in wanted:
            row.delete()
    for key, item in wanted.items():
        if key not in present:
            make(item).save()


def _locked_if_there(row, version):
    """A row that is being changed, locked and one version on; a new one as it is."""
    if row.pk is None:
        return row
    row = locked(row, version)
    row.version += 1
    return row


def _assign(row, names, fields):
    for name in names:
        if name in fields:
            setattr(row, name, fields[name])


@transaction.atomic
def share_plan(*, plan, person, on):
    """Let a named person read a plan that is not published; a second time changes nothing."""
    share, _ = PlanShare.objects.get_or_create(plan=plan, person=person, defaults={"shared_on": on})
    return share


@transaction.atomic
def hand_over(*, leaver, posts, on, by, ends_memberships, reason):
    """Give posts of a leaver to their new holders (``{post: person or None}``), and end what the leaver may do.

    Posts that are not named stay with the leaver.

    Refused where somebody would end their own sign-in, or where another than an administrator ends an administrator's.
    """
    if ends_memberships:
        _require_may_end(leaver, by, on)
    with pghistory.context(reason=reason):
        for post, holder in posts.items():
            Post.objects.filter(pk=post.pk, holder=leaver).update(holder=holder)
        if ends_memberships:
            # What has not begun yet ends on the day on which it would have begun.
            last_day = Greatest(F("starts_on"), Value(on))
            Membership.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), person=leaver).update(
                ends_on=last_day
            )
            leaver.is_active = False
            leaver.save(update_fields=["is_active"])


@transaction.atomic
def fill_post(*, post, holder, reason):
    """Give a post that nobody holds to somebody; refused where somebody holds it meanwhile."""
    with pghistory.context(reason=reason):
        if not Post.objects.filter(pk=post.pk, holder=None).update(holder=holder):
            raise Refused("Somebody holds this post meanwhile. Look at the list again.", "holder")


def _require_may_end(leaver, by, on):
    field = "ends_memberships"
    if leaver.pk == by.pk:
        raise Refused("You cannot end your own sign-in: ask an administrator.", field)
    administrators = Membership.objects.current(on).filter(role=Role.ADMINISTRATOR, person__is_active=True)
    if not administrators.filter(person=leaver).exists():
        return
    if by.role != Role.ADMINISTRATOR:
        raise Refused("Only an administrator ends the sign-in of an administrator.", field)
