"""How the progress and the evidence that a tracker names stand in one report, and are told apart again."""

# What a tracker tells of its position date.
REPORTED = frozenset({"rating", "percent_complete", "progress", "evidence"})
EVIDENCE = "\n\nEvidence named in the tracker: "
NO_WORDS = "The tracker gives no words."


def part_of(fields, strands):
    """The strand that a row belongs to, by its reference or by its words; None where the plan has none such.

    ``strands`` is ``{reference in small letters: strand}``.
    """
    by_reference = strands.get((fields.get("priority_ref") or "").casefold())
    said = (fields.get("priority") or "").casefold()
    return by_reference or next((one for one in strands.values() if said in _said_of(one)), None)


def _said_of(strand):
    words = (
        strand.reference,
        strand.title,
        f"{strand.reference} {strand.title}",
        f"{strand.reference}: {strand.title}",
    )
    return {each.casefold() for each in words}


def join_narrative(progress, evidence):
    """The narrative of a report from a tracker; never empty."""
    words = progress or NO_WORDS
    return f"{words}{EVIDENCE}{evidence}" if evidence else words


def split_narrative(narrative):
    """``(progress, evidence)`` of a narrative; either may be empty."""
    progress, _, evidence = narrative.partition(EVIDENCE)
    return ("" if progress == NO_WORDS else progress), evidence
