"""Lists as files to edit and load again, and templates without rows."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.core.changes import Refused
from apps.core.sheets import LANDINGS
from apps.imports.exporting.files import file_of
from apps.imports.exporting.gathering import export_of, template_of
from apps.imports.forms import ExportForm
from apps.imports.permissions import for_loaders, loadable


@require_safe
@for_loaders
def export(request, layout):
    """Which list, and as what; then the file. A list whose rows name children goes out from its own page."""
    chosen = loadable(request.user, layout)
    landing = LANDINGS[layout]
    if not landing.goes_out:
        raise Http404
    if landing.goes_out_from:
        return redirect(landing.goes_out_from)
    form = ExportForm(request.GET or None, landing=landing, user=request.user)
    if form.is_bound and form.is_valid():
        try:
            return file_of(_made(request, layout, form), form.cleaned_data["format"])
        except Refused as refused:
            form.add_error(None, refused.message)
    return render(request, "imports/export.html", {"form": form, "layout": chosen})


def _made(request, layout, form):
    target, place = form.chosen()
    return export_of(layout, target, place=place, exported_by=request.user.name)


@require_safe
@for_loaders
def template(request, layout):
    loadable(request.user, layout)
    return file_of(template_of(layout))
