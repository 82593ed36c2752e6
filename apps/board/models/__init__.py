"""Meetings and what belongs to them, the reporting round before the Board meets, and the risks of plans."""

from apps.board.models.log import LoggedAction, LogNote
from apps.board.models.meetings import (
    AgendaItem,
    Decision,
    Declaration,
    Meeting,
    MeetingCorrection,
    Paper,
    PaperOrigin,
    Purpose,
)
from apps.board.models.questions import Asker, Question, QuestionAnswer, QuestionRuling
from apps.board.models.risks import BANDS, BARS, LEAST, MOST, Risk, RiskStatus, Severity, severity_of
from apps.board.models.rounds import Challenge, ChallengeAnswer, Chase, SignOff

__all__ = [
    "BANDS",
    "BARS",
    "LEAST",
    "MOST",
    "AgendaItem",
    "Asker",
    "Challenge",
    "ChallengeAnswer",
    "Chase",
    "Decision",
    "Declaration",
    "LogNote",
    "LoggedAction",
    "Meeting",
    "MeetingCorrection",
    "Paper",
    "PaperOrigin",
    "Purpose",
    "Question",
    "QuestionAnswer",
    "QuestionRuling",
    "Risk",
    "RiskStatus",
    "Severity",
    "SignOff",
    "severity_of",
]
