"""All that changes an action: each function is one transaction, locks the action and works out anew where it stands.

``by`` is the person who does it (None for what is loaded from a document), ``on`` the day on which it is done and
``version`` the version of the action that the person was looking at; where it has moved on, ``Stale`` is raised and
nothing is saved. A ``token`` that was used before returns the row made then: a double click counts once.
"""

import hashlib
from pathlib import Path

import pghistory
from django.db import connection, transaction
from django.db.models import F

from apps.core.once import refusing, wait_for_token
from apps.plans.codes import (
    CLOSED_STATES,
    DROPPED_STATES,
    EXPLAINED_BY,
    IN_TROUBLE,
    REPORTABLE,
    ActionState,
    DecisionKind,
    is_greener,
)
from apps.plans.models import (
    Action,
    ActionDecision,
    Evidence,
    EvidenceRelease,
    Extension,
    ExtensionDecision,
    Milestone,
    MilestoneChange,
    MilestoneCompletion,
    Publication,
    Standing,
    StatusUpdate,
    Strand,
    StrandRating,
)
from apps.plans.standing import lock_in_order, refresh


class Refused(Exception):
    """A rule forbids the change; the message says what to do, and ``field`` names the form's field."""

    def __init__(self, message, field=None):
        super().__init__(message)
        self.message = message
        self.field = field


class Stale(Exception):
    """Somebody else changed the row meanwhile; ``row`` is as it stands now."""

    def __init__(self, row):
        super().__init__(f"{row} was changed meanwhile")
        self.row = row


def title_of(by):
    """How a person signs: the post held, or the role acted in."""
    if by is None:
        return ""
    post = by.posts.order_by("pk").first()
    if post:
        return post.title
    return by.acting.get_role_display() if by.acting else by.name


def locked(row, version=None, related=()):
    """The row, locked until the end of the transaction; Stale where it has moved on from ``version``."""
    rows = type(row).objects.select_for_update(of=("self",), no_key=True)
    row = (rows.select_related(*related) if related else rows).get(pk=row.pk)
    if version is not None and row.version != version:
        raise Stale(row)
    return row


def _locked(action, version=None):
    """An action, locked after its plan is held as it is, so that a plan is not closed while somebody reports on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM plans_plan WHERE id = %s FOR SHARE", [action.plan_id])
    return locked(action, version, ("plan", "strand"))


def _changed(action):
    Action.objects.filter(pk=action.pk).update(version=F("version") + 1)
    refresh([action])
    action.refresh_from_db()
    return action


def _already(model, token):
    """What an earlier sending of the same form has made, or None; waits for one that is still being saved."""
    if not token:
        return None
    wait_for_token(token)
    return model.objects.filter(token=token).first()


def _require_reporting(action, on, effective_on):
    if action.plan.closed_on:
        raise Refused(f"{action.plan} was closed on {action.plan.closed_on:%-d %B %Y}; nothing more is reported on it.")
    if action.state in CLOSED_STATES:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}. Reopen it before you report on it.")
    _require_past(on, effective_on)
    if effective_on < action.added_on:
        since = f"{action.added_on:%-d %B %Y}"
        raise Refused(f"{action.reference} is part of the plan since {since}: choose a later date.", "effective_on")


def _require_open_plan(action):
    if action.plan.closed_on:
        raise Refused(f"{action.plan} was closed on {action.plan.closed_on:%-d %B %Y}; nothing more is decided in it.")


def _require_past(on, effective_on, field="effective_on"):
    if effective_on > on:
        raise Refused("The date of what happened cannot be in the future.", field)


@transaction.atomic
def record_update(
    *,
    action,
    by,
    on,
    narrative,
    rating=None,
    effective_on=None,
    version=None,
    token=None,
    milestones_done=(),
    milestones_not_done=(),
    **fields,
):
    """Report on an action; ``milestones_done`` are ticked from ``effective_on``, ``milestones_not_done`` are unticked.

    Raises Refused for a closed action, a future date, a rating that only acceptance gives, or a rating greener than
    the dates without a reason.
    """
    existing = _already(StatusUpdate, token)
    if existing:
        return existing
    action = _locked(action, version)
    effective_on = effective_on or on
    _require_reporting(action, on, effective_on)
    if rating and rating not in REPORTABLE:
        raise Refused("An action becomes complete when a second person accepts it.", "rating")
    if by is not None and rating in IN_TROUBLE:
        _require_explained(fields)
    row = StatusUpdate.objects.create(
        action=action,
        recorded_by=by,
        narrative=narrative,
        rating=rating or None,
        effective_on=effective_on,
        token=token,
        author_title=fields.pop("author_title", None) or title_of(by),
        **fields,
    )
    for milestone in milestones_done:
        _tick(milestone, by, effective_on)
    for milestone in milestones_not_done:
        _untick(milestone, by, on)
    action = _changed(action)
    if by is not None:
        _require_reason(action, row, on)
    return row


def _require_explained(fields):
    for name, message in EXPLAINED_BY.items():
        if not str(fields.get(name) or "").strip():
            raise Refused(f"{message}.", name)


def _require_reason(action, row, on):
    """Checked after the change, against what the dates say with it."""
    standing = Standing.objects.on(on).filter(action=action).first()
    if standing and is_greener(row.rating, standing.rule_rating) and not row.reason_differs.strip():
        raise Refused("Say why you rate it better than the dates do.", "reason_differs")


def _tick(milestone, by, effective_on):
    if not milestone.completions.standing().exists():
        MilestoneCompletion.objects.create(milestone=milestone, recorded_by=by, effective_on=effective_on)


def _untick(milestone, by, on):
    for row in milestone.completions.standing():
        MilestoneCompletion.objects.create(
            milestone=milestone, recorded_by=by, effective_on=on, voids=row, void_reason="Not reached after all."
        )


@transaction.atomic
def record_no_change(*, action, by, on, version=None, token=None):
    """Say that nothing has changed: last time's rating and percentage stand. Refused before the first report."""
    existing = _already(StatusUpdate, token)
    if existing:
        return existing
    last = StatusUpdate.objects.standing().filter(action=action).latest_first().first()
    if last is None:
        raise Refused("There is no earlier report that could still be true. Write the first one.")
    return record_update(
        action=action,
        by=by,
        on=on,
        version=version,
        token=token,
        narrative=last.narrative,
        families_text=last.families_text,
        rating=last.rating,
        percent_complete=last.percent_complete,
        reason_differs=last.reason_differs or _standing_reason(action, last, on),
        why=last.why,
        being_done=last.being_done,
        back_on=last.back_on,
        board_ask=last.board_ask,
        is_no_change=True,
    )


def _standing_reason(action, last, on):
    """ "No change" is refused where the dates have turned worse than the rating since: a reason is owed then."""
    standing = Standing.objects.on(on).filter(action=action).first()
    if standing and is_greener(last.rating, standing.rule_rating) and standing.rule_reason != "stale":
        raise Refused("The dates now say worse than your last rating. Report in full and say why.")
    return "No change since the last report."


@transaction.atomic
def record_note(*, action, by, on, narrative, families_text="", rating=None, reason_differs="", bulk=None, token=None):
    """One note that several actions get: whatever else the last report said still stands."""
    action = _locked(action)
    last = StatusUpdate.objects.standing().filter(action=action).latest_first().first()
    rating = rating or (last.rating if last else None)
    names = CARRIED if last and last.rating == rating else ("percent_complete",)
    carried = {name: getattr(last, name) for name in names} if last else {}
    return record_update(
        action=action,
        by=by,
        on=on,
        narrative=narrative,
        families_text=families_text,
        rating=rating,
        reason_differs=reason_differs or (last.reason_differs if last else ""),
        bulk=bulk,
        token=token,
        **carried,
    )


CARRIED = ("percent_complete", "why", "being_done", "back_on", "board_ask")


@transaction.atomic
def withdraw_update(*, update, by, on, reason):
    """Take a report back; it stays in the record, marked, and no longer counts."""
    action = _locked(update.action)
    if not reason.strip():
        raise Refused("Say why this report is taken back.", "reason")
    if StatusUpdate.objects.filter(voids=update).exists():
        raise Refused("This report was already taken back.")
    row = StatusUpdate.objects.create(
        action=action, recorded_by=by, effective_on=on, narrative="", voids=update, void_reason=reason
    )
    _changed(action)
    return row


@transaction.atomic
def ask_extension(*, action, by, on, to_due_on, reason, version=None, token=None):
    """Ask for a later date; it changes nothing until somebody else approves it."""
    existing = _already(Extension, token)
    if existing:
        return existing
    action = _locked(action, version)
    _require_reporting(action, on, on)
    if action.due_on is None:
        raise Refused("This action has no date that could be moved. Ask the programme manager to agree one.")
    if to_due_on <= action.due_on:
        raise Refused(f"The new date must be later than {action.due_on:%-d %B %Y}, the date now agreed.", "to_due_on")
    if open_extension(action):
        raise Refused("A new date was already asked for and waits for a decision.")
    row = Extension.objects.create(
        action=action,
        recorded_by=by,
        effective_on=on,
        from_due_on=action.due_on,
        to_due_on=to_due_on,
        reason=reason,
        author_title=title_of(by),
        token=token,
    )
    _changed(action)
    return row


def open_extension(action):
    """The request for a new date that waits for a decision, or None."""
    return Extension.objects.undecided().filter(action=action).first()


@transaction.atomic
def decide_extension(*, extension, by, on, is_approved, reason=""):
    """Approve or refuse a new date; the person who asked cannot decide."""
    action = _locked(extension.action)
    _require_open_plan(action)
    if action.state in CLOSED_STATES:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}: it needs no new date.")
    existing = ExtensionDecision.objects.standing().filter(extension=extension).first()
    if existing:
        raise Refused(f"This was already {'approved' if existing.is_approved else 'refused'}.")
    if by is not None and extension.recorded_by_id == by.pk:
        raise Refused("Somebody other than the person who asked must decide.")
    if not is_approved and not reason.strip():
        raise Refused("Say why the new date is refused.", "reason")
    row = ExtensionDecision.objects.create(
        extension=extension,
        recorded_by=by,
        effective_on=on,
        is_approved=is_approved,
        reason=reason,
        author_title=title_of(by),
    )
    _changed(action)
    return row


@transaction.atomic
def withdraw_extension_decision(*, decision, by, on, reason):
    """Take a decision on a new date back; the request waits again, and the decision stays in the record, marked."""
    action = _locked(decision.extension.action)
    _require_open_plan(action)
    if open_extension(action):
        raise Refused("Another new date was asked for meanwhile. Decide on that one first.")
    row = ExtensionDecision.objects.create(
        extension=decision.extension,
        recorded_by=by,
        effective_on=on,
        is_approved=decision.is_approved,
        reason=decision.reason or reason,
        voids=decision,
        void_reason=reason,
    )
    _changed(action)
    return row


@transaction.atomic
def add_evidence(*, action, by, on, title, shows, effective_on, link="", file=None, note="", token=None, **fields):
    """Keep a file or a link as evidence; the file's SHA-256 is kept with it."""
    existing = _already(Evidence, token)
    if existing:
        return existing
    action = _locked(action)
    _require_past(on, effective_on)
    if bool(link) == bool(file):
        raise Refused("Give a file or a link, not both.", "file")
    row = Evidence(
        action=action,
        recorded_by=by,
        effective_on=effective_on,
        title=title,
        shows=shows,
        link=link,
        note=note,
        token=token,
        author_title=title_of(by),
        **fields,
    )
    if file:
        row.size = file.size
        row.sha256 = _sha256(file)
        # What the person calls it is shown; on the disk it has a name that fits every disk.
        row.file_name, file.name = file.name, f"{row.sha256}{Path(file.name).suffix.lower()}"
        row.file = file
    row.save()
    _changed(action)
    return row


def _sha256(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


@transaction.atomic
def release_evidence(*, evidence, by, on):
    """Open evidence to the Board and to families; a second time changes nothing."""
    _locked(evidence.action)
    existing = evidence.releases.standing().first()
    return existing or EvidenceRelease.objects.create(evidence=evidence, recorded_by=by, effective_on=on)


@transaction.atomic
def close_evidence(*, evidence, by, on, reason):
    """Take the release of evidence back; where it is closed already, nothing changes."""
    _locked(evidence.action)
    for row in evidence.releases.standing():
        EvidenceRelease.objects.create(
            evidence=evidence, recorded_by=by, effective_on=on, voids=row, void_reason=reason
        )


def _decide(action, kind, by, reason, on, token=None, takes_its_place=None, done_on=None):
    if not reason.strip():
        raise Refused("Give the reason.", "reason")
    row = ActionDecision.objects.create(
        action=action,
        kind=kind,
        recorded_by=by,
        reason=reason,
        effective_on=on,
        done_on=done_on,
        takes_its_place=takes_its_place,
        author_title=title_of(by),
        token=token,
    )
    with pghistory.context(reason=reason):
        _changed(action)
    return row


@transaction.atomic
def say_done(*, action, by, on, reason, done_on=None, version=None, token=None):
    """The lead says that the work was done on ``done_on``; it is complete only when a second person accepts it."""
    existing = _already(ActionDecision, token)
    if existing:
        return existing
    action = _locked(action, version)
    _require_reporting(action, on, on)
    _require_past(on, done_on or on, "done_on")
    if action.state == ActionState.SAID_DONE:
        raise Refused("It was already said to be done and waits for acceptance.")
    if not action.evidence.standing().exists():
        raise Refused("Add evidence first: a file or a link that shows that it was done.")
    return _decide(action, DecisionKind.SAID_DONE, by, reason, on, token, done_on=done_on or on)


@transaction.atomic
def accept(*, action, by, on, reason, version=None, token=None):
    """A second person looked at the evidence and accepts the action as complete."""
    existing = _already(ActionDecision, token)
    if existing:
        return existing
    action = _locked(action, version)
    _require_said_done(action)
    said = action.decisions.standing().latest_first().first()
    if by is not None and said.recorded_by_id == by.pk:
        raise Refused("You said yourself that it is done. A second person must look at the evidence.")
    return _decide(action, DecisionKind.ACCEPTED, by, reason, on, token)


@transaction.atomic
def send_back(*, action, by, on, reason, version=None, token=None):
    """The evidence does not show that it is done: the action is open again, with what is missing."""
    existing = _already(ActionDecision, token)
    if existing:
        return existing
    action = _locked(action, version)
    _require_said_done(action)
    return _decide(action, DecisionKind.SENT_BACK, by, reason, on, token)


def _require_said_done(action):
    _require_open_plan(action)
    if action.state != ActionState.SAID_DONE:
        raise Refused(f"{action.reference} is {action.get_state_display().lower()}; it does not wait for acceptance.")


@transaction.atomic
def drop(*, action, by, on, kind, reason, takes_its_place=None, version=None, token=None):
    """Withdraw, merge or replace an action; the row stays, with the reason and who decided."""
    existing = _already(ActionDecision, token)
    if existing:
        return existing
    # Both in one order, so that two people who merge two actions into each other do not wait for one another.
    lock_in_order([one for one in (action, takes_its_place) if one is not None])
    action = _locked(action, version)
    _require_open_plan(action)
    if action.state in DROPPED_STATES:
        raise Refused(f"{action.reference} is already {action.get_state_display().lower()}.")
    if kind == DecisionKind.WITHDRAWN:
        takes_its_place = None
    elif takes_its_place is None or takes_its_place.pk == action.pk or takes_its_place.plan_id != action.plan_id:
        raise Refused("Choose the other action of the same plan that takes its place.", "takes_its_place")
    elif locked(takes_its_place).state in DROPPED_STATES:
        raise Refused(f"{takes_its_place.reference} is no longer part of the plan. Choose another.", "takes_its_place")
    Action.objects.filter(pk=action.pk).update(replaced_by=takes_its_place)
    return _decide(action, kind, by, reason, on, token, takes_its_place)


@transaction.atomic
def reopen(*, action, by, on, reason, version=None, token=None):
    """Open a closed action again."""
    existing = _already(ActionDecision, token)
    if existing:
        return existing
    action = _locked(action, version)
    _require_open_plan(action)
    if action.state not in CLOSED_STATES:
        raise Refused(f"{action.reference} is open already.")
    row = _decide(action, DecisionKind.REOPENED, by, reason, on, token)
    Action.objects.filter(pk=action.pk).update(replaced_by=None)
    return row


@transaction.atomic
def set_milestones(*, action, by, on, milestones, reason, version=None):
    """Bring the milestones of an action in line with ``[(Milestone or None, title, due_on)]``; others are dropped.

    A new date, and that one is no longer needed, hold from ``on`` and carry the reason; earlier days stay as they were.
    """
    action = _locked(action, version)
    dropped = {row.title: row for row in action.milestones.filter(is_dropped=True)}
    kept = []
    twice = Refused("Nothing was saved: two milestones would have the same words. Change one of them first.")
    with refusing("plans_milestone_title_once", twice), pghistory.context(reason=reason):
        for position, (milestone, title, due_on) in enumerate(milestones, 1):
            if milestone and milestone.title != title and title in dropped:
                raise Refused(f"“{title}” was a milestone before and was dropped. Enter it anew, or use other words.")
            row = milestone or dropped.get(title)
            row = row or Milestone(action=action, added_on=on, original_due_on=due_on, due_on=due_on)
            is_changed = bool(row.pk) and (row.is_dropped or row.due_on != due_on)
            row.title, row.due_on, row.position, row.is_dropped = title, due_on, position, False
            row.save()
            kept.append(row.pk)
            if is_changed:
                _change_milestone(row, by, on, reason)
        # Two milestones may swap their words, which is why the constraint waits; here it must hold.
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS plans_milestone_title_once IMMEDIATE")
        for row in action.milestones.filter(is_dropped=False).exclude(pk__in=kept):
            row.is_dropped = True
            row.save()
            _change_milestone(row, by, on, reason)
        return _changed(action)


def _change_milestone(row, by, on, reason):
    MilestoneChange.objects.create(
        milestone=row, recorded_by=by, effective_on=on, due_on=row.due_on, is_dropped=row.is_dropped, reason=reason
    )


@transaction.atomic
def rate_strand(
    *,
    strand,
    by,
    on,
    rating,
    narrative,
    rule_rating=None,
    reason_differs="",
    effective_on=None,
    version=None,
    token=None,
):
    """The accountable officer rates a strand; a reason is owed where the rating is greener than the roll-up."""
    existing = _already(StrandRating, token)
    if existing:
        return existing
    strand = locked(strand, version)
    _require_past(on, effective_on or on)
    if is_greener(rating, rule_rating) and not reason_differs.strip():
        raise Refused("Say why you rate it better than its actions do.", "reason_differs")
    Strand.objects.filter(pk=strand.pk).update(version=F("version") + 1)
    return StrandRating.objects.create(
        strand=strand,
        recorded_by=by,
        effective_on=effective_on or on,
        rating=rating,
        narrative=narrative,
        reason_differs=reason_differs,
        author_title=title_of(by),
        token=token,
    )


@transaction.atomic
def publish(*, plan, by, on, is_published=True, note=""):
    """Publish a plan from a date on, or take it back from the public."""
    plan = locked(plan)
    if plan.is_published == is_published:
        return plan.publications.standing().latest_first().first()
    row = Publication.objects.create(plan=plan, recorded_by=by, effective_on=on, is_published=is_published, note=note)
    plan.is_published = is_published
    plan.save(update_fields=["is_published"])
    return row
