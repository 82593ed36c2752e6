"""Makes the PDF: one fixed typst template, to which all words go as data and never as markup."""

import json
import logging
import re
from functools import cache, lru_cache
from pathlib import Path

import typst

from apps.core.changes import Refused
from apps.core.harmless import printable

log = logging.getLogger(__name__)
FOLDER = Path(__file__).resolve().parents[1] / "typst"
STANDARD = "ua-1"
MISSING = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
# What stands where no font of the compiler has the character.
INSTEAD = "?"
NOT_MADE = "The pack could not be made, and nothing was changed. Tell whoever looks after SEND Tracker."
# Different characters that no font has; where a text has more, all that are not usual are replaced.
MOST_TRIES = 200
# Letters and signs that the fonts are known to have: nobody need try them.
USUAL = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)])) | set("–—‘’“”…•€\n\t")


def board_pack(content, made_at):
    """The bytes of the PDF (PDF/UA-1) of what ``gather`` returned; ``made_at`` is the moment that it carries."""
    text = without_missing(json.dumps(_printable(content), ensure_ascii=False))
    try:
        return _compiled("pack.typ", {"data": text}, made_at.replace(microsecond=0))
    except typst.TypstError:
        # Characters may be there one by one, and still not as they stand together.
        unusual = set(text) - USUAL - set(SHAPES)
        try:
            return _compiled("pack.typ", {"data": replaced(text, unusual)}, made_at.replace(microsecond=0))
        except typst.TypstError as error:
            log.exception("A pack could not be made: %s", error.diagnostic)
            raise Refused(NOT_MADE) from error


def _printable(value):
    """The same, without characters that mean nothing on paper."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(part) for name, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, (list, tuple)) else value


# Shapes of ratings, levels and severities, all of which the fonts have.
SHAPES = "✔▲◆●○▮▯■◧□◻◼▼◇△★☆⬤"


def without_missing(text):
    """The text, with what no font of the compiler has replaced: PDF/UA allows no empty boxes."""
    unusual = "".join(sorted(set(text) - USUAL))
    return replaced(text, missing(unusual)) if unusual else text


def replaced(text, characters):
    return text.translate(dict.fromkeys(map(ord, characters), INSTEAD))


@lru_cache(maxsize=256)
def missing(characters):
    """Those of the characters that no font has; each try takes some milliseconds and names one."""
    left, found = characters, set()
    for _ in range(MOST_TRIES):
        try:
            _compiled("characters.typ", {"characters": left})
        except typst.TypstError as error:
            named = MISSING.search(error.message)
            if named is None:
                return frozenset(characters)
            found |= set(named[1])
            left = "".join(character for character in left if character not in found)
        else:
            return frozenset(found)
    return frozenset(characters)


@cache
def _fonts():
    """Only the fonts that come with the compiler, so that a pack looks alike wherever it is made."""
    return typst.Fonts(include_system_fonts=False)


def _compiled(name, inputs, made_at=None):
    compiler = typst.Compiler(str(FOLDER / name), root=str(FOLDER), font_paths=_fonts())
    return compiler.compile(format="pdf", pdf_standards=[STANDARD], sys_inputs=inputs, timestamp=made_at)
