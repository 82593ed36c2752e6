"""Reports on actions and ratings of strands."""

from django.db import transaction
from django.db.models import F

from apps.accounts.titles import title_of
from apps.plans.codes import EXPLAINED_BY, IN_TROUBLE, REASON_OWED, REPORTABLE, is_greener
from apps.plans.models import Evidence, MilestoneCompletion, Standing, StatusUpdate, Strand, StrandRating
from apps.plans.services.basis import (
    Refused,
    already,
    changed,
    locked,
    locked_action,
    require_past,
    require_reporting,
)
from apps.plans.services.evidence import void_evidence


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
    existing = already(StatusUpdate, token)
    if existing:
        return existing
    action = locked_action(action, version)
    effective_on = effective_on or on
    require_reporting(action, on, effective_on)
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
        author_title=fields.pop("author_title", None) or title_of(by, action),
        **fields,
    )
    for milestone in milestones_done:
        _tick(milestone, by, effective_on)
    for milestone in milestones_not_done:
        _untick(milestone, by, on)
    action = changed(action)
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
        raise Refused(f"{REASON_OWED}.", "reason_differs")


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
    existing = already(StatusUpdate, token)
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
    if standing is None or not is_greener(last.rating, standing.rule_rating):
        return ""
    if standing.rule_reason != "stale":
        raise Refused("The dates now say worse than your last rating. Report in full and say why.")
    return "No change since the last report."


CARRIED = ("percent_complete", "why", "being_done", "back_on", "board_ask")


@transaction.atomic
def record_note(*, action, by, on, narrative, families_text="", rating=None, reason_differs="", bulk=None, token=None):
    """One note that several actions get: whatever else the last report said still stands."""
    action = locked_action(action)
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


@transaction.atomic
def withdraw_update(*, update, by, on, reason, evidence=()):
    """Take a report back, and of the evidence that was added with it what is named.

    It stays in the record, marked, and no longer counts.
    """
    action = locked_action(update.action)
    if not reason.strip():
        raise Refused("Say why this report is taken back.", "reason")
    if StatusUpdate.objects.filter(voids=update).exists():
        raise Refused("This report was already taken back.")
    row = StatusUpdate.objects.create(
        action=action,
        recorded_by=by,
        effective_on=on,
        narrative="",
        voids=update,
        void_reason=reason,
        author_title=title_of(by, action),
    )
    for item in evidence:
        if item.report_id == update.pk and not Evidence.objects.filter(voids=item).exists():
            void_evidence(item, by, on, reason, title_of(by, action))
    changed(action)
    return row


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
    existing = already(StrandRating, token)
    if existing:
        return existing
    strand = locked(strand, version)
    require_past(on, effective_on or on)
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
        author_title=title_of(by, strand=strand),
        token=token,
    )
