"""Every limit of the statutory clock: what is needed, by when, by which regulation, and how sure we are of it.

Regulations are those of the Special Educational Needs and Disability Regulations 2014 (SI 2014/1530) unless the text
says otherwise. ``docs/statutory-clock.md`` shows the same table to read.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How sure we are of a limit; pages show it beside the date."""

    READ = "read"
    CONFIRM = "confirm with legal"
    PRACTICE = "practice"


class Whose(StrEnum):
    """Who has to act."""

    COUNCIL = "the council"
    OTHER_COUNCIL = "the council that the child leaves"
    ADVISER = "the service asked for advice"
    SETTING = "the school or setting"
    MEDIATION_ADVISER = "the mediation adviser"
    FAMILY = "the family"


@dataclass(frozen=True)
class Limit:
    """One limit. ``days`` is its length where it is a number of days (of the kind that ``time`` says)."""

    key: str
    label: str
    needs: str
    time: str
    regulation: str
    status: Status
    days: int | None = None
    whose: Whose = Whose.COUNCIL
    is_statutory: bool = True
    # Nothing is overdue when the day passes: a chance of the family has ended, or only one of two answers is barred.
    lapses: bool = False
    counts_back: bool = False
    may_be_excepted: tuple[str, ...] = ()


BY_10_4 = ("10(4)(a)", "10(4)(b)", "10(4)(c)", "10(4)(d)")
BY_5_4 = ("5(4)(a)", "5(4)(b)", "5(4)(c)", "5(4)(d)")

COMMENTS_ON_REQUEST = Limit(
    "comments_on_request",
    "Family's comments on the request",
    "The family may comment on the request",
    "15 days after they are invited to comment",
    "reg 4 (the limit is from a training summary)",
    Status.CONFIRM,
    15,
    Whose.FAMILY,
    lapses=True,
)
DECISION = Limit(
    "decision",
    "Decision whether to assess",
    "Decide whether to assess, and tell the family",
    "6 weeks (42 days) after the request was received",
    "reg 5(1)",
    Status.READ,
    42,
    may_be_excepted=BY_5_4,
)
ADVICE = Limit(
    "advice",
    "Advice for the assessment",
    "The service asked sends its advice",
    "6 weeks (42 days) after it was asked",
    "reg 8",
    Status.CONFIRM,
    42,
    Whose.ADVISER,
    may_be_excepted=("8 (missed appointment in that time; others for some bodies)",),
)
NO_PLAN_NOTICE = Limit(
    "no_plan_notice",
    "Notice that no plan will be issued",
    "If the council decides not to issue a plan, tell the family",
    "16 weeks (112 days) after the request was received",
    "reg 10(1)",
    Status.READ,
    112,
    lapses=True,
    may_be_excepted=BY_10_4,
)
DRAFT_TARGET = Limit(
    "draft_target",
    "Draft plan sent (working target)",
    "Send the draft plan to the family; a working target, no law sets a date",
    "about week 14 (98 days) after the request was received",
    "none: working target",
    Status.PRACTICE,
    98,
    is_statutory=False,
)
DRAFT_COMMENTS = Limit(
    "draft_comments",
    "Family's comments on the draft",
    "The family may comment on the draft and name a school, at least until this day",
    "at least 15 days beginning with the day the draft is sent (calendar days, the 15th being day 14 after it)",
    "reg 13(1) (calendar or working days)",
    Status.CONFIRM,
    14,
    Whose.FAMILY,
    lapses=True,
)
CONSULTATION = Limit(
    "consultation",
    "Setting's reply to the consultation",
    "The school or setting replies",
    "about 15 days after the consultation was sent",
    "practice; Code of Practice",
    Status.CONFIRM,
    15,
    Whose.SETTING,
    is_statutory=False,
)
FINAL_PLAN = Limit(
    "final_plan",
    "Final plan issued",
    "Send the final plan to the family, the setting and the health commissioner",
    "20 weeks (140 days) after the request was received",
    "reg 13(2); exceptions by reg 13(3)",
    Status.READ,
    140,
    may_be_excepted=BY_10_4,
)

FIRST_REVIEW = Limit(
    "first_review",
    "First annual review",
    "Complete the first review of the plan",
    "12 months after the plan was made",
    "regulation number to be confirmed",
    Status.CONFIRM,
)
NEXT_REVIEW = Limit(
    "next_review",
    "Annual review",
    "Complete the next review of the plan",
    "12 months after the last review",
    "regulation number to be confirmed",
    Status.CONFIRM,
)
REVIEW_ADVICE = Limit(
    "review_advice",
    "Advice for the review circulated",
    "Ask for advice and send it round before the meeting",
    "at least 2 weeks (14 days) before the review meeting",
    "regulation number to be confirmed",
    Status.CONFIRM,
    -14,
    Whose.SETTING,
    counts_back=True,
)
REVIEW_REPORT = Limit(
    "review_report",
    "School's report of the review",
    "The school or setting sends its report of the meeting",
    "2 weeks (14 days) after the review meeting",
    "regulation number to be confirmed",
    Status.CONFIRM,
    14,
    Whose.SETTING,
)
DEVON = "R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)"
REVIEW_DECISION = Limit(
    "review_decision",
    "Decision after the review",
    "Decide to keep, amend or cease the plan, and tell the family",
    "4 weeks (28 days) after the review meeting",
    f"{DEVON}; regulation number to be confirmed",
    Status.CONFIRM,
    28,
)
AMENDMENT_NOTICE = Limit(
    "amendment_notice",
    "Notice of proposed amendments",
    "Send the family the proposed amendments",
    "4 weeks (28 days) after the review meeting, with the decision",
    f"reg 22(2)–(3); {DEVON}",
    Status.READ,
    28,
)
AMENDMENT_COMMENTS = Limit(
    "amendment_comments",
    "Family's comments on the amendments",
    "The family may comment on the amendments, at least until this day",
    "at least 15 days after the notice of amendments",
    f"reg 22(2)–(3); {DEVON}",
    Status.READ,
    15,
    Whose.FAMILY,
    lapses=True,
)
AMENDED_PLAN = Limit(
    "amended_plan",
    "Final amended plan, from the notice",
    "Send the final amended plan",
    "8 weeks (56 days) after the notice of amendments",
    f"reg 22(3); {DEVON}",
    Status.READ,
    56,
)
AMENDED_PLAN_FROM_MEETING = Limit(
    "amended_plan_from_meeting",
    "Final amended plan, from the meeting",
    "Send the final amended plan",
    "12 weeks (84 days) after the review meeting",
    f"reg 22(3); {DEVON}",
    Status.READ,
    84,
)
NOT_AMENDING = Limit(
    "not_amending",
    "Notice that the plan stays as it is",
    "If the council decides not to amend after the notice, tell the family",
    "8 weeks (56 days) after the notice of amendments",
    "reg 22 (number unconfirmed)",
    Status.CONFIRM,
    56,
    lapses=True,
)

TRANSFER_TO_POST_16 = Limit(
    "transfer_to_post_16",
    "Plan ready for the move to post-16",
    "Review, amend and issue the plan that names the post-16 setting",
    "by 31 March of the year of transfer",
    "reg 18",
    Status.READ,
    counts_back=True,
)
TRANSFER_OTHER = Limit(
    "transfer_other",
    "Plan ready for the next phase",
    "Review, amend and issue the plan that names the next setting",
    "by 15 February of the year of transfer",
    "reg 18",
    Status.READ,
    counts_back=True,
)
TRANSFER_BETWEEN_POST_16 = Limit(
    "transfer_between_post_16",
    "Plan ready for the move between post-16 institutions",
    "Review, amend and issue the plan that names the next institution",
    "at least 5 months before the transfer",
    "reg 18",
    Status.READ,
    counts_back=True,
)

PLAN_TRANSFER = Limit(
    "plan_transfer",
    "Plan passed to the new council",
    "The council that the child leaves passes the plan on",
    "on the day of the move, or 15 working days after becoming aware of it, whichever is later",
    "reg 15 (that the later one counts is our reading)",
    Status.READ,
    15,
    Whose.OTHER_COUNCIL,
)
NEW_COUNCIL_TELLS = Limit(
    "new_council_tells",
    "Family told what happens after the move",
    "Tell the family whether there will be an assessment and when the plan will be reviewed",
    "6 weeks (42 days) after the plan was transferred",
    "reg 15",
    Status.READ,
    42,
)

MEDIATION_CONTACT = Limit(
    "mediation_contact",
    "Contact with the mediation adviser",
    "The family may contact the mediation adviser; not needed if the appeal is only about the placement (section I)",
    "2 months after the decision notice",
    "reg 33",
    Status.READ,
    whose=Whose.FAMILY,
    lapses=True,
)
MEDIATION_ARRANGED = Limit(
    "mediation_arranged",
    "Mediation arranged",
    "Arrange the mediation that the family asked for",
    "30 days after the family asked",
    "mediation part of the regulations (number to be confirmed)",
    Status.CONFIRM,
    30,
)
MEDIATION_CERTIFICATE = Limit(
    "mediation_certificate",
    "Mediation certificate",
    "The mediation adviser gives the family the certificate",
    "3 working days after the family declines, mediation ends, or 30 days pass without mediation",
    "mediation part of the regulations (number to be confirmed)",
    Status.CONFIRM,
    3,
    Whose.MEDIATION_ADVISER,
)
APPEAL = Limit(
    "appeal",
    "Appeal to the Tribunal",
    "The family may appeal",
    "2 months after the decision notice or 1 month after the certificate, whichever is later; an end in August moves "
    "to the first working day of September, one from 25 December to 1 January to the next working day of January",
    "regulation number to be confirmed (IPSEA)",
    Status.CONFIRM,
    whose=Whose.FAMILY,
    lapses=True,
)
APPEAL_RESPONSE = Limit(
    "appeal_response",
    "Response to the appeal",
    "Send the response to the Tribunal",
    "30 working days after the appeal was sent",
    "regulation number to be confirmed (IPSEA)",
    Status.CONFIRM,
    30,
)
BY_45 = "reg 45 as amended by SI 2015/359"
CONCEDED_ASSESS = Limit(
    "conceded_assess",
    "Appeal conceded: family told of the assessment",
    "Tell the family that the council will assess",
    "2 weeks (14 days) after conceding",
    BY_45,
    Status.READ,
    14,
)
CONCEDED_NO_PLAN = Limit(
    "conceded_no_plan",
    "Appeal conceded: notice that no plan will be issued",
    "If the council decides not to issue a plan, tell the family",
    "10 weeks (70 days) after conceding",
    BY_45,
    Status.READ,
    70,
    lapses=True,
)
CONCEDED_FINAL = Limit(
    "conceded_final",
    "Appeal conceded: final plan issued",
    "Send the final plan",
    "14 weeks (98 days) after conceding",
    BY_45,
    Status.READ,
    98,
)
CONCEDED_AMENDED = Limit(
    "conceded_amended",
    "Appeal conceded: amended plan issued",
    "Send the amended plan",
    "5 weeks (35 days) after conceding",
    BY_45,
    Status.READ,
    35,
)

LIMITS = {limit.key: limit for limit in list(vars().values()) if isinstance(limit, Limit)}


@dataclass(frozen=True)
class Ground:
    """A ground on which a limit need not be met, if it made it impractical to meet it."""

    regulation: str
    reason_code: str
    words: str
    limits: frozenset[str]
    status: Status
    is_closure: bool = False
    lasts_four_weeks: bool = False


def _ground(regulation, reason_code, words, status=Status.READ, *, is_closure=False, lasts_four_weeks=False):
    limits = {DECISION.key} if regulation.startswith("5") else {NO_PLAN_NOTICE.key, FINAL_PLAN.key}
    return Ground(regulation, reason_code, words, frozenset(limits), status, is_closure, lasts_four_weeks)


_SCHOOL_CLOSED = (
    "advice was asked of a head or principal in the period from one week before a closure of at least 4 continuous "
    "weeks to one week before reopening"
)
_NOT_READ = "not read, confirm with legal"

# There is no ground of staff shortage: it is not an exception, and nothing else than these can be recorded as one.
GROUNDS = {
    ground.regulation: ground
    for ground in (
        _ground("10(4)(a)", "school_closed", _SCHOOL_CLOSED, is_closure=True, lasts_four_weeks=True),
        _ground(
            "10(4)(b)",
            "early_years_closed",
            _SCHOOL_CLOSED.replace("a head or principal", "an early years provider"),
            is_closure=True,
            lasts_four_weeks=True,
        ),
        _ground(
            "10(4)(c)",
            "personal_circumstances",
            "exceptional personal circumstances affect the child, parent or young person in the period",
        ),
        _ground(
            "10(4)(d)",
            "absent",
            "the child, parent or young person is absent from the area for at least 4 continuous weeks",
            lasts_four_weeks=True,
        ),
        _ground("5(4)(a)", "school_closed", _SCHOOL_CLOSED, is_closure=True, lasts_four_weeks=True),
        _ground("5(4)(b)", "not_read", _NOT_READ, Status.CONFIRM),
        _ground("5(4)(c)", "not_read", _NOT_READ, Status.CONFIRM),
        _ground("5(4)(d)", "not_read", _NOT_READ, Status.CONFIRM),
    )
}
