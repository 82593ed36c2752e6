"""Everything that the public pages may read, and nothing else.

No function here knows a person: each gives what is published, made by real people, and about no child. What is added to
a model later is not public until somebody names it here or in a template of ``templates/public``.
"""

from django.db.models import Exists, F, OuterRef, Prefetch

from apps.inspections.glossary import TECHNICAL
from apps.inspections.models import Finding, FindingRepeat, GlossaryEntry, Inspection, Judgement
from apps.measures.models import Measure, Openness, Subject, Value
from apps.plans.models import Plan, Standing, Strand
from apps.public import voices


def plans():
    """Plans that still run come first, the newest of them before the others."""
    found = Plan.objects.filter(is_published=True, is_demonstration=False)
    return found.order_by(F("closed_on").desc(nulls_first=True), "-starts_on", "-pk")


def strands():
    return Strand.objects.filter(plan__in=plans())


def standings():
    return Standing.objects.filter(action__plan__in=plans())


def inspections(on):
    """Those whose report was published by a date."""
    return Inspection.objects.filter(published_on__lte=on)


def findings(on):
    """The inspectors' findings with their points, what was judged of them and what earlier findings they repeat."""
    earlier = FindingRepeat.objects.filter(earlier__inspection__in=inspections(on)).select_related(
        "earlier__inspection"
    )
    return (
        Finding.objects.filter(inspection__in=inspections(on))
        .select_related("inspection")
        .prefetch_related(
            "parts",
            Prefetch("judgements", judgements(on).select_related("inspection"), to_attr="judged"),
            Prefetch("repeats", earlier, to_attr="repeated"),
        )
    )


def judgements(on):
    return Judgement.objects.as_at(on).filter(inspection__in=inspections(on)).order_by("effective_on", "pk")


def figures_are_open():
    """Whether the information-governance lead has said that figures may be shown; silence opens nothing."""
    said = Openness.objects.standing().latest_first().values_list("is_open", flat=True).first()
    return bool(said)


def figures(on):
    """Figures of real measures of what services do, worked out or entered about real cases."""
    if not figures_are_open():
        return Value.objects.none()
    return Value.objects.as_at(on).filter(
        is_synthetic=False, measure__is_demonstration=False, measure__subject=Subject.CONDUCT
    )


def measures(on):
    """Measures that have such a figure."""
    return Measure.objects.filter(
        Exists(figures(on).filter(measure=OuterRef("pk"))), is_demonstration=False, subject=Subject.CONDUCT
    )


def glossary():
    return GlossaryEntry.objects.exclude(expansion="", plain_meaning="").exclude(abbreviation__in=TECHNICAL)


def version():
    """Changes at once when a plan is published or taken back, an action stands otherwise, figures are opened or closed,
    or families have spoken.

    Four queries.
    """
    open_plans = "-".join(str(pk) for pk in plans().order_by("pk").values_list("pk", flat=True))
    stands, opened = [
        model.objects.order_by("-pk").values_list("pk", flat=True).first() for model in (Standing, Openness)
    ]
    return f"{open_plans}:{stands}:{opened}:{voices.newest()}"
