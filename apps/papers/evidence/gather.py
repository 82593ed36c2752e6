"""What an evidence pack lists, as at a day; only what the person may see, and nothing of single children."""

from dataclasses import dataclass

from apps.core.dates import long_date
from apps.core.words import joined, titles
from apps.measures.models import Value
from apps.measures.pictures import of_findings
from apps.papers.models import SelfEvaluation
from apps.papers.permissions import sees_evaluations
from apps.plans.codes import DecisionKind
from apps.plans.models import ActionDecision, Evidence, ExtensionDecision
from apps.plans.permissions import visible_evidence, visible_standings
from apps.plans.rules import reason_words
from apps.plans.strands import is_late_by_first_date


@dataclass(frozen=True)
class Piece:
    """A piece of evidence with its place in the pack; links and files that are gone have none."""

    evidence: Evidence
    path: str


@dataclass
class Facts:
    finding: object
    on: object
    standings: list
    reports: dict
    pieces: list
    decisions: list
    measures: list
    values: list
    evaluation: SelfEvaluation | None


def standings_of(finding, user, on):
    rows = visible_standings(user).on(on).filter(action__findings=finding)
    rows = rows.select_related("action__plan", "action__strand")
    rows = rows.prefetch_related("action__action_leads__post__organisation")
    return list(rows.order_by("action__plan__starts_on", "action__plan", "action__reference_key", "pk"))


def evidence_of(finding, user, on):
    """Evidence that stands, by its own date; a piece released later is shown to whoever may see it now."""
    rows = visible_evidence(user).filter(action__findings=finding, effective_on__lte=on)
    return list(
        rows.select_related("action__plan").order_by("action__plan", "action__reference_key", "effective_on", "pk")
    )


def decisions_of(standings, on):
    """``[(day, action, what was decided, reason, by)]``, oldest first; two queries."""
    actions = {standing.action_id: standing.action for standing in standings}
    found = [
        (row.effective_on, actions[row.action_id], DecisionKind(row.kind).label, row.reason, row.author_title)
        for row in ActionDecision.objects.as_at(on).filter(action__in=actions)
    ]
    dates = ExtensionDecision.objects.as_at(on).filter(extension__action__in=actions).select_related("extension")
    for row in dates:
        days = f"{long_date(row.extension.from_due_on)} to {long_date(row.extension.to_due_on)}"
        words = f"{'New date' if row.is_approved else 'New date refused'}: {days}"
        reason = " ".join(filter(None, (row.extension.reason, row.reason)))
        found.append((row.effective_on, actions[row.extension.action_id], words, reason, row.author_title))
    return sorted(found, key=lambda row: (row[0], row[1].reference_key))


def measures_of(finding, user, on):
    """``[(is a headline, Picture)]`` whose figures the person may see."""
    found = of_findings([finding], user, on).get(finding.pk, ())
    return [(first, picture) for first, picture in found if not picture.is_closed]


def values_of(measures, on):
    """Every figure of every source of these measures, oldest period first."""
    rows = Value.objects.as_at(on).filter(measure__in=[picture.pk for _, picture in measures])
    return list(rows.select_related("measure").order_by("measure__position", "starts_on", "effective_on", "pk"))


def evaluation_of(finding, user, on):
    if not sees_evaluations(user):
        return None
    return SelfEvaluation.objects.as_at(on).filter(finding=finding).latest_first().first()


ACTION_COLUMNS = (
    "Plan", "Reference", "What was promised", "Leads", "First date promised", "Date now agreed", "Rating by its owner",
    "The dates say", "Because", "Late by first date", "State", "Done on", "Last report", "Date of that report",
)  # fmt: skip


def action_line(standing, report, on, legend):
    def word(code):
        return legend[code].word if code in legend else "Not reported"

    action = standing.action
    return [
        plan_name(action.plan),
        action.reference,
        action.title,
        joined(titles([lead.post for lead in action.action_leads.all()])),
        _day(action.original_due_on),
        _day(standing.due_on),
        word(standing.rating),
        word(standing.rule_rating),
        reason_words(standing.rule_reason, standing.rule_date),
        "Yes" if is_late_by_first_date(standing, on) else "No",
        standing.get_state_display(),
        _day(standing.finished_on),
        report.narrative if report else "",
        _day(report.effective_on) if report else "",
    ]


def plan_name(plan):
    mark = " (demonstration data)" if plan.is_demonstration and "demonstration" not in plan.name else ""
    return f"{plan.marked_name}{mark}"


def _day(value):
    return value.isoformat() if value else ""
