"""The abbreviations that occur in a paper, each with what it stands for."""

from apps.core.words import Explainer
from apps.inspections.models import GlossaryEntry


def abbreviations_in(texts):
    """``[[abbreviation, meaning]]`` of those that occur in the texts, in the order of the alphabet; one query."""
    known = GlossaryEntry.objects.exclude(expansion="").values_list("abbreviation", "expansion")
    found = Explainer(dict(known)).words_of(*texts)
    return sorted(([word, meaning] for word, meaning in found), key=lambda row: row[0].casefold())


def texts_of(content):
    """Every text in nested lists and dictionaries, but for drawings."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for name, value in content.items():
            if name != "svg":
                yield from texts_of(value)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from texts_of(value)
