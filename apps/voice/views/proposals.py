"""Words that representatives propose for what is said to families, and what officers answer."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.dates import today
from apps.core.forms import posted
from apps.core.listing import query_of
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.plans.models.progress import newest_reports, words_for_families
from apps.plans.permissions import is_officer, visible_actions
from apps.voice import forms, permissions, services
from apps.voice.issues import marks_of
from apps.voice.models import Place
from apps.voice.views.shapes import form_page

ON_A_PAGE = 30


@require_safe
@signed_in
def proposal_list(request):
    user = request.user
    require_page(is_officer(user) or permissions.is_representative(user))
    proposals = permissions.visible_proposals(user).select_related("action__plan", "organisation", "answer")
    # What waits comes first.
    proposals = proposals.annotate(is_waiting=Q(answer__isnull=True)).order_by("-is_waiting", "-effective_on", "-pk")
    page = Paginator(proposals, ON_A_PAGE).get_page(request.GET.get("page"))
    keys = [row.pk for row in page.object_list]
    answers = [row.answer.pk for row in page.object_list if hasattr(row, "answer")]
    context = {
        "page": page,
        "query": query_of(request),
        "marks": marks_of((Place.WORDING, keys), (Place.REASON, answers)),
        "may_answer": is_officer(user),
        "may_take_out": user.is_staff or permissions.is_representative(user),
    }
    return render(request, "voice/proposal_list.html", context)


def words_now(action, on):
    """What families read of an action now; empty where nobody has written anything."""
    return words_for_families(newest_reports([action.pk], on), on).get(action.pk, "")


@require_http_methods(["GET", "POST"])
@signed_in
def proposal_add(request, pk):
    action = get_object_or_404(visible_actions(request.user).select_related("plan", "strand"), pk=pk)
    require(permissions.can_propose(request.user, action))
    form = forms.ProposalForm(posted(request))

    def save(data):
        services.propose(action=action, by=request.user, on=today(), **data)
        return reverse("voice:proposal-list")

    return form_page(
        request,
        form,
        save,
        "Your words are with those who work on this promise. You see here what they answer.",
        "voice/proposal_form.html",
        action=action,
        words_now=words_now(action, today()),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def proposal_answer(request, pk):
    rows = permissions.visible_proposals(request.user).select_related("action__plan", "action__strand", "organisation")
    proposal = get_object_or_404(rows, pk=pk)
    require(permissions.can_answer_proposal(request.user, proposal))
    form = forms.ProposalAnswerForm(posted(request))

    def save(data):
        answered = {"proposal": proposal, "by": request.user, "on": today()}
        if data["is_accepted"]:
            services.take_wording(**answered)
        else:
            services.decline_wording(**answered, reason=data["reason"])
        return reverse("voice:proposal-list")

    return form_page(
        request,
        form,
        save,
        "The answer is recorded.",
        "voice/proposal_answer.html",
        action=proposal.action,
        proposal=proposal,
        words_now=words_now(proposal.action, today()),
    )
