"""Changes of measures: one transaction each, once for each sending of a form, and nothing is ever overwritten."""

from calendar import monthrange

from django.db import transaction

from apps.accounts.titles import title_of
from apps.core.changes import Refused
from apps.core.dates import MONTHS, long_date
from apps.core.once import refusing, wait_for_token
from apps.measures.models import Baseline, ExpectedDip, Grain, Openness, Target, Value, ValueState


def period_of(starts_on, ends_on):
    """``(grain, words)`` of the time from one day to another, both included."""
    if starts_on == ends_on:
        return Grain.DAY, long_date(starts_on)
    is_whole = starts_on.day == 1 and ends_on.day == monthrange(ends_on.year, ends_on.month)[1]
    months = (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month + 1
    if is_whole and months == 1:
        return Grain.MONTH, f"{MONTHS[starts_on.month - 1]} {starts_on.year}"
    if is_whole and months == 12 and starts_on.month == 1:
        return Grain.YEAR, str(starts_on.year)
    words = f"{long_date(starts_on)} to {long_date(ends_on)}"
    return (Grain.QUARTER if is_whole and months == 3 else Grain.OTHER), words


def _made_before(model, token):
    if not token:
        return None
    wait_for_token(token)
    return model.objects.filter(token=token).first()


@transaction.atomic
def enter_value(*, measure, by, on, starts_on, ends_on, source, token=None, **said):
    """Enter a figure of a period with its source; ``said`` has numerator, denominator, value, words, break_note.

    It stands beside what other sources say of the same period.
    """
    existing = _made_before(Value, token)
    if existing:
        return existing
    if measure.is_about_children:
        raise Refused("Figures about children are released after a check of small numbers; they are not entered here.")
    if ends_on > on:
        raise Refused("The period must be over: enter a day that has passed.", "ends_on")
    grain, label = period_of(starts_on, ends_on)
    is_number = said.get("value") is not None
    return Value.objects.create(
        measure=measure,
        recorded_by=by,
        author_title=title_of(by),
        effective_on=on,
        grain=grain,
        label=label,
        starts_on=starts_on,
        ends_on=ends_on,
        state=ValueState.NUMBER if is_number else ValueState.WORDS,
        is_break=bool(said.get("break_note")),
        source=source,
        token=token,
        **said,
    )


@transaction.atomic
def set_target(*, measure, by, on, value, reason, due_on=None, tolerance=None, is_statutory=False, token=None):
    """Set a target from ``on`` on; an earlier one for the same date stays in the record."""
    existing = _made_before(Target, token)
    if existing:
        return existing
    if due_on and due_on < on:
        raise Refused("The day by which it should be reached must not have passed.", "due_on")
    return Target.objects.create(
        measure=measure,
        recorded_by=by,
        author_title=title_of(by),
        effective_on=on,
        value=value,
        due_on=due_on,
        tolerance=tolerance,
        is_statutory=is_statutory,
        reason=reason,
        token=token,
    )


@transaction.atomic
def announce_dip(*, measure, by, on, starts_on, until, words, token=None):
    """Say beforehand that a figure will be worse for a time, and why."""
    existing = _made_before(ExpectedDip, token)
    if existing:
        return existing
    if until < on:
        raise Refused("What is already over cannot be announced. Explain it where the figure is entered.", "until")
    return ExpectedDip.objects.create(
        measure=measure,
        recorded_by=by,
        author_title=title_of(by),
        effective_on=on,
        starts_on=starts_on,
        until=until,
        words=words,
        token=token,
    )


COPIED = {
    Baseline: ("value", "words", "date_words", "source", "link"),
    Value: ("grain", "starts_on", "ends_on", "label", "state", "numerator", "denominator", "value", "words", "source"),
    Target: ("value", "due_on", "tolerance", "is_statutory", "reason"),
    ExpectedDip: ("starts_on", "until", "words", "source"),
}


@transaction.atomic
def take_back(*, entry, by, on, reason):
    """Void a figure, a target or an announcement; it stays in the record, marked, with the reason."""
    kind = type(entry)
    copied = {name: getattr(entry, name) for name in COPIED[kind]}
    with refusing(f"measures_{kind._meta.model_name}_voids_id_key", Refused("Somebody has taken this back already.")):
        return kind.objects.create(
            measure=entry.measure,
            recorded_by=by,
            author_title=title_of(by),
            effective_on=max(on, entry.effective_on),
            voids=entry,
            void_reason=reason,
            **copied,
        )


@transaction.atomic
def switch(*, by, on, is_open, decided_by, reason, token=None):
    """Record what the information-governance lead decides; the earlier decisions stay."""
    existing = _made_before(Openness, token)
    if existing:
        return existing
    return Openness.objects.create(
        recorded_by=by, effective_on=on, is_open=is_open, decided_by=decided_by, reason=reason, token=token
    )
