"""Numbers and lists in words, and abbreviations explained where they stand."""

import re

from markupsafe import Markup, escape

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def plural(count, one, many=None):
    """ "1 action", "2 actions"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def joined(words, last="and"):
    """ "a", "a and b", "a, b and c"."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def explain(text, glossary):
    """The text with each known abbreviation marked up with its meaning, the first time it occurs.

    ``glossary`` is ``{abbreviation: expansion}``; abbreviations are matched whole and with their own capitals.
    """
    known = {word: meaning for word, meaning in glossary.items() if meaning}
    if not known:
        return escape(text)
    pattern = re.compile(rf"(?<![\w])({'|'.join(re.escape(w) for w in sorted(known, key=len, reverse=True))})(?![\w])")
    seen = set()
    parts = []
    for index, part in enumerate(pattern.split(text)):
        if index % 2 and part not in seen:
            seen.add(part)
            parts.append(Markup('<abbr title="{}">{}</abbr>').format(known[part], part))
        else:
            parts.append(escape(part))
    return Markup("").join(parts)
