"""What families say, in their own words, and what they are answered.

A round is written as a draft by those whose voice it is and released by them. From then on nobody changes it: triggers
refuse, and the site has no right to. Words that people write themselves are left out of the history, so that a personal
detail that is taken out of a text is gone; who did what and when stays. Of what a draft holds there is no history: it
is nobody's business but theirs.
"""

from apps.voice.models.issues import Answer, AnswerAction, Issue, ProposalAnswer, WordingProposal
from apps.voice.models.redactions import DetailKind, Place, Redaction
from apps.voice.models.rounds import (
    MEANINGS,
    MOST_PEOPLE,
    SHAPES,
    DraftEntry,
    DraftIssue,
    Felt,
    How,
    Round,
    Speaker,
    SpeakerKind,
    State,
    VoiceRating,
)

__all__ = [
    "Answer",
    "AnswerAction",
    "Issue",
    "ProposalAnswer",
    "WordingProposal",
    "DetailKind",
    "Place",
    "Redaction",
    "MEANINGS",
    "MOST_PEOPLE",
    "SHAPES",
    "DraftEntry",
    "DraftIssue",
    "Felt",
    "How",
    "Round",
    "Speaker",
    "SpeakerKind",
    "State",
    "VoiceRating",
]
