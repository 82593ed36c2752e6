"""Pages that anybody may read: of published plans and figures only."""

from datetime import timedelta

from django.shortcuts import get_object_or_404

from apps.core.words import Explainer
from apps.dashboards.families import promises
from apps.measures import comparisons
from apps.measures.models import MeasureFinding
from apps.plans.legend import legend, thresholds
from apps.public import numbers, published, voices
from apps.public.caching import public_page

# How many published comparisons the first page names in a sentence.
SENTENCES = 2


def explainer():
    known = published.glossary().exclude(expansion="")
    return Explainer(dict(known.values_list("abbreviation", "expansion")))


def _groups(strands, on):
    """The promises of some strands as at a date, beside where they stood at the end of the month before."""
    since = on.replace(day=1) - timedelta(days=1)
    return promises(strands, published.standings(), on, since)


def _counts(groups):
    return {
        "kept": sum(len(group.kept) for group in groups),
        "late": sum(len(group.late) for group in groups),
        "promised": sum(len(group.rows) for group in groups),
        "is_unsaid": all(group.is_unsaid for group in groups),
    }


@public_page
def home(on):
    plans = list(published.plans())
    strands = list(published.strands().select_related("plan").order_by("plan", "position", "reference_key"))
    by_plan = {plan.pk: [] for plan in plans}
    for group in _groups(strands, on):
        by_plan[group.strand.plan_id].append(group)
    findings = list(published.findings(on).order_by("-inspection__started_on", "-kind", "number"))
    sentences = [section for section in comparisons.sections(on) if section.sentence][:SENTENCES]
    return "public/home.html", {
        "plans": [{"plan": plan, "groups": by_plan[plan.pk], **_counts(by_plan[plan.pk])} for plan in plans],
        "inspections": published.inspections(on).order_by("-started_on"),
        "findings": findings,
        "heard": voices.heard(findings, on),
        "sections": sentences,
        "explain": explainer(),
    }


@public_page
def strand(on, pk):
    shown = get_object_or_404(published.strands().select_related("plan"), pk=pk)
    groups = _groups([shown], on)
    findings = list(published.findings(on).filter(strands=shown).order_by("-inspection__started_on", "-kind", "number"))
    return "public/strand.html", {
        "strand": shown,
        "group": groups[0],
        "findings": findings,
        "heard": voices.heard(findings, on),
        "is_closed": bool(shown.plan.closed_on and shown.plan.closed_on <= on),
        "legend": legend(on),
        "explain": explainer(),
        **_counts(groups),
    }


@public_page
def finding(on, pk):
    shown = get_object_or_404(published.findings(on), pk=pk)
    answered = published.strands().filter(findings=shown).select_related("plan").order_by("plan", "position")
    links = MeasureFinding.objects.filter(finding=shown, measure__in=published.measures(on)).select_related("measure")
    return "public/finding.html", {
        "finding": shown,
        "groups": _groups(answered, on),
        "links": links,
        "heard": voices.heard([shown], on),
        "explain": explainer(),
    }


@public_page
def figures(on):
    waits, report = comparisons.starting_points()
    return "public/numbers.html", {
        "sections": comparisons.sections(on),
        "waits": waits,
        "report": report,
        "told": numbers.told(on),
        "is_open": published.figures_are_open(),
        "explain": explainer(),
    }


@public_page
def words(on):
    return "public/words.html", {"entries": published.glossary().order_by("abbreviation")}


@public_page
def ratings(on):
    return "public/ratings.html", {"legend": legend(on), "limits": thresholds(on)}


@public_page
def accessibility(on):
    return "public/accessibility.html", {}
