"""You said, we did: what families raised, and the answers of officers."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.listing import query_of
from apps.core.past_days import shows_days
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.inspections.glossary import explainer_for
from apps.plans.known import shown_day
from apps.plans.legend import legend
from apps.plans.permissions import is_officer
from apps.voice import forms, permissions, services
from apps.voice.issues import raised, released_issues, unanswered
from apps.voice.models import Issue, Place
from apps.voice.views.shapes import form_page

ON_A_PAGE = 30
WAITING = "waiting"


@shows_days
@require_safe
@signed_in
def issue_list(request):
    user, on = request.user, shown_day(request)
    issues = released_issues(permissions.visible_issues(user), on)
    is_waiting = request.GET.get("show") == WAITING
    page = Paginator(unanswered(issues, on) if is_waiting else issues, ON_A_PAGE).get_page(request.GET.get("page"))
    keys = [row.pk for row in page.object_list]
    context = {
        "on": on,
        "page": page,
        "query": query_of(request),
        "is_waiting": is_waiting,
        "raised": raised(released_issues(Issue.objects.filter(pk__in=keys), on), user, on),
        "speakers": permissions.writable_speakers(user).order_by("organisation", "name"),
        "may_answer": is_officer(user),
        "legend": legend(on),
        "explain": explainer_for(user),
    }
    return render(request, "voice/issue_list.html", context)


def _issue(user, pk):
    issues = released_issues(permissions.visible_issues(user), today())
    return get_object_or_404(issues.select_related("round__speaker", "finding"), pk=pk)


@require_safe
@signed_in
def issue(request, pk):
    user, on = request.user, today()
    shown = _issue(user, pk)
    context = {
        "one": raised(Issue.objects.filter(pk=shown.pk), user, on)[0],
        "may_answer": permissions.can_answer(user, shown.round.speaker),
        "may_take_out": permissions.can_take_out(user, Place.ISSUE, shown),
        "legend": legend(on),
        "explain": explainer_for(user),
    }
    return render(request, "voice/issue.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def answer_add(request, pk):
    shown = _issue(request.user, pk)
    speaker = shown.round.speaker
    require(permissions.can_answer(request.user, speaker))
    actions = permissions.answerable_actions(speaker)
    if shown.finding_id:
        actions = actions.filter(findings=shown.finding_id)
    actions = actions.select_related("plan").order_by("plan", "reference_key")
    form = forms.AnswerForm(posted(request), actions=actions)

    def save(data):
        services.answer(issue=shown, by=request.user, on=today(), **data)
        return shown

    return form_page(
        request,
        form,
        save,
        "The answer is shown to families beside what they said.",
        "voice/answer.html",
        one=raised(Issue.objects.filter(pk=shown.pk), request.user, today())[0],
        legend=legend(today()),
        explain=explainer_for(request.user),
    )
