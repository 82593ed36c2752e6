"""Saving a batch once, and taking it back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.changes import Refused
from apps.core.forms import posted
from apps.imports import services
from apps.imports.forms import UndoForm
from apps.imports.models import BatchState
from apps.imports.permissions import of_batch


@require_POST
@of_batch
def apply(request, batch):
    token, knows_public = request.POST.get("token", ""), "knows_public" in request.POST
    try:
        batch = services.ask_to_apply(batch=batch, by=request.user, token=token, knows_public=knows_public)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("imports:describe" if refused.field == "position_on" else "imports:batch", batch.pk)
    if batch.state == BatchState.APPLIED:
        messages.success(request, "This file was saved already.")
    return redirect(batch)


@require_http_methods(["GET", "HEAD", "POST"])
@of_batch
def undo(request, batch):
    form = UndoForm(posted(request))
    if batch.state not in (BatchState.APPLIED, BatchState.UNDOING, BatchState.UNDONE):
        messages.error(request, f"There is nothing to take back: {batch.get_state_display().lower()}.")
        return redirect(batch)
    if form.is_bound and form.is_valid():
        try:
            services.ask_to_undo(batch=batch, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect(batch)
    return render(request, "imports/undo.html", {"batch": batch, "form": form})
