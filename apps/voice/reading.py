"""What families last said of findings, as at a date: one query for any number of them, or none beside a page's own.

Voices are never added up. Of each speaker the newest released rating counts; where speakers differ, the least good one
stands for the finding, and the page says that they differ. What is made up stands only beside what is made up.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from apps.core.words import joined, plural
from apps.voice.models import SHAPES, Felt, How, SpeakerKind, State, VoiceRating

NOBODY = "Nobody has said"
NOBODY_SHAPE = "··"
ORDER = list(Felt)
KINDS = list(SpeakerKind)
COLUMNS = {
    "pk": "pk",
    "finding": "finding_id",
    "reference": "finding__reference",
    "number": "finding__number",
    "speaker": "round__speaker__name",
    "speaker_key": "round__speaker_id",
    "speaker_kind": "round__speaker__kind",
    "is_demonstration": "round__speaker__is_demonstration",
    "rating": "rating",
    "comment": "comment",
    "how": "round__how",
    "how_many": "round__how_many",
    "heard_from": "round__heard_from",
    "heard_to": "round__heard_to",
    "brought_by": "round__brought_by",
    "round": "round_id",
}


@dataclass(frozen=True)
class Voice:
    """What one speaker last said of one finding."""

    pk: int
    finding: int
    reference: str
    number: int
    speaker: str
    speaker_key: int
    speaker_kind: str
    is_demonstration: bool
    rating: str
    comment: str
    how: str
    how_many: int
    heard_from: date
    heard_to: date
    brought_by: str
    round: int

    @property
    def words(self):
        return Felt(self.rating).label

    @property
    def shape(self):
        return SHAPES[self.rating]

    @property
    def how_words(self):
        return How(self.how).label

    @property
    def from_words(self):
        """ "12 people, at an event" """
        return f"{plural(self.how_many, 'person', 'people')}, {self.how_words[0].lower()}{self.how_words[1:]}"


@dataclass(frozen=True)
class Lived:
    """What voices together say of a finding or a strand: the least good of them, and whether they differ."""

    voices: tuple = ()

    @property
    def code(self):
        """felt, starting or not_felt; None where nobody has said."""
        said = {voice.rating for voice in self.voices}
        return next((felt for felt in ORDER if felt in said), None)

    @property
    def differs(self):
        return len({voice.rating for voice in self.voices}) > 1

    @property
    def words(self):
        return NOBODY if self.code is None else self.code.label

    @property
    def shape(self):
        return NOBODY_SHAPE if self.code is None else SHAPES[self.code]

    @property
    def sentence(self):
        """Who says what, in one sentence; empty where nobody has said."""
        if self.code is None:
            return ""
        if not self.differs:
            return f"{joined(self._speakers())}: {self.words.lower()}."
        said = [f"{joined(names)}: {felt.label.lower()}" for felt in ORDER if (names := self._speakers(felt))]
        return f"They differ. {'; '.join(said)}."

    @property
    def heard_to(self):
        """The last day of the newest listening, or None."""
        return max((voice.heard_to for voice in self.voices), default=None)

    def _speakers(self, felt=None):
        names = [voice.speaker for voice in self.voices if felt in (None, voice.rating)]
        return list(dict.fromkeys(names))


def lived(rows, is_demonstration):
    """``Lived`` from what ``voices`` or ``voices_of_strand`` brought, of voices as real as the plan that is shown."""
    return Lived(tuple(voice for voice in read(rows) if voice.is_demonstration == is_demonstration))


def read(rows):
    """Every ``Voice`` of an annotation, forums first."""
    return in_order(_voice(row) for row in rows or ())


def in_order(voices):
    return sorted(
        voices, key=lambda v: (v.number, v.finding, v.is_demonstration, KINDS.index(v.speaker_kind), v.speaker)
    )


def released(on, known_at=None):
    """Ratings of released rounds that had taken effect by a date; ``known_at`` as recorded by that moment."""
    return VoiceRating.objects.as_at(on, known_at).filter(round__state=State.RELEASED)


def _latest(ratings):
    """Of each speaker and finding the newest."""
    ratings = ratings.order_by("finding_id", "round__speaker_id", "-effective_on", "-recorded_at", "-pk")
    return ratings.distinct("finding_id", "round__speaker_id")


def voices(on, finding="pk", known_at=None):
    """For a query of findings: the newest rating of each speaker as JSON, for ``read`` or ``lived``."""
    ratings = _latest(released(on, known_at).filter(finding=OuterRef(finding)))
    return ArraySubquery(ratings.values(json=JSONObject(**COLUMNS)))


def voices_of_strand(on, strand="pk", known_at=None):
    """The same for a query of strands, through the findings that a strand answers."""
    ratings = _latest(released(on, known_at).filter(finding__strands=OuterRef(strand)))
    return ArraySubquery(ratings.values(json=JSONObject(**COLUMNS)))


def spoken(finding, on, known_at=None):
    """Every ``Voice`` of a finding that had been released, newest listening last; one query."""
    rows = released(on, known_at).filter(finding=finding).order_by("effective_on", "pk")
    return [_voice(row) for row in rows.annotate(said=JSONObject(**COLUMNS)).values_list("said", flat=True)]


def spoken_of_strands(strands, since, until):
    """``[(strand id, Voice)]`` of listening that ended between two days, of voices as real as the plan; one query."""
    ratings = released(until).filter(effective_on__gte=since, finding__strands__in=strands)
    ratings = ratings.filter(round__speaker__is_demonstration=F("finding__strands__plan__is_demonstration"))
    rows = ratings.annotate(said=JSONObject(**COLUMNS)).order_by("effective_on", "pk")
    return [(strand, _voice(said)) for strand, said in rows.values_list("finding__strands", "said")]


def latest_voices(findings, on, known_at=None):
    """``{finding id: [Voice]}`` of those findings of which somebody has spoken; one query."""
    ratings = _latest(released(on, known_at).filter(finding__in=findings))
    rows = ratings.annotate(said=JSONObject(**COLUMNS)).values_list("said", flat=True)
    found = {}
    for voice in read(rows):
        found.setdefault(voice.finding, []).append(voice)
    return found


def _voice(row):
    return Voice(**row | {name: date.fromisoformat(row[name]) for name in ("heard_from", "heard_to")})
