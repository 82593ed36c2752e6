"""Made-up risks of the demonstration plan, so that its register and packs can be looked at."""

from datetime import timedelta

from apps.board.models import Risk
from apps.board.services import save_risk

REASON = "Made up for the demonstration."
# (part, what could happen, cause, what would follow, (likelihood, impact) before and after, what is done about it,
# status, days from the position date on which it was last reviewed).
RISKS = (
    (
        "PA2",
        "Posts of educational psychologists stay empty",
        "Too few apply, and neighbouring services pay more.",
        "Advice comes after its six weeks, and plans after their twenty.",
        (5, 5),
        (4, 4),
        "Two posts are advertised again with a bursary; a locum service gives 40 assessments a term.",
        "issue",
        -21,
    ),
    (
        "PA6",
        "Changes to plans after annual reviews fall behind again",
        "The same caseworkers write new plans and amend old ones.",
        "Plans no longer say what children need, as inspectors found.",
        (4, 4),
        (3, 4),
        "One team amends plans only; its backlog is counted each week.",
        "open",
        -21,
    ),
    (
        "PA3",
        "Waiting times for speech and language therapy grow while the plan runs",
        "Referrals rise faster than the service was commissioned for.",
        "Families wait without support, whatever the plan says is delivered.",
        (4, 4),
        (4, 3),
        "Support while waiting is offered in schools; the contract is reviewed with the health service.",
        "open",
        -49,
    ),
    (
        "PA1",
        "Council and health service do not settle the shared budget",
        "Both bodies set their budgets at different times.",
        "Actions that need money from both start late.",
        (3, 4),
        (2, 4),
        "Both finance officers report to the Board together.",
        "open",
        -49,
    ),
    (
        "AFI1",
        "Families stop answering surveys because nothing follows",
        "Answers to earlier surveys were not told.",
        "The Board no longer knows whether families feel a change.",
        (3, 3),
        (1, 3),
        "Each survey is answered in “You said, we did” before the next is sent.",
        "closed",
        -21,
    ),
)


def load(plan, position):
    """The risks of a demonstration plan, each owned by whoever answers for its part at the council."""
    parts = {part.reference: part for part in plan.strands.select_related("accountable_council")}
    for place, (part, title, cause, consequence, before, after, mitigation, status, days) in enumerate(RISKS, 1):
        save_risk(
            risk=Risk(plan=plan),
            reason=REASON,
            reference=f"R{place}",
            title=title,
            cause=cause,
            consequence=consequence,
            likelihood=before[0],
            impact=before[1],
            likelihood_after=after[0],
            impact_after=after[1],
            mitigation=mitigation,
            owner=parts[part].accountable_council,
            strand=parts[part],
            status=status,
            reviewed_on=position + timedelta(days=days),
        )
