"""Changing the role that a person acts in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.middleware import SESSION_KEY
from apps.core.permissions import require
from apps.core.sign_in import identified


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
