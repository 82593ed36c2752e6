"""All that changes an action: each function is one transaction, locks the action and works out anew where it stands.

``by`` is the person who does it (None for what is loaded from a document), ``on`` the day on which it is done and
``version`` the version of the action that the person was looking at; where it has moved on, ``Stale`` is raised and
nothing is saved. A ``token`` that was used before returns the row made then: a double click counts once.
"""

from apps.accounts.titles import title_of
from apps.plans.services.basis import Refused, Stale, locked
from apps.plans.services.dates import (
    ask_extension,
    decide_extension,
    open_extension,
    set_milestones,
    withdraw_extension,
    withdraw_extension_decision,
)
from apps.plans.services.decisions import accept, drop, publish, reopen, say_done, send_back, withdraw_said_done
from apps.plans.services.evidence import (
    add_evidence,
    close_evidence,
    erase_evidence,
    release_evidence,
    withdraw_evidence,
)
from apps.plans.services.reports import rate_strand, record_no_change, record_note, record_update, withdraw_update
from apps.plans.services.settings import set_thresholds, set_word

__all__ = [
    "Refused",
    "Stale",
    "accept",
    "add_evidence",
    "ask_extension",
    "close_evidence",
    "decide_extension",
    "drop",
    "erase_evidence",
    "locked",
    "open_extension",
    "publish",
    "rate_strand",
    "record_no_change",
    "record_note",
    "record_update",
    "release_evidence",
    "reopen",
    "say_done",
    "send_back",
    "set_milestones",
    "set_thresholds",
    "set_word",
    "title_of",
    "withdraw_evidence",
    "withdraw_extension",
    "withdraw_extension_decision",
    "withdraw_said_done",
    "withdraw_update",
]
