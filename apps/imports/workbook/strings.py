"""The texts that cells share, and how Excel writes characters that XML cannot hold."""

import re

from ..grid import Unreadable
from .markup import Reader
from .refusals import TOO_LARGE_OPENED

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text):
    """The text with ``_x000D_`` and its like read as the characters they stand for, but no control characters."""
    return ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match):
    character = chr(int(match[1], 16))
    return character if character.isprintable() or character in "\t\n\r" else match[0]


def shared_strings(package, part, limits):
    """The shared texts, by number."""
    return _Strings(limits).read(package.pieces(part)).texts if part else []


class _Strings(Reader):
    """Texts may be in runs, each with its looks; what is there to help to pronounce them is left out."""

    def __init__(self, limits):
        super().__init__(limits)
        self.texts = []
        self._runs = None
        self._length = 0
        self._is_text = False
        self._is_sound = False

    def start(self, name, attributes):
        if name == "si":
            self._runs = []
            self._length = 0
        elif name == "t":
            self._is_text = self._runs is not None and not self._is_sound
        elif name == "rPh":
            self._is_sound = True

    def end(self, name):
        if name == "t":
            self._is_text = False
        elif name == "rPh":
            self._is_sound = False
        elif name == "si" and self._runs is not None:
            if len(self.texts) >= self.limits.strings:
                raise Unreadable(TOO_LARGE_OPENED)
            self.texts.append(unescaped("".join(self._runs)))
            self._runs = None

    def text(self, words):
        if self._is_text:
            self._length += len(words)
            if self._length > self.limits.text:
                raise Unreadable(
                    f"A cell holds more than {self.limits.text:,} characters. Shorten it and try again; it begins "
                    f"“{''.join(self._runs)[:50]}”."
                )
            self._runs.append(words)
