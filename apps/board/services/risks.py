"""Changes of the risk register: one transaction each, the row locked and its version checked."""

import pghistory
from django.db import transaction

from apps.core.changes import Refused, locked
from apps.core.dates import long_date
from apps.core.once import refusing
from apps.plans.models import Plan
from apps.plans.references import sort_key

FIELDS = ("reference", "title", "cause", "consequence", "likelihood", "impact", "likelihood_after", "impact_after")
FIELDS += ("mitigation", "owner", "strand", "status", "reviewed_on")
TWICE = Refused("This plan already has a risk with this reference.", "reference")


@transaction.atomic
def save_risk(*, risk, reason, version=None, **fields):
    """Add or change a risk. A score that stood alone stays until likelihood and impact are given."""
    if risk.pk:
        risk = locked(risk, version, ("plan",))
        risk.version += 1
    plan = Plan.objects.select_for_update(no_key=True).get(pk=risk.plan_id)
    if plan.closed_on:
        raise Refused(f"{plan} was closed on {long_date(plan.closed_on)}; its risks stay as they were.")
    owner_before = risk.owner
    for name in FIELDS:
        setattr(risk, name, fields[name])
    if risk.owner != owner_before:
        risk.owner_words = ""
    risk.reference_key = sort_key(risk.reference)
    score(risk)
    with refusing("board_risk_reference_once", TWICE), pghistory.context(reason=reason):
        risk.save()
    return risk


def score(risk):
    """Keep the products of likelihood and impact, before and after."""
    if risk.likelihood and risk.impact:
        risk.score = risk.likelihood * risk.impact
    if risk.likelihood_after and risk.impact_after:
        risk.score_after = risk.likelihood_after * risk.impact_after
