"""Signed-in pages, and how text survives when a session runs out while a form is open."""

from functools import wraps
from urllib.parse import urlencode

from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

KEPT = "kept_form"
KEPT_MAX = 100_000
# Django refuses to lead to a longer address; the page is then opened without its filters.
ADDRESS_MAX = 2000


def identified(view):
    """Only for people who are signed in; what an unsigned POST carries is kept and offered again after signing in."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        asked = {"next": request.get_full_path()}
        typed = _typed(request) if request.method == "POST" else ""
        if typed and len(typed) <= KEPT_MAX:
            request.session[KEPT] = {"path": request.path, "fields": typed}
            asked["kept"] = 1
        address = f"{reverse('account_login')}?{urlencode(asked)}"
        if len(address) > ADDRESS_MAX:
            address = f"{reverse('account_login')}?{urlencode(asked | {'next': request.path})}"
        return redirect(address)

    return wrapper


def _typed(request):
    """What a form was sent with, without its files: read from the fields, since the body may have been read before."""
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    return fields.urlencode()


def signed_in(view):
    """As ``identified``, and only in a role: whoever has none is told so and sees nothing."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.user.acting is None:
            return render(request, "no_role.html", status=403)
        return view(request, *args, **kwargs)

    return identified(wrapper)


def kept_fields(request):
    """What was typed into this page's form before the session ran out, once; None where nothing was."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path or request.method != "GET":
        return None
    del request.session[KEPT]
    return QueryDict(kept["fields"])
