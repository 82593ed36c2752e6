"""How the progress and the evidence that a tracker names stand in one report, and are told apart again."""

# What a tracker tells of its position date.
REPORTED = frozenset({"rating", "percent_complete", "progress", "evidence"})
EVIDENCE = "\n\nEvidence named in the tracker: "
NO_WORDS = "The tracker gives no words."


def join_narrative(progress, evidence):
    """The narrative of a report from a tracker; never empty."""
    words = progress or NO_WORDS
    return f"{words}{EVIDENCE}{evidence}" if evidence else words


def split_narrative(narrative):
    """``(progress, evidence)`` of a narrative; either may be empty."""
    progress, _, evidence = narrative.partition(EVIDENCE)
    return ("" if progress == NO_WORDS else progress), evidence
