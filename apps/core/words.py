"""Numbers and lists in words, and abbreviations explained where they stand."""

import re

from django.utils.safestring import mark_safe
from markupsafe import Markup, escape

BREAKS = re.compile(r"(?<=[_.-])(?=[^_.-])")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def plural(count, one, many=None):
    """ "1 action", "2 actions", "2,078 actions"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def were(count, word):
    """1 row was; 3 rows were."""
    return f"{plural(count, word)} {'was' if count == 1 else 'were'}"


def joined(words, last="and"):
    """ "a", "a and b", "a, b and c"."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def titles(posts):
    """The titles of those posts that there are; where two are called the same, each with its organisation."""
    posts = [post for post in posts if post]
    names = [post.title.casefold() for post in posts]
    return [f"{p.title}, {p.organisation.name}" if names.count(p.title.casefold()) > 1 else p.title for p in posts]


def file_name(name):
    """A file's name as safe HTML that may go on in the next line after an underscore, a hyphen or a full stop."""
    return Markup("").join(escape(part) + Markup("<wbr>") for part in BREAKS.split(name))


class Explainer:
    """Explains abbreviations where they stand: in full the first time, as a hint after that.

    ``meanings`` is ``{abbreviation: expansion}``; abbreviations are matched whole and with their own capitals. One
    explainer serves one page; ``again()`` begins a part of it that is read by itself.
    """

    def __init__(self, meanings):
        self.meanings = {word: meaning for word, meaning in meanings.items() if meaning}
        longest_first = sorted(self.meanings, key=len, reverse=True)
        words = "|".join(re.escape(word) for word in longest_first)
        self.pattern = re.compile(rf"(?<!\w)({words})(?!\w)") if words else None
        self.explained = set()

    def __call__(self, text):
        """The text as safe HTML, with its abbreviations explained."""
        if self.pattern is None or not text:
            return escape(text or "")
        parts = self.pattern.split(str(text))
        return Markup("").join(self._explained(part) if n % 2 else escape(part) for n, part in enumerate(parts))

    def _explained(self, word):
        meaning = self.meanings[word]
        if word in self.explained:
            return Markup('<abbr title="{}">{}</abbr>').format(meaning, word)
        self.explained.add(word)
        return Markup("<abbr>{}</abbr> ({})").format(word, meaning)

    def again(self):
        self.explained.clear()
        return ""

    def words_of(self, *texts):
        """``[(abbreviation, meaning)]`` of those that occur, for beside a quotation that must stay as it is."""
        if self.pattern is None:
            return []
        found = [word for text in texts for word in self.pattern.findall(str(text or ""))]
        return [(word, self.meanings[word]) for word in dict.fromkeys(found)]


def linked(text, *links):
    """A message with a link, safe as HTML, for each ``{}`` of the text; links are ``(words, address)``."""
    anchors = [Markup('<a class="govuk-notification-banner__link" href="{}">{}</a>').format(to, of) for of, to in links]
    parts = str(text).split("{}")
    whole = Markup("").join(escape(part) + (anchors[n] if n < len(anchors) else "") for n, part in enumerate(parts))
    return mark_safe(str(whole))  # noqa: S308 - every part was escaped above
