"""Words that people look for among actions: references, what was promised, its strand, its leads, and abbreviations.

Every word must be found somewhere: at the beginning of the reference, or as the beginning of a word of the action's
text, of its strand's title or of a lead's job title. An abbreviation of the glossary also finds what it stands for, and
what it stands for finds the abbreviation.
"""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVector

from apps.accounts.models import Post
from apps.plans.models import Action, ActionLead, Strand
from apps.plans.references import sort_key

# What is searched of an action; the index plans_action_words is on just these.
OF_ACTION = SearchVector("reference", "title", "plain_title", "description", config="simple")
OF_TITLE = SearchVector("title", config="simple")
# A word may hold points and hyphens: PA6.6, co-production.
WORD = re.compile(r"[^\W_]\w*(?:[.\-’']\w+)*")
# So many things may be looked for at once: each takes its time.
MOST_TERMS = 12
# Shorter words keep their s: an s at the end of "bus" makes no plural.
SHORTEST_PLURAL = 4


@dataclass(frozen=True)
class Term:
    """One thing to be found: a word or phrase as it was typed, and the query for it and what means the same."""

    typed: str
    query: str


def terms_of(text, glossary):
    """What to look for, from what was typed; ``glossary`` is ``[(abbreviation, expansion)]``."""
    by_phrase, by_abbreviation = {}, {}
    for abbreviation, expansion in glossary:
        by_phrase.setdefault(tuple(_words(expansion)), []).append(abbreviation)
        by_abbreviation.setdefault(abbreviation.casefold(), []).append(expansion)
    words, terms = _words(text), []
    while words:
        length = next((n for n in range(len(words), 1, -1) if tuple(words[:n]) in by_phrase), 1)
        typed, words = words[:length], words[length:]
        same = by_phrase.get(tuple(typed), []) + by_abbreviation.get(" ".join(typed), [])
        terms.append(Term(" ".join(typed), " | ".join(_phrase(each) for each in [typed, *map(_words, same)])))
    return list(dict.fromkeys(terms))


def narrowed(standings, terms):
    """Of some standings those of actions in which every term is found."""
    for term in terms:
        standings = standings.filter(action__in=_found(term))
    return standings


def _words(text):
    return [word.casefold() for word in WORD.findall(text)]


def _phrase(words):
    return f"({' <-> '.join(_beginning(word) for word in words)})"


def _beginning(word):
    """The query for words that begin so, whether one or several are meant; quoted, so that nothing in it is syntax."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) >= SHORTEST_PLURAL and word.endswith("ies"):
        return f"({_quoted(word)} | {_quoted(word[:-3] + 'y')})"
    if len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _quoted(word)


def _quoted(word):
    text = word.replace("'", "''")
    return f"'{text}':*"


def _found(term):
    """The actions in which one term is found, each part by its own index or from a short table."""
    query = SearchQuery(term.query, search_type="raw", config="simple")
    strands = Strand.objects.annotate(words=OF_TITLE).filter(words=query).values("pk")
    posts = Post.objects.annotate(words=OF_TITLE).filter(words=query).values("pk")
    parts = [
        Action.objects.annotate(words=OF_ACTION).filter(words=query).values("pk"),
        Action.objects.filter(strand__in=strands).values("pk"),
        ActionLead.objects.filter(post__in=posts).values("action"),
    ]
    if re.search(r"\d", term.typed):
        parts.append(Action.objects.filter(reference_key__startswith=sort_key(term.typed)).values("pk"))
    first, *others = [part.order_by() for part in parts]
    return first.union(*others, all=True)
