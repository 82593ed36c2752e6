"""A leaver's posts, and with them the actions, are handed over on one page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import Person
from apps.core.dates import today
from apps.core.forms import posted
from apps.core.permissions import require
from apps.core.sign_in import signed_in
from apps.plans import editing, permissions
from apps.plans.codes import CLOSED_STATES
from apps.plans.forms.structure import HandOverForm
from apps.plans.models import Action
from apps.plans.services import Refused


@require_safe
@signed_in
def hand_over(request):
    require(permissions.can_edit_plans(request.user))
    people = Person.objects.filter(is_active=True).prefetch_related("posts", "memberships__organisation")
    return render(request, "plans/hand_over.html", {"people": people})


@require_http_methods(["GET", "POST"])
@signed_in
def hand_over_person(request, pk):
    require(permissions.can_edit_plans(request.user))
    leaver = get_object_or_404(Person, pk=pk)
    posts = leaver.posts.select_related("organisation").order_by("pk")
    form = HandOverForm(posted(request), posts=posts, leaver=leaver)
    actions = (
        Action.objects.filter(permissions.mine(leaver), plan__closed_on__isnull=True)
        .exclude(state__in=CLOSED_STATES)
        .distinct()
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            editing.hand_over(
                leaver=leaver,
                posts=form.new_holders(),
                on=today(),
                by=request.user,
                ends_memberships=data["ends_memberships"],
                reason=data["reason"],
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The posts of {leaver} were handed over.")
            return redirect("plans:hand-over")
    context = {"leaver": leaver, "form": form, "actions": actions.order_by("plan", "reference_key"), "posts": posts}
    return render(request, "plans/hand_over_person.html", context)
