"""The list of loaded files, the choice of a layout, the upload, and what a person is asked about a file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.core.changes import Refused
from apps.core.forms import posted
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports import services
from apps.imports.forms import DescriptionForm, UploadForm
from apps.imports.models import BatchState
from apps.imports.permissions import for_loaders, layouts_of, loadable, of_batch, visible_batches

ON_A_PAGE = 50


@require_safe
@for_loaders
def batch_list(request):
    batches = visible_batches(request.user).select_related("uploaded_by")
    context = {
        "page": Paginator(batches, ON_A_PAGE).get_page(request.GET.get("page")),
        "layouts": layouts_of(request.user),
        "landings": LANDINGS,
        "titles": {name: layout.title for name, layout in LAYOUTS.items()},
    }
    return render(request, "imports/batch_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_loaders
def upload(request, layout):
    chosen = loadable(request.user, layout)
    landing = LANDINGS[layout]
    form = UploadForm(posted(request), request.FILES or None, landing=landing, user=request.user)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        batch = services.upload(
            by=request.user,
            layout=layout,
            file_name=file.name,
            content=file.read(),
            token=form.cleaned_data["token"],
            **form.described(),
        )
        return redirect(batch)
    return render(request, "imports/upload.html", {"form": form, "layout": chosen, "landing": landing})


@require_http_methods(["GET", "HEAD", "POST"])
@of_batch
def describe(request, batch):
    """Change where the file goes, of which day it tells and who reports it."""
    landing = LANDINGS[batch.layout]
    initial = {"position_on": batch.position_on, "reported_by": batch.reported_by}
    initial["target"] = next(
        (value for value, _ in landing.targets(request.user) if landing.target_of(value) == batch.target), None
    )
    form = DescriptionForm(posted(request), landing=landing, user=request.user, initial=initial)
    if batch.state != BatchState.READ:
        messages.error(request, f"This can no longer be changed: {batch.get_state_display().lower()}.")
        return redirect(batch)
    if form.is_bound and form.is_valid():
        try:
            services.describe(batch=batch, **form.described())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The rows were compared again.")
            return redirect(batch)
    return render(request, "imports/describe.html", {"form": form, "batch": batch})
