"""The answer to "Are we on track?", in sentences made from the figures by rule."""

from apps.core.words import plural
from apps.plans.rules import rating_words


def answer(*, promised, complete, off_track, at_risk, not_reported, off_track_before=None, legend=None):
    """What the figures say; ``off_track_before`` is the number at the last Board, None where there was none.

    Counts are of actions that still count as promises, by their officers' ratings, in the legend's words.
    """
    if promised == 0:
        return "Nothing can be said yet: this plan has no actions."
    if not_reported == promised:
        return "Nobody can say: no action of this plan has been reported on."
    said = f"{_verdict(promised, complete, off_track, at_risk, not_reported)}{_change(off_track, off_track_before)}"
    return said.format(**rating_words(legend))


def _verdict(promised, complete, off_track, at_risk, not_reported):
    of = plural(promised, "action")
    if complete == promised:
        return f"Done: all {of} are {{complete}}."
    if off_track:
        words = f"Not yet. {off_track} of {of} {_is(off_track)} {{off_track}}."
    elif at_risk:
        words = f"Mostly. No action is {{off_track}}; {at_risk} of {of} {_is(at_risk)} {{at_risk}}."
    elif not_reported:
        return f"As far as anybody has said. {not_reported} of {of} {_has(not_reported)} not been reported on."
    else:
        return f"Yes. None of {of} is {{off_track}} or {{at_risk}}."
    if not_reported:
        words += f" {not_reported} {_has(not_reported)} not been reported on."
    return words


def _change(now, before):
    if before is None or now == before:
        return "" if before is None else " That is as many {off_track} as at the last Board."
    if now > before:
        return f" That is {now - before} more {{off_track}} than at the last Board."
    return f" That is {before - now} fewer {{off_track}} than at the last Board."


def _is(count):
    return "is" if count == 1 else "are"


def _has(count):
    return "has" if count == 1 else "have"
