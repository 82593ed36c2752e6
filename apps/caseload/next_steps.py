"""What to add to a case first: what the council's next deadline needs, and then everything else."""

from dataclasses import dataclass

from django.urls import reverse

from apps.caseload.codes import StepKind
from apps.caseload.kinds import KINDS, word_of
from apps.caseload.live import is_overturned

DECISION = {"decision"}
PLAN = {"no_plan_notice", "final_plan", "conceded_no_plan", "conceded_final"}
REVIEW = {"first_review", "next_review"}
AFTER_MEETING = {"review_decision", "amendment_notice", "amended_plan", "amended_plan_from_meeting", "not_amending"}
TRANSFER = {"transfer_to_post_16", "transfer_other", "transfer_between_post_16"}
DISPUTE = {"mediation_arranged", "appeal_response", "conceded_assess", "conceded_amended"}
ENDED_WITHOUT_PLAN = {"Assessment refused", "Assessed, no plan issued"}


@dataclass(frozen=True)
class NextStep:
    """A link of the panel: its words and where it leads."""

    words: str
    address: str


@dataclass(frozen=True)
class Panel:
    """The panel "Add to this case": the obvious next things, and the rest."""

    first: list
    rest: list


def panel_of(page, *, is_live=False):
    """The panel of a case's page (``CasePage``); in live mode the records themselves are changed from it, too."""
    first = [*(_records(page) if is_live else ()), *_first(page)]
    named = {step.address for step in first}
    kinds = [*(_of_plan(page) if is_live else ()), *(_adding(page, slug) for slug in KINDS)]
    rest = [step for step in kinds if step.address not in named]
    return Panel(first, rest)


def _first(page):
    key = page.next.deadline.key if page.next else ""
    if key in DECISION:
        yield from _before_the_decision(page)
    elif key in PLAN:
        yield from _before_the_plan(page)
    elif key in REVIEW and not _is_held(page):
        yield _adding(page, "review")
    elif key in REVIEW | AFTER_MEETING:
        yield _newest(page, page.reviews, "Record what followed the review meeting", "review")
    elif key in TRANSFER:
        yield _newest(page, page.transfers, "Record the plan for the move", "transfer")
    elif key in DISPUTE:
        yield _newest(page, page.disputes, "Record what followed in the dispute", "appeal")
    elif page.stage in ENDED_WITHOUT_PLAN:
        yield from (_adding(page, slug) for slug in ("mediation", "appeal"))


def _records(page):
    """What the records of live mode wait for."""
    request, assessment = page.request, page.assessment
    plans = counting(page.plans)
    if request.outcome == "A":
        yield _of_records(page, "decide", "Decide whether to assess")
    elif assessment and assessment.outcome == "A":
        yield _of_records(page, "issue", "Issue the final plan")
        yield _of_records(page, "end", "End the assessment without a plan")
    elif not plans and _is_refused(request, assessment):
        if is_overturned(request, assessment):
            yield _of_records(page, "issue", "Issue the final plan")
        else:
            yield _of_records(page, "overturn", "The refusal was overturned")
        yield _of_records(page, "request-add", "A new request for this child")
    elif not _is_in_force(page):
        yield _of_records(page, "request-add", "A new request for this child")


def _is_refused(request, assessment):
    return (assessment or request).outcome == "N"


def _is_in_force(page):
    plans = counting(page.plans)
    return bool(plans) and not all(plan.ceased_on for plan in plans)


def _of_plan(page):
    """What changes while a plan is in force: the place, the setting that it names, the needs; and its end."""
    if page.active:
        yield _of_records(page, "placement-add", "A new placement")
        yield _of_records(page, "setting-add", "The plan names another setting")
        yield _of_records(page, "need-set", "A need of the plan")
    if _is_in_force(page):
        yield _of_records(page, "cease", "End the plan")
        yield _of_records(page, "request-add", "A new request for this child")


def _of_records(page, name, words):
    return NextStep(words, reverse(f"caseload:{name}", args=[page.request.pk]))


def _before_the_decision(page):
    kinds = _kinds(page)
    if StepKind.COMMENTS_INVITED not in kinds:
        yield _adding(page, "comments-invited")
    elif StepKind.COMMENTS_RECEIVED not in kinds:
        yield _adding(page, "comments-received")
    yield _adding(page, "advice")


def _before_the_plan(page):
    kinds = _kinds(page)
    advice = counting(page.advice)
    if not advice:
        yield _adding(page, "advice")
    for row in advice:
        if row.received_on is None:
            words = f"Record that advice came: {row.get_service_display()}"
            yield NextStep(words, _change(row))
    if any(row.received_on is None for row in advice):
        yield _adding(page, "chaser")
    if StepKind.DRAFT_ISSUED not in kinds:
        yield _adding(page, "draft")
    else:
        yield from (_adding(page, slug) for slug in ("representations", "consultation", "consultation-answer"))


def counting(rows):
    """Those that were not taken back."""
    return [row for row in rows if not row.is_taken_back]


def _is_held(page):
    """Whether a review is recorded that is not decided yet."""
    return any(row.decided_on is None for row in counting(page.reviews))


def _kinds(page):
    return {row.kind for row in counting(page.steps)}


def _adding(page, slug):
    return NextStep(KINDS[slug].title, reverse("caseload:row-add", args=[page.request.pk, slug]))


def _newest(page, rows, words, slug):
    """To the newest row that counts, else to a new one."""
    rows = counting(rows)
    newest = max(rows, key=lambda row: row.pk, default=None)
    return NextStep(f"{words}: {newest}", _change(newest)) if newest else _adding(page, slug)


def _change(row):
    return reverse("caseload:row-change", args=[word_of(row), row.pk])
