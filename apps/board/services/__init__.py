"""What changes meetings, reporting rounds and risks: one transaction each, the row locked and its version checked."""

from apps.board.services.log import log_action, note_progress
from apps.board.services.meetings import (
    add_paper,
    close_meeting,
    correct_record,
    decide,
    declare,
    delete_item,
    reword_decision,
    save_item,
    save_meeting,
    take_back,
)
from apps.board.services.questions import answer_question, ask_question, rule_on_question
from apps.board.services.risks import FIELDS, save_risk, score
from apps.board.services.rounds import answer_challenge, challenge_rating, chase, sign_off
from apps.core.changes import Refused, Stale

__all__ = [
    "FIELDS",
    "Refused",
    "Stale",
    "add_paper",
    "answer_challenge",
    "answer_question",
    "ask_question",
    "challenge_rating",
    "chase",
    "close_meeting",
    "correct_record",
    "decide",
    "declare",
    "delete_item",
    "log_action",
    "note_progress",
    "reword_decision",
    "rule_on_question",
    "save_item",
    "save_meeting",
    "save_risk",
    "score",
    "sign_off",
    "take_back",
]
