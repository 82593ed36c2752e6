"""Inspections, what followed them, and the words explained."""

import uuid

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import TokenForm, posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.inspections import permissions
from apps.inspections.glossary import entries_for
from apps.inspections.models import Inspection, Recommendation, RecommendationAnswer


class AnswerForm(TokenForm):
    text = forms.CharField(
        label="What does the partnership answer?",
        max_length=5000,
        widget=forms.Textarea,
        error_messages={"required": "Write the answer", "max_length": "The answer must be 5,000 characters or fewer"},
    )


@require_safe
@signed_in
def inspection(request, pk):
    shown = get_object_or_404(Inspection.objects.select_related("revisits"), pk=pk)
    context = {
        "inspection": shown,
        "findings": shown.findings.prefetch_related("parts").order_by("-kind", "number"),
        "judgements": shown.judgements.standing().select_related("finding").order_by("finding__number"),
        "events": permissions.visible_events(request.user).filter(inspection=shown),
    }
    return render(request, "inspections/inspection.html", context)


@require_safe
@signed_in
def event_list(request):
    events = permissions.visible_events(request.user).select_related("inspection")
    return render(
        request,
        "inspections/event_list.html",
        {"events": events, "sees_restricted": request.user.role in permissions.SEE_RESTRICTED},
    )


@require_safe
@signed_in
def event(request, pk):
    shown = get_object_or_404(permissions.visible_events(request.user).select_related("inspection"), pk=pk)
    answers = Prefetch("answers", RecommendationAnswer.objects.standing().latest_first(), to_attr="standing_answers")
    context = {
        "event": shown,
        "ratings": shown.ratings.standing().select_related("finding"),
        "recommendations": [
            (row, row.standing_answers) for row in shown.recommendations.prefetch_related("findings", answers)
        ],
        "letters": permissions.visible_letters(request.user).filter(event=shown),
        "may_answer": permissions.can_answer(request.user),
    }
    return render(request, "inspections/event.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def recommendation_answer(request, pk):
    events = permissions.visible_events(request.user)
    row = get_object_or_404(Recommendation.objects.select_related("event"), pk=pk, event__in=events)
    require(permissions.can_answer(request.user))
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        RecommendationAnswer.objects.get_or_create(
            token=form.cleaned_data["token"] or uuid.uuid4(),
            defaults={
                "recommendation": row,
                "text": form.cleaned_data["text"],
                "effective_on": today(),
                "recorded_by": request.user,
            },
        )
        messages.success(request, "The answer is recorded.")
        return redirect("inspections:event", row.event_id)
    return render(request, "inspections/recommendation_answer.html", {"recommendation": row, "form": form})


@require_safe
@signed_in
def glossary(request):
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    entries, leaves_out = entries_for(request.user, words)
    context = {"entries": entries, "words": words, "leaves_out": leaves_out}
    return render(request, "inspections/glossary.html", context)
