"""The answer to "Are we on track?", in sentences made from the figures by rule."""

from apps.core.words import plural
from apps.plans.rules import rating_words

# Where more than one action in so many is not reported, nothing good can be said of the whole.
TOO_MANY = 3


def answer(
    *, promised, complete, off_track, off_track_by_dates, at_risk, not_reported, off_track_before=None, legend=None
):
    """What the figures say, in the legend's words; ``off_track_before`` is the number at the last Board, None where
    there was none.

    Counts are of actions that still count as promises, by their owners' ratings; ``off_track_by_dates`` by the rule.
    """
    if promised == 0:
        return "Nothing can be said yet: this plan has no actions."
    if not_reported == promised:
        words = f"Nobody can say: no action of this plan has been reported on.{_dates(off_track_by_dates)}"
    else:
        words = _verdict(promised, complete, off_track, off_track_by_dates, at_risk, not_reported)
        words += _change(off_track, off_track_before)
    return words.format(**rating_words(legend))


def _verdict(promised, complete, off_track, off_track_by_dates, at_risk, not_reported):
    of = plural(promised, "action")
    if complete == promised:
        return f"Done: all {of} are {{complete}}."
    if off_track or off_track_by_dates:
        words = f"Not yet. {_rated(off_track, of)}; the dates say {off_track_by_dates or 'none'}."
        return words + _unreported(not_reported)
    if not_reported * TOO_MANY > promised:
        words = f"It cannot be said: {not_reported} of {of} {_has(not_reported)} not been reported on."
        return f"{words} Of the others none is {{off_track}} and {at_risk or 'none'} {_is(at_risk or 1)} {{at_risk}}."
    if at_risk:
        words = f"Mostly. No action is {{off_track}}; {at_risk} of {of} {_is(at_risk)} {{at_risk}}."
        return words + _unreported(not_reported)
    if not_reported:
        return f"As far as anybody has said. {not_reported} of {of} {_has(not_reported)} not been reported on."
    return f"Yes. None of {of} is {{off_track}} or {{at_risk}}."


def _rated(off_track, of):
    if not off_track:
        return f"None of {of} is rated {{off_track}} by its owner"
    owners = "its owner" if off_track == 1 else "their owners"
    return f"{off_track} of {of} {_is(off_track)} rated {{off_track}} by {owners}"


def _dates(off_track_by_dates):
    """What the dates say where no owner has said anything."""
    return f" The dates say {off_track_by_dates} {{off_track}}." if off_track_by_dates else ""


def _unreported(not_reported):
    return f" {not_reported} {_has(not_reported)} not been reported on." if not_reported else ""


def _change(now, before):
    """The change of what the owners say."""
    if before is None:
        return ""
    if now == before == 0:
        return " At the last Board none was rated {off_track} either."
    if now == before:
        return " That is as many rated {off_track} as at the last Board."
    if now > before:
        return f" That is {now - before} more rated {{off_track}} than at the last Board."
    return f" That is {before - now} fewer rated {{off_track}} than at the last Board."


def _is(count):
    return "is" if count == 1 else "are"


def _has(count):
    return "has" if count == 1 else "have"
