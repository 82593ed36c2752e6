"""What families say: by finding, by voice, and one round in full."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.core.as_known import shown_day
from apps.core.past_days import shows_days
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for
from apps.inspections.models import Finding, Inspection
from apps.plans.permissions import is_officer
from apps.voice import permissions, reading
from apps.voice.issues import marks_of, released_issues, unanswered
from apps.voice.models import MEANINGS, SHAPES, Place, Round, Speaker

LEGEND = {"meanings": MEANINGS, "shapes": SHAPES}


def current_findings(on):
    """The findings of the newest inspection that had any by a date, as the plans number them."""
    newest = Inspection.objects.filter(ended_on__lte=on, findings__isnull=False).order_by("-ended_on", "-pk")[:1]
    return Finding.objects.filter(inspection__in=newest.values("pk")).order_by("-kind", "number")


@shows_days
@require_safe
@signed_in
def said(request):
    user, on = request.user, shown_day(request)
    findings = Finding.objects.filter(inspection__ended_on__lte=on).annotate(said=reading.voices(on))
    findings = findings.select_related("inspection").order_by("-inspection__ended_on", "-kind", "number")
    spoken = [(finding, reading.read(finding.said)) for finding in findings if finding.said]
    silent = current_findings(on).exclude(pk__in=[finding.pk for finding, _ in spoken])
    issues = released_issues(permissions.visible_issues(user), on)
    keys = [voice.pk for _, voices in spoken for voice in voices]
    context = {
        "on": on,
        "spoken": spoken,
        "silent": silent,
        "rounds": _newest_rounds(on),
        "speakers": permissions.writable_speakers(user).order_by("organisation", "name"),
        "drafts": permissions.writable_drafts(user).select_related("speaker"),
        "issue_count": issues.count(),
        "waiting_count": unanswered(issues, on).count(),
        "marks": marks_of((Place.COMMENT, keys)),
        "sees_proposals": permissions.is_representative(user) or is_officer(user),
        "explain": explainer_for(user),
        **LEGEND,
    }
    return render(request, "voice/said.html", context)


def _newest_rounds(on):
    """The newest released round of each voice, forums first."""
    rounds = Round.objects.released(on).select_related("speaker")
    newest = {row.speaker_id: row for row in reversed(rounds)}
    kinds = reading.KINDS
    return sorted(newest.values(), key=lambda row: (kinds.index(row.speaker.kind), row.speaker.name))


@shows_days
@require_safe
@signed_in
def speaker(request, pk):
    shown = get_object_or_404(Speaker, pk=pk)
    on = shown_day(request)
    context = {"speaker": shown, "on": on, "rounds": shown.rounds.all().released(on)}
    return render(request, "voice/speaker.html", context)


@require_safe
@signed_in
def round_shown(request, pk):
    user = request.user
    shown = get_object_or_404(permissions.visible_rounds(user).select_related("speaker"), pk=pk)
    if shown.is_draft:
        return render(request, "voice/draft.html", draft_context(shown))
    ratings = list(shown.ratings.select_related("finding").order_by("-finding__kind", "finding__number"))
    issues = list(shown.issues.select_related("finding").order_by("pk"))
    marks = marks_of(
        (Place.COMMENT, [row.pk for row in ratings]),
        (Place.ISSUE, [row.pk for row in issues]),
        (Place.BROUGHT_BY, [shown.pk]),
    )
    may_take_out = permissions.can_take_out(user, Place.BROUGHT_BY, shown)
    context = {
        "round": shown,
        "ratings": ratings,
        "issues": issues,
        "marks": marks,
        "may_take_out": may_take_out,
        "explain": explainer_for(user),
        **LEGEND,
    }
    return render(request, "voice/round.html", context)


def draft_context(draft):
    """What a draft holds: each finding with what is said of it, and its issues."""
    entries = {entry.finding_id: entry for entry in draft.draft_entries.select_related("finding")}
    findings = list(current_findings(draft.heard_to))
    listed = {finding.pk for finding in findings}
    findings += [entry.finding for key, entry in entries.items() if key not in listed]
    return {
        "round": draft,
        "rows": [(finding, entries.get(finding.pk)) for finding in findings],
        "entries": [(finding, entries[finding.pk]) for finding in findings if finding.pk in entries],
        "issues": list(draft.draft_issues.select_related("finding")),
        **LEGEND,
    }
