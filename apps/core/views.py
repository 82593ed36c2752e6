"""Error pages, and the pages that say how the site is made."""

from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from apps.core.permissions import NOT_TO_CHANGE


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    why = exception.args[0] if exception and exception.args else NOT_TO_CHANGE
    return render(request, "403.html", {"why": why}, status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def too_many(request, exception=None):
    """Too many tries from one address or on one account."""
    return render(request, "429.html", status=429)


def server_error(request):
    """Rendered without the database: it may be what failed."""
    return render(None, "500.html", status=500)


def csrf_failure(request, reason=""):
    """A form that was open for too long; its text stays in the browser."""
    return render(request, "403_csrf.html", status=403)


@require_safe
def favicon(request):
    """Where browsers look for an icon without being told."""
    return redirect(static("icon.svg"))


@require_safe
def accessibility(request):
    return render(request, "core/accessibility.html")


@require_safe
def about(request):
    return render(request, "core/about.html")
