"""Who may load which sheets; the landing of a sheet answers, as it knows what the rows are."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from apps.core.access import WEB_CASES, assume
from apps.core.permissions import require_page
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.core.sign_in import signed_in
from apps.imports.models import Batch


def layouts_of(user):
    """The layouts that a person may load, by their titles."""
    mine = [layout for name, layout in LAYOUTS.items() if name in LANDINGS and LANDINGS[name].may_import(user)]
    return sorted(mine, key=lambda layout: layout.title)


def loadable(user, name):
    """The layout of a name; 404 where the person may not load such sheets."""
    found = next((layout for layout in layouts_of(user) if layout.name == name), None)
    if found is None:
        raise Http404
    return found


def visible_batches(user):
    """Batches of the layouts that a person may load."""
    return Batch.objects.filter(layout__in=[layout.name for layout in layouts_of(user)])


def for_loaders(view):
    """A page for people who may load some kind of sheet."""

    @signed_in
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        require_page(layouts_of(request.user))
        return view(request, *args, **kwargs)

    return wrapper


def of_batch(view):
    """A page about one batch that the person may see; the role of cases is taken up where it names children."""

    @for_loaders
    @wraps(view)
    def wrapper(request, pk, *args, **kwargs):
        batches = visible_batches(request.user).select_related("uploaded_by", "applied_by", "undone_by", "job")
        batch = get_object_or_404(batches, pk=pk)
        if batch.holds_children:
            assume(WEB_CASES)
        return view(request, batch, *args, **kwargs)

    return wrapper
