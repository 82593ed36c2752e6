"""A person's own account, and changing the role that they act in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.middleware import SESSION_KEY
from apps.accounts.models import Membership
from apps.core.dates import today
from apps.core.permissions import require
from apps.core.sign_in import identified, signed_in


@require_safe
@identified
def account(request):
    """Who the site takes the visitor for: name, posts and roles, those included that begin later."""
    context = {
        "posts": request.user.posts.select_related("organisation"),
        "later": Membership.objects.later(today()).filter(person=request.user).select_related("organisation"),
    }
    return render(request, "accounts/account.html", context)


@require_POST
@signed_in
def digest(request):
    """Switch one's own weekly e-mail on or off; sent twice, it says the same twice."""
    person = request.user
    person.wants_digest = request.POST.get("wants") == "yes"
    person.save(update_fields=["wants_digest"])
    messages.success(request, f"The weekly e-mail is {'on' if person.wants_digest else 'off'}.")
    return redirect("accounts:account")


@require_http_methods(["GET", "POST"])
@identified
def switch(request):
    if request.method == "POST":
        own = {str(membership.pk): membership for membership in request.memberships}
        chosen = own.get(request.POST.get("membership", ""))
        require(chosen is not None)
        request.session[SESSION_KEY] = chosen.pk
        messages.success(request, f"You now act as {chosen}.")
        return redirect("dashboards:home")
    return render(request, "accounts/switch.html")
