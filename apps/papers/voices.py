"""What families say, for reports: the one place where papers ask for it."""

from apps.core.dates import long_date
from apps.voice.reading import spoken_of_strands


def said_by_families(strands, since, until):
    """``{strand id: [sentences]}``: what voices released of listening that ended between two days; one query."""
    said = {}
    for strand, voice in spoken_of_strands(strands, since, until):
        said.setdefault(strand, []).append(_sentence(voice))
    return said


def _sentence(voice):
    comment = f" “{voice.comment}”" if voice.comment else ""
    return f"{voice.speaker}: {voice.words.lower()}.{comment} ({voice.from_words}, until {long_date(voice.heard_to)})"
