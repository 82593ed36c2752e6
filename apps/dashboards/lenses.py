"""Three lenses on a finding, side by side: delivery, impact, lived experience; and where they disagree.

No lens is averaged with another. One that is good beside one that is not is a disagreement, and is said in a sentence.
What is between (not started, near the target, starting to feel it) and silence disagree with nothing.
"""

from collections import defaultdict
from dataclasses import dataclass

from apps.core.expressions import written_once
from apps.core.words import joined, plural
from apps.measures.levels import Level
from apps.measures.pictures import Impact, headlines
from apps.plans.codes import SEVERITY, Rating
from apps.plans.models import Strand
from apps.plans.permissions import visible_strands
from apps.plans.rules import rating_words
from apps.plans.strands import strand_pictures
from apps.voice.models import Felt
from apps.voice.reading import Lived, voices_of_strand

GOOD_DELIVERY = {Rating.ON_TRACK, Rating.COMPLETE}
BAD_DELIVERY = {Rating.OFF_TRACK, Rating.AT_RISK}
BAD_LEVELS = {Level.FAR, Level.MISSES}

_HEADLINES = written_once(Strand, headlines)
_VOICES = written_once(Strand, voices_of_strand)


def with_lenses(strands, on):
    """Strands in their order, with ``headlines`` and ``voices`` of their findings as at a day."""
    return strands.annotate(headlines=_HEADLINES(on), voices=_VOICES(on)).order_by("position", "reference_key")


@dataclass(frozen=True)
class Lenses:
    """How a finding, or the part of a plan that answers it, stands on a date in each of the three lenses.

    ``delivery`` is the rating of the part (the accountable officer's, else what its actions say), None where there is
    none; ``said`` are the phrases of the lenses that are good and of those that are not.
    """

    delivery: str | None = None
    impact: Impact = Impact(())
    lived: Lived = Lived()
    is_demonstration: bool = False

    @property
    def says_nothing(self):
        return self.delivery is None and not self.impact.pictures and self.lived.code is None

    @property
    def good(self):
        return [words for words, is_good in self._judged() if is_good]

    @property
    def bad(self):
        return [words for words, is_good in self._judged() if not is_good]

    @property
    def disagree(self):
        return bool(self.good and self.bad)

    def sentence(self, legend):
        """How the lenses disagree, in the legend's words: "On track on delivery, but not felt yet."; else empty."""
        if not self.disagree:
            return ""
        words = f"{joined(self.good)}, but {joined(self.bad)}.".format(**rating_words(legend))
        return words[0].upper() + words[1:]

    def _judged(self):
        """``(phrase, whether it is good)`` of each lens that is either."""
        if self.delivery in GOOD_DELIVERY | BAD_DELIVERY:
            yield f"{{{self.delivery}}} on delivery", self.delivery in GOOD_DELIVERY
        levels = [picture.level for picture in self.impact.pictures if not picture.is_closed]
        if levels and all(level == Level.MEETS for level in levels):
            yield "figures that meet their targets", True
        elif missed := sum(level in BAD_LEVELS for level in levels):
            yield f"{missed} of {plural(len(levels), 'headline figure')} not near the target", False
        if self.lived.code in (Felt.FELT, Felt.NOT_FELT):
            yield f"{self.lived.words.lower()} by families", self.lived.code == Felt.FELT


def lenses_of(findings, user, on, limits, impacts, voices):
    """``{finding id: [Lenses]}``: what is real, then what is made up where there is some. Two queries.

    ``impacts`` and ``voices`` are those of the findings (``impacts_of``, ``latest_voices``).
    """
    delivery = _delivery(findings, user, on, limits)
    return {
        finding.pk: [
            lenses
            for is_demonstration in (False, True)
            if not (lenses := _side(finding, is_demonstration, delivery, impacts, voices)).says_nothing
            or not is_demonstration
        ]
        for finding in findings
    }


def _side(finding, is_demonstration, delivery, impacts, voices):
    sides = (side.impact for side in impacts[finding.pk] if side.is_demonstration == is_demonstration)
    spoken = (voice for voice in voices.get(finding.pk, ()) if voice.is_demonstration == is_demonstration)
    rating = delivery.get((finding.pk, is_demonstration))
    return Lenses(rating, next(sides, Impact(())), Lived(tuple(spoken)), is_demonstration)


def _delivery(findings, user, on, limits):
    """``{(finding id, is made up): rating}``; where several parts of plans answer a finding, the least good rating."""
    links = Strand.findings.through.objects.filter(finding__in=findings, strand__in=visible_strands(user))
    links = list(links.select_related("strand__plan"))
    pictures = strand_pictures({link.strand for link in links}, [on], limits)[on]
    ratings = defaultdict(list)
    for link in links:
        rating = pictures[link.strand_id].shown
        ratings[link.finding_id, link.strand.plan.is_demonstration] += [rating] if rating else []
    return {key: max(found, key=SEVERITY.get) for key, found in ratings.items() if found}
