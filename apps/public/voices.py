"""What families say, as far as it is public: whether they feel it, whose voice says so, from how many, until when.

Comments stay with those who sign in: a voice released them to the partnership, not to everybody.
"""

from dataclasses import dataclass
from datetime import date

from apps.voice.reading import latest_voices, released


@dataclass(frozen=True)
class Heard:
    """One voice on one finding."""

    code: str
    words: str
    shape: str
    speaker: str
    on: date
    how: str


def heard(findings, on):
    """``{finding id: [Heard]}`` by a date, of real voices; one query."""
    found = {}
    for finding, voices in latest_voices(findings, on).items():
        real = [
            Heard(v.rating, v.words, v.shape, v.speaker, v.heard_to, v.from_words)
            for v in voices
            if not v.is_demonstration
        ]
        if real:
            found[finding] = real
    return found


def newest():
    """Grows with each rating that is released or taken back; for the name under which pages are kept."""
    return released(date.max).count()
