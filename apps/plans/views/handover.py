"""A leaver's posts, and with them the actions, are handed over on one page; posts that nobody holds are filled."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Person, Post
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require_page
from apps.core.sign_in import signed_in
from apps.plans import editing, permissions
from apps.plans.codes import CLOSED_STATES
from apps.plans.forms.structure import FillPostForm, HandOverForm
from apps.plans.models import Action
from apps.plans.services import Refused


@require_safe
@signed_in
def hand_over(request):
    require_page(permissions.can_edit_plans(request.user))
    people = Person.objects.filter(is_active=True).prefetch_related("posts", "memberships__organisation")
    led = Count("actions", filter=Q(actions__in=_owed_actions()), distinct=True)
    empty_posts = Post.objects.filter(holder=None).select_related("organisation").annotate(led=led)
    context = {"people": people, "empty_posts": empty_posts.order_by("-led", "organisation__name", "title")}
    return render(request, "plans/hand_over.html", context)


def _owed_actions():
    return Action.objects.filter(plan__closed_on__isnull=True).exclude(state__in=CLOSED_STATES)


@require_http_methods(["GET", "POST"])
@signed_in
def hand_over_person(request, pk):
    """Choose, then look at a summary of what goes where, then save."""
    require_page(permissions.can_edit_plans(request.user))
    leaver = get_object_or_404(Person, pk=pk)
    posts = leaver.posts.select_related("organisation").order_by("pk")
    form = HandOverForm(posted(request), posts=posts, leaver=leaver)
    context = {"leaver": leaver, "form": form, "posts": posts}
    if request.method == "POST" and form.is_valid():
        if "confirms" not in request.POST:
            return render(request, "plans/hand_over_summary.html", context | _summary(form, leaver))
        if _hand_over(request, form, leaver):
            return redirect("plans:hand-over")
    actions = _owed_actions().filter(permissions.mine(leaver)).distinct().order_by("plan", "reference_key")
    return render(request, "plans/hand_over_person.html", context | {"actions": actions})


def _summary(form, leaver):
    """``(post, its new holder or None, whether it stays, the open actions that it leads or stands in for)``."""
    new_holders = form.new_holders()
    actions = _owed_actions().filter(permissions.mine(leaver)).distinct().order_by("plan", "reference_key")
    by_post = {post.pk: [] for post in form.posts}
    for action in actions.prefetch_related("leads"):
        for key in {post.pk for post in action.leads.all()} | {action.deputy_id}:
            if key in by_post:
                by_post[key].append(action)
    rows = [(post, new_holders.get(post), post not in new_holders, by_post[post.pk]) for post in form.posts]
    return {"rows": rows, "ends_memberships": form.cleaned_data["ends_memberships"]}


def _hand_over(request, form, leaver):
    """Whether it was saved; where not, the form says why."""
    data = form.cleaned_data
    new_holders = form.new_holders()
    try:
        editing.hand_over(
            leaver=leaver,
            posts=new_holders,
            on=today(),
            by=request.user,
            ends_memberships=data["ends_memberships"],
            reason=data["reason"],
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, _what_was_done(leaver, new_holders, data["ends_memberships"]))
    return True


def _what_was_done(leaver, new_holders, has_left):
    parts = [f"{post.title} went to {holder or 'nobody yet'}." for post, holder in new_holders.items()]
    if has_left:
        parts.append(f"{leaver} can no longer sign in.")
    return " ".join(parts)


@require_http_methods(["GET", "POST"])
@signed_in
def post_fill(request, pk):
    """Give a post that nobody holds to somebody."""
    require_page(permissions.can_edit_plans(request.user))
    post = get_object_or_404(Post.objects.select_related("organisation", "holder"), pk=pk)
    if post.holder:
        messages.info(request, f"{post.title} is held by {post.holder}.")
        return redirect("plans:hand-over")
    form = FillPostForm(posted(request))
    if request.method == "POST" and form.is_valid():
        holder = form.cleaned_data["holder"]
        try:
            editing.fill_post(post=post, holder=holder, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{post.title} went to {holder}.")
            return redirect("plans:hand-over")
    actions = _owed_actions().filter(Q(leads=post) | Q(deputy=post)).distinct().order_by("plan", "reference_key")
    return render(request, "plans/post_fill.html", {"post": post, "form": form, "actions": actions})
