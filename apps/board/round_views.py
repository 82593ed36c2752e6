"""The reporting round before the next meeting: who has not reported, reminders, challenges and signatures."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.models import Post, Role
from apps.board import meeting_forms as forms
from apps.board import permissions, rounds, services
from apps.board.record_views import form_page
from apps.board.rounds import next_board
from apps.core.dates import long_date, today
from apps.core.forms import posted
from apps.core.permissions import require, require_page
from apps.core.sign_in import signed_in
from apps.core.words import joined, plural
from apps.plans.legend import legend, thresholds
from apps.plans.permissions import visible_actions, visible_strands
from apps.plans.strands import strand_pictures


@require_safe
@signed_in
def round_page(request):
    """Managers see all; officers what their own posts owe, answer and sign; Board members what was challenged."""
    require_page(permissions.sees_round(request.user))
    on, user = today(), request.user
    meeting = next_board(on)
    context = {"meeting": meeting, "on": on, "is_manager": permissions.keeps_meetings(user), "legend": legend(on)}
    if meeting:
        context |= _round_context(meeting, on, user)
    return render(request, "board/round.html", context)


def _round_context(meeting, on, user):
    shown = rounds.reported_round(meeting, on)
    strands = rounds.signoffs_of(meeting, on)
    challenges = rounds.with_answers(permissions.visible_challenges(user).filter(meeting=meeting))
    posts = set(user.posts.values_list("pk", flat=True))
    answerable = set(visible_actions(user).filter(action_leads__post__in=posts).values_list("pk", flat=True))
    is_manager, is_board = permissions.keeps_meetings(user), user.role == Role.BOARD_MEMBER
    owed = shown.owed if is_manager else [group for group in shown.owed if group.post and group.post.pk in posts]
    if not (is_manager or is_board):
        strands = [row for row in strands if posts & {signature.post.pk for signature in row.signatures}]
        challenges = [row for row in challenges if _concerns(row.challenge, posts, answerable)]
    return {
        "round": shown,
        "owed": owed,
        "own_missing": None if is_manager or is_board else rounds.owed_by(user, meeting, on),
        "strands": strands,
        "unsigned": [row for row in strands if row.signed is None],
        "challenges": challenges,
        "waiting": sum(row.answer is None for row in challenges),
        "may_sign": {row.strand.pk for row in strands if permissions.post_that_signs(user, row.strand)},
        "may_answer": {
            row.challenge.pk
            for row in challenges
            if row.challenge.recorded_by_id != user.pk and (is_manager or _concerns(row.challenge, posts, answerable))
        },
        "is_board": is_board,
    }


def _concerns(challenge, posts, led):
    """Whether one of the posts leads, stands in for or answers for the action that is challenged."""
    action = challenge.action
    return action.pk in led or bool(
        posts & {action.deputy_id, action.accountable_council_id, action.accountable_icb_id}
    )


@require_POST
@signed_in
def round_chase(request):
    require_page(permissions.keeps_meetings(request.user))
    on = today()
    meeting = next_board(on)
    form = forms.ChaseForm(request.POST)
    form.fields["posts"].queryset = Post.objects.exclude(holder=None)
    if meeting is None or not form.is_valid():
        messages.error(request, "Tick at least one post of the list whose holder is to be reminded.")
        return redirect("board:round")
    try:
        made = services.chase(meeting=meeting, by=request.user, on=on, posts=form.cleaned_data["posts"])
    except services.Refused as refused:
        messages.error(request, refused.message)
        return redirect("board:round")
    if made:
        names = joined(row.holder.name for row in made)
        messages.success(request, f"{plural(len(made), 'reminder')} will be sent by e-mail: {names}.")
    else:
        messages.info(request, "Nobody was reminded: they were reminded today already, or have reported by now.")
    return redirect("board:round")


@require_http_methods(["GET", "POST"])
@signed_in
def challenge_add(request, pk):
    require_page(permissions.sees_round(request.user))
    action = get_object_or_404(visible_actions(request.user).select_related("plan"), pk=pk)
    require(permissions.can_challenge(request.user, action))
    form = forms.ChallengeForm(posted(request))

    def save(data):
        services.challenge_rating(action=action, by=request.user, on=today(), **data)

    words = legend(today())
    rated = f"Its officer rates it “{words[action.rating].word}”." if action.rating in words else "Nobody has rated it."
    return form_page(
        request, form, save, heading=f"Challenge the rating of {action.reference}",
        done="Your challenge is with the officers who work on the action.", back=action.get_absolute_url(),
        button="Challenge the rating", quote=action.title,
        lead=[rated, "They answer whether it stays, and why; both stand on the action’s page."],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def challenge_answer(request, pk):
    require_page(permissions.sees_round(request.user))
    challenges = permissions.visible_challenges(request.user).select_related("action__plan", "action__strand")
    challenge = get_object_or_404(challenges, pk=pk)
    require(permissions.can_answer(request.user, challenge))
    form = forms.ChallengeAnswerForm(posted(request))

    def save(data):
        services.answer_challenge(challenge=challenge, by=request.user, on=today(), **data)

    return form_page(
        request, form, save, heading=f"Answer the challenge to {challenge.action.reference}",
        done="Your answer is recorded.", back=challenge.action.get_absolute_url(), quote=challenge.words,
        lead=[
            f"{challenge.author_title or 'A colleague'} asked on {long_date(challenge.effective_on)}.",
            "If the rating must change, report it on the action’s page first, then answer here.",
        ],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def strand_sign(request, pk):
    """The holder of an accountable post signs for a part of a plan, with its ratings as the page shows them."""
    require_page(permissions.sees_round(request.user))
    strands = visible_strands(request.user).select_related("plan", "accountable_council", "accountable_icb")
    strand = get_object_or_404(strands, pk=pk)
    post, on = permissions.post_that_signs(request.user, strand), today()
    require(post is not None)
    meeting = next_board(on)
    require(meeting is not None, "No meeting is planned, so that there is nothing to sign for.")
    picture = strand_pictures([strand], [on], thresholds(on))[on][strand.pk]
    seen = {"seen_rating": picture.rating or "", "seen_rule": picture.rule.rating or ""}
    form = forms.SignForm(posted(request), initial=seen)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("note", "token")}
        try:
            services.sign_off(
                meeting=meeting, strand=strand, post=post, by=request.user, on=on, seen=form.seen(), **given
            )
        except services.Refused as refused:
            form.refuse(refused)
            form.data = _shown_now(form.data, seen)
        else:
            messages.success(request, f"You have signed for {strand.reference}.")
            return redirect("board:round")
    context = {
        "form": form,
        "strand": strand,
        "post": post,
        "meeting": meeting,
        "picture": picture,
        "legend": legend(on),
    }
    return render(request, "board/strand_sign.html", context)


def _shown_now(data, seen):
    """What was sent, with the ratings that the page shows now."""
    data = data.copy()
    for name, value in seen.items():
        data[name] = value
    return data
