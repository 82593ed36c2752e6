"""What abbreviations mean, for pages that explain them where they stand."""

from apps.inspections.models import GlossaryEntry


def meanings():
    """``{abbreviation: expansion}`` of all that are known; one query."""
    known = GlossaryEntry.objects.exclude(expansion="")
    return dict(known.values_list("abbreviation", "expansion"))
